"""In which order levels stand, where files or partial lists of them do not say it outright."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeVar

from ladder.importing.draft import tidy

Name = TypeVar("Name", bound=Hashable)

RANKS: Final = {
    "intern": 0,
    "trainee": 1,
    "apprentice": 1,
    "graduate": 2,
    "grad": 2,
    "entry": 2,
    "junior": 3,
    "jr": 3,
    "associate": 4,
    "mid": 6,
    "mid-level": 6,
    "midlevel": 6,
    "intermediate": 6,
    "senior": 8,
    "sr": 8,
    "lead": 9,
    "staff": 10,
    "supervisor": 10,
    "manager": 11,
    "principal": 14,
    "head": 15,
    "director": 16,
    "distinguished": 17,
    "fellow": 20,
    "vp": 22,
    "svp": 24,
    "evp": 25,
    "chief": 27,
    "cto": 27,
    "cpo": 27,
    "ceo": 30,
}
"""How high the words of job titles usually stand; a title without any is the plain engineer between them."""

PLAIN: Final = 5.0
ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


def merged(runs: Iterable[Sequence[Name]]) -> list[Name]:
    """One order from several that each leave some out, beginning with the longest.

    >>> merged([["staff", "principal"], ["junior", "senior", "staff"]])
    ['junior', 'senior', 'staff', 'principal']
    """
    order: list[Name] = []
    known: set[Name] = set()
    for run in sorted(runs, key=len, reverse=True):
        for place, name in enumerate(run):
            if name in known:
                continue
            if place:
                at = order.index(run[place - 1]) + 1
            else:
                at = next((order.index(one) for one in run if one in known), len(order))
            order.insert(at, name)
            known.add(name)
    return order


def seniority(title: str) -> tuple[float, float]:
    """How high a title seems to stand, to sort files that each hold one level and stand in the alphabet's order.

    >>> sorted(["Principal", "Engineer II", "Senior", "Junior", "Engineer I", "Senior Staff", "Staff"], key=seniority)
    ['Junior', 'Engineer I', 'Engineer II', 'Senior', 'Staff', 'Senior Staff', 'Principal']
    """
    words = re.findall(r"[a-z-]+|\d+(?:\.\d+)?", tidy(title).lower())
    known = sorted((RANKS[word] for word in words if word in RANKS), reverse=True)
    number = next((float(word) for word in words if word[0].isdigit()), None)
    if number is None:
        number = next((float(ROMAN[word]) for word in reversed(words) if word in ROMAN), 0.0)
    rank = (known[0] + sum(0.5 for one in known[1:] if one >= RANKS["senior"])) if known else PLAIN
    return rank, number


def by_seniority(titles: Sequence[str]) -> list[int]:
    """The places of the titles in their likely order: by their numbers where all have one, else by their words."""
    codes = [re.search(r"\d+(?:\.\d+)?", title) for title in titles]
    if all(codes):
        prefixes = [title[: code.start()].strip().lower() for title, code in zip(titles, codes, strict=True) if code]
        if len(set(prefixes)) == 1:
            return sorted(range(len(titles)), key=lambda place: float(codes[place][0]))  # type: ignore[index]
    ranked = [seniority(title) for title in titles]
    return sorted(range(len(titles)), key=lambda place: ranked[place])


__all__ = ["by_seniority", "merged", "seniority"]
