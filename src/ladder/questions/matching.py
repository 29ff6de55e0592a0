"""Which statements of two levels speak of one subject.

An author's ids decide where they are given. Else the words do: two statements are the same only where
their text is, and speak of one subject where their telling words overlap enough. Which words tell
is counted on the two levels themselves ("team" on a ladder of teams tells little). An idea in two wordings
may be shown as new and not said again: that is the lesser error, and the more frequent one.

How often it is right: of 100 pairs read by hand from six published ladders, 41 of the 42 that this bar pairs
were of one subject. So were 14 of 18 just below it, which are missed, and 1 of 20 drawn at random. Of 5,839 statements
called the same none was in another wording.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import fsum, log
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.model import Statement

ChangeKind = Literal["new", "changes", "same", "unsaid"]

ENOUGH: Final = 0.4
"""The likeness from which two wordings are taken to speak of one subject.

At 0.35 more is found, and 5 of 60 are wrong.
"""

COMMON: Final = frozenset((
    "a", "able", "about", "across", "after", "against", "all", "along", "also", "always", "among", "an", "and", "any",
    "are", "around", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can",
    "could", "do", "does", "during", "each", "etc", "every", "for", "from", "had", "has", "have", "help", "helping",
    "helps", "how", "if", "in", "into", "is", "it", "its", "just", "least", "like", "make", "makes", "making", "may",
    "might", "more", "most", "must", "never", "no", "not", "of", "off", "on", "one", "only", "or", "other", "others",
    "our", "out", "over", "own", "per", "rather", "shall", "should", "so", "some", "such", "take", "takes", "taking",
    "than", "that", "the", "their", "them", "themselves", "then", "there", "these", "they", "this", "those",
    "through", "to", "too", "toward", "towards", "under", "until", "up", "upon", "us", "use", "uses", "using", "very",
    "via", "was", "we", "well", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "within", "without", "would", "you", "your",
))  # fmt: skip
"""Words that tell nothing of a subject."""


class Change(Frozen):
    """What became of a statement: new, changes (one subject, said differently), the same, or not said again.

    That it is not said again means that the sources do not say it of the higher level, and no more than that.
    """

    kind: ChangeKind
    before: Statement | None
    after: Statement | None


def changes(before: Sequence[Statement], after: Sequence[Statement], weights: "Weights") -> tuple[Change, ...]:
    """Every statement of both sides exactly once: in the order of `after`, then what is not said again."""
    partners = _partners(before, after, weights)
    found = []
    for index, statement in enumerate(after):
        if index not in partners:
            found.append(Change("new", None, statement))
            continue
        earlier = before[partners[index]]
        grown = earlier.optional and not statement.optional  # what could be done is now expected
        same = normal(earlier.text) == normal(statement.text) and not grown
        found.append(Change("same" if same else "changes", earlier, statement))
    matched = set(partners.values())
    unsaid = [Change("unsaid", statement, None) for index, statement in enumerate(before) if index not in matched]
    return (*found, *unsaid)


class Weights:
    """How much each word tells, counted over all statements of the levels that are compared."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        texts = {normal(statement.text) for statement in statements}
        self._count = Counter(word for text in texts for word in telling(text))
        self._total = max(len(texts), 1)
        self._told: dict[str, tuple[frozenset[str], float]] = {}

    def of(self, word: str) -> float:
        """1 for a word that every statement has, more for a rarer one."""
        return 1 + log((1 + self._total) / (1 + self._count[word]))

    def likeness(self, one: str, other: str) -> float:
        """How much two texts speak of one subject, from 0 to 1: the telling words that they share (Dice).

        One word in common is no subject, unless it is the only telling one that a text has.
        """
        (left, left_weight), (right, right_weight) = self._tell(one), self._tell(other)
        shared = left & right
        if len(shared) < min(2, len(left), len(right)) or not shared:
            return 0.0
        return 2 * fsum(map(self.of, shared)) / (left_weight + right_weight)

    def _tell(self, text: str) -> tuple[frozenset[str], float]:
        """A text's telling words and what they weigh together."""
        if text not in self._told:
            words = telling(normal(text))
            self._told[text] = words, fsum(map(self.of, words))
        return self._told[text]


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
        if index in partners:
            continue
        same = texts.get(normal(statement.text), [])
        first = next((earlier for earlier in same if not _apart(before[earlier], statement)), None)
        if first is not None:
            partners[index] = first
            same.remove(first)
    matched = set(partners.values())
    free = [index for index in range(len(before)) if index not in matched]
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
def telling(text: str) -> frozenset[str]:
    """The stems of the words of a text in lower case that tell something of its subject."""
    return frozenset(stem(word) for word in re.findall(r"[^\W_]+", text) if word not in COMMON and len(word) > 1)


def stem(word: str) -> str:
    """A word without its commonest English endings: enough for `mentors`, `mentoring`, `mentored` to meet.

    British and American spelling meet, too: `organise`, `organization`.
    """
    word = word.replace("iz", "is")
    for ending in ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending == "s" else 4):
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("ey") if len(word) > 4 else word
