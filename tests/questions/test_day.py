"""What one would do all day: as recorded, or composed from the shares of a week."""

import pytest

from ladder.errors import LadderError, Unanswerable
from ladder.model import Activity, Block, Day, DayKind, Level, Share, Statement, Weekday
from ladder.questions.day import WEEK, Other, day
from questions.builders import a_ladder, said, shares, sources

HOUR = 60
SATIRE = Day(
    (
        Block(10 * HOUR, 11 * HOUR, "Review board", "design", "Explains it.", "Makes it complicated."),
        Block(13 * HOUR, 14 * HOUR, "", "talk"),
        Block(14 * HOUR, 14 * HOUR + 30, "Lunch"),
    ),
    "As recorded",
    "satire",
    ("joker",),
)
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")


def on(weekday: Weekday | None, archetype: str = "", title: str = "", kind: DayKind = "reported") -> Day:
    return Day((Block(540, 600, title or str(weekday)),), title, kind, (), weekday, archetype)


def level(*days: Day, **ranges: float | tuple[float, float]) -> Level:
    return Level("miller", "Miller", time=shares(**ranges), days=days)


def of(one: Level) -> object:
    return a_ladder(one, activities=KNOWN, sources=sources(joker="satire", study="survey", wise="article"))


KNOWN = {"design": Activity("design", "Design work"), "talk": Activity("talk")}


def asked(one: Level, **options: object):  # type: ignore[no-untyped-def]
    return day(of(one), "miller", **options)  # type: ignore[arg-type]


def test_a_recorded_day_is_told_as_recorded_with_its_gaps() -> None:
    (schedule,) = asked(level(SATIRE)).schedules
    assert [(one.from_, one.to, one.title, one.recorded) for one in schedule.stretches] == [
        (600, 660, "Review board", True),
        (660, 780, "", False),
        (780, 840, "talk", True),
        (840, 870, "Lunch", True),
    ]
    assert schedule.stretches[0].does == "Explains it."
    assert schedule.stretches[0].candid == "Makes it complicated."
    assert (schedule.title, schedule.kind, schedule.composed, schedule.source) == (
        "As recorded",
        "satire",
        False,
        ("joker",),
    )


def test_minutes_and_percent_count_what_is_recorded_and_not_the_gaps() -> None:
    (schedule,) = asked(level(SATIRE, design=(30, 40))).schedules
    assert (schedule.recorded, schedule.open) == (150, 120)
    assert [(one.activity, one.title, one.minutes, one.percent) for one in schedule.spent] == [
        ("design", "Design work", 60, 40),
        ("talk", "talk", 60, 40),
        ("", "", 30, 20),
    ]
    assert [one.share is not None for one in schedule.spent] == [True, False, False]


@pytest.mark.parametrize(
    ("kind", "source", "satire"),
    [
        ("satire", (), True),
        ("reported", ("joker",), True),
        ("reported", ("wise",), False),
        ("published", ("nobody",), False),
    ],
)
def test_a_day_of_a_satirist_is_marked_whoever_says_so(kind: DayKind, source: tuple[str, ...], satire: bool) -> None:
    (schedule,) = asked(level(on(None, kind=kind)._replace(source=source))).schedules
    assert schedule.satire is satire


def test_a_recorded_day_goes_before_one_that_could_be_composed() -> None:
    assert asked(level(SATIRE, design=50)).schedules[0].composed is False


@pytest.mark.parametrize("options", [{"hours": 6}, {"start": 480}, {"hours": 8, "start": 540}])
def test_a_recorded_day_has_its_own_hours(options: dict[str, int]) -> None:
    with pytest.raises(LadderError, match="its own hours") as caught:
        asked(level(SATIRE), **options)
    assert "`--hours`" in caught.value.hint


def test_without_schedule_and_shares_nothing_is_made_up() -> None:
    answer = asked(level())
    assert (answer.schedules, answer.others, answer.unstated, answer.sources) == ((), (), None, ())


@pytest.mark.parametrize("options", [{"hours": 6}, {"start": 480}])
def test_without_shares_there_is_no_day_to_shape_and_none_is_made_up(options: dict[str, int]) -> None:
    assert asked(level(), **options).schedules == ()


def test_only_one_day_is_shown_and_the_others_are_named() -> None:
    days = (on(None, title="One"), on("monday"), on("tuesday", "rover"), on(None, "rover", "Roving"), on(None, "rover"))
    answer = asked(level(*days))
    assert [schedule.title for schedule in answer.schedules] == ["One"]
    assert [(other.title, other.on, other.archetype) for other in answer.others] == [
        ("", "monday", ""),
        ("", "tuesday", "rover"),
        ("Roving", "", "rover"),
        ("", "", "rover"),
    ]


def test_a_day_that_was_not_shown_says_of_which_kind_it_is() -> None:
    assert [other.kind for other in asked(level(on("monday"), on(None, kind="illustrative"))).others] == [
        "illustrative"
    ]


def test_of_two_mondays_the_first_counts_alone_and_in_a_week() -> None:
    days = [on("monday", title="First"), on("monday", title="Second"), *(on(weekday) for weekday in WEEKDAYS[1:])]
    assert asked(level(*days)).schedules[0].title == "First"
    assert asked(level(*days), week=True).schedules[0].title == "First"


def test_an_archetype_s_day_is_shown_when_asked_for_and_not_as_the_level_s_own() -> None:
    one = level(on("monday", "rover", "Roving"), design=50)
    assert asked(one).schedules[0].composed is True
    assert asked(one).others == (Other("Roving", "monday", "rover", "reported"),)
    (schedule,) = asked(one, archetype="rover").schedules
    assert (schedule.title, schedule.archetype, schedule.on) == ("Roving", "rover", "monday")


def test_an_archetype_without_a_schedule_is_an_error_that_says_where_to_look() -> None:
    with pytest.raises(LadderError, match="no schedule of Miller as rover") as caught:
        asked(level(SATIRE), archetype="rover")
    assert "`ladder day miller`" in caught.value.hint


def test_a_week_is_its_five_days_in_order() -> None:
    days = [on(weekday) for weekday in reversed(WEEKDAYS)]
    answer = asked(level(SATIRE, *days), week=True)
    assert [schedule.on for schedule in answer.schedules] == list(WEEK)
    assert answer.others == (Other("As recorded", "", "", "satire"),)


def test_an_archetype_s_weekday_has_no_place_in_the_level_s_own_week() -> None:
    answer = asked(level(on("monday", "rover", "Roving"), *(on(weekday) for weekday in WEEKDAYS)), week=True)
    assert [(schedule.on, schedule.archetype) for schedule in answer.schedules] == [(weekday, "") for weekday in WEEK]
    assert answer.others == (Other("Roving", "monday", "rover", "reported"),)


def test_an_archetype_can_have_a_week() -> None:
    days = [on(weekday, "rover") for weekday in WEEKDAYS]
    answer = asked(level(on("monday"), *days), week=True, archetype="rover")
    assert {schedule.archetype for schedule in answer.schedules} == {"rover"}


@pytest.mark.parametrize(
    ("days", "hint"),
    [
        ([on(weekday) for weekday in WEEKDAYS[:4]], "`ladder day miller`"),
        ([on(weekday, "rover") for weekday in WEEKDAYS], "rover"),
        ([], "`ladder day miller`"),
    ],
)
def test_a_week_with_a_day_missing_is_not_filled_in(days: list[Day], hint: str) -> None:
    with pytest.raises(LadderError, match="no week of Miller") as caught:
        asked(level(*days, design=50), week=True)
    assert hint in caught.value.hint


def test_a_composed_day_says_that_it_is_ours_and_on_whose_shares_it_rests() -> None:
    answer = asked(level(design=(30, 40), talk=(20, 30)))
    (schedule,) = answer.schedules
    assert (schedule.composed, schedule.kind, schedule.satire, schedule.source) == (True, None, False, ("study",))
    assert [source.id for source in answer.sources] == ["study"]
    assert answer.unstated is not None


def test_the_same_shares_always_compose_the_same_day() -> None:
    one = level(design=(30, 40), talk=(20, 30), milling=(5, 10))
    assert asked(one) == asked(one)


def test_a_composed_day_begins_and_lasts_as_asked_without_overlaps() -> None:
    one = level(design=(30, 40), talk=(20, 30))
    for start, hours in ((540, 8), (480, 6), (0, 16), (22 * 60, 1)):
        (schedule,) = asked(one, start=start, hours=hours).schedules
        assert schedule.stretches[0].from_ == start
        assert schedule.stretches[-1].to == start + hours * 60
        assert all(
            one.to == other.from_ for one, other in zip(schedule.stretches, schedule.stretches[1:], strict=False)
        )
        assert schedule.recorded + schedule.open == hours * 60


def test_a_composed_day_is_nine_to_five_unless_asked_otherwise() -> None:
    (schedule,) = asked(level(design=100)).schedules
    assert (schedule.stretches[0].from_, schedule.stretches[-1].to) == (540, 1020)


def test_what_the_shares_leave_open_stays_open_at_the_end_of_the_day() -> None:
    (schedule,) = asked(level(design=50)).schedules
    assert [one.recorded for one in schedule.stretches] == [True, True, False]
    assert (schedule.recorded, schedule.open) == (240, 240)


def test_a_long_activity_is_split_in_two_and_does_one_thing_in_each() -> None:
    time = {"design": Share(50, 50, said("Draws", "Discusses", "Sleeps")), "talk": Share(20, 20)}
    (schedule,) = asked(Level("miller", time=time)).schedules
    assert [(one.activity, one.title, one.does) for one in schedule.stretches if one.recorded] == [
        ("design", "Design work", "Draws"),
        ("talk", "talk", ""),
        ("design", "Design work", "Discusses"),
    ]


def test_an_activity_with_one_thing_to_do_does_it_in_both_parts() -> None:
    (schedule,) = asked(Level("miller", time={"grain": Share(100, 100, (Statement("Grinds"),))})).schedules
    assert [(one.title, one.does) for one in schedule.stretches] == [("grain", "Grinds")] * 2


def test_an_activity_that_takes_no_time_has_no_place_in_the_day() -> None:
    (schedule,) = asked(level(design=0, talk=50)).schedules
    assert {one.activity for one in schedule.stretches if one.recorded} == {"talk"}


@pytest.mark.parametrize("hours", [0, -1, 16.5, 24, 0.001])
def test_a_day_of_no_hours_or_more_than_sixteen_is_refused(hours: float) -> None:
    with pytest.raises(LadderError, match="a day of") as caught:
        asked(level(design=50), hours=hours)
    assert "`--hours`" in caught.value.hint


def test_a_day_that_would_end_after_midnight_is_refused() -> None:
    with pytest.raises(LadderError, match="after midnight"):
        asked(level(design=50), start=18 * 60, hours=8)
    assert asked(level(design=50), start=16 * 60, hours=8).schedules[0].stretches[-1].to == 1440


def test_shares_that_need_more_than_the_whole_week_are_refused_and_not_scaled() -> None:
    with pytest.raises(Unanswerable, match="add up to 110 % at least"):
        asked(level(design=(60, 70), talk=50))
