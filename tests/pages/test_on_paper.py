"""What one must see of reports, weeks, moves and hats on every paper, and that each has it as often as it should."""

import csv
import json
import re
from collections.abc import Callable
from typing import Any, Final

import pytest

from ladder.model import (
    Activity,
    Answer,
    Archetype,
    Block,
    Day,
    Fit,
    Ladder,
    Level,
    Move,
    Question,
    Report,
    Share,
    Weekday,
)
from ladder.pages import compare as compare_page
from ladder.pages import day as day_page
from ladder.pages import show as show_page
from ladder.questions.compare import compare
from ladder.questions.day import day
from ladder.questions.show import show
from ladder.render import Format, Printable, render
from pages.rules import assert_fits
from questions.builders import a_ladder, said, shares, sources

WEEKDAYS: Final[tuple[Weekday, ...]] = ("monday", "tuesday", "wednesday", "thursday", "friday")
WALKING: Final = (
    Block(540, 600, activity="talk"),
    Block(615, None, "Walks from mill to mill", "design"),
    Block(720, 750, activity="talk"),
)
REPORTS: Final = Report(12, 12, "One who writes little.", ("study",)), Report(55, 65, "One who writes all day.")
MILLER: Final = Level(
    "miller",
    "Miller",
    time={"write": Share(12, 65, reports=REPORTS, source=("study",), spans=True), **shares(design=(30, 40))},
    week=said("Mondays are slow."),
    moves=(
        Move("Across the river", "lateral", "hand", said("The mill there needs hands.")),
        Move("To the bakery", "exit"),
    ),
    fit=Fit(questions=(Question("Do you mind dust?", (Answer("Yes"), Answer("No")), "dust"),) * 2),
)
LADDER: Final[Ladder] = a_ladder(
    Level("hand", "Hand", time=shares(design=10)),
    MILLER,
    activities={name: Activity(name, name.capitalize()) for name in ("talk", "design", "write")},
    archetypes={
        "rover": Archetype(
            "rover",
            "Rover",
            ("miller",),
            days=tuple(Day(WALKING, "", "published", ("study",), weekday) for weekday in WEEKDAYS),
        )
    },
    sources=sources(study="survey"),
)


def _day(**options: Any) -> Printable:
    answer = day(LADDER, "miller", **options)
    return Printable("day", answer, lambda *_, **__: day_page.page(answer), lambda: day_page.sheet(answer))


def _show() -> Printable:
    answer = show(LADDER, "miller")
    return Printable("show", answer, lambda *_, **__: show_page.page(answer), lambda: show_page.sheet(answer))


def _compare() -> Printable:
    answer = compare([(LADDER, "hand"), (LADDER, "miller")])
    return Printable("compare", answer, lambda *_, **__: compare_page.page(answer), lambda: compare_page.sheet(answer))


Ask = Callable[[], Printable]
ASKED: Final[dict[str, tuple[Ask, dict[str, int]]]] = {
    "a week": (
        lambda: _day(week=True, archetype="rover"),
        {
            "of the week's record": 1,
            "7 h 30 recorded, 10 h not recorded": 1,
            "end not recorded": 5,
            "Walks from mill to mill": 5,
            "published": 1,
            "Monday": 1,
            "Friday": 1,
            "One who writes little.": 1,
            "12–65%": 1,
        },
    ),
    "a composed day": (
        _day,
        {
            "composed from its time shares": 1,
            "nobody recorded this day": 1,
            "Write: 12–65%": 1,
            "as reported": 1,
            "One who writes little.": 1,
            "One who writes all day.": 1,
            "55–65%": 1,
            "Weeks as people report them": 1,
            "Mondays are slow.": 1,
            "ladder day miller --archetype rover": 1,
        },
    ),
    "a level": (
        _show,
        {
            "from the lowest to the highest that anybody reports; nobody published it": 1,
            "One who writes little.": 1,
            "One who writes all day.": 1,
            "12–65%": 2,
            "55–65%": 1,
            "Mondays are slow.": 1,
            "Sideways": 1,
            "Across the river": 1,
            "ladder show hand": 1,
            "The mill there needs hands.": 1,
            "Out": 1,
            "To the bakery": 1,
            "2 questions to find out: ladder fit miller.": 1,
            "As rover": 1,
        },
    ),
    "a comparison": (
        _compare,
        {
            "12–65%": 1,
            "from the lowest to the highest that anybody reports; nobody published it": 1,
            "as a range.": 1,
            "what single people report: ladder show miller --topic time.": 1,
            "Design goes from 10% of the week to 30–40%.": 1,
        },
    ),
}


def seen(text: str) -> str:
    """What a reader sees: no marks of a format, no footnotes, one blank where there are several."""
    without = re.sub(r"<style>.*?</style>|<title>.*?</title>|<sup>.*?</sup>|<[^>]+>", " ", text, flags=re.DOTALL)
    bare = re.sub(r"[*`>#|]|[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", without.replace("&#x27;", "'"))
    return re.sub(r"\s+([.,:;])", r"\1", re.sub(r"\s+", " ", bare))


PAPERS: Final[list[tuple[Format, int]]] = [
    ("terminal", 60),
    ("terminal", 80),
    ("terminal", 120),
    ("markdown", 80),
    ("html", 80),
]


@pytest.mark.parametrize("name", ASKED)
def test_a_reader_sees_it_on_every_paper_as_often_as_it_is_said(name: str) -> None:
    """HTML, which is read where nothing can be typed, names no command."""
    ask, expected = ASKED[name]
    for format, width in PAPERS:
        text = seen(render(ask(), format, width=width, colour=False))
        on_paper = {words: 0 if format == "html" and "ladder " in words else times for words, times in expected.items()}
        assert {words: text.count(words) for words in expected} == on_paper, (format, width)


def found_in(name: str) -> dict[str, Any]:
    """The answer to one of the questions as a program reads it."""
    answer: dict[str, Any] = json.loads(render(ASKED[name][0](), "json", width=80, colour=False))
    return answer


def test_a_program_finds_a_week_with_its_sum_and_stretches_without_an_end() -> None:
    week = found_in("a week")
    assert (week["sum"]["recorded"], week["sum"]["open"]) == (450, 600)
    assert [(one["activity"], one["minutes"], one["percent"]) for one in week["sum"]["spent"]] == [("talk", 450, 100)]
    assert [one["archetype"] for one in week["schedules"]] == ["rover"] * 5
    for schedule in week["schedules"]:
        walk = schedule["stretches"][2]
        assert (walk["from"], walk["to"], walk["recorded"]) == (615, None, True)
    assert found_in("a composed day")["sum"] is None


@pytest.mark.parametrize("name", ["a composed day", "a level", "a comparison"])
def test_a_program_finds_every_report_and_that_their_share_is_a_span(name: str) -> None:
    answer = found_in(name)
    (share,) = (
        one["share"] if "share" in one else one["shares"][-1]
        for one in answer["time"]
        if one.get("activity", one.get("id")) == "write"
    )
    assert (share["low"], share["high"], share["spans"]) == (12, 65, True)
    assert share["reports"] == [
        {"low": 12, "high": 12, "text": "One who writes little.", "source": ["study"]},
        {"low": 55, "high": 65, "text": "One who writes all day.", "source": []},
    ]


def test_a_program_finds_weeks_moves_questions_and_the_days_of_archetypes() -> None:
    level = found_in("a level")
    assert [one["text"] for one in level["week"]] == ["Mondays are slow."]
    assert [(one["kind"], one["title"], one["role"]) for one in level["moves"]] == [
        ("lateral", "Across the river", "hand"),
        ("exit", "To the bakery", ""),
    ]
    assert [one["answers"][1]["say"] for one in level["fit"]["questions"]] == ["No", "No"]
    assert [(one["on"], one["archetype"]) for one in level["days"]] == [(name, "rover") for name in WEEKDAYS]


def test_a_spreadsheet_leaves_empty_what_is_not_known() -> None:
    rows = list(csv.DictReader(render(ASKED["a week"][0](), "csv", width=80, colour=False).splitlines()))
    assert [(row["from"], row["to"], row["minutes"]) for row in rows if row["title"] == "Walks from mill to mill"] == [
        ("10:15", "", "")
    ] * 5
    assert sum(int(row["minutes"]) for row in rows if row["recorded"] == "true" and row["minutes"]) == 450
    shown = render(ASKED["a level"][0](), "csv", width=80, colour=False)
    assert shown.count("12–65%") == 1
    assert "miller,week,,,Mondays are slow.," in shown
    assert "miller,moves: lateral,Across the river,,The mill there needs hands.," in shown


@pytest.mark.parametrize("name", ASKED)
def test_no_line_of_it_is_wider_than_the_paper_and_no_word_is_lost(name: str) -> None:
    assert_fits(ASKED[name][0]())
