"""Two captures of one posting: what the employer changed, pay first.

Sentences are the same where their words are; of those that are not, two that share most of their words are one that
was changed.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from ladder.frozen import Frozen
from ladder.language import wording
from ladder.model import Ladder, Source
from ladder.postings.money import Stated, ranges
from ladder.postings.posting import Posting
from ladder.postings.sections import sentences
from ladder.questions.autopsy import NEEDS as NEEDS
from ladder.questions.autopsy import Autopsy, autopsy
from ladder.titling import Titles

ALIKE: Final = 0.6
"""From which part of their words in common on two sentences are one that was changed."""
MOST: Final = 400
"""How many sentences of each side are compared with each other."""

What = Literal["pay", "title", "level", "years", "location", "company", "sentence"]


class Altered(Frozen):
    """A thing that differs between two captures; `before` is empty where it is new, `after` where it is gone."""

    what: What
    before: str
    after: str


class Reposted(Frozen):
    """The answer: both captures taken apart, the earlier one first, and what differs, pay first."""

    before: Autopsy
    after: Autopsy
    changes: tuple[Altered, ...]
    same: int
    sources: tuple[Source, ...]
    language: str = "en"


def reposted(ladder: Ladder, before: Posting, after: Posting, titles: Titles, *, today: str = "") -> Reposted:
    """What changed from one capture of a posting to another; where both have a day, the earlier one is before."""
    if before.captured and after.captured and after.captured < before.captured:
        before, after = after, before
    old, new = (autopsy(ladder, one, titles, today=today) for one in (before, after))
    changes, same = _sentences(before.text, after.text)
    found = [*_facts(before, after, old, new), *changes]
    return Reposted(old, new, tuple(found), same, new.sources, ladder.language)


def _facts(before: Posting, after: Posting, old: Autopsy, new: Autopsy) -> list[Altered]:
    pairs: tuple[tuple[What, str, str], ...] = (
        ("pay", _pay(before), _pay(after)),
        ("title", before.title, after.title),
        ("level", _level(old), _level(new)),
        ("years", _years(old), _years(new)),
        ("location", before.location, after.location),
        ("company", before.company, after.company),
    )
    return [Altered(what, one, other) for what, one, other in pairs if wording(one) != wording(other)]


def _pay(posting: Posting) -> str:
    every = dict.fromkeys(map(_range, (*ranges(posting.text), *posting.stated)))
    return "; ".join(every)


def _range(one: Stated) -> str:
    ends = f"{one.low:,.0f}–{one.high:,.0f}" if one.low != one.high else f"{one.low:,.0f}"
    return f"{ends} {one.currency} a {one.period}".replace("  ", " ").replace("a hour", "an hour")


def _level(answer: Autopsy) -> str:
    text = answer.text
    if not text.level:
        return ""
    low, high = (answer.titles.get(name, name) for name in (text.level, text.to))
    return (low if low == high else f"{low} to {high.lower()}") + (" or above" if text.or_above else "")


def _years(answer: Autopsy) -> str:
    return "" if answer.text.years is None else f"{answer.text.years} years"


def _sentences(before: str, after: str) -> tuple[list[Altered], int]:
    """The sentences that differ, in the order of the later text, those that are gone last; how many are the same."""
    old = {wording(one.text): one.text for one in sentences(before)}
    new = {wording(one.text): one.text for one in sentences(after)}
    gone = [text for words, text in old.items() if words not in new]
    found: list[Altered] = []
    for words, text in new.items():
        if words in old:
            continue
        near = _nearest(text, gone[:MOST])
        if near:
            gone.remove(near)
        found.append(Altered("sentence", near, text))
    found.sort(key=lambda one: not one.before)
    return [*found, *(Altered("sentence", text, "") for text in gone)], len(old.keys() & new.keys())


def _nearest(text: str, others: Sequence[str]) -> str:
    """The sentence that is most like another, if it is alike enough; else nothing."""
    words = text.casefold().split()
    best, nearest = ALIKE, ""
    for other in others:
        match = SequenceMatcher(None, other.casefold().split(), words, autojunk=False)
        if match.quick_ratio() >= best and (ratio := match.ratio()) >= best:
            best, nearest = ratio, other
    return nearest
