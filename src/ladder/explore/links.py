"""Where the links of a page come to stand once it is drawn.

Lines know words and tones and no links. So each word of a link goes into the document behind a sign of no width, which
no line break moves away from it, and is found by that in the lines.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text as Line

from ladder.document import Cite, Document, Heading, Link, Reference, Target, Thing
from ladder.explore.words import pieces
from ladder.frozen import Frozen
from ladder.render.parts import raised

ZERO: Final = "\u2061"
ONE: Final = "\u2062"
BEGIN: Final = "\u2063"
SIGNS: Final = re.compile(f"{BEGIN}([{ZERO}{ONE}]*)|[{ZERO}{ONE}]")
UNDERLINED: Final = Style(underline=True)


class Way(Frozen):
    """A link: its words, and what it leads to."""

    words: str
    to: Target


class Marked:
    """A document whose links bear signs, and the links by their numbers."""

    def __init__(self, document: Document) -> None:
        self.ways: list[Way] = []
        self.document: Document = self._marked(document)

    def _marked(self, part: Any) -> Any:
        if isinstance(part, str):
            return SIGNS.sub("", part) if BEGIN in part or ZERO in part or ONE in part else part
        if isinstance(part, Link):
            return part._replace(text=self._signed(part.text, part.to))
        if isinstance(part, Cite):
            words = ",".join(self._signed(raised(number), Thing("source", name), name) for number, name in part.sources)
            return Link(words, Thing("source", part.sources[0][1]), part.tone) if part.sources else part
        if (
            isinstance(part, Heading)
            and part.depth > 1
            and isinstance(part.about, Thing)
            and isinstance(part.text, str)
        ):
            return part._replace(text=self._signed(part.text, part.about), aside=self._marked(part.aside))
        if isinstance(part, Reference):
            about, url = self._marked(part.about), self._marked(part.url)
            return part._replace(title=self._signed(part.title, Thing("source", part.id)), about=about, url=url)
        if isinstance(part, tuple) and not isinstance(part, Thing):
            inner = [self._marked(one) for one in part]
            return tuple.__new__(type(part), inner)
        return part

    def _signed(self, text: str, to: Target, called: str = "") -> str:
        """A text with the sign before each of its words."""
        text = SIGNS.sub("", text)
        self.ways.append(Way(called or text, to))
        sign = BEGIN + f"{len(self.ways) - 1:b}".translate({ord("0"): ZERO, ord("1"): ONE})
        return re.sub(r"\S+", lambda word: sign + word[0], text)


def segments(lines: Sequence[Line], console: Console, ways: Sequence[Way]) -> list[list[Segment]]:
    """The lines as a screen takes them, without the signs; a link's words are underlined and bear its number."""
    return [_segments(line, console, len(ways)) for line in lines]


def _segments(line: Line, console: Console, most: int) -> list[Segment]:
    found: list[Segment] = []
    number: int | None = None
    for segment in pieces(line, console):
        text, style = segment.text, segment.style or Style.null()
        if number is None and BEGIN not in text:
            found.append(Segment(text, style))
            continue
        for piece in re.split(f"({BEGIN}[{ZERO}{ONE}]+|\\s+)", text):
            if piece.startswith(BEGIN):
                bits = piece[1:].replace(ZERO, "0").replace(ONE, "1")
                number = int(bits, 2) if int(bits, 2) < most else None
            elif piece.isspace():
                number = None
                found.append(Segment(piece, style))
            elif piece:
                own = style if number is None else style + UNDERLINED + Style(meta={"way": number})
                found.append(Segment(piece, own))
    return _filled(found)


def _filled(found: list[Segment]) -> list[Segment]:
    """A single space between two words of one link belongs to it."""
    for place in range(1, len(found) - 1):
        before, after = found[place - 1].style, found[place + 1].style
        if found[place].text == " " and before and after and before.meta.get("way", -1) == after.meta.get("way", -2):
            found[place] = Segment(" ", before)
    return found
