"""Which competencies an entry of a log may be about: in order, each because of words that stand in the entry.

The words are the ladder's own: those that its authors gave a competency (`words`), else the words of its statements.
What the writer has confirmed before counts, too. Which statement an entry supports is nobody's to say but the
writer's: matched by words, that is right one time in five. Where nothing speaks for a competency, none is suggested.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Final

from ladder.frozen import Frozen
from ladder.language import COMMON, stem
from ladder.logs.entry import Entry
from ladder.model import Competency, Ladder, Statement
from ladder.needs import Needs

NEEDS: Final = Needs(parts=("expects",), all=("levels",))

FIRST: Final = 4
"""How many words at the beginning of an entry say what was done, and count more."""


class Suggestion(Frozen):
    """A competency, by its id and title, and the words of the entry that speak for it, the most telling first."""

    competency: str
    title: str
    because: tuple[str, ...]


class Vocabulary(Frozen):
    """The words of a ladder's competencies: phrases as stems, each with what it weighs for whom."""

    titles: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Mapping[str, float]], ...]]


def has_words(competencies: Mapping[str, Competency]) -> bool:
    """Whether the authors gave words to every competency, so that no level need be opened."""
    return bool(competencies) and all(one.words for one in competencies.values())


def suggest(words: Vocabulary, text: str, confirmed: Sequence[Entry] = ()) -> tuple[Suggestion, ...]:
    """The competencies of which words stand in a text, the likeliest first. `confirmed` are entries with claims."""
    said = re.findall(r"[^\W_]+(?:[-:/][^\W_]+)*", text)
    stems = [_stems(word) for word in said]
    flat = [(one, place) for place, some in enumerate(stems) for one in some]
    likely: defaultdict[str, float] = defaultdict(float)
    because: defaultdict[str, Counter[str]] = defaultdict(Counter)
    covered: set[tuple[int, str]] = set()
    for place in range(len(flat)):
        for phrase, weights in words.phrases.get(flat[place][0], ()):
            if tuple(one for one, _ in flat[place : place + len(phrase)]) != phrase:
                continue
            first, last = flat[place][1], flat[place + len(phrase) - 1][1]
            if len(phrase) == 1 and said[first].casefold() in COMMON:
                continue
            spoken = " ".join(said[first : last + 1])
            for name, weight in weights.items():
                weight *= 1.5 if first < FIRST else 1.0
                because[name][spoken] += weight  # type: ignore[assignment]
                if (first, name) not in covered:
                    likely[name] += weight
                    covered.add((first, name))
    for name, word, weight in _as_before(words, said, confirmed):
        likely[name] += weight
        because[name][f"{word}, as before"] += weight  # type: ignore[assignment]
    ranked = sorted(likely, key=lambda name: -likely[name])
    spoken_for = {name: tuple(one for one, _ in because[name].most_common(3)) for name in ranked}
    return tuple(Suggestion(name, words.titles[name], why) for name, why in spoken_for.items())


def vocabulary(ladder: Ladder) -> Vocabulary:
    """The words of a ladder's competencies. A word that several have says less for each."""
    owners: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, competency in ladder.competencies.items():
        spoken: Iterable[str] = competency.words or _of_statements(ladder, competency)
        for phrase in dict.fromkeys(_phrase(one) for one in spoken):
            if phrase:
                owners[phrase].append(name)
    every = max(len(ladder.competencies), 1)
    made: defaultdict[str, list[tuple[tuple[str, ...], Mapping[str, float]]]] = defaultdict(list)
    for phrase, names in owners.items():
        weight = (1 + log(every / len(names))) * (1 + 0.5 * (len(phrase) - 1)) / (1 + log(every))
        made[phrase[0]].append((phrase, dict.fromkeys(names, weight)))
    titles = {name: one.title or name for name, one in ladder.competencies.items()}
    longest = {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in made.items()}
    return Vocabulary(titles, longest)


def _of_statements(ladder: Ladder, competency: Competency) -> list[str]:
    """The telling words of what is expected of a competency, for a ladder without words of its own."""
    said: list[Statement] = [one for step in competency.steps for one in step.expects]
    for level in ladder.levels.values():
        cell = level.expects.get(competency.id)
        said += cell.statements if cell else ()
    texts = [competency.title, competency.about, *(one.text for one in said)]
    found = [word for text in texts for word in re.findall(r"[^\W_]+", text.casefold())]
    return [word for word in dict.fromkeys(found) if word not in COMMON and len(word) > 2]


def _as_before(words: Vocabulary, said: Sequence[str], confirmed: Sequence[Entry]) -> Iterable[tuple[str, str, float]]:
    """Words that the writer has used before, with the competency that they were confirmed for most often."""
    if not confirmed:
        return
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in confirmed:
        names = {tag.partition("/")[0] for tag in entry.tags} & words.titles.keys()
        for one in {one for word in re.findall(r"[^\W_]+", entry.text) for one in _stems(word)}:
            told[one].update(names)
    for word in dict.fromkeys(said):
        if word.casefold() in COMMON or len(word) < 3:
            continue
        for one in _stems(word):
            for name, times in told[one].items() if one in told else ():
                yield name, word, times / (sum(told[one].values()) + 1)


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(one for word in re.findall(r"[^\W_]+(?:[-:/][^\W_]+)*", text) for one in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """A word as it is compared, without its ending; one with a hyphen is its parts."""
    return tuple(map(stem, re.findall(r"[^\W_]+", word.casefold())))
