"""How much an answer may say at once, and what is left out of a longer one, which is always told.

An assistant reads a few hundred thousand characters in all, and some clients cut a result off without a word.
"""

import json
from typing import Any, Final

from ladder.frozen import Frozen

MOST_DATA: Final = 100_000
"""Characters of an answer as JSON. The comparison of two bundled levels takes 46,000, a level in full 82,000."""
MOST_TEXT: Final = 20_000
"""Characters of a page. A short page of the bundled ladder takes 1,000."""
LONGEST: Final = 2_000
"""Characters that one text keeps in an answer of which something is left out."""

_FIELDS: Final = 40
"""No record has as many fields; an object with more is a table of names."""


class LeftOut(Frozen):
    """A list, or texts, of which an answer shows less than there is: `at` says where, with [] for each of a list."""

    at: str
    shown: int
    of: int


def size(value: Any) -> int:
    """Characters that a value takes as JSON."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def fitting(value: dict[str, Any], most: int = MOST_DATA) -> tuple[dict[str, Any], tuple[LeftOut, ...]]:
    """An answer with as many items in each of its lists, from the first on, as `most` characters allow."""
    if size(value) <= most:
        return value, ()
    low, high = 0, _longest(value)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if size(_Shortened(middle).of(value)) <= most else (low, middle - 1)
    short = _Shortened(low)
    made: dict[str, Any] = short.of(value)
    if size(made) > most:
        made = {key: one for key, one in made.items() if isinstance(one, str | int | float) or one is None}
    return made, tuple(LeftOut(at, shown, of) for at, (shown, of) in short.left_out.items())


def clipped(text: str, most: int = MOST_TEXT) -> tuple[str, str]:
    """A page up to the end of a line below `most` characters, and a sentence that says what is left out, if any is."""
    if len(text) <= most:
        return text, ""
    kept = text[:most].rpartition("\n")[0] or text[:most]
    return kept, f"Left out: the last {len(text) - len(kept):,} of the page's {len(text):,} characters."


def _longest(value: Any) -> int:
    """The most items that a list or an object in it has."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return max([len(inner), *map(_longest, inner)])


class _Shortened:
    """A walk through JSON that keeps so many items of each list, and long texts in part."""

    def __init__(self, keep: int) -> None:
        self.keep = keep
        self.left_out: dict[str, tuple[int, int]] = {}

    def of(self, value: Any, at: str = "") -> Any:
        """The value, shortened."""
        if isinstance(value, list):
            inner = f"{at}[]"
            return [self.of(one, inner) for one in self._some(value, at, self.keep)]
        if isinstance(value, dict):
            keys = list(value) if len(value) <= _FIELDS else self._some(list(value), at, max(_FIELDS, self.keep))
            return {key: self.of(value[key], f"{at}.{key}" if at else key) for key in keys}
        if isinstance(value, str):
            return self._some(value, at, LONGEST)
        return value

    def _some(self, value: Any, at: str, most: int) -> Any:
        kept = value[:most]
        if len(kept) < len(value):
            shown, of = self.left_out.get(at, (0, 0))
            self.left_out[at] = shown + len(kept), of + len(value)
        return kept
