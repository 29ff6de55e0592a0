"""One ladder on disk, a folder or a single file, of which only what is asked for is opened.

`Folder(path).ladder(ids)` reads the two levels of a comparison, whether the ladder has seven or two
thousand; `Folder(path).ladder()` reads everything. Problems of all files that were opened are raised
together.
"""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from ladder.errors import CannotRead, InvalidLadder, Problem, quoted
from ladder.model import Company, Ladder, Level, Survey
from ladder.reading import kinds
from ladder.reading.context import Context, is_null, items
from ladder.reading.decoder import record
from ladder.reading.extending import extended_path, joined, over
from ladder.reading.files import Files
from ladder.reading.header import Header, keys, scales
from ladder.reading.kinds import COMPANIES, LEVELS, PAY, ROLES, SOURCES, Kind
from ladder.reading.nodes import MappingNode, Node, place
from ladder.reading.places import Where
from ladder.reading.things import Things

LISTS: Final = {"track": "tracks", "activity": "activities", "topic": "topics", "competency": "competencies"}
"""The lists of ladder.yaml to whose ids something refers."""


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
        """Opens the header alone. Only `parts` are decoded later, or everything.

        Parts are keys of a level (`needs.PARTS`), and names of kinds of files.

        A ladder that this one extends may stand beside it, or in the folders of `reach`, and nowhere else.

        Raises CannotRead where no ladder stands at `path`, InvalidLadder where its header is wrong.
        """
        self.path = path
        self._files = Files(path)
        self.single, self.head, self.problems = self._files.single, self._files.head, self._files.problems
        stem = os.path.basename(os.path.abspath(path))
        self.name = name or (os.path.splitext(stem)[0] if self.single else stem)
        self.base: Folder | None = None
        self._parts = parts
        self._reach = reach
        self._own = Things(self._files, parts)
        self._read: dict[str, dict[str, Any]] = {LEVELS.name: {}, ROLES.name: {}}
        self._roots: dict[str, Node | None] = {}
        self.order: tuple[str, ...] = ()
        self.role_ids: tuple[str, ...] = ()
        self._read_header((*bases, os.path.realpath(path)))

    def ladder(self, ids: Iterable[str] | None = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        """The ladder with the levels and roles that `ids` names, the levels of those roles, and the rest of its files.

        Without `ids`, with all of them; ids that the ladder does not have are passed over. On a cumulative ladder the
        levels below come with each. `pay=False` and `companies=False` leave those files unopened.

        Raises InvalidLadder with the problems of every file that was opened.
        """
        known = self._own.known[ROLES.one]
        wanted = known if ids is None else [name for name in ids if name in known]
        roles = {name: self._role(name) for name in wanted if name not in self._ranks}
        chosen = {*wanted, *(role.level for role in roles.values())}
        if self.header.cumulative:
            highest = max((self._ranks[name] for name in chosen if name in self._ranks), default=0)
            chosen.update(self.order[:highest])
        levels = {name: self._ranked(name) for name in self.order if name in chosen}
        rest = self._rest(pay=pay, companies=companies)
        self.check()
        return self._assembled({LEVELS.name: levels, ROLES.name: roles, **rest})

    def sound(self) -> tuple[Ladder | None, list[Problem]]:
        """The whole ladder without those of its files that have problems, and all problems of all files.

        None where the header has one, or a ladder that this one extends: nothing stands without them.
        """
        levels = {name: self._ranked(name) for name in self.order}
        roles = {name: self._role(name) for name in self.role_ids}
        held = {LEVELS.name: levels, ROLES.name: roles, **self._rest()}
        problems = self._noted()
        wrong = {problem.path for problem in problems}
        if self.head in wrong or (self.base and self.base._noted()):
            return None, problems
        for kind in kinds.KINDS:
            if kind.folder:
                where, found = self._own.places(kind), held[kind.name]
                held[kind.name] = {name: one for name, one in found.items() if where.get(name) not in wrong}
            elif self._files.beside(kind.file) in wrong:
                held[kind.name] = {}
        levels, roles = held[LEVELS.name], held[ROLES.name]
        held[ROLES.name] = {name: one for name, one in roles.items() if one.level in levels}
        return self._assembled(held), problems

    def standing(self, kind: str, name: str) -> tuple[str, Node | None]:
        """The file in which one thing of a kind that has a folder ("levels", "comp") stands, and its node there.

        For any other kind the header, and its node.
        """
        where = self._own.where.get(kind, {}).get(name)
        if not where and kind in kinds.folders() and self.base:
            return self.base.standing(kind, name)
        if where and not isinstance(where, str):
            return self.head, where.node
        shown = where or self.head
        if shown not in self._roots:
            self._roots[shown] = self._files.tree(shown)
        return shown, self._roots[shown]

    def titles(self) -> dict[str, tuple[str, ...]]:
        """The title and the aliases of every level and role, without decoding the rest of their files."""
        lower = self.base.titles() if self.base else {}
        result = {}
        for name in (*self.order, *self.role_ids):
            where = self._stands(name)
            title, aliases = self._own.title(where) if where else ("", ())
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

    def things(self, kind: Kind) -> Mapping[str, Any]:
        """Everything of a kind but levels and roles, by id.

        Raises InvalidLadder with the problems of every file that was opened.
        """
        found = self._all(kind)
        self.check()
        return found

    def surveys(self) -> Mapping[str, Survey]:
        """Every survey of pay, by id."""
        return self.things(PAY)

    def companies(self) -> Mapping[str, Company]:
        """How other companies name these levels, by company."""
        return self.things(COMPANIES)

    def check(self) -> None:
        """Raises InvalidLadder where anything opened so far has a problem."""
        if problems := self._noted():
            raise InvalidLadder(problems)

    def _noted(self) -> list[Problem]:
        """The problems of this ladder's files, after those of the ladder that it extends, each file's by line."""
        files = {path: place for place, path in enumerate(dict.fromkeys(one.path for one in self.problems))}
        own = sorted(self.problems, key=lambda one: (files[one.path], one.line, one.column))
        return [*(self.base._noted() if self.base else ()), *own]

    # -- ladder.yaml

    def _read_header(self, bases: tuple[str, ...]) -> None:
        root = self._files.tree(self.head)
        if root is None:
            self.check()
        if not isinstance(root, MappingNode):
            hint = "begin with format: 1"
            empty = Problem(self.head, 1, 1, "empty", "the file is empty", hint)
            message = "expected a ladder, which is a mapping"
            other = root and Problem(self.head, *place(root), "type", message, hint)
            raise InvalidLadder([*self.problems, other or empty])
        by_key = {key.value: value for key, value in root.value if isinstance(key.value, str)}
        own, names = self._own, kinds.names()
        own.inline = {name: by_key[name] for name in names if name in by_key and not is_null(by_key[name])}
        if "extends" in by_key and not is_null(by_key["extends"]):
            self.base = self._extended(by_key["extends"], own.context(self.head), bases)
        if self.base:
            own.cited = self.base._own.cited
        self._know(SOURCES.one, own.source_ids())
        for one, key in LISTS.items():
            self._know(one, keys(by_key.get(key)))
        own.steps = {**(self.base._own.steps if self.base else {}), **scales(by_key.get("competencies"))}
        self._find_levels()
        context = own.context(self.head)
        if "source" in by_key:
            named = items(by_key["source"], context, what="sources")
            context.source = tuple(item.value for item in named if isinstance(item.value, str))
        self.header: Header = record(Header, root, context, elsewhere=names)
        if self.base:
            self.header = over(self.base.header, self.header)._replace(title=self.header.title)
        own.source = self.header.source
        self._read_referred()

    def _extended(self, node: Node, context: Context, bases: tuple[str, ...]) -> "Folder | None":
        """The ladder that this one extends. Raises InvalidLadder where it cannot be read."""
        reach = self._reach or (os.path.dirname(bases[0]),)
        target = extended_path(node, context, self.head, bases=bases, reach=reach)
        if target is None:
            return None
        try:
            return Folder(target, parts=self._parts, reach=reach, bases=bases)
        except InvalidLadder as error:
            self.problems.extend(error.problems)
        except CannotRead as error:
            context.wrong(node, "extends", error.message, "the path is relative to this file's folder")
        self.check()
        return None

    def _know(self, one: str, names: Collection[str]) -> None:
        """Sets the names that a reference may have: the ladder's own, and those of the ladder that it extends."""
        below = self.base._own.known[one] if self.base else ()
        self._own.known[one] = {**dict.fromkeys(below), **dict.fromkeys(names)} if self.base else names

    def _find_levels(self) -> None:
        """Where every level and role stands, and in which order."""
        own = self._own
        below = self.base.order if self.base else ()
        levels, roles = own.places(LEVELS, below=below), own.places(ROLES)
        self.order = tuple(levels if LEVELS.name in own.inline else dict.fromkeys((*below, *levels)))
        self._ranks = {name: position for position, name in enumerate(self.order, 1)}
        self.role_ids = tuple(dict.fromkeys((*self._roles_below(), *roles)))
        own.known[LEVELS.one] = self._ranks
        own.known[ROLES.one] = {**self._ranks, **dict.fromkeys(self.role_ids)}
        for name in roles.keys() & self._ranks.keys():
            where = roles[name]
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

    def _read_referred(self) -> None:
        """Reads what else is referred to, where anything that refers to it may be asked for; all ids first."""
        referred = [kind for kind in kinds.KINDS if kind.referred and self._asked(kind)]
        rest = [kind for kind in referred if kind not in (LEVELS, ROLES, SOURCES)]
        for kind in rest:
            self._know(kind.one, self._own.ids(kind))
        for kind in rest:
            self._all(kind)

    # -- things of this ladder over those of the one that it extends

    def _ranked(self, name: str) -> Level:
        level = self._level(name)
        return level._replace(rank=self._ranks[name]) if level.rank is None else level

    def _level(self, name: str) -> Level:
        return self._leveled(LEVELS, name, self.base._level(name) if self.base and name in self.base.order else None)

    def _role(self, name: str) -> Level:
        return self._leveled(ROLES, name, self.base._role(name) if self.base and name in self.base.role_ids else None)

    def _leveled(self, kind: Kind, name: str, base: Level | None) -> Level:
        """What stands here over what the extended ladder has; one of the two exists."""
        read = self._read[kind.name]
        if name not in read:
            where = self._own.where[kind.name].get(name)
            own = self._own.one(kind, where, name, over=base is not None) if where else None
            read[name] = over(base, own) if own and base else own or base or Level(name)
        return read[name]  # type: ignore[no-any-return]

    def _stands(self, name: str) -> Where:
        """Where a level or role stands; empty where the extended ladder alone has it."""
        places = self._own.where
        return places[LEVELS.name].get(name) or places[ROLES.name].get(name, "")

    def _text(self, name: str) -> str:
        """What the files say of a level or role as they stand, those of the ladder that is extended first."""
        below = self.base._text(name) if self.base else ""
        where = self._stands(name)
        return f"{below}\n{self._own.text(where)}" if where else below

    def _asked(self, kind: Kind) -> bool:
        """Whether a kind is read, where only parts of a ladder are."""
        parts = self._parts
        return parts is None or kind.name in parts or any(part in parts for part in kind.parts)

    def _rest(self, *, pay: bool = True, companies: bool = True) -> dict[str, dict[str, Any]]:
        """All that is asked for beside levels and roles, by kind."""
        asked = {PAY.name: pay, COMPANIES.name: companies}
        rest = [kind for kind in kinds.KINDS if kind not in (LEVELS, ROLES, SOURCES)]
        held = {kind.name: self._all(kind) for kind in rest if asked.get(kind.name, self._asked(kind))}
        return {**held, SOURCES.name: self._sources()}  # at last: what was read cites them

    def _all(self, kind: Kind) -> dict[str, object]:
        """Everything of a kind."""
        if kind.name not in self._read:
            own = self._own.all(kind)
            self._read[kind.name] = joined(self.base._all(kind), own) if self.base else own
        return self._read[kind.name]

    def _sources(self) -> dict[str, object]:
        own = self._own.sources()
        return joined(self.base._sources(), own) if self.base else own

    def _assembled(self, held: Mapping[str, Mapping[str, object]]) -> Ladder:
        """The ladder, of what its header says and of what was read."""
        said = {field: getattr(self.header, field) for field in Header._fields if field in Ladder._fields}
        fields = {kind.field: held[kind.name] for kind in kinds.KINDS if kind.field and kind.name in held}
        own = {"name": self.name, "title": said["title"] or self.name, "order": self.order, "role_ids": self.role_ids}
        return Ladder(**{**said, **own, **fields})


__all__ = ["Folder"]
