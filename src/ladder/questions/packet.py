"""The case for a level so far, in the writer's own words: entries are quoted as they are, and no prose is written.

Private entries stay out, and so do entries that ask for confidence. What is in the packet that others should perhaps
not see (links, names, customers) is listed as far as the log declares it, for nothing else can be seen.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ladder.contents.citing import cited
from ladder.frozen import Frozen
from ladder.logs.entry import Entry, Log
from ladder.model import Ladder, Source, Statement
from ladder.needs import Needs
from ladder.questions.gap import Mark, gap, newest_first

NEEDS: Final = Needs(parts=("expects",))
MOST: Final = 2
"""How many entries stand below a statement: a committee reads two."""
_HELPING: Final = re.compile(
    r"\b(?:(?:mentor|mentee|coach|onboard|sponsor|apprentice)\w*|interns?|buddy|pair(?:ed|ing)|taught|trained"
    r"|put forward)\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[\"“„«]([^\"”“»]+)[\"”“»]")


class Told(Frozen):
    """A statement with the entries that stand for it, two at most, by their places among the packet's entries."""

    claim: str
    competency: str
    statement: Statement
    mark: Mark
    evidence: tuple[int, ...]


class Voice(Frozen):
    """Who can say so: what somebody said, and by which entry."""

    said: str
    by: str
    entry: int


class Declared(Frozen):
    """What others should perhaps not see, as far as the log declares it."""

    links: tuple[str, ...]
    names: tuple[str, ...]
    customers: tuple[str, ...]
    notices: tuple[str, ...]


class Packet(Frozen):
    """The answer. `outcomes` and `people` are places among `entries`, which are those that may be shown."""

    id: str
    title: str
    before: str
    before_title: str
    log: str
    outcomes: tuple[int, ...]
    statements: tuple[Told, ...]
    people: tuple[int, ...]
    voices: tuple[Voice, ...]
    gaps: tuple[Told, ...]
    declared: Declared
    entries: tuple[Entry, ...]
    ladder: str
    sources: tuple[Source, ...]
    language: str = "en"


def packet(ladder: Ladder, name: str, log: Log, before: str = "", called: str = "") -> Packet:
    """The case for a level or role, from one log."""
    shown = tuple(one for one in log.entries if not one.private and not one.repeats)
    found = gap(ladder, name, [log._replace(entries=shown)], before)
    told = [
        Told(one.claim, part.title, one.statement, one.marks[0], _best(one.evidence[0], shown))
        for part in found.competencies
        for one in part.statements
    ]
    order = newest_first(shown)
    used = {place for one in told for place in one.evidence}
    outcomes = [place for place in order if shown[place].outcome]
    people = [place for place in order if _HELPING.search(shown[place].text)]
    voices = [
        Voice(said, _QUOTED.sub("", said).strip(" ,;–—-") if _QUOTED.search(said) else said, place)
        for place in order
        for said in shown[place].said
    ]
    in_it = sorted(used | set(outcomes) | set(people) | {one.entry for one in voices})
    places = {old: new for new, old in enumerate(in_it)}
    entries = tuple(shown[place] for place in in_it)
    told = [one._replace(evidence=tuple(places[place] for place in one.evidence)) for one in told]
    answer = Packet(
        name,
        found.title,
        found.before,
        found.before_title,
        log.name,
        tuple(places[place] for place in outcomes),
        tuple(one for one in told if one.evidence),
        tuple(places[place] for place in people),
        tuple(one._replace(entry=places[one.entry]) for one in voices),
        tuple(one for one in told if one.mark != "outcome"),
        _declared(log, entries, [one.by for one in voices if one.by]),
        entries,
        called,
        (),
    )
    return answer._replace(sources=cited([answer.statements, answer.gaps], ladder.sources), language=ladder.language)


def _best(places: Sequence[int], entries: Sequence[Entry]) -> tuple[int, ...]:
    """Two at most, those with an outcome first, else the newest."""
    return tuple(sorted(places, key=lambda place: not entries[place].outcome)[:MOST])


def _declared(log: Log, entries: Sequence[Entry], voices: Sequence[str]) -> Declared:
    texts = "\n".join(" ".join((one.text, *one.more, one.impact, *one.said)) for one in entries)

    def named(words: Iterable[str]) -> tuple[str, ...]:
        return tuple(word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", texts, re.IGNORECASE))

    links = dict.fromkeys(link for one in entries for link in one.links)
    return Declared(tuple(links), tuple(dict.fromkeys((*voices, *named(log.names)))), named(log.customers), log.notices)
