"""The arithmetic of figures: what is computed lies where it must, and nothing is computed from too little."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.figures import (
    FIVES,
    OLD,
    QUARTERS,
    SHARES,
    age,
    amount_at,
    months,
    needed,
    old,
    percentile_of,
    percentiles_at,
    share_in_words,
)

amounts = st.lists(st.integers(0, 10**6), min_size=2, max_size=60)
percentages = st.floats(0, 100)


@pytest.mark.parametrize(
    ("percentile", "number"), [(50, 6), (25, 13), (75, 13), (10, 36), (90, 36), (40, 8), (60, 8), (5, 72), (99, 368)]
)
def test_a_percentile_needs_more_observations_the_further_out_it_lies(percentile: int, number: int) -> None:
    assert needed(percentile) == number


@pytest.mark.parametrize("percentile", range(1, 100))
def test_so_many_lie_on_both_sides_of_a_percentile_in_all_but_a_fortieth_of_cases_each_and_one_less_does_not(
    percentile: int,
) -> None:
    side, number = max(percentile, 100 - percentile) / 100, needed(percentile)
    assert side**number <= 1 / 40 < side ** (number - 1)


@given(amounts)
def test_percentiles_of_observations_are_those_of_the_standard_library_s_inclusive_method(seen: list[int]) -> None:
    expected = statistics.quantiles(seen, n=100, method="inclusive")
    assert [percentile_of(seen, one) for one in range(1, 100)] == pytest.approx(expected)


@given(amounts, percentages)
def test_a_percentile_never_leaves_the_observations_in_whatever_order_they_are(
    seen: list[int], percentile: float
) -> None:
    found = percentile_of(seen, percentile)
    assert min(seen) <= found <= max(seen)
    assert found == percentile_of(reversed(seen), percentile)
    assert (percentile_of(seen, 0), percentile_of(seen, 100)) == (min(seen), max(seen))


def test_of_one_observation_every_percentile_is_that_one_and_of_none_there_is_no_percentile() -> None:
    assert [percentile_of([7], one) for one in (0, 10, 50, 100)] == [7, 7, 7, 7]
    with pytest.raises(ValueError, match="no observations"):
        percentile_of([], 50)


@pytest.mark.parametrize(("asked", "amount"), [(9, None), (10, 100), (30, 150), (50, 200), (90, 300), (90.1, None)])
def test_an_amount_is_as_published_or_on_a_line_between_two_or_none(asked: float, amount: float | None) -> None:
    assert amount_at({10: 100, 50: 200, 90: 300}, asked) == amount


@pytest.mark.parametrize(
    ("amount", "there"),
    [(99, None), (100, (10, 10)), (150, (30, 30)), (200, (50, 75)), (250, (82.5, 82.5)), (300, (90, 90)), (301, None)],
)
def test_an_amount_stands_at_one_percentile_or_at_all_for_which_it_is_published(
    amount: float, there: tuple[float, float] | None
) -> None:
    assert percentiles_at({10: 100, 50: 200, 75: 200, 90: 300}, amount) == there


@pytest.mark.parametrize(
    ("percentile", "n", "said"),
    [
        (74.7, 87, "about three in four postings pay less (p75)"),
        (74.7, 13, "about three in four postings pay less (p75)"),
        (62.4, 36, "about three in five postings pay less (p60)"),
        (62.5, 36, "about 65% of postings pay less (p65)"),
        (62.4, 35, "about half of postings pay less (p50)"),
        (62.5, 35, "about three in four postings pay less (p75)"),
        (50, 36, "about half of postings pay less (p50)"),
        (2.5, 36, "about one in twenty postings pay less (p5)"),
        (2.4, 36, "fewer than one in twenty postings pay less (below p5)"),
        (97.5, 36, "more than nineteen in twenty postings pay less (above p95)"),
        (12.4, 35, "fewer than one in four postings pay less (below p25)"),
        (87.5, 35, "more than three in four postings pay less (above p75)"),
        (75, 12, ""),
        (75, None, ""),
    ],
)
def test_a_share_is_said_to_five_points_from_36_on_and_to_a_quarter_from_13(
    percentile: float, n: int | None, said: str
) -> None:
    assert share_in_words(percentile, n) == said


@given(percentages, st.integers(1, 200))
def test_a_share_in_words_claims_no_more_than_its_observations_carry(percentile: float, n: int) -> None:
    said = share_in_words(percentile, n, "people")
    assert bool(said) == (n >= QUARTERS)
    if said:
        step = 5 if n >= FIVES else 25
        near = int(said.rpartition("p")[2].rstrip(")"))
        assert " people pay less (" in said
        assert near % step == 0
        assert 0 < near < 100
        assert abs(near - percentile) <= step


def test_the_shares_in_words_are_those_of_the_words() -> None:
    parts = {"one": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9, "nineteen": 19}
    wholes = {"four": 4, "five": 5, "ten": 10, "twenty": 20}
    for percent, words in SHARES.items():
        part, _, whole = words.partition(" in ")
        assert percent == (50 if words == "half of" else 100 * parts[part] / wholes[whole])


def test_from_where_on_a_share_is_said_is_what_its_percentiles_need() -> None:
    assert needed(25) == needed(75) == QUARTERS
    assert needed(10) == needed(90) == FIVES


@pytest.mark.parametrize(
    ("date", "today", "number"),
    [
        ("2026-11", "2026-11-20", 0),
        ("2026-10-31", "2026-11-01", 1),
        ("2025", "2026-11-20", 11),
        ("2024-12", "2026-11-20", 23),
        ("2027-01", "2026-11-20", -2),
        ("2026-01", "", None),
        (None, "2026-11-20", None),
    ],
)
def test_a_figure_is_as_many_months_old_as_lie_between_two_dates(
    date: str | None, today: str, number: int | None
) -> None:
    assert age(date, today) == number


def test_a_figure_is_old_from_the_month_on_that_follows_the_eighteenth() -> None:
    assert [old(date, "2026-11-20") for date in ("2025-05-01", "2025-04-30", "2027", None)] == [
        None,
        OLD + 1,
        None,
        None,
    ]


def test_a_year_alone_is_its_end_so_that_nothing_looks_older_than_it_is() -> None:
    assert months("2025") == months("2025-12") == months("2025-12-31") == months("2026-01") - 1
