"""A role over its level, key by key."""

from collections.abc import Mapping
from typing import Any

from ladder.model import Level

OWN = ("id", "title", "short", "aliases", "level", "discipline", "source", "record")
"""What a role does not take from its level."""


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
