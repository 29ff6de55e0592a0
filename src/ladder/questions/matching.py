"""Which statements of two levels speak of one subject.

An author's ids decide where they are given. Else the words do: two statements are the same only where
their text is, and speak of one subject where their telling words overlap enough. Which words tell
is counted on the two levels themselves ("team" on a ladder of teams tells little), and the bar is high:
an idea in two wordings may be shown as left behind and new, but unrelated statements are not paired.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import log
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.model import Statement

ChangeKind = Literal["new", "raised", "differs", "kept", "left"]

ENOUGH: Final = 0.5
"""The similarity from which two wordings are taken to speak of one subject."""

COMMON: Final = frozenset(
    [
        "a",
        "about",
        "across",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "being",
        "between",
        "both",
        "but",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "least",
        "may",
        "more",
        "most",
        "must",
        "of",
        "off",
        "on",
        "one",
        "only",
        "or",
        "other",
        "others",
        "our",
        "out",
        "over",
        "own",
        "per",
        "shall",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "too",
        "under",
        "up",
        "upon",
        "us",
        "very",
        "via",
        "was",
        "we",
        "well",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "you",
        "your",
        "able",
        "make",
        "makes",
        "making",
        "take",
        "takes",
        "taking",
        "use",
        "uses",
        "using",
        "help",
        "helps",
        "helping",
        "etc",
    ]
)


class Change(Frozen):
    """What became of a statement: new, raised (one subject, more of it), kept, or left behind.

    Between two levels of one rank nothing is above the other, and a raised statement is one that differs.
    """

    kind: ChangeKind
    before: Statement | None
    after: Statement | None


def changes(
    before: Sequence[Statement], after: Sequence[Statement], weights: "Weights", *, upwards: bool = True
) -> tuple[Change, ...]:
    """Every statement of both sides exactly once: in the order of `after`, then what was left behind."""
    partners = _partners(before, after, weights)
    found = []
    for index, statement in enumerate(after):
        if index not in partners:
            found.append(Change("new", None, statement))
            continue
        earlier = before[partners[index]]
        same = normal(earlier.text) == normal(statement.text) and earlier.optional == statement.optional
        found.append(Change("kept" if same else "raised" if upwards else "differs", earlier, statement))
    matched = set(partners.values())
    left = [Change("left", statement, None) for index, statement in enumerate(before) if index not in matched]
    return (*found, *left)


class Weights:
    """How much each word tells, counted over all statements of the levels that are compared."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        texts = {normal(statement.text) for statement in statements}
        self._count = Counter(word for text in texts for word in _words(text))
        self._total = max(len(texts), 1)

    def of(self, word: str) -> float:
        """1 for a word that every statement has, more for a rarer one."""
        return 1 + log((1 + self._total) / (1 + self._count[word]))

    def likeness(self, one: str, other: str) -> float:
        """How much two texts speak of one subject, from 0 to 1: the telling words that they share (Dice)."""
        left, right = _words(normal(one)), _words(normal(other))
        if not left or not right:
            return 0.0
        shared = sum(self.of(word) for word in left & right)
        return 2 * shared / (sum(map(self.of, left)) + sum(map(self.of, right)))


@cache
def normal(text: str) -> str:
    """A text as it is compared: letters' case, white space and the final period do not count."""
    return " ".join(text.casefold().split()).rstrip(".;,")


def _partners(before: Sequence[Statement], after: Sequence[Statement], weights: Weights) -> dict[int, int]:
    """For each index of `after` that has one, the index of its partner in `before`."""
    partners: dict[int, int] = {}
    ids = {statement.id: index for index, statement in enumerate(before) if statement.id}
    for index, statement in enumerate(after):
        if statement.id in ids:
            partners[index] = ids.pop(statement.id)
    texts: dict[str, list[int]] = {}
    for index, statement in enumerate(before):
        if index not in partners.values():
            texts.setdefault(normal(statement.text), []).append(index)
    for index, statement in enumerate(after):
        same = texts.get(normal(statement.text))
        if index not in partners and same and not _apart(before[same[0]], statement):
            partners[index] = same.pop(0)
    free = [index for index in range(len(before)) if index not in set(partners.values())]
    candidates = sorted(
        (
            (likeness, -later, -earlier)
            for later in range(len(after))
            if later not in partners
            for earlier in free
            if not _apart(before[earlier], after[later])
            and (likeness := weights.likeness(before[earlier].text, after[later].text)) >= ENOUGH
        ),
        reverse=True,
    )
    taken: set[int] = set()
    for _, minus_later, minus_earlier in candidates:
        if -minus_later not in partners and -minus_earlier not in taken:
            partners[-minus_later] = -minus_earlier
            taken.add(-minus_earlier)
    return partners


def _apart(one: Statement, other: Statement) -> bool:
    """Whether their author said, by ids, that they are two subjects."""
    return bool(one.id and other.id and one.id != other.id)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[^\W_]+", text) if word not in COMMON and len(word) > 1)


def _stem(word: str) -> str:
    """A word without its commonest English endings: enough for `mentors`, `mentoring`, `mentored` to meet."""
    for ending in ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("ey") if len(word) > 4 else word
