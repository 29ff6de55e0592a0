"""Text, numbers, dates and times of day: what a scalar means is said by the field that takes it."""

import re
from typing import Final

from ladder.errors import quoted
from ladder.reading.context import Context, quotes, scalar
from ladder.reading.nodes import Node

INTEGER: Final = re.compile(r"[-+]?[0-9]{1,18}")
NUMBER: Final = re.compile(r"[-+]?(\.[0-9]{1,18}|[0-9]{1,18}(\.[0-9]{0,18})?)([eE][-+]?[0-9]{1,2})?")
DATE: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
CLOCK: Final = r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00"


def text(node: Node, context: Context) -> str | None:
    """Text. Numbers, dates and `no` are text where text is asked for."""
    value = scalar(node, context, "text")
    if value is not None and not value.strip():
        context.wrong(node, "type", "expected text, found only blanks")
        return None
    return value.strip() if value is not None else None


def whole(node: Node, context: Context) -> int | None:
    """A whole number."""
    value = scalar(node, context, "a whole number")
    if value is None:
        return None
    if quotes(node) or not INTEGER.fullmatch(value):
        context.wrong(node, "type", f"expected a whole number, found {quoted(value)}", _unquote(node, INTEGER))
        return None
    return int(value)


def number(node: Node, context: Context) -> float | None:
    """A number: whole where it was written so, so that 198000 stays 198000."""
    value = scalar(node, context, "a number")
    if value is None:
        return None
    if quotes(node) or not NUMBER.fullmatch(value):
        context.wrong(node, "type", f"expected a number, found {quoted(value)}", _unquote(node, NUMBER))
        return None
    return int(value) if INTEGER.fullmatch(value) else float(value)


def boolean(node: Node, context: Context) -> bool | None:
    """True or false, as YAML 1.2 has them."""
    value = scalar(node, context, "true or false")
    if value is None:
        return None
    if quotes(node) or value.lower() not in ("true", "false"):
        context.wrong(node, "type", f"expected true or false, found {quoted(value)}")
        return None
    return value.lower() == "true"


def date(node: Node, context: Context) -> str | None:
    """A day, month or year, kept as written."""
    value = scalar(node, context, "a date")
    if value is None:
        return None
    match = DATE.fullmatch(value)
    if not match or (match[3] and int(match[3]) > _days(int(match[1]), int(match[2]))):
        context.wrong(node, "type", f"expected a date, found {quoted(value)}", "write 2026-06-25, 2026-06 or 2026")
        return None
    return value


def clock(node: Node, context: Context) -> int | None:
    """A time of day in minutes after midnight."""
    value = scalar(node, context, "a time of day")
    if value is None:
        return None
    if not re.fullmatch(CLOCK, value):
        context.wrong(node, "type", f"expected a time of day, found {quoted(value)}", 'write "09:30"')
        return None
    hours, minutes = value.split(":")
    return int(hours) * 60 + int(minutes)


def _unquote(node: Node, pattern: re.Pattern[str]) -> str:
    return "write it without quotes" if quotes(node) and pattern.fullmatch(node.value) else ""


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
