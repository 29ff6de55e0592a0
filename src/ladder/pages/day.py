"""A day, laid out as a timeline, and what it adds up to."""

from collections.abc import Sequence
from typing import Literal

from ladder.contents.titles import TITLES
from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Entry,
    Heading,
    Note,
    Part,
    Schedule,
    Sheet,
    Span,
    Table,
    Thing,
)
from ladder.pages.words import SPANS, Footnotes, bar, command, listed, percent, scale, shared, typed, who
from ladder.questions.day import WEEK, Days, Stretch, Sum
from ladder.questions.day import Schedule as Recorded
from ladder.times import duration

Voice = Literal["plain", "candid", "both"]


def page(days: Days, voice: Voice = "both") -> Document:
    """The page of `ladder day`. `voice` picks between what is done and what a satirist says of it."""
    title = headline(days)
    satire = any(schedule.satire for schedule in days.schedules)
    blocks: list[Block] = [Heading(title, _aside(days), 1, Thing("role", days.id))]
    if satire:
        text = "this schedule comes from a satirical page. Its hours are as published; its jokes are not reports."
        blocks.append(Note(text, "satire"))
    if not days.schedules:
        text = "no schedule was published or reported, and no time shares to compose one from; none is made up."
        blocks.append(Note(text, "none found"))
    notes = Footnotes(days.sources)
    alike = _alike(days)
    for schedule in days.schedules:
        blocks += _recorded(days, schedule, voice, several=len(days.schedules) > 1, alike=alike)
        blocks += [] if days.sum else _spent(schedule, composed=schedule.composed)
    if days.sum:
        blocks += _spent(days.sum, of="of the week's record")
    blocks += _spreads(days, notes)
    blocks += notes.section(days.said, TITLES["week"], about="week")
    blocks += _others(days) + notes.blocks()
    return Document(title, tuple(blocks), days.language)


def headline(days: Days) -> str:
    """What is shown, and whose it is."""
    what = "A week" if days.sum else "Days" if len(days.schedules) > 1 else "A day"
    return f"{what} of {_article(days.title)}"


def sheet(days: Days) -> Sheet:
    """One row a stretch of a day; `recorded` is false for a gap."""
    columns = (
        "id", "schedule", "archetype", "on", "kind", "composed", "satire", "from", "to", "minutes", "recorded", "title",
        "activity", "does", "candid", "source",
    )  # fmt: skip
    rows = [
        (
            days.id, schedule.title, schedule.archetype, schedule.on, schedule.kind, schedule.composed, schedule.satire,
            one.starts, one.ends or None, None if one.to is None else one.to - one.from_, one.recorded, one.title,
            one.activity, one.does, one.candid, " ".join(schedule.source),
        )
        for schedule in days.schedules
        for one in schedule.stretches
    ]  # fmt: skip
    return Sheet(columns, tuple(rows))


def _alike(days: Days) -> bool:
    """Whether all schedules are of one kind and from one source."""
    return len({(schedule.kind, schedule.source) for schedule in days.schedules}) < 2


def _aside(days: Days) -> str:
    if not days.schedules or not _alike(days):
        return ""
    first = days.schedules[0]
    if first.composed:
        return "composed from its time shares"
    return " · ".join(filter(None, (first.kind, who(first.source, days.sources))))


def schedule(recorded: Recorded, voice: Voice, head: Sequence[str]) -> list[Block]:
    """One schedule under a heading: its words, then those beside it."""
    title, *beside = head
    entries = tuple(entry(stretch, recorded, voice) for stretch in recorded.stretches)
    return [Heading(title, " · ".join(beside)), Schedule(entries)]


def _recorded(days: Days, schedule: Recorded, voice: Voice, *, several: bool, alike: bool) -> list[Block]:
    """A schedule of the answer; where all are of one kind and source, the page's title has said which."""
    blocks: list[Block] = []
    weekday = schedule.on.capitalize()
    if several or (schedule.title and not schedule.composed):
        beside = [] if weekday in (schedule.title or weekday) else [weekday]
        beside += [f"as {schedule.archetype_title}"] if several and schedule.archetype and not days.sum else []
        beside += [schedule.kind or "", who(schedule.source, days.sources)] if several and not alike else []
        blocks.append(Heading(schedule.title or weekday, " · ".join(filter(None, beside))))
    if schedule.composed:
        text = "made from the shares of a week below, within their ranges; nobody recorded this day."
        blocks.append(Note(f"{text} The shares: {who(schedule.source, days.sources) or 'no source'}.", "composed"))
    blocks.append(Schedule(tuple(entry(stretch, schedule, voice) for stretch in schedule.stretches)))
    return blocks


def _spreads(days: Days, notes: Footnotes) -> list[Block]:
    """Activities of which people report different shares, each report with its own."""
    blocks: list[Block] = []
    for spread in days.time:
        title = f"{spread.title}: {percent(spread.share.low, spread.share.high)}"
        blocks += [Heading(title, "as reported", about=spread.activity)]
        blocks.append(notes.reports(spread.share.reports))
    return blocks


def _others(days: Days) -> list[Block]:
    """What else is on record: other archetypes by what one would type to see them, other days by name."""
    shown = {"", *(schedule.archetype for schedule in days.schedules)}
    hats = dict.fromkeys(other.archetype for other in days.others if other.archetype not in shown)
    worn = next((schedule.archetype for schedule in days.schedules if schedule.archetype), "")
    weekdays = {one.on for one in days.schedules if one.archetype == worn}
    weekdays |= {one.on for one in days.others if one.archetype == worn}
    week = bool(worn) and not days.sum and weekdays >= set(WEEK)
    left = [other for other in days.others if other.archetype in shown and not (week and other.archetype == worn)]
    named = [other.title or other.on or other.kind for other in left]
    said: list[tuple[Part, ...]] = [(command("day", days.id, "--archetype", hat),) for hat in hats]
    if week:
        said.append((command("day", days.id, "--archetype", worn, "--week"),))
    if named:  # a title is not ours: what it has between backticks is no command
        said.append((Span(listed(named)), *typed(" (`--all`)")))
    spans: list[Part] = []
    for place, words in enumerate(said):
        spans += [Span(" and " if place == len(said) - 1 else ", "), *words] if place else words
    return [Note((*spans, Span(".")), "also on record", prompt=True)] if said else []


def entry(stretch: Stretch, schedule: Recorded, voice: Voice) -> Entry:
    """A stretch of a schedule, in the voice that was asked for."""
    if not stretch.recorded:
        missing = "unstated: the shares leave it open" if schedule.composed else "not recorded"
        return Entry(stretch.from_, stretch.to, missing, recorded=False)
    lines = []
    if stretch.does and (voice != "candid" or not stretch.candid):
        lines.append(("", stretch.does))
    if stretch.candid and voice != "plain":
        lines.append(("candid", stretch.candid))
    aside = [stretch.activity_title if stretch.activity_title != stretch.title else ""]
    aside += ["end not recorded"] if stretch.to is None else []
    title = stretch.title or stretch.activity_title or "not named"
    return Entry(stretch.from_, stretch.to, title, " · ".join(filter(None, aside)), tuple(lines))


def _spent(schedule: Recorded | Sum, *, composed: bool = False, of: str = "of the record") -> list[Block]:
    if not schedule.spent and not composed:
        return []
    total = "composed" if composed else "recorded"
    rest = f", {duration(schedule.open)} {'unstated' if composed else 'not recorded'}" if schedule.open else ""
    shares = any(spent.share for spent in schedule.spent)
    scaled = scale((spent.share for spent in schedule.spent), *(spent.percent for spent in schedule.spent))
    whole = 100 * schedule.recorded / (schedule.recorded + schedule.open) if composed and schedule.recorded else 100.0
    columns = [
        Column(""),
        Column("time", "figures"),
        Column("of the day" if composed else of, "figures"),
    ]
    if shares:
        columns += [Column("reported week", "figures"), Column("", "bar", scale=scaled, unit="%")]
    rows: list[tuple[Cell, ...]] = []
    for spent in sorted(schedule.spent, key=lambda spent: not spent.activity):
        part = spent.percent * whole / 100
        row: list[Cell] = [spent.title or "no activity named", duration(spent.minutes), percent(part, part)]
        if shares:
            share = spent.share
            row += [shared(share) if share else Span("not reported", "quiet")]
            row += [bar(share, part) if share else None]
        rows.append(tuple(row))
    spans = any(spent.share and spent.share.spans for spent in schedule.spent)
    table = Table(tuple(columns), tuple(rows))
    return [
        Heading(f"{duration(schedule.recorded)} {total}{rest}", about="sum"),
        table,
        *([Note(SPANS, "*")] if spans else []),
    ]


def _article(title: str) -> str:
    """A title in running text: `a staff engineer`; one that begins with capitals keeps them."""
    word = title.split(" ")[0]
    shown = title if word.isupper() or not word[:1].isupper() else title[:1].lower() + title[1:]
    return f"{'an' if shown[:1].lower() in 'aeiou' else 'a'} {shown}"
