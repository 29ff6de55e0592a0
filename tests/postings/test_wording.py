"""Turns of phrase: how authors write them, and where they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.postings.wording import Index, quoted_words, stems_of, turn


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("lead|drive ... architecture", "You will be leading the whole architecture", True),
        ("lead|drive ... architecture", "You drive architecture", True),
        ("lead|drive ... architecture", "You lead a team that one day may have an architecture", False),
        ("mentor (other) engineers", "Mentoring other engineers", True),
        ("mentor (other) engineers", "mentors engineers", True),
        ("mentor (other) engineers", "mentors junior engineers", False),
        ("cross-functional", "Cross functional teams", True),
        ("best practices", "BEST-PRACTICE", True),
        ("learn", "You earn", False),
    ],
)
def test_a_turn_of_phrase_is_found_word_by_word(written: str, text: str, found: bool) -> None:
    assert bool(Index({"a": [written]}).found(stems_of(text))) == found


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "no word that must be there"),
        ("...", "no word that must be there"),
        ("(only)", "no word that must be there"),
        ("lead ...", "it begins and ends with a word that must be there"),
        ("(other) engineers", "it begins and ends with a word that must be there"),
        ("lead (the", "a bracket without its other half"),
        ("lead !", "! holds no word"),
    ],
)
def test_what_cannot_be_looked_for_is_said(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        turn(written)
    assert str(error.value) == message


def test_of_several_places_the_longest_counts_and_is_quoted_as_it_stands() -> None:
    text = "Move fast; but do move very, very FAST."
    found = Index({"a": ["move ... fast"]}).found(stems_of(text))
    assert quoted_words(text, *found["a"]) == "move very, very FAST"


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    index = Index({"a": ["a ... b|c (d) e"], "b": ["a"]})
    for first, last in index.found(stems_of(text)).values():
        assert quoted_words(text, first, last) in text
