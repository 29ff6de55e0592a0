"""What the text of one cell means: pay, a date, a currency, a period. Whoever asks keeps what was found per text."""

import re
from typing import Any, Final

from ladder.frozen import Frozen

NO_PAY: Final = "no pay"
NOT_A_NUMBER: Final = "not a number"
NEGATIVE: Final = "negative pay"
TWO_WAYS: Final = "a number that can be read two ways"
UNREADABLE: Final = "pay that cannot be read"
FALLS: Final = "a range that falls"

SPELLINGS: Final = {
    "$": "USD", "us$": "USD", "usd$": "USD", "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD",
    "u.s. dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "pound": "GBP", "pounds": "GBP",
    "pounds sterling": "GBP", "sterling": "GBP", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "canadian dollars": "CAD",
    "a$": "AUD", "au$": "AUD", "australian dollars": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "r$": "BRL",
    "¥": "JPY", "yen": "JPY", "₹": "INR", "rs": "INR", "rupees": "INR", "zł": "PLN", "francs": "CHF",
    "swiss francs": "CHF",
}  # fmt: skip
"""Spellings of a currency, in small letters; its code of three letters is another."""

PERIODS: Final = {
    "year": "year", "yr": "year", "y": "year", "annual": "year", "annually": "year", "annum": "year", "yearly": "year",
    "pa": "year", "per annum": "year", "month": "month", "mo": "month", "m": "month", "monthly": "month",
    "hour": "hour", "hr": "hour", "h": "hour", "hourly": "hour", "day": "day", "daily": "day", "week": "week",
    "weekly": "week", "wk": "week",
}  # fmt: skip

BLANKS: Final = " \t\n\r\v\f"
"""What is no part of a cell's words at their ends, for every engine."""

OTHER: Final = "other"
"""A currency that is none."""

ANOTHER: Final = "another period"

_CODE: Final = (
    "USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|RON|HUF|TRY|INR|SGD|HKD|JPY|CNY|KRW|PHP|BRL|MXN|ILS|ZAR|AED"
)
_SIGN: Final = rf"[A-Za-z]{{0,3}}[$€£¥₹]|(?i:{_CODE})(?=\s?\d)"
_AMOUNT: Final = re.compile(
    rf"(?P<sign>{_SIGN})?\s*(?P<number>\d[\d.,'’_\u00a0\u202f\u2009]*(?: \d{{3}})*)\s*(?P<k>[kKmM](?![A-Za-z]))?"
    r"(?:\s*(?P<after>[€£]|(?:@)\b))?".replace("@", _CODE)
)
_BETWEEN: Final = re.compile(r"\s*(?:-|–|—|~|to|until|bis|up to)\s*", re.IGNORECASE)
_PER: Final = re.compile(
    r"(?:/|\bper\b|\ban?\b|\beach\b)\s*(year|yr|annum|month|mo|hour|hr|h|day|week|wk)\b|"
    r"\b(annually|yearly|annual|monthly|hourly|daily|weekly)\b",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d])")
_WORDED: Final = re.compile(
    r"(?:(?P<d1>\d{1,2})\.?\s+)?(?P<m>[A-Za-z]{3})[a-z]*\.?\s+(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<y>\d{4})"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Stated(Frozen):
    """Pay as a cell states it: from `low` to `high`, which are one where it is one amount.

    `currency` and `per` are empty where the cell does not say. `why` says why there is no amount, else it is empty.
    """

    low: float = 0.0
    high: float = 0.0
    currency: str = ""
    per: str = ""
    why: str = ""


def pay(cell: Any) -> Stated:
    """What a cell says of pay: a number, or a text.

    >>> pay("$150-190k")[:3], pay("€1.234,56")[:3], pay(200000)[:2]
    ((150000.0, 190000.0, 'USD'), (1234.56, 1234.56, 'EUR'), (200000.0, 200000.0))
    >>> pay("N/A").why, pay("nan").why, pay("-5").why, pay("200.000").why
    ('no pay', 'not a number', 'negative pay', 'a number that can be read two ways')
    """
    if cell is None or isinstance(cell, bool):
        return Stated(why=NO_PAY)
    if isinstance(cell, int | float):
        return _numbered(float(cell))
    return _worded(str(cell))


def _numbered(value: float) -> Stated:
    if value != value or value in (float("inf"), float("-inf")):
        return Stated(why=NOT_A_NUMBER)
    return Stated(value, value) if value >= 0 else Stated(why=NEGATIVE)


def _worded(text: str) -> Stated:
    text = re.split(r"[•;|]|\s\+\s", text.strip(), maxsplit=1)[0].strip()
    if not any(sign.isdecimal() for sign in text):
        return Stated(why=NOT_A_NUMBER if re.fullmatch(r"[-+]?(nan|inf|infinity)", text.lower()) else NO_PAY)
    first = _AMOUNT.search(text)
    if first is None or "%" in text:
        return Stated(why=UNREADABLE)
    if text[: first.start()].rstrip().endswith(("-", "−")) or re.match(r"[-−(]", text):
        return Stated(why=NEGATIVE)
    rest = text[first.end() :]
    between = _BETWEEN.match(rest)
    second = _AMOUNT.match(rest, between.end()) if between else None
    try:
        low = _number(first["number"], first["k"])
        high = _number(second["number"], second["k"]) if second else low
    except ValueError as error:
        return Stated(why=str(error))
    if second:
        low *= _thousands(low, high, first["k"], second["k"])
    if re.search(r"\d", rest[second.end() if second else 0 :].replace("401", "")) and not _PER.search(rest):
        return Stated(why=UNREADABLE)
    if re.search(r"\d", text[: first.start()]):
        return Stated(why=UNREADABLE)
    if low > high:
        return Stated(why=FALLS)
    signs = [one[name] for one in (first, second) if one for name in ("sign", "after") if one[name]]
    known = {currency(sign) for sign in signs} - {OTHER}
    said = _PER.search(rest)
    per = PERIODS[(said[1] or said[2]).lower()] if said else ""
    return Stated(low, high, known.pop() if len(known) == 1 else "", per)


def _thousands(low: float, high: float, first: str | None, second: str | None) -> int:
    """By how much the lower end is too small, where the thousands are said once: 150-190k, 170-195,000."""
    if first or low >= 1000:
        return 1
    return 1000 if second or high / 1000 >= low > 0 else 1


def _number(text: str, suffix: str | None) -> float:
    """A number as people write it. Raises ValueError, with the reason, where it is none or could be two."""
    digits = re.sub(r"['’_\s]", "", text).rstrip(".,")
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        decimal, thousands = (".", ",") if point > comma else (",", ".")
        whole, _, part = digits.rpartition(decimal)
        if decimal in whole or not re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{2,3}})*\{thousands}\d{{3}}", whole):
            raise ValueError(UNREADABLE)
        digits = f"{whole.replace(thousands, '')}.{part}"
    elif comma >= 0:
        if re.fullmatch(r"\d{1,3}(,\d{2,3})*,\d{3}", digits):
            digits = digits.replace(",", "")
        elif re.fullmatch(r"\d+,\d{1,2}", digits):
            digits = digits.replace(",", ".")
        else:
            raise ValueError(UNREADABLE)
    elif digits.count(".") > 1:
        if not re.fullmatch(r"\d{1,3}(\.\d{3})+", digits):
            raise ValueError(UNREADABLE)
        digits = digits.replace(".", "")
    elif re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits) and not suffix:
        raise ValueError(TWO_WAYS)
    return float(digits) * {"": 1, "k": 1_000, "m": 1_000_000}[(suffix or "").lower()]


def currency(text: str) -> str:
    """The code of a currency, however it is spelled; `other` where it is none.

    >>> currency("US$"), currency("eur"), currency("Euros"), currency("bananas")
    ('USD', 'EUR', 'EUR', 'other')
    """
    word = " ".join(text.lower().split())
    if word in SPELLINGS:
        return SPELLINGS[word]
    if re.fullmatch(r"[a-z]{3}", word):
        return word.upper()
    inside = re.search(r"\b([A-Z]{3})\b", text)
    return inside[1] if inside else OTHER


def period(text: str) -> str:
    """What pay is for: year, month, week, day, hour, or another period.

    >>> period("1 YEAR"), period("per-hour-wage"), period("Monthly"), period("fortnight")
    ('year', 'hour', 'month', 'another period')
    """
    words = re.findall(r"[a-z]+", text.lower())
    return next((PERIODS[word] for word in words if word in PERIODS), ANOTHER)


def day(cell: Any) -> str:
    """A date as 2026-01-31, or as exact as it is written: 2026-01. Empty where the cell has none, or it is none.

    >>> day("2026-01-31T10:00Z"), day("2026/1/5"), day("Jan 5, 2026"), day("5 January 2026"), day("01/02/2026")
    ('2026-01-31', '2026-01-05', '2026-01-05', '2026-01-05', '')
    """
    text = str(cell if cell is not None else "").strip()
    if found := _DATE.match(text):
        return _dated(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _WORDED.fullmatch(text):
        month = found["m"].lower()
        number = found["d1"] or found["d2"]
        if month in _MONTHS:
            return _dated(int(found["y"]), _MONTHS.index(month) + 1, int(number) if number else None)
    return ""


def _dated(year: int, month: int, day: int | None) -> str:
    import datetime

    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return ""
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def words(cell: Any) -> str:
    """A cell as words, without blanks around it."""
    if isinstance(cell, str):
        return cell.strip(BLANKS)
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell)


__all__ = ["Stated", "currency", "day", "pay", "period", "words"]
