"""What a ladder's own files hold, thing by thing, whatever its kind: nothing of the ladder that it extends."""

import os
from collections.abc import Collection, Mapping

from ladder.errors import Problem
from ladder.model import Level
from ladder.needs import PARTS
from ladder.reading import forms
from ladder.reading.context import Context, is_null
from ladder.reading.cutting import keys_of, only
from ladder.reading.decoder import keyed, record
from ladder.reading.files import Files
from ladder.reading.header import keys
from ladder.reading.kinds import LEVELS, ROLES, SOURCES, Kind
from ladder.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode, all_text
from ladder.reading.places import Where, places


class Things:
    """Finds and decodes what stands in ladder.yaml, in tables and in folders.

    Whoever reads ladder.yaml sets what is known from it: `inline` are the nodes under the names of kinds, `known` the
    names that a reference may have, `steps` those of each competency's scale, and `source` is the ladder's own. `cited`
    is filled while things are decoded.
    """

    def __init__(self, files: Files, parts: Collection[str] | None) -> None:
        self.files = files
        self.parts = parts
        self.inline: Mapping[str, Node] = {}
        self.known: dict[str, Collection[str]] = {}
        self.steps: Mapping[str, Collection[str]] = {}
        self.source: tuple[str, ...] = ()
        self.cited: set[str] = set()
        self.where: dict[str, dict[str, Where]] = {}
        self._tables: dict[str, tuple[Node | None, Context]] = {}
        self._source_text = ""

    def context(self, shown: str) -> Context:
        """What decoding a file needs to know."""
        context = Context(shown, self.known, self.files.problems)
        context.parts, context.cited, context.steps = self.parts, self.cited, self.steps
        return context

    def places(self, kind: Kind, *, below: Collection[str] = ()) -> dict[str, Where]:
        """Where each thing of a kind with a folder stands, without opening any file. `below`: see `places.places`."""
        if kind.name not in self.where:
            context, inline = self.context(self.files.head), self.inline.get(kind.name)
            folder = self.files.folder(kind.file)
            self.where[kind.name] = places(context, inline, kind.name, folder, listed=kind is LEVELS, below=below)
        return self.where[kind.name]

    def ids(self, kind: Kind) -> Collection[str]:
        """The ids of all things of a kind."""
        return self.places(kind) if kind.folder else keys(self._table(kind)[0])

    def all(self, kind: Kind) -> dict[str, object]:
        """Everything of a kind, by id."""
        if kind.folder:
            return {name: self.one(kind, where, name) for name, where in self.places(kind).items()}
        return self._decoded(kind, *self._table(kind))

    def one(self, kind: Kind, where: Where, name: str, *, over: bool = False) -> object:
        """The thing that stands in a place; None, or a level that says nothing, where its file is empty.

        `over`: a role that only changes one of the ladder that is extended.
        """
        leveled = kind in (LEVELS, ROLES)
        unread: Collection[str] = ()
        if self.parts is not None and leveled:
            unread = [part for part in PARTS if part not in self.parts]
        shown = where if isinstance(where, str) else self.files.head
        node = self.files.tree(where, unread) if isinstance(where, str) else where.node
        if node is None:
            if not any(problem.path == shown for problem in self.files.problems):
                self.files.problems.append(Problem(shown, 1, 1, "empty", "the file is empty", "write title: …"))
            return Level(name) if leveled else None
        context = self.context(shown)
        context.source = self.source if kind.sourced else ()
        if leveled:
            return forms.level(node, context, name, role=kind is ROLES, over=over)
        body = node
        if isinstance(node, MappingNode):
            kept = [(key, value) for key, value in node.value if not (key.value == "id" and value.value == name)]
            body = MappingNode(node.tag, kept, node.start_mark, node.end_mark)
        return record(kind.record, body, context, id=name)

    def text(self, where: Where) -> str:
        """What stands in a place as it is written; empty where that cannot be read."""
        return (self.files.text(where) or "") if isinstance(where, str) else all_text(where.node)

    def title(self, where: Where) -> tuple[str, tuple[str, ...]]:
        """The title of a level or role, and its aliases, without decoding the rest."""
        node = self.files.tree(where) if isinstance(where, str) else where.node
        named: dict[str, tuple[str, ...]] = {"title": (), "aliases": ()}
        for key, value in node.value if isinstance(node, MappingNode) else ():
            if key.value in named and not is_null(value):
                listed = value.value if isinstance(value, SequenceNode) else [value]
                named[key.value] = tuple(item.value for item in listed if isinstance(item, ScalarNode))
        return "".join(named["title"][:1]), named["aliases"]

    def source_ids(self) -> Collection[str]:
        """The ids of all sources. Where only parts of levels are read, their file stays text until some are cited."""
        path = self.files.beside(SOURCES.file)
        if SOURCES.name not in self.inline and self.parts is not None and os.path.isfile(path):
            text = self.files.text(path)
            if text is None:
                return ()
            if named := keys_of(text):
                self._source_text = text
                return tuple(name for name, _ in named)
        return self.ids(SOURCES)

    def sources(self) -> dict[str, object]:
        """The sources; where only parts of levels are read, those that what was read so far cites."""
        if self._source_text:
            context = self.context(self.files.beside(SOURCES.file))
            cited = self.cited.intersection(self.known[SOURCES.one])
            table = self.files.composed(only(self._source_text, cited), context.shown) if cited else None
        else:
            table, context = self._table(SOURCES)
        if self.parts is not None and isinstance(table, MappingNode):
            named = [one for one in table.value if isinstance(one[0], ScalarNode) and one[0].value in self.cited]
            table = MappingNode(table.tag, named, table.start_mark, table.end_mark)
        return self._decoded(SOURCES, table, context)

    def _table(self, kind: Kind) -> tuple[Node | None, Context]:
        """Where things of a kind stand by their ids: under a key of ladder.yaml, or in a file. None: nowhere."""
        if kind.name not in self._tables:
            inline, path = self.inline.get(kind.name), self.files.beside(kind.file)
            if inline is None and path and os.path.lexists(path):
                self._tables[kind.name] = self.files.tree(path), self.context(path)
            else:
                self._tables[kind.name] = inline, self.context(self.files.head)
        return self._tables[kind.name]

    def _decoded(self, kind: Kind, table: Node | None, context: Context) -> dict[str, object]:
        context.source = self.source if kind.sourced else ()
        return keyed(kind.record, table, context) if table is not None else {}


__all__ = ["Things"]
