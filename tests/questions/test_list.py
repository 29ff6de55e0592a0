"""What stands in a ladder."""

import pytest

from ladder.model import Company, CompanyLevel, Competency, Ladder, Level, Source
from ladder.questions import list as question
from ladder.questions.list import WHATS, What
from questions.builders import a_ladder, cell, shares

LADDER = a_ladder(
    Level("hand", "Hand", summary="Grinds.", track="ic", expects={"grain": cell("x")}, time=shares(milling=1)),
    Level("miller"),
    roles=[
        Level("wind", "Wind miller", level="miller", discipline="wind", summary="Waits."),
        Level("apprentice", level="hand"),
    ],
    about="A mill.",
    version="3",
    licence="MIT",
    sources={
        "guild": Source("guild", "Guild rolls", "survey", "The guild", "2025", "https://guild.example", note="Old."),
        "joker": Source("joker", "Jokes", "satire"),
    },
    companies={
        "tide": Company(
            "tide",
            levels={
                "T1": CompanyLevel("T1", is_="hand", source=("guild",)),
                "T2": CompanyLevel("T2", "Stoneman", "miller", "By rumour."),
                "T9": CompanyLevel("T9"),
            },
        ),
        "kiln": Company("kiln", "Kiln & Co.", levels={"T1": CompanyLevel("T1", is_="wind")}),
    },
)


def only(what: What, ladder: Ladder = LADDER) -> list[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    (group,) = question.list(ladder, what).groups
    assert group.what == what
    return [tuple(entry) for entry in group.entries]  # type: ignore[misc]


def test_without_a_choice_levels_and_roles_are_listed() -> None:
    assert [group.what for group in question.list(LADDER).groups] == ["levels", "roles"]


def test_a_list_says_whose_it_is() -> None:
    answer = question.list(LADDER)
    assert (answer.ladder, answer.title, answer.about, answer.version, answer.licence) == (
        "mill",
        "The mill's ladder",
        "A mill.",
        "3",
        "MIT",
    )


def test_levels_stand_lowest_first_with_their_summaries() -> None:
    assert only("levels") == [
        ("hand", "Hand", "Grinds.", (("track", "ic"), ("rank", "1"))),
        ("miller", "miller", "", (("rank", "2"),)),
    ]


def test_roles_stand_lowest_first_with_the_level_that_they_are() -> None:
    assert only("roles") == [
        ("apprentice", "apprentice", "Grinds.", (("level", "hand"), ("rank", "1"))),
        ("wind", "Wind miller", "Waits.", (("level", "miller"), ("discipline", "wind"), ("rank", "2"))),
    ]


def test_competencies_stand_in_their_order_with_their_group() -> None:
    known = {"b": Competency("b", "Bread", "Craft", "Of bread."), "a": Competency("a")}
    assert only("competencies", a_ladder(competencies=known)) == [
        ("b", "Bread", "Of bread.", (("group", "Craft"),)),
        ("a", "a", "", ()),
    ]


def test_activities_are_listed() -> None:
    assert only("activities") == [("milling", "Milling", "", ())]


def test_sources_are_listed_with_kind_and_date_and_an_undated_one_says_so() -> None:
    assert only("sources") == [
        (
            "guild",
            "Guild rolls",
            "Old.",
            (("kind", "survey"), ("publisher", "The guild"), ("published", "2025"), ("url", "https://guild.example")),
        ),
        ("joker", "Jokes", "", (("kind", "satire"), ("published", "undated"))),
    ]


def test_companies_name_the_level_here_and_say_where_there_is_none() -> None:
    assert only("companies") == [
        ("tide:T1", "", "", (("company", "tide"), ("here", "Hand"))),
        ("tide:T2", "Stoneman", "By rumour.", (("company", "tide"), ("here", "miller"))),
        ("tide:T9", "", "", (("company", "tide"), ("here", "none"))),
        ("kiln:T1", "", "", (("company", "Kiln & Co."), ("here", "Wind miller"))),
    ]


def test_a_level_that_was_not_opened_goes_by_its_id() -> None:
    part = LADDER._replace(levels={}, roles={})
    assert [dict(entry[3])["here"] for entry in only("companies", part)] == ["hand", "miller", "none", "wind"]


@pytest.mark.parametrize(
    ("what", "expected"), [("sources", ["guild", "joker"]), ("companies", ["guild"]), ("levels", [])]
)
def test_a_list_carries_the_sources_that_it_names(what: What, expected: list[str]) -> None:
    assert [source.id for source in question.list(LADDER, what).sources] == expected


@pytest.mark.parametrize("what", WHATS)
def test_an_empty_ladder_has_empty_lists(what: What) -> None:
    assert only(what, Ladder("void")) == []
