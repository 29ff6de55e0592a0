"""The tables of keys in FORMAT.md, made of the words under the model's fields. `make words` renews them.

A table stands under the heading that tells of its records, between two comments; everything else on the page is written
by hand. Keys with the same words share a row, and keys that must be given are bold.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from ladder import fieldwords, model
from ladder.frozen import Frozen
from ladder.reading import kinds
from ladder.reading.header import Header

PAGE: Final = Path(__file__).parent.parent / "FORMAT.md"
BEGIN: Final = "<!-- `make words` makes this table of the words in the model -->"
END: Final = "<!-- end of the table -->"

WAYS: Final = "Ways on, fit and questions"
HOMES: Final[Mapping[Any, tuple[str, str]]] = {
    Header: ("ladder.yaml", ""),
    model.Level: ("levels/ID.yaml and roles/ID.yaml", ""),
    model.Cell: ("Cells", ""),
    model.Statement: ("Statements", ""),
    model.Share: ("Shares of a week", ""),
    model.Day: ("Days", ""),
    model.Next: (WAYS, "next."),
    model.Move: (WAYS, "moves."),
    model.Fit: (WAYS, "fit."),
    model.Faq: (WAYS, "faq."),
    model.Record: ("The satirical record", ""),
    model.Archetype: ("archetypes.yaml", ""),
    model.Survey: ("comp/ID.yaml", ""),
    model.Company: ("companies.yaml", ""),
    model.Source: ("sources.yaml", ""),
}
"""Under which heading the keys of a record stand, and after what. Those of any other stand with what holds it."""

BY_ID: Final = [kind.record for kind in kinds.KINDS if not kind.folder]
"""What stands in a file by its ids, which are no keys of its own."""


class Key(Frozen):
    """A key: under which heading it is explained, its path there, whether it must be given, and its words."""

    heading: str
    path: str
    required: bool
    words: str


def all_keys() -> list[Key]:
    """Every key of the format, in the order of the tables."""
    found = [key for kind, home in HOMES.items() for key in keys(kind, *home, by_id=kind in BY_ID)]
    return found + [Key(HOMES[Header][0], kind.name, False, kind.about) for kind in kinds.KINDS]


def keys(kind: Any, heading: str, prefix: str = "", *, by_id: bool = False) -> Iterator[Key]:
    """The keys of a record and of what stands in it, by the annotations that the program decodes by."""
    words = fieldwords.words(kind)
    left_out = {"id"} if by_id else set()
    if kind in (model.Share, model.Report):  # one key fills three fields
        left_out |= {"low", "high", "spans"}
        yield Key(heading, f"{prefix}share", kind is model.Report, fieldwords.everywhere()["share"])
    for field, annotation in kind.__annotations__.items():
        if field in left_out:
            continue
        key = field.rstrip("_")
        path = prefix + key
        must = (field not in kind._field_defaults and path != "id") or (kind, key) == (model.Level, "level")
        yield Key(heading, path, must, " ".join(filter(None, (words[key], choices(kind, field)))))
        inner, in_mapping = held(annotation)
        if inner is not None and inner not in HOMES:
            yield from keys(inner, heading, f"{path}.", by_id=in_mapping)


def held(annotation: Any) -> tuple[Any, bool]:
    """The record that an annotation holds, if any, and whether it does so by ids."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return annotation, False
    arguments = get_args(annotation)
    for one in arguments[:1] if get_origin(annotation) is Annotated else arguments:
        kind, by_id = held(one)
        if kind is not None:
            return kind, by_id or get_origin(annotation) is Mapping
    return None, False


def choices(kind: Any, field: str) -> str:
    """The words of which a field takes one, as a sentence; empty where it takes anything."""
    annotation, usual = kind.__annotations__[field], kind._field_defaults.get(field)
    words = next((get_args(one) for one in (annotation, *get_args(annotation)) if get_origin(one) is Literal), ())
    shown = [f"`{word}` (the default)" if word == usual else f"`{word}`" for word in words]
    return f"One of {', '.join(shown[:-1])} or {shown[-1]}." if shown else ""


def table(heading: str) -> str:
    """The table under a heading."""
    rows: dict[str, list[str]] = {}
    for key in all_keys():
        if key.heading == heading:
            rows.setdefault(key.words, []).append(f"**`{key.path}`**" if key.required else f"`{key.path}`")
    lines = [f"| {', '.join(paths)} | {words} |" for words, paths in rows.items()]
    return "\n".join(["| key | |", "| --- | --- |", *lines])


def renewed(page: str) -> str:
    """The page with its tables as they are now. Raises ValueError where a heading has no place for one."""
    for heading in dict.fromkeys(home for home, _ in HOMES.values()):
        place = re.compile(rf"(^##+ {re.escape(heading)}\n(?:(?!^##).*\n)*?{BEGIN}\n)(?:.*\n)*?({END}\n)", re.MULTILINE)
        match = place.search(page)
        if match is None:
            raise ValueError(f"no place for a table under the heading {heading!r}")
        page = f"{page[: match.end(1)]}\n{table(heading)}\n\n{page[match.start(2) :]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
