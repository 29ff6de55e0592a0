"""A short page that fits a screen: where it would be taller, lists and tables give way, and say what they left out."""

from collections.abc import Callable, Sequence

from rich.text import Text as Line

from ladder.document import Block, Heading, Items, Note, Prose, Span, Table

Draw = Callable[[Block], list[Line]]


def fitted(blocks: Sequence[Block], screen: int, draw: Draw) -> list[Line]:
    """The lines of a short page, no more than `screen` if that can be; 0 takes as many as there are."""
    kept = {place: most for place, block in enumerate(blocks) if (most := _most(block))}
    drawn = [draw(block) for block in blocks]
    while screen and len(joined(blocks, drawn)) > screen:
        givers = [place for place in kept if kept[place] > _least(blocks[place])]
        if not givers:
            break
        place = max(givers, key=lambda one: len(drawn[one]))
        kept[place] -= 1
        drawn[place] = _drawn(blocks[place], kept[place], draw)
    return joined(blocks, drawn)


def joined(blocks: Sequence[Block], drawn: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all blocks, with a blank one between two that do not belong together."""
    lines: list[Line] = []
    before: Block | None = None
    for block, part in zip(blocks, drawn, strict=True):
        if part and before and not _belongs(before, block):
            lines.append(Line())
        lines += part
        before = block if part else before
    return lines


def _belongs(before: Block, block: Block) -> bool:
    """Whether a block follows the one before it without a blank line: below a heading, and a command below words."""
    if isinstance(before, Heading):
        return before.depth > 1
    return isinstance(block, Note) and block.prompt and isinstance(before, Note | Prose)


def _most(block: Block) -> int:
    """How many rows of a block may give way; 0 for a block that does not."""
    if isinstance(block, Table):
        return len(block.keep)
    return len(block.items) if isinstance(block, Items) and block.least is not None else 0


def _least(block: Block) -> int:
    return block.least or 0 if isinstance(block, Items) else 1


def _drawn(block: Block, number: int, draw: Draw) -> list[Line]:
    """A block with this many of its rows, and a line that says what is left out."""
    if isinstance(block, Items):
        left = len(block.items) - number
        return [*draw(block._replace(items=block.items[:number])), *draw(_quiet(f"  and {left} more"))]
    assert isinstance(block, Table)
    gone = set(block.keep[number:])
    rows = tuple(row for place, row in enumerate(block.rows) if place not in gone)
    named = [_name(block.rows[place]) for place in sorted(gone)]
    few = ", ".join(named[:6]) + (f" and {len(named) - 6} more" if len(named) > 6 else "")
    return [*draw(block._replace(rows=rows, keep=())), *draw(_quiet(f"Not shown: {few}."))]


def _quiet(text: str) -> Prose:
    return Prose((Span(text, "quiet"),))


def _name(row: Sequence[object]) -> str:
    first = row[0] if row else ""
    return first.text if isinstance(first, Span) else str(first or "")
