"""The pay that a text states, in the forms in which people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.postings.money import ranges


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("Base pay: $150-190k", 150_000, 190_000, "USD", "year"),
        ("Pay $170-195,000", 170_000, 195_000, "USD", "year"),
        ("Min $150,000, Max $190,000", 150_000, 190_000, "USD", "year"),
        ("Salary: $164,500 [minimum of zone B] to $256,000 [maximum of zone A]", 164_500, 256_000, "USD", "year"),
        ("Pay is $129,300/year in our lowest region, up to $223,600/year", 129_300, 223_600, "USD", "year"),
        ("The pay is $50 - $65 per hour.", 50, 65, "USD", "hour"),
        ("The annual salary is between $123,000 CAD and $167,000 CAD", 123_000, 167_000, "CAD", "year"),
        ("120,000 - 150,000 CAD", 120_000, 150_000, "CAD", "year"),
        ("€60.000 – €75.000 gross", 60_000, 75_000, "EUR", "year"),
        ("Salary 60 000 – 75 000 EUR", 60_000, 75_000, "EUR", "year"),
        ("£70k–£85k", 70_000, 85_000, "GBP", "year"),
        ("CHF 120'000 - 140'000 salary", 120_000, 140_000, "CHF", "year"),
        ("between 8,000 and 10,000 EUR gross per month", 8_000, 10_000, "EUR", "month"),
        ("210k - 250k compensation", 210_000, 250_000, "", "year"),
        ("A salary of ₹25,00,000 - ₹40,00,000", 2_500_000, 4_000_000, "INR", "year"),
        ("The salary is $180,000 a year", 180_000, 180_000, "USD", "year"),
        ("Salary: up to £90k", 90_000, 90_000, "GBP", "year"),
    ],
)
def test_a_range_is_read_in_full(text: str, low: float, high: float, currency: str, period: str) -> None:
    assert [tuple(one[:4]) for one in ranges(text)] == [(low, high, currency, period)]


@pytest.mark.parametrize(
    "text",
    [
        "We offer a 401(k) with 4-6% match",
        "401k and 401k match",
        "We raised $150M to $200M",
        "$5,000 - $10,000 learning budget",
        "$100-200 per day stipend",
        "We serve 100,000-200,000 customers",
        "$1,000-$2,000 referral bonus",
        "Founded 2010-2015, 10 to 20 people",
        "Open from 9 to 5",
    ],
)
def test_other_amounts_are_no_pay(text: str) -> None:
    assert ranges(text) == ()


def test_ranges_of_several_places_are_kept_apart_and_each_is_said_once() -> None:
    found = ranges("Pay: NYC $180k-$220k, Austin $160k-$190k\nAgain: NYC pay $180,000 - $220,000")
    assert [(one.low, one.high) for one in found] == [(180_000, 220_000), (160_000, 190_000)]


@given(st.text(alphabet="$€ 0123456789,.k-–to/year", max_size=80))
def test_any_amounts_rise_and_have_a_period(text: str) -> None:
    for one in ranges(f"Salary {text}"):
        assert 0 < one.low <= one.high
        assert one.period in ("year", "month", "day", "hour")
