"""One ladder on disk, a folder or a single file, of which only what is asked for is opened.

`Folder(path).ladder(ids)` reads the two levels of a comparison, whether the ladder has seven or two
thousand; `Folder(path).ladder()` reads everything. Problems of all files that were opened are raised
together.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, NamedTuple

from ladder.errors import CannotRead, InvalidLadder, Problem, did_you_mean, nearest, quoted
from ladder.model import (
    EMPTY,
    Activity,
    Archetype,
    Baseline,
    Company,
    Competency,
    Ladder,
    Level,
    Points,
    Ref,
    Source,
    Sources,
    Survey,
    Topic,
    Track,
)
from ladder.reading import forms
from ladder.reading.decoder import Context, form, items, keyed, pairs, record, scalar, valid_id
from ladder.reading.nodes import MappingNode, Node, compose, place, read_text

HEADER: Final = "ladder.yaml"
SUFFIXES: Final = (".yaml", ".yml")
FORMAT: Final = 1


class Raw(NamedTuple):
    """A node that is decoded later, if at all."""

    node: Any = None


@form(Raw)
def raw(node: Node, context: Context) -> Raw:
    """The node as it stands."""
    return Raw(node)


class Header(NamedTuple):
    """ladder.yaml: its keys in the order in which they are needed."""

    format: Annotated[int, "format"]
    title: str = ""
    source: Sources = ()
    about: str = ""
    version: str = ""
    language: str = "en"
    licence: str = ""
    cumulative: bool = False
    extends: str = ""
    tracks: Mapping[str, Track] = EMPTY
    competencies: Mapping[str, Competency] = EMPTY
    activities: Mapping[str, Activity] = EMPTY
    topics: Mapping[str, Topic] = EMPTY
    archetypes: Mapping[str, Archetype] = EMPTY
    points: Points | None = None
    baseline: Baseline | None = None
    levels: Raw = Raw()
    roles: Raw = Raw()
    comp: Raw = Raw()
    companies: Raw = Raw()
    sources: Raw = Raw()


@form(Header.__annotations__["format"])
def version_of_the_format(node: Node, context: Context) -> int:
    """1, the only version there is."""
    if scalar(node, context, "the version of the format") not in (None, str(FORMAT)):
        context.wrong(node, f"unknown format {quoted(node.value)}", f"this program reads format: {FORMAT}")
    return FORMAT


def is_ladder(path: str) -> bool:
    """Whether a ladder could stand there: a folder with ladder.yaml, or a YAML file."""
    return os.path.isfile(os.path.join(path, HEADER)) or (os.path.isfile(path) and path.endswith(SUFFIXES))


class Folder:
    """A ladder's files, opened as they are needed; each is read once."""

    def __init__(self, path: str, *, name: str = "", bases: tuple[str, ...] = ()) -> None:
        """Opens the header alone.

        Raises CannotRead where no ladder stands at `path`, InvalidLadder where its header is wrong.
        """
        self.path = path
        self.single = not os.path.isdir(path)
        if not os.path.exists(path):
            raise CannotRead(f"no ladder at {quoted(path)}", "give a folder that holds ladder.yaml, or a YAML file")
        head = path if self.single else os.path.join(path, HEADER)
        if not os.path.exists(head):
            raise CannotRead(f"no {HEADER} in {quoted(path)}", "a ladder is a folder that holds ladder.yaml, or a YAML file")
        self.head = head
        stem = os.path.basename(os.path.abspath(path))
        self.name = name or (os.path.splitext(stem)[0] if self.single else stem)
        self.problems: list[Problem] = []
        self._known: dict[str, Collection[str]] = {}
        self._levels: dict[str, Level] = {}
        self._roles: dict[str, Level] = {}
        self._surveys: dict[str, Survey] | None = None
        self._companies: dict[str, Company] | None = None
        self._read_header(bases)

    # -- what stands here, without opening it

    def __contains__(self, name: object) -> bool:
        return name in self._level_places or name in self._role_places

    # -- reading

    def ladder(self, ids: Iterable[str] | None = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        """The ladder with the levels and roles that `ids` names, the levels of those roles, and the rest of its files.

        Without `ids`, with all of them. On a cumulative ladder the levels below come with each. `pay=False` and
        `companies=False` leave those files unopened.

        Raises InvalidLadder with the problems of every file that was opened.
        """
        wanted = [*self.order, *self.role_ids] if ids is None else list(ids)
        roles = {name: self._role(name) for name in wanted if name in self._role_places}
        above = [role.level for role in roles.values() if role.level in self._level_places]
        chosen = {*wanted, *above}
        if self.header.cumulative:
            highest = max((self._ranks[name] for name in chosen if name in self._ranks), default=0)
            chosen.update(self.order[:highest])
        levels = {name: self._level(name) for name in self.order if name in chosen}
        surveys = self.surveys() if pay else {}
        known_companies = self.companies() if companies else {}
        self.check()
        roles = {name: inherited(role, levels[role.level]) for name, role in roles.items()}
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
            roles=roles,
            baseline=head.baseline,
            competencies=head.competencies,
            activities=head.activities,
            topics=head.topics,
            archetypes=head.archetypes,
            points=head.points,
            surveys=surveys,
            companies=known_companies,
            sources=self._sources,
        )

    def titles(self) -> dict[str, tuple[str, ...]]:
        """The title and the aliases of every level and role, without decoding the rest of their files."""
        result = {}
        for name, where in {**self._level_places, **self._role_places}.items():
            node = where.node if where.node is not None else self._root(where.shown)
            words: list[str] = []
            for key, value in node.value if isinstance(node, MappingNode) else []:
                if key.value in ("title", "aliases"):
                    found = [item.value for item in (value.value if isinstance(value.value, list) else [value]) if isinstance(item.value, str)]
                    words = found + words if key.value == "title" else words + found
            result[name] = tuple(words)
        self.check()
        return result

    def surveys(self) -> dict[str, Survey]:
        """Every survey of pay, by id."""
        if self._surveys is None:
            places = self._places(self.header.comp.node, "comp", "surveys")
            self._surveys = {name: self._one(place_, name, Survey) for name, place_ in places.items()}
        return self._surveys

    def companies(self) -> dict[str, Company]:
        """How other companies name these levels, by company."""
        if self._companies is None:
            self._companies = self._table(self.header.companies.node, "companies.yaml", Company)
        return self._companies

    def check(self) -> None:
        """Raises InvalidLadder where anything opened so far has a problem."""
        if self.problems:
            raise InvalidLadder(self.problems)

    # -- how

    def _read_header(self, bases: tuple[str, ...]) -> None:
        context = self._context(self.head)
        root = self._root(self.head)
        if not isinstance(root, MappingNode):
            message = "an empty file" if root is None else "expected a ladder, which is a mapping"
            self.problems.append(Problem(self.head, *(place(root) if root else (1, 1)), message, "begin with format: 1"))
            self.check()
            raise AssertionError("unreachable")
        by_key = {key.value: value for key, value in root.value if isinstance(key.value, str)}
        self._known["track"] = _keys(by_key.get("tracks"))
        self._known["source"] = ()
        self._sources: Mapping[str, Source] = {}
        self._sources = self._table(by_key.get("sources"), "sources.yaml", Source)
        self._known["source"] = self._sources
        if "source" in by_key:
            context.source = tuple(item.value for item in items(by_key["source"], context, what="sources") if isinstance(item.value, str))
        self._known["activity"] = _keys(by_key.get("activities"))
        self._known["topic"] = _keys(by_key.get("topics"))
        self._known["archetype"] = _keys(by_key.get("archetypes"))
        self._known["competency"] = _keys(by_key.get("competencies"))
        self._level_places = self._places(by_key.get("levels"), "levels", "levels", listed=True)
        self._role_places = self._places(by_key.get("roles"), "roles", "roles")
        self._known["level"] = self._level_places
        self._known["role"] = {**self._level_places, **self._role_places}
        self.order = tuple(self._level_places)
        self._ranks = {name: position for position, name in enumerate(self.order, 1)}
        self.role_ids = tuple(self._role_places)
        for name in self._role_places.keys() & self._level_places.keys():
            where = self._role_places[name]
            self.problems.append(Problem(where.shown, *where.at, f"the id {quoted(name)} is a level's, too", "give the role another id"))
        context.steps = _steps(by_key.get("competencies"))
        self.header: Header = record(Header, root, context)
        self._steps = context.steps
        self.check()

    def _level(self, name: str) -> Level:
        if name not in self._levels:
            self._levels[name] = self._one(self._level_places[name], name, Level)
            if self._levels[name].rank is None:
                self._levels[name] = self._levels[name]._replace(rank=self._ranks[name])
        return self._levels[name]

    def _role(self, name: str) -> Level:
        if name not in self._roles:
            self._roles[name] = self._one(self._role_places[name], name, Level, role=True)
        return self._roles[name]

    def _one(self, where: "Place", name: str, kind: Any, *, role: bool = False) -> Any:
        """The level, role or survey that stands in a place."""
        context = self._context(where.shown)
        context.source = self.header.source
        context.steps = self._steps
        node = where.node if where.node is not None else self._root(where.shown)
        if node is None:
            self.problems.append(Problem(where.shown, 1, 1, "an empty file", "write title: …"))
            return kind(name) if kind is Level else None
        if kind is Level:
            return forms.level(node, context, name, role=role)
        body = node
        if isinstance(node, MappingNode):
            kept = [(key, value) for key, value in node.value if not (key.value == "id" and value.value == name)]
            body = MappingNode("", kept, node.start_mark, node.end_mark)
        return record(kind, body, context, id=name)

    def _root(self, shown: str) -> Node | None:
        """The tree of a file; what is wrong with it as YAML is noted, and None given."""
        try:
            return compose(read_text(shown, shown), shown)
        except InvalidLadder as error:
            self.problems.extend(error.problems)
            if shown == self.head:
                self.check()
            return None

    def _context(self, shown: str) -> Context:
        return Context(shown, self._known, self.problems)

    def _table(self, inline: Node | None, file: str, kind: Any) -> dict[str, Any]:
        """Records by id, from a key of ladder.yaml or from a file beside it."""
        if inline is not None:
            return keyed(kind, inline, self._context(self.head))
        path = os.path.join(self.path, file)
        if self.single or not os.path.lexists(path):
            return {}
        root = self._root(path)
        return keyed(kind, root, self._context(path)) if root is not None else {}

    def _places(self, inline: Node | None, folder: str, what: str, *, listed: bool = False) -> "dict[str, Place]":
        """Where each level, role or survey stands: in ladder.yaml, or in a file of its own.

        `listed`: the key in ladder.yaml names them all, in order; a file that it does not name is a problem.
        """
        context = self._context(self.head)
        files = self._files(folder)
        places: dict[str, Place] = {}
        if isinstance(inline, MappingNode):
            entries: list[tuple[str, Node, Node | None]] = list(pairs(inline, context, what=what))
        else:
            entries = [entry for item in (items(inline, context, what=what) if inline else []) for entry in _entry(item, context, what)]
        for name, at, body in entries:
            if name in places:
                context.wrong(at, f"the id {quoted(name)} stands twice in `{folder}`", "keep one, or rename it")
            elif not valid_id(name):
                context.wrong(at, f"an id cannot be {quoted(name)}", "leave out `:` and `/`")
            elif body is not None:
                places[name] = Place(self.head, place(at), body)
            elif name in files:
                places[name] = Place(files.pop(name), (1, 1))
            else:
                near = did_you_mean(nearest(name, files))
                context.wrong(at, f"no file {folder}/{name}.yaml", near or "write the file, or the level itself in place of its id")
        if listed and inline is not None:
            for name, file in files.items():
                near = did_you_mean([name for name in nearest(name, places) if places[name].node is None])
                hint = f"add {name} to `{folder}` in {HEADER}"
                self.problems.append(Problem(file, 1, 1, f"{HEADER} does not name this file", near or hint))
        else:
            places.update((name, Place(file, (1, 1))) for name, file in files.items())
        return places

    def _files(self, folder: str) -> dict[str, str]:
        """The YAML files of a folder by their ids, in alphabetical order."""
        if self.single:
            return {}
        path = os.path.join(self.path, folder)
        try:
            names = sorted(os.listdir(path))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise CannotRead(f"{quoted(path)} cannot be read: {(error.strerror or '').lower()}") from error
        files: dict[str, str] = {}
        for name in names:
            stem, suffix = os.path.splitext(name)
            if suffix in SUFFIXES and not name.startswith("."):
                file = os.path.join(path, name)
                if stem in files:
                    self.problems.append(Problem(file, 1, 1, f"the id {quoted(stem)} has two files", "keep one"))
                files[stem] = file
        return files


class Place(NamedTuple):
    """Where a level, role or survey stands: a file of its own, or a node of ladder.yaml."""

    shown: str
    at: tuple[int, int]
    node: Node | None = None


def inherited(role: Level, level: Level) -> Level:
    """A role with what it leaves out taken from its level, key by key."""
    return role._replace(
        track=role.track or level.track,
        rank=level.rank if role.rank is None else role.rank,
        summary=role.summary or level.summary,
        points=level.points if role.points is None else role.points,
        years=role.years or level.years,
        expects={**level.expects, **role.expects},
        time={**level.time, **role.time},
        days=role.days or level.days,
        topics={**level.topics, **role.topics},
        next=role.next or level.next,
        fit=role.fit or level.fit,
        faq=role.faq or level.faq,
    )


def _entry(node: Node, context: Context, what: str) -> Iterator[tuple[str, Node, Node | None]]:
    """An item of `levels`: an id, or a mapping with one."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == "id":
                name = scalar(value, context, "an id")
                if name is not None:
                    yield name, value, node
                return
        context.wrong(node, "the key 'id' is missing", f"each of `{what}` has an id")
    else:
        name = scalar(node, context, "an id")
        if name is not None:
            yield name, node, None


def _keys(node: Node | None) -> tuple[str, ...]:
    return tuple(key.value for key, _ in node.value) if isinstance(node, MappingNode) else ()


def _steps(node: Node | None) -> dict[str, tuple[str, ...]]:
    """The steps' ids of each competency that has a scale."""
    scales: dict[str, tuple[str, ...]] = {}
    for key, value in node.value if isinstance(node, MappingNode) else []:
        for name, steps in value.value if isinstance(value, MappingNode) else []:
            if name.value == "steps" and isinstance(steps.value, list):
                ids = [part.value for step in steps.value if isinstance(step, MappingNode) for word, part in step.value if word.value == "id"]
                scales[key.value] = tuple(part for part in ids if isinstance(part, str))
    return scales


__all__ = ["Folder", "inherited", "is_ladder"]
