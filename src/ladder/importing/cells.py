"""The text of a cell to statements: bullets, paragraphs or lines. Every word of it stands in one of them, once."""

import re
from collections.abc import Iterable
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.draft import trimmed
from ladder.markup.inline import BREAK

BULLET: Final = re.compile(
    r"(?P<indent>\s*)(?P<mark>[•‣◦·▪●○](?=.)|[-–—](?=\s|[^\W\d_])|\*(?=\s)|o(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))\s*"
)
"""What begins a bullet. A star needs a blank after it, or it is Markdown; a dash before a digit is a minus."""

LONE: Final = re.compile(r"\s*(?:[•‣◦·▪●○–—*-]|\d{1,2}[.)])\s*")
"""A line that is nothing but a bullet: what it begins stands on the next one."""

DEEPER: Final = frozenset("o◦○")
"""Bullets below others where the indent was lost, as in text pasted from a word processor."""

NOTHING: Final = re.compile(r"(?i)[-–—_.…\s]*|n\s*/\s*a\.?|n\.a\.|none\.?")

TAB: Final = 4
"""How many blanks a tab is counted as."""


class Said(Frozen):
    """A statement and the examples below it."""

    text: str
    examples: tuple[str, ...] = ()


def statements(text: str, *, paragraphs: bool = False) -> list[str]:
    r"""The statements of a cell, those of deeper bullets among them; `said` keeps these as examples instead.

    >>> statements("Leads by example:\n- asks\n- listens")
    ['Leads by example:', 'asks', 'listens']
    """
    return [one for each in said(text, paragraphs=paragraphs) for one in (each.text, *each.examples)]


def said(text: str, *, paragraphs: bool = False) -> list[Said]:
    r"""The statements of a cell with the examples of each, which are its deeper bullets.

    A bullet begins a statement, and lines below it that are none go on with it. Text without bullets is a statement
    a line; with `paragraphs` a statement ends at a blank line instead. A cell that says "N/A" has none.

    >>> said("- Reviews\n  every day\n    - own code\n- Tests")
    [Said(text='Reviews every day', examples=('own code',)), Said(text='Tests', examples=())]
    """
    if is_nothing(text):
        return []
    found = _Reading(paragraphs)
    for line in trimmed(BREAK.sub("\n", text)).split("\n"):
        found.line(line.expandtabs(TAB))
    whole = [_said(one) for one in found.texts]
    return [one for one in whole if one.text]


def has_bullets(text: str) -> bool:
    """Whether a line of the text begins a bullet."""
    return any(BULLET.match(line) for line in text.split("\n"))


def is_nothing(text: str) -> bool:
    """Whether a cell is empty or only says so: a dash, "N/A".

    >>> is_nothing(" – "), is_nothing("n/a"), is_nothing("None of it")
    (True, True, False)
    """
    return bool(NOTHING.fullmatch(text.strip()))


def uses_paragraphs(texts: Iterable[str]) -> bool:
    """Whether blank lines part the statements of these cells; else each line is one. It holds for a whole table."""
    return any(re.search(r"\S[^\S\n]*\n\s*\n\s*\S", text) and not has_bullets(text) for text in texts)


class _Reading:
    """Statements as the lines come, each as a list of its text's lines, with those of its examples."""

    def __init__(self, paragraphs: bool) -> None:
        self.paragraphs = paragraphs
        self.texts: list[list[list[str]]] = []
        self.top: tuple[int, str] | None = None
        self.open = False
        self.blank = False

    def line(self, line: str) -> None:
        """Takes the next line."""
        if not line.strip():
            self.blank = True
            self.open = self.open and self.top is not None
            return
        bullet = BULLET.match(line)
        if bullet:
            self._bullet(len(bullet["indent"]), bullet["mark"], line[bullet.end() :])
        elif LONE.fullmatch(line):
            self._bullet(len(line) - len(line.lstrip()), line.strip(), "")
        elif self._goes_on(line):
            self.texts[-1][-1].append(line.strip())
        else:
            self.top = None
            self.texts.append([[line.strip()]])
            self.open = self.paragraphs
        self.blank = False

    def _goes_on(self, line: str) -> bool:
        """Whether a line without a bullet belongs to the text before it.

        Below bullets a heading does not, nor what follows a blank line and is not indented.
        """
        if not self.open:
            return False
        if self.top is None or line[0].isspace():
            return True
        return not self.blank and not line.rstrip().endswith(":")

    def _bullet(self, indent: int, mark: str, text: str) -> None:
        self.open = True
        if self.top is not None and self.texts and self._is_deeper(indent, mark):
            self.texts[-1].append([text])
            return
        if self.top is None or indent <= self.top[0]:
            self.top = (indent, mark)
        self.texts.append([[text]])

    def _is_deeper(self, indent: int, mark: str) -> bool:
        assert self.top is not None
        return indent >= self.top[0] + 2 or (mark in DEEPER and self.top[1] not in DEEPER)


def _said(parts: list[list[str]]) -> Said:
    whole = [one for part in parts if (one := trimmed(" ".join(part)))]
    return Said(whole[0], tuple(whole[1:])) if whole else Said("")
