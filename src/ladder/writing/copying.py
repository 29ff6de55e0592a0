"""A ladder as it stands, to begin another one with: as a folder or as one file, whichever it was."""

import os
from typing import Any

from ladder.errors import CannotRead, quoted
from ladder.packaged import SCHEMA_FILE
from ladder.reading import kinds
from ladder.reading.folder import Folder
from ladder.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose, read_text
from ladder.reading.places import HEADER, SUFFIXES
from ladder.writing.yaml_text import SCHEMA_LINE, Plain, text


def copy(path: str, *, single: bool) -> dict[str, str] | str:
    """The texts of a valid ladder's files by their paths in a folder, or all of it in one text.

    As long as a folder stays a folder, and a file a file, comments stay, too.

    Raises InvalidLadder where it is not sound, CannotRead where there is none, or where it stands on another one.
    """
    folder = Folder(path)
    if folder.base:
        raise CannotRead(f"{quoted(folder.name)} extends another ladder", "copy the folder of both instead")
    folder.ladder()
    if folder.single:
        whole = read_text(path, path)
        return whole if single else _split(compose(whole, path))
    files = {name: read_text(file, file) for name, file in _files(path).items()}
    if single:
        return _joined({name: compose(body, name) for name, body in files.items()}, folder)
    schemas = {name: SCHEMA_FILE if "/" not in name else f"../{SCHEMA_FILE}" for name in files}
    return {name: _with_schema(body, schemas[name]) for name, body in files.items()}


def _files(path: str) -> dict[str, str]:
    """The files of a ladder's folder by their paths in it."""
    found = {}
    for part in ("", *kinds.folders()):
        inside = os.path.join(path, part) if part else path
        for name in sorted(os.listdir(inside)) if os.path.isdir(inside) else ():
            stem = os.path.splitext(name)[0]
            if name.endswith(SUFFIXES) and name[0] != "." and (part or name == HEADER or stem in kinds.tables()):
                found[f"{part}/{name}" if part else name] = os.path.join(inside, name)
    return found


def _with_schema(body: str, schema: str) -> str:
    return body if body.startswith("# yaml-language-server:") else SCHEMA_LINE.format(schema) + body


def _joined(trees: dict[str, Node | None], folder: Folder) -> str:
    """A folder's files in one text: what is a file of its own there stands under its key here."""
    head = worded(trees[HEADER])
    for part in kinds.folders():
        own = {
            os.path.splitext(name)[0].partition("/")[2]: tree
            for name, tree in trees.items()
            if name.startswith(part + "/")
        }
        inline = head.get(part)
        if own and isinstance(inline, list):
            head[part] = [{"id": one, **worded(own[one])} if isinstance(one, str) else one for one in inline]
        elif own and part == "levels":
            head[part] = [{"id": one, **worded(own[one])} for one in folder.order]
        elif own:
            head[part] = [{"id": name, **worded(tree)} for name, tree in own.items()]
    for table in kinds.tables():
        tree = trees.get(f"{table}.yaml")
        if tree is not None and table not in head:
            head[table] = worded(tree)
    return text(head, SCHEMA_FILE)


def _split(tree: Node | None) -> dict[str, str]:
    """One file as a folder: a level, role or survey a file."""
    head, files = worded(tree), {}
    for part in kinds.folders():
        inline = head.get(part)
        entries = [(name, body) for name, body in inline.items()] if isinstance(inline, dict) else []
        if isinstance(inline, list):
            bodies = [one for one in inline if isinstance(one, dict)]
            entries = [(one["id"], {key: value for key, value in one.items() if key != "id"}) for one in bodies]
        for name, body in entries:
            files[f"{part}/{name}.yaml"] = text(body, f"../{SCHEMA_FILE}")
        if entries:
            head[part] = [name for name, _ in entries]
    for table in kinds.tables():
        if isinstance(head.get(table), dict):
            files[f"{table}.yaml"] = text(head.pop(table), SCHEMA_FILE)
    return {HEADER: text(head, SCHEMA_FILE), **files}


def worded(node: Node | None) -> Any:
    """A tree of nodes as mappings, lists and text that remembers whether it stood in quotes."""
    if isinstance(node, MappingNode):
        return {str(key.value): worded(value) for key, value in node.value if isinstance(key, ScalarNode)}
    if isinstance(node, SequenceNode):
        return [worded(item) for item in node.value]
    if node is None or not isinstance(node, ScalarNode):
        return None
    return str(node.value) if node.style else Plain(node.value)
