"""How the shares of a week become minutes of a day."""

from math import ceil, floor

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ladder.errors import Unanswerable
from ladder.model import Level, Share
from ladder.questions.day import day, share_out
from questions.builders import a_ladder

numbers = st.integers(0, 1000).map(lambda tenths: tenths / 10)
ranges = st.tuples(numbers, numbers).map(lambda pair: Share(min(pair), max(pair)))
weeks = st.dictionaries(st.sampled_from("abcdefgh"), ranges, min_size=1)
lengths = st.integers(1, 16 * 60)
NEAR = 1e-6


def fitting(week: dict[str, Share]) -> dict[str, Share]:
    """The week with its low ends made small enough to fit."""
    low = sum(share.low for share in week.values())
    part = min(1.0, 100 / low) if low else 1.0
    return {name: share._replace(low=share.low * part) for name, share in week.items()}


@given(weeks.map(fitting), lengths)
def test_every_activity_gets_its_share_to_the_minute_and_all_fit_into_the_day(
    week: dict[str, Share], length: int
) -> None:
    minutes = share_out(week, length)
    assert sum(minutes.values()) <= length
    for name, share in week.items():
        assert floor(share.low * length / 100 + NEAR) <= minutes[name] <= ceil(share.high * length / 100 - NEAR)


TIGHT = {"a": (0, 6.7), "b": (0, 48.8), "c": (0.1, 1.4), "d": (4.1, 100), "e": (7.9, 9.3), "f": (7.9, 9.3)}


@given(weeks, lengths)
@example({name: Share(*ends) for name, ends in TIGHT.items()}, 76)
def test_where_whole_minutes_fit_every_share_is_inside_its_range(week: dict[str, Share], length: int) -> None:
    least = {name: ceil(share.low * length / 100 - NEAR) for name, share in week.items()}
    assume(sum(least.values()) <= length)
    assume(all(least[name] <= share.high * length / 100 + NEAR for name, share in week.items()))
    for name, minutes in share_out(week, length).items():
        assert least[name] <= minutes <= week[name].high * length / 100 + NEAR


@given(weeks.map(fitting), st.integers(1, 16), st.integers(0, 8 * 60))
def test_a_composed_day_is_whole_whatever_the_shares(week: dict[str, Share], hours: int, start: int) -> None:
    ladder = a_ladder(Level("miller", time=week))
    (schedule,) = day(ladder, "miller", hours=hours, start=start).schedules
    assert schedule.stretches[0].from_ == start
    assert schedule.stretches[-1].to == start + hours * 60
    assert all(one.to is not None and one.from_ < one.to for one in schedule.stretches)
    assert schedule.recorded + schedule.open == hours * 60
    assert schedule.open >= 0
    assert sum(spent.minutes for spent in schedule.spent) == schedule.recorded


@pytest.mark.parametrize(
    ("week", "minutes"),
    [
        ({"a": Share(50, 50)}, {"a": 240}),
        ({"a": Share(30, 40), "b": Share(20, 30)}, {"a": 165, "b": 120}),
        ({"a": Share(0, 0)}, {"a": 0}),
        ({"a": Share(60, 100), "b": Share(40, 90)}, {"a": 288, "b": 192}),
    ],
)
def test_shares_stand_in_the_middle_of_their_ranges_or_lower_where_the_middles_do_not_fit(
    week: dict[str, Share], minutes: dict[str, int]
) -> None:
    assert share_out(week, 480) == minutes


@pytest.mark.parametrize("length", [480, 477, 61, 7])
def test_shares_that_are_no_whole_minutes_are_not_rounded_past_the_end_of_the_day(length: int) -> None:
    minutes = share_out({str(place): Share(14.28, 14.28) for place in range(7)}, length)
    assert sum(minutes.values()) <= length
    assert max(minutes.values()) - min(minutes.values()) <= 1


@pytest.mark.parametrize("parts", [(97.4, 2.2, 0.4), (29.2, 16.0, 24.1, 4.2, 26.5)])
def test_shares_of_exactly_the_whole_week_are_not_taken_for_more(parts: tuple[float, ...]) -> None:
    assert sum(share_out({str(part): Share(part, part) for part in parts}, 480).values()) == 480


@pytest.mark.parametrize(
    ("week", "sum_"), [({"a": Share(80, 80), "b": Share(20.5, 90)}, "100.5"), ({"a": Share(101, 101)}, "101")]
)
def test_shares_of_more_than_the_week_cannot_be_answered(week: dict[str, Share], sum_: str) -> None:
    with pytest.raises(Unanswerable, match=f"add up to at least {sum_}%"):
        share_out(week, 480)


def test_a_short_day_is_cut_into_five_minutes_and_a_long_one_into_quarters() -> None:
    week = {"a": Share(20, 40), "b": Share(20, 40)}
    assert all(minutes % 5 == 0 for minutes in share_out(week, 120).values())
    assert all(minutes % 15 == 0 for minutes in share_out(week, 480).values())
