"""A comparison on one screen: a sentence, the gists side by side, time, pay, and what changes by how much."""

from ladder.document import Block, Cell, Column, Document, Heading, Item, Items, Prose, Span, Table, Text
from ladder.pages.compare import MANY, ORDER, WORDS, alike, aside, called
from ladder.pages.short.parts import gist, median, medians, name, sentence_of, shares
from ladder.pages.words import count, listed
from ladder.questions.comp import Row
from ladder.questions.compare import Comparison, Counts, Move, Subject


def page(answer: Comparison) -> Document:
    """The short page of `ladder compare`."""
    title = " → ".join(called(side) for side in answer.sides)
    if answer.alike:
        return alike(answer)
    blocks: list[Block] = [Heading(title, aside(answer), 1)]
    moves = answer.moves or ()
    if len(moves) == 1 and moves[0].summary:
        blocks.append(Prose(moves[0].summary))
    blocks += _table(answer)
    if moves:
        blocks += [note for move in moves if (note := _unmatched(answer, move))]
        blocks.append(Prose(_legend(answer, moves)))
    return Document(title, tuple(blocks), screen=22)


def _table(answer: Comparison) -> list[Block]:
    """The sides as columns: gists where there are any, else how much changes; then time and pay."""
    heads = tuple(side.short or side.title for side in answer.sides)
    gists = _gists(answer)
    if not gists and answer.moves and len(answer.moves) == 1:
        return [_amounts(answer.moves[0]), *_figures(answer, heads)]
    weight = _weights(answer)
    rows = [row for _, row in gists]
    order = tuple(sorted(range(len(gists)), key=lambda place: -weight.get(gists[place][0], 0)))
    figures = _rows_of_figures(answer)
    spacer: list[tuple[Cell, ...]] = [()] if rows and figures else []
    columns = (Column(""), *map(Column, heads))
    return [Table(columns, (*rows, *spacer, *figures), keep=order)] if rows or figures else []


def _gists(answer: Comparison) -> list[tuple[str, tuple[Cell, ...]]]:
    """A row for each competency that has a gist on some side, by its id."""
    found: dict[str, list[Subject | None]] = {}
    for move in answer.moves or ():
        for subject in move.subjects:
            found.setdefault(subject.id, [None] * len(answer.moves or ()))[move.before] = subject
    rows: list[tuple[str, tuple[Cell, ...]]] = []
    for id_, subjects in found.items():
        parts = [subjects[0].before if subjects[0] else None]
        for place, step in enumerate(subjects):
            if step and place and parts[place] is None:
                parts[place] = step.before
            parts.append(step.after if step else None)
        known = next(part for part in (*reversed(parts),) if part)
        if any(part and (part.gist or part.step or part.label) for part in parts):
            rows.append((id_, (Span(name(known), "strong"), *map(gist, parts))))
    return rows


def _weights(answer: Comparison) -> dict[str, int]:
    """How much of each competency changes, over all steps."""
    weights: dict[str, int] = {}
    for move in answer.moves or ():
        for subject in move.subjects:
            changed = sum(change.kind in ("new", "changes") for change in subject.changes)
            weights[subject.id] = weights.get(subject.id, 0) + changed
    return weights


def _amounts(move: Move) -> Table:
    """Where nobody wrote gists: competency by competency how much changes, and the first statement that does."""
    rows: list[tuple[Cell, ...]] = []
    for subject in move.subjects:
        first = next((one for kind in ("changes", "new") for one in subject.changes if one.kind == kind), None)
        said = sentence_of(first.after) if first and first.after else "nothing new"
        shown = subject.after or subject.before
        numbers = "  ".join(f"{WORDS[kind].mark}{number}" for kind in ORDER if (number := _number(subject, kind)))
        title = name(shown) if shown else subject.title
        rows.append((Span(title, "strong"), numbers, said))
    order = sorted(range(len(rows)), key=lambda place: -_changed(move.subjects[place]))
    return Table((Column(""), Column(""), Column("what changes, or is new, first")), tuple(rows), keep=tuple(order))


def _number(subject: Subject, kind: str) -> int:
    return sum(change.kind == kind for change in subject.changes)


def _changed(subject: Subject) -> int:
    return _number(subject, "new") + _number(subject, "changes")


def _figures(answer: Comparison, heads: tuple[str, ...]) -> list[Block]:
    rows = _rows_of_figures(answer)
    return [Table((Column(""), *map(Column, heads)), tuple(rows))] if rows else []


def _rows_of_figures(answer: Comparison) -> list[tuple[Cell, ...]]:
    """Where the time goes, and the medians of base pay: a row a survey that has any side."""
    rows: list[tuple[Cell, ...]] = []
    sides = len(answer.sides)
    if answer.time:
        said = [shares(answer.time, place, most=4 - min(sides, 3)) for place in range(sides)]
        if any(said):
            rows.append((Span("Time", "strong"), *(one or Span("not reported", "quiet") for one in said)))
    pays = [row for pay in answer.pay or () for row in pay.rows]
    found = [medians(row for row in pays if row.id == side.id) for side in answer.sides]
    regions = {row.region for rows_ in found for row in rows_[:2] if row.region}
    labels = ["Base, median", _whose(answer) or (f"({regions.pop()})" if len(regions) == 1 else "")]
    for place in range(2 if labels[1] or (sides == 2 and max(map(len, found)) > 1) else 1):
        cells = [_median(rows_ if sides == 2 else rows_[:1], place, sides) for rows_ in found]
        if any(found):
            rows.append((Span(labels[place], "strong" if not place else "quiet"), *cells))
    return rows


def _whose(answer: Comparison) -> str:
    """Where a company's level was typed, that the pay is not that company's."""
    companies = dict.fromkeys(side.called.rsplit(" ", 1)[0] for side in answer.sides if side.called)
    return f"(not {listed([f'{company}’s' for company in companies])})" if companies else ""


def _median(rows: list[Row], place: int, sides: int) -> Cell:
    if place < len(rows):
        return median(rows[place], 60 // sides)
    return None if place else Span("none found", "quiet")


def _unmatched(answer: Comparison, move: Move) -> Block | None:
    """Competencies of two ladders of which only one has each; and those that were matched by their wording."""
    items = []
    for side, alone in ((move.before, move.only_before), (move.after, move.only_after)):
        if alone:
            number = count(sum(one.statements for one in alone), "statement")
            named = ", ".join(one.title for one in alone)
            items.append(Item(f"Only in {answer.sides[side].ladder}: {named} ({number})."))
    paired = [f"{one.other} = {one.title}" for one in move.subjects if one.matched in ("wording", "you") and one.other]
    if paired:
        items.append(Item(f"Taken for one: {', '.join(paired)}."))
    return Items(tuple(items), least=0) if items else None


def _legend(answer: Comparison, moves: tuple[Move, ...]) -> Text:
    """How much is new, changes, is the same and is not said again; for several steps, added up."""
    total = Counts(*(sum(numbers) for numbers in zip(*(move.counts for move in moves), strict=True)))
    spans: list[Span] = []
    for kind in ORDER:
        if number := getattr(total, kind):
            word = WORDS[kind]
            spans += [Span("   " if spans else ""), Span(word.mark, word.tone), Span(f" {number} {MANY[kind]}")]
    return tuple(spans) or "no statement on either side"
