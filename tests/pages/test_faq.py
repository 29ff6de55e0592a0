"""Questions that people ask, laid out."""

import pytest

from ladder.document import Document
from ladder.model import Faq, Ladder, Level
from ladder.pages.faq import page, sheet
from ladder.questions.faq import faq
from ladder.render import Printable
from pages.reading import assert_tidy, cited, headings, notes, prose
from pages.rules import assert_every_format_renders, assert_fits, assert_shown_as_text, empty_headings
from questions.builders import a_ladder, sources
from render.documents import FEW_HOSTILE

LADDER = a_ladder(
    Level("hand", "Hand"),
    Level("miller", "Miller", faq=(Faq("Dusty?", "Yes.", ("guild",)), Faq("Paid?", "In flour."))),
    roles=[Level("wind", "Wind miller", level="miller", faq=(Faq("Windy?", "Mostly.", ("joker", "guild")),))],
    sources=sources(joker="satire", guild="survey"),
)


def document(name: str | None = None, ladder: Ladder = LADDER) -> Document:
    return page(faq(ladder, name))


def printable(name: str | None = None, ladder: Ladder = LADDER) -> Printable:
    answer = faq(ladder, name)
    return Printable("faq", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


def test_each_question_is_a_heading_with_its_answer_below_and_whose_it_is_beside() -> None:
    found = document()
    assert headings(found) == [
        ("Questions people ask: The mill's ladder", "3 questions"),
        ("Dusty?", "Miller"),
        ("Paid?", "Miller"),
        ("Windy?", "Wind miller"),
        ("Sources", ""),
    ]
    assert prose(found) == ["Yes.¹", "In flour.", "Mostly.²,¹"]
    assert cited(found) == [("¹", "The guild"), ("²", "The joker")]


def test_of_one_level_it_is_said_once_whose_they_are() -> None:
    assert headings(document("wind"))[:2] == [("Questions people ask: Wind miller", "1 question"), ("Windy?", "")]


def test_where_nobody_asks_anything_the_page_says_so() -> None:
    none_found = [("none found", "no questions are on record.")]
    assert notes(document("hand")) == none_found
    assert notes(document(ladder=Ladder("void"))) == none_found
    assert headings(document("hand")) == [("Questions people ask: Hand", "")]


def test_satire_is_marked_where_its_source_stands() -> None:
    assert "satire" in str(document("wind").blocks[-1])


@pytest.mark.parametrize("name", [None, "hand", "wind"])
def test_no_heading_stands_alone(name: str | None) -> None:
    assert empty_headings(document(name)) == []


def test_the_sheet_has_a_row_a_question() -> None:
    written = sheet(faq(LADDER))
    assert_tidy(written)
    assert written.columns == ("id", "ask", "answer", "source")
    assert written.rows == (
        ("miller", "Dusty?", "Yes.", "guild"),
        ("miller", "Paid?", "In flour.", ""),
        ("wind", "Windy?", "Mostly.", "joker guild"),
    )


@pytest.mark.parametrize("name", [None, "hand", "wind"])
def test_every_format_renders_and_no_line_is_too_wide(name: str | None) -> None:
    assert_every_format_renders(printable(name))
    assert_fits(printable(name))


@pytest.mark.parametrize("hostile", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    asked = (Faq(hostile, hostile, ("guild",)),)
    guild = sources(guild="survey")["guild"]._replace(title=hostile, publisher=hostile)
    ladder = a_ladder(Level("a", hostile, faq=asked), Level("b", hostile, faq=asked), sources={"guild": guild})
    for name in (None, "a"):
        assert_shown_as_text(printable(name, ladder), hostile)
        assert_fits(printable(name, ladder), (20, 59, 60, 120))
