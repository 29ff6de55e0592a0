"""Questions that people ask, each where it stands."""

from ladder.model import Faq, Level
from ladder.questions.faq import faq
from questions.builders import a_ladder, sources

DUST, WIND, PAY = Faq("Dusty?", "Yes.", ("guild",)), Faq("Windy?", "Mostly."), Faq("Paid?", "In flour.", ("rolls",))
LADDER = a_ladder(
    Level("hand", "Hand"),
    Level("miller", "Miller", faq=(DUST, PAY)),
    Level("master", faq=(DUST,)),
    roles=[
        Level("wind", "Wind miller", level="miller", faq=(DUST, PAY)),
        Level("sail", "Sail miller", level="miller", faq=(DUST, WIND)),
        Level("tide", level="master", faq=(Faq("Dusty?", "No: wet."),)),
        Level("lone", level="gone", faq=(WIND,)),
    ],
    sources=sources(rolls="article", guild="survey", idle="article"),
)


def groups(name: str | None = None) -> list[tuple[str, tuple[Faq, ...]]]:
    return [(group.id, group.questions) for group in faq(LADDER, name).groups]


def test_all_questions_stand_with_their_level_lowest_first_and_then_with_their_role() -> None:
    assert [name for name, _ in groups()] == ["miller", "master", "sail", "tide", "lone"]
    assert faq(LADDER).of == "The mill's ladder"


def test_what_a_role_has_from_its_level_is_not_repeated() -> None:
    found = dict(groups())
    assert "wind" not in found
    assert found["sail"] == (WIND,)


def test_a_roles_own_answer_to_its_levels_question_stands() -> None:
    assert dict(groups())["tide"] == (Faq("Dusty?", "No: wet."),)


def test_asked_for_alone_a_role_has_those_of_its_level_too() -> None:
    assert groups("wind") == [("wind", (DUST, PAY))]
    assert groups("sail") == [("sail", (DUST, WIND))]
    assert faq(LADDER, "wind").of == "Wind miller"


def test_what_nobody_asks_anything_of_has_no_group() -> None:
    answer = faq(LADDER, "hand")
    assert (answer.groups, answer.of, answer.sources) == ((), "Hand", ())


def test_what_has_no_title_is_called_by_its_id() -> None:
    (group,) = faq(LADDER, "master").groups
    assert (group.title, faq(LADDER, "master").of) == ("master", "master")


def test_only_the_sources_of_what_is_shown_are_cited() -> None:
    assert [source.id for source in faq(LADDER).sources] == ["guild", "rolls"]
    assert [source.id for source in faq(LADDER, "master").sources] == ["guild"]
