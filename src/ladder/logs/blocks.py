"""A log's lines as blocks: headings, items of lists with all that is nested in them, tables, paragraphs.

A parser of Markdown would take thirty times as long, and would not know a day's heading from a sentence. What is no
text of the writer's (code, comments) is passed over, with the reason.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.logs.patterns import Pattern

Kind = Literal["heading", "item", "table", "prose", "quote", "rule"]

_HEADING: Final = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
ITEM: Final = re.compile(r"(\s*)(?:[-*+•‣–]|\d{1,3}[.)])(?:\s+(.*)|$)")
_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})")
_RULE: Final = Pattern(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_UNDERLINE: Final = Pattern(r"(=+|-{3,})\s*$")
_DELIMITER: Final = Pattern(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|\s*\|\s*:?-+:?\s*\|\s*$")
REFERENCE: Final = Pattern(r" {0,3}\[([^\[\]]+)\]:\s+<?(\S+?)>?(?:\s+[\"'(].*)?$")
UNCLOSED: Final = "is not closed"


class Block(Frozen):
    """A block with its first line's number, from 0. `level` is a heading's, `lines` its text or lines."""

    kind: Kind
    line: int
    lines: tuple[str, ...]
    level: int = 0


Skipped = list[tuple[int, str]]


def blocks(lines: Sequence[str], start: int, skipped: Skipped) -> Iterator[Block]:
    """The blocks from a line on; what is passed over is added to `skipped`, by line."""
    place, end = start, len(lines)
    while place < end:
        line = lines[place]
        first = line.lstrip()[:1]
        if not first:
            place += 1
        elif first in "`~" and (fence := _FENCE.match(line)):
            place = _after_fence(lines, place, fence[1], skipped)
        elif first == "<" and line.lstrip().startswith("<!--"):
            place = _after_comment(lines, place, skipped)
        elif first == "#" and (found := _HEADING.match(line)):
            yield Block("heading", place, (found[2],), len(found[1]))
            place += 1
        elif first == ">":
            after = _while(lines, place, lambda one: bool(one.strip()))
            yield Block("quote", place, tuple(one.lstrip("> ") for one in lines[place:after]))
            place = after
        elif first in "-*_" and _RULE.match(line):
            yield Block("rule", place, ())
            place += 1
        elif ITEM.match(line):
            after = _after_item(lines, place)
            yield Block("item", place, tuple(lines[place:after]))
            place = after
        elif "|" in line and place + 1 < end and _DELIMITER.match(lines[place + 1]):
            after = _while(lines, place, lambda one: "|" in one)
            yield Block("table", place, tuple(lines[place:after]))
            place = after
        elif first == "[" and REFERENCE.match(line):
            place += 1
        else:
            after = _after_prose(lines, place)
            underlined = after < end and bool(_UNDERLINE.match(lines[after]))
            if underlined and after - place == 1:
                yield Block("heading", place, (line.strip(),), 1 if lines[after][0] == "=" else 2)
            else:
                yield Block("prose", place, tuple(lines[place:after]))
            place = after + underlined


def indent(line: str) -> int:
    """How far in a line begins, in columns."""
    line = line.expandtabs(4) if "\t" in line else line
    return len(line) - len(line.lstrip())


def _begins(line: str) -> bool:
    """Whether a line begins a block of its own, and does not go on with the one before."""
    first = line.lstrip()[:1]
    if first in "#>|":
        return first != "#" or bool(_HEADING.match(line))
    return bool(first and (ITEM.match(line) or _FENCE.match(line) or _RULE.match(line) or line.startswith("<!--")))


def _while(lines: Sequence[str], place: int, holds: Callable[[str], bool]) -> int:
    while place < len(lines) and holds(lines[place]):
        place += 1
    return place


def _after_item(lines: Sequence[str], place: int) -> int:
    """The line after an item of a list: what is further in belongs to it, and lines that go on with its words."""
    own, place, words = indent(lines[place]), place + 1, True
    fence = ""
    while place < len(lines):
        line = lines[place]
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif not line.strip():
            after = _while(lines, place, lambda one: not one.strip())
            if after >= len(lines) or indent(lines[after]) <= own:
                return place
            words = False
        elif indent(line) > own:
            words = True
            fence = found[1] if (found := _FENCE.match(line)) else ""
        elif not words or _begins(line):
            return place
        place += 1
    return place


def _after_prose(lines: Sequence[str], place: int) -> int:
    after = place + 1
    while after < len(lines) and lines[after].strip() and not _begins(lines[after]):
        if _UNDERLINE.match(lines[after]):
            break
        after += 1
    return after


def _after_fence(lines: Sequence[str], place: int, fence: str, skipped: Skipped) -> int:
    after = place + 1
    while after < len(lines) and not lines[after].strip().startswith(fence):
        after += 1
    skipped.append((place, "code" if after < len(lines) else f"code that {UNCLOSED}"))
    return after + 1


def _after_comment(lines: Sequence[str], place: int, skipped: Skipped) -> int:
    after = place
    while after < len(lines) and "-->" not in lines[after]:
        after += 1
    skipped.append((place, "a comment" if after < len(lines) else f"a comment that {UNCLOSED}"))
    return after + 1
