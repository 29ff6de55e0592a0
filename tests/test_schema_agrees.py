"""The schema and the decoder judge alike: what the one refuses the other refuses, as far as a schema can see."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from jsonschema import Draft7Validator

from any_ladder import BASE, ladders, mistaken
from ladder.errors import InvalidLadder, Problem
from ladder.reading.folder import Folder
from ladder.schema import schema

VALIDATOR = Draft7Validator(schema())

SEEN = {"unknown-key", "missing-key", "type", "value", "unknown-word", "bad-id", "format", "empty"}
"""Kinds of problems that a schema sees, but for those of `UNSEEN`."""

SEEN_OF_OTHERS = (
    "a share of",
    "the block is empty",
    "begins when the day is over",
    "a band is",
    "a percentile lies",
)
"""Problems of other kinds that it sees, too, by their words."""

UNSEEN = ("the key 'source' is missing",)
"""A survey's source may be the ladder's own, which stands in another file."""

PARTLY = ("years are one number", "a range is two amounts", "a question has two answers", "unknown key 'id'")
"""Too many or too few is seen; that they fall, are the same, or that an id is another than the key above, is not."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each example is written."""
    return tmp_path_factory.mktemp("any") / "acme.yaml"


def problems_of(made: Any, file: Path) -> tuple[Problem, ...]:
    """What the decoder finds wrong with a ladder in one file."""
    file.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    try:
        Folder(str(file)).ladder()
    except InvalidLadder as error:
        return error.problems
    return ()


def is_seen(problem: Problem) -> bool:
    """Whether a schema can see it."""
    if problem.message.startswith(UNSEEN):
        return False
    return problem.code in SEEN or any(words in problem.message for words in SEEN_OF_OTHERS)


@given(made=ladders())
def test_a_ladder_that_the_decoder_takes_the_schema_takes(made: dict[str, Any], file: Path) -> None:
    assert problems_of(made, file) == ()
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []


@given(made=mistaken())
def test_both_refuse_the_mistakes_that_a_schema_can_see_and_no_others(made: dict[str, Any], file: Path) -> None:
    problems = problems_of(made, file)
    assume(not any(problem.message.startswith(PARTLY) for problem in problems))
    assert VALIDATOR.is_valid(made) == (not any(is_seen(problem) for problem in problems)), problems


@pytest.mark.parametrize(
    "part",
    [
        {"levels": [{"id": "miller", "next": {"to": "master", "years": [7, 4]}}, {"id": "master"}]},
        {"levels": [{"id": "miller", "years": [7, 4]}]},
        {"levels": [{"id": "miller", "time": {"milling": [40, 30]}}]},
        {"levels": [{"id": "miller", "expects": {"water": "Knows the river."}}]},
        {"levels": [{"id": "miller", "expects": {"stones": "polishes"}}]},
        {"levels": [{"id": "miller"}, {"id": "miller"}]},
        {"levels": ["miller"]},
        {"levels": {"miller": {"id": "master"}}},
        {"comp": {"guild": {"title": "Wages", "currency": "EUR", "measure": "base"}}},
    ],
)
def test_what_a_schema_cannot_see_it_leaves_to_the_decoder(part: dict[str, Any], file: Path) -> None:
    made = {**BASE, "roles": {}, **part}
    assert len(problems_of(made, file)) == 1
    assert VALIDATOR.is_valid(made)


@pytest.mark.parametrize(
    ("part", "taken"),
    [
        ({"levels": [{"id": "miller", "years": 101}]}, False),
        ({"levels": [{"id": "miller", "years": [-1, 4]}]}, False),
        ({"levels": [{"id": "miller", "expects": {"": "Grinds."}}]}, False),
        ({"levels": [{"id": "miller", "time": {"": 5}}]}, False),
        ({"levels": [{"id": "miller", "time": {"milling": {"share": None, "reports": [{"share": 5}]}}}]}, True),
        ({"extends": None}, True),
    ],
)
def test_the_decoder_keeps_the_rules_that_hold_everywhere(part: dict[str, Any], taken: bool, file: Path) -> None:
    made = {**BASE, "roles": {}, **part}
    assert VALIDATOR.is_valid(made) == taken
    assert (not problems_of(made, file)) == taken
