"""Which column of a table is what, by its name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ladder.errors import CannotRead, LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen

KNOWN: Final[Mapping[str, str]] = {
    "title": "title, job title, jobtitle, position title, role title, role, position, job, job name, designation",
    "base": "base, base salary, base pay, basesalary, base annual, annual base, annual base salary, base comp, "
    "base compensation, salary, annual salary, yearly salary, pay, salary range, pay range, base salary range, "
    "comp as stated, comp, compensation, wage",
    "low": "salary min, min salary, salary minimum, minimum salary, base min, min base, pay min, min pay, "
    "comp min, min comp, salary from, from salary, salary low, low salary, range min, range minimum, band min, min, "
    "minimum, low, from",
    "mid": "mid, midpoint, mid point, salary mid, band mid, range midpoint, target, median",
    "high": "salary max, max salary, salary maximum, maximum salary, base max, max base, pay max, max pay, "
    "comp max, max comp, salary to, to salary, salary high, high salary, range max, range maximum, band max, max, "
    "maximum, high, to",
    "bonus": "bonus, annual bonus, target bonus, bonus amount, bonus target",
    "equity": "equity, annual equity, equity a year, equity per year, stock, stock grant value, stock grant, rsu, rsus",
    "total": "total, total comp, total compensation, total yearly compensation, totalyearlycompensation, total pay, "
    "tc, ote, total annual compensation",
    "currency": "currency, currency code, salary currency, pay currency, cur, ccy",
    "per": "per, interval, salary interval, pay interval, compensation interval, period, pay period, salary period, "
    "frequency, pay frequency, salary frequency, salary unit, pay type, unit",
    "company": "company, company name, employer, organisation, organization, organisation name, "
    "organization name, firm",
    "location": "location, job location, city, office, place, location as stated, site",
    "region": "region, country, geography, geo, market, state, country code, area",
    "date": "date, posted, posted at, posted on, date posted, posting date, posted date, published, published at, "
    "publishedat, created, created at, captured, date captured, offer date, effective date, timestamp, day, observed",
    "level": "level, job level, grade, job grade, seniority, seniority level, band, level name, career level, "
    "ladder level",
}
"""Names that people give to columns, in small letters; of two columns of a table the earlier name counts."""

MONEY: Final = ("base", "low", "mid", "high", "bonus", "equity", "total")


class Columns(Frozen):
    """What the columns of a table are: the name in the table by what it is, and the names that are passed over."""

    named: Mapping[str, str]
    passed_over: tuple[str, ...]

    def understood(self) -> str:
        """In a line, for whoever wants to correct it."""
        said = ", ".join(
            f"{kind} = {name}" if kind != plain(name) else kind for kind, name in sorted(self.named.items(), key=_order)
        )
        left = f"; passed over: {', '.join(self.passed_over)}" if self.passed_over else ""
        return f"columns: {said}{left}"


def _order(item: tuple[str, str]) -> int:
    return list(KNOWN).index(item[0])


def plain(name: str) -> str:
    """A column's name without case, signs and doubled blanks; two words that only a capital parts are two.

    >>> plain("Base_Salary (USD)"), plain("salaryMin")
    ('base salary usd', 'salary min')
    """
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W_]+", name.lower()))


def recognised(names: Sequence[str], mapped: Mapping[str, str], where: str) -> Columns:
    """What the columns with these names are. `mapped` says it for some: {"title": "Role"}.

    Raises LadderError where a mapped column is not there, or is called like another.
    """
    twice = [name for name in dict.fromkeys(names) if name and list(names).count(name) > 1]
    named: dict[str, str] = {}
    for kind, name in mapped.items():
        if kind not in KNOWN:
            raise LadderError(f"no column can be {quoted(kind)}", did_you_mean(nearest(kind, KNOWN)) or _kinds())
        found = [one for one in names if one == name] or [one for one in names if plain(one) == plain(name)]
        if not found:
            known = f"columns of the table: {', '.join(filter(None, names))}"
            raise LadderError(f"no column {quoted(name)} in {where}", did_you_mean(nearest(name, names)) or known)
        named[kind] = found[0]
    taken = set(named.values())
    by_name: dict[str, str] = {}
    for name in names:
        if name not in taken:
            by_name.setdefault(plain(name), name)
            by_name.setdefault(re.sub(r" (usd|eur|gbp|amount|value)$", "", plain(name)), name)
    for kind, known in KNOWN.items():
        if kind not in named and (found_name := _first(known.split(", "), by_name, named.values())):
            named[kind] = found_name
    if doubled := next((name for name in named.values() if name in twice), ""):
        raise CannotRead(f"two columns of {where} are called {quoted(doubled)}", "give them different names")
    used = set(named.values())
    return Columns(named, tuple(name for name in names if name and name not in used))


def _first(names: Iterable[str], there: Mapping[str, str], taken: Iterable[str]) -> str:
    used = set(taken)
    return next((there[name] for name in names if name in there and there[name] not in used), "")


def _kinds() -> str:
    return f"one of {', '.join(KNOWN)}"


def mapping(typed: Sequence[str]) -> dict[str, str]:
    """What `--columns title=Role,base=Pay` says. Raises LadderError where that is no mapping."""
    found = {}
    for one in (part for text in typed for part in text.split(",")):
        kind, sign, name = one.partition("=")
        if not (sign and kind.strip() and name.strip()):
            hint = "write what a column is and its name: --columns title=Role,base=Pay"
            raise LadderError(f"{quoted(one)} is not a value for `--columns`", hint)
        found[kind.strip().lower()] = name.strip()
    return found


__all__ = ["KNOWN", "MONEY", "Columns", "mapping", "plain", "recognised"]
