"""Whatever stands under a key of a ladder, as a text for people: before and after, where it changed."""

from collections.abc import Mapping
from typing import Any, Final

from ladder.model import Answer, Band, Block, Faq, Match, Period, Placement, Quip, Report, Risk, Share, Span, Statement
from ladder.pages.words import amount, percent, shared, years
from ladder.times import stretch

DETAILS: Final = ("optional", "examples", "signals", "links", "tags", "id", "source")
"""What a statement has beside its text."""
ALONE: Final = ("optional", "examples", "signals", "links", "tags")
"""Of this, what is shown of a statement that came or went."""

ONE: Final = {"examples": "example", "signals": "signal", "links": "link"}


def with_details(statement: Statement, other: Statement | None) -> str:
    """A statement with what it has beside its text; beside its other version, with what differs.

    >>> with_details(Statement("Grinds", optional=True), Statement("Grinds", tags=("craft",)))
    'Grinds (optional: yes; tags: none)'
    """
    if other is None:
        told = [name for name in ALONE if getattr(statement, name)]
    else:
        told = [name for name in DETAILS if getattr(statement, name) != getattr(other, name)]
    details = [detail for name in told for detail in _details(name, getattr(statement, name))]
    return f"{statement.text} ({'; '.join(details)})" if details else statement.text


def _details(name: str, value: Any) -> list[str]:
    """What a key of a statement says: of examples, signals and links one by one."""
    if not value and isinstance(value, tuple | str):
        return [f"{name}: none"]
    one = ONE.get(name)
    return [f"{one}: {text}" for text in value] if one else [f"{name}: {said(value)}"]


def said(value: Any) -> str:
    """A value as it is read; nothing where nothing stands there.

    >>> said(("a", "b")), said(True), said(None), said(1234567), said(2.5)
    ('a, b', 'yes', '', '1,234,567', '2.5')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Statement):
        return with_details(value, None)
    if hasattr(value, "_fields"):
        return _record(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {said(inner)}" for name, inner in value.items())
    return ", ".join(map(said, value))


def _number(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").removesuffix(".") if isinstance(value, float) else f"{value:,}"


def _record(value: Any) -> str:
    """A record in one line."""
    match value:
        case Block():
            lead = f"{stretch(value.from_, value.to)} {value.title}".strip()
            return _rest(value, lead, "from_", "to", "title")
        case Span():
            return _rest(value, years(value), "from_", "to")
        case Share():
            return _rest(value, shared(value), "low", "high", "spans")
        case Report():
            return _rest(value, f"{percent(value.low, value.high)} {value.text}".strip(), "low", "high", "text")
        case Risk():
            return _rest(value, f"{percent(value.percent, value.percent)} {value.label}".strip(), "percent", "label")
        case Match():
            return _rest(value, f"{value.title} {percent(value.match, value.match)}", "title", "match")
        case Quip():
            return f"{value.title}: {value.candid}"
        case Faq():
            return _rest(value, f"{value.ask} {value.answer}", "ask", "answer")
        case Answer():
            return _rest(value, value.say, "say")
        case Placement():
            return _rest(value, value.is_, "is_")
        case Period():
            return f"{value.from_ or 'not stated'} to {value.to or 'not stated'}"
        case Band():
            return _band(value)
    return _rest(value, "")


def _band(band: Band) -> str:
    """Whom it is of, and its figures to the last digit."""
    lead = ", ".join(filter(None, (band.for_, band.about, band.segment)))
    figures = [f"p{percentile} {_money(pay)}" for percentile, pay in sorted(band.percentiles.items())]
    figures += ["–".join(map(_money, band.range))] if band.range else []
    figures += [f"mean {_money(band.mean)}"] if band.mean is not None else []
    return _rest(band, ": ".join(filter(None, (lead, ", ".join(figures)))), *Band._fields[:3], *Band._fields[4:7])


def _money(value: float) -> str:
    return amount(value) if value == int(value) else _number(value)


def _rest(value: Any, lead: str, *told: str) -> str:
    """What was said, and in brackets the keys that were not told."""
    rest = [
        f"{field.rstrip('_').replace('_', ' ')}: {said(inner)}"
        for field, inner in zip(value._fields, value, strict=True)
        if field not in told and inner != value._field_defaults.get(field)
    ]
    return f"{lead} ({'; '.join(rest)})".strip() if rest else lead
