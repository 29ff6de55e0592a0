"""A day, laid out."""

from typing import Any

import pytest

from ladder.model import Activity, Block, Day, Level, Report, Share, Statement, Weekday
from ladder.pages.day import Voice, page, sheet
from ladder.questions.day import day
from pages.reading import (
    assert_tidy,
    bars,
    cells,
    cited,
    commands,
    headings,
    items,
    labels,
    notes,
    plain,
    schedules,
    tables,
    text,
)
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


def answer(*days: Day, title: str = "Miller", time: Any = None, told: Any = (), **options: Any) -> Any:
    ladder = a_ladder(
        Level("miller", title, days=days, time=time or {}, week=told),
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
    assert [heading for heading in headings(document) if "recorded" in heading[0]] == [
        ("2 h 30 recorded, 2 h not recorded", "")
    ]
    (table,) = tables(document)
    assert [column.title for column in table.columns] == ["", "time", "of the record"]
    assert cells(table) == [
        ["Design work", "1 h", "40%"],
        ["Talk", "1 h", "40%"],
        ["no activity named", "30 min", "20%"],
    ]


def test_beside_the_record_stands_the_share_that_the_role_reports() -> None:
    (table,) = tables(page(answer(SATIRE, time=shares(design=(30, 70)))))
    assert cells(table)[0] == ["Design work", "1 h", "40%", "30–70%", "|"]
    assert cells(table)[1:] == [
        ["Talk", "1 h", "40%", "not reported", None],
        ["no activity named", "30 min", "20%", "not reported", None],
    ]
    assert [(bar.thin, bar.thick, bar.mark) for bar in bars(table)] == [((0, 30), (30, 70), 40)]
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
    assert headings(document)[1:] == [("4 h composed, 4 h unstated", ""), ("Sources", "")]
    assert cells(tables(document)[0]) == [["Design work", "4 h", "50%", "50%", "|"]]


def test_where_nothing_is_known_nothing_is_made_up() -> None:
    document = page(answer())
    assert labels(document) == ["none found"]
    assert (tables(document), schedules(document)) == ([], [])
    assert headings(document) == [("A day of a miller", "")]


def test_a_week_is_five_days_under_their_names() -> None:
    days = [Day((Block(0, 60, "x"),), on=weekday, kind="reported") for weekday in WEEKDAYS]
    titled = [days[3]._replace(title="A miller's Thursday"), days[4]._replace(title="Rest", source=("study",))]
    document = page(answer(*days[:3], *titled, week=True))
    assert document.title == "A week of a miller"
    named = [heading for heading in headings(document)[1:-1] if "recorded" not in heading[0]]
    assert named == [
        ("Monday", "reported"),
        ("Tuesday", "reported"),
        ("Wednesday", "reported"),
        ("A miller's Thursday", "reported"),
        ("Rest", "Friday · reported · The study"),
    ]


@pytest.mark.parametrize(
    ("title", "named"),
    [("As seen", [("As seen", "Tuesday")]), ("A miller's Tuesday", [("A miller's Tuesday", "")]), ("", [])],
)
def test_a_weekday_stands_beside_a_title_that_does_not_name_it(title: str, named: list[tuple[str, str]]) -> None:
    document = page(answer(Day((Block(0, 60, "x"),), title, on="tuesday")))
    assert [heading for heading in headings(document)[1:] if "recorded" not in heading[0]] == named


def also_on_record(*days: Day, **options: Any) -> tuple[str, list[str]]:
    document = page(answer(*days, **options))
    return dict(notes(document)).get("also on record", ""), commands(document)


ANOTHER = Day((Block(0, 60),), "Another", "reported")


def test_days_that_are_not_shown_are_named() -> None:
    assert also_on_record(SATIRE, ANOTHER) == ("Another (--all).", ["--all"])
    untitled = [ANOTHER._replace(title="", on="friday"), ANOTHER._replace(title="")]
    assert also_on_record(SATIRE, *untitled)[0] == "friday and reported (--all)."
    assert also_on_record(SATIRE) == ("", [])


def test_other_archetypes_are_shown_as_the_commands_that_show_them() -> None:
    hats = [ANOTHER._replace(archetype=hat) for hat in ("solver", "architect", "solver", "night watch")]
    words, typed = also_on_record(SATIRE, *hats, ANOTHER)
    assert typed == [
        "ladder day miller --archetype solver",
        "ladder day miller --archetype architect",
        'ladder day miller --archetype "night watch"',
        "--all",
    ]
    assert words == f"{', '.join(typed[:3])} and Another (--all)."
    assert also_on_record(SATIRE, hats[0]) == (f"{typed[0]}.", typed[:1])


def test_an_archetype_that_is_shown_is_not_offered_once_more() -> None:
    hats = [ANOTHER._replace(archetype="solver", title=title) for title in ("One", "Two")]
    watch = ANOTHER._replace(archetype="watch")
    words, typed = also_on_record(*hats, watch, archetype="solver")
    assert words == "ladder day miller --archetype watch and Two (--all)."
    assert typed == ["ladder day miller --archetype watch", "--all"]


def test_of_an_archetype_s_week_one_day_is_shown_and_the_command_for_all_five() -> None:
    five = [Day((Block(0, 60, "x"),), "A solver's day", on=weekday, archetype="solver") for weekday in WEEKDAYS]
    words, typed = also_on_record(*five, archetype="solver")
    assert (words, typed) == (
        "ladder day miller --archetype solver --week.",
        ["ladder day miller --archetype solver --week"],
    )
    assert also_on_record(*five, archetype="solver", week=True) == ("", [])
    assert also_on_record(*five)[1] == ["ladder day miller --archetype solver"]


@pytest.mark.parametrize("more", [[ANOTHER] * 4, [ANOTHER._replace(archetype="solver")] * 4])
def test_a_week_is_offered_only_where_there_is_one(more: list[Day]) -> None:
    days = [one._replace(title=str(place)) for place, one in enumerate(more)]
    _, typed = also_on_record(ANOTHER._replace(archetype="solver"), *days, archetype="solver")
    assert typed == ["--all"]


def test_a_week_is_offered_also_where_the_level_has_a_day_of_its_own() -> None:
    five = [Day((Block(0, 60, "x"),), on=weekday, archetype="solver") for weekday in WEEKDAYS]
    assert "ladder day miller --archetype solver --week" in also_on_record(ANOTHER, *five, archetype="solver")[1]


def test_where_every_day_is_shown_none_is_also_on_record() -> None:
    hats = [ANOTHER._replace(archetype=hat) for hat in ("solver", "architect")]
    assert also_on_record(SATIRE, *hats, ANOTHER, every=True) == ("", [])


def test_a_title_with_backticks_is_no_command() -> None:
    words, typed = also_on_record(SATIRE, ANOTHER._replace(title="The `rm` day"))
    assert (words, typed) == ("The `rm` day (--all).", ["--all"])


def test_sources_stand_at_the_end() -> None:
    assert cited(page(answer(SATIRE))) == [("", "The joker")]
    assert cited(page(answer(SATIRE, ANOTHER, time=shares(design=(30, 70))))) == [("", "The joker"), ("", "The study")]
    assert cited(page(answer(time=shares(design=50)))) == [("", "The study")]
    assert cited(page(answer(ANOTHER))) == []


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


LONG = [
    Day((Block(540, 600 + 60 * place, "", "design"), Block(900, 960, "", "talk")), on=weekday, kind="reported")
    for place, weekday in enumerate(WEEKDAYS)
]


def test_a_week_is_added_up_once_below_its_five_days() -> None:
    document = page(answer(*LONG, time=shares(design=(30, 40)), week=True))
    assert headings(document) == [
        ("A week of a miller", "reported"),
        *((weekday.capitalize(), "") for weekday in WEEKDAYS),
        ("20 h recorded, 15 h not recorded", ""),
        ("Sources", ""),
    ]
    (table,) = tables(document)
    assert [column.title for column in table.columns] == ["", "time", "of the week's record", "reported week", ""]
    assert cells(table) == [["Design work", "15 h", "75%", "30–40%", "|"], ["Talk", "5 h", "25%", "not reported", None]]
    assert document.blocks.index(table) > document.blocks.index(schedules(document)[-1])


def test_every_day_on_record_is_added_up_by_itself() -> None:
    document = page(answer(*LONG[:2], every=True))
    assert headings(document) == [
        ("Days of a miller", "reported"),
        ("Monday", ""),
        ("2 h recorded, 5 h not recorded", ""),
        ("Tuesday", ""),
        ("3 h recorded, 4 h not recorded", ""),
    ]
    assert {column.title for table in tables(document) for column in table.columns} == {"", "time", "of the record"}


def test_every_day_is_only_called_days_where_there_are_several() -> None:
    assert page(answer(LONG[0], every=True)).title == "A day of a miller"
    assert page(answer(time=shares(design=50), every=True)).title == "A day of a miller"


def test_days_of_several_kinds_and_sources_say_each_which_it_is() -> None:
    found = headings(page(answer(SATIRE, LONG[0]._replace(source=("study",)), every=True)))
    assert found[0] == ("Days of a miller", "")
    assert ("As the record has it", "satire · The joker") in found
    assert ("Monday", "reported · The study") in found


def test_days_of_several_archetypes_say_each_whose_it_is() -> None:
    hats = [LONG[0]._replace(archetype=hat) for hat in ("solver", "architect")]
    found = text(page(answer(*hats, every=True)))
    assert "solver" in found
    assert "architect" in found


@pytest.mark.parametrize(
    ("block", "aside"),
    [
        (Block(600, None, "Walk", "design"), "Design work · end not recorded"),
        (Block(600, None, "Walk"), "end not recorded"),
        (Block(600, None, "", "talk"), "end not recorded"),
        (Block(600, 660, "Walk", "design"), "Design work"),
    ],
)
def test_a_stretch_without_an_end_says_so_beside_its_activity(block: Block, aside: str) -> None:
    (schedule,) = schedules(page(answer(Day((Block(540, 570, "x"), block)))))
    assert [(entry.from_, entry.to, entry.aside, entry.recorded) for entry in schedule.entries[2:]] == [
        (600, block.to, aside, True)
    ]


def test_the_time_of_a_stretch_without_an_end_is_added_to_nothing() -> None:
    blocks = Block(540, 600, "", "talk"), Block(600, None, "", "design"), Block(720, 780, "", "talk")
    document = page(answer(Day(blocks)))
    assert headings(document)[1:] == [("2 h recorded, 2 h not recorded", "")]
    assert cells(tables(document)[0]) == [["Talk", "2 h", "100%"]]


def test_a_day_of_which_no_length_is_known_has_no_sum() -> None:
    document = page(answer(Day((Block(540, None, "", "talk"), Block(600, None, "", "design")))))
    assert headings(document)[1:] == []
    assert tables(document) == []


SPANS = Share(
    10,
    60,
    reports=(Report(10, 10, "One hand.", ("study",)), Report(50, 60, "", ("joker",))),
    source=("study", "joker"),
    spans=True,
)


def test_what_single_people_report_stands_below_the_day_with_each_one_s_share() -> None:
    document = page(answer(time={**shares(design=50), "talk": SPANS}))
    assert ("Talk: 10–60%", "as reported") in headings(document)
    assert [(plain(item.text), item.aside) for item in items(document)[:2]] == [
        ("One hand.¹", "10%"),
        ("the report does not say who²", "50–60%"),
    ]
    assert {entry.title for entry in schedules(document)[0].entries} == {
        "Design work",
        "unstated: the shares leave it open",
    }
    assert cited(document) == [("¹", "The study"), ("²", "The joker")]


def test_reports_alone_are_told_and_no_day_is_made_of_them() -> None:
    document = page(answer(time={"talk": SPANS}))
    assert labels(document) == ["none found"]
    assert (schedules(document), tables(document)) == ([], [])
    assert headings(document) == [("A day of a miller", ""), ("Talk: 10–60%", "as reported"), ("Sources", "")]


def test_what_people_say_of_their_weeks_stands_below_the_day_with_its_sources() -> None:
    told = said("Mondays are slow.", Statement("Fridays are loud.", source=("study",)))
    document = page(answer(SATIRE, told=told))
    assert headings(document)[-2:] == [("Weeks as people report them", ""), ("Sources", "")]
    assert [item.text for item in items(document)[:2]] == ["Mondays are slow.", "Fridays are loud.¹"]
    assert cited(document) == [("¹", "The study"), ("", "The joker")]
    assert "Weeks as people report them" not in text(page(answer(SATIRE)))


def test_in_the_sheet_a_stretch_without_an_end_has_neither_end_nor_minutes() -> None:
    written = sheet(answer(Day((Block(540, 600, "x"), Block(600, None, "Walk"), Block(720, 780, "y")))))
    assert_tidy(written)
    rows = [dict(zip(written.columns, row, strict=True)) for row in written.rows]
    assert [(row["from"], row["to"], row["minutes"], row["recorded"]) for row in rows] == [
        ("09:00", "10:00", 60, True),
        ("10:00", None, None, True),
        ("12:00", "13:00", 60, True),
    ]


def test_the_sheet_of_every_day_has_the_rows_of_all() -> None:
    written = sheet(answer(*LONG, week=True))
    assert_tidy(written)
    assert [row[written.columns.index("on")] for row in written.rows] == [day for day in WEEKDAYS for _ in range(3)]


def test_in_the_sheet_days_of_two_archetypes_are_told_apart() -> None:
    hats = [LONG[0]._replace(archetype=hat) for hat in ("solver", "architect")]
    written = sheet(answer(*hats, every=True))
    assert len(set(written.rows)) == len(written.rows)
