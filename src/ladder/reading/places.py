"""Where the levels, roles and surveys of a ladder stand, found without opening any of them."""

import os
from collections.abc import Collection, Iterator
from typing import Final

from ladder.errors import CannotRead, Problem, quoted
from ladder.frozen import Frozen
from ladder.reading.context import SPELL_IDS, Context, items, pairs, scalar, valid_id
from ladder.reading.nodes import MappingNode, Node, place

HEADER: Final = "ladder.yaml"
SUFFIXES: Final = (".yaml", ".yml")


class Inline(Frozen):
    """A level, role or survey that stands in ladder.yaml."""

    at: tuple[int, int]
    node: Node


Where = str | Inline
"""Where a level, role or survey stands: the path of its file, ladder.yaml, or, where empty, the ladder extended."""


def places(
    context: Context, inline: Node | None, what: str, folder: str | None, *, listed: bool, below: Collection[str]
) -> dict[str, Where]:
    """The place of each: in ladder.yaml, under the key `what`, or in a file of its own in `folder`.

    `listed`: the key names them all, in order; a file that it does not name is a problem. `below`: those of the
    ladder that this one extends, which the key may name without a file.
    """
    files = _files(context, folder) if folder else {}
    found: dict[str, Where] = {}
    for name, at, body in _entries(inline, context, what):
        if name in found:
            context.wrong(at, "duplicate-id", f"the id {quoted(name)} is in `{what}` twice", "keep one, or rename it")
        elif not valid_id(name):
            context.wrong(at, "bad-id", f"an id cannot be {quoted(name)}", SPELL_IDS)
        elif body is not None:
            found[name] = Inline(place(at), body)
        elif name in files:
            found[name] = files.pop(name)
        elif name in below:
            found[name] = ""
        else:
            hint = context.near(name, [*files, *below]) or "write the file, or the level in place of its id"
            context.wrong(at, "no-file", f"no file {what}/{name}.yaml", hint)
    if not listed or inline is None:
        return found | files
    for name, file in files.items():
        near = context.near(name, [other for other, where in found.items() if isinstance(where, str)])
        hint = near or f"add {name} to `{what}` in {HEADER}"
        context.problems.append(Problem(file, 1, 1, "unlisted", f"{HEADER} does not name this file", hint))
    return found


def _files(context: Context, folder: str) -> dict[str, str]:
    """The YAML files of a folder by their ids, in alphabetical order."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise CannotRead(f"{quoted(folder)} cannot be read: {(error.strerror or '').lower()}") from error
    files: dict[str, str] = {}
    for name in names:
        if name.endswith(SUFFIXES) and name[0] != ".":
            stem, file = name[: name.rindex(".")], folder + os.sep + name
            if not valid_id(stem):
                context.problems.append(
                    Problem(file, 1, 1, "bad-id", f"an id cannot be {quoted(stem)}", "rename the file")
                )
            elif stem in files:
                context.problems.append(
                    Problem(file, 1, 1, "duplicate-id", f"the id {quoted(stem)} has two files", "keep one")
                )
            files[stem] = file
    return files


def _entries(inline: Node | None, context: Context, what: str) -> Iterator[tuple[str, Node, Node | None]]:
    """What the key names: each id with its node, and the node of its content where that stands there, too."""
    if isinstance(inline, MappingNode):
        for key, key_node, body in pairs(inline, context, what=what):
            if not key.startswith("x-"):
                yield key, key_node, body
        return
    for node in items(inline, context, what=what) if inline else ():
        at = _id_of(node, context, what) if isinstance(node, MappingNode) else node
        name = scalar(at, context, "an id") if at is not None else None
        if at is not None and name is not None:
            yield name, at, node if isinstance(node, MappingNode) else None


def _id_of(node: Node, context: Context, what: str) -> Node | None:
    for key, value in node.value:
        if key.value == "id":
            return value  # type: ignore[no-any-return]
    context.wrong(node, "missing-key", "the key 'id' is missing", f"every entry of `{what}` needs an id")
    return None
