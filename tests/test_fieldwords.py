"""Every key of the format is explained under its field, in words that editors and FORMAT.md say."""

import re
from typing import Any, Final

import pytest

from format_tables import Key, all_keys
from ladder import fieldwords, model
from ladder.frozen import Frozen
from ladder.reading import kinds
from ladder.reading.header import Header

RECORDS: Final[list[Any]] = [
    one for one in (Header, *vars(model).values()) if isinstance(one, type) and issubclass(one, Frozen)
]
DECODED: Final = [one for one in RECORDS if one not in (Frozen, model.Ladder, model.Ref, model.Within)]
KEYS: Final = all_keys()


class Mill(Frozen):
    """What grinds; `to_` is where.

    Only for these tests.
    """

    id: str
    stones: int = 0
    """How many stones
    it has."""
    to_: str = ""
    """Where it stands: "here"."""
    sails: int = 0
    wheel: int = 0


@pytest.mark.parametrize("kind", DECODED)
def test_every_field_of_the_format_has_words(kind: Any) -> None:
    assert [key for key, words in fieldwords.words(kind).items() if not words] == [
        one for one in ("low", "high", "spans") if one in kind._fields
    ]


@pytest.mark.parametrize("key", KEYS, ids=[f"{key.heading}: {key.path}" for key in KEYS])
def test_words_are_sentences_about_the_key_and_fit_into_a_row(key: Key) -> None:
    assert re.fullmatch(r"[A-Z`].*[.]", key.words)
    assert "|" not in key.words
    assert not re.search(r"\b(one's|somebody|oneself)\b", key.words)


def test_the_words_are_the_text_right_under_a_field_and_else_those_it_has_everywhere() -> None:
    with pytest.raises(LookupError, match=r"Mill\.sails has no words: write some under it in test_fieldwords"):
        fieldwords.words(Mill)
    usual = fieldwords.everywhere()
    assert fieldwords.words(model.Track) == {name: usual[name] for name in ("id", "title", "about")}
    assert fieldwords.words(model.Step)["id"] != usual["id"]


def test_lines_are_joined_and_a_key_is_a_field_without_its_underscore() -> None:
    found = fieldwords.words(model.Span)
    assert found["from"] == "The lowest number of years."
    assert all("\n" not in words for kind in DECODED for words in fieldwords.words(kind).values())


def test_a_record_is_summed_up_by_the_first_paragraph_of_its_docstring() -> None:
    assert fieldwords.summary(Mill) == "What grinds; `to` is where."


def test_text_under_fields_costs_a_start_nothing() -> None:
    assert "How many stones" not in str([one for one in vars(Mill).values() if isinstance(one, str)])
    assert Mill("a") == ("a", 0, "", 0, 0)


def test_what_means_the_same_everywhere_stands_in_more_than_one_record() -> None:
    for name in fieldwords.everywhere():
        fields = [kind for kind in DECODED if name in kind._fields]
        assert len(fields) > 1 or name == "share"


def test_every_kind_says_what_its_key_holds() -> None:
    assert all(re.fullmatch(r"[A-Z].*[.]", kind.about) for kind in kinds.KINDS)
