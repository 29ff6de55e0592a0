"""Whether a row counts, and where: one row at a time, with the standard library.

`expression` asks the same questions in the same order of all rows at once; what they decide is one thing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from ladder.figures import percentile_of_counts
from ladder.observing import asked as say
from ladder.observing.asked import PERCENTILES, Asked, Group, Key, Said, Tally
from ladder.observing.cells import NO_PAY, OTHER, Stated, currency, day, pay, period, words
from ladder.observing.columns import Columns
from ladder.titling import Title

MOST: Final = 1 << 16
"""Of how many texts it is remembered what they mean."""

Reading = Callable[[str, str], Title]
"""What a title comes to: of the level that the table gives, which may be empty, and the title."""

FIELDS: Final = ("base", "low", "high", "currency", "per", "date", "company", "title", "location", "region", "level")


class Judge:
    """Takes rows and counts them. `reading` says what a title comes to."""

    def __init__(self, columns: Columns, names: Sequence[str], asked: Asked, reading: Reading) -> None:
        """Opens the tally with the columns of a first table."""
        self.asked, self._reading = asked, cache(reading)
        self._pay, self._day = lru_cache(MOST)(pay), lru_cache(MOST)(day)
        self._currency, self._period = lru_cache(MOST)(currency), lru_cache(MOST)(period)
        self._window = window(asked)
        self.columns(columns, names)
        self.read, self.stated = 0, False
        self.drops: Counter[str] = Counter()
        self.examples: dict[str, tuple[int, str]] = {}
        self._seen: set[int] = set()
        self._kept: dict[tuple[str, str, str, str], Kept] = {}
        self._no_level: Counter[tuple[str, str]] = Counter()
        self._dates: dict[str, list[str]] = {}
        self._titles: Counter[tuple[str, str, str]] = Counter()

    def columns(self, columns: Columns, names: Sequence[str]) -> None:
        """The columns of the rows that follow."""
        at = {kind: list(names).index(name) for kind, name in columns.named.items()}
        self._at = tuple(at.get(kind, -1) for kind in (self.asked.measure, *FIELDS[1:]))
        self._has = {kind: kind in at for kind in FIELDS} | {"base": self.asked.measure in at}

    def take(self, line: int, cells: Sequence[Any] | None, why: str = "") -> None:
        """Counts one row; one without cells counts for `why` it has none."""
        self.read += 1
        why = why or self._judged(line, cells or ())
        if why:
            self.drops[why] += 1
            if why not in self.examples:
                self.examples[why] = (line, _shown(cells))

    def _judged(self, line: int, cells: Sequence[Any]) -> str:
        """Counts a row, or says why it does not count."""
        base, low, high, money, per, date, company, title, location, region, level = (
            cells[place] if place >= 0 else None for place in self._at
        )
        stated = self._amounts(base, low, high)
        if stated.why:
            return stated.why
        when = self._day(date) if self._has["date"] else ""
        if late := outside(when, self._window):
            return late
        of = self._currency(words(money)) if words(money) else stated.currency
        if of == OTHER or (not of and self._has["currency"]):
            return say.NO_CURRENCY
        span = self._period(words(per)) if words(per) else stated.per or "year"
        factor = factor_of(span, self.asked)
        if factor is None:
            return say.PERIOD.format(span)
        if of:
            self.stated = True
        if rate := self.asked.rates.get(of):
            factor, of = factor * rate, self.asked.currency
        one, other = stated.low * factor, stated.high * factor
        if one < say.LOWEST or other > say.HIGHEST * (100 if of in say.SMALL else 1):
            return say.ABSURD
        firm, what, place = words(company), words(title), words(location)
        if self._has["company"] and self._has["title"]:
            same = hash((firm, what, place, one, other, of, words(level), words(region)))
            if same in self._seen:
                self._dated(of, when)
                return say.TWICE
            self._seen.add(same)
        self._dated(of, when)
        self._count(of, (words(level), what), words(region) or place, firm, (one + other) / 2)
        return ""

    def _amounts(self, base: Any, low: Any, high: Any) -> Stated:
        """The pay of a row: one cell that has it, or two ends."""
        if self._has["base"]:
            one = self._pay(base)
            if one.why != NO_PAY or not (self._has["low"] and self._has["high"]) or self.asked.measure != "base":
                return one
        least, most = self._pay(low), self._pay(high)
        whys = [one.why for one in (least, most) if one.why and one.why != NO_PAY]
        if whys:
            return Stated(why=whys[0])
        if least.why or most.why:
            return Stated(why=NO_PAY if least.why and most.why else say.HALF)
        if least.low > most.high:
            return Stated(why="a range that falls")
        return Stated(least.low, most.high, least.currency or most.currency, least.per or most.per)

    def _dated(self, of: str, when: str) -> None:
        if when:
            known = self._dates.setdefault(of, [when, when])
            known[0], known[1] = min(known[0], when), max(known[1], when)

    def _count(self, of: str, what: tuple[str, str], region: str, firm: str, amount: float) -> None:
        found = self._reading(*what)
        self._titles[(of, *what)] += 1
        if not found.level:
            self._no_level[(of, found.why)] += 1
            return
        by = self.asked.by
        key = (of, found.level, found.discipline if "discipline" in by else "", region if "region" in by else "")
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = Kept()
        kept.amounts[amount] += 1
        if firm:
            kept.companies[firm] += 1

    def tally(self, columns: str, notes: tuple[str, ...] = ()) -> Tally:
        """What all rows came to."""
        numbers: Counter[str] = Counter()
        for (of, _, _), number in self._titles.items():
            numbers[of] += number
        chosen = chosen_currency(numbers, self.asked)
        drops = self.drops + Counter({say.ELSEWHERE.format(of): n for of, n in numbers.items() if of != chosen})
        kept = {Key(*key[1:]): one for key, one in self._kept.items() if key[0] == chosen}
        dates = self._dates.get(chosen, ["", ""])
        titles = [
            Said(self._reading(level, title), n) for (of, level, title), n in self._titles.items() if of == chosen
        ]
        return Tally(
            read=self.read,
            drops=dict(drops),
            examples=self.examples,
            groups={key: one.group(self.asked.interval, has=self._has["company"]) for key, one in kept.items()},
            no_level={why: n for (of, why), n in self._no_level.items() if of == chosen},
            titles=tuple(titles),
            currency=chosen or self.asked.currency or "USD",
            stated=bool(chosen),
            first=dates[0],
            last=dates[1],
            engine="",
            columns=columns,
            notes=notes,
        )


class Kept:
    """The observations of one group: how often each amount, and each company."""

    __slots__ = ("amounts", "companies")

    def __init__(self, amounts: Iterable[tuple[float, int]] = (), companies: Mapping[str, int] | None = None) -> None:
        self.amounts: Counter[float] = Counter(dict(amounts))
        self.companies: Counter[str] = Counter(companies or {})

    def group(self, interval: bool, *, has: bool) -> Group:
        """Its figures; `has`: the table has companies."""
        from ladder.observing.resampling import intervals

        counted = sorted(self.amounts.items())
        return Group(
            n=sum(self.amounts.values()),
            percentiles={one: percentile_of_counts(counted, one) for one in PERCENTILES},
            companies=len(self.companies) if has else None,
            largest=max(self.companies.values(), default=0),
            intervals=intervals(counted, PERCENTILES) if interval else {},
        )


def chosen_currency(numbers: Mapping[str, int], asked: Asked) -> str:
    """The currency in which figures are given: the one that was asked for, else the commonest of the rows.

    It is empty where no row states one; figures are then taken for dollars, which is said.
    """
    if asked.currency and (asked.currency in numbers or set(numbers) - {""}):
        return asked.currency
    return max(sorted(numbers), key=lambda of: numbers[of], default="")


def window(asked: Asked) -> tuple[str, str]:
    """The first and the last day that count; the first is empty where no window was asked for."""
    import datetime

    if asked.window is None:
        return "", asked.as_of
    first = datetime.date.fromisoformat(asked.as_of) - datetime.timedelta(days=asked.window)
    return first.isoformat(), asked.as_of


def outside(when: str, window: tuple[str, str]) -> str:
    """Why a date does not count; empty where it does. A month counts where any day of it does."""
    first, last = window
    if not when:
        return say.NO_DATE if first else ""
    if when > last[: len(when)]:
        return say.LATER.format(last)
    return say.EARLIER if first and when < first[: len(when)] else ""


def factor_of(span: str, asked: Asked) -> float | None:
    """By what pay for a period becomes yearly; None where it does not, or nobody asked for it."""
    if span == "year":
        return 1.0
    known = {"month": say.MONTHS, "hour": say.HOURS} if asked.annualise else {}
    return float(known[span]) if span in known else None


def _shown(cells: Sequence[Any] | None) -> str:
    return ",".join("" if cell is None else str(cell) for cell in cells or ())[:120]


__all__ = ["Judge", "Kept", "Reading", "chosen_currency", "factor_of", "outside", "window"]
