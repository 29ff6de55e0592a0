"""One thing over another, key by key: a role over its level, a ladder's level over that of the ladder it extends."""

from collections.abc import Mapping
from typing import Any, TypeVar

from ladder.model import Level

Kind = TypeVar("Kind")

OWN = ("id", "title", "short", "aliases", "level", "discipline", "source", "record")
"""What a role does not take from its level."""


def over(base: Kind, own: Kind) -> Kind:
    """A record of which `own` wins, and what it leaves out is that of `base`; mappings are joined by their keys."""
    kind: Any = type(own)
    values = {}
    for field in kind._fields:
        mine, theirs = getattr(own, field), getattr(base, field)
        if isinstance(mine, Mapping):
            values[field] = joined(theirs, mine)
        else:
            values[field] = theirs if mine == kind._field_defaults.get(field, ...) else mine
    return kind(**values)  # type: ignore[no-any-return]


def joined(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Both mappings' keys, the base's first; records under one key are merged, anything else is replaced."""
    result = dict(base)
    for key, value in own.items():
        result[key] = over(base[key], value) if key in base and "id" in getattr(value, "_fields", ()) else value
    return result


def inherited(role: Level, level: Level) -> Level:
    """A role with what it leaves out taken from its level: a competency, an activity, a topic, a list."""
    values: dict[str, Any] = {}
    for field in Level._fields:
        mine, theirs = getattr(role, field), getattr(level, field)
        if field in OWN:
            continue
        if isinstance(mine, Mapping):
            values[field] = {**theirs, **mine}
        elif mine == Level._field_defaults[field]:
            values[field] = theirs
    return role._replace(**values)
