"""In which order levels stand, where files or partial lists of them do not say it outright."""

import itertools
import re
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from ladder.importing.draft import tidy
from ladder.importing.words import PLAIN, is_level, seniority
from ladder.markup.inline import bare

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


def in_place(runs: Sequence[Sequence[Name]]) -> list[Name]:
    """One order of several runs: merged where they have names in common, else one after another."""
    groups: list[list[Sequence[Name]]] = []
    for run in runs:
        mine = [group for group in groups if any(set(run) & set(other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), run])
    groups.sort(key=lambda group: min(next(place for place, run in enumerate(runs) if run is one) for one in group))
    return list(dict.fromkeys(name for group in groups for name in merged(group)))


def sorted_by(titles: Sequence[str]) -> list[int]:
    """The places of the titles in their likely order: by their numbers where all have one, else by their words."""
    codes = [found for title in titles if (found := re.search(r"\d+(?:\.\d+)?", title))]
    if len(codes) == len(titles) and len({one.string[: one.start()].strip().lower() for one in codes}) == 1:
        return sorted(range(len(titles)), key=lambda place: float(codes[place][0]))
    return sorted(range(len(titles)), key=lambda place: seniority(titles[place]))


def falls(labels: Sequence[str]) -> bool:
    """Whether levels stand highest first: by their words, their numbers, or both.

    >>> falls(["Senior Engineer", "Engineer"]), falls(["L5", "L4"]), falls(["Grain", "Stone"])
    (True, True, False)
    """
    ranks = [seniority(one) for one in labels]
    told = sum(rank != (PLAIN, 0.0) for rank in ranks)
    if len(labels) < 2 or not all(a > b for a, b in itertools.pairwise(ranks)):
        return False
    stems = {re.sub(r"\d.*", "", tidy(bare(one))).strip().casefold() for one in labels}
    coded = len(stems) == 1 and all(re.search(r"\d", one) for one in labels)
    return coded or (told * 2 >= len(labels) and all(map(is_level, labels)))


__all__ = ["falls", "in_place", "merged", "sorted_by"]
