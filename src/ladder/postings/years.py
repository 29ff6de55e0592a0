"""The years of experience that a posting asks for."""

import re
from collections.abc import Iterable
from typing import Final

from ladder.frozen import Frozen

MENTIONS: Final = 3
"""How many mentions count: further down a posting asks for years of single tools."""
MOST: Final = 25
"""More years than this are a company's history, not a requirement."""

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"fifteen": 15, "twenty": 20}
_NUMBER: Final = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_ASKED: Final = re.compile(
    rf"(?<![\w$€£.,]){_NUMBER}(?:\s*\(\d+\))?\s*(?:\+|plus|or more|and more|and above)?\s*"
    rf"(?:(?:-|–|—|to)\s*{_NUMBER}\s*\+?\s*)?(?:\+\s*)?-?\s*(?:full\s+)?(?:years?|yrs?\b|yoe)",
    re.IGNORECASE,
)
_NOT_ASKED: Final = re.compile(
    r"\b(?:last|past|next|first|over the|within|every|per|vest\w*|founded|since|ago|old|history|roadmap|horizon|"
    r"warranty|contract|term|outlook|raised|anniversary|sabbatical|award|tenure|leave|plan)\b",
    re.IGNORECASE,
)
_EXPERIENCE: Final = re.compile(
    r"experience|experienced|background|industry|professional|hands[- ]on|building|working|developing|writing|shipping|"
    r"engineering|software|programming|track record|yoe|similar|equivalent|degree|in a|as an?\b|of\b|with\b",
    re.IGNORECASE,
)


class Asked(Frozen):
    """Years that a sentence asks for: the least of them, and which of the given sentences it is."""

    years: int
    sentence: int


def asked(sentences: Iterable[str]) -> Asked | None:
    """The largest of the first three mentions; of `3-5 years` the 3. None where no years are asked for.

    >>> asked(["5+ years of experience with Python", "a strong eye for detail"])
    Asked(years=5, sentence=0)
    """
    found: list[Asked] = []
    for place, text in enumerate(sentences):
        if "y" not in text or len(found) >= MENTIONS:
            continue
        for one in _ASKED.finditer(text):
            number = _NUMBERS.get(one[1].lower()) or int(one[1])
            around = text[max(0, one.start() - 24) : one.start()], text[one.end() : one.end() + 60]
            said = not (_NOT_ASKED.search(around[0]) or _NOT_ASKED.match(around[1].lstrip(" '’s")))
            if said and 0 < number <= MOST and _EXPERIENCE.search(around[1] + " " + around[0]):
                found.append(Asked(number, place))
    return max(found[:MENTIONS], key=lambda one: one.years, default=None)


__all__ = ["MENTIONS", "MOST", "Asked", "asked"]
