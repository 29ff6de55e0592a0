"""Bars and their axis as inline SVG: places are attributes, so that a page may forbid style attributes.

Figures grow from left to right whatever the language. A reader who does not see them finds the figures in the row.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from ladder.document import Bar, Column
from ladder.render.text import one_line

HEIGHT: Final = 18
MOST_LABELS: Final = 5


def bar(drawn: Bar, column: Column) -> str:
    """A bar on the scale of its column, over the lines of the axis."""
    lines = [_line("", place, place, 0, HEIGHT) for place in (_at(value, column) for value, _ in ticks(column))]
    for name, stretch in (("thin", drawn.thin), ("thick", drawn.thick)):
        if stretch is not None:
            start, end = (_at(value, column) for value in stretch)
            start, end = (start, end) if end - start >= 0.5 else (min(start, 99.5), min(start, 99.5) + 0.5)
            lines.append(_line(name, start, end, HEIGHT // 2, HEIGHT // 2))
    if drawn.mark is not None:
        place = _at(drawn.mark, column)
        lines.append(_line("mark", place, place, 1, HEIGHT - 1))
    if drawn.offer is not None:
        lines.append(f'<svg x="{_at(drawn.offer, column):g}%"><path d="M0 2l5 7-5 7-5-7z"/></svg>')
    return f'<svg height="{HEIGHT}" aria-hidden="true">{"".join(lines)}</svg>'


def axis(column: Column) -> str:
    """The labels of a scale, as many as have room."""
    return f'<svg height="16" aria-hidden="true">{"".join(_labels(column, ticks(column)))}</svg>'


def scale_in_words(column: Column) -> str:
    """The ends of a scale, for where there is no axis."""
    ends = [label for _, label in ticks(column)]
    return f"scale {ends[0]} to {ends[-1]}"


def ticks(column: Column) -> Sequence[tuple[float, str]]:
    """The labelled places of a scale: its own, else its ends and their middle, in its unit."""
    low, high = column.scale
    places = (low, (low + high) / 2, high) if low < high else (low,)
    return column.ticks or [(value, f"{value:g}{column.unit}") for value in places]


def _labels(column: Column, marked: Sequence[tuple[float, str]]) -> Iterator[str]:
    for value, label in marked[:: -(-len(marked) // MOST_LABELS)]:
        place = _at(value, column)
        anchor = "start" if place == 0 else "end" if place == 100 else "middle"
        yield f'<text x="{place:g}%" y="12" text-anchor="{anchor}">{escape(one_line(label))}</text>'


def _line(name: str, start: float, end: float, top: int, bottom: int) -> str:
    tone = f' class="{name}"' if name else ""
    return f'<line{tone} x1="{start:g}%" x2="{end:g}%" y1="{top}" y2="{bottom}"/>'


def _at(value: float, column: Column) -> float:
    """A place on the scale, in percent; what lies outside stands at its end."""
    low, high = column.scale
    return round(100 * min(max((value - low) / ((high - low) or 1), 0), 1), 2)
