"""Which sources an answer rests on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ladder.model import Source


def cited(parts: Iterable[Any], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources that any of the parts names, in the order in which they are first named."""
    names = dict.fromkeys(name for part in parts for name in _names(part))
    return tuple(sources[name] for name in names if name in sources)


def _names(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        part = part.values()
    elif hasattr(part, "_fields"):
        yield from getattr(part, "source", ())
    elif isinstance(part, str) or not isinstance(part, tuple | list):
        return
    for inner in part:
        if isinstance(inner, tuple | list | Mapping):
            yield from _names(inner)
