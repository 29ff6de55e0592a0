"""One ladder on disk, a folder or a single file, of which only what is asked for is opened.

`Folder(path).ladder(ids)` reads the two levels of a comparison, whether the ladder has seven or two
thousand; `Folder(path).ladder()` reads everything. Problems of all files that were opened are raised
together.
"""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from ladder.errors import CannotRead, InvalidLadder, Problem, quoted
from ladder.model import Archetype, Company, Ladder, Level, Source, Survey
from ladder.reading import forms
from ladder.reading.context import Context, is_null, items, scalar
from ladder.reading.cutting import hidden_key, keys_of, only
from ladder.reading.decoder import keyed, record
from ladder.reading.header import Header, keys, scales
from ladder.reading.merging import inherited, joined, over
from ladder.reading.nodes import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    all_text,
    compose,
    place,
    read_bytes,
    read_text,
)
from ladder.reading.places import HEADER, PARTS, SUFFIXES, TABLES, Where, places

FORMAT_KEY: Final = rb"(?m)^[\"'{\s]*format[\"']?\s*:"
BEGINNING: Final = 64 * 1024
"""In how many bytes of a file its `format` is looked for."""

MOST_BASES: Final = 20
"""How many ladders may extend one another in a row."""


def is_ladder(path: str) -> bool:
    """Whether a ladder could stand there: a folder with ladder.yaml, or a YAML file."""
    return os.path.isfile(os.path.join(path, HEADER)) or (os.path.isfile(path) and path.endswith(SUFFIXES))


def within(path: str, folders: Iterable[str]) -> bool:
    """Whether a path without links is one of the folders, or lies in one."""
    return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in folders)


def says_format(path: str) -> bool:
    """Whether a YAML file begins like a ladder: with a key `format` among its first lines."""
    try:
        return bool(re.search(FORMAT_KEY, read_bytes(path, path, first=BEGINNING)))
    except InvalidLadder:
        return False


class Folder:
    """A ladder's files, opened as they are needed; each is read once."""

    def __init__(
        self,
        path: str,
        *,
        name: str = "",
        parts: Collection[str] | None = None,
        reach: tuple[str, ...] = (),
        bases: tuple[str, ...] = (),
    ) -> None:
        """Opens the header alone. Of each level only `parts` (of `forms.PARTS`) are decoded later, or all of them.

        A ladder that this one extends may stand beside it, or in the folders of `reach`, and nowhere else.

        Raises CannotRead where no ladder stands at `path`, InvalidLadder where its header is wrong.
        """
        self.path = path
        self._parts = parts
        self.single = not os.path.isdir(path)
        if not os.path.exists(path):
            raise CannotRead(f"no ladder at {quoted(path)}", "give a folder that holds ladder.yaml, or a YAML file")
        head = path if self.single else os.path.join(path, HEADER)
        if not os.path.exists(head):
            raise CannotRead(
                f"no {HEADER} in {quoted(path)}", "a ladder is a folder that holds ladder.yaml, or a YAML file"
            )
        self.head = head
        stem = os.path.basename(os.path.abspath(path))
        self.name = name or (os.path.splitext(stem)[0] if self.single else stem)
        self.problems: list[Problem] = []
        self._known: dict[str, Collection[str]] = {}
        self._levels: dict[str, Level] = {}
        self._roles: dict[str, Level] = {}
        self._surveys: dict[str, Survey] | None = None
        self._survey_places: dict[str, Where] = {}
        self._roots: dict[str, Node | None] = {}
        self._companies: dict[str, Company] | None = None
        self._cited: set[str] = set()
        self.base: Folder | None = None
        self._reach = reach
        self._inside = "" if self.single else os.path.realpath(path)
        self.order: tuple[str, ...] = ()
        self.role_ids: tuple[str, ...] = ()
        self._steps: dict[str, tuple[str, ...]] = {}
        self._read_header((*bases, os.path.realpath(path)))

    # -- reading

    def ladder(self, ids: Iterable[str] | None = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        """The ladder with the levels and roles that `ids` names, the levels of those roles, and the rest of its files.

        Without `ids`, with all of them. On a cumulative ladder the levels below come with each. `pay=False` and
        `companies=False` leave those files unopened.

        Raises InvalidLadder with the problems of every file that was opened.
        """
        wanted = [*self.order, *self.role_ids] if ids is None else list(ids)
        roles = {name: self._role(name) for name in wanted if name not in self._ranks}
        chosen = {*wanted, *(role.level for role in roles.values())}
        if self.header.cumulative:
            highest = max((self._ranks[name] for name in chosen if name in self._ranks), default=0)
            chosen.update(self.order[:highest])
        levels = {name: self._ranked(name) for name in self.order if name in chosen}
        surveys = self._read_surveys() if pay else {}
        known_companies = self._read_companies() if companies else {}
        sources = self._read_sources()
        self.check()
        return self._assembled(levels, roles, surveys, known_companies, sources)

    def sound(self) -> tuple[Ladder | None, list[Problem]]:
        """The whole ladder without those of its files that have problems, and all problems of all files.

        None where the header has one, or a ladder that this one extends: nothing stands without them.
        """
        levels = {name: self._ranked(name) for name in self.order}
        roles = {name: self._role(name) for name in self.role_ids}
        surveys, known_companies, sources = self._read_surveys(), self._read_companies(), self._read_sources()
        problems = self._noted()
        wrong = {problem.path for problem in problems}
        if self.head in wrong or (self.base and self.base._noted()):
            return None, problems
        broken = {table for table in TABLES if os.path.join(self.path, f"{table}.yaml") in wrong}
        levels = {name: one for name, one in levels.items() if self._level_places.get(name) not in wrong}
        roles = {
            name: one for name, one in roles.items() if self._role_places.get(name) not in wrong and one.level in levels
        }
        ladder = self._assembled(
            levels,
            roles,
            {name: one for name, one in surveys.items() if self._survey_places.get(name) not in wrong},
            {} if "companies" in broken else known_companies,
            {} if "sources" in broken else sources,
        )
        return (ladder._replace(archetypes={}) if "archetypes" in broken else ladder), problems

    def standing(self, kind: str, name: str) -> tuple[str, Node | None]:
        """The file in which a level, role or survey ("levels", "roles", "comp") stands, and its node there.

        For any other kind the header, and its node.
        """
        known = {"levels": self._level_places, "roles": self._role_places, "comp": self._survey_places}.get(kind, {})
        where = known.get(name)
        if not where and kind in PARTS and self.base:
            return self.base.standing(kind, name)
        if where and not isinstance(where, str):
            return self.head, where.node
        shown = where or self.head
        if shown not in self._roots:
            self._roots[shown] = self._root(shown)
        return shown, self._roots[shown]

    def _assembled(
        self,
        levels: dict[str, Level],
        roles: dict[str, Level],
        surveys: dict[str, Survey],
        companies: dict[str, Company],
        sources: dict[str, Source],
    ) -> Ladder:
        head = self.header
        return Ladder(
            name=self.name,
            title=head.title or self.name,
            about=head.about,
            version=head.version,
            language=head.language,
            licence=head.licence,
            source=head.source,
            cumulative=head.cumulative,
            tracks=head.tracks,
            order=self.order,
            role_ids=self.role_ids,
            levels=levels,
            roles={name: inherited(role, levels[role.level]) for name, role in roles.items()},
            baseline=head.baseline,
            competencies=head.competencies,
            activities=head.activities,
            topics=head.topics,
            archetypes=self._archetypes,
            points=head.points,
            surveys=surveys,
            companies=companies,
            sources=sources,
        )

    def titles(self) -> dict[str, tuple[str, ...]]:
        """The title and the aliases of every level and role, without decoding the rest of their files."""
        lower = self.base.titles() if self.base else {}
        result = {}
        for name in (*self.order, *self.role_ids):
            where = self._level_places.get(name) or self._role_places.get(name)
            title, aliases = self._names(where) if where else ("", ())
            below = lower.get(name, ("",))
            result[name] = (title or below[0], *(aliases or below[1:]))
        self.check()
        return result

    def mentioning(self, beginnings: Sequence[str], phrase: str = "") -> tuple[list[str], list[str]]:
        """The levels and roles in whose files a word begins so: likely and perhaps, best first; see `scan`.

        No file is decoded. What a role takes from its level stands in the level's alone. One that cannot be read is a
        problem.
        """
        from ladder.reading.scan import ranked  # for searches alone

        texts = ((name, self._text(name)) for name in (*self.order, *self.role_ids))
        return ranked(texts, beginnings, phrase)

    def surveys(self) -> dict[str, Survey]:
        """Every survey of pay, by id."""
        surveys = self._read_surveys()
        self.check()
        return surveys

    def companies(self) -> dict[str, Company]:
        """How other companies name these levels, by company."""
        companies = self._read_companies()
        self.check()
        return companies

    def check(self) -> None:
        """Raises InvalidLadder where anything opened so far has a problem."""
        if problems := self._noted():
            raise InvalidLadder(problems)

    # -- how

    def _noted(self) -> list[Problem]:
        """The problems of this ladder's files, after those of the ladder that it extends, each file's by line."""
        files = {path: place for place, path in enumerate(dict.fromkeys(one.path for one in self.problems))}
        own = sorted(self.problems, key=lambda one: (files[one.path], one.line, one.column))
        return [*(self.base._noted() if self.base else ()), *own]

    def _read_header(self, bases: tuple[str, ...]) -> None:
        context = self._context(self.head)
        root = self._root(self.head)
        if not isinstance(root, MappingNode):
            message = "the file is empty" if root is None else "expected a ladder, which is a mapping"
            at = place(root) if root else (1, 1)
            raise InvalidLadder(
                [
                    *self.problems,
                    Problem(self.head, *at, "empty" if root is None else "type", message, "begin with format: 1"),
                ]
            )
        by_key = {key.value: value for key, value in root.value if isinstance(key.value, str)}
        if "extends" in by_key and not is_null(by_key["extends"]):
            self.base = self._extended(by_key["extends"], context, bases)
        if self.base:
            self._cited = context.cited = self.base._cited
        self._know("source", self._source_names(by_key.get("sources")))
        if "source" in by_key:
            named = items(by_key["source"], context, what="sources")
            context.source = tuple(item.value for item in named if isinstance(item.value, str))
        for kind, key in (
            ("track", "tracks"),
            ("activity", "activities"),
            ("topic", "topics"),
            ("competency", "competencies"),
        ):
            self._know(kind, keys(by_key.get(key)))
        self._steps = {**(self.base._steps if self.base else {}), **scales(by_key.get("competencies"))}
        context.steps = self._steps
        self._find_levels(by_key.get("levels"), by_key.get("roles"))
        self.header: Header = record(Header, root, context)
        if self.base:
            self.header = over(self.base.header, self.header)._replace(title=self.header.title)
        self._archetypes = self._read_archetypes(by_key.get("archetypes"))

    def _know(self, kind: str, names: Collection[str]) -> None:
        """Sets the names that a reference may have: the ladder's own, and those of the ladder that it extends."""
        self._known[kind] = {**dict.fromkeys(self.base._known[kind]), **dict.fromkeys(names)} if self.base else names

    def _extended(self, node: Node, context: Context, bases: tuple[str, ...]) -> "Folder | None":
        """The ladder that this one extends, by its path from here."""
        path = scalar(node, context, "the path of a ladder")
        if path is None:
            return None
        if len(bases) > MOST_BASES:
            context.fail(
                node, "extends", f"more than {MOST_BASES} ladders that extend one another", "leave out `extends`"
            )
        if "\0" in path:
            context.fail(node, "extends", f"no ladder at {path!r}", "the path is relative to this file's folder")
        target = os.path.normpath(os.path.join(os.path.dirname(self.head), path))
        if os.path.realpath(target) in bases:
            context.fail(node, "extends", "the ladder extends itself", "leave out `extends`")
        reach = self._reach or (os.path.dirname(bases[0]),)
        if not within(os.path.realpath(target), reach):
            hint = "put the ladder beside this one, or add its folder to LADDER_PATH"
            context.fail(node, "outside", f"{quoted(path)} is outside the folders that ladder may read", hint)
        try:
            return Folder(target, parts=self._parts, reach=reach, bases=bases)
        except InvalidLadder as error:
            self.problems.extend(error.problems)
        except CannotRead as error:
            context.wrong(node, "extends", error.message, "the path is relative to this file's folder")
        self.check()
        return None

    def _find_levels(self, levels: Node | None, roles: Node | None) -> None:
        """Where every level and role stands, and in which order."""
        below = self.base.order if self.base else ()
        self._level_places = self._places(levels, "levels", listed=True, below=below)
        self._role_places = self._places(roles, "roles")
        self.order = tuple(self._level_places if levels is not None else dict.fromkeys((*below, *self._level_places)))
        self._ranks = {name: position for position, name in enumerate(self.order, 1)}
        self.role_ids = tuple(dict.fromkeys((*self._roles_below(), *self._role_places)))
        self._known["level"] = self._ranks
        self._known["role"] = {**self._ranks, **dict.fromkeys(self.role_ids)}
        for name in self._role_places.keys() & self._ranks.keys():
            where = self._role_places[name]
            message = f"the id {quoted(name)} is also the id of a level"
            shown, at = (where, (1, 1)) if isinstance(where, str) else (self.head, where.at)
            self.problems.append(Problem(shown, *at, "duplicate-id", message, "give the role another id"))

    def _roles_below(self) -> list[str]:
        """The roles of the ladder that this one extends, without those of levels that this one leaves out."""
        if not self.base:
            return []
        return [
            name
            for name in self.base.role_ids
            if name not in self._ranks
            and (self._ranks.keys() >= set(self.base.order) or self.base._role(name).level in self._ranks)
        ]

    def _ranked(self, name: str) -> Level:
        level = self._level(name)
        return level._replace(rank=self._ranks[name]) if level.rank is None else level

    def _level(self, name: str) -> Level:
        if name not in self._levels:
            base = self.base._level(name) if self.base and name in self.base.order else None
            self._levels[name] = self._over(base, self._level_places.get(name), name)
        return self._levels[name]

    def _role(self, name: str) -> Level:
        if name not in self._roles:
            base = self.base._role(name) if self.base and name in self.base.role_ids else None
            self._roles[name] = self._over(base, self._role_places.get(name), name, role=True)
        return self._roles[name]

    def _over(self, base: Level | None, where: "Where | None", name: str, *, role: bool = False) -> Level:
        """What stands here over what the extended ladder has; one of the two exists."""
        own: Level | None = self._one(where, name, Level, role=role, over=base is not None) if where else None
        if own is None or base is None:
            return own or base or Level(name)
        return over(base, own)

    def _read_surveys(self) -> dict[str, Survey]:
        if self._surveys is None:
            found = self._survey_places = self._places(self.header.comp.node, "comp")
            own = {name: self._one(where, name, Survey) for name, where in found.items()}
            self._surveys = joined(self.base._read_surveys(), own) if self.base else own
        return self._surveys

    def _read_companies(self) -> dict[str, Company]:
        if self._companies is None:
            own = self._decoded(Company, *self._table(self.header.companies.node, "companies.yaml"))
            self._companies = joined(self.base._read_companies(), own) if self.base else own
        return self._companies

    def _read_archetypes(self, inline: Node | None) -> dict[str, Archetype]:
        """The archetypes, where days are asked for: nothing else refers to them."""
        if self._parts is not None and "days" not in self._parts:
            return {}
        table, context = self._table(inline, "archetypes.yaml")
        self._know("archetype", keys(table))
        context.source = self.header.source
        own = self._decoded(Archetype, table, context)
        return joined(self.base._archetypes, own) if self.base else own

    def _read_sources(self) -> dict[str, Source]:
        """The sources; where only parts of levels are read, those that what was read so far cites."""
        table, context = self._source_table
        if self._source_text:
            cited = self._cited.intersection(self._known["source"])
            table = self._composed(only(self._source_text, cited), context.shown) if cited else None
        if self._parts is not None and isinstance(table, MappingNode):
            named = [one for one in table.value if isinstance(one[0], ScalarNode) and one[0].value in self._cited]
            table = MappingNode(table.tag, named, table.start_mark, table.end_mark)
        own = self._decoded(Source, table, context)
        return joined(self.base._read_sources(), own) if self.base else own

    def _source_names(self, inline: Node | None) -> Collection[str]:
        """The ids of all sources. Where only parts of levels are read, their file stays text until some are cited."""
        path = os.path.join(self.path, "sources.yaml")
        self._source_text = ""
        self._source_table: tuple[Node | None, Context] = None, self._context(path)
        if inline is None and self._parts is not None and not self.single and os.path.isfile(path):
            text = self._read(path)
            if text is None:
                return ()
            if named := keys_of(text):
                self._source_text = text
                return tuple(name for name, _ in named)
        self._source_table = self._table(inline, "sources.yaml")
        return keys(self._source_table[0])

    def _text(self, name: str) -> str:
        """What the files say of a level or role as they stand, those of the ladder that is extended first."""
        below = self.base._text(name) if self.base else ""
        where = self._level_places.get(name) or self._role_places.get(name)
        if not where:
            return below
        if not isinstance(where, str):
            return f"{below}\n{all_text(where.node)}"
        return f"{below}\n{self._read(where) or ''}"

    def _names(self, where: "Where") -> tuple[str, tuple[str, ...]]:
        """The title of a level, and its aliases, from its nodes."""
        node = self._root(where) if isinstance(where, str) else where.node
        pairs_of = node.value if isinstance(node, MappingNode) else []
        named: dict[str, tuple[str, ...]] = {"title": (), "aliases": ()}
        for key, value in pairs_of:
            if key.value in ("title", "aliases") and not is_null(value):
                listed = value.value if isinstance(value, SequenceNode) else [value]
                named[key.value] = tuple(item.value for item in listed if isinstance(item, ScalarNode))
        return "".join(named["title"][:1]), named["aliases"]

    def _one(self, where: "Where", name: str, kind: Any, *, role: bool = False, over: bool = False) -> Any:
        """The level, role or survey that stands in a place."""
        unread: Collection[str] = ()
        if self._parts is not None and kind is Level:
            unread = [part for part in forms.PARTS if part not in self._parts]
        shown, node = (where, self._root(where, unread)) if isinstance(where, str) else (self.head, where.node)
        context = self._context(shown)
        context.source = self.header.source
        context.steps = self._steps
        if node is None:
            if not any(problem.path == shown for problem in self.problems):
                self.problems.append(Problem(shown, 1, 1, "empty", "the file is empty", "write title: …"))
            return kind(name) if kind is Level else None
        if kind is Level:
            return forms.level(node, context, name, role=role, over=over)
        body = node
        if isinstance(node, MappingNode):
            kept = [(key, value) for key, value in node.value if not (key.value == "id" and value.value == name)]
            body = MappingNode(node.tag, kept, node.start_mark, node.end_mark)
        return record(kind, body, context, id=name)

    def _root(self, shown: str, unread: Collection[str] = ()) -> Node | None:
        """The tree of a file, without the keys that nobody asks for; what is wrong with it as YAML is noted."""
        text = self._read(shown)
        if text is None:
            return None
        root = self._composed(only(text, drop=unread) if unread else text, shown)
        if not unread and isinstance(root, MappingNode) and (line := hidden_key(text, root)):
            hint = "indent the lines of a value, or end its quotes or brackets before"
            self.problems.append(Problem(shown, line, 1, "syntax", "this key is inside a value that began above", hint))
        return root

    def _read(self, shown: str) -> str | None:
        """The text of a file; None where it is none, which is noted once."""
        try:
            self._stay_inside(shown)
            return read_text(shown, shown)
        except InvalidLadder as error:
            self.problems.extend(problem for problem in error.problems if problem not in self.problems)
            if shown == self.head:
                self.check()
            return None

    def _stay_inside(self, shown: str) -> None:
        """Raises InvalidLadder for a link that leads out of the folder: to what nobody pointed at."""
        linked = not self.single and (os.path.islink(shown) or os.path.islink(os.path.dirname(shown)))
        if linked and not within(os.path.realpath(shown), (self._inside,)):
            if os.path.dirname(shown) == self.path.rstrip(os.sep) and not os.path.islink(shown):
                return  # the ladder's folder is a link: that is what was pointed at
            hint = "put the file itself here"
            raise InvalidLadder([Problem(shown, 1, 1, "outside", "the link leaves the ladder's folder", hint)])

    def _composed(self, text: str, shown: str) -> Node | None:
        """The tree of a text; None where it is no YAML, which is noted."""
        try:
            return compose(text, shown)
        except InvalidLadder as error:
            self.problems.extend(error.problems)
            if shown == self.head:
                self.check()
            return None

    def _context(self, shown: str) -> Context:
        context = Context(shown, self._known, self.problems)
        context.parts = self._parts
        context.cited = self._cited
        return context

    def _places(
        self, inline: Node | None, what: str, *, listed: bool = False, below: Collection[str] = ()
    ) -> dict[str, Where]:
        folder = None if self.single else os.path.join(self.path, what)
        if folder and os.path.islink(folder):
            try:
                self._stay_inside(folder)
            except InvalidLadder as error:
                self.problems.extend(problem for problem in error.problems if problem not in self.problems)
                folder = None
        return places(self._context(self.head), inline, what, folder, listed=listed, below=below)

    def _table(self, inline: Node | None, file: str) -> tuple[Node | None, Context]:
        """Where records stand by their ids: under a key of ladder.yaml, or in a file beside it. None: nowhere."""
        if inline is not None:
            return inline, self._context(self.head)
        path = os.path.join(self.path, file)
        if self.single or not os.path.lexists(path):
            return None, self._context(self.head)
        return self._root(path), self._context(path)

    def _decoded(self, kind: Any, table: Node | None, context: Context) -> dict[str, Any]:
        return keyed(kind, table, context) if table is not None else {}


__all__ = ["Folder", "is_ladder", "says_format", "within"]
