"""Turns of phrase as authors write them, found in sentences word by word.

A turn of phrase is a row of words: `lead|drive ... architecture`. A bar stands between words of which any will do,
`...` for up to four words whatever they are, brackets round what may be missing: `mentor (other) engineers`. Words
meet by their stems (`mentoring`, `mentors`); case, hyphens and punctuation do not count. There are no regular
expressions in it, so no file can make a search take long.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from ladder.frozen import Frozen
from ladder.language import WORD, stem

GAP: Final = 4
"""How many words `...` may stand for."""


class Step(Frozen):
    """One place of a turn of phrase: rows of stems of which any will do. A gap has none."""

    rows: tuple[tuple[str, ...], ...] = ()
    optional: bool = False


Turn = tuple[Step, ...]


Stems = tuple[str, ...]
"""A sentence's words by their stems, in order."""


def stems_of(text: str) -> Stems:
    """The stems of a text's words, in order."""
    return tuple(map(stem, WORD.findall(text.casefold())))


@cache
def turn(written: str) -> Turn:
    """A turn of phrase as it is written, taken apart.

    Raises ValueError, which says what is wrong, where it has no word, or a bracket without its other half.

    >>> [len(step.rows) for step in turn("lead|drive ... architecture")]
    [2, 0, 1]
    """
    steps = []
    for part in re.findall(r"\.\.\.|…|\([^()]*\)|[^\s()]+|[()]", written):
        if part in ("...", "…"):
            steps.append(Step())
            continue
        if part in ("(", ")"):
            raise ValueError("a bracket without its other half")
        inner = part.strip("()")
        rows = tuple(row for word in inner.split("|") if (row := stems_of(word)))
        if not rows:
            raise ValueError(f"{part} holds no word")
        steps.append(Step(rows, part.startswith("(")))
    solid = [step for step in steps if step.rows and not step.optional]
    if not solid:
        raise ValueError("no word that must be there")
    if not (steps[0].rows and steps[-1].rows) or steps[0].optional or steps[-1].optional:
        raise ValueError("it begins and ends with a word that must be there")
    return tuple(steps)


def end_of(wanted: Turn, stems: Stems, at: int) -> int:
    """Where a turn of phrase ends that begins at a word; -1 where it does not begin there."""
    if not wanted:
        return at
    step, rest = wanted[0], wanted[1:]
    if not step.rows:
        for skipped in range(GAP + 1):
            if at + skipped >= len(stems):
                break
            if (end := end_of(rest, stems, at + skipped)) >= 0:
                return end
        return -1
    for row in step.rows:
        if stems[at : at + len(row)] == row and (end := end_of(rest, stems, at + len(row))) >= 0:
            return end
    return end_of(rest, stems, at) if step.optional else -1


def quoted_words(text: str, first: int, last: int) -> str:
    """A text from one of its words to another, by their places, as it stands there."""
    places = [one.span() for one in WORD.finditer(text)]
    return text[places[first][0] : places[last][1]]


class Index:
    """Many turns of phrase, each with a name, looked for together."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        self._begin: dict[str, list[tuple[str, Turn]]] = {}
        for name, some in named.items():
            for written in some:
                wanted = turn(written)
                for row in dict.fromkeys(wanted[0].rows):
                    begin = self._begin.setdefault(row[0], [])
                    begin.append((name, wanted))

    def found(self, words: Stems) -> dict[str, tuple[int, int]]:
        """By the names of what stands in a sentence: the first and the last of its words, of the longest place."""
        found: dict[str, tuple[int, int]] = {}
        begin = self._begin
        for at, one in enumerate(words):
            for name, wanted in begin.get(one, ()):
                end = end_of(wanted, words, at)
                if end >= 0 and (name not in found or end - at > found[name][1] - found[name][0] + 1):
                    found[name] = at, end - 1
        return found


__all__ = ["GAP", "Index", "Stems", "Step", "Turn", "end_of", "quoted_words", "stems_of", "turn"]
