"""The words of the field: what the records promise to whoever reads them."""

import copy
import pickle
import re
from pathlib import Path
from typing import Any

import pytest

import ladder.model
from ladder.frozen import Frozen
from ladder.model import EMPTY, OWN, Cell, Ladder, Level, Share, Span, Statement
from ladders import FULL, read, write_all

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


def of_a_role(role: Level, level: Level) -> Level:
    """What a role comes to on a ladder with its level."""
    return Ladder("x", levels={level.id: level}, roles={role.id: role}).role(role.id)


GRINDS, WAITS = Cell((Statement("Grinds"),)), Cell((Statement("Waits"),))


def test_a_role_takes_from_its_level_what_it_does_not_say_cell_by_cell_and_else_key_by_key() -> None:
    level = Level("a", track="ic", rank=2, summary="Mills.", years=Span(2), expects={"grain": GRINDS, "talk": GRINDS})
    level = level._replace(time={"milling": Share(5, 5)}, week=(Statement("Slow"),))
    role = Level("r", "R", level="a", summary="Sails.", expects={"talk": WAITS}, week=(Statement("Windy"),))
    assert of_a_role(role, level) == level._replace(
        id="r", title="R", level="a", summary="Sails.", expects={"grain": GRINDS, "talk": WAITS}, week=role.week
    )


def test_a_cell_that_a_role_leaves_empty_is_empty() -> None:
    found = of_a_role(Level("r", level="a", expects={"talk": Cell()}), Level("a", expects={"talk": GRINDS}))
    assert found.expects == {"talk": Cell()}


@pytest.mark.parametrize("field", OWN)
def test_a_role_does_not_take_what_is_a_level_s_own(field: str) -> None:
    level = Level("a", "A", ("b",), "s", "x", "y", source=("guild",), record=ladder.model.Record())
    role = Level("r", level="a")
    assert getattr(level, field)
    assert getattr(of_a_role(role, level), field) == getattr(role, field)


def test_the_format_says_what_a_role_does_not_take() -> None:
    text = (Path(__file__).parent.parent / "FORMAT.md").read_text(encoding="utf-8")
    told = re.search(r"\*\*Roles\.\*\* [^.]* except ([^.]*)\.", text)
    assert told is not None
    names = {"title": "title", "short name": "short", "aliases": "aliases", "source": "source", "record": "record"}
    assert {names[one] for one in re.split(r", | and ", " ".join(told[1].split()).removeprefix("the "))} == set(OWN) - {
        *("id", "level", "discipline")
    }


def test_a_ladder_holds_of_a_role_what_its_file_says(tmp_path: Path) -> None:
    found = read(write_all(tmp_path, FULL))
    role = found.roles["senior-wind"]
    assert role == found.written("senior-wind")
    assert (role.summary, role.rank, list(role.expects), role.time) == ("", None, ["grain"], {})
    whole = found.role("senior-wind")
    assert (whole.summary, whole.rank, list(whole.expects)) == (
        "Runs a pair of stones.",
        2,
        ["grain", "stones", "people"],
    )
    assert found.written("miller") is found.role("miller") is found.levels["miller"]


def test_a_role_of_which_the_level_was_not_opened_is_what_it_says() -> None:
    role = Level("r", level="a", summary="Sails.")
    assert Ladder("x", roles={"r": role}).role("r") == role


def test_a_whole_ladder_survives_being_copied(small: Ladder) -> None:
    assert copy.copy(small) == small


def test_statements_are_equal_where_all_they_say_is_equal() -> None:
    assert Statement("a", id="x") == Statement("a", id="x")
    assert Statement("a", id="x") != Statement("a")
    assert pickle.loads(pickle.dumps(Statement("a", tags=("t",)))) == Statement("a", tags=("t",))  # noqa: S301 - its own
