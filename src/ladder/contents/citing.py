"""Which sources an answer rests on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ladder.model import Ladder, Source


def cited(parts: Iterable[Any], sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources that any of the parts (records, tuples and dicts of them) names, as they are first named."""
    names: dict[str, None] = {}
    for part in parts:
        _note(part, names)
    return tuple(sources[name] for name in names if name in sources)


def _note(part: Any, names: dict[str, None]) -> None:
    """Notes the source ids in a record, and in all that it holds."""
    if isinstance(part, tuple):
        for name in getattr(part, "source", ()):
            names[name] = None
    elif isinstance(part, dict):
        part = part.values()
    else:
        return
    for inner in part:
        if inner and isinstance(inner, tuple | dict):
            _note(inner, names)


def satirical(names: Iterable[str], sources: Mapping[str, Source]) -> bool:
    """Whether any of the sources with these ids is satire."""
    return any(sources[name].kind == "satire" for name in names if name in sources)


def told_apart(sides: Sequence[tuple[Ladder, str]]) -> list[tuple[Ladder, str]]:
    """Sides of several ladders in which one source id means one source: another's twin becomes `ladder:id`."""
    taken: dict[str, Source] = {}
    ladders: dict[str, Ladder] = {}
    for ladder, _ in sides:
        if ladder.name not in ladders:
            twins = [name for name, source in ladder.sources.items() if taken.get(name, source) != source]
            clashes = {name: f"{ladder.name}:{name}" for name in twins}
            ladders[ladder.name] = _renamed(ladder, clashes) if clashes else ladder
            taken |= ladders[ladder.name].sources
    return [(ladders[ladder.name] if len(ladders) > 1 else ladder, name) for ladder, name in sides]


def _renamed(part: Any, names: Mapping[str, str]) -> Any:
    """A record with other source ids in it, and in all that it holds."""
    if isinstance(part, Source):
        return part._replace(id=names.get(part.id, part.id))
    if isinstance(part, Ladder):
        part = part._replace(sources={names.get(name, name): source for name, source in part.sources.items()})
    if hasattr(part, "_fields"):
        values = {field: _renamed(getattr(part, field), names) for field in part._fields}
        if "source" in values:
            values["source"] = tuple(names.get(name, name) for name in values["source"])
        return type(part)(**values)
    if isinstance(part, Mapping):
        return {key: _renamed(value, names) for key, value in part.items()}
    return tuple(_renamed(value, names) for value in part) if isinstance(part, tuple) else part
