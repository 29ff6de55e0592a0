"""The words of the field: what the records promise to whoever reads them."""

import copy
import pickle
from typing import Any

import pytest

import ladder.model
from ladder.frozen import Frozen
from ladder.model import EMPTY, Ladder, Level, Statement

RECORDS: list[Any] = [one for one in vars(ladder.model).values() if isinstance(one, type) and issubclass(one, Frozen)]


@pytest.mark.parametrize("record", [one for one in RECORDS if one is not Frozen])
def test_every_record_says_what_it_is(record: Any) -> None:
    assert record.__doc__
    assert record._fields


@pytest.mark.parametrize("record", [one for one in RECORDS if one is not Frozen])
def test_what_is_absent_is_none_or_empty_and_cannot_be_filled(record: Any) -> None:
    for field, default in record._field_defaults.items():
        words = {"language": "en", "per": "year", "kind": "illustrative", "leans": "either"}
        assert default in (None, "", (), False) or default is EMPTY or default == words[field], field
    with pytest.raises(TypeError):
        EMPTY["a"] = 1  # type: ignore[index]


def test_a_level_without_a_level_is_no_role() -> None:
    assert not Level("a").is_role
    assert Level("r", level="a").is_role


def test_a_ladder_finds_levels_and_roles_by_id() -> None:
    held = Ladder("x", order=("a", "b"), role_ids=("r",), levels={"a": Level("a")}, roles={"r": Level("r", level="a")})
    assert held.role("a").id == "a"
    assert held.role("r").level == "a"
    for name in ("b", "zzz"):  # not opened, and none
        with pytest.raises(KeyError):
            held.role(name)


def test_a_whole_ladder_survives_being_copied(small: Ladder) -> None:
    assert copy.copy(small) == small


def test_statements_are_equal_where_all_they_say_is_equal() -> None:
    assert Statement("a", id="x") == Statement("a", id="x")
    assert Statement("a", id="x") != Statement("a")
    assert pickle.loads(pickle.dumps(Statement("a", tags=("t",)))) == Statement("a", tags=("t",))  # noqa: S301 - its own
