"""What observations come to, laid out: the figures, what did not count and why, and what was taken for what."""

import itertools
from collections.abc import Sequence
from typing import Any, Final

from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Text,
    Thing,
    Tone,
)
from ladder.document import Link as Leading
from ladder.figures import needed
from ladder.model import Made, Survey
from ladder.pages.drawing import bar_of, scale_over
from ladder.pages.words import amount, count, listed, unit
from ladder.questions.survey import FEWEST, Row, Surveyed, method

MOST_TITLES: Final = 400
"""How many titles a page explains; the sheet and JSON have all."""


def page(answer: Surveyed) -> Document:
    """The page of `ladder survey`."""
    blocks = [*figures(answer), *_counted(answer)]
    if answer.titles:
        blocks += _titles(answer)
    return Document(title(answer), tuple(blocks), answer.language)


def title(answer: Surveyed) -> str:
    """What was surveyed."""
    return f"{answer.measure.capitalize()} pay from {answer.input}"


def figures(answer: Surveyed) -> list[Block]:
    """What every page of a survey begins with: its figures, and what they cannot say."""
    blocks: list[Block] = [Heading(title(answer), unit(answer.currency, answer.per), 1)]
    if answer.basis == "bands":
        blocks.append(Prose("These are bands that a company set: ranges, not observations."))
    blocks += [table(answer)] if answer.rows else [Note(nothing(answer), "no figures")]
    return [*blocks, *notes_of(answer)]


def nothing(answer: Surveyed) -> str:
    """Why there is no figure."""
    if not answer.read:
        return "the table has no rows."
    if answer.hidden:
        return f"no group has {FEWEST} observations."
    return f"none of {count(answer.read, 'row')} counts; below is why."


def table(answer: Surveyed) -> Table:
    """A line a group: its percentiles or its range, drawn on one scale, and how many were counted."""
    rows = answer.rows
    known = sorted({one for row in rows for one in row.percentiles})
    scale, ticks = scale_over([value for row in rows for value in (*row.percentiles.values(), *row.range)])
    bands = answer.basis == "bands"
    columns = [Column(""), *(Column(f"p{one}", "figures") for one in known)]
    columns += [Column("range", "figures")] if bands else []
    columns += [Column("", "bar", scale=scale, ticks=ticks), Column("middle" if bands else "n", "figures")]
    columns += [Column("companies", below=True)] if any(row.companies for row in rows) else []
    columns += [Column("95% intervals", below=True)] if any(row.intervals for row in rows) else []
    lines: list[tuple[Cell, ...]] = []
    for place, row in enumerate(rows):
        again = place > 0 and rows[place - 1].id == row.id
        tone: Tone = "quiet" if again else "strong"
        line: list[Cell] = [Leading(named(row), Thing("role", row.id), tone)]
        line += [amount(row.percentiles[one]) if one in row.percentiles else "–" for one in known]
        line += ["–".join(map(amount, row.range))] if bands else []
        line.append(bar_of(row.percentiles, row.range))
        line.append((amount(row.mid) if row.mid is not None else None) if bands else f"{row.n:,}")
        line += [_companies(row)] if any(one.companies for one in rows) else []
        line += [_intervals(row)] if any(one.intervals for one in rows) else []
        lines.append(tuple(line))
    return Table(tuple(columns), tuple(lines))


def named(row: Row) -> str:
    """Whose pay it is: the level or role, then discipline and region where groups are made by them."""
    return ", ".join(filter(None, (row.title, row.discipline, row.region)))


def _intervals(row: Row) -> str | None:
    said = [f"p{one} {amount(low)}–{amount(high)}" for one, (low, high) in row.intervals.items()]
    return "95%: " + ", ".join(said) if said else None


def _companies(row: Row) -> str | None:
    if row.companies is None:
        return None
    return f"{count(row.companies, 'company', 'companies')}, largest {row.largest_share:g}%"


def notes_of(answer: Surveyed) -> list[Block]:
    """What to know beside the figures."""
    notes: list[Block] = []
    few = [row.title for row in answer.rows if row.n is not None and any(row.n < needed(one) for one in (10, 25, 50))]
    if few:
        text = f"a median needs {needed(50)} observations, p25 and p75 {needed(25)}, p10 and p90 {needed(10)}."
        notes.append(Note(text, "–"))
    rows = [row for row in answer.rows if not row.region and not row.discipline and row.percentiles]
    for lower, higher in itertools.pairwise(rows):
        both = [one for one in higher.percentiles if higher.percentiles[one] < lower.percentiles.get(one, 0)]
        if both:
            at = listed([f"p{one}" for one in both])
            notes.append(Note(f"{higher.title} is below {lower.title} at {at}: shown as found.", "lower above"))
    if answer.rows and not answer.stated:
        notes.append(Note(f"no row says its currency; all are taken for {answer.currency}.", "currency"))
    if answer.hidden:
        notes.append(Note(f"groups of fewer than {FEWEST}, with {count(answer.hidden, 'row')}.", "not shown"))
    return notes


def _counted(answer: Surveyed) -> list[Block]:
    """What was read, what counts, and what does not and why."""
    first: list[tuple[Text, Text]] = [("read", count(answer.read, "row")), ("counts", f"{answer.used:,}")]
    if answer.basis == "observations":
        first.append(("days", _days(answer)))
    blocks: list[Block] = [Heading("What counts"), Facts(tuple(first))]
    rows: list[tuple[Text, Text]] = [
        (f"{one.n:,}", f"{one.why}{_where(answer, one.line, one.text)}") for one in answer.dropped
    ]
    if rows:
        blocks += [Heading("Dropped", f"{sum(one.n for one in answer.dropped):,} rows"), Facts(tuple(rows))]
    if answer.no_level:
        whys = _summed(answer.no_level)
        total = sum(n for _, n in answer.no_level)
        blocks += [
            Heading("Titles without a level", f"{total:,} rows"),
            Facts(tuple((f"{n:,}", why) for why, n in whys)),
        ]
        if not answer.titles:
            text = (Span("--explain-titles", "code"), Span(" lists what each title came to."))
            blocks.append(Note(text, prompt=True))
    said = [method(answer), *(f"{note[:1].upper()}{note[1:]}." for note in answer.notes)]
    if answer.rules:
        said.append(f"Rules for titles: {answer.rules}.")
    if answer.engine:
        said.append(f"Counted with {answer.engine}.")
    return [*blocks, Heading("How it was made", about="method"), Prose(" ".join(said))]


MOST_REASONS: Final = 6


def _summed(whys: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    shown = list(whys[:MOST_REASONS])
    rest = whys[MOST_REASONS:]
    return [*shown, *([(f"{len(rest)} other reasons", sum(n for _, n in rest))] if rest else [])]


def _days(answer: Surveyed) -> str:
    upto = f"up to {answer.as_of}"
    span = f"{upto}, {count(answer.window, 'day')} back" if answer.window is not None else upto
    return f"{span}; the rows are dated {answer.first} to {answer.last}" if answer.first else f"{span}; no dates"


def _where(answer: Surveyed, line: int | None, text: str) -> str:
    if not line:
        return ""
    shown = f": {text[:60]}{'…' if len(text) > 60 else ''}" if text else ""
    return f" (first in line {line:,}{shown})"


def _titles(answer: Surveyed) -> list[Block]:
    shown = answer.titles[:MOST_TITLES]
    lines = tuple(
        (one.title or "(empty)", f"{one.n:,}", one.level or "–", one.discipline or "–", one.why) for one in shown
    )
    columns = (
        Column("title"),
        Column("rows", "figures"),
        Column("level"),
        Column("discipline"),
        Column("why", below=True),
    )
    blocks: list[Block] = [
        Heading("What each title came to", count(len(answer.titles), "title")),
        Table(columns, lines),
    ]
    if len(shown) < len(answer.titles):
        left = f"{len(answer.titles) - len(shown):,} more titles; `-f json` has all."
        blocks.append(Note(left, "left out", prompt=True))
    return blocks


def sheet(answer: Surveyed) -> Sheet:
    """One row a figure; where titles are explained, one row a title."""
    if answer.titles:
        fields = ("title", "n", "level", "discipline", "rule", "why")
        return Sheet(fields, tuple(tuple(getattr(one, field) for field in fields) for one in answer.titles))
    before, after = ("id", "title", "discipline", "region"), ("n", "companies", "largest_share")
    rows = []
    for row in answer.rows:
        figures: list[tuple[Any, ...]] = [
            (one, value, *row.intervals.get(one, (None, None))) for one, value in row.percentiles.items()
        ]
        figures += [(None, None, *row.range)] if row.range else []
        rows += [
            (*(getattr(row, field) for field in before), *figure, answer.measure, answer.currency, answer.per,
             *(getattr(row, field) for field in after))
            for figure in figures
        ]  # fmt: skip
    between = ("percentile", "amount", "low", "high", "measure", "currency", "per")
    return Sheet((*before, *between, *after), tuple(rows))


def file(survey: Survey, made: Made) -> dict[str, Any]:
    """A file of `comp/` as a mapping in the order of its keys, without what is empty."""
    head: dict[str, Any] = {"title": survey.title}
    if survey.source:
        head["source"] = survey.source[0] if len(survey.source) == 1 else list(survey.source)
    head["published"] = survey.published
    if survey.period and survey.period.from_:
        head["period"] = {"from": survey.period.from_, "to": survey.period.to}
    head |= {"currency": survey.currency, "measure": survey.measure}
    head |= {key: value for key in ("counts", "method", "note") if (value := getattr(survey, key))}
    head["bands"] = [_band(one) for one in survey.bands]
    head["made"] = {
        key: _whole(value) if isinstance(value, dict) else value
        for key, value in made._asdict().items()
        if value not in ("", None) and value != {}
    }
    return head


def _band(band: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"for": band.for_}
    found |= {key: value for key in ("discipline", "region", "n", "companies") if (value := getattr(band, key))}
    if band.top_company_share is not None:
        found["top_company_share"] = _short(band.top_company_share)
    if band.percentiles:
        found["percentiles"] = {one: _short(value) for one, value in band.percentiles.items()}
    if band.intervals:
        found["intervals"] = {one: [_short(end) for end in ends] for one, ends in band.intervals.items()}
    if band.range:
        found["range"] = [_short(end) for end in band.range]
    return found | ({"note": band.note} if band.note else {})


def _whole(values: dict[str, Any]) -> dict[str, Any]:
    return {key: _short(value) for key, value in values.items()}


def _short(value: float) -> float:
    """A number without a decimal point that says nothing."""
    return int(value) if float(value).is_integer() else value
