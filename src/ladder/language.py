"""The language of ladders: what a word is, which words are one, when two texts say the same, how much a word tells.

Pairing statements, searching and looking names up ask this one module, so that what a search finds and what a
comparison pairs are words by the same rules. It knows texts alone: no ladder, no file, no page.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import fsum, log
from typing import Final

WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
"""A word, or a number as people write it: 222,000 is one."""

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


ENDINGS: Final = ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed", "es", "s", "ly")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, without case.

    >>> words("Pays $222,000 for on-call.")
    ('pays', '222,000', 'for', 'on', 'call')
    """
    return tuple(word.casefold() for word in WORD.findall(text))


def name_words(text: str) -> list[str]:
    """The words of a name, without case. Whatever does not part words belongs to them: C++ is another name than C#.

    >>> name_words("Sr_Staff  C++/C# Engineer")
    ['sr', 'staff', 'c++', 'c#', 'engineer']
    """
    return [word for word in re.split(r"[\s_\-.,/]+", composed(text).casefold()) if word]


def composed(text: str) -> str:
    """The text with each letter and its marks as one character where Unicode has one, as whoever types it has it.

    >>> len("n\u0303"), len(composed("n\u0303"))
    (2, 1)
    """
    if text.isascii():
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)


def tells(word: str) -> bool:
    """Whether a word without case tells something of a subject."""
    return len(word) > 1 and word not in COMMON


@cache
def telling(text: str) -> frozenset[str]:
    """The stems of the words in a text that tell something of its subject.

    >>> sorted(telling("Reviews the code of others"))
    ['cod', 'review']
    """
    return frozenset(stem(word) for word in words(text) if tells(word))


@cache
def stem(word: str) -> str:
    """A word (without case) but for its commonest English endings, by which its forms meet. The word begins with it.

    >>> stem("mentors"), stem("mentoring"), stem("mentored"), stem("planning"), stem("plans")
    ('mentor', 'mentor', 'mentor', 'plan', 'plan')
    >>> stem("codes"), stem("coding"), stem("organise"), stem("organization")  # British or American
    ('cod', 'cod', 'organis', 'organis')
    """
    word = word.replace("iz", "is")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending == "s" else 4):
            word = word.removesuffix(ending).rstrip("e")
            break
    else:
        word = word.rstrip("ey") if len(word) > 4 else word
    for ending in ("ing", "ed", "e"):  # what is left of a short word, and of "codes"
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1].isalpha()  # 2000 is not 200
    return word[:-1] if doubled else word


def folded(text: str) -> str:
    """A text as one looks in it for the beginnings of words: without case, and with `is` for `iz` as in every stem."""
    return text.casefold().replace("iz", "is")


@cache
def wording(text: str) -> str:
    """A text by which two are one: letters' case, white space and the final period do not count."""
    return " ".join(text.casefold().split()).rstrip(".;,")


def weight(holding: int, total: int) -> float:
    """How much a word tells that so many of all texts have: 1 where all have it, more the fewer do."""
    return 1 + log((1 + total) / (1 + holding))


class Weights:
    """How much each word tells, counted over texts of which each counts once in whatever wording."""

    def __init__(self, texts: Iterable[str]) -> None:
        different = {wording(text) for text in texts}
        self._count = Counter(word for text in different for word in telling(text))
        self._total = max(len(different), 1)
        self._told: dict[str, tuple[frozenset[str], float]] = {}

    def of(self, word: str) -> float:
        """The weight of a stem."""
        return weight(self._count[word], self._total)

    def likeness(self, one: str, other: str) -> float:
        """How much two texts speak of one subject, from 0 to 1: the telling words that they share (Dice).

        One word in common is no subject, unless it is the only telling one that a text has. It is rounded, so that
        two that are equal on paper are equal in every arithmetic, a browser's too.
        """
        (left, left_weight), (right, right_weight) = self._tell(one), self._tell(other)
        shared = left & right
        if len(shared) < min(2, len(left), len(right)) or not shared:
            return 0.0
        return round(2 * fsum(map(self.of, shared)) / (left_weight + right_weight), 9)

    def _tell(self, text: str) -> tuple[frozenset[str], float]:
        """A text's telling words and what they weigh together."""
        if text not in self._told:
            found = telling(wording(text))
            self._told[text] = found, fsum(map(self.of, found))
        return self._told[text]
