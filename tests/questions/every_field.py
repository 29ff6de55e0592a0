"""The mill's ladder, which fills every field in which something can be said, and the texts that stand in a record."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ladder import model
from ladders import MILL

EVERYTHING: Final[Mapping[str, str]] = {
    file.relative_to(MILL).as_posix(): file.read_text(encoding="utf-8") for file in sorted(MILL.rglob("*.yaml"))
}

UNSAID: Final = {
    "id", "kind", "url", "links", "tags", "licence", "version", "language", "name", "group", "level", "track", "role",
    "order", "role_ids", "levels", "archetype", "activity", "is_", "beside", "for_", "to", "on", "leans", "source",
    "per", "published", "read", "period", "from_", "short", "gist",
}  # fmt: skip
"""Fields that name, refer, date or sum up, and say nothing more."""


def texts(part: Any) -> Iterator[tuple[str, str, str]]:
    """Every text that a record says, and those of all that it holds: kind, field, text. Sources' dates are none."""
    if isinstance(part, Mapping):
        for one in part.values():
            yield from texts(one)
        return
    for field in getattr(part, "_fields", ()):
        value, kind = getattr(part, field), type(part).__name__
        if isinstance(value, str) and (field not in UNSAID or (kind, field) == ("Answer", "to")):
            yield from ((kind, field, value),) if value else ()
        elif isinstance(value, tuple) and field not in UNSAID and all(isinstance(one, str) for one in value):
            yield from ((kind, field, one) for one in value)
        else:
            yield from texts(value)
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        for one in part:
            yield from texts(one)


def fields_of_text() -> set[tuple[str, str]]:
    """Kind and field of every text that the model can hold."""
    found = {("Answer", "to")}
    for name, kind in vars(model).items():
        for field, annotation in getattr(kind, "__annotations__", {}).items() if hasattr(kind, "_fields") else ():
            if annotation in (str, tuple[str, ...]) and field not in UNSAID:
                found.add((name, field))
    return found - {("Ref", "kind")}
