"""What companies call a level, laid out."""

import re
from typing import Any

import pytest

from ladder.document import Document
from ladder.model import Company, CompanyLevel, Level, Placement, Track
from ladder.pages.map import UNOFFICIAL, page, sheet
from ladder.questions.map import map
from ladder.render import Printable
from pages.reading import assert_tidy, cells, cited, commands, headings, items, labels, notes, plain, tables, text
from pages.rules import assert_every_format_renders, assert_fits, assert_shown_as_text, empty_headings
from questions.builders import a_ladder, sources
from render.documents import FEW_HOSTILE

TIDE = Company(
    "tide",
    "Tidewater",
    levels={
        "T1": CompanyLevel("T1", "Hand", "hand"),
        "T2": CompanyLevel(
            "T2",
            "Stoneman",
            "miller",
            "By rumour",
            ("guild",),
            disagree=(Placement("master", "Paid as one.", ("rolls",)),),
        ),
        "T3": CompanyLevel("T3", is_="miller"),
        "T9": CompanyLevel("T9", "Owner", note="Owners stand on no ladder."),
        "M1": CompanyLevel("M1", "Overseer", note="Same pay.", source=("rolls",), track="lead", beside="miller"),
    },
)
HILL = Company(
    "hill mills",
    levels={
        "5": CompanyLevel("5", is_="master", disagree=(Placement("miller"),)),
        "m": CompanyLevel("m", track="lead", beside="master"),
    },
)
COMPANIES = {"tide": TIDE, "hill mills": HILL, "bare": Company("bare", "Bare Mills")}
LADDER = a_ladder(
    Level("hand", "Hand"),
    Level("miller", "Miller"),
    Level("master", "Master"),
    Level("owner", "Owner"),
    companies=COMPANIES,
    tracks={"lead": Track("lead", "Leads")},
    sources=sources(guild="survey", rolls="article"),
)
ASKED: dict[str, dict[str, Any]] = {
    "a level": {"level": "miller"},
    "a level nobody has": {"level": "owner"},
    "a level others dispute": {"level": "master"},
    "a company's level": {"rung": ("tide", "T2")},
    "one that is none": {"rung": ("tide", "T9")},
    "a manager's": {"rung": ("tide", "M1")},
    "a company": {"company": "tide"},
    "all": {},
}


def document(*companies: Company, **what: Any) -> Document:
    ladder = LADDER._replace(companies={one.id: one for one in companies}) if companies else LADDER
    return page(map(ladder, **what))


def unmarked(cell: str | None) -> str:
    """A cell without the numbers of its sources, and the commas between them."""
    return re.sub("[¹²³],?", "", cell or "")


def printable(**what: Any) -> Printable:
    answer = map(LADDER, **what)
    return Printable("map", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


# -- a level


def test_a_level_is_a_table_of_what_companies_call_it() -> None:
    found = document(level="miller")
    assert headings(found)[0] == ("Miller at other companies", UNOFFICIAL)
    (table,) = tables(found)
    assert [plain(column.title) for column in table.columns] == ["company", "level", "title", "note"]
    assert [[unmarked(cell) for cell in row] for row in cells(table)] == [
        ["Tidewater", "T2", "Stoneman", "By rumour. Others say Master. Paid as one."],
        ["Tidewater", "T3", "–", ""],
    ]


def test_those_who_count_another_level_here_are_listed_with_where_it_stands() -> None:
    found = document(level="master")
    assert ("Counted here by others", "") in headings(found)
    disputed = next(item for item in items(found) if "Tidewater T2 Stoneman" in plain(item.text))
    assert plain(disputed.text).startswith("Tidewater T2 Stoneman. Paid as one.")
    assert disputed.aside == "here Miller"


def test_disagreement_without_a_note_is_shown_as_well() -> None:
    assert "hill mills 5." in [plain(item.text) for item in items(document(level="miller"))]
    assert "Others say Miller." in text(document(level="master"))


def test_who_places_a_level_at_a_role_here_is_quoted_and_not_another() -> None:
    placed = (Placement("hand", "As a hand."), Placement("wind", "As one of the wind."))
    sails = Company("sails", levels={"S1": CompanyLevel("S1", is_="master", disagree=placed)})
    ladder = a_ladder(
        *(Level(one, one.capitalize()) for one in ("hand", "miller", "master")),
        roles=[Level("wind", "Wind miller", level="miller")],
        companies={"sails": sails},
    )
    assert "sails S1. As one of the wind." in text(page(map(ladder, level="wind")))


def test_managers_stand_apart_from_the_levels() -> None:
    found = document(level="miller")
    assert ("Managers who rank beside", "another track, never the same level") in headings(found)
    assert "M1" not in str(tables(found))
    assert "Tidewater M1 Overseer. Same pay." in text(found)


def test_a_level_that_no_company_has_says_so() -> None:
    found = document(level="owner")
    assert notes(found) == [("none found", "no company's level is known to correspond to Owner.")]
    assert tables(found) == []


# -- a company's level


def test_a_companys_level_says_what_it_is_here_who_disagrees_and_what_it_is_elsewhere() -> None:
    found = document(rung=("tide", "T2"))
    assert headings(found)[:2] == [("Tidewater T2", "Stoneman"), ("Miller elsewhere", UNOFFICIAL)]
    said = [plain(item.text) for item in items(found)[:3]]
    assert said == ["Here it is Miller¹: ladder show miller", "By rumour", "Others say Master. Paid as one.²"]
    assert [row[:3] for row in cells(tables(found)[0])] == [["Tidewater", "T3", "–"]]
    assert cited(found) == [("¹", "The guild"), ("²", "The rolls")]


def test_a_companys_level_is_not_listed_among_the_others() -> None:
    assert "T2" not in str(tables(document(rung=("tide", "T2"))))
    found = document(rung=("tide", "M1"))
    assert "Managers who rank beside" not in [heading for heading, _ in headings(found)]


def test_a_level_that_is_none_here_says_so_with_its_note() -> None:
    found = document(rung=("tide", "T9"))
    assert headings(found) == [("Tidewater T9", "Owner")]
    assert [plain(item.text) for item in items(found)] == [
        "No level here corresponds to it",
        "Owners stand on no ladder.",
    ]


def test_a_managers_level_says_beside_what_it_ranks_and_that_it_is_none() -> None:
    found = document(rung=("tide", "M1"))
    assert plain(items(found)[0].text) == "A manager's level: it ranks beside Miller but is not that level¹"
    assert ("Miller elsewhere", UNOFFICIAL) in headings(found)
    assert not any("Here it is" in plain(item.text) for item in items(found))


def test_a_level_without_a_title_has_none_in_its_heading() -> None:
    assert headings(document(rung=("tide", "T3")))[0] == ("Tidewater T3", "")


# -- a company


def test_a_company_is_a_table_of_its_levels_and_what_they_are_here() -> None:
    found = document(company="tide")
    assert headings(found)[0] == ("Levels of Tidewater", UNOFFICIAL)
    (table,) = tables(found)
    assert [plain(column.title) for column in table.columns] == ["level", "title", "here", "note"]
    assert [row[2] for row in cells(table)] == ["Hand", "Miller", "Miller", "none here"]
    assert ("Managers who rank beside", "another track, never the same level") in headings(found)
    assert [item.aside for item in items(found) if "M1" in plain(item.text)] == ["beside Miller"]


def test_disagreement_shows_on_the_companys_page() -> None:
    assert "By rumour. Others say Master. Paid as one." in text(document(company="tide"))


def test_a_company_without_levels_says_so() -> None:
    assert labels(document(company="bare")) == ["none found"]


# -- all


def test_all_is_a_matrix_with_a_row_a_company_and_a_column_a_level() -> None:
    (table,) = tables(document())
    assert [plain(column.title) for column in table.columns] == ["company", "Hand", "Miller", "Master"]
    assert cells(table) == [
        ["Tidewater", "T1", "T2*, T3", "–"],
        ["hill mills", "–", "–", "5*"],
        ["Bare Mills", "–", "–", "–"],
    ]


def test_what_is_disputed_is_marked_and_the_mark_explained() -> None:
    assert ("*", "others place it elsewhere; a company's own page says who and where.") in notes(document())
    plainly = TIDE._replace(levels={"T1": TIDE.levels["T1"]})
    assert "*" not in labels(document(plainly))


def test_a_mark_that_stands_nowhere_is_not_explained() -> None:
    lone = Company(
        "lone", levels={"a": CompanyLevel("a", is_="hand"), "z": CompanyLevel("z", disagree=(Placement("hand"),))}
    )
    found = document(lone)
    assert ("*" in labels(found)) == ("*" in str(tables(found)))


def test_managers_are_left_out_of_the_matrix_and_counted() -> None:
    found = document()
    assert "2 levels of managers left out: they rank beside, on another track." in [said for _, said in notes(found)]
    assert not {"M1", "m"} & {cell for row in cells(tables(found)[0]) for cell in row}
    one = TIDE._replace(levels={name: TIDE.levels[name] for name in ("T1", "M1")})
    assert "1 level of managers left out: they rank beside, on another track." in text(document(one))


def test_the_reader_is_told_how_to_ask_for_one_company_as_one_would_type_it() -> None:
    assert commands(document()) == ["ladder map --company tide"]
    assert commands(document(HILL)) == ['ladder map --company "hill mills"']


def test_a_ladder_without_companies_says_so() -> None:
    found = page(map(LADDER._replace(companies={})))
    assert notes(found) == [("none found", "the ladder names no companies.")]


@pytest.mark.parametrize("one", [COMPANIES["bare"], HILL._replace(levels={"m": HILL.levels["m"]})])
def test_a_company_without_a_level_here_has_a_row_all_the_same(one: Company) -> None:
    found = document(TIDE, one)
    assert (one.title or one.id) in [row[0] for row in cells(tables(found)[0])]
    assert "the ladder names no companies." not in text(document(one))


# -- all pages


def test_footnotes_are_numbered_in_the_order_of_the_page() -> None:
    seen = [sign for sign in text(document(level="miller")) if sign in "¹²³"]
    assert list(dict.fromkeys(seen)) == sorted(set(seen), key="¹²³".index)


@pytest.mark.parametrize("what", ASKED.values(), ids=ASKED)
def test_no_heading_stands_alone(what: dict[str, Any]) -> None:
    assert empty_headings(document(**what)) == []


@pytest.mark.parametrize("what", ASKED.values(), ids=ASKED)
def test_every_format_renders_and_no_line_is_too_wide(what: dict[str, Any]) -> None:
    assert_every_format_renders(printable(**what))
    assert_fits(printable(**what))


# -- the sheet


def test_the_sheet_has_a_row_a_placement_and_says_which_are_disputed() -> None:
    written = sheet(map(LADDER, level="miller"))
    assert_tidy(written)
    assert written.columns == ("company", "level", "title", "is", "beside", "disputed", "note", "source")
    assert written.rows == (
        ("tide", "T2", "Stoneman", "miller", "", False, "By rumour", "guild"),
        ("tide", "T2", "Stoneman", "master", "", True, "Paid as one.", "rolls"),
        ("tide", "T3", "", "miller", "", False, "", ""),
        ("hill mills", "5", "", "master", "", False, "", ""),
        ("hill mills", "5", "", "miller", "", True, "", ""),
        ("tide", "M1", "Overseer", "", "miller", False, "Same pay.", "rolls"),
    )


def test_the_sheet_of_a_companys_level_begins_with_it_and_has_it_once() -> None:
    for name in ("T2", "T3", "M1", "T9"):
        rows = sheet(map(LADDER, rung=("tide", name))).rows
        assert rows[0][:2] == ("tide", name)
        assert len({row[:6] for row in rows}) == len(rows)


def test_the_sheet_of_all_has_every_level_of_every_company() -> None:
    rows = sheet(map(LADDER)).rows
    assert {row[1] for row in rows} == {"T1", "T2", "T3", "T9", "M1", "5", "m"}
    assert sum(bool(row[5]) for row in rows) == 2


# -- what a file may hold


@pytest.mark.parametrize("hostile", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    by = (Placement("b", hostile, ("guild",)),)
    levels = {
        "L1": CompanyLevel("L1", hostile, "a", hostile, ("guild",), disagree=by),
        "M1": CompanyLevel("M1", hostile, note=hostile, source=("guild",), track="lead", beside="a"),
    }
    guild = sources(guild="survey")["guild"]._replace(title=hostile, publisher=hostile)
    ladder = a_ladder(
        Level("a", hostile),
        Level("b", hostile),
        companies={"c": Company("c", hostile, levels=levels)},
        sources={"guild": guild},
    )
    for what in ({"level": "a"}, {"level": "b"}, {"rung": ("c", "L1")}, {"rung": ("c", "M1")}, {"company": "c"}, {}):
        answer = map(ladder, **what)
        thing = Printable("map", answer, lambda *_, **__: page(answer), lambda: sheet(answer))  # noqa: B023
        assert_shown_as_text(thing, hostile)
        assert_fits(thing, (20, 59, 60, 120))
