"""A level or role, laid out topic by topic."""

from ladder.contents.titles import TITLES
from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Text,
    Thing,
)
from ladder.model import Statement
from ladder.pages import comp as pay_page
from ladder.pages.map import UNOFFICIAL, levels
from ladder.pages.path import moves, way
from ladder.pages.record import blocks as record_blocks
from ladder.pages.words import (
    SPANS,
    Footnotes,
    bar,
    command,
    count,
    percent,
    running,
    scale,
    shared,
    unit,
    who,
    years,
)
from ladder.questions.show import Profile


def page(profile: Profile, *, every: bool = False) -> Document:
    """The page of `ladder show`; `every`: what a level of a cumulative ladder has from those below is written out."""
    about = Thing("role" if profile.level else "level", profile.id)
    blocks: list[Block] = [Heading(profile.title, aside(profile), 1, about)]
    if profile.summary:
        blocks.append(Prose(profile.summary))
    notes = Footnotes(profile.sources)
    facts = _facts(profile, notes)
    if facts:
        blocks.append(Facts(tuple(facts)))
    blocks += _expects(profile, notes, every=every) + _time(profile, notes)
    for topic in profile.topics:
        blocks += [Heading(topic.title, about=topic.id), notes.items(topic.statements)]
    blocks += notes.section(profile.week, TITLES["week"], about="week")
    blocks += _days(profile) + _next(profile, notes) + moves(profile.moves, notes) + _fit(profile, notes)
    for question in profile.faq:
        blocks += [Heading(question.ask), Prose(notes(question.answer, question.source))]
    if profile.pay:
        units = {unit(row.currency, row.per) for row in profile.pay.rows}
        blocks += [Heading("Pay", units.pop() if len(units) == 1 else "", about="pay")]
        blocks += [block for block in pay_page.tables(profile.pay) if not isinstance(block, Heading)]
    blocks += _companies(profile, notes)
    if profile.record:
        blocks += record_blocks(profile.record, profile.sources)
    blocks += notes.blocks()
    if len(blocks) <= (2 if profile.summary else 1):
        blocks.append(Note("nothing more is known of it.", "none found"))
    return Document(profile.title, tuple(blocks), profile.language)


def sheet(profile: Profile, *, every: bool = False) -> Sheet:
    """One row a statement, with the part of the page and the competency, activity or topic in which it stands."""
    rows: list[tuple[str | None, ...]] = []

    def add(part: str, about: str, statements: tuple[Statement, ...]) -> None:
        rows.extend((profile.id, part, about, one.id, one.text, " ".join(one.source)) for one in statements)

    if profile.summary:
        rows.append((profile.id, "summary", "", "", profile.summary, ""))
    for expectation in profile.expects:
        add("expects", expectation.id, expectation.statements)
        add("expects: inherited", expectation.id, expectation.inherited if every else ())
    for hours in profile.time:
        share = hours.shares[0]
        if share:
            rows.append((profile.id, "time", hours.id, "", percent(share.low, share.high), " ".join(share.source)))
            rows += [
                (
                    profile.id,
                    "time: report",
                    hours.id,
                    "",
                    f"{percent(one.low, one.high)} {one.text}".strip(),
                    " ".join(one.source),
                )
                for one in share.reports
            ]
            add("time", hours.id, share.does)
    for topic in profile.topics:
        add("topics", topic.id, topic.statements)
    for onward in profile.next:
        add("next: evidence", onward.way.to, onward.way.evidence)
        add("next: obstacles", onward.way.to, onward.way.obstacles)
    add("week", "", profile.week)
    for move in profile.moves:
        add(f"moves: {move.kind}", move.title, move.about or (Statement(move.title, source=move.source),))
    if profile.fit:
        add("fit", "for", profile.fit.for_)
        add("fit", "against", profile.fit.against)
        for question in profile.fit.questions:
            source = " ".join(question.source)
            rows.append((profile.id, "fit: question", question.id, "", question.ask, source))
            rows += [(profile.id, "fit: answer", question.id, one.leans, one.say, source) for one in question.answers]
    rows.extend((profile.id, "faq", one.ask, "", one.answer, " ".join(one.source)) for one in profile.faq)
    return Sheet(("id", "part", "about", "statement", "text", "source"), tuple(rows))


def aside(profile: Profile) -> Text:
    """Which level it is, on which track, and its rank."""
    rest = " · ".join(filter(None, (profile.track, f"rank {profile.rank}")))
    if not profile.level_title:
        return rest
    within = f" in {profile.discipline}" if profile.discipline else ""
    return running(Link(profile.level_title, Thing("level", profile.level)), f"{within} · {rest}")


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


def _expects(profile: Profile, notes: Footnotes, *, every: bool) -> list[Block]:
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
            blocks.append(Heading(part.title, " · ".join(filter(None, asides)), about=Thing("competency", part.id)))
        if part.statements:
            blocks.append(notes.items(part.statements))
        if part.inherited and every:
            blocks.append(Note("from the levels below, which this one includes:"))
            blocks.append(notes.items(part.inherited))
        elif part.inherited:
            text = f"{len(part.inherited)} more from the levels below, which this one includes: "
            blocks.append(Note(running(text, command("show", profile.id, "--all"), "."), prompt=True))
    return blocks


def _time(profile: Profile, notes: Footnotes) -> list[Block]:
    if not profile.time:
        return []
    blocks: list[Block] = [Heading("Where the time goes", "share of a week", about="time")]
    rows: list[tuple[Cell, ...]] = []
    for hours in profile.time:
        share = hours.shares[0]
        if share:
            rows.append((notes(hours.title, share.source), shared(share), bar(share)))
    left = profile.unstated
    if left and left.high:
        rest = f"up to {percent(left.high, left.high)}" if not left.low else percent(left.low, left.high)
        rows.append((Span("unstated", "quiet"), rest, None))
    scaled = Column("", "bar", scale=scale(hours.shares[0] for hours in profile.time), unit="%")
    blocks.append(Table((Column(), Column("", "figures"), scaled), tuple(rows)))
    if left and len(profile.time) > 1:
        sums = percent(left.sum_low, left.sum_high)
        blocks.append(Note(f"{sums}, as published and not scaled to 100.", "in sum"))
    if any(share and share.spans for hours in profile.time for share in hours.shares):
        blocks.append(Note(SPANS, "*"))
    for hours in profile.time:
        share = hours.shares[0]
        if share and (share.does or share.reports):
            blocks.append(Heading(hours.title, percent(share.low, share.high), 3, hours.id))
            blocks += [notes.items(share.does)] if share.does else []
            blocks += [notes.reports(share.reports)] if share.reports else []
    return blocks


def _days(profile: Profile) -> list[Block]:
    if not profile.days:
        return []
    lines = []
    hats: dict[str, int] = {}
    for one in profile.days:
        aside = " · ".join(filter(None, (one.kind, who(one.source, profile.sources))))
        if one.archetype:
            hats[one.archetype] = hats.get(one.archetype, 0) + 1
            if hats[one.archetype] > 1:
                continue
        lines.append(Item(f"As {one.archetype}" if one.archetype else one.title or one.on or one.kind, aside=aside))
    return [Heading("Days on record", command("day", profile.id), about="days"), Items(tuple(lines))]


def _next(profile: Profile, notes: Footnotes) -> list[Block]:
    return [
        block for one in profile.next for block in way(one.way, f"On to {one.title}", notes, Thing("role", one.way.to))
    ]


def _fit(profile: Profile, notes: Footnotes) -> list[Block]:
    if profile.fit is None:
        return []
    blocks = notes.suits(profile.fit.for_, profile.fit.against)
    if number := len(profile.fit.questions):
        text = f"{count(number, 'question')} to find out: "
        blocks.append(Note(running(text, command("fit", profile.id), "."), prompt=True))
    return blocks


def _companies(profile: Profile, notes: Footnotes) -> list[Block]:
    if not profile.companies:
        return []
    titles = {one.company: one.company_title for one in profile.companies}
    return [Heading("At other companies", UNOFFICIAL, about="companies"), levels(profile.companies, notes, titles)]
