"""A document on a terminal of a given width, drawn by Rich; and the same drawing as SVG.

Rich is told everything and asks nothing: no markup, no emoji codes, no environment. No datum is ever
cropped: bars shrink before words do, sources move under their row, and where a table still does not fit
its rows become little lists.
"""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final, cast

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Line

from ladder.document import (
    Block,
    Change,
    Changes,
    Document,
    Entry,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Prose,
    Schedule,
    Sources,
    Table,
    Text,
)
from ladder.render.fitting import fitted
from ladder.render.lines import GAP, STYLES, at, beside, hanging, styled, wrapped
from ladder.render.parts import as_items, plain, plain_line
from ladder.render.table import lay_out
from ladder.render.text import one_line, printable
from ladder.times import clock, length

SCREEN: Final = 80
"""From this width on a short page fits a screen; on narrower paper it is as long as it is."""
NARROW: Final = 60
"""Below this width, side by side becomes one below the other."""
MARGIN: Final = 2
"""Columns of air on both sides of a picture."""


def render(document: Document, *, width: int, colour: bool) -> str:
    """The page as text, with ANSI styles where `colour` is true, and none at all where it is not."""
    console = _console(width, colour)
    _print(console, lines(document, width))
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def lines(document: Document, width: int) -> list[Line]:
    """The page as styled lines, none of which is wider than `width` columns; an empty one between two blocks."""
    wide = 2 if document.screen and width >= NARROW else _indent(width)

    def draw(block: Block) -> list[Line]:
        indent = 0 if isinstance(block, Heading) else wide
        return [at(indent, line) for line in _block(block, width - indent, narrow=width < NARROW)]

    if document.screen:
        return fitted(document.blocks, document.screen if width >= SCREEN else 0, draw)
    found: list[Line] = []
    for part in map(draw, document.blocks):
        found += [Line(), *part] if part and found else part
    return found


def svg(document: Document, *, width: int, theme: str = "dark") -> str:
    """The page as an SVG picture that asks the network for nothing; `theme` is dark, light or transparent."""
    console = _console(width + 2 * MARGIN, colour=True, record=True)
    _print(console, [at(MARGIN, line) for line in lines(document, width)])
    from ladder.render.svg import Theme, picture

    return picture(console, document.title, cast("Theme", theme))


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


def _print(console: Console, fitting: Iterable[Line]) -> None:
    """Lines that fit, in one go: a Rich table for each block would take three times as long."""
    console.print(Line("\n").join(fitting), soft_wrap=True)


def _indent(width: int) -> int:
    return 4 if width >= NARROW else 1


def _block(block: Block, room: int, *, narrow: bool) -> Iterable[Line]:
    match block:
        case Heading():
            return _heading(block, room)
        case Prose():
            return wrapped(styled(block.text), room)
        case Note():
            return _note(block, room)
        case Facts():
            return _facts(block, room, narrow)
        case Items():
            return [line for item in block.items for line in _item(item, room)]
        case Sources():
            return _block(as_items(block), room, narrow=narrow)
        case Changes():
            return _changes(block, room, narrow)
        case Table():
            return lay_out(block, room)
        case Schedule():
            return _schedule(block, room)


def _heading(heading: Heading, room: int) -> Iterator[Line]:
    lead = {1: 0, 2: min(_indent(room), 2)}.get(heading.depth, _indent(room))
    text = Line(plain_line(heading.text), "bold" if heading.depth < 3 else "bold dim")
    aside = Line(plain_line(heading.aside), "dim")
    free = room - lead - cell_len(text.plain) - cell_len(aside.plain)
    if heading.aside and free >= GAP:
        yield at(lead, Line.assemble(text, " " * free, aside))
        return
    for part in (text, aside) if heading.aside else (text,):
        yield from (at(lead, line) for line in wrapped(part, room - lead))


def _note(note: Note, room: int) -> list[Line]:
    label = Line(f"{one_line(note.label)}: ", STYLES["warn"]) if note.label else Line()
    return wrapped(Line.assemble(label, styled(note.text, "quiet")), room)


def _facts(facts: Facts, room: int, narrow: bool) -> Iterator[Line]:
    labels = [plain_line(label) for label, _ in facts.rows]
    wide = max(map(cell_len, labels), default=0)
    for label, (_, text) in zip(labels, facts.rows, strict=True):
        if narrow or wide > room // 3:
            yield from wrapped(Line(label, "bold"), room)
            yield from (at(2, line) for line in wrapped(styled(text), room - 2))
        else:
            rest = room - wide - GAP
            yield from beside([[Line(label, "bold")], wrapped(styled(text), rest)], [wide, rest])


def _item(item: Item, room: int) -> list[Line]:
    mark = Line(one_line(item.mark) or "·", "dim")
    room -= cell_len(mark.plain) + 1
    text = styled(item.text)
    if item.aside:
        text = Line.assemble(text, "  ", (plain_line(item.aside), "dim"))
    lines = wrapped(text, room)
    for detail in item.details:
        lines += wrapped(Line(printable(plain(detail)), "dim"), room)
    return hanging(mark, lines)


def _changes(block: Changes, room: int, narrow: bool) -> Iterator[Line]:
    if narrow:
        for change in block.rows:
            yield from _one_below_the_other(change, room)
        return
    half = (room - GAP) // 2
    if (block.before or block.after) and not block.again:
        heads = [
            hanging(Line(), wrapped(Line(one_line(head), "dim"), half - 2)) for head in (block.before, block.after)
        ]
        yield from beside(heads, [half, half])
    for left, right in block.side_by_side():
        yield from beside([_side(left, half, after=False), _side(right, half, after=True)], [half, half])


def _one_below_the_other(change: Change, room: int) -> list[Line]:
    tone = STYLES[change.tone]
    said = change.after or change.before
    lines = wrapped(Line(printable(plain(said)), tone if change.tone == "kept" else ""), room - 2)
    if change.before and change.after and change.tone != "kept":
        lines = [*wrapped(Line("was: " + printable(plain(change.before)), "dim"), room - 2), *lines]
    return hanging(Line(change.mark, tone), lines)


def _side(change: Change | None, room: int, *, after: bool) -> list[Line]:
    if change is None:
        return []
    text: Text = change.after if after else change.before
    quiet = change.tone == "kept" or (not after and bool(change.after))
    mark = change.mark if after or not change.after or change.tone == "kept" else ""
    return hanging(
        Line(mark, STYLES[change.tone]), wrapped(Line(printable(plain(text)), "dim" if quiet else ""), room - 2)
    )


def _schedule(schedule: Schedule, room: int) -> Iterator[Line]:
    long = max((cell_len(length(entry.from_, entry.to)) for entry in schedule.entries), default=0)
    for entry in schedule.entries:
        yield from _entry(entry, room, long)
    if schedule.entries and schedule.entries[-1].to is not None:
        yield Line(clock(schedule.entries[-1].to), "dim")


def _entry(entry: Entry, room: int, long: int) -> Iterator[Line]:
    """A stretch of the day: the hour, a stroke as long as what is said, and at the far end activity and length."""
    wide = room - len("00:00 ┃ ")
    title = Line(one_line(entry.title), "bold" if entry.recorded else "dim")
    took = length(entry.from_, entry.to)
    aside = Line("  ".join(filter(None, (one_line(entry.aside), took.rjust(long)))), "dim")
    free = wide - cell_len(title.plain) - cell_len(aside.plain)
    if free >= GAP:
        lines = [Line.assemble(title, " " * free, aside)]
    else:
        short = " · ".join(filter(None, (took, one_line(entry.aside))))
        lines = [*wrapped(title, wide), *wrapped(Line(short, "dim"), wide)]
    for label, text in entry.lines:
        said = Line.assemble((f"{one_line(label)}: ", STYLES["warn"]) if label else "", printable(text))
        lines += [at(2, line) for line in wrapped(said, wide - 2)]
    spine = Line("┃") if entry.recorded else Line("┊", "dim")
    yield from beside([[Line(clock(entry.from_), "dim")], [spine] * len(lines), lines], [5, 1, wide], gap=1)
