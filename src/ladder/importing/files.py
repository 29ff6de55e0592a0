"""The files that an import was pointed at, opened as safely as a ladder's own."""

import codecs
import json
import os
import re
from functools import cached_property
from typing import Any, Final

from ladder.errors import CannotRead, InvalidLadder, LadderError, Problem, did_you_mean, nearest, quoted
from ladder.reading.context import Context, is_null, pairs
from ladder.reading.nodes import MappingNode, Node, SequenceNode, compose, decoded, read_bytes

Tree = dict[str, Any] | list[Any] | str | None
"""What a YAML or JSON file holds: mappings, lists and text. Numbers are text as written, null is None."""

SUFFIXES: Final = (
    ".csv", ".tsv", ".tab", ".txt", ".md", ".markdown", ".mkd", ".mdx", ".html", ".htm", ".yaml", ".yml", ".json",
    ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".xls", ".ods", ".docx",
)  # fmt: skip
"""What an import reads of a folder."""
MARKDOWN: Final = (".md", ".markdown", ".mkd", ".mdx")
OFFICE: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".docx")

MOST_FILES: Final = 2_000
"""How many files an import of a folder reads: more are no ladder but a disk."""


REFUSED: Final = {
    ".pdf": ("a PDF has no structure to read", "copy its text into a Markdown file"),
    ".tex": ("LaTeX is a program, not a document", "convert it to HTML or Markdown, as `pandoc` does"),
    **dict.fromkeys((".js", ".ts", ".jsx", ".tsx", ".mjs"), ("a program is not read", "save its data as JSON")),
    **dict.fromkeys(
        (".doc", ".odt", ".rtf", ".pages"), ("its format is not read", "save it as DOCX, HTML or Markdown")
    ),
    ".numbers": ("its format is not read", "save it as XLSX or CSV"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".svg"), ("a picture has no text", "write it as a table")),
}
"""What is not read, why, and what to do instead."""

KEY: Final = re.compile(r"[\w\"'][^:]*:(\s|$)")


class File:
    """One file, read when it is asked for. Text may be UTF-8, or UTF-16 as spreadsheets write it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = os.path.basename(path)
        self.stem, self.suffix = os.path.splitext(self.name)
        self.suffix = self.suffix.lower()

    @property
    def is_data(self) -> bool:
        """Whether it is YAML or JSON by its suffix."""
        return self.suffix in (".json", ".yaml", ".yml", ".jsonl", ".ndjson")

    @property
    def is_markdown(self) -> bool:
        """Whether it is Markdown by its suffix."""
        return self.suffix in MARKDOWN

    @property
    def says_anything(self) -> bool:
        """Whether it is more than blank; whoever reads it tells what is no text."""
        try:
            return self.suffix in OFFICE or bool(self.text.strip())
        except InvalidLadder:
            return True

    def check(self) -> None:
        """Raises InvalidLadder with the place where it is no text."""
        _ = self.suffix in OFFICE or self.text

    @cached_property
    def text(self) -> str:
        """All of it, with line feeds between lines.

        Raises InvalidLadder with the place where it is no text.
        """
        if self.suffix == ".docx":
            from ladder.importing.sources.word import html

            return html(self)
        raw = self._raw()
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            try:
                text = raw.decode("utf-16")
            except UnicodeDecodeError as error:
                raise _no_text(self.path, 1, "not the UTF-16 text that its first bytes promise") from error
        else:
            text = decoded(raw, self.path)
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            raise _no_text(self.path, line, "a NUL, which stands in no text")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _raw(self) -> bytes:
        return read_bytes(self.path, self.path)

    @cached_property
    def front(self) -> tuple[str, str]:
        """The YAML between `---` lines with which a Markdown file may begin, and the rest of it.

        It begins with a key right below the first of them: other lines between rules are text.
        """
        lines = self.text.split("\n")
        if lines[0].rstrip() != "---" or not KEY.match("".join(lines[1:2])):
            return "", self.text
        end = next((place for place, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
        if not end:
            return "", self.text
        below = "\n".join(lines[end + 1 :])
        return "\n" + "\n".join(lines[1:end]), "\n" * (end + 1) + below  # lines stay what they are

    @cached_property
    def tree(self) -> Tree:
        """What it holds as YAML or JSON; of Markdown its front matter.

        Raises InvalidLadder with the place of what is neither.
        """
        try:
            if self.suffix in (".jsonl", ".ndjson"):
                lines = enumerate(self.text.split("\n"), 1)
                return [self._json(line, number) for number, line in lines if line.strip()]
            if self.suffix == ".json":
                return self._json(self.text)
            text = self.front[0] if self.is_markdown else self.text
            problems: list[Problem] = []
            root = compose(text, self.path)
            found = plain(root, Context(self.path, {}, problems), merged(root))
            if problems:
                raise InvalidLadder(problems)
            return found
        except RecursionError as error:
            raise InvalidLadder([Problem(self.path, 1, 1, "syntax", "nested too deep")]) from error

    @cached_property
    def tree_if_any(self) -> Tree:
        """What it holds as YAML or JSON; None where it is neither."""
        try:
            return self.tree
        except InvalidLadder:
            return None

    def _json(self, text: str, first: int = 1) -> Tree:
        def word(value: str) -> str:
            return value

        def keyed(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            found = dict(pairs)
            if len(found) < len(pairs):
                names = [name for name, _ in pairs]
                name = next(one for one in names if names.count(one) > 1)
                message = f"the key {quoted(name)} is given twice in one object"
                raise InvalidLadder([Problem(self.path, 1, 1, "duplicate-key", message, "keep one")])
            return found

        try:
            found: Tree = json.loads(
                text, parse_float=word, parse_int=word, parse_constant=word, object_pairs_hook=keyed
            )
        except json.JSONDecodeError as error:
            raise InvalidLadder(
                [Problem(self.path, error.lineno + first - 1, error.colno, "syntax", f"not JSON: {error.msg.lower()}")]
            ) from error
        return _worded(found)


def _no_text(path: str, line: int, message: str) -> InvalidLadder:
    return InvalidLadder([Problem(path, line, 1, "encoding", message, "save the file as UTF-8")])


def plain(node: Node | None, context: Context, merged: frozenset[int] = frozenset()) -> Tree:
    """A tree of YAML nodes as mappings, lists and text; None where empty. A key given twice is a problem.

    What `<<` brings belongs to the mapping it stands in; a mapping that is there only for that (`merged`) is left out.
    """
    if isinstance(node, MappingNode):
        found: dict[str, Tree] = {}
        brought: dict[str, Tree] = {}
        for key, _, value in pairs(node, context, what="a mapping", merges=True):
            if key == "<<":
                for one in value.value if isinstance(value, SequenceNode) else [value]:
                    more = plain(one, context, merged)
                    brought = {**(more if isinstance(more, dict) else {}), **brought}
            elif id(value) not in merged:
                found[key] = plain(value, context, merged)
        return {**{key: value for key, value in brought.items() if key not in found}, **found}
    if isinstance(node, SequenceNode):
        return [plain(item, context, merged) for item in node.value]
    return None if node is None or is_null(node) else str(node.value)


def merged(root: Node | None) -> frozenset[int]:
    """The mappings that `<<` brings somewhere, by identity."""
    found: set[int] = set()
    seen: set[int] = set()
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, MappingNode):
            for name, value in node.value:
                if getattr(name, "value", "") == "<<":
                    found |= {id(one) for one in (value.value if isinstance(value, SequenceNode) else [value])}
                waiting.append(value)
        elif isinstance(node, SequenceNode):
            waiting += node.value
    return frozenset(found)


class Input(File):
    """Standard input, as a file of the kind that is named."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"standard input.{kind.lstrip('.')}")
        self.path = "standard input"

    def _raw(self) -> bytes:
        import sys

        return sys.stdin.buffer.read()


def needs(module: str, path: str) -> Any:
    """A module of the extra `office`. Raises CannotRead with the command that installs it where it is missing."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        kind = os.path.splitext(path)[1].lstrip(".").upper()
        hint = "`pip install 'career-ladder[office]'`, or save it as CSV or Markdown"
        raise CannotRead(f"{quoted(path)} needs what reads {kind}", hint) from error


def opened(paths: list[str], kind: str = "", over: list[str] | None = None) -> list[File]:
    """The files named, and those of the folders named, folders sorted by name; hidden ones are left out.

    What else stands in a folder is added to `over`: nobody reads it. Raises CannotRead where there is none, LadderError
    for a `kind` that is none.
    """
    found: list[File] = []
    over = [] if over is None else over
    known = [one.lstrip(".") for one in SUFFIXES if one not in OFFICE]
    if kind and kind.lstrip(".") not in known:
        raise LadderError(
            f"no kind {quoted(kind)} of text", did_you_mean(nearest(kind, known)) or f"one of {', '.join(known)}"
        )
    for path in paths:
        if path == "-":
            found.append(Input(kind or "md"))
        elif os.path.isdir(path):
            inside = [File(one) for one in _inside(path, over)]
            if not inside:
                raise CannotRead(f"nothing to import in {quoted(path)}", f"a file ends in {', '.join(SUFFIXES)}")
            found += inside
        elif os.path.lexists(path):
            found.append(_named(path))
        else:
            raise CannotRead(
                f"no file {quoted(path)}", "give a CSV, TSV, Markdown, HTML, YAML or JSON file, or a folder of them"
            )
    return found


def _named(path: str) -> File:
    """A file that was named, whatever its suffix, unless it is one that only another program reads."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise CannotRead(f"{quoted(path)} is no file", "save what it gives as a file, and import that")
    file = File(path)
    if file.suffix in REFUSED:
        why, instead = REFUSED[file.suffix]
        raise CannotRead(f"{quoted(path)} is not read: {why}", instead)
    return file


def _inside(folder: str, over: list[str]) -> list[str]:
    """The files of a folder and the folders in it. Links are not followed: they may lead anywhere."""
    found: list[str] = []

    def cannot(error: OSError) -> None:
        raise CannotRead(f"{quoted(str(error.filename))} cannot be read: {(error.strerror or '').lower()}")

    for place, folders, names in os.walk(folder, onerror=cannot):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = os.path.join(place, name)
            is_file = os.path.isfile(path) and not os.path.islink(path) and not name.startswith(".")
            if is_file and not name.lower().endswith(SUFFIXES):
                over.append(path)
            elif is_file:
                found.append(path)
                if len(found) > MOST_FILES:
                    raise CannotRead(
                        f"more than {MOST_FILES:,} files in {quoted(folder)}", "name those that are a ladder"
                    )
    return found


def _worded(value: Any) -> Tree:
    if isinstance(value, dict):
        return {str(key): _worded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_worded(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


__all__ = ["File", "Tree", "opened", "plain"]
