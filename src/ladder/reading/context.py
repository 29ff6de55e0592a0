"""What every decoder works with: the problems found so far, and the nodes as a user would call them."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NoReturn

from ladder.errors import Code, InvalidLadder, Problem, did_you_mean, nearest, quoted
from ladder.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode, place

SPELL_IDS: Final = "leave out `:`, `/`, `\\` and spaces at its ends"

HINTED: Final = 50
"""How many problems are given the nearest names; two thousand, each against two thousand names, take a minute."""


class Context:
    """What decoding one file needs to know, and the problems it has found."""

    def __init__(self, shown: str, known: Mapping[str, Collection[str]], problems: list[Problem]) -> None:
        self.shown = shown
        self.known = known
        self.problems = problems
        self.source: tuple[str, ...] = ()
        self.parts: Collection[str] | None = None
        self.steps: Mapping[str, Collection[str]] = {}
        self.cited: set[str] = set()

    def wrong(self, node: Node, code: Code, message: str, hint: str = "") -> None:
        """Notes a problem at a node."""
        self.problems.append(Problem(self.shown, *place(node), code, message, hint))

    def fail(self, node: Node, code: Code, message: str, hint: str = "") -> NoReturn:
        """Notes a problem and gives up on this file: there is nothing in it to go on with."""
        self.wrong(node, code, message, hint)
        raise InvalidLadder(self.problems)

    def near(self, word: str, known: Iterable[str]) -> str:
        """A hint with the nearest names. Only the first problems have one: it takes a look at every name."""
        return did_you_mean(nearest(word, known)) if len(self.problems) < HINTED else ""

    def refer(self, kind: str, name: str, node: Node) -> None:
        """Notes a problem where `name` is none of the `kind` that the ladder knows; a source it notes as cited."""
        if kind == "source":
            self.cited.add(name)
        known = self.known.get(kind, ())
        if name not in known:
            words = "level or role" if kind == "role" else kind
            hint = self.near(name, known) or (f"known: {some(known)}" if known else f"the ladder has no {words}")
            self.wrong(node, "unknown-name", f"no {words} {quoted(name)}", hint)


def is_null(node: Node) -> bool:
    """Whether a key was left empty, or says null."""
    return isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null", "Null", "NULL")


def pairs(node: Node, context: Context, *, what: str, merges: bool = False) -> list[tuple[str, Node, Node]]:
    """The keys of a mapping with their nodes; a key given twice, and one that is no text, is a problem.

    So is a merge key, except where `merges` says that the caller takes those.
    """
    if is_null(node):
        return []
    if not isinstance(node, MappingNode) or node.tag:
        context.wrong(node, "type", f"expected {what}, found {found(node)}")
        return []
    seen: dict[str, Node] = {}
    result: list[tuple[str, Node, Node]] = []
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.tag:
            context.wrong(key, "type", f"expected a key, found {found(key)}")
        elif key.value == "<<" and not key.style and not merges:
            hint = "a ladder has no merge keys: write the keys out here"
            context.wrong(key, "unknown-key", "a merge key `<<`", hint)
        elif not key.value[:1].isascii() and (blank := _odd_blank(key.value)):
            context.wrong(key, "syntax", f"{blank} before a key, where YAML wants spaces", "indent with spaces")
        elif key.value in seen:
            line = place(seen[key.value])[0]
            context.wrong(
                key,
                "duplicate-key",
                f"the key {quoted(key.value)} is given twice",
                f"it is also in line {line}: keep one",
            )
        else:
            seen[key.value] = key
            result.append((key.value, key, value))
    return result


def _odd_blank(key: str) -> str:
    from ladder.reading.syntax import odd_blank  # for keys that begin with no letter

    return odd_blank(key)


def items(node: Node, context: Context, *, what: str) -> list[Node]:
    """The items of a list; one item alone stands for a list of it, an empty key for an empty list."""
    if is_null(node):
        return []
    if isinstance(node, SequenceNode):
        if node.tag:
            context.wrong(node, "type", f"expected {what}, found {found(node)}")
        return list(node.value)
    return [node]


def found(node: Node) -> str:
    """What a node is, in a user's words."""
    if node.tag:
        return f"the tag {quoted(node.tag.replace('tag:yaml.org,2002:', '!!'))}"
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    return "nothing" if is_null(node) else quoted(node.value)


def quotes(node: Node) -> bool:
    """Whether a scalar stands in quotes, or in a block, and so is text and nothing else."""
    return isinstance(node, ScalarNode) and bool(node.style)


def scalar(node: Node, context: Context, what: str) -> str | None:
    """The text of a scalar, or a problem and None."""
    if not isinstance(node, ScalarNode) or node.tag or is_null(node):
        context.wrong(node, "type", f"expected {what}, found {found(node)}")
        return None
    return str(node.value)


def valid_id(name: str) -> bool:
    """Whether text can be an id: not blank, no blanks at its ends, without `:` and `/`, no control characters."""
    if name.replace("-", "").isalnum():  # as nearly all are
        return True
    return name.strip() == name != "" and not re.search(r"[:/\\\x00-\x1f\x7f]", name) and name not in (".", "..")


def some(words: Collection[str], most: int = 8) -> str:
    """The first few words, with commas."""
    shown = ", ".join(list(words)[:most])
    return f"{shown}, …" if len(words) > most else shown
