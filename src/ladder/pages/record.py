"""A satirical file record, laid out. Every page that shows one says that it is satire."""

from collections.abc import Sequence
from typing import Final

from ladder.document import Block, Document, Facts, Heading, Item, Items, Link, Note, Sheet, Span, Text, Thing, Web
from ladder.model import Record, Source
from ladder.pages import day as day_page
from ladder.pages.comp import basis
from ladder.pages.words import amount, command, listed, running, unit, who
from ladder.questions.comp import Row
from ladder.questions.record import FileRecord
from ladder.times import clock

QUIPS: Final = (
    ("metrics", "Vanity metrics"),
    ("tools", "Signature tools"),
    ("autopsy", "The job advert, translated"),
)


def page(answer: FileRecord) -> Document:
    """The page of `ladder record`."""
    title = f"The file record: {answer.title}"
    made: list[Block] = [
        Heading(title, "satire", 1, Thing("role", answer.id)),
        *_warning(answer.record, answer.sources),
    ]
    body = _body(answer.record, depth=2)
    facts = [block for block in body if isinstance(block, Facts)]
    made += facts
    for row in answer.pay:
        figures = ", ".join(f"{label} {amount(value)}" for label, value in _figures(row))
        text = f"{figures} {unit(row.currency, row.per)} · {basis(row, answer.sources)}"
        said = (Span(text), *running(". No survey: ", command("comp"), " keeps the two apart."))
        made.append(Note(said, "the figure"))
    made += [block for block in body if block not in facts]
    for schedule in answer.days:
        made += day_page.schedule(schedule, "both", [schedule.title or "Its day", "satire"])
    sources = [
        Item(Link(one.title, Web(one.url)), aside=", ".join(filter(None, (one.publisher, one.kind))))
        for one in answer.sources
    ]
    made += [Heading("Sources"), Items(tuple(sources))] if sources else []
    return Document(title, tuple(made), answer.language)


def sheet(answer: FileRecord) -> Sheet:
    """One row a thing that the record says, each marked as satire."""
    record = answer.record
    rows: list[tuple[str | float | None, str, float | None, str]] = [("alias", one, None, "") for one in record.aliases]
    rows += [("habitat", one, None, "") for one in record.habitat]
    rows += [("pay", "", value, f"{label}, {row.currency}") for row in answer.pay for label, value in _figures(row)]
    rows += [("pay", "", None, record.pay)] if record.pay else []
    if record.flight_risk:
        rows.append(("flight risk", record.flight_risk.label, record.flight_risk.percent, record.flight_risk.candid))
    rows += [(part, one.title, None, one.candid) for part, _ in QUIPS for one in getattr(record, part)]
    rows += [("encounter", "", None, record.encounter)] if record.encounter else []
    rows += [("complaint", "", None, one) for one in record.complaints]
    rows += [("related", one.title, one.match, one.candid) for one in record.related]
    for schedule in answer.days:
        for one in schedule.stretches:
            if one.recorded:
                when = clock(one.from_) + (f"–{clock(one.to)}" if one.to is not None else "")
                rows.append(("day", f"{when} {one.title}", None, one.candid or one.does))
    columns = ("id", "satire", "part", "title", "figure", "candid", "source")
    source = " ".join(record.source)
    return Sheet(columns, tuple((answer.id, True, *row, source) for row in rows))


def blocks(record: Record, sources: Sequence[Source]) -> list[Block]:
    """A record among other things: under a heading of its own, and marked."""
    return [Heading("The file record", "satire", about="record"), *_warning(record, sources), *_body(record, depth=3)]


def _warning(record: Record, sources: Sequence[Source]) -> list[Block]:
    source = who(record.source, sources)
    return [Note(" · ".join(filter(None, ("a satirical page wrote this, not a survey", source))), "satire")]


def _figures(row: Row) -> list[tuple[str, float]]:
    """The amounts of a row, each with what it is."""
    if row.mean is not None:
        return [("mean", row.mean)]
    if row.range:
        return [("lowest", row.range[0]), ("highest", row.range[1])]
    return [(f"p{percentile}", value) for percentile, value in row.percentiles.items()]


def _body(record: Record, *, depth: int) -> list[Block]:
    made: list[Block] = []
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
        facts.append(("if you meet one", record.encounter))
    made += [Facts(tuple(facts))] if facts else []
    for part, title in QUIPS:
        quips = getattr(record, part)
        if quips:
            made += [
                Heading(title, depth=depth, about=part),
                Items(tuple(Item(quip.title, (quip.candid,)) for quip in quips)),
            ]
    if record.complaints:
        made += [Heading("Complaints", depth=depth), Items(tuple(Item(complaint) for complaint in record.complaints))]
    if record.related:
        lines = tuple(
            Item(one.title, (one.candid,) if one.candid else (), f"match {one.match:g}%") for one in record.related
        )
        made += [Heading("Related specimens", depth=depth), Items(lines)]
    return made
