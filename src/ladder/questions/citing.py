"""Which sources an answer rests on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ladder.model import Source


def cited(parts: Iterable[Any], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources that any of the parts (records, tuples and dicts of them) names, as they are first named."""
    names = dict.fromkeys(name for part in parts for name in _names(part))
    return tuple(sources[name] for name in names if name in sources)


def _names(part: Any) -> Iterator[str]:
    """The source ids in a record, and in all that it holds."""
    if isinstance(part, tuple):
        yield from getattr(part, "source", ())
        inner: Iterable[Any] = part
    elif isinstance(part, dict):
        inner = part.values()
    else:
        return
    for one in inner:
        if isinstance(one, tuple | dict):
            yield from _names(one)
