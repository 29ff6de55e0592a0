"""A day, laid out as a timeline, and what it adds up to."""

from typing import Literal

from ladder.document import Bar, Block, Cell, Column, Document, Entry, Heading, Note, Schedule, Sheet, Span, Table
from ladder.pages.words import Footnotes, argument, listed, percent, scale, typed, who
from ladder.questions.day import Days, Stretch
from ladder.questions.day import Schedule as Recorded
from ladder.times import clock, duration

Voice = Literal["plain", "candid", "both"]


def page(days: Days, voice: Voice = "both") -> Document:
    """The page of `ladder day`. `voice` picks between what is done and what a satirist says of it."""
    title = f"{'A week' if len(days.schedules) > 1 else 'A day'} of {_article(days.title)}"
    satire = any(schedule.satire for schedule in days.schedules)
    blocks: list[Block] = [Heading(title, _aside(days), 1)]
    if satire:
        text = "this schedule comes from a satirical page. Its hours are as published; its jokes are not reports."
        blocks.append(Note(text, "satire"))
    if not days.schedules:
        text = "no schedule was published or reported, and no time shares to compose one from; none is made up."
        blocks.append(Note(text, "none found"))
    for schedule in days.schedules:
        blocks += _schedule(days, schedule, voice, several=len(days.schedules) > 1)
    blocks += _others(days) + Footnotes(days.sources).blocks()
    return Document(title, tuple(blocks))


def sheet(days: Days) -> Sheet:
    """One row a stretch of a day; `recorded` is false for a gap."""
    columns = (
        "id", "schedule", "on", "kind", "composed", "satire", "from", "to", "minutes", "recorded", "title", "activity",
        "does", "candid", "source",
    )  # fmt: skip
    rows = [
        (
            days.id, schedule.title, schedule.on, schedule.kind, schedule.composed, schedule.satire, clock(one.from_),
            clock(one.to), one.to - one.from_, one.recorded, one.title, one.activity, one.does, one.candid,
            " ".join(schedule.source),
        )
        for schedule in days.schedules
        for one in schedule.stretches
    ]  # fmt: skip
    return Sheet(columns, tuple(rows))


def _aside(days: Days) -> str:
    if not days.schedules:
        return ""
    first = days.schedules[0]
    if first.composed:
        return "composed from its time shares"
    return " · ".join(filter(None, (first.kind, who(first.source, days.sources))))


def _schedule(days: Days, schedule: Recorded, voice: Voice, several: bool) -> list[Block]:
    blocks: list[Block] = []
    weekday = schedule.on.capitalize()
    if several or (schedule.title and not schedule.composed):
        beside = [] if weekday in (schedule.title or weekday) else [weekday]
        beside += [schedule.kind or "", who(schedule.source, days.sources)] if several else []
        blocks.append(Heading(schedule.title or weekday, " · ".join(filter(None, beside))))
    if schedule.composed:
        text = "made from the shares of a week below, within their ranges; nobody recorded this day."
        blocks.append(Note(f"{text} The shares: {who(schedule.source, days.sources) or 'no source'}.", "composed"))
    blocks.append(Schedule(tuple(_entry(stretch, schedule, voice) for stretch in schedule.stretches)))
    return [*blocks, *_spent(schedule)]


def _others(days: Days) -> list[Block]:
    """What else is on record: other archetypes by what one would type to see them, other days by name."""
    shown = {"", *(schedule.archetype for schedule in days.schedules)}
    hats = dict.fromkeys(other.archetype for other in days.others if other.archetype not in shown)
    named = [other.title or other.on or other.kind for other in days.others if other.archetype in shown]
    said: list[tuple[Span, ...]] = [
        (Span(f"ladder day {argument(days.id)} --archetype {argument(hat)}", "code"),) for hat in hats
    ]
    if named:  # a title is not ours: what it has between backticks is no command
        said.append((Span(listed(named)), *typed(" (`--week` where there are five)")))
    spans: list[Span] = []
    for place, words in enumerate(said):
        spans += [Span(" and " if place == len(said) - 1 else ", "), *words] if place else words
    return [Note((*spans, Span(".")), "also on record")] if said else []


def _entry(stretch: Stretch, schedule: Recorded, voice: Voice) -> Entry:
    if not stretch.recorded:
        missing = "unstated: the shares leave it open" if schedule.composed else "not recorded"
        return Entry(stretch.from_, stretch.to, missing, recorded=False)
    lines = []
    if stretch.does and (voice != "candid" or not stretch.candid):
        lines.append(("", stretch.does))
    if stretch.candid and voice != "plain":
        lines.append(("candid", stretch.candid))
    aside = stretch.activity_title if stretch.activity_title != stretch.title else ""
    return Entry(stretch.from_, stretch.to, stretch.title or stretch.activity_title or "not named", aside, tuple(lines))


def _spent(schedule: Recorded) -> list[Block]:
    total = "composed" if schedule.composed else "recorded"
    rest = f", {duration(schedule.open)} {'unstated' if schedule.composed else 'not recorded'}" if schedule.open else ""
    shares = any(spent.share for spent in schedule.spent)
    scaled = scale((spent.share for spent in schedule.spent), *(spent.percent for spent in schedule.spent))
    whole = (
        100 * schedule.recorded / (schedule.recorded + schedule.open)
        if schedule.composed and schedule.recorded
        else 100.0
    )
    columns = [
        Column(""),
        Column("time", "figures"),
        Column("of the day" if schedule.composed else "of the record", "figures"),
    ]
    if shares:
        columns += [Column("reported week", "figures"), Column("", "bar", scale=scaled)]
    rows: list[tuple[Cell, ...]] = []
    for spent in sorted(schedule.spent, key=lambda spent: not spent.activity):
        part = spent.percent * whole / 100
        row: list[Cell] = [spent.title or "no activity named", duration(spent.minutes), percent(part, part)]
        if shares:
            share = spent.share
            row += [percent(share.low, share.high) if share else Span("not reported", "quiet")]
            row += [Bar(thin=(0, share.low), thick=(share.low, share.high), mark=part) if share else None]
        rows.append(tuple(row))
    return [Heading(f"{duration(schedule.recorded)} {total}{rest}"), Table(tuple(columns), tuple(rows))]


def _article(title: str) -> str:
    """A title in running text: `a staff engineer`; one that begins with capitals keeps them."""
    word = title.split(" ")[0]
    shown = title if word.isupper() or not word[:1].isupper() else title[:1].lower() + title[1:]
    return f"{'an' if shown[:1].lower() in 'aeiou' else 'a'} {shown}"
