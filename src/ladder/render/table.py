"""A table on a terminal, in the first layout that fits, with its bars."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.text import Text as Line

from ladder.document import Bar, Cell, Column, Table
from ladder.render.lines import GAP, STYLES, at, beside, wrapped
from ladder.render.parts import line_runs, plain_line

BAR: Final = (10, 18, 36)
"""The columns of a bar: the least, the least on a labelled scale, and the most."""


HYPHENED: Final = 7
"""From how many columns on a longer word of a title is hyphenated rather than given more room."""
NARROWEST: Final = 6


def lay_out(table: Table, room: int) -> Iterable[Line]:
    """The first layout that fits: whole; sources below; without bars; else a list for each row."""
    columns = table.columns
    whole = [row for row in table.rows if len(row) == len(columns)]
    used = [index for index in range(len(columns)) if any(row[index] not in (None, "") for row in whole)]
    for below, bars in ((False, True), (True, True), (True, False)):
        left_out = {index for index in used if below and columns[index].below}
        left_out |= {index for index in used if not bars and columns[index].kind == "bar"}
        shown = [index for index in used if index not in left_out]
        widths = _widths(columns, whole, shown, room, wrap=below)
        if widths:
            return _rows(table, shown, sorted(left_out), widths, room)
    return _records(table, used, room)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], shown: Sequence[int], room: int, *, wrap: bool
) -> list[int] | None:
    """The width of each column, or None where they do not fit into the room."""
    most, least = [], []
    for index in shown:
        if columns[index].kind == "bar":
            most.append(BAR[2])
            least.append(BAR[1] if columns[index].ticks else BAR[0])
            continue
        texts, title = [_words(row[index]) for row in rows], plain_line(columns[index].title)
        most.append(max(map(cell_len, (*texts, title))))
        if columns[index].kind == "words" and wrap:
            words = [word for text in texts for word in text.split()]
            heads = [min(cell_len(word), HYPHENED) for word in title.split()]
            least.append(min(most[-1], max([*map(cell_len, words), *heads, NARROWEST])))
        else:
            least.append(most[-1])
    space = room - GAP * (len(shown) - 1)
    widths = list(most)
    over = sum(widths) - space
    bars = [place for place, index in enumerate(shown) if columns[index].kind == "bar"]
    if bars and over > 0:  # all of one length, or a larger share could have the shorter bar
        long = max(BAR[2] - -(-over // len(bars)), *(least[place] for place in bars), 0)
        for place in bars:
            over -= widths[place] - long
            widths[place] = long
    while over > 0:  # the widest gives way first, so that columns of words end up alike
        giving = [place for place, index in enumerate(shown) if columns[index].kind == "words"]
        giving = [place for place in giving if widths[place] > least[place]]
        if not giving:
            return None
        widths[max(giving, key=lambda place: widths[place])] -= 1
        over -= 1
    return widths


def _rows(table: Table, shown: Sequence[int], below: Sequence[int], widths: Sequence[int], room: int) -> Iterator[Line]:
    columns = table.columns
    right = [place for place, index in enumerate(shown) if columns[index].kind == "figures"]
    if any(columns[index].title or columns[index].ticks for index in shown):
        heads = [_title(columns[index], width) for index, width in zip(shown, widths, strict=True)]
        yield from beside(heads, widths, right)
    for row in table.rows:
        if len(row) < len(columns):
            yield from _across(row, room)
            continue
        cells = [_cell(row[index], columns[index], width) for index, width in zip(shown, widths, strict=True)]
        yield from beside(cells, widths, right)
        under = [words for index in below if (words := _words(row[index]))]
        if under:
            yield from (at(2, line) for line in wrapped(Line(" · ".join(under), "dim"), room - 2))


def _across(row: Sequence[Cell], room: int) -> list[Line]:
    """A row of one cell, which stands across all columns; an empty one is a space."""
    return _cell(row[0], Column(), room) if row else [Line()]


def _records(table: Table, used: Sequence[int], room: int) -> Iterator[Line]:
    """Each row as its first cell, with the others below it under their titles, figures in one line."""
    for row in table.rows:
        if len(row) < len(table.columns):
            yield from _across(row, room)
            continue
        there = [index for index in used if row[index] not in (None, "") and not isinstance(row[index], Bar)]
        yield from _cell(row[there[0]], table.columns[there[0]], room) if there else ()
        rest = [(table.columns[index], _words(row[index])) for index in there[1:]]
        figures = [_titled(column, words) for column, words in rest if column.kind == "figures"]
        others = [_titled(column, words) for column, words in rest if column.kind == "words"]
        lines = _packed(figures, room - 2) + [part for other in others for part in wrapped(other, room - 2)]
        yield from (at(2, line) for line in lines)


def _packed(pieces: Sequence[Line], width: int) -> list[Line]:
    """Pieces beside one another, as many as fit on a line, and none of them broken."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and cell_len(lines[-1].plain) + GAP + cell_len(piece.plain) <= width:
            lines[-1].append(" " * GAP).append_text(piece)
        else:
            lines += wrapped(piece, width)
    return lines


def _titled(column: Column, words: str) -> Line:
    title = "" if column.below else plain_line(column.title)
    return Line.assemble((f"{title} " if title else "", "dim"), words)


def _title(column: Column, width: int) -> list[Line]:
    title = " ".join(_hyphened(word, width) for word in plain_line(column.title).split())
    return wrapped(Line(_ticks(column, width) if column.ticks else title, "dim"), width)


def _hyphened(word: str, width: int) -> str:
    """A word of a title in pieces that fit its column."""
    if cell_len(word) <= width or width < HYPHENED:
        return word
    return f"{word[: width - 1]}- {_hyphened(word[width - 1 :], width)}"


def _cell(cell: Cell, column: Column, width: int) -> list[Line]:
    if isinstance(cell, Bar):
        return [_bar(cell, column, width)]
    if cell is None or isinstance(cell, str):
        return wrapped(Line(_words(cell)), width)
    return wrapped(Line.assemble(*((words, STYLES[tone]) for words, tone in line_runs(cell))), width)


def _words(cell: Cell) -> str:
    return "" if cell is None or isinstance(cell, Bar) else plain_line(cell)


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
    """The labels of a scale: all of them, or every second, third and so on, whichever is the first that has room."""
    low, high = column.scale
    for stride in range(1, len(column.ticks)):
        line = ""
        for value, label in column.ticks[::stride]:
            at = round((value - low) / ((high - low) or 1) * (width - 1))
            start = max(0, min(at - len(label) // 2, width - len(label)))
            if line and start < len(line) + 2:
                break
            line = line.ljust(start) + label
        else:
            return line
    return ""
