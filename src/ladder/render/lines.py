"""Lines of styled text that fit: broken, indented, side by side. What a terminal page is put together from.

Every line is as wide as it must be and no wider, so that nothing is left to Rich to crop.
"""

from collections.abc import Sequence
from io import StringIO
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Line

from ladder.document import Text, Tone
from ladder.render.parts import runs
from ladder.render.text import printable

STYLES: Final[dict[Tone, str]] = {
    "": "",
    "strong": "bold",
    "quiet": "dim",
    "new": "green",
    "raised": "yellow",
    "left": "red",
    "kept": "dim",
    "warn": "magenta",
    "code": "cyan",
}
GAP: Final = 2
RULER: Final = Console(file=StringIO(), width=80, legacy_windows=False, _environ={})
"""What Rich asks for where it breaks lines; nothing is printed on it."""


def wrapped(line: Line, width: int) -> list[Line]:
    """A line as lines that fit, broken between words, and inside a word that is longer than the width."""
    if "\n" not in line.plain and cell_len(line.plain) <= width:
        return [line]
    parts = list(line.wrap(RULER, max(width, 2), overflow="fold", tab_size=4))
    for part in parts:
        part.rstrip()
    return parts


def at(column: int, line: Line) -> Line:
    """A line that begins at a column."""
    return Line.assemble(" " * column, line) if column and line.plain else line


def beside(
    cells: Sequence[Sequence[Line]], widths: Sequence[int], right: Sequence[int] = (), gap: int = GAP
) -> list[Line]:
    """Cells of one or more lines side by side, each in a column of its width."""
    lines = []
    for parts in zip_longest(*cells, fillvalue=Line()):
        line = Line()
        for place, (part, width) in enumerate(zip(parts, widths, strict=True)):
            free = width - cell_len(part.plain)
            line.append(" " * (free if place in right else 0)).append_text(part)
            if place < len(widths) - 1:
                line.append(" " * ((0 if place in right else free) + gap))
        line.rstrip()
        lines.append(line)
    return lines


def hanging(mark: Line, body: Sequence[Line]) -> list[Line]:
    """Lines behind a mark, which takes at least one column."""
    return beside([[mark], body], [max(cell_len(mark.plain), 1), 0], gap=1)


def styled(text: Text, base: Tone = "") -> Line:
    """A document's text with its tones; `base` is that of what has none."""
    if isinstance(text, str):
        return Line(printable(text), STYLES[base])
    return Line.assemble(*((printable(words), STYLES[tone]) for words, tone in runs(text, base)))
