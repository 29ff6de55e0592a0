"""A ladder's lists, laid out, and the ladder itself."""

import shlex

import pytest

from ladder.model import Company, CompanyLevel, Ladder, Level
from ladder.pages.list import front, page, sheet
from ladder.questions import list as question
from ladder.questions.list import WHATS, What
from pages.reading import assert_tidy, cells, headings, items, labels, notes, prose, tables
from questions.builders import a_ladder, cell, shares, sources

LADDER = a_ladder(
    Level("hand", "Hand", track="ic", summary="Grinds.", expects={"grain": cell("x")}, time=shares(milling=1)),
    Level("miller", "Miller"),
    Level("first miller", "First miller"),
    roles=[
        Level("wind", "Wind miller", level="miller", discipline="wind"),
        Level("sea", "Tide miller", level="miller"),
    ],
    about="A mill.",
    version="3",
    sources=sources(guild="survey"),
    companies={
        "tide": Company(
            "tide",
            "Tidewater",
            levels={
                "T1": CompanyLevel("T1", "Stoneman", "hand", "By rumour.", ("guild",)),
                "T2": CompanyLevel("T2", is_="wind"),
                "T3": CompanyLevel("T3", "Owner"),
            },
        ),
        "cove": Company("cove", levels={"T1": CompanyLevel("T1", "Boy", "hand")}),
    },
)
BARE = Ladder("void", "The void")


def test_the_front_page_shows_the_ladder_a_line_a_level_with_its_roles_beside() -> None:
    document = front(question.list(LADDER))
    assert headings(document)[0] == ("The mill's ladder", "mill · 3")
    assert prose(document) == ["A mill."]
    assert cells(tables(document)[0]) == [
        ["hand", "Grinds.", None],
        ["miller", "Miller", "roles: sea, wind"],
        ["first miller", "First miller", None],
    ]


def test_one_role_alone_is_not_said_to_be_several() -> None:
    alone = a_ladder(Level("hand", "Hand"), roles=[Level("wind", "Wind miller", level="hand")])
    assert cells(tables(front(question.list(alone)))[0]) == [["hand", "Hand", "role: wind"]]


def test_the_front_page_offers_commands_that_name_what_the_ladder_has() -> None:
    commands = [shlex.split(str(item.text)) for item in items(front(question.list(LADDER)))]
    known = {*LADDER.order, *LADDER.role_ids}
    assert all(command[0] == "ladder" for command in commands)
    named = [word for command in commands for word in command[2:] if not word.startswith("-") and not word.isdigit()]
    assert named
    assert set(named) <= known


@pytest.mark.parametrize(
    ("levels", "commands"),
    [
        (("a", "b"), ["ladder compare a b", "ladder day b"]),
        (("a", "b c"), ['ladder compare a "b c"', 'ladder day "b c"']),
        (("a",), []),
    ],
)
def test_a_small_ladder_is_offered_what_it_can_answer(levels: tuple[str, ...], commands: list[str]) -> None:
    found = [item.text for item in items(front(question.list(a_ladder(*map(Level, levels)))))]
    assert found[: len(commands)] == commands
    assert bool(found) == bool(commands)


def test_a_ladder_without_levels_says_so() -> None:
    document = front(question.list(BARE))
    assert notes(document) == [("none found", "the ladder has no levels yet.")]
    assert headings(document) == [("The void", "void")]


def test_without_roles_their_column_has_no_title() -> None:
    assert [column.title for column in tables(front(question.list(a_ladder(Level("a")))))[0].columns] == [
        "level",
        "what it is",
        "",
    ]


@pytest.mark.parametrize("what", WHATS)
def test_an_empty_list_says_so(what: What) -> None:
    document = page(question.list(BARE, what))
    assert labels(document) == ["none found"]
    assert what in notes(document)[0][1]


@pytest.mark.parametrize("what", WHATS)
def test_every_list_has_a_row_an_entry_and_its_name_in_the_heading(what: What) -> None:
    answer = question.list(LADDER, what)
    document = page(answer)
    assert headings(document) == [("The mill's ladder", what)]
    (table,) = tables(document)
    assert [row[0] for row in cells(table)] == [entry.id for entry in answer.groups[0].entries]
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_companies_are_a_row_a_level_with_what_it_is_here() -> None:
    (table,) = tables(page(question.list(LADDER, "companies")))
    assert [column.title for column in table.columns] == ["id", "title", "here", ""]
    assert cells(table) == [
        ["tide:T1", "Stoneman", "Hand", "By rumour."],
        ["tide:T2", "", "Wind miller", ""],
        ["tide:T3", "Owner", "none", ""],
        ["cove:T1", "Boy", "Hand", ""],
    ]


def test_the_sheet_of_companies_names_the_company_and_what_its_level_is_here() -> None:
    written = sheet(question.list(LADDER, "companies"))
    assert written.columns == ("list", "id", "title", "about", "company", "here")
    assert written.rows[:2] == (
        ("companies", "tide:T1", "Stoneman", "By rumour.", "Tidewater", "Hand"),
        ("companies", "tide:T2", "", "", "Tidewater", "Wind miller"),
    )


def test_levels_and_roles_are_listed_together_without_a_choice() -> None:
    document = page(question.list(LADDER))
    assert headings(document) == [("The mill's ladder", "mill"), ("Roles", "")]
    assert len(tables(document)) == 2


@pytest.mark.parametrize("what", [None, *WHATS])
def test_the_sheet_of_a_list_is_tidy(what: What | None) -> None:
    answer = question.list(LADDER, what)
    written = sheet(answer)
    assert_tidy(written)
    assert len(written.rows) == sum(len(group.entries) for group in answer.groups)
    assert {row[0] for row in written.rows} == {group.what for group in answer.groups}
