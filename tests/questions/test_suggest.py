"""Competencies are suggested by the words that a ladder's authors gave them, each with what speaks for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ladder
from ladder.logs.entry import Entry
from ladder.model import Ladder
from ladder.questions.suggest import suggest, vocabulary
from pages.bundled import ours

DEEDS = [line.split("\t") for line in (Path(__file__).parents[1] / "logs" / "deeds.tsv").read_text().splitlines()[1:]]
"""Deeds that were written after the lists of words, by the same hand: they show a bad matcher, not a good list."""
OURS = vocabulary(ours())
"""The words of the bundled ladder."""


def spoken(small: Ladder, **words: tuple[str, ...]) -> Ladder:
    """The small ladder whose competencies have these words."""
    known = {name: one._replace(words=words.get(name, ())) for name, one in small.competencies.items()}
    return small._replace(competencies=known)


def test_words_and_turns_of_phrase_speak_whatever_their_endings(small: Ladder) -> None:
    words = vocabulary(spoken(small, grain=("wheat", "wet load"), people=("mentor",), stones=("dress",)))
    first, second = suggest(words, "Mentored Odo after the wet loads")
    assert (first.competency, first.title, first.because) == ("people", "People", ("Mentored",))
    assert (second.competency, second.because) == ("grain", ("wet loads",))
    assert suggest(words, "Swept the loft") == ()


def test_without_words_the_statements_serve(small: Ladder) -> None:
    assert suggest(vocabulary(small), "Bought wheat for the bins")[0].competency == "grain"


def test_what_the_writer_confirmed_before_counts_and_is_the_reason(small: Ladder) -> None:
    words = vocabulary(spoken(small, grain=("wheat",), people=("mentor",), stones=("dress",)))
    before = [Entry("Cleared the sluice", tags=("stones/1",)), Entry("Old sluice", tags=("nonsense",))]
    (one,) = suggest(words, "The sluice again", before)
    assert (one.competency, one.because) == ("stones", ("sluice, as before",))


@given(st.text(max_size=80))
def test_every_suggestion_has_a_reason_and_none_comes_twice(text: str) -> None:
    found = suggest(OURS, text)
    assert all(one.because for one in found)
    assert len({one.competency for one in found}) == len(found)


def test_the_bundled_words_are_right_for_deeds_of_every_competency() -> None:
    ranked = [([one.competency for one in suggest(OURS, text)], gold.split(",")) for text, gold in DEEDS]
    assert sum(bool(set(found[:1]) & set(gold)) for found, gold in ranked) >= 0.65 * len(DEEDS)
    assert sum(bool(set(found[:3]) & set(gold)) for found, gold in ranked) >= 0.85 * len(DEEDS)


def test_whoever_names_no_ladder_has_the_bundled_words() -> None:
    for text, _ in DEEDS[:3]:
        assert ladder.suggest(text) == suggest(OURS, text) != ()


@pytest.mark.parametrize("name", ours().competencies)
def test_every_bundled_competency_has_words_and_most_are_its_own(name: str) -> None:
    known = ours().competencies
    others = {word for other, one in known.items() if other != name for word in one.words}
    assert len(known[name].words) >= 40
    assert len(set(known[name].words) - others) >= 0.9 * len(known[name].words)
    assert len(set(known[name].words)) == len(known[name].words)
