"""What a level expects, once the ladder's own rules are applied."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ladder.contents.expected import expected
from ladder.language import wording
from ladder.model import Baseline, Competency, Level, Step
from questions.builders import a_ladder, cell, said

STONES = Competency(
    "stones",
    "Stones",
    steps=(Step("turns", "Turns them", said("Keeps it turning")), Step("dresses", expects=said("Dresses it"))),
)


def texts(statements: object) -> list[str]:
    return [one.text for one in statements]  # type: ignore[attr-defined]


def test_a_step_of_the_scale_brings_its_title_and_statements_before_the_level_s_own() -> None:
    level = Level("a", expects={"stones": cell("Hears it wear", step="turns")})
    found = expected(a_ladder(level, competencies={"stones": STONES}), level)["stones"]
    assert found.step == "Turns them"
    assert texts(found.statements) == ["Keeps it turning", "Hears it wear"]


def test_a_step_without_a_title_goes_by_its_id_and_an_unknown_one_as_it_was_typed() -> None:
    low, high = (
        Level("a", expects={"stones": cell(step="dresses")}),
        Level("b", expects={"stones": cell("Sells it", step="sells")}),
    )
    ladder = a_ladder(low, high, competencies={"stones": STONES})
    assert expected(ladder, low)["stones"].step == "dresses"
    assert expected(ladder, high)["stones"].step == "sells"
    assert texts(expected(ladder, high)["stones"].statements) == ["Sells it"]


def test_a_label_and_what_is_optional_are_kept() -> None:
    level = Level("a", expects={"grain": cell("Buys it", label="P3", optional=True)})
    found = expected(a_ladder(level), level)["grain"]
    assert (found.label, found.optional, found.step) == ("P3", True, "")


def test_competencies_stand_in_the_ladder_s_order_and_silent_ones_are_left_out() -> None:
    level = Level("a", expects={"talk": cell("Talks"), "grain": cell("Grinds")})
    known = {name: Competency(name, group="Craft") for name in ("grain", "stones", "talk")}
    found = expected(a_ladder(level, competencies=known), level)
    assert [(part.id, part.title, part.group) for part in found.values()] == [
        ("grain", "grain", "Craft"),
        ("talk", "talk", "Craft"),
    ]


def test_the_baseline_is_expected_of_every_level_before_its_own() -> None:
    low, high = Level("a"), Level("b", expects={"talk": cell("Speaks for all", label="P2")})
    ladder = a_ladder(low, high, baseline=Baseline({"talk": cell("Greets the carters")}))
    assert texts(expected(ladder, low)["talk"].statements) == ["Greets the carters"]
    assert texts(expected(ladder, high)["talk"].statements) == ["Greets the carters", "Speaks for all"]
    assert (expected(ladder, low)["talk"].label, expected(ladder, high)["talk"].label) == ("", "P2")


def test_nothing_is_inherited_on_a_ladder_that_is_not_cumulative() -> None:
    ladder = a_ladder(Level("a", expects={"grain": cell("Grinds")}), Level("b", expects={"grain": cell("Buys")}))
    assert expected(ladder, ladder.levels["b"])["grain"].inherited == ()


def test_a_cumulative_ladder_inherits_from_all_levels_below_and_from_none_above() -> None:
    low, middle, high = (
        Level("a", expects={"grain": cell("Grinds"), "stones": cell(step="turns")}),
        Level("b", expects={"grain": cell("Buys")}),
        Level("c", expects={"grain": cell("Sets the price")}),
    )
    ladder = a_ladder(low, middle, high, cumulative=True, competencies={"grain": Competency("grain"), "stones": STONES})
    first, second, third = (expected(ladder, level) for level in ladder.levels.values())
    assert texts(third["grain"].inherited) == ["Grinds", "Buys"]
    assert texts(second["grain"].inherited) == ["Grinds"]
    assert first["grain"].inherited == ()
    assert texts(third["stones"].inherited) == ["Keeps it turning"]
    assert third["stones"].statements == ()


def test_what_is_said_again_is_inherited_once_and_not_beside_itself() -> None:
    said = [cell("Grinds"), cell("Grinds", "Buys"), cell("buys.", "Sells")]
    levels = [Level(name, expects={"grain": one}) for name, one in zip("abc", said, strict=True)]
    ladder = a_ladder(*levels, cumulative=True)
    found = expected(ladder, ladder.levels["c"])["grain"]
    assert (texts(found.inherited), texts(found.statements)) == (["Grinds"], ["buys.", "Sells"])


def test_a_track_inherits_from_itself_and_from_levels_of_no_track() -> None:
    levels = [
        Level("hand", rank=1, expects={"grain": cell("Grinds")}),
        Level("foreman", rank=2, track="lead", expects={"grain": cell("Hires")}),
        Level("miller", rank=2, track="ic", expects={"grain": cell("Buys")}),
        Level("master", rank=3, track="ic"),
    ]
    ladder = a_ladder(*levels, cumulative=True)
    assert texts(expected(ladder, ladder.levels["master"])["grain"].inherited) == ["Grinds", "Buys"]


def test_a_role_inherits_from_the_levels_below_the_one_it_is_seen_through() -> None:
    role = Level("wind", level="b", expects={"grain": cell("Waits for wind")})
    levels = Level("a", expects={"grain": cell("Grinds")}), Level("b", expects={"grain": cell("Buys")})
    ladder = a_ladder(*levels, roles=[role], cumulative=True)
    found = expected(ladder, ladder.role("wind"))["grain"]
    assert (texts(found.inherited), texts(found.statements)) == (["Grinds"], ["Waits for wind"])


def inherited(*levels: Level, **parts: Any) -> list[str]:
    """What the highest of these levels inherits of grain on a cumulative ladder."""
    ladder = a_ladder(*levels, cumulative=True, **parts)
    return texts(expected(ladder, ladder.levels[levels[-1].id])["grain"].inherited)


def test_what_several_levels_below_say_is_inherited_once() -> None:
    low, middle = Level("a", expects={"grain": cell("Grinds", "Sweeps")}), Level("b", expects={"grain": cell("Grinds")})
    assert inherited(low, middle, Level("c", expects={"grain": cell("Buys")})) == ["Grinds", "Sweeps"]
    assert inherited(low, middle, Level("c")) == ["Grinds", "Sweeps"]


def test_what_a_level_says_itself_it_does_not_inherit() -> None:
    low = Level("a", expects={"grain": cell("Grinds.", "Sweeps")})
    assert inherited(low, Level("b", expects={"grain": cell("grinds", "Buys")})) == ["Sweeps"]
    assert inherited(low, Level("b", expects={"grain": cell("Sweeps", "Grinds")})) == []


def test_what_a_level_says_by_its_step_or_the_baseline_it_does_not_inherit() -> None:
    low = Level("a", expects={"grain": cell("Dresses it", "Greets", "Sweeps")})
    known = {"grain": STONES._replace(id="grain")}
    by_step = Level("b", expects={"grain": cell(step="dresses")})
    assert inherited(low, by_step, competencies=known) == ["Greets", "Sweeps"]
    baseline = Baseline({"grain": cell("Greets")})
    assert inherited(low, Level("b"), baseline=baseline) == ["Dresses it", "Sweeps"]


def test_one_text_under_two_competencies_is_inherited_under_the_one_that_the_level_is_silent_about() -> None:
    low = Level("a", expects={"grain": cell("Is careful"), "talk": cell("Is careful")})
    ladder = a_ladder(low, Level("b", expects={"talk": cell("Is careful")}), cumulative=True)
    found = expected(ladder, ladder.levels["b"])
    assert (texts(found["grain"].inherited), texts(found["talk"].inherited)) == (["Is careful"], [])


sayings = st.lists(st.sampled_from(["Grinds", "grinds.", "Buys", " buys", "Sells", "Sweeps;"]), max_size=4)


@given(st.lists(sayings, min_size=1, max_size=4))
def test_a_cumulative_level_has_each_statement_of_those_below_once_and_none_twice(levels: list[list[str]]) -> None:
    ladder = a_ladder(
        *(Level(str(place), expects={"grain": cell(*words)}) for place, words in enumerate(levels)), cumulative=True
    )
    found = expected(ladder, list(ladder.levels.values())[-1])["grain"]
    own, below = ([wording(one.text) for one in part] for part in (found.statements, found.inherited))
    assert texts(found.statements) == levels[-1]
    assert len(below) == len(set(below))
    assert set(below) == {wording(text) for words in levels[:-1] for text in words} - set(own)
