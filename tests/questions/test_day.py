"""What one would do all day: as recorded, or composed from the shares of a week."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.errors import LadderError, Unanswerable
from ladder.model import Activity, Archetype, Block, Day, DayKind, Level, Report, Share, Statement, Weekday
from ladder.questions.compare import Unstated
from ladder.questions.day import WEEK, Days, Other, Schedule, Spread, day
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
    with pytest.raises(LadderError, match="no schedule on record shows Miller as rover") as caught:
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
    with pytest.raises(LadderError, match="no whole week of Miller") as caught:
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
    with pytest.raises(LadderError, match="a day cannot have") as caught:
        asked(level(design=50), hours=hours)
    assert "`--hours`" in caught.value.hint


def test_a_day_that_would_end_after_midnight_is_refused() -> None:
    with pytest.raises(LadderError, match="after midnight"):
        asked(level(design=50), start=18 * 60, hours=8)
    assert asked(level(design=50), start=16 * 60, hours=8).schedules[0].stretches[-1].to == 1440


def test_shares_that_need_more_than_the_whole_week_are_refused_and_not_scaled() -> None:
    with pytest.raises(Unanswerable, match="add up to at least 110%"):
        asked(level(design=(60, 70), talk=50))


def hat(id: str, *days: Day, levels: tuple[str, ...] = ("miller",)) -> Archetype:
    return Archetype(id, id.capitalize(), levels, days=days)


def worn(*hats: Archetype, by: str = "miller", own: tuple[Day, ...] = (), **options: object) -> Days:
    """The days of a level or role of a ladder with these archetypes."""
    levels = Level("hand"), Level("miller", "Miller", days=own), Level("master")
    roles = [Level("wind", "Wind miller", level="miller", days=own), Level("sail", level="master")]
    ladder = a_ladder(*levels, roles=roles, archetypes={one.id: one for one in hats})
    return day(ladder, by, **options)  # type: ignore[arg-type]


ROVING = on("tuesday", title="Roving")


def test_the_days_of_an_archetype_are_days_of_the_levels_that_may_wear_it() -> None:
    answer = worn(hat("rover", ROVING), own=(SATIRE,))
    assert [schedule.title for schedule in answer.schedules] == ["As recorded"]
    assert answer.others == (Other("Roving", "tuesday", "rover", "reported"),)
    (schedule,) = worn(hat("rover", ROVING), own=(SATIRE,), archetype="rover").schedules
    assert (schedule.title, schedule.on, schedule.archetype) == ("Roving", "tuesday", "rover")


@pytest.mark.parametrize(
    ("levels", "wearers"),
    [
        (("miller",), {"miller", "wind"}),
        (("miller", "master"), {"miller", "wind", "master", "sail"}),
        (("wind",), {"wind"}),
        (("hand", "sail"), {"hand", "sail"}),
        ((), set()),
    ],
)
def test_a_role_may_wear_what_its_level_may_and_a_level_that_is_not_named_may_not(
    levels: tuple[str, ...], wearers: set[str]
) -> None:
    rover = hat("rover", ROVING, levels=levels)
    for name in ("hand", "miller", "master", "wind", "sail"):
        if name in wearers:
            assert worn(rover, by=name, archetype="rover").schedules[0].title == "Roving"
        else:
            with pytest.raises(LadderError, match="as rover"):
                worn(rover, by=name, archetype="rover")


@pytest.mark.parametrize("options", [{}, {"every": True}])
def test_a_level_s_archetypes_are_offered_to_it_and_not_once_more_to_each_of_its_roles(
    options: dict[str, object],
) -> None:
    def found(name: str) -> list[str]:
        answer = worn(hat("rover", ROVING), own=(SATIRE,), by=name, **options)
        return [*(one.title for one in answer.schedules), *(one.title for one in answer.others)]

    assert found("miller") == ["As recorded", "Roving"]
    assert found("wind") == ["As recorded"]
    assert found("hand") == []


def test_an_archetype_that_names_a_role_itself_is_offered_to_it() -> None:
    assert [other.title for other in worn(hat("rover", ROVING, levels=("wind",)), by="wind").others] == ["Roving"]


def test_an_archetype_s_day_is_of_that_archetype_whatever_it_says_itself() -> None:
    answer = worn(hat("rover", on("monday", "guest")), hat("guest"))
    assert [other.archetype for other in answer.others] == ["rover"]


def test_a_level_s_own_days_go_before_those_of_its_archetypes() -> None:
    own = on("monday", "rover", "Own"), on(None, title="Plain")
    answer = worn(hat("guest", on("friday", title="As guest")), hat("rover", ROVING), own=own)
    assert [other.title for other in answer.others] == ["Own", "As guest", "Roving"]
    assert worn(hat("rover", ROVING), own=own, archetype="rover").schedules[0].title == "Own"


def test_days_of_archetypes_alone_are_no_day_of_the_level_itself() -> None:
    assert worn(hat("rover", ROVING)).schedules == ()


HOURS: dict[Weekday, int] = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5}


def long(weekday: Weekday) -> Day:
    """A day on which one mills longer than on the one before, rests for an hour, and talks for one."""
    end = 540 + HOURS[weekday] * HOUR
    return Day((Block(540, end, activity="design"), Block(end + 60, end + 120, activity="talk")), on=weekday)


def test_an_archetype_s_five_days_are_a_week_however_they_were_listed() -> None:
    answer = worn(
        hat("rover", *(long(weekday) for weekday in reversed(WEEKDAYS)), ROVING), week=True, archetype="rover"
    )
    assert [(schedule.on, schedule.archetype) for schedule in answer.schedules] == [(name, "rover") for name in WEEK]
    assert answer.others == (Other("Roving", "tuesday", "rover", "reported"),)


def test_a_week_is_summed_up_once_over_its_five_days() -> None:
    answer = worn(hat("rover", *map(long, WEEKDAYS)), week=True, archetype="rover")
    assert answer.sum is not None
    assert [(one.activity, one.minutes, one.percent) for one in answer.sum.spent] == [
        ("design", 15 * HOUR, 75),
        ("talk", 5 * HOUR, 25),
    ]
    assert (answer.sum.recorded, answer.sum.open) == (20 * HOUR, 5 * HOUR)
    assert sum(schedule.recorded for schedule in answer.schedules) == answer.sum.recorded
    assert sum(schedule.open for schedule in answer.schedules) == answer.sum.open


def test_beside_the_sum_of_a_week_stands_the_share_that_the_level_reports() -> None:
    answer = asked(level(*map(long, WEEKDAYS), design=(30, 40)), week=True)
    assert [one.share for one in answer.sum.spent] == [Share(30, 40, source=("study",)), None]


@pytest.mark.parametrize(
    "options", [{}, {"every": True}, {"archetype": "rover"}, {"archetype": "rover", "every": True}]
)
def test_days_that_are_no_week_have_no_sum(options: dict[str, object]) -> None:
    days = *map(long, WEEKDAYS), on("monday", "rover"), on("friday", "rover")
    assert asked(level(*days), **options).sum is None


def test_four_days_of_an_archetype_are_no_week_and_the_hint_does_not_name_it_again() -> None:
    four = hat("rover", *map(long, WEEKDAYS[:4]))
    with pytest.raises(LadderError, match="no whole week of Miller") as caught:
        worn(four, week=True, archetype="rover")
    assert caught.value.hint == "`ladder day miller` shows one day"


def test_where_an_archetype_has_days_of_the_week_the_level_without_a_week_is_told_so() -> None:
    with pytest.raises(LadderError, match="no whole week of Miller") as caught:
        worn(hat("rover", *map(long, WEEKDAYS)), hat("guest", on(None)), week=True)
    assert caught.value.hint == "these archetypes may have one: rover"


def test_every_day_on_record_can_be_asked_for() -> None:
    answer = worn(hat("rover", ROVING), own=(SATIRE, on("monday")), every=True)
    assert [(schedule.title, schedule.on, schedule.archetype) for schedule in answer.schedules] == [
        ("As recorded", "", ""),
        ("", "monday", ""),
        ("Roving", "tuesday", "rover"),
    ]
    assert answer.others == ()


def test_every_day_of_one_archetype_leaves_the_others_named() -> None:
    hats = hat("rover", ROVING, on("friday")), hat("guest", on(None, title="As guest"))
    answer = worn(*hats, own=(SATIRE,), every=True, archetype="rover")
    assert [(schedule.on, schedule.archetype) for schedule in answer.schedules] == [
        ("tuesday", "rover"),
        ("friday", "rover"),
    ]
    assert [other.title for other in answer.others] == ["As recorded", "As guest"]


def test_where_nothing_was_recorded_every_day_is_the_composed_one() -> None:
    assert asked(level(design=50), every=True) == asked(level(design=50))
    assert asked(level(design=50), every=True, hours=4).schedules[0].composed
    with pytest.raises(LadderError, match="its own hours"):
        asked(level(SATIRE, design=50), every=True, hours=4)


def recorded(*blocks: Block) -> Schedule:
    """The only schedule of a level with one day of these blocks."""
    (schedule,) = asked(level(Day(blocks))).schedules
    assert isinstance(schedule, Schedule)
    return schedule


NINE, TEN, NOON = Block(540, 600, "", "talk"), Block(600, None, "Walk", "design"), Block(720, 780, "", "talk")


@pytest.mark.parametrize(
    ("blocks", "recorded_", "open_"),
    [
        ((NINE, TEN, NOON), 120, 120),
        ((TEN, NOON), 60, 120),
        ((NINE, NOON._replace(to=None)), 60, 120),
        ((NINE, TEN), 60, 0),
        ((TEN,), 0, 0),
        ((TEN, NOON._replace(to=None)), 0, 120),
        ((NINE, TEN._replace(from_=660), NOON), 120, 120),
        ((), 0, 0),
    ],
    ids=["middle", "first", "last after a gap", "last", "alone", "first and last", "after a gap", "none"],
)
def test_a_block_without_an_end_counts_no_minute_and_what_follows_it_until_the_next_is_open(
    blocks: tuple[Block, ...], recorded_: int, open_: int
) -> None:
    schedule = recorded(*blocks)
    assert (schedule.recorded, schedule.open) == (recorded_, open_)
    assert sum(one.minutes for one in schedule.spent) == recorded_
    assert {one.activity for one in schedule.spent} <= {"talk"}


def test_a_block_without_an_end_is_told_as_recorded_and_no_gap_is_made_up_behind_it() -> None:
    schedule = recorded(NINE, TEN._replace(from_=660), NOON)
    assert [(one.from_, one.to, one.title, one.recorded) for one in schedule.stretches] == [
        (540, 600, "talk", True),
        (600, 660, "", False),
        (660, None, "Walk", True),
        (720, 780, "talk", True),
    ]


def test_an_activity_whose_every_block_is_without_an_end_takes_no_known_time() -> None:
    assert recorded(TEN, Block(700, None, "", "talk")).spent == ()
    (spent,) = recorded(NINE, TEN).spent
    assert (spent.activity, spent.percent) == ("talk", 100)


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Block, ...]:
    """Blocks in order, with gaps and without, some of them without an end."""
    clocks = sorted(draw(st.sets(st.integers(0, 1439), min_size=1, max_size=8)))
    blocks = []
    for begins, following in pairwise([*clocks, 1440]):
        end = draw(st.one_of(st.none(), st.integers(begins + 1, following)))
        blocks.append(Block(begins, end, activity=draw(st.sampled_from(["", "design", "talk"]))))
    return tuple(blocks)


@given(schedules())
def test_recorded_and_open_minutes_are_together_all_from_the_first_known_time_to_the_last(
    blocks: tuple[Block, ...],
) -> None:
    schedule = recorded(*blocks)
    last = blocks[-1].from_ if blocks[-1].to is None else blocks[-1].to
    assert schedule.recorded + schedule.open == last - blocks[0].from_
    assert schedule.recorded == sum(block.to - block.from_ for block in blocks if block.to is not None)
    assert sum(spent.minutes for spent in schedule.spent) == schedule.recorded
    assert [(one.from_, one.to) for one in schedule.stretches if one.recorded] == [
        (block.from_, block.to) for block in blocks
    ]
    for earlier, later in pairwise(schedule.stretches):
        assert earlier.to in (None, later.from_)
        assert earlier.recorded or later.recorded


def test_a_week_does_not_count_what_has_no_end() -> None:
    days = [Day((NINE, TEN, NOON), on=weekday) for weekday in WEEKDAYS]
    total = asked(level(*days), week=True).sum
    assert (total.recorded, total.open, [one.activity for one in total.spent]) == (600, 600, ["talk"])


REPORTED = Share(10, 60, reports=(Report(10, 10, "A.", ("wise",)), Report(60, 60, "B.")), source=("wise",), spans=True)


def reporting(**ranges: float | tuple[float, float]) -> Level:
    """A level of whose talk there are only reports."""
    return Level("miller", "Miller", time={"talk": REPORTED, **shares(**ranges)}, week=(Statement("Busy."),))


def test_what_people_report_each_for_oneself_composes_no_day() -> None:
    answer = asked(reporting(design=50))
    (schedule,) = answer.schedules
    assert {one.activity for one in schedule.stretches if one.recorded} == {"design"}
    assert (schedule.recorded, schedule.open, schedule.source) == (240, 240, ("study",))
    assert schedule.stretches == asked(level(design=50)).schedules[0].stretches


def test_what_people_report_stands_beside_the_day_with_its_sources_and_is_no_part_of_the_sum() -> None:
    answer = asked(reporting(design=50))
    assert answer.time == (Spread("talk", "talk", REPORTED),)
    assert answer.unstated == Unstated(50, 50, 50, 50)
    assert {source.id for source in answer.sources} == {"study", "wise"}
    assert asked(reporting(design=50), hours=4).time == answer.time
    assert asked(level(design=50)).time == ()


@pytest.mark.parametrize("options", [{}, {"hours": 6}, {"start": 480}, {"every": True}])
def test_where_there_is_nothing_but_reports_no_day_is_made_of_them(options: dict[str, object]) -> None:
    answer = asked(reporting(), **options)
    assert (answer.schedules, answer.unstated) == ((), None)
    assert answer.time == (Spread("talk", "talk", REPORTED),)
    assert [source.id for source in answer.sources] == ["wise"]


def test_reports_beside_a_share_do_not_keep_it_out_of_the_day() -> None:
    both = Level("miller", time={"talk": REPORTED._replace(low=50, high=50, spans=False)})
    answer = asked(both)
    assert {one.activity for one in answer.schedules[0].stretches if one.recorded} == {"talk"}
    assert answer.time == ()


SAYING = (Statement("Mondays are slow.", source=("wise",)), Statement("Fridays are loud."))


@pytest.mark.parametrize("days", [(), (SATIRE,)])
def test_what_people_say_of_their_weeks_stands_beside_any_day_and_is_cited(days: tuple[Day, ...]) -> None:
    answer = asked(level(*days)._replace(week=SAYING))
    assert answer.said == SAYING
    assert "wise" in {source.id for source in answer.sources}


def of_a_role(week: tuple[Statement, ...], **time: Share) -> Days:
    """The day of a role that says this itself, of a level of which there are reports and statements."""
    role = Level("wind", "Wind miller", level="miller", week=week, time=time)
    return day(a_ladder(reporting()._replace(week=SAYING), roles=[role], sources=sources(wise="article")), "wind")


def test_what_is_reported_of_a_level_is_not_repeated_for_its_roles() -> None:
    answer = of_a_role(())
    assert (answer.time, answer.said, answer.sources) == ((), (), ())


def test_what_is_reported_of_a_role_itself_is_told() -> None:
    other = REPORTED._replace(high=70)
    answer = of_a_role(SAYING[:1], talk=other)
    assert (answer.time, answer.said) == ((Spread("talk", "Talk", other),), SAYING[:1])
    assert [source.id for source in answer.sources] == ["wise"]
    assert of_a_role((), milling=REPORTED).time == (Spread("milling", "Milling", REPORTED),)


def test_what_people_say_of_their_weeks_is_not_said_of_an_archetype() -> None:
    answer = asked(level(on("monday", "rover"))._replace(week=SAYING), archetype="rover")
    assert answer.said == ()
    assert answer.sources == ()
