"""A file to a tree of YAML nodes, safely: no file, however made, crashes, hangs or runs anything.

PyYAML's C parser gives nodes with their places; a decoder of our own turns them into the model. Its
`safe_load` would be nine times slower, drop duplicate keys, and read `10:30` as 630 and `no` as False.
"""

import os
import re
import stat
from typing import Final, NoReturn

from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, StreamEndEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ladder.errors import Code, InvalidLadder, Problem, reason
from ladder.language import composed

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_DEPTH: Final = 200
MAX_EXPANDED: Final = 2_000_000
"""How many nodes a file may have once its aliases are written out."""

DEEP_ENOUGH_TO_COUNT: Final = 900
"""Below so many brackets or columns no parser gives up: the newest does at 1,000, older ones overflow near 100,000."""

JSON_PAIR: Final = r"((?<!\\)(?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
"""Two escapes by which JSON writes one character beyond the first 65,536. Few files need it compiled."""

NESTED_ON_ONE_LINE: Final = r"[-?][ \t]+(?=[-?]\s)"


class _TextOnly:
    """Leaves every scalar as text: what it means is said by the field that takes it."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, *_: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


try:
    from yaml._yaml import CParser

    class NodeParser(_TextOnly, CParser):
        """YAML text to nodes and events, in C."""

except ImportError:  # pragma: no cover - PyYAML built without libyaml
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class NodeParser(_TextOnly, Reader, Scanner, Parser, Composer):  # type: ignore[no-redef]
        """YAML text to nodes and events, where PyYAML has no C parser."""

        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)


def read_text(path: str, shown: str) -> str:
    """The text of a regular UTF-8 file of a sane size.

    Raises InvalidLadder where it is none of that.
    """
    return decoded(read_bytes(path, shown), shown)


def read_bytes(path: str, shown: str, *, first: int | None = None) -> bytes:
    """What a regular file of a sane size holds, or its first bytes. A pipe or device is not waited for.

    Raises InvalidLadder where it is none of that.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with open(descriptor, "rb") as file:
            about = os.fstat(descriptor)
            if not stat.S_ISREG(about.st_mode):
                _fail(shown, 1, 1, "unreadable", "not a regular file", "a ladder is a folder or a YAML file")
            if first is not None:
                return file.read(first)
            raw = file.read(min(about.st_size, MAX_BYTES) + 1)  # room for MAX_BYTES takes longer than all the rest
    except OSError as error:
        _fail(shown, 1, 1, "unreadable", f"cannot be read: {reason(error)}", "")
    if len(raw) > MAX_BYTES:
        _fail(
            shown,
            1,
            1,
            "unreadable",
            f"larger than {MAX_BYTES // 1024 // 1024} MB",
            "split the ladder into a folder of files",
        )
    return raw


def decoded(raw: bytes, shown: str) -> str:
    """The text of UTF-8 bytes.

    Raises InvalidLadder with the place of the first byte that is none.
    """
    try:
        return composed(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        _fail(shown, line, column, "encoding", "not UTF-8 text", "save the file as UTF-8")


def compose(text: str, shown: str) -> Node | None:
    """The tree of nodes of one YAML document; None where it is empty.

    Raises InvalidLadder with the place where the text is no YAML, nests too deep, or grows out of its aliases.
    """
    if _might_be_deep(text):
        _check_depth(text, shown)
    if "<<<<<<<" in text or "&" in text:
        from ladder.reading.syntax import taken_for_yaml

        if found := taken_for_yaml(text, shown):
            raise InvalidLadder([found])
    if "\\ud" in text or "\\uD" in text:
        text = re.sub(JSON_PAIR, _paired, text)
    parser = None
    try:
        parser = NodeParser(text)
        root: Node | None = parser.get_single_node()
    except (YAMLError, ValueError, OverflowError, RecursionError) as error:
        _fail_because(error, parser, text, shown)
    if root is not None and "*" in text and "&" in text:
        _check_aliases(root, shown)
    return root


def _paired(match: re.Match[str]) -> str:
    """The character that two escapes of JSON stand for together; YAML has no such pairs."""
    high, low = int(match[2], 16), int(match[3], 16)
    return match[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def place(node: Node) -> tuple[int, int]:
    """Line and column of a node, counted from 1."""
    mark = node.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


def all_text(node: Node) -> str:
    """All scalars below a node, each as an entry of its own; what an alias repeats stands there once."""
    texts, seen, stack = [], set(), [node]
    while stack:
        one = stack.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, ScalarNode):
            texts.append(one.value)
        elif isinstance(one, MappingNode):
            stack += [value for _, value in reversed(one.value)]
        elif isinstance(one, SequenceNode):
            stack += reversed(one.value)
    return "\n- ".join(texts)


def _might_be_deep(text: str) -> bool:
    """Whether brackets, lists that open on one line (`- - -`) or far indenting could nest so deep."""
    if " " * DEEP_ENOUGH_TO_COUNT in text:
        return True
    openers = text.count("[") + text.count("{")
    if text.count("-") + text.count("?") > DEEP_ENOUGH_TO_COUNT:
        openers += sum(1 for _ in re.finditer(NESTED_ON_ONE_LINE, text))
    return openers > DEEP_ENOUGH_TO_COUNT


def _check_depth(text: str, shown: str) -> None:
    """Walks the events, which need no stack, and stops where they nest too deep."""
    parser, depth = NodeParser(text), 0
    try:
        while (event := parser.get_event()) is not None:
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    from ladder.reading.syntax import FLATTER

                    mark = event.start_mark
                    assert mark is not None
                    _fail(shown, mark.line + 1, mark.column + 1, "syntax", f"nested deeper than {MAX_DEPTH}", FLATTER)
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            elif isinstance(event, StreamEndEvent):
                return
    except YAMLError:
        return  # composing says what and where


def _check_aliases(root: Node, shown: str) -> None:
    """Fails where an alias contains itself, or where aliases written out would fill the memory."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        key = id(node)
        if done:
            open_nodes.discard(key)
            sizes[key] = 1 + sum(sizes[id(child)] for child in _children(node))
            if sizes[key] > MAX_EXPANDED:
                _fail(shown, *place(node), "syntax", "aliases that grow without end", "write the values out")
        elif key in open_nodes:
            _fail(shown, *place(node), "syntax", "an alias that contains itself", "write the value out")
        elif key not in sizes:
            open_nodes.add(key)
            stack.append((node, True))
            # An open node that is met again below itself is a cycle; one that waits as a sibling is not.
            stack.extend((child, False) for child in _children(node) if id(child) not in sizes)


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return node.value if isinstance(node, SequenceNode) else []


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _fail_because(error: Exception, parser: object, text: str, shown: str) -> NoReturn:
    """Says what a parser of any version means by an error, with its place and a cure."""
    from ladder.reading import syntax

    character = getattr(error, "character", None)
    if isinstance(character, int):
        # The C parser counts bytes where the other counts characters; the first of its kind is the one, for both.
        line, column = _place(text, text.find(chr(character)))
        message = f"a character that YAML does not allow: U+{character:04X}"
        _fail(shown, line, column, "encoding", message, "delete it")
    if syntax.is_too_deep(error):
        mark = getattr(error, "problem_mark", None)
        _check_depth(text[: mark.index] if mark else text, shown)  # a parser may look ahead, and give up far behind
    # The parser in Python converts escapes and versions without a check, and knows how far it has come.
    line, column = getattr(parser, "line", 0) + 1, getattr(parser, "column", 0) + 1
    raise InvalidLadder([syntax.problem(error, text, shown, line=line, column=column)])


def _fail(shown: str, line: int, column: int, code: Code, message: str, hint: str) -> NoReturn:
    raise InvalidLadder([Problem(shown, line, column, code, message, hint)])


__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "all_text",
    "compose",
    "decoded",
    "place",
    "read_bytes",
    "read_text",
]
