"""The way up from a level, laid out."""

from typing import Any

import pytest

from ladder.document import Document
from ladder.model import Ladder, Level, Move, Next, Span, Statement
from ladder.pages.path import page, sheet
from ladder.questions.path import path
from ladder.render import Printable
from pages.reading import assert_tidy, cited, commands, facts, headings, items, labels, notes, prose
from pages.rules import assert_every_format_renders, assert_fits, assert_shown_as_text, empty_headings
from questions.builders import a_ladder, said, sources
from render.documents import FEW_HOSTILE

HAND = Level("hand", "Hand", summary="Sweeps.", next=(Next("miller", "By waiting.", (1, 2), said("Swept well")),))
MILLER = Level(
    "miller",
    "Miller",
    summary="Mills.",
    years=Span(2, note="As IBM and Etsy have it.", source=("guild",)),
    next=(
        Next("master", "By building.", (4, 7), said("Built one"), said("No river"), ("guild",)),
        Next("first boss", years=(1,)),
    ),
    moves=(
        Move("Stays", "stay", about=said("Content")),
        Move("To the bakery", "exit", about=said("Bread", "Cakes")),
        Move("Across the river", "lateral", "first boss", source=("rolls",)),
        Move("To sea", "exit"),
        Move("Back to the broom", "back", "hand", said(Statement("Rests", source=("rolls",)))),
    ),
)
LADDER = a_ladder(
    HAND,
    MILLER,
    Level("first boss", "Boss", track="lead", summary="Leads."),
    Level("master", "Master"),
    Level("owner"),
    sources=sources(guild="survey", rolls="article"),
)


def document(*names: str, ladder: Ladder = LADDER) -> Document:
    return page(path(ladder, *names))


def printable(*names: str, ladder: Ladder = LADDER) -> Printable:
    answer = path(ladder, *names)
    return Printable("path", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


PATHS = [("hand",), ("miller",), ("master",), ("hand", "master"), ("miller", "master"), ("hand", "owner")]


# -- to a goal


def test_a_path_of_one_step_says_what_it_takes() -> None:
    found = document("miller", "master")
    assert headings(found)[:4] == [
        ("Miller → Master", "4–7 years"),
        ("What it takes", "4–7 years"),
        ("What shows it", ""),
        ("What stops people", ""),
    ]
    assert prose(found) == ["By building.²" if "²" in str(found) else "By building.¹"]
    assert [item.text for item in items(found)[:2]] == ["Built one", "No river"]


def test_a_path_of_several_steps_has_a_heading_a_step_and_the_years_added_up() -> None:
    assert headings(document("hand", "master"))[:4] == [
        ("Hand → Master", "5–9 years in all, added up"),
        ("Hand → Miller", "1–2 years"),
        ("What shows it", ""),
        ("Miller → Master", "4–7 years"),
    ]


@pytest.mark.parametrize(
    ("years", "aside"),
    [
        (((1,), (2,)), "3 years in all, added up"),
        (((0.5,), (0.5,)), "1 year in all, added up"),
        (((1, 2), (3,)), "4–5 years in all, added up"),
        (((1, 2), ()), "years: not stated for each step"),
        (((), (1,)), "years: not stated for each step"),
        (((), ()), ""),
    ],
)
def test_years_are_added_up_only_where_all_are_known(years: Any, aside: str) -> None:
    levels = [Level(one, next=(Next(to, years=some),)) for one, to, some in zip("ab", "bc", years, strict=True)]
    assert headings(document("a", "c", ladder=a_ladder(*levels, Level("c"))))[0] == ("a → c", aside)


@pytest.mark.parametrize(("years", "aside"), [((1,), "1 year"), ((2, 2), "2 years"), ((), "")])
def test_the_years_of_one_step_are_not_added_up(years: Any, aside: str) -> None:
    ladder = a_ladder(Level("a", next=(Next("b", "So.", years),)), Level("b"))
    assert headings(document("a", "b", ladder=ladder)) == [("a → b", aside), ("What it takes", aside)]


def test_a_step_of_which_nothing_is_said_says_so() -> None:
    found = document("hand", "owner")
    assert ("none found", "the ladder does not describe this step.") in notes(found)
    assert [heading for heading, _ in headings(found) if "→ owner" in heading] == ["Hand → owner", "Master → owner"]
    assert labels(found).count("none found") == 1
    assert headings(found)[0][1] == "years: not stated for each step"


def test_both_ends_are_introduced_and_one_that_says_nothing_has_a_dash() -> None:
    found = facts(document("miller", "master"))
    assert found["Miller"].startswith("Mills. 2+ years of experience (")
    assert found["Master"] == "–"
    assert facts(document("miller", "first boss"))["Boss"] == "Leads."


def test_ends_of_which_neither_says_anything_are_not_introduced() -> None:
    assert facts(document("a", "b", ladder=a_ladder(Level("a", next=(Next("b", "So."),)), Level("b")))) == {}


def test_the_note_on_years_keeps_its_capitals() -> None:
    assert facts(document("miller", "master"))["Miller"] == "Mills. 2+ years of experience (As IBM and Etsy have it).¹"


def test_what_is_said_of_years_begins_as_a_sentence_does() -> None:
    ladder = a_ladder(Level("a", "A", summary="Mills.", years=Span(None, 5)), Level("b"))
    assert facts(document("a", ladder=ladder))["A"] == "Mills. Up to 5 years of experience."


def test_years_of_which_only_a_note_is_known_are_no_number() -> None:
    ladder = a_ladder(Level("a", years=Span(note="Nobody counts."), next=(Next("b", "So."),)), Level("b"))
    assert "0 years" not in str(document("a", ladder=ladder))


def test_the_reader_is_told_how_to_compare_both_ends_as_one_would_type_it() -> None:
    assert commands(document("hand", "master")) == ["ladder compare hand master"]
    assert commands(document("miller", "first boss")) == ['ladder compare miller "first boss"']
    assert commands(document("hand")) == ["ladder compare hand miller"]
    assert commands(document("owner")) == []


# -- without a goal


def test_all_ways_have_headings_of_their_own() -> None:
    found = [heading for heading in headings(document("miller")) if heading[0] not in ("What shows it", "Sources")]
    assert found == [
        ("From Miller", "the ways up and out"),
        ("How people get here from Hand", "1–2 years"),
        ("Up to Master", "4–7 years"),
        ("What stops people", ""),
        ("Up to Boss", "1 year"),
        ("Sideways", ""),
        ("Across the river", 'ladder show "first boss"'),
        ("Out", ""),
        ("To the bakery", ""),
        ("To sea", ""),
        ("Back", ""),
        ("Back to the broom", "ladder show hand"),
        ("Staying", ""),
        ("Stays", ""),
    ]


@pytest.mark.parametrize(("title", "named"), [("Stay", []), ("staying", []), ("At half pay", [("At half pay", "")])])
def test_a_move_that_is_called_as_its_kind_is_not_named_twice(title: str, named: list[tuple[str, str]]) -> None:
    ladder = a_ladder(Level("a", moves=(Move(title, "stay", about=said("Content")),)))
    assert headings(document("a", ladder=ladder))[1:] == [("Staying", ""), *named]
    assert "Content" in str(document("a", ladder=ladder).blocks)


def test_a_move_of_which_no_more_is_said_says_so_with_its_source() -> None:
    found = document("miller")
    said_of = [item.text for item in items(found) if str(item.text).startswith("No more is said of it.")]
    assert len(said_of) == 2
    assert sorted(len(str(text)) for text in said_of) == [
        len("No more is said of it."),
        len("No more is said of it.¹"),
    ]


def test_of_a_level_that_nothing_leads_to_or_from_the_page_says_so() -> None:
    assert notes(document("owner")) == [("none found", "the ladder describes no way to or from it.")]
    assert labels(document("master")) == [""] * len(labels(document("master")))


def test_sources_are_numbered_in_the_order_of_the_page() -> None:
    found = document("miller")
    assert [mark for mark, _ in cited(found)] == ["¹", "²"]
    assert cited(found) == [("¹", "The guild"), ("²", "The rolls")]
    assert facts(found)["Miller"].endswith("¹")


@pytest.mark.parametrize("names", PATHS)
def test_no_heading_stands_alone(names: tuple[str, ...]) -> None:
    assert empty_headings(document(*names)) == []


@pytest.mark.parametrize("names", [("a",), ("c",), ("a", "c")])
def test_a_way_of_which_only_its_end_is_known_is_no_empty_heading(names: tuple[str, ...]) -> None:
    a, b = Level("a", next=(Next("b"), Next("boss"))), Level("b", next=(Next("c"),))
    ladder = a_ladder(a, b, Level("boss", rank=2), Level("c"))
    assert empty_headings(document(*names, ladder=ladder)) == []


# -- the sheet


def test_the_sheet_has_a_row_a_statement() -> None:
    written = sheet(path(LADDER, "hand", "master"))
    assert_tidy(written)
    assert written.columns == ("from", "to", "part", "text", "years_low", "years_high", "source")
    assert written.rows == (
        ("hand", "miller", "summary", "By waiting.", 1, 2, ""),
        ("hand", "miller", "evidence", "Swept well", None, None, ""),
        ("miller", "master", "summary", "By building.", 4, 7, "guild"),
        ("miller", "master", "evidence", "Built one", None, None, ""),
        ("miller", "master", "obstacle", "No river", None, None, ""),
    )


def test_the_sheet_of_all_ways_has_arrivals_and_moves_with_where_they_lead() -> None:
    rows = sheet(path(LADDER, "miller")).rows
    assert rows[0][:3] == ("hand", "miller", "summary")
    assert ("miller", "first boss", "summary", "", 1, 1, "") in rows
    assert [row[:4] for row in rows if row[2] in ("lateral", "exit", "back", "stay")] == [
        ("miller", "Stays", "stay", "Content"),
        ("miller", "To the bakery", "exit", "Bread"),
        ("miller", "To the bakery", "exit", "Cakes"),
        ("miller", "first boss", "lateral", ""),
        ("miller", "To sea", "exit", ""),
        ("miller", "hand", "back", "Rests"),
    ]
    assert [row[-1] for row in rows if row[2] in ("lateral", "back")] == ["rolls", "rolls"]


def test_the_sheet_of_nothing_has_its_columns() -> None:
    assert sheet(path(LADDER, "owner")).rows == ()


# -- on paper


@pytest.mark.parametrize("names", PATHS)
def test_every_format_renders_and_no_line_is_too_wide(names: tuple[str, ...]) -> None:
    assert_every_format_renders(printable(*names))
    assert_fits(printable(*names))


@pytest.mark.parametrize("text", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    one = said(Statement(text, source=("guild",)))
    level = Level("a", text, summary=text, years=Span(2, note=text), next=(Next("b", text, (1,), one, one),))
    level = level._replace(moves=(Move(text, "exit", about=one), Move(text, "back")))
    ladder = a_ladder(level, Level("b", text), sources={"guild": sources(guild="survey")["guild"]._replace(title=text)})
    for names in (("a",), ("b",), ("a", "b")):
        assert_shown_as_text(printable(*names, ladder=ladder), text)
        assert_fits(printable(*names, ladder=ladder), (20, 59, 60, 120))
