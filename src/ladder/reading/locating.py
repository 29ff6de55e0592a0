"""Where in the files of a ladder something stands, by the keys that lead to it."""

from ladder.reading import kinds
from ladder.reading.folder import Folder
from ladder.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode, place


def locate(folder: Folder, where: tuple[str | int, ...]) -> tuple[str, int, int]:
    """The file, line and column of what ("levels", "staff", "expects", "scope", 2) leads to.

    Where the keys end before the path does (what is missing stands nowhere), the place of the last one. What a ladder
    has from the one that it extends is placed there.
    """
    depth, place_ = _deepest(folder, where)
    base = folder.base
    while base and depth < len(where):
        further, below = _deepest(base, where)
        if further > depth:
            depth, place_ = further, below
        base = base.base
    return place_


def _deepest(folder: Folder, where: tuple[str | int, ...]) -> tuple[int, tuple[str, int, int]]:
    """How many of the keys lead somewhere in a ladder's own files, and where the last of these stands."""
    kind, name = str(where[0]), str(where[1]) if len(where) > 1 else ""
    shown, node = folder.standing(kind, name)
    known = 2 if kind in kinds.folders() else 0
    at = place(node) if node is not None else (1, 1)
    for key in where[known:]:
        found = _child(node, key) if node is not None else None
        if found is None:
            break
        key_node, node = found
        at = place(key_node)
        known += 1
    return known, (shown, *at)


def _child(node: Node, key: str | int) -> tuple[Node, Node] | None:
    """What a key or a place in a list leads to: the node to point at, and the node to go on from."""
    if isinstance(node, MappingNode):
        for one, value in node.value:
            if one.value == (key if isinstance(key, str) else "statements"):
                return _child(value, key) if isinstance(key, int) else (one, value)
        return None
    if isinstance(key, int):
        if isinstance(node, SequenceNode) and key < len(node.value):
            return node.value[key], node.value[key]
        if isinstance(node, ScalarNode) and key == 0:  # one item alone stands for a list of it
            return node, node
    return None
