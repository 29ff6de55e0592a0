"""A ladder that extends another: where the other one may stand, and what becomes of two things with one id."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from ladder.errors import quoted
from ladder.reading.context import Context, scalar
from ladder.reading.files import within
from ladder.reading.nodes import Node

MOST_BASES: Final = 20
"""How many ladders may extend one another in a row."""

Thing = TypeVar("Thing")


def extended_path(node: Node, context: Context, head: str, *, bases: Sequence[str], reach: Sequence[str]) -> str | None:
    """The path of the ladder that `extends` names in the file `head`; None where it is no text, which is noted.

    `bases` are the real paths of the ladders that led here. The other one must stand in one of the folders of `reach`.

    Raises InvalidLadder where no ladder may be read there.
    """
    path = scalar(node, context, "the path of a ladder")
    if path is None:
        return None
    if len(bases) > MOST_BASES:
        context.fail(node, "extends", f"more than {MOST_BASES} ladders that extend one another", "leave out `extends`")
    if "\0" in path:
        context.fail(node, "extends", f"no ladder at {path!r}", "the path is relative to this file's folder")
    target = os.path.normpath(os.path.join(os.path.dirname(head), path))
    if os.path.realpath(target) in bases:
        context.fail(node, "extends", "the ladder extends itself", "leave out `extends`")
    if not within(os.path.realpath(target), reach):
        hint = "put the ladder beside this one, or add its folder to LADDER_PATH"
        context.fail(node, "outside", f"{quoted(path)} is outside the folders that ladder may read", hint)
    return target


def over(base: Thing, own: Thing) -> Thing:
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


def joined(base: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Both mappings' keys, the base's first; records under one key are merged, anything else is replaced."""
    result = dict(base)
    for key, value in own.items():
        result[key] = over(base[key], value) if key in base and "id" in getattr(value, "_fields", ()) else value
    return result


__all__ = ["MOST_BASES", "extended_path", "joined", "over"]
