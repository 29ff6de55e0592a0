"""A value as YAML, in the form in which people write the files of a ladder.

PyYAML's emitter takes 5 of the 6 seconds of a large import; this one writes mappings, lists and text, and nothing else.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from ladder.packaged import SCHEMA_FILE, packaged_schema

WIDTH: Final = 110
"""Where a long line is folded, in characters."""
SCHEMA_LINE: Final = "# yaml-language-server: $schema={}\n"
PLAIN: Final = re.compile(r"(?:[^\W\d_]|\d+(?= [^:]*[^\W\d_][^:]*$))(?:(?!: | #)[^\x7f-\xa0])*(?<![: ])")
"""Text that means itself without quotes."""
WORDS: Final = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
"""What older readers of YAML take for something else than text."""


class Plain(str):
    """Text that stood in YAML without quotes, and stands so again: what it means is said by the field that takes it."""

    __slots__ = ()


def schema() -> dict[str, str]:
    """The schema as a file of a ladder's folder, for editors."""
    return {SCHEMA_FILE: packaged_schema()}


def text(value: dict[str, Any], schema: str = "", *, flow: bool = False) -> str:
    """A mapping as YAML, with the line by which editors find the schema, where there is one.

    `flow`: the innermost lists and mappings stand in one line.
    """
    lines = _lines(value, "", flow) if value else ["{}"]
    return (SCHEMA_LINE.format(schema) if schema else "") + "".join(f"{line}\n" for line in lines)


def _lines(value: Any, indent: str, flow: bool) -> Iterator[str]:
    """A mapping or a list that is not empty, indented."""
    if isinstance(value, dict):
        for key, inner in value.items():
            name = f"{indent}{_key(key, indent)}:"
            if flow and _innermost(inner):
                yield f"{name} {_in_one_line(inner)}"
            elif isinstance(inner, (dict, list)) and inner:
                yield name
                yield from _lines(inner, indent + "  ", flow)
            else:
                said = _scalar(inner, indent + "  ", at=len(name))
                yield f"{name} {said}" if said else name
        return
    for inner in value:
        if flow and _innermost(inner):
            yield f"{indent}- {_in_one_line(inner)}"
        elif isinstance(inner, (dict, list)) and inner:
            first, *rest = _lines(inner, indent + "  ", flow)
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(inner, indent + '  ', at=len(indent) + 2)}"


def _key(key: Any, indent: str) -> str:
    return _scalar(key if isinstance(key, int) else str(key), indent, fold=False)


def _innermost(value: Any) -> bool:
    """Whether it is a list or a mapping of numbers and words."""
    if not isinstance(value, (dict, list)) or not value:
        return False
    inner = value.values() if isinstance(value, dict) else value
    return not any(isinstance(one, (dict, list)) for one in inner)


def _in_one_line(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flowing(key)}: {_flowing(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(_flowing, value)) + "]"


def _flowing(value: Any) -> str:
    """A scalar between commas and brackets, which end a text without quotes there."""
    said = _scalar(value, "", fold=False)
    return said if said[:1] in ("'", '"') or not set(said) & set(",[]{}") else json.dumps(value, ensure_ascii=False)


def _scalar(value: Any, indent: str, *, at: int = 0, fold: bool = True) -> str:
    """One value; further lines of it are indented. `at`: how far in its first line it begins."""
    if not isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, Plain) and "\n" not in value:
        return _folded(value, indent, at) if fold else str(value)
    if (
        "\n" in value
        and fold
        and not re.search(r"\A\s|[^\S\n]\n|\s\Z", value)
        and value.replace("\n", "").isprintable()
    ):
        return "|-\n" + "\n".join(indent + line if line else "" for line in value.split("\n"))
    if not value.isprintable():
        quoted = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10**9)
        return quoted.rstrip("\n") if isinstance(quoted, str) else ""
    said = value if PLAIN.fullmatch(value) and value.casefold() not in WORDS else "'" + value.replace("'", "''") + "'"
    return _folded(said, indent, at) if fold else said


def _folded(said: str, indent: str, at: int) -> str:
    """Text broken between words where a line would be too long; two blanks could not be told from one there."""
    if at + len(said) <= WIDTH or "  " in said or "' " in said[:2]:
        return said
    lines, line, length = [], "", at
    for word in said.split(" "):
        if line and length + len(word) > WIDTH:
            lines.append(line)
            line, length = word, len(indent) + len(word)
        else:
            line = f"{line} {word}" if line else word
            length += len(word) + 1
    return f"\n{indent}".join([*lines, line])


__all__ = ["SCHEMA_LINE", "Plain", "schema", "text"]
