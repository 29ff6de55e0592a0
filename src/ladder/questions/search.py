"""Where a ladder says something: words in, claims out, the best first.

A claim that has the words as they were typed comes first, then one that has all of them, then one that has them
together with the names of where it stands, then one that has some. Within each the telling words count, by how rare
they are among the claims found, and a short claim comes before a long one. Endings do not count: `mentor` finds
`mentors`, `mentoring` and `mentorship`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from ladder import names
from ladder.contents.citing import cited
from ladder.contents.claims import Claim, claims
from ladder.contents.titles import TITLES
from ladder.errors import LadderError, nearest, quoted
from ladder.frozen import Frozen
from ladder.language import WORD, composed, folded, stem, tells, weight, words
from ladder.model import EMPTY, Ladder, Source
from ladder.needs import EVERYTHING, Needs

NEEDS: Final[Needs] = EVERYTHING._replace(also=("ways",))
LIMIT: Final = 20
"""How many hits are shown unless more are asked for."""

SAME_STEM: Final = 0.97
BEGINS_SO: Final = 0.5
"""What a word counts that is not the one typed, but has its stem, or only begins like it."""
ABOUT: Final = ("expects", "time", "topics", "competencies", "baseline")
"""The parts of which a competency or a topic is what they are about."""


class Query(Frozen):
    """What was asked for: `words` as they stand in it, in order; `terms` are those that tell, each once."""

    typed: str
    words: tuple[str, ...]
    terms: tuple[str, ...]

    @property
    def phrase(self) -> str:
        """What was typed, as it may stand in a file: without case."""
        return " ".join(self.typed.casefold().split())

    @property
    def beginnings(self) -> tuple[str, ...]:
        """How every word begins that a term finds, in text without case and with `is` for `iz`."""
        return tuple(dict.fromkeys(stem(term) for term in self.terms))


class Hit(Frozen):
    """A claim that was found. `score` rises with its place; `matches` are the stretches of its text that were found.

    The whole part of the score says how: 3 the words as typed, 2 all of them, 1 all together with where it stands.
    """

    role: str
    title: str
    part: str
    about: str
    about_title: str
    text: str
    source: tuple[str, ...]
    satire: bool
    score: float
    matches: tuple[tuple[int, int], ...]


class Findings(Frozen):
    """The answer, best first.

    `total` counts all hits, `more` those that are not shown. `unread` counts levels and roles in whose files one of
    the words stands, too, and which were not looked into. Where nothing was found, `near` are words like those typed
    that do occur; where something was, `missing` are words that stand in no hit.
    """

    ladder: str
    title: str
    query: str
    roles: tuple[str, ...]
    within: tuple[str, ...]
    hits: tuple[Hit, ...]
    total: int
    more: int
    unread: int
    near: tuple[str, ...]
    missing: tuple[str, ...]
    sources: tuple[Source, ...]
    language: str = "en"


class Standing(Frozen):
    """Where a text holds what was asked for: its words, the terms among them with their likeness, and the stretches."""

    words: tuple[str, ...] = ()
    terms: Mapping[str, float] = EMPTY
    places: tuple[tuple[int, int], ...] = ()


class Seeker:
    """Finds the terms of a query in texts. What a word counts is worked out once, for words are few and texts many."""

    def __init__(self, asked: Query) -> None:
        self._asked = asked
        self._beginnings = asked.beginnings
        self._counts: dict[str, Mapping[str, float]] = {}

    def find(self, text: str) -> Standing:
        """What stands in a text, if anything does."""
        there = folded(text)
        for beginning in self._beginnings:
            if beginning in there:
                break
        else:
            return Standing()
        said, places = [], []
        terms: dict[str, float] = {}
        for match in WORD.finditer(text):
            word = match[0].casefold()
            said.append(word)
            if counts := self._count(word):
                places.append(match.span())
                terms.update((term, max(how, terms.get(term, 0))) for term, how in counts.items())
        return Standing(tuple(said), terms, tuple(places))

    def score(self, claim: Claim, there: Standing, weights: Mapping[str, float]) -> float:
        """How good a hit is, from 0 to 4; see `Hit`."""
        asked = self._asked
        if f" {' '.join(asked.words)} " in f" {' '.join(there.words)} ":
            how = 3
        elif len(there.terms) == len(asked.terms):
            how = 2
        else:
            around = self.find(f"{claim.title} {claim.about_title}").terms
            how = 1 if len({*there.terms, *around}) == len(asked.terms) else 0
        found = sum(weights[term] * likeness for term, likeness in there.terms.items()) / sum(weights.values())
        return how + 0.999 * found * (0.8 + 0.2 / (1 + len(there.words) / 12))

    def _count(self, word: str) -> Mapping[str, float]:
        if word not in self._counts:
            likeness = {term: _likeness(term, word) for term in self._asked.terms}
            self._counts[word] = {term: how for term, how in likeness.items() if how}
        return self._counts[word]


def query(given: Iterable[str]) -> Query:
    """What a person typed, in one piece or several. Words that tell nothing count only where there are no others.

    Raises LadderError where there is no word in it.
    """
    typed = composed(" ".join(" ".join(given).split()))
    found = words(typed)
    if not found:
        message = f"no word in {quoted(typed)}" if typed else "nothing to search for"
        raise LadderError(message, "give one or more words, for example `ladder search mentoring`")
    telling = list(filter(tells, found))
    return Query(typed, found, tuple(dict.fromkeys(telling or found)))


def places(ladder: Ladder) -> Mapping[str, str]:
    """What `within` may name, with titles: the parts of a ladder, its competencies and its topics."""
    judged = {name: one.title or name for name, one in ladder.competencies.items()}
    return {**TITLES, **judged, **{name: one.title or name for name, one in ladder.topics.items()}}


def search(
    ladder: Ladder,
    asked: Query,
    *,
    roles: Collection[str] | None = None,
    within: Collection[str] = (),
    limit: int = LIMIT,
    unread: int = 0,
) -> Findings:
    """The claims that hold the words: of all that is opened or of `roles`, in all `places` or in those of `within`.

    `unread` levels and roles hold them, too, and were not opened.
    """
    within = within_places(ladder, within)
    seeker = Seeker(asked)
    found = [(claim, there) for claim in _among(ladder, roles, within) if (there := seeker.find(claim.text)).terms]
    holding = Counter(term for _, there in found for term in there.terms)
    weights = {term: weight(holding[term], len(found)) for term in asked.terms}
    scored = [(seeker.score(claim, there, weights), claim, there) for claim, there in found]
    best = sorted(scored, key=lambda one: -one[0])[:limit]
    hits = [Hit(*claim, round(score, 6), there.places) for score, claim, there in best]
    return Findings(
        ladder=ladder.name,
        title=ladder.title,
        query=asked.typed,
        roles=tuple(dict.fromkeys(roles or ())),
        within=tuple(within),
        hits=tuple(hits),
        total=len(found),
        more=len(found) - len(hits),
        unread=unread,
        near=(),
        missing=tuple(term for term in asked.terms if not holding[term]) if found and not unread else (),
        sources=cited(hits, ladder.sources),
        language=ladder.language,
    )


def seek(
    opened: Iterable[tuple[Ladder, int, int]],
    asked: Query,
    *,
    roles: Collection[str] | None = None,
    within: Collection[str] = (),
    limit: int = LIMIT,
    otherwise: Callable[[], Ladder] | None = None,
) -> Findings:
    """The same of a ladder of which ever more is opened until there are hits enough; else words like those typed.

    `opened` gives the ladder, how many levels and roles that hold the words are unread, and how many of these likely
    do. Like words are looked for in `otherwise`, or in what was opened last.
    """
    for ladder, unread, likely in opened:
        answer = search(ladder, asked, roles=roles, within=within, limit=limit, unread=unread)
        if not unread or answer.total >= limit or (answer.total and not likely):
            break
    if answer.total:
        return answer
    return answer._replace(near=near(otherwise() if otherwise else ladder, asked, roles=roles, within=within))


def within_places(ladder: Ladder, typed: Collection[str]) -> list[str]:
    """The ids of parts, competencies and topics that were typed."""
    known = places(ladder)
    return [names.find_word(place, known, "part, competency or topic") for place in typed]


def near(
    ladder: Ladder, asked: Query, *, roles: Collection[str] | None = None, within: Collection[str] = ()
) -> tuple[str, ...]:
    """Words that do occur and look most like those that were typed, at most three."""
    within = within_places(ladder, within)
    known = dict.fromkeys(
        word for claim in _among(ladder, roles, within) for word in words(claim.text) if len(word) > 2
    )
    return tuple(dict.fromkeys(one for term in asked.terms for one in nearest(term, known, cutoff=0.7)))[:3]


def _among(ladder: Ladder, roles: Collection[str] | None, within: Collection[str]) -> Iterable[Claim]:
    every = claims(ladder, roles)
    if not within:
        return every
    return (claim for claim in every if claim.part in within or (claim.about in within and claim.part in ABOUT))


def _likeness(term: str, word: str) -> float:
    """How much of what was typed a word is: 1 for the same word, less for its stem, least for one that begins so.

    Where words are not set apart by spaces, or are put together, a word may stand inside another.
    """
    if term == word:
        return 1
    if not tells(term):
        return 0
    if stem(term) == stem(word):
        return SAME_STEM
    beginning = stem(term) if len(stem(term)) > 3 else folded(term)
    begins = len(beginning) > 3 and folded(word).startswith(beginning)
    return BEGINS_SO if begins or (not term.isascii() and term in word) else 0
