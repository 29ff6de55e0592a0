"""What companies call a level, on one screen."""

from collections.abc import Sequence

from ladder.document import Block, Cell, Column, Document, Heading, Item, Items, Note, Prose, Span, Table
from ladder.pages.map import marked
from ladder.pages.words import count, listed
from ladder.questions.map import Here, Map, Rung

UNOFFICIAL = "mostly unofficial"


def page(answer: Map) -> Document:
    """The short page of `ladder map`."""
    if answer.rung:
        return _of_rung(answer, answer.rung)
    if answer.level:
        return _of_level(answer, answer.level)
    return _of_company(answer) if answer.company else _matrix(answer)


def _of_rung(answer: Map, rung: Rung) -> Document:
    title = f"{rung.company_title} {rung.id}"
    head = f"{title} is {rung.here_title} here" if rung.here else f"{title} is no level here"
    if rung.beside:
        head = f"{title} ranks beside {rung.beside_title}, as a manager"
    blocks: list[Block] = [Heading(head, rung.title, 1)]
    items = [Item(rung.note)] if rung.note else []
    items += [Item(f"Others say {by.title}. {by.note}".strip()) for by in rung.disagree]
    blocks += [Items(tuple(items), least=2)] if items else []
    others = [one for one in answer.rungs if one != rung]
    if answer.level and others:
        blocks += [Heading(f"{answer.level.title} elsewhere", UNOFFICIAL), _names(others)]
        blocks += _disputed(others)
    return Document(title, tuple(blocks), screen=22, more=_rest(answer, rung))


def _of_level(answer: Map, level: Here) -> Document:
    title = f"{level.title} at other companies"
    blocks: list[Block] = [Heading(title, UNOFFICIAL, 1)]
    if answer.rungs:
        blocks += [_names(answer.rungs), *_disputed(answer.rungs)]
    else:
        blocks.append(Note(f"no company's level is known to correspond to {level.title}.", "none found"))
    return Document(title, tuple(blocks), screen=22, more=_rest(answer, None))


def _names(rungs: Sequence[Rung]) -> Table:
    """A row a company, with its codes and titles."""
    by_company: dict[str, list[Rung]] = {}
    for rung in rungs:
        by_company.setdefault(rung.company_title, []).append(rung)
    rows: list[tuple[Cell, ...]] = []
    for company, own in by_company.items():
        titles = listed(list(dict.fromkeys(one.title for one in own if one.title)))
        rows.append((Span(company, "strong"), code_range(own), titles or None))
    return Table((Column("company"), Column("level"), Column("title")), tuple(rows), keep=tuple(range(len(rows))))


def _of_company(answer: Map) -> Document:
    title = f"Levels of {answer.company_title}"
    blocks: list[Block] = [Heading(title, UNOFFICIAL, 1)]
    rows: list[tuple[Cell, ...]] = []
    for rung in (*answer.rungs, *answer.managers):
        here = rung.here_title or (f"beside {rung.beside_title}" if rung.beside else "none here")
        rows.append((Span(marked(rung), "strong"), rung.title or "–", here))
    if rows:
        table = Table((Column("level"), Column("title"), Column("here")), tuple(rows), keep=tuple(range(len(rows))))
        blocks += [table, *_disputed(answer.rungs)]
    else:
        blocks.append(Note("the ladder names none of its levels.", "none found"))
    return Document(title, tuple(blocks), screen=22, more="With notes and sources")


def _matrix(answer: Map) -> Document:
    """Companies as rows and levels as columns, in the order of the file."""
    title = "What companies call these levels"
    blocks: list[Block] = [Heading(title, UNOFFICIAL, 1)]
    if not answer.companies:
        return Document(title, (*blocks, Note("the ladder names no companies.", "none found")))
    placed: dict[tuple[str, str], list[Rung]] = {}
    for rung in answer.rungs:
        placed.setdefault((rung.company, rung.level), []).append(rung)
    columns = [level for level in answer.levels if any(level.id == rung.level for rung in answer.rungs)]
    known = {rung.company for rung in answer.rungs}
    rows: list[tuple[Cell, ...]] = [
        (Span(company.title, "strong"), *(code_range(placed.get((company.id, level.id), [])) for level in columns))
        for company in answer.companies
        if company.id in known
    ]
    heads = (Column("company"), *(Column(level.short or level.title) for level in columns))
    blocks += [Table(heads, tuple(rows), keep=tuple(range(len(rows)))), *_disputed(answer.rungs)]
    rest = f"All {len(answer.companies)} companies" if len(answer.companies) > 1 else "All of it"
    more = f"{rest} and {count(len(answer.managers), 'level')} of managers" if answer.managers else rest
    return Document(title, tuple(blocks), screen=22, more=more)


def code_range(rungs: Sequence[Rung]) -> str:
    """The codes of a company's levels that stand in one place: from the lowest to the highest, marked if disputed."""
    if len(rungs) > 1:
        mark = "*" if any(one.disagree for one in rungs) else ""
        return f"{rungs[0].id}–{rungs[-1].id}{mark}"
    return ", ".join(map(marked, rungs)) or "–"


def _disputed(rungs: Sequence[Rung]) -> list[Block]:
    some = next((one for one in rungs if one.disagree), None)
    return (
        [Prose((Span(f"* others place it elsewhere: ladder map {some.company}:{some.id}", "quiet"),))] if some else []
    )


def _rest(answer: Map, rung: Rung | None) -> str:
    parts = []
    disputed = [one for one in answer.disputed if one != rung]
    managers = [one for one in answer.managers if one != rung]
    if disputed:
        parts.append(f"{count(len(disputed), 'level')} counted here by others")
    if managers:
        parts.append(
            f"{count(len(managers), 'manager', 'managers')} who rank beside"
            if len(managers) > 1
            else "a manager who ranks beside"
        )
    return f"With notes, {listed(parts)}" if parts else "With notes and sources"
