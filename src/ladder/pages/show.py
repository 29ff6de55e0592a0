"""A level or role, laid out topic by topic."""

from ladder.document import (
    Bar,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Text,
)
from ladder.model import Fit, Record, Statement
from ladder.pages import comp as pay_page
from ladder.pages.words import Footnotes, argument, listed, percent, scale, unit, who, years
from ladder.questions.show import Onward, Profile


def page(profile: Profile) -> Document:
    """The page of `ladder show`."""
    blocks: list[Block] = [Heading(profile.title, _aside(profile), 1)]
    if profile.summary:
        blocks.append(Prose(profile.summary))
    notes = Footnotes(profile.sources)
    facts = _facts(profile, notes)
    if facts:
        blocks.append(Facts(tuple(facts)))
    blocks += _expects(profile, notes) + _time(profile, notes)
    for topic in profile.topics:
        blocks += [Heading(topic.title), notes.items(topic.statements)]
    blocks += _days(profile) + _next(profile, notes) + _fit(profile, notes)
    for question in profile.faq:
        blocks += [Heading(question.ask), Prose(notes(question.answer, question.source))]
    if profile.pay:
        units = {unit(row.currency, row.per) for row in profile.pay.rows}
        blocks += [Heading("Pay", units.pop() if len(units) == 1 else "")]
        blocks += [block for block in pay_page.tables(profile.pay) if not isinstance(block, Heading)]
    blocks += _companies(profile, notes)
    if profile.record:
        blocks += _record(profile.record, profile)
    blocks += notes.blocks()
    if len(blocks) <= (2 if profile.summary else 1):
        blocks.append(Note("nothing more is known of it.", "none found"))
    return Document(profile.title, tuple(blocks))


def sheet(profile: Profile) -> Sheet:
    """One row a statement, with the part of the page and the competency, activity or topic in which it stands."""
    rows: list[tuple[str | None, ...]] = []

    def add(part: str, about: str, statements: tuple[Statement, ...]) -> None:
        rows.extend((profile.id, part, about, one.id, one.text, " ".join(one.source)) for one in statements)

    if profile.summary:
        rows.append((profile.id, "summary", "", "", profile.summary, ""))
    for expectation in profile.expects:
        add("expects", expectation.id, expectation.statements)
    for hours in profile.time:
        share = hours.shares[0]
        if share:
            rows.append((profile.id, "time", hours.id, "", percent(share.low, share.high), " ".join(share.source)))
            add("time", hours.id, share.does)
    for topic in profile.topics:
        add("topics", topic.id, topic.statements)
    for onward in profile.next:
        add("next: evidence", onward.way.to, onward.way.evidence)
        add("next: obstacles", onward.way.to, onward.way.obstacles)
    if profile.fit:
        add("fit", "for", profile.fit.for_)
        add("fit", "against", profile.fit.against)
    rows.extend((profile.id, "faq", one.ask, "", one.answer, " ".join(one.source)) for one in profile.faq)
    return Sheet(("id", "part", "about", "statement", "text", "source"), tuple(rows))


def _aside(profile: Profile) -> str:
    seen = (
        f"{profile.level_title} in {profile.discipline}"
        if profile.level and profile.discipline
        else profile.level_title
    )
    return " · ".join(filter(None, (seen, profile.track, f"rank {profile.rank}")))


def _facts(profile: Profile, notes: Footnotes) -> list[tuple[str, Text]]:
    facts: list[tuple[str, Text]] = []
    if profile.aliases:
        facts.append(("also called", ", ".join(profile.aliases)))
    if profile.years:
        span = profile.years
        facts.append(("years", notes(" · ".join(filter(None, (years(span), span.note.rstrip(".")))), span.source)))
    if profile.points is not None:
        facts.append(("points", f"{profile.points:g}"))
    return facts


def _expects(profile: Profile, notes: Footnotes) -> list[Block]:
    blocks: list[Block] = []
    group = ""
    for part in profile.expects:
        asides = [
            part.label or part.step,
            "optional" if part.optional else "",
            part.group if part.group != group else "",
        ]
        group = part.group
        if part.statements or part.step or part.label or part.inherited:
            blocks.append(Heading(part.title, " · ".join(filter(None, asides))))
        if part.statements:
            blocks.append(notes.items(part.statements))
        if part.inherited:
            number = len(part.inherited)
            blocks.append(Note(f"{number} more from the levels below, which this one includes."))
    return blocks


def _time(profile: Profile, notes: Footnotes) -> list[Block]:
    if not profile.time:
        return []
    blocks: list[Block] = [Heading("Where the time goes", "share of a week")]
    rows: list[tuple[Cell, ...]] = []
    for hours in profile.time:
        share = hours.shares[0]
        if share:
            bar = Bar(thin=(0, share.low), thick=(share.low, share.high))
            rows.append((notes(hours.title, share.source), percent(share.low, share.high), bar))
    left = profile.unstated
    if left and left.high:
        rest = f"up to {percent(left.high, left.high)}" if not left.low else percent(left.low, left.high)
        rows.append((Span("unstated", "quiet"), rest, None))
    scaled = Column("", "bar", scale=scale(hours.shares[0] for hours in profile.time))
    blocks.append(Table((Column(), Column("", "figures"), scaled), tuple(rows)))
    if left and len(profile.time) > 1:
        sums = percent(left.sum_low, left.sum_high)
        blocks.append(Note(f"{sums}, as published and not scaled to 100.", "in sum"))
    for hours in profile.time:
        share = hours.shares[0]
        if share and share.does:
            blocks += [Heading(hours.title, percent(share.low, share.high), 3), notes.items(share.does)]
    return blocks


def _days(profile: Profile) -> list[Block]:
    if not profile.days:
        return []
    lines = []
    for one in profile.days:
        aside = " · ".join(filter(None, (one.kind, who(one.source, profile.sources))))
        lines.append(Item(one.title or one.archetype or one.on or one.kind, aside=aside))
    return [Heading("Days on record", f"ladder day {argument(profile.id)}"), Items(tuple(lines))]


def _next(profile: Profile, notes: Footnotes) -> list[Block]:
    blocks: list[Block] = []
    for onward in profile.next:
        way = onward.way
        blocks.append(Heading(f"On to {onward.title}", _years(onward)))
        if way.summary:
            blocks.append(Prose(notes(way.summary, way.source)))
        if way.evidence:
            blocks += [Heading("What shows it", depth=3), notes.items(way.evidence)]
        if way.obstacles:
            blocks += [Heading("What stops people", depth=3), notes.items(way.obstacles)]
    return blocks


def _years(onward: Onward) -> str:
    low, *high = onward.way.years or (None,)
    if low is None:
        return ""
    return f"{low:g}–{high[0]:g} years" if high and high[0] != low else f"{low:g} years"


def _fit(profile: Profile, notes: Footnotes) -> list[Block]:
    fit: Fit | None = profile.fit
    if fit is None:
        return []
    blocks: list[Block] = []
    if fit.for_:
        blocks += [Heading("It may suit you if"), notes.items(fit.for_)]
    if fit.against:
        blocks += [Heading("It may not suit you if"), notes.items(fit.against)]
    return blocks


def _companies(profile: Profile, notes: Footnotes) -> list[Block]:
    if not profile.companies:
        return []
    rows: list[tuple[Cell, ...]] = [
        (Span(one.company_title, "strong"), one.id, notes(one.title or "–", one.source), one.note)
        for one in profile.companies
    ]
    columns = (
        Column("company"),
        Column("level"),
        Column("title"),
        Column("note", below=True),
    )
    return [Heading("At other companies", "unofficial unless the source is the company"), Table(columns, tuple(rows))]


def _record(record: Record, profile: Profile) -> list[Block]:
    source = who(record.source, profile.sources)
    blocks: list[Block] = [
        Heading("The file record", "satire"),
        Note(f"a satirical page wrote this, not a survey · {source}", "satire"),
    ]
    facts: list[tuple[str, Text]] = []
    if record.aliases:
        facts.append(("aliases", listed(record.aliases)))
    if record.habitat:
        facts.append(("habitat", "; ".join(record.habitat)))
    if record.pay:
        facts.append(("pay", record.pay))
    if record.flight_risk:
        risk = record.flight_risk
        facts.append(("flight risk", " · ".join(filter(None, (f"{risk.percent:g}%", risk.label, risk.candid)))))
    if record.encounter:
        facts.append(("if met", record.encounter))
    blocks += [Facts(tuple(facts))] if facts else []
    for title, quips in (
        ("Vanity metrics", record.metrics),
        ("Signature tools", record.tools),
        ("The job advert, translated", record.autopsy),
    ):
        if quips:
            blocks += [Heading(title, depth=3), Items(tuple(Item(quip.title, (quip.candid,)) for quip in quips))]
    if record.complaints:
        blocks += [Heading("Complaints", depth=3), Items(tuple(Item(complaint) for complaint in record.complaints))]
    if record.related:
        lines = tuple(
            Item(one.title, (one.candid,) if one.candid else (), f"match {one.match:g}%") for one in record.related
        )
        blocks += [Heading("Related specimens", depth=3), Items(lines)]
    return blocks
