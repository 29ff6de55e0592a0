"""A day, laid out."""

from typing import Any

import pytest

from ladder.model import Activity, Block, Day, Level, Share, Weekday
from ladder.pages.day import Voice, page, sheet
from ladder.questions.day import day
from pages.reading import assert_tidy, bars, cells, headings, labels, notes, schedules, tables, text
from questions.builders import a_ladder, said, shares, sources

SATIRE = Day(
    (
        Block(600, 660, "Review board", "design", "Explains it.", "Makes it complicated."),
        Block(780, 840, "", "talk", "", "Says nothing."),
        Block(840, 870, "Lunch"),
    ),
    "As the record has it",
    "satire",
    ("joker",),
)
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")


def answer(*days: Day, title: str = "Miller", time: Any = None, **options: Any) -> Any:
    ladder = a_ladder(
        Level("miller", title, days=days, time=time or {}),
        activities={"design": Activity("design", "Design work"), "talk": Activity("talk", "Talk")},
        sources=sources(joker="satire", study="survey"),
    )
    return day(ladder, "miller", **options)


def test_satire_is_the_first_thing_said_on_a_page_that_shows_it() -> None:
    document = page(answer(SATIRE))
    assert headings(document)[0] == ("A day of a miller", "satire · The joker")
    assert labels(document)[0] == "satire"
    assert document.blocks[1] == document.blocks[1]._replace(label="satire")  # type: ignore[call-arg]


def test_a_day_of_nobody_s_making_is_not_called_satire() -> None:
    assert labels(page(answer(SATIRE._replace(kind="reported", source=())))) == []


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Engineer", "an engineer"),
        ("Staff engineer", "a staff engineer"),
        ("VP of milling", "a VP of milling"),
        ("AI engineer", "an AI engineer"),
        ("miller", "a miller"),
    ],
)
def test_a_title_stands_in_running_text_as_one_would_write_it(title: str, shown: str) -> None:
    assert page(answer(SATIRE, title=title)).title == f"A day of {shown}"


def test_a_timeline_tells_activity_length_and_what_was_not_recorded() -> None:
    (schedule,) = schedules(page(answer(SATIRE)))
    assert [(entry.from_, entry.to, entry.title, entry.aside, entry.recorded) for entry in schedule.entries] == [
        (600, 660, "Review board", "Design work", True),
        (660, 780, "not recorded", "", False),
        (780, 840, "Talk", "", True),
        (840, 870, "Lunch", "", True),
    ]


def test_a_block_without_title_and_activity_is_not_given_one() -> None:
    (schedule,) = schedules(page(answer(Day((Block(0, 60),)))))
    assert schedule.entries[0].title == "not named"


@pytest.mark.parametrize(
    ("voice", "first", "second"),
    [
        ("both", (("", "Explains it."), ("candid", "Makes it complicated.")), (("candid", "Says nothing."),)),
        ("plain", (("", "Explains it."),), ()),
        ("candid", (("candid", "Makes it complicated."),), (("candid", "Says nothing."),)),
    ],
)
def test_what_is_done_and_what_the_satirist_says_are_told_apart(voice: Voice, first: Any, second: Any) -> None:
    (schedule,) = schedules(page(answer(SATIRE), voice))
    assert (schedule.entries[0].lines, schedule.entries[2].lines) == (first, second)


def test_where_the_satirist_is_silent_the_candid_voice_says_it_plainly() -> None:
    (schedule,) = schedules(page(answer(Day((Block(0, 60, "x", does="Grinds."),))), "candid"))
    assert schedule.entries[0].lines == (("", "Grinds."),)


def test_what_was_recorded_is_added_up_without_the_gaps() -> None:
    document = page(answer(SATIRE))
    assert headings(document)[-1] == ("2 h 30 recorded, 2 h not recorded", "")
    (table,) = tables(document)
    assert [column.title for column in table.columns] == ["", "time", "of the record"]
    assert cells(table) == [
        ["Design work", "1 h", "40 %"],
        ["Talk", "1 h", "40 %"],
        ["no activity named", "30 min", "20 %"],
    ]


def test_beside_the_record_stands_the_share_that_the_role_reports() -> None:
    (table,) = tables(page(answer(SATIRE, time=shares(design=(30, 70)))))
    assert cells(table)[0] == ["Design work", "1 h", "40 %", "30–70 %", "|"]
    assert cells(table)[1] == ["Talk", "1 h", "40 %", "not reported", "|"]
    assert [(bar.thick, bar.mark) for bar in bars(table)][:2] == [((30, 70), 40), (None, 40)]
    assert table.columns[-1].scale == (0, 70)


def test_a_composed_day_says_so_and_on_whose_shares_it_rests() -> None:
    document = page(answer(time=shares(design=(30, 40), talk=50)))
    assert headings(document)[0] == ("A day of a miller", "composed from its time shares")
    ((label, words),) = notes(document)
    assert label == "composed"
    assert words.endswith("nobody recorded this day. The shares: The study.")


def test_a_composed_day_of_shares_without_a_source_says_that_too() -> None:
    ((_, words),) = notes(page(answer(time={"design": Share(50, 50)})))
    assert words.endswith("The shares: no source.")


def test_what_the_shares_leave_open_is_unstated_and_counts_as_part_of_the_day() -> None:
    document = page(answer(time=shares(design=50)))
    (schedule,) = schedules(document)
    assert schedule.entries[-1].title == "unstated: the shares leave it open"
    assert headings(document)[-1] == ("4 h composed, 4 h unstated", "")
    assert cells(tables(document)[0]) == [["Design work", "4 h", "50 %", "50 %", "|"]]


def test_where_nothing_is_known_nothing_is_made_up() -> None:
    document = page(answer())
    assert labels(document) == ["none found"]
    assert (tables(document), schedules(document)) == ([], [])
    assert headings(document) == [("A day of a miller", "")]


def test_a_week_is_five_days_under_their_names() -> None:
    days = [Day((Block(0, 60, "x"),), on=weekday) for weekday in WEEKDAYS]
    titled = Day((Block(0, 60, "x"),), "Rest", on="friday")
    document = page(answer(*days[:4], titled, week=True))
    assert document.title == "A week of a miller"
    named = [heading for heading in headings(document)[1:] if "recorded" not in heading[0]]
    assert named == [("Monday", ""), ("Tuesday", ""), ("Wednesday", ""), ("Thursday", ""), ("Rest", "Friday")]


def test_days_that_are_not_shown_are_named() -> None:
    found = dict(notes(page(answer(SATIRE, Day((Block(0, 60),), "Another", "reported"))))).get("also on record", "")
    assert "Another" in found
    assert "also on record" not in labels(page(answer(SATIRE)))


def test_a_day_on_which_no_share_takes_a_minute_is_all_unstated() -> None:
    document = page(answer(time=shares(design=0)))
    assert [entry.title for entry in schedules(document)[0].entries] == ["unstated: the shares leave it open"]
    assert "0 min composed, 8 h unstated" in text(document)


def test_the_sheet_has_a_row_a_stretch_with_raw_minutes_and_its_marks() -> None:
    written = sheet(answer(SATIRE))
    assert_tidy(written)
    rows = [dict(zip(written.columns, row, strict=True)) for row in written.rows]
    assert [(row["from"], row["to"], row["minutes"], row["recorded"]) for row in rows] == [
        ("10:00", "11:00", 60, True),
        ("11:00", "13:00", 120, False),
        ("13:00", "14:00", 60, True),
        ("14:00", "14:30", 30, True),
    ]
    assert {(row["id"], row["kind"], row["satire"], row["composed"], row["source"]) for row in rows} == {
        ("miller", "satire", True, False, "joker")
    }
    assert rows[0]["candid"] == "Makes it complicated."


def test_the_sheet_of_a_composed_day_says_that_it_is_composed() -> None:
    written = sheet(answer(time={"design": Share(100, 100, said("Draws"))}))
    assert_tidy(written)
    rows = [dict(zip(written.columns, row, strict=True)) for row in written.rows]
    assert {(row["composed"], row["kind"], row["satire"]) for row in rows} == {(True, None, False)}


def test_the_sheet_of_nothing_has_its_columns() -> None:
    assert sheet(answer()).rows == ()
    assert "minutes" in sheet(answer()).columns
