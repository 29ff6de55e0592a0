"""One competency, laid out level by level."""

import pytest

from ladder.model import Competency, Level
from ladder.pages.competency import page, sheet
from ladder.questions.competency import competency
from pages.reading import assert_tidy, headings, items, notes, text
from questions.builders import a_ladder, cell
from questions.test_competency import FOUND


def test_the_page_has_the_scale_then_the_levels_that_say_something() -> None:
    assert headings(page(FOUND)) == [
        ("Stones", "Craft"),
        ("Turns", "a step of its scale"),
        ("Every level", ""),
        ("Miller", "Turns"),
        ("master", "rarely · optional"),
        ("Sources", ""),
    ]


def test_levels_that_say_nothing_are_named_as_such() -> None:
    assert "nothing is said of it at: Hand." in text(page(FOUND))


def test_a_level_that_is_only_a_step_says_which() -> None:
    ladder = a_ladder(Level("miller", expects={"talk": cell(label="Fluent")}))
    assert "The step Fluent" in [item.text for item in items(page(competency(ladder, "talk")))]


def test_a_competency_of_which_nothing_is_said_says_so() -> None:
    ladder = a_ladder(Level("hand"), competencies={"talk": Competency("talk", "Talk")})
    found = page(competency(ladder, "talk"))
    assert headings(found) == [("Talk", "")]
    assert notes(found)


@pytest.mark.parametrize("statement", ["Turns them", "Keeps off them", "Hears them", "Buys them"])
def test_every_statement_has_a_row(statement: str) -> None:
    assert_tidy(sheet(FOUND))
    assert statement in [row[3] for row in sheet(FOUND).rows]
    assert ("hand", "", "", "", False, "") in sheet(FOUND).rows
