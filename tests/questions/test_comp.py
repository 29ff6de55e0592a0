"""What it pays: published figures, and nothing that looks like one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.model import Band, Level, Period
from ladder.questions.comp import Found, Pay, at, comp, stands
from questions.builders import a_ladder, paying, sources, survey

TABLE = {25: 198_000, 50: 222_000, 75: 252_000}
TIED = {10: 90, 25: 100, 50: 100, 75: 100, 90: 130}
tables = st.dictionaries(
    st.sampled_from([5, 10, 25, 50, 75, 90, 95]), st.integers(1, 10**6), min_size=1, max_size=5
).map(lambda table: dict(zip(sorted(table), sorted(table.values()), strict=True)))


def percentiles(for_: str = "", *, segment: str = "", n: int | None = None, **points: float) -> Band:
    """A band of percentiles: p25=..., p50=..."""
    return Band(for_, "" if for_ else "All", segment, n, {int(point[1:]): value for point, value in points.items()})


@pytest.mark.parametrize(
    ("asked", "found", "amount", "bound"),
    [
        (25, "published", 198_000, None),
        (50, "published", 222_000, None),
        (75, "published", 252_000, None),
        (60, "interpolated", 234_000, None),
        (26, "interpolated", 198_960, None),
        (76, "above", None, 75),
        (99, "above", None, 75),
        (24, "below", None, 25),
        (1, "below", None, 25),
    ],
)
def test_a_percentile_is_as_published_or_on_a_line_between_two_or_no_figure_at_all(
    asked: int, found: Found, amount: float | None, bound: int | None
) -> None:
    assert at(TABLE, asked) == (asked, found, amount, bound)


@given(tables, st.integers(1, 99))
def test_a_figure_never_leaves_what_was_published_around_it(table: dict[int, float], asked: int) -> None:
    got = at(table, asked)
    if got.found in ("above", "below"):
        assert got.amount is None
        assert got.bound == (max(table) if got.found == "above" else min(table))
    else:
        assert got.amount is not None
        assert max(table[p] for p in table if p <= asked) <= got.amount <= min(table[p] for p in table if p >= asked)
        assert (got.found == "published") == (asked in table)


def test_one_published_percentile_is_never_stretched_to_another() -> None:
    assert at({50: 100}, 51).found == "above"
    assert at({50: 100}, 49).found == "below"


@pytest.mark.parametrize(
    ("offer", "low", "high"),
    [(198_000, 25, 25), (222_000, 50, 50), (252_000, 75, 75), (237_000, 62.5, 62.5), (210_000, 37.5, 37.5)],
)
def test_an_offer_inside_the_published_span_stands_at_a_percentile(offer: float, low: float, high: float) -> None:
    assert stands(Band(percentiles=TABLE), offer) == ("inside", low, high, None)


@pytest.mark.parametrize(
    ("offer", "where", "bound"), [(252_001, "above", 75), (400_000, "above", 75), (197_999, "below", 25)]
)
def test_an_offer_outside_the_published_span_is_not_given_a_percentile(offer: float, where: str, bound: int) -> None:
    assert stands(Band(percentiles=TABLE), offer) == (where, None, None, bound)


@pytest.mark.parametrize(("offer", "low", "high"), [(100, 25, 75), (90, 10, 10), (130, 90, 90), (115, 82.5, 82.5)])
def test_an_offer_that_is_several_percentiles_stands_from_the_first_to_the_last(
    offer: float, low: float, high: float
) -> None:
    assert stands(Band(percentiles=TIED), offer) == ("inside", low, high, None)


@pytest.mark.parametrize(
    ("offer", "where"), [(299, "below"), (300, "inside"), (450, "inside"), (600, "inside"), (601, "above")]
)
def test_in_a_range_an_offer_has_a_side_and_no_percentile(offer: float, where: str) -> None:
    assert stands(Band(range=(300, 600)), offer) == (where, None, None, None)


@pytest.mark.parametrize(("offer", "where"), [(189, "below"), (190, "inside"), (191, "above")])
def test_against_a_mean_an_offer_has_a_side_and_no_percentile(offer: float, where: str) -> None:
    assert stands(Band(mean=190), offer) == (where, None, None, None)


@given(tables, st.integers(0, 2 * 10**6))
def test_an_offer_s_percentile_lies_inside_the_published_ones(table: dict[int, float], offer: int) -> None:
    got = stands(Band(percentiles=table), offer)
    assert (got.stands == "inside") == (min(table.values()) <= offer <= max(table.values()))
    if got.low is not None and got.high is not None:
        assert min(table) <= got.low <= got.high <= max(table)
    else:
        assert got.stands in ("above", "below")


@given(tables, st.integers(1, 99))
def test_an_offer_of_a_percentile_s_amount_stands_at_that_percentile(table: dict[int, float], asked: int) -> None:
    amount = at(table, asked).amount
    if amount is not None:
        got = stands(Band(percentiles=table), amount)
        assert got.low is not None
        assert got.high is not None
        assert got.low - 1e-6 <= asked <= got.high + 1e-6


MIXED = (percentiles("low", p25=100, p50=110, p75=120), Band("low", range=(90, 300)), Band("low", mean=140))


def test_a_percentile_a_range_and_a_mean_are_never_turned_into_one_another() -> None:
    rows = comp(paying(survey(*MIXED)), ["low"], percentile=50, offer=110).rows
    assert [row.statistic for row in rows] == ["percentiles", "range", "mean"]
    assert [(dict(row.percentiles), row.range, row.mean) for row in rows] == [
        ({25: 100, 50: 110, 75: 120}, (), None),
        ({}, (90, 300), None),
        ({}, (), 140),
    ]
    assert [row.at.amount if row.at else None for row in rows] == [110, None, None]
    assert [row.offer.low if row.offer else None for row in rows] == [50, None, None]


def test_figures_of_two_surveys_stand_side_by_side_and_are_not_averaged() -> None:
    ladder = paying(survey(percentiles("low", p50=100), id="one"), survey(percentiles("low", p50=200), id="two"))
    assert [(row.survey, row.at.amount if row.at else None) for row in comp(ladder, percentile=50).rows] == [
        ("one", 100),
        ("two", 200),
    ]


def test_without_a_percentile_or_an_offer_none_is_worked_out() -> None:
    assert {(row.at, row.offer) for row in comp(paying(survey(*MIXED))).rows} == {(None, None)}


def test_a_level_without_figures_is_missing_and_not_filled_in() -> None:
    ladder = paying(survey(percentiles("low", p50=1), percentiles("high", p50=3)), levels=("low", "middle", "high"))
    got = comp(ladder, percentile=50)
    assert [row.id for row in got.rows] == ["low", "high"]
    assert got.missing == (("middle", "Middle"),)


def test_all_levels_are_answered_and_of_the_roles_those_that_are_paid() -> None:
    ladder = a_ladder(
        Level("low"),
        roles=[Level("paid", "Paid role", level="low"), Level("unpaid", level="low")],
        surveys={"s": survey(percentiles("paid", p50=1))},
    )
    got = comp(ladder)
    assert ([row.title for row in got.rows], [one.id for one in got.missing]) == (["Paid role"], ["low"])


def test_rows_stand_in_the_ladder_s_order_and_those_asked_for_in_the_order_asked() -> None:
    ladder = paying(survey(percentiles("high", p50=2), percentiles("low", p50=1)))
    assert [row.id for row in comp(ladder).rows] == ["low", "high"]
    assert [row.id for row in comp(ladder, ["high", "low"]).rows] == ["high", "low"]


YARD = paying(survey(percentiles("low", p50=1), percentiles(p50=5), id="s"))


def test_yardsticks_are_shown_only_when_asked_for_and_never_among_the_levels() -> None:
    assert comp(YARD).yardsticks == ()
    got = comp(YARD, yardsticks=True, percentile=50)
    assert [(row.id, row.title, row.at.amount if row.at else None) for row in got.yardsticks] == [("", "All", 5)]
    assert [row.id for row in got.rows] == ["low"]


def test_base_and_total_are_two_measures_and_one_can_be_asked_for() -> None:
    ladder = paying(
        survey(percentiles("low", p50=1), percentiles(p50=2), id="a"),
        survey(percentiles("low", p50=9), percentiles(p50=8), id="b", measure="total"),
    )
    got = comp(ladder, measure="total", yardsticks=True)
    assert [(row.measure, row.survey) for row in (*got.rows, *got.yardsticks)] == [("total", "b"), ("total", "b")]
    assert [row.measure for row in comp(ladder).rows] == ["base", "total"]
    assert comp(ladder, ["low"], measure="equity").missing == (("low", "Low"),)


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        ({"published": "2025-04"}, 19),
        ({"published": "2025-05"}, None),
        ({"published": "2025-04-30"}, 19),
        ({"published": "2020-11-01"}, 72),
        ({"published": "2024"}, 23),
        ({"published": "2025"}, None),
        ({"published": "2026-12"}, None),
        ({"published": None}, None),
        ({"period": Period("2024-01", "2024-06"), "published": "2026-10"}, 29),
        ({"period": Period("2024-01"), "published": "2026-10"}, 34),
        ({"period": Period(), "published": "2024-11"}, 24),
    ],
)
def test_a_figure_older_than_eighteen_months_carries_its_age(dates: dict[str, Any], months: int | None) -> None:
    (row,) = comp(paying(survey(percentiles("low", p50=1), **dates)), ["low"], today="2026-11-20").rows
    assert row.stale_months == months


def test_without_a_date_of_today_no_figure_has_an_age() -> None:
    (row,) = comp(paying(survey(percentiles("low", p50=1), published="1999-01")), ["low"]).rows
    assert row.stale_months is None


LEVELS = ("low", "middle", "high")


def drops(*bands: Band, **parts: Any) -> list[tuple[str, str, int]]:
    got = comp(paying(survey(*bands, **parts), levels=LEVELS), LEVELS)
    return [(drop.lower, drop.higher, drop.percentile) for drop in got.drops]


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        ([percentiles("low", p25=1, p50=5, p75=9), percentiles("middle", p25=2, p50=4, p75=8)], [50, 75]),
        ([percentiles("low", p50=5), percentiles("middle", p50=5)], []),
        ([percentiles("low", p50=5), percentiles("middle", p75=4)], []),
        ([percentiles("low", p50=5, segment="x"), percentiles("middle", p50=4, segment="y")], []),
        ([percentiles("low", p50=5, segment="x"), percentiles("middle", p50=4, segment="x")], [50]),
        ([percentiles("low", p50=5), Band("middle", mean=4)], []),
    ],
)
def test_a_higher_level_that_is_paid_less_is_noted_at_each_percentile(bands: list[Band], expected: list[int]) -> None:
    assert drops(*bands) == [("low", "middle", percentile) for percentile in expected]


def test_a_level_is_held_against_the_next_one_up_of_which_there_is_a_figure() -> None:
    assert drops(percentiles("low", p50=5), percentiles("high", p50=4)) == [("low", "high", 50)]


@pytest.mark.parametrize(("low", "high", "expected"), [(5, 4, [("low", "high", 50)]), (4, 5, [])])
def test_the_higher_level_is_the_one_of_the_higher_rank_in_whatever_order_they_are_asked_for(
    low: float, high: float, expected: list[tuple[str, str, int]]
) -> None:
    ladder = paying(survey(percentiles("low", p50=low), percentiles("high", p50=high)))
    for names in (["low", "high"], ["high", "low"]):
        assert [tuple(drop)[1:] for drop in comp(ladder, names).drops] == expected


def test_of_two_levels_of_one_rank_neither_is_the_higher_and_both_are_held_against_the_next_one_up() -> None:
    levels = (Level("miller", rank=1), Level("foreman", rank=1), Level("master", rank=2))
    bands = survey(percentiles("miller", p50=9), percentiles("foreman", p50=7), percentiles("master", p50=8), id="s")
    assert comp(a_ladder(*levels, surveys={"s": bands})).drops == (("s", "miller", "master", 50),)


def test_figures_that_drop_are_shown_as_found() -> None:
    got = comp(paying(survey(percentiles("low", p50=5), percentiles("high", p50=4))), percentile=50)
    assert [row.at.amount if row.at else None for row in got.rows] == [5, 4]


def test_two_surveys_are_never_held_against_each_other() -> None:
    ladder = paying(survey(percentiles("low", p50=5), id="a"), survey(percentiles("high", p50=4), id="b"))
    assert comp(ladder).drops == ()


def test_a_role_that_is_paid_less_than_a_level_is_no_drop() -> None:
    ladder = a_ladder(
        Level("low"),
        roles=[Level("role", level="low")],
        surveys={"s": survey(percentiles("low", p50=5), percentiles("role", p50=4))},
    )
    assert comp(ladder).drops == ()


def test_beside_every_figure_stands_what_it_rests_on() -> None:
    band = Band("low", "", "remote", 87, {50: 1.0}, companies=37, top_company_share=10, note="Pooled.")
    parts: dict[str, Any] = {
        "source": ("guild", "joker"),
        "currency": "EUR",
        "measure": "total",
        "per": "hour",
        "region": "US",
        "counts": "postings",
        "method": "midpoints",
        "note": "Advertised.",
        "published": "2026-01",
        "period": Period("2025", "2026"),
    }
    (row,) = comp(paying(survey(band, **parts)), ["low"]).rows
    assert (row.n, row.counts, row.companies, row.top_company_share, row.segment) == (87, "postings", 37, 10, "remote")
    assert (row.currency, row.per, row.measure, row.region) == ("EUR", "hour", "total", "US")
    assert (row.period, row.published, row.method) == (Period("2025", "2026"), "2026-01", "midpoints")
    assert (row.note, row.survey_note, row.source) == ("Pooled.", "Advertised.", ("guild", "joker"))


@pytest.mark.parametrize(("band", "whole"), [("Pooled.", ""), ("", "Advertised."), ("", "")])
def test_what_is_noted_of_a_band_and_of_its_survey_is_never_taken_for_one_another(band: str, whole: str) -> None:
    (row,) = comp(paying(survey(percentiles("low", p50=1)._replace(note=band), note=whole)), ["low"]).rows
    assert (row.note, row.survey_note) == (band, whole)


@pytest.mark.parametrize(("names", "satire"), [(("guild",), False), (("guild", "joker"), True), (("nobody",), False)])
def test_a_figure_of_a_satirical_page_is_marked(names: tuple[str, ...], satire: bool) -> None:
    (row,) = comp(paying(survey(percentiles("low", p50=1), source=names)), ["low"]).rows
    assert row.satire is satire


def test_the_sources_of_the_rows_are_listed_and_those_of_yardsticks_when_shown() -> None:
    ladder = paying(
        survey(percentiles("low", p50=1), id="a", source=("x",)),
        survey(percentiles(p50=1), id="b", source=("y",)),
        sources=sources(y="statistics", x="survey"),
    )
    assert [source.id for source in comp(ladder).sources] == ["x"]
    assert [source.id for source in comp(ladder, yardsticks=True).sources] == ["x", "y"]


def test_a_ladder_without_surveys_answers_that_all_is_missing() -> None:
    got = comp(paying(), percentile=50, offer=1)
    assert got == Pay(50, None, 1, (), (("low", "Low"), ("high", "High")), (), (), ())  # type: ignore[arg-type]
