"""An answer for programs: exact text, raw numbers, and nothing that steers a terminal."""

import json
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.frozen import Frozen
from ladder.model import Band, Period, Statement
from ladder.render.json import SCHEMA_VERSION, render
from ladder.render.text import steering
from render.documents import HOSTILE


class Answer(Frozen):
    """An answer that holds anything."""

    value: Any
    from_: str = ""


def back(value: Any) -> Any:
    return json.loads(render("answer", Answer(value)))["value"]


def test_an_answer_says_its_version_and_kind_first() -> None:
    found = json.loads(render("comp", Answer(1)))
    assert list(found) == ["schema_version", "kind", "value", "from"]
    assert (found["schema_version"], found["kind"]) == (SCHEMA_VERSION, "comp")


@given(st.text())
def test_a_text_comes_back_exactly_and_steers_nothing_on_the_way(text: str) -> None:
    written = render("answer", Answer(text))
    assert json.loads(written)["value"] == text
    assert not steering().search(written)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_back_exactly_and_steers_nothing(text: str) -> None:
    written = render("answer", Answer({text: [text]}))
    assert json.loads(written)["value"] == {text: [text]}
    assert not steering().search(written)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (222_000.0, 222_000),
        (33.333333, 33.3333),
        (True, True),
        (None, None),
        ((), []),
        ((1, "a"), [1, "a"]),
        (MappingProxyType({25: 1.0}), {"25": 1}),
        (Period("2025-01", None), {"from": "2025-01", "to": None}),
        (Statement("x", tags=("a",)).tags, ["a"]),
        ([Band("low", mean=5)][0].range, []),
    ],
)
def test_values_are_written_raw_with_null_for_what_is_missing(value: Any, expected: Any) -> None:
    assert back(value) == expected
    assert type(back(value)) is type(expected)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_a_fault_and_not_a_word_of_its_own(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        render("answer", Answer(value))


def test_wide_scripts_are_written_as_they_are() -> None:
    assert "日本語" in render("answer", Answer("日本語"))
