"""In which order levels stand, where files or partial lists of them do not say it outright."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from ladder.importing.words import seniority

Name = TypeVar("Name", bound=Hashable)


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


def by_seniority(titles: Sequence[str]) -> list[int]:
    """The places of the titles in their likely order: by their numbers where all have one, else by their words."""
    codes = [re.search(r"\d+(?:\.\d+)?", title) for title in titles]
    if all(codes):
        prefixes = [title[: code.start()].strip().lower() for title, code in zip(titles, codes, strict=True) if code]
        if len(set(prefixes)) == 1:
            return sorted(range(len(titles)), key=lambda place: float(codes[place][0]))  # type: ignore[index]
    ranked = [seniority(title) for title in titles]
    return sorted(range(len(titles)), key=lambda place: ranked[place])


__all__ = ["by_seniority", "merged"]
