"""An answer as JSON: raw numbers, ISO dates, null for what is missing, sources in full, and a version."""

import json
from collections.abc import Mapping
from typing import Any, Final

from ladder.errors import InvalidAnswers, InvalidLadder, LadderError, NothingFound, UnknownName
from ladder.render.text import steering

SCHEMA_VERSION: Final = 2
"""Rises when a key changes its meaning or goes; new keys may come without it."""
UNTOLD: Final = ("language",)
"""Fields of an answer that its page needs and no key says."""


def render(kind: str, answer: object) -> str:
    """One JSON object. Characters that would steer a terminal are written as escapes, which means the same."""
    written = json.dumps(value(kind, answer), ensure_ascii=False, indent=2, allow_nan=False)
    return steering().sub(lambda match: json.dumps(match[0])[1:-1], written) + "\n"


def value(kind: str, answer: Any) -> dict[str, Any]:
    """The same object before it is written."""
    return {"schema_version": SCHEMA_VERSION, "kind": kind, **_plain(answer)}


def error_value(error: LadderError) -> dict[str, Any]:
    """What there is to say of an error."""
    codes = {
        UnknownName: "unknown-name",
        InvalidLadder: "invalid-ladder",
        InvalidAnswers: "invalid-answers",
        NothingFound: "nothing-found",
    }
    said: dict[str, Any] = {
        "message": error.message,
        "hint": error.hint,
        "exit_code": int(error.exit_code),
        "code": codes.get(type(error), "error"),
    }
    if isinstance(error, InvalidLadder):
        said["problems"] = error.problems
    if isinstance(error, UnknownName | NothingFound):
        said["near"] = error.near
    return said


def _plain(value: Any) -> Any:
    """Records to objects, by their fields; a field that ends in an underscore loses it."""
    if hasattr(value, "_fields"):
        fields = (field for field in value._fields if field not in UNTOLD)
        return {field.rstrip("_"): _plain(getattr(value, field)) for field in fields}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return round(value, 4) if isinstance(value, float) else value
