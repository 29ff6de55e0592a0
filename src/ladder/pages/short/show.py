"""A level or role at a glance: what is expected, in few words; its time, its pay, and what else there is."""

from ladder.document import Block, Cell, Column, Document, Heading, Note, Prose, Span, Table
from ladder.pages.short.map import code_range
from ladder.pages.short.parts import gist, median, medians, name, shares
from ladder.pages.show import aside
from ladder.pages.words import count, years
from ladder.questions.map import Rung
from ladder.questions.show import Profile

COMPANIES = 4
"""How many companies' names for a level a line has room for."""


def page(profile: Profile, *, every: bool = False) -> Document:
    """The short page of `ladder show`."""
    blocks: list[Block] = [Heading(profile.title, aside(profile), 1)]
    if profile.summary:
        blocks.append(Prose(profile.summary))
    judged: list[tuple[Cell, ...]] = [(Span(name(part), "strong"), gist(part)) for part in profile.expects]
    facts = _facts(profile)
    spacer: list[tuple[Cell, ...]] = [()] if judged and facts else []
    if judged or facts:
        rows = (*judged, *spacer, *facts)
        blocks.append(Table((Column(""), Column("")), rows, keep=tuple(range(len(judged)))))
    if not (judged or facts or profile.topics):
        blocks.append(Note("nothing more is known of it.", "none found"))
    return Document(profile.title, tuple(blocks), screen=22, more=_more(profile))


def _facts(profile: Profile) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []

    def add(label: str, said: str) -> None:
        if said:
            rows.append((Span(label, "strong"), said))

    add("Experience", years(profile.years) if profile.years else "")
    add("Time", shares(profile.time, 0, both=False, most=3))
    known = medians(profile.pay.rows) if profile.pay else []
    regions = list(dict.fromkeys(row.region for row in known[:2] if row.region))
    figures = ", ".join(median(row) for row in known[:2])
    add("Base, median", f"{figures}{f', {regions[0]}' if len(regions) == 1 else ''}" if figures else "")
    codes: dict[str, list[Rung]] = {}
    for rung in profile.companies:
        codes.setdefault(rung.company_title, []).append(rung)
    named = [f"{company} {code_range(rungs)}" for company, rungs in codes.items()]
    rest = f" and {len(named) - COMPANIES} more" if len(named) > COMPANIES else ""
    add("Elsewhere", ", ".join(named[:COMPANIES]) + rest)
    add("Next", ", ".join(one.title for one in profile.next))
    return rows


def _more(profile: Profile) -> str:
    """What the full page has beside all of this."""
    statements = sum(len(one.statements) for one in profile.expects)
    parts = [
        count(number, noun) for number, noun in ((statements, "statement"), (len(profile.topics), "topic")) if number
    ]
    parts += ["a satirical record"] if profile.record else []
    return f"All of it ({', '.join(parts)})" if parts else "All of it"
