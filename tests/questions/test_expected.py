"""What a level expects, once the ladder's own rules are applied."""

from ladder.model import Baseline, Competency, Level, Step
from ladder.questions.expected import expected
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
    found = expected(ladder, ladder.roles["wind"])["grain"]
    assert (texts(found.inherited), texts(found.statements)) == (["Grinds"], ["Waits for wind"])
