"""What companies call these levels, laid out: one level, one company, or a matrix of all."""

from collections.abc import Mapping, Sequence

from ladder.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Sheet,
    Span,
    Table,
    Text,
    Thing,
)
from ladder.pages.words import Footnotes, command, count, joined, running
from ladder.questions.map import Here, Map, Placed, Rung

UNOFFICIAL = "unofficial unless the source is the company"


def page(answer: Map) -> Document:
    """The page of `ladder map`."""
    if answer.rung:
        return _of_rung(answer, answer.rung)
    if answer.level:
        return _of_level(answer, answer.level)
    return _of_company(answer) if answer.company else _matrix(answer)


def sheet(answer: Map) -> Sheet:
    """One row a placement: where a company's level stands, and where others place it (`disputed` is true)."""
    rows: list[tuple[str | bool, ...]] = []
    rungs = dict.fromkeys((*([answer.rung] if answer.rung else ()), *answer.rungs, *answer.disputed, *answer.managers))
    for rung in rungs:
        own = (rung.company, rung.id, rung.title)
        rows.append((*own, rung.here, rung.beside, False, rung.note, " ".join(rung.source)))
        rows += [(*own, by.id, "", True, by.note, " ".join(by.source)) for by in rung.disagree]
    return Sheet(("company", "level", "title", "is", "beside", "disputed", "note", "source"), tuple(rows))


def _of_level(answer: Map, level: Here) -> Document:
    title = f"{level.title} at other companies"
    notes = Footnotes(answer.sources)
    blocks = [Heading(title, UNOFFICIAL, 1), *_elsewhere(answer, level, notes)]
    return Document(title, (*blocks, *notes.blocks()), answer.language)


def _of_rung(answer: Map, rung: Rung) -> Document:
    title = f"{rung.company_title} {rung.id}"
    notes = Footnotes(answer.sources)
    blocks: list[Block] = [Heading(title, rung.title, 1), *_asked(rung, notes)]
    if answer.level:
        blocks += [
            Heading(f"{answer.level.title} elsewhere", UNOFFICIAL, about="elsewhere"),
            *_elsewhere(answer, answer.level, notes),
        ]
    return Document(title, (*blocks, *notes.blocks()), answer.language)


def _elsewhere(answer: Map, level: Here, notes: Footnotes) -> list[Block]:
    """What companies call this level, who else is counted among them, and which managers rank beside."""
    blocks: list[Block] = []
    others = [rung for rung in answer.rungs if rung != answer.rung]
    if others:
        blocks.append(levels(others, notes, {rung.company: rung.company_title for rung in others}))
    else:
        which = "no other" if answer.rung and answer.rung.here else "no"
        blocks.append(Note(f"{which} company's level is known to correspond to {level.title}.", "none found"))
    disputed = [rung for rung in answer.disputed if rung != answer.rung]
    if disputed:
        items = tuple(_disputed(rung, level, notes) for rung in disputed)
        blocks += [Heading("Counted here by others", about="disputed"), Items(items)]
    return [*blocks, *_managers(answer, notes)]


def _asked(rung: Rung, notes: Footnotes) -> list[Block]:
    """What the level that was asked for is here, and who disagrees."""
    if rung.here:
        here = running("Here it is ", Link(rung.here_title, Thing("role", rung.here)))
        items = [Item(running(notes(here, rung.source), ": ", command("show", rung.here)))]
    elif rung.beside:
        said = f"A manager's level: it ranks beside {rung.beside_title} but is not that level"
        items = [Item(notes(said, rung.source))]
    else:
        items = [Item(notes("No level here corresponds to it", rung.source))]
    items += [Item(rung.note)] if rung.note else []
    items += [Item(_elsewhere_placed(by, notes)) for by in rung.disagree]
    return [Items(tuple(items))]


def _sentences(*said: str) -> str:
    """Words of ours and notes of the file, one sentence each."""
    return " ".join(one.rstrip(".") + "." for one in said if one)


def _elsewhere_placed(by: Placed, notes: Footnotes) -> Text:
    return notes(_sentences(f"Others say {by.title}", by.note), by.source)


def _disputed(rung: Rung, level: Here, notes: Footnotes) -> Item:
    by = next(by for by in rung.disagree if by.level == level.id)
    named = " ".join(filter(None, (rung.company_title, rung.id, rung.title)))
    aside = f"here {rung.here_title}" if rung.here_title else ""
    return Item(notes(_sentences(named, by.note), by.source, rung.source), aside=aside)


def levels(rungs: Sequence[Rung], notes: Footnotes, companies: Mapping[str, str]) -> Table:
    """Rungs as rows; with more than one company each row names its own."""
    rows: list[tuple[Cell, ...]] = []
    before = ""
    for rung in rungs:
        own = notes(rung.id if companies else Span(rung.id, "strong"), rung.source)
        said: list[Text] = [_sentences(rung.note)] if rung.note else []
        said += [_elsewhere_placed(by, notes) for by in rung.disagree]
        again = bool(rows) and rung.company == before
        before = rung.company
        row: list[Cell] = []
        if companies:
            row.append(Link(companies[rung.company], Thing("company", rung.company), "quiet" if again else "strong"))
        row.append(own)
        row += [rung.title or "–"]
        row += [] if companies else [_here(rung)]
        rows.append((*row, joined(said, " ", " ") or ""))
    columns = [Column("company")] if companies else []
    columns += [Column("level"), Column("title")]
    columns += [] if companies else [Column("here")]
    return Table((*columns, Column("note", below=True)), tuple(rows))


def _here(rung: Rung) -> Text:
    """Where a company's level stands here."""
    if rung.here_title:
        return Link(rung.here_title, Thing("role", rung.here))
    return f"beside {rung.beside_title}" if rung.beside else "none here"


def _managers(answer: Map, notes: Footnotes) -> list[Block]:
    rungs = [rung for rung in answer.managers if rung != answer.rung]
    if not rungs:
        return []
    items = []
    for rung in rungs:
        named = " ".join(filter(None, (rung.company_title, rung.id, rung.title)))
        aside = "" if answer.level else f"beside {rung.beside_title}"
        items.append(Item(notes(_sentences(named, rung.note), rung.source), aside=aside))
    return [
        Heading("Managers who rank beside", "another track, never the same level", about="managers"),
        Items(tuple(items)),
    ]


def _of_company(answer: Map) -> Document:
    title = f"Levels of {answer.company_title}"
    notes = Footnotes(answer.sources)
    blocks: list[Block] = [Heading(title, UNOFFICIAL, 1, Thing("company", answer.company))]
    blocks += [levels(answer.rungs, notes, {})] if answer.rungs else []
    blocks += _managers(answer, notes)
    if len(blocks) == 1:
        blocks.append(Note("the ladder names none of its levels.", "none found"))
    return Document(title, (*blocks, *notes.blocks()), answer.language)


def _matrix(answer: Map) -> Document:
    """Companies as rows, levels as columns; what somebody places elsewhere carries a mark."""
    title = "What companies call these levels"
    blocks: list[Block] = [Heading(title, UNOFFICIAL, 1)]
    if not answer.companies:
        nothing = Note("the ladder names no companies.", "none found")
        return Document(title, (*blocks, nothing), answer.language)
    columns = [column for column in answer.levels if any(rung.level == column.id for rung in answer.rungs)]
    rows: list[tuple[Cell, ...]] = []
    disputed = False
    for company in answer.companies:
        cells = []
        for column in columns:
            own = [rung for rung in answer.rungs if rung.company == company.id and rung.level == column.id]
            disputed = disputed or any(rung.disagree for rung in own)
            cells.append(", ".join(map(marked, own)) or "–")
        rows.append((Link(company.title, Thing("company", company.id), "strong"), *cells))
    heads = (Column(Link(column.title, Thing("level", column.id))) for column in columns)
    blocks.append(Table((Column("company"), *heads), tuple(rows)))
    if disputed:
        blocks.append(Note("others place it elsewhere; a company's own page says who and where.", "*"))
    if answer.managers:
        blocks.append(
            Note(f"{count(len(answer.managers), 'level')} of managers left out: they rank beside, on another track.")
        )
    one = command("map", "--company", answer.companies[0].id)
    blocks.append(Note(running("One company, with titles and notes: ", one, "."), prompt=True))
    return Document(title, (*blocks, *Footnotes(answer.sources).blocks()), answer.language)


def marked(rung: Rung) -> str:
    """The code of a company's level, marked where others place it elsewhere."""
    return rung.id + ("*" if rung.disagree else "")
