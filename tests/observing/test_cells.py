"""What a cell means: pay in words and numbers, dates, currencies, periods."""

import pytest

from ladder.observing import cells
from ladder.observing.cells import Stated


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "per"),
    [
        ("$150-190k", 150_000, 190_000, "USD", ""),
        ("150,000 – 190,000", 150_000, 190_000, "", ""),
        ("170-195,000", 170_000, 195_000, "", ""),
        ("1.234,56", 1234.56, 1234.56, "", ""),
        ("1.200.000", 1_200_000, 1_200_000, "", ""),
        ("2,50,000", 250_000, 250_000, "", ""),
        ("€90K – €110K • Offers Equity", 90_000, 110_000, "EUR", ""),
        ("$211.4K – $290.6K", 211_400, 290_600, "USD", ""),
        ("£60k-£80k DOE", 60_000, 80_000, "GBP", ""),
        ("USD 150k", 150_000, 150_000, "USD", ""),
        ("150 000 €", 150_000, 150_000, "EUR", ""),
        ("$45.50 - $60 per hour", 45.5, 60, "USD", "hour"),
        ("$120,000.00 - $150,000.00 a year", 120_000, 150_000, "USD", "year"),
        ("180000.5", 180_000.5, 180_000.5, "", ""),
        (" 200000 ", 200_000, 200_000, "", ""),
    ],
)
def test_pay_as_people_write_it(text: str, low: float, high: float, currency: str, per: str) -> None:
    assert cells.pay(text) == Stated(low, high, currency, per)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (None, "no pay"), ("", "no pay"), ("N/A", "no pay"), ("competitive", "no pay"), (True, "no pay"),
        ("nan", "not a number"), ("-Infinity", "not a number"), (float("nan"), "not a number"),
        (float("inf"), "not a number"), ("-1", "negative pay"), ("(200000)", "negative pay"), (-5, "negative pay"),
        ("200.000", "a number that can be read two ways"), ("150,0000", "pay that cannot be read"),
        ("12.50.3", "pay that cannot be read"), ("10%", "pay that cannot be read"), ("190-150k", "a range that falls"),
        ("1e5", "pay that cannot be read"),
    ],
)  # fmt: skip
def test_what_is_no_pay_says_why(cell: object, why: str) -> None:
    assert cells.pay(cell) == Stated(why=why)


@pytest.mark.parametrize(
    ("text", "code"),
    [("usd", "USD"), ("US$", "USD"), ("US dollars", "USD"), ("€", "EUR"), ("Euro", "EUR"), ("x1", "other")],
)
def test_spellings_of_one_currency_are_one(text: str, code: str) -> None:
    assert cells.currency(text) == code


def test_a_date_is_as_exact_as_it_is_written_and_never_guessed() -> None:
    assert [cells.day(one) for one in ("2026-06", "2026-13-01", "03/04/2026", "June 3rd, 2026", 20260101)] == [
        "2026-06", "", "", "2026-06-03", "",
    ]  # fmt: skip


def test_words_of_numbers_and_of_nothing() -> None:
    assert [cells.words(one) for one in (None, " a  b ", 7.0, 7.5, 3)] == ["", "a  b", "7", "7.5", "3"]
