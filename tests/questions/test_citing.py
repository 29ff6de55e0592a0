"""Which sources an answer rests on."""

from ladder.model import Band, Cell, Level, Share, Statement
from ladder.questions.citing import cited
from questions.builders import sources, survey

KNOWN = sources(a="survey", b="article", c="satire", d="editorial")


def names(*parts: object) -> list[str]:
    return [source.id for source in cited(parts, KNOWN)]


def test_sources_are_listed_once_in_the_order_in_which_they_are_first_named() -> None:
    said = (Statement("x", source=("c", "a")), Statement("y", source=("a", "b")))
    assert names(said) == ["c", "a", "b"]


def test_sources_are_found_however_deep_they_are_named() -> None:
    level = Level(
        "x",
        source=("d",),
        expects={"grain": Cell((Statement("Grinds", source=("c",)),))},
        time={"milling": Share(1, 2, (Statement("Turns", source=("b",)),), ("a",))},
    )
    assert names(level) == ["d", "c", "a", "b"]
    assert names({"deep": ({"er": level},)}) == ["d", "c", "a", "b"]


def test_a_name_that_is_no_source_of_the_ladder_is_left_out() -> None:
    assert names(Statement("x", source=("nobody", "a"))) == ["a"]


def test_nothing_is_cited_by_words_numbers_and_silence() -> None:
    assert names(None, "a", 5, (), {}) == []


def test_a_survey_cites_its_source_and_not_its_other_words() -> None:
    assert names(survey(Band(note="a"), source=("b",), note="c")) == ["b"]
