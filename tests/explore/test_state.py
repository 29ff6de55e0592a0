"""The place in a ladder: pure, and tried without a screen."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.document import Command, Thing
from ladder.explore.page import Page, page_of, page_of_command
from ladder.explore.state import TABS, State

MILL = State(("miller", "senior", "foreman", "master"), ("grain", "stones", "people"))


def test_the_cursor_stays_in_the_matrix() -> None:
    assert MILL.moved(-1, -1) == MILL
    far = MILL.moved(9, 9)
    assert (far.level, far.competency) == ("master", "people")


def test_an_empty_ladder_has_no_cell_and_only_its_sources() -> None:
    nowhere = State().moved(1, 1)
    assert (nowhere.level, nowhere.competency, nowhere.cell(), nowhere.page()) == ("", "", None, None)
    assert nowhere.on("sources").page() == Page("sources")


def test_marks_are_set_and_taken_away_and_four_are_the_most() -> None:
    marked = MILL.toggled("miller").toggled("master").toggled("miller")
    assert marked.marks == ("master",)
    full = State(("a", "b", "c", "d", "e"), ("x",), marks=("a", "b", "c", "d"))
    assert full.toggled("e") == full
    assert full.toggled("a").marks == ("b", "c", "d")


def test_what_is_compared_are_the_marks_else_the_level_with_the_one_above_it() -> None:
    assert MILL.compared() == ("miller", "senior")
    assert MILL.at(0, 3).compared() == ("foreman", "master")
    assert MILL.toggled("master").compared() == ("master", "miller")
    assert MILL.toggled("miller").compared() == ("miller", "senior")
    assert MILL.toggled("master").toggled("foreman").toggled("senior").compared() == ("master", "foreman", "senior")
    assert MILL.chosen("wind").compared() == ("miller", "wind")
    assert State(("only",), ("x",)).compared() == ("only",)


def test_a_role_from_the_list_stays_until_the_cursor_goes_to_another_column() -> None:
    wind = MILL.at(0, 1).chosen("wind")
    assert (wind.subject, wind.level) == ("wind", "senior")
    assert wind.moved(1, 0).subject == "wind"
    assert wind.moved(0, 1).subject == "foreman"
    assert MILL.chosen("master").level == "master"


def test_each_tab_is_a_page() -> None:
    pages = {tab: MILL.on(tab).page() for tab in TABS}
    assert pages == {
        "level": Page("show", ("miller",)),
        "compare": Page("compare", ("miller", "senior")),
        "day": Page("day", ("miller",)),
        "pay": Page("comp", ("miller",)),
        "path": Page("path", ("miller",)),
        "sources": Page("sources"),
    }
    assert MILL.cell() == Page("show", ("miller",), only="grain")
    assert MILL.toggled("master").toggled("senior").on("pay").page() == Page("comp", ("master", "senior"))


def test_links_lead_to_pages_and_back() -> None:
    there = MILL.following(Page("sources", ("guild",))).following(Page("show", ("master",)))
    assert there.page() == Page("show", ("master",))
    assert there.back().page() == Page("sources", ("guild",))
    assert there.back().back() == MILL
    assert MILL.following(Page("show", ("miller",))) == MILL


def test_a_ladder_that_was_read_again_keeps_the_place_as_far_as_it_is_there() -> None:
    there = MILL.at(1, 2)
    again = there.over(("foreman", "miller"), ("people", "stones", "grain"))
    assert (again.level, again.competency) == ("foreman", "stones")
    fewer = MILL.at(2, 3).over(("miller",), ("grain",))
    assert (fewer.level, fewer.competency) == ("miller", "grain")
    assert MILL.over((), ()).cell() is None


@given(st.lists(st.sampled_from(["up", "down", "left", "right", "mark", "role", "back", *TABS]), max_size=30))
def test_wherever_one_goes_there_is_a_cell_and_a_page(ways: list[str]) -> None:
    state = MILL
    moves = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}
    for way in ways:
        if way in moves:
            state = state.moved(*moves[way])
        elif way == "mark":
            state = state.toggled(state.subject)
        elif way == "role":
            state = state.chosen("wind")
        elif way == "back":
            state = state.back()
        else:
            state = state.on(next(tab for tab in TABS if tab == way))
        assert state.cell() is not None
        page = state.page()
        assert page is not None
        if page.ask == "compare":
            assert 2 <= len(page.names) == len(set(page.names)) <= 4


def test_a_page_knows_the_command_that_prints_it() -> None:
    said = {
        Page("show", ("sr staff",)): ("show", "sr staff", "--full"),
        Page("show", ("staff",), only="scope"): ("show", "staff", "--only", "scope"),
        Page("compare", ("a", "b"), changes=True): ("compare", "a", "b", "--changes", "--full"),
        Page("sources", ("guild",)): ("sources", "guild"),
        Page("company", ("tide",)): ("map", "--company", "tide", "--full"),
        Page("competency", ("grain",)): ("show", "grain"),
        Page("day", ("-x",)): ("day", "--full", "--", "-x"),
    }
    assert {page: page.command() for page in said} == said


def test_things_and_commands_that_links_lead_to_are_pages() -> None:
    assert page_of(Thing("role", "wind")) == Page("show", ("wind",))
    assert page_of(Thing("level", "l5", "acme")) == Page("show", ("acme:l5",))
    assert page_of(Thing("competency", "grain")) == Page("competency", ("grain",))
    assert page_of(Thing("source", "guild")) == Page("sources", ("guild",))
    assert page_of_command(Command(("compare", "a", "b", "--full"))) == Page("compare", ("a", "b"))
    assert page_of_command(Command(("--ladder", "acme", "day", "a"))) == Page("day", ("a",))
    assert page_of_command(Command(("init", "acme"))) is None
    assert page_of_command(Command(("comp", "--sources"))) is None
