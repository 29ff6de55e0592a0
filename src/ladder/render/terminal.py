"""A document on a terminal of a given width, drawn by Rich; and the same drawing as SVG.

Rich is told everything and asks nothing: no markup, no emoji codes, no environment. No datum is ever
cropped: bars shrink before words do, sources move under their row, and where a table still does not fit
its rows become little lists.
"""

from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Line

from ladder.document import (
    Bar,
    Block,
    Cell,
    Change,
    Changes,
    Column,
    Document,
    Entry,
    Facts,
    Heading,
    Items,
    Note,
    Prose,
    Schedule,
    Span,
    Table,
    Text,
    Tone,
)
from ladder.render.text import clock, duration, one_line, printable

STYLES: Final[dict[Tone, str]] = {
    "": "",
    "strong": "bold",
    "quiet": "dim",
    "new": "green",
    "raised": "yellow",
    "left": "red",
    "kept": "dim",
    "warn": "magenta",
}
NARROW: Final = 60
"""Below this width, side by side becomes one below the other."""
GAP: Final = 2
BAR: Final = (10, 36)
"""The least and the most columns of a bar."""


def render(document: Document, *, width: int, colour: bool) -> str:
    """The page as text, with ANSI styles where `colour` is true, and none at all where it is not."""
    console = _console(width, colour)
    _print(console, document, width)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return text if colour else "\n".join(line.rstrip() for line in text.split("\n"))


def svg(document: Document, *, width: int) -> str:
    """The page as an SVG picture that asks the network for nothing."""
    console = _console(width, colour=True, record=True)
    _print(console, document, width)
    from ladder.render.svg import picture

    return picture(console, document.title)


def _console(width: int, colour: bool, record: bool = False) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        height=100,
        color_system="standard" if colour else None,
        force_terminal=colour,
        force_jupyter=False,
        force_interactive=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
        _environ={},
    )


def _print(console: Console, document: Document, width: int) -> None:
    indent = 4 if width >= NARROW else 1
    first = True
    for block in document.blocks:
        room = width - (0 if isinstance(block, Heading) else indent)
        parts = list(_block(block, room, indent))
        if not parts:
            continue
        if not first:
            console.print()
        first = False
        for part in parts:
            console.print(Padding(part, (0, 0, 0, width - room)) if width > room else part)


def _block(block: Block, room: int, indent: int) -> Iterable[RenderableType]:
    match block:
        case Heading():
            yield _heading(block, room, indent)
        case Prose():
            yield _line(block.text)
        case Note():
            label = (Span(f"{block.label}: ", "warn"),) if block.label else ()
            yield _line((*label, *((Span(block.text, "quiet"),) if isinstance(block.text, str) else block.text)))
        case Facts():
            yield from _facts(block, room)
        case Items():
            yield from _items(block, room)
        case Changes():
            yield from _changes(block, room, indent)
        case Table():
            yield from _table(block, room)
        case Schedule():
            yield from _schedule(block, room)


def _heading(heading: Heading, room: int, indent: int) -> RenderableType:
    lead = 0 if heading.depth == 1 else min(indent, 2) if heading.depth == 2 else indent
    text = Line(" " * lead + one_line(heading.text), "bold" if heading.depth < 3 else "bold dim")
    aside = Line(one_line(heading.aside), "dim")
    free = room - cell_len(text.plain) - cell_len(aside.plain)
    if not heading.aside:
        return text if cell_len(text.plain) <= room else Padding(Line(text.plain.strip(), text.style), (0, 0, 0, lead))
    if free >= GAP:
        return Line.assemble(text, " " * free, aside)
    return _stack([Line(text.plain.strip(), text.style), aside], lead)


def _stack(lines: Sequence[RenderableType], indent: int = 0) -> RenderableType:
    grid = Grid.grid(padding=0)
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row(Padding(line, (0, 0, 0, indent)) if indent else line)
    return grid


def _grid(widths: Sequence[int], rows: Iterable[Sequence[RenderableType]], right: Sequence[int] = ()) -> Grid:
    """Cells in columns of exactly these widths, with a gap between them."""
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    for index, width in enumerate(widths):
        grid.add_column(width=width, overflow="fold", justify="right" if index in right else "left")
    for row in rows:
        grid.add_row(*row)
    return grid


def _facts(facts: Facts, room: int) -> Iterable[RenderableType]:
    labels = [one_line(label) for label, _ in facts.rows]
    wide = max(map(cell_len, labels), default=0)
    if room < NARROW - 4 or wide > room // 3:
        for label, (_, text) in zip(labels, facts.rows, strict=True):
            yield Line(label, "bold")
            yield Padding(_line(text), (0, 0, 0, 2))
        return
    yield _grid(
        [wide, room - wide - GAP],
        [(Line(label, "bold"), _line(text)) for label, (_, text) in zip(labels, facts.rows, strict=True)],
    )


def _items(items: Items, room: int) -> Iterable[RenderableType]:
    for item in items.items:
        text = _line(item.text)
        if item.aside:
            text = Line.assemble(text, "  ", (one_line(item.aside), "dim"))
        lines: list[RenderableType] = [text]
        lines += [_line((Span(detail, "quiet"),)) for detail in item.details]
        yield _marked(Line("·", "dim"), _stack(lines), room)


def _marked(mark: Line, body: RenderableType, room: int) -> RenderableType:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column(width=room - 2, overflow="fold")
    grid.add_row(mark, body)
    return grid


def _changes(block: Changes, room: int, indent: int) -> Iterable[RenderableType]:
    if room < NARROW - indent:
        for change in block.rows:
            tone = STYLES[change.tone]
            body: list[RenderableType] = [
                Line(printable(change.after or change.before), tone if change.tone == "kept" else "")
            ]
            if change.before and change.after and change.tone != "kept":
                body.insert(0, Line("was: " + printable(change.before), "dim"))
            yield _marked(Line(change.mark, tone), _stack(body), room)
        return
    half = (room - GAP) // 2
    lone = {True: [row for row in block.rows if not row.after], False: [row for row in block.rows if not row.before]}
    rows = [(row, row) for row in block.rows if row.before and row.after]
    shown: list[tuple[Change | None, Change | None]] = [*rows, *zip_longest(lone[True], lone[False])]
    if block.before or block.after:
        heads = [_marked(Line(" "), Line(one_line(head), "dim"), half) for head in (block.before, block.after)]
        yield _grid([half, half], [heads])
    for left, right in shown:
        yield _grid([half, half], [(_side(left, half, after=False), _side(right, half, after=True))])


def _side(change: Change | None, room: int, *, after: bool) -> RenderableType:
    if change is None:
        return ""
    text = change.after if after else change.before
    quiet = change.tone == "kept" or (not after and bool(change.after))
    mark = change.mark if after or not change.after or change.tone == "kept" else " "
    return _marked(Line(mark, STYLES[change.tone]), Line(printable(text), "dim" if quiet else ""), room)


def _schedule(schedule: Schedule, room: int) -> Iterable[RenderableType]:
    long = max((cell_len(duration(entry.to - entry.from_)) for entry in schedule.entries), default=0)
    for entry in schedule.entries:
        yield _entry(entry, room, long)
    if schedule.entries:
        yield Line(clock(schedule.entries[-1].to), "dim")


def _entry(entry: Entry, room: int, long: int) -> RenderableType:
    wide = room - 5 - 1 - 2 * 1
    spine = "┃" if entry.recorded else "┊"
    title = Line(one_line(entry.title), "bold" if entry.recorded else "dim")
    aside = Line.assemble(
        (one_line(entry.aside), "dim"),
        "  " if entry.aside else "",
        (duration(entry.to - entry.from_).rjust(long), "dim"),
    )
    lines: list[Line] = []
    free = wide - cell_len(title.plain) - cell_len(aside.plain)
    if free >= GAP:
        lines.append(Line.assemble(title, " " * free, aside))
    else:
        lines += [*title.wrap(_measure(), wide, overflow="fold"), Line(aside.plain.strip(), "dim")]
    for label, text in entry.lines:
        said = Line.assemble((f"{label}: ", "magenta") if label else "", printable(text))
        lines += [Line.assemble("  ", part) for part in said.wrap(_measure(), wide - 2, overflow="fold")]
    grid = Grid.grid(padding=(0, 1, 0, 0))
    for width in (5, 1, wide):
        grid.add_column(width=width, overflow="fold")
    for index, line in enumerate(lines):
        line.rstrip()
        grid.add_row(
            Line(clock(entry.from_) if index == 0 else "", "dim"), Line(spine, "" if entry.recorded else "dim"), line
        )
    return grid


def _measure() -> Console:
    return _console(200, colour=False)


def _table(table: Table, room: int) -> Iterable[RenderableType]:
    """The first layout that fits: whole, sources below, bars shrunk, words wrapped; else a list for each row."""
    columns = table.columns
    used = [index for index in range(len(columns)) if any(row[index] not in (None, "") for row in table.rows)]
    for below, bars in ((False, True), (True, True), (True, False)):
        beside = [
            index for index in used if not (below and columns[index].below) and (bars or columns[index].kind != "bar")
        ]
        widths = _widths(columns, table.rows, beside, room, wrap=below)
        if widths:
            yield from _rows(table, beside, [index for index in used if index not in beside], widths)
            return
    yield from _records(table, used, room)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], beside: Sequence[int], room: int, *, wrap: bool
) -> list[int] | None:
    """The width of each column, or None where they do not fit into the room."""
    most, least = [], []
    for index in beside:
        if columns[index].kind == "bar":
            most.append(BAR[1])
            least.append(BAR[0])
            continue
        texts = [_words(row[index]) for row in rows] + [columns[index].title]
        most.append(max(map(cell_len, texts)))
        words = [word for text in texts for word in text.split()] if columns[index].kind == "words" and wrap else texts
        least.append(min(most[-1], max([*map(cell_len, words), 8 if columns[index].kind == "words" else 1])))
    space = room - GAP * (len(beside) - 1)
    widths = list(most)
    over = sum(widths) - space
    for kind in ("bar", "words"):
        for place, index in sorted(enumerate(beside), key=lambda pair: -widths[pair[0]]):
            if over > 0 and columns[index].kind == kind:
                cut = min(over, widths[place] - least[place])
                widths[place] -= cut
                over -= cut
    return widths if over <= 0 else None


def _rows(table: Table, beside: Sequence[int], below: Sequence[int], widths: Sequence[int]) -> Iterable[RenderableType]:
    columns = table.columns
    right = [place for place, index in enumerate(beside) if columns[index].kind == "figures"]
    if any(columns[index].title or columns[index].ticks for index in beside):
        heads = [
            Line(_ticks(columns[index], width) if columns[index].ticks else one_line(columns[index].title), "dim")
            for index, width in zip(beside, widths, strict=True)
        ]
        yield _grid(widths, [heads], right)
    for row in table.rows:
        cells = [_cell(row[index], columns[index], width) for index, width in zip(beside, widths, strict=True)]
        yield _grid(widths, [cells], right)
        under = [words for index in below if (words := _words(row[index]))]
        if under:
            yield Padding(Line(" · ".join(under), "dim"), (0, 0, 0, 2))


def _records(table: Table, used: Sequence[int], room: int) -> Iterable[RenderableType]:
    """Each row as its first cell, with the others below it under their titles, figures in one line."""
    for row in table.rows:
        head, *rest = [index for index in used if row[index] not in (None, "") and not isinstance(row[index], Bar)]
        yield _cell(row[head], table.columns[head], room)
        for kind in ("figures", "words"):
            said = []
            for index in rest:
                column = table.columns[index]
                if column.kind == kind:
                    title = "" if column.below else one_line(column.title)
                    said.append(Line.assemble((f"{title} " if title else "", "dim"), _words(row[index])))
            if kind == "figures" and said:
                said = [Line(" · ", "dim").join(said)]
            for line in said:
                yield Padding(line, (0, 0, 0, min(2, room - 2)))


def _cell(cell: Cell, column: Column, width: int) -> RenderableType:
    if cell is None:
        return ""
    if isinstance(cell, Bar):
        return _bar(cell, column, width)
    if isinstance(cell, Span):
        return Line(one_line(cell.text), STYLES[cell.tone])
    return Line(one_line(cell))


def _words(cell: Cell) -> str:
    if cell is None or isinstance(cell, Bar):
        return ""
    return one_line(cell.text if isinstance(cell, Span) else cell)


def _bar(bar: Bar, column: Column, width: int) -> Line:
    low, high = column.scale
    line = [" "] * width
    styles = [""] * width

    def put(stretch: tuple[float, float] | None, sign: str, style: str) -> None:
        if stretch is None:
            return
        first, last = (round((value - low) / ((high - low) or 1) * (width - 1)) for value in stretch)
        for place in range(max(first, 0), min(last, width - 1) + 1):
            line[place], styles[place] = sign, style

    put(bar.thin, "─", "dim")
    put(bar.thick, "▓", "cyan")
    put((bar.mark, bar.mark) if bar.mark is not None else None, "┃", "bold")
    put((bar.offer, bar.offer) if bar.offer is not None else None, "◆", "magenta")
    return Line.assemble(*((sign, style) for sign, style in zip(line, styles, strict=True)))


def _ticks(column: Column, width: int) -> str:
    low, high = column.scale
    line = " " * width
    for value, label in column.ticks:
        at = round((value - low) / ((high - low) or 1) * (width - 1))
        start = max(0, min(at - len(label) // 2, width - len(label)))
        if not line[max(0, start - 1) : start + len(label) + 1].strip():
            line = line[:start] + label + line[start + len(label) :]
    return line.rstrip()


def _line(text: Text) -> Line:
    if isinstance(text, str):
        return Line(printable(text))
    return Line.assemble(*((printable(span.text), STYLES[span.tone]) for span in text))
