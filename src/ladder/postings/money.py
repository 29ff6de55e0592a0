"""The pay that a posting's text states: ranges of base pay, as they are written.

An amount counts where its sentence says that it is pay, or has a currency and the size of one: money raised, bonuses,
equity, budgets, customers and 401(k) are no pay. Nothing is converted, and no range is made of two single amounts that
the text does not put together.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from ladder.frozen import Frozen

Period = Literal["year", "month", "day", "hour"]

_SIGN: Final = {
    "$": "USD", "us$": "USD", "usd$": "USD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "a$": "AUD", "au$": "AUD",
    "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", "euro": "EUR",
    "euros": "EUR",
}  # fmt: skip
_CODES: Final = (
    "USD", "CAD", "EUR", "GBP", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "INR", "SGD", "HKD", "JPY",
    "BRL", "MXN", "ILS", "ZAR", "RON", "HUF", "TRY", "AED", "KRW", "CNY", "PHP",
)  # fmt: skip
_CODE: Final = "|".join(_CODES)
_CUR: Final = rf"(?:(?:US|USD|C|CA|CAD|A|AU|NZ|S|HK)?\$|[€£₹¥]|(?:{_CODE})\b)"
_NUM: Final = r"\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[,.'’\u2009\u00a0 ]\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?"
_UNITS: Final = "year|yr|annum|month|mo|hour|hr|day"
_PER: Final = rf"(?:\s*(?:/|per|an?|a)\s*(?:{_UNITS})\b|\s*(?:annually|yearly|hourly|monthly|p\.?a\.?\b))"
_AMOUNT: Final = (
    rf"(?:(?P<pre@>{_CUR})\s{{0,2}})?(?P<num@>{_NUM})\s?(?P<k@>[kK]\b|[mM]\b)?"
    rf"(?:\s{{0,2}}(?P<post@>(?:{_CODE}|euros?)\b|[€£]))?"
)
_FIRST: Final = _AMOUNT.replace("@", "1") + rf"(?P<per1>{_PER})?"
_SECOND: Final = _AMOUNT.replace("@", "2") + rf"(?P<per2>{_PER})?"
_NOTE: Final = r"(?:\s*[\[(][^\])]{0,60}[\])])?"
_BETWEEN: Final = (
    r"(?:\s*(?:[-–—‑~→]+|to|and|up to|through|—)\s*|\s*/yr\s*[-–—]\s*|"
    r"\s*(?:in|for)\s+(?:our|the)\s+(?:lowest|low)[^$€£.;]{0,80}?(?:up to|to)\s+)"
)
RANGE: Final = re.compile(
    rf"(?<![.,$€£])(?:(?<!\w)|(?=[$€£])){_FIRST}{_NOTE}{_BETWEEN}"
    rf"(?:max(?:imum)?\.?:?\s*)?{_SECOND}(?!\s?%)(?!\w)(?!\.\d)"
)
_SPLIT: Final = re.compile(
    rf"\bmin(?:imum)?\.?\b[^\d$€£]{{0,40}}{_FIRST}[^\d$€£]{{0,60}}?"
    rf"\bmax(?:imum)?\.?\b[^\d$€£]{{0,40}}{_SECOND}(?!\w)",
    re.IGNORECASE,
)
_SINGLE: Final = re.compile(
    rf"\b(?:(?:base|annual|gross|yearly|starting|hourly|monthly)\s+)?(?:salary|pay|pay rate|compensation|wage|rate)\b"
    rf"(?:[\s:]+(?:for this (?:role|position)|is|of|at|starts at|from|up to|range))*[\s:]*{_FIRST}(?!\s?%)(?!\w)",
    re.IGNORECASE,
)
_PAY: Final = re.compile(
    r"salar|compensation|\bpay\b|\bbase\b|\bote\b|\bwage|\brate\b|\bearn|remuneration|\bcomp\b|package|\brange\b|"
    r"hourly|annual|per (?:year|annum|hour|month)|\bgross\b|\bpaid\b",
    re.IGNORECASE,
)
_NO_PAY: Final = re.compile(
    r"\b(?:rais(?:ed|ing)|series [a-f]\b|funding|revenue|\barr\b|valuation|customers|users|requests|budget|stipend|"
    r"reimburs\w*|allowance|referral|sign-on|signing|relocation|match(?:ing|ed)?|learning|development fund|donat\w*|"
    r"employees|people|engineers|million|billion|bonus of|insurance|deductible|401|contribution|transactions|"
    r"credits?|voucher|equipment|savings?|per diem|home office|equity (?:value|grant|worth)|options?|discount)\b",
    re.IGNORECASE,
)
_HOURLY: Final = re.compile(r"/\s?h(?:ou)?r\b|per hour|an hour|hourly", re.IGNORECASE)
_MONTHLY: Final = re.compile(r"/\s?mo(?:nth)?\b|per month|a month|monthly", re.IGNORECASE)
_DAILY: Final = re.compile(r"/\s?day\b|per day|a day\b|daily rate|day rate", re.IGNORECASE)
_YEARLY: Final = re.compile(r"/\s?y(?:ea)?r\b|per (?:year|annum)|a year|annual|yearly|p\.a\b", re.IGNORECASE)
YEARLY: Final = (10_000, 3_000_000)
"""What a year's pay lies between, in any currency but those that count in large numbers."""
LARGE: Final = frozenset(("INR", "JPY", "KRW", "HUF", "PHP", "CZK", "TRY", "MXN"))


class Stated(Frozen):
    """A range of pay as a text states it, in full; one amount is both ends. `currency` may not be said."""

    low: float
    high: float
    currency: str
    period: Period
    quote: str


def ranges(text: str) -> tuple[Stated, ...]:
    """Every range of pay in a text, in the order in which they stand, each once."""
    if not any(character.isdigit() for character in text):
        return ()
    found: dict[tuple[float, float, str, str], Stated] = {}
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if not re.search(r"\d{2}", line):
            continue
        before = next((one for one in reversed(lines[max(0, place - 3) : place]) if one.strip()), "")
        for one in [*RANGE.finditer(line), *_SPLIT.finditer(line)]:
            stated = _stated(one, line, before)
            if stated:
                found.setdefault(stated[:4], stated)
    return tuple(found.values()) or _single(lines)


def _single(lines: Sequence[str]) -> tuple[Stated, ...]:
    """One amount that follows the word for pay, where no range is stated."""
    for line in lines:
        for one in _SINGLE.finditer(line) if re.search(r"\d{2}", line) else ():
            number = _number(one["num1"]) * (1000 if (one["k1"] or "").lower() == "k" else 1)
            currencies = {_currency(sign) for sign in (one["pre1"], one["post1"]) if sign} - {""}
            period = _period(one["per1"] or "", line, one.span(), number, number)
            if currencies and period and (one["k1"] or "").lower() != "m":
                currency = _one_currency(currencies, line, one)
                return (Stated(number, number, currency, period, " ".join(one.group().split())),)
    return ()


def _stated(one: "re.Match[str]", line: str, before: str) -> Stated | None:
    signs = [one["pre1"], one["post1"], one["pre2"], one["post2"]]
    currencies = {_currency(sign) for sign in signs if sign} - {""}
    low, high = _number(one["num1"]), _number(one["num2"])
    k1, k2 = (one["k1"] or "").lower(), (one["k2"] or "").lower()
    if "m" in (k1, k2):
        return None
    if k2 and not k1 and low < 1000:
        k1 = "k"
    if k1 and not k2 and high < 1000:
        k2 = "k"
    if not k1 and not k2 and low < 1000 <= high and high / 1000 >= low > high / 4000:
        k1 = "k"  # $170-195,000
    low, high = low * (1000 if k1 else 1), high * (1000 if k2 else 1)
    around = line[max(0, one.start() - 120) : one.end() + 60]
    period = _period(f"{one['per1'] or ''} {one['per2'] or ''}", line, one.span(), low, high)
    if len({sign for sign in currencies if sign != "USD"}) > 1 or period is None or not 0 < low <= high <= 6 * low:
        return None
    currency = _one_currency(currencies, line, one)
    near = line[max(0, one.start() - 60) : one.start()] + " " + line[one.end() : one.end() + 25]
    if _NO_PAY.search(near) and not re.search(r"salar|base|\bpay\b|compensation", near, re.IGNORECASE):
        return None
    said = bool(_PAY.search(around) or _PAY.search(before))
    if not currencies and not (said and k1 and k2) and not (said and low >= YEARLY[0] and "," in one["num1"]):
        return None
    if period == "year" and not said and not currencies:
        return None
    return Stated(low, high, currency, period, " ".join(one.group().split()))


def _period(own: str, line: str, span: tuple[int, int], low: float, high: float) -> Period | None:
    begin, end = span
    own += line[end : end + 30]
    wide = line[max(0, begin - 80) : end + 60]
    if low >= YEARLY[0]:
        monthly = _MONTHLY.search(own) and not _YEARLY.search(own)
        return "month" if monthly else "year" if high <= 400 * YEARLY[1] else None
    for text in (own, wide):
        if _HOURLY.search(text) and 5 <= low <= 1000:
            return "hour"
        if _MONTHLY.search(text) and low >= 300:
            return "month"
        if _DAILY.search(text) and 30 <= low <= 5000:
            return "day"
    return None


def _number(text: str) -> float:
    digits = re.sub(r"[,'’\u2009\u00a0 ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    return float(digits)


def _currency(sign: str) -> str:
    return _SIGN.get(sign.lower()) or (sign.upper() if sign.upper() in _CODES else "")


def _one_currency(currencies: set[str], line: str, one: "re.Match[str]") -> str:
    """The currency of a range: a code counts before a bare dollar sign, and one close behind it, too."""
    own = currencies - {"USD"} or currencies
    trailing = re.match(rf"[\s,)(/]*(?:per year|a year|annually|base|gross)?[\s,(]*({_CODE})\b", line[one.end() :])
    leading = re.search(rf"\b({_CODE})\b[\s:)(]*$", line[: one.start()])
    if own <= {"USD"} and (code := trailing or leading):
        return code[1]
    return next(iter(sorted(own)), "")


__all__ = ["LARGE", "RANGE", "YEARLY", "Period", "Stated", "ranges"]
