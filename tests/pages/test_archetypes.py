"""Hats, laid out: all of them in short, or one with its week."""

import pytest

from ladder.document import Document, Facts
from ladder.model import Archetype, Block, Day, Ladder, Level, Statement, Weekday
from ladder.pages.archetypes import page, sheet
from ladder.questions.archetypes import archetypes
from ladder.questions.day import day
from ladder.render import Printable
from pages.reading import assert_tidy, cited, commands, facts, headings, items, labels, notes, of, prose, text
from pages.rules import assert_every_format_renders, assert_fits, assert_shown_as_text, empty_headings
from questions.builders import a_ladder, said, sources
from render.documents import FEW_HOSTILE

DAYS: tuple[Weekday, ...] = ("friday", "monday", "tuesday", "wednesday", "thursday")
ROVER = Archetype(
    "rover",
    "Rover",
    ("miller", "master"),
    "Goes from mill to mill.",
    "The hardest stone.",
    suits=said("Who cannot stay", Statement("Who likes boats", source=("rolls",))),
    does=said("Mends"),
    known=said(Statement("Six were counted", source=("guild",))),
    week=said("A day each"),
    days=tuple(
        Day((Block(540, 600, f"Walks on {on}"), Block(660, None, "Rests")), "", "published", ("rolls",), on)
        for on in DAYS
    ),
    source=("house",),
)
JOKER = Archetype("day fool", "Fool", days=(Day((Block(540, 600, "Jokes"),), "A joke", "satire", ("joker",)),))
BARE = Archetype("bare", "Bare", ("miller",))
LADDER = a_ladder(
    Level("miller", "Miller"),
    Level("master", "Master"),
    archetypes={"rover": ROVER, "day fool": JOKER, "bare": BARE},
    sources=sources(house="editorial", guild="survey", rolls="article", joker="satire"),
)
NAMES = ("", "rover", "day fool", "bare")


def document(name: str = "", *, at: str = "", ladder: Ladder = LADDER) -> Document:
    return page(archetypes(ladder, name, at=at))


def printable(name: str = "", *, at: str = "", ladder: Ladder = LADDER) -> Printable:
    answer = archetypes(ladder, name, at=at)
    return Printable("archetypes", answer, lambda *_, **__: page(answer), lambda: sheet(answer))


# -- in short


def test_all_are_shown_in_short_each_with_its_levels_and_the_command_for_more() -> None:
    found = document()
    assert headings(found)[:4] == [
        ("Archetypes: The mill's ladder", "hats, not levels"),
        ("Rover", "Miller and Master"),
        ("Fool", ""),
        ("Bare", "Miller"),
    ]
    assert commands(found) == ["ladder archetypes rover", 'ladder archetypes "day fool"', "ladder archetypes bare"]
    assert [said for _, said in notes(found)] == [
        "More, with a week on record: ladder archetypes rover.",
        'More, with a day on record: ladder archetypes "day fool".',
        "More: ladder archetypes bare.",
    ]
    assert prose(found) == ["Goes from mill to mill.¹"]
    assert cited(found)[:2] == [("¹", "The house"), ("²", "The rolls")]


def test_those_of_a_level_say_whose_they_are() -> None:
    found = document(at="master")
    assert headings(found)[:2] == [("Archetypes: Master", "hats, not levels"), ("Rover", "Miller and Master")]


def test_a_level_without_any_says_so() -> None:
    ladder = LADDER._replace(archetypes={})
    assert notes(document(at="miller", ladder=ladder)) == [("none found", "the ladder names no archetypes here.")]
    assert labels(document(ladder=ladder)) == ["none found"]


def test_all_whom_it_suits_stand_below_one_label() -> None:
    assert [label for block in of(document(), Facts) for label, _ in block.rows] == ["focus", "suits", ""]


# -- one


def test_one_is_told_in_full_with_its_week_in_order() -> None:
    found = document("rover")
    assert headings(found)[:-1] == [
        ("Rover", "Miller and Master"),
        ("Whom it suits", ""),
        ("What it does", ""),
        ("What is known of it", ""),
        ("Its weeks", ""),
        ("A week on record", "published · The rolls"),
    ]
    assert [item.text for item in items(found)[:2]] == ["Who cannot stay", "Who likes boats²"]
    week = {label: said for label, said in facts(found).items() if label != "focus"}
    assert list(week) == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    assert week["Monday"] == "09:00–10:00 Walks on monday; from 11:00 Rests"
    assert commands(found) == ["ladder day miller --archetype rover --week"]


def test_one_without_days_says_that_none_were_published() -> None:
    assert notes(document("bare")) == [("none found", "nobody has published a day or week of it.")]
    assert headings(document("bare")) == [("Bare", "Miller")]


def test_a_satirical_day_is_marked_as_satire_with_who_wrote_it() -> None:
    assert headings(document("day fool"))[1][1] == "satire · The joker"


def test_a_satirical_day_among_others_is_marked_itself() -> None:
    days = (
        Day((Block(540, 600, "Mills"),), kind="published", source=("rolls",), on="monday"),
        Day((Block(540, 600, "Jokes"),), kind="satire", source=("joker",), on="tuesday"),
    )
    ladder = LADDER._replace(archetypes={"bare": BARE._replace(days=days)})
    said = facts(document("bare", ladder=ladder))
    (joke,) = [f"{label} {text}" for label, text in said.items() if "Jokes" in text]
    assert "satire" in joke
    assert "satire" not in said["Monday"]


def test_a_day_is_not_called_a_week() -> None:
    assert "week" not in text(document("day fool")).lower()


def test_the_command_that_is_offered_for_a_day_can_be_asked() -> None:
    ladder = LADDER._replace(archetypes={"day fool": JOKER._replace(levels=("miller",))})
    assert commands(document("day fool", ladder=ladder)) == ['ladder day miller --archetype "day fool" --all']
    assert [one.title for one in day(ladder, "miller", archetype="day fool", every=True).schedules] == ["A joke"]


def test_the_week_that_is_offered_can_be_asked_for() -> None:
    assert len(day(LADDER, "miller", archetype="rover", week=True).schedules) == 5


def test_a_day_without_weekday_and_title_has_a_label() -> None:
    hat = BARE._replace(days=(Day((Block(540, 600, "Walks"),)),))
    assert "" not in facts(document("bare", ladder=LADDER._replace(archetypes={"bare": hat})))


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_alone(name: str) -> None:
    assert empty_headings(document(name)) == []


# -- the sheet


def test_the_sheet_has_a_row_a_statement_and_a_row_a_stretch() -> None:
    written = sheet(archetypes(LADDER, "rover"))
    assert_tidy(written)
    assert written.rows[:9] == (
        ("rover", "about", "", "Goes from mill to mill.", "house"),
        ("rover", "focus", "", "The hardest stone.", "house"),
        ("rover", "suits", "", "Who cannot stay", ""),
        ("rover", "suits", "", "Who likes boats", "rolls"),
        ("rover", "does", "", "Mends", ""),
        ("rover", "known", "", "Six were counted", "guild"),
        ("rover", "week", "", "A day each", ""),
        ("rover", "days", "monday 09:00–10:00", "Walks on monday", "rolls"),
        ("rover", "days", "monday from 11:00", "Rests", "rolls"),
    )
    assert len(written.rows) == 7 + 10


def test_the_sheet_of_all_has_the_rows_of_each() -> None:
    every = sheet(archetypes(LADDER)).rows
    assert every == tuple(row for name in ("rover", "day fool", "bare") for row in sheet(archetypes(LADDER, name)).rows)


def test_the_sheet_marks_satire() -> None:
    assert "satire" in str(sheet(archetypes(LADDER, "day fool")))


# -- on paper


@pytest.mark.parametrize("name", NAMES)
def test_every_format_renders_and_no_line_is_too_wide(name: str) -> None:
    assert_every_format_renders(printable(name))
    assert_fits(printable(name))


@pytest.mark.parametrize("hostile", FEW_HOSTILE.values(), ids=FEW_HOSTILE)
def test_hostile_text_stays_text(hostile: str) -> None:
    one = said(Statement(hostile, source=("guild",)))
    days = (Day((Block(540, 600, hostile, does=hostile, candid=hostile),), hostile, "satire", ("guild",)),)
    hat = Archetype("x", hostile, ("a",), hostile, hostile, one, one, one, one, days, ("guild",))
    guild = sources(guild="survey")["guild"]._replace(title=hostile, publisher=hostile)
    ladder = a_ladder(Level("a", hostile), archetypes={"x": hat}, sources={"guild": guild})
    for name, at in (("", ""), ("x", ""), ("", "a")):
        assert_shown_as_text(printable(name, at=at, ladder=ladder), hostile)
        assert_fits(printable(name, at=at, ladder=ladder), (20, 59, 60, 120))
