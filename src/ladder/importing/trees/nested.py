"""YAML and JSON of any shape: names below names down to texts, levels and competencies in either order.

What the names name is told by where they stand and by their words. Nothing is dropped: a text that stands below no
level, or says what nothing is known of, is left with the draft.
"""

from collections.abc import Sequence
from typing import Any, Final

from ladder.errors import CannotRead, LadderError, quoted
from ladder.importing.draft import Draft, slug
from ladder.importing.files import File
from ladder.importing.tables.cells import has_bullets, is_nothing, said
from ladder.importing.trees.branches import Branch, Growing, Saying
from ladder.importing.trees.keys import below, counted, forget_id, merge, plain_key
from ladder.importing.trees.leveling import Levels, described
from ladder.importing.trees.ways import Trail, Way, Ways, joined

KNOWN: Final = (
    "shapes that are known: levels with competencies below them or the other way round, records with a level and a"
    " theme each, tracks of milestones, a library of topics with roles"
)
EVERYTHING: Final = "Expectations"
"""The competency of what is said of a level as a whole."""

ANY: Final = "*"
"""Stands for any group, where a competency is named without one."""


def fits(files: Sequence[File]) -> list[File]:
    """The files that hold YAML or JSON other than a bare text or a schema."""
    return [file for file in files if file.suffix in (".json", ".yaml", ".yml") and _is_document(file)]


def read(files: Sequence[File], draft: Draft, *, transpose: bool = False) -> None:
    """Reads all files as one ladder; with `transpose` what was taken for levels are competencies, and the other way.

    Raises LadderError where a file is a ladder in this program's format already, CannotRead where nothing reads as one.
    """
    for file in files:
        if isinstance(file.tree, dict) and file.tree.get("format") == "1":
            raise LadderError(f"{quoted(file.path)} is a ladder already", f"read it with `ladder --ladder {file.path}`")
    shown = files[0].name if len(files) == 1 else f"{len(files)} files"
    growing = Growing(draft)
    root = growing.root(files[0].tree, files[0].name) if len(files) == 1 else Branch("", "", "")
    if len(files) > 1:
        root.children = [growing.root(file.tree, file.name, file.stem, "/file") for file in files]
    ways = Ways(root, transpose=transpose)
    if not ways.found and len(files) == 1:
        root = _as_level(root, files[0].stem)
        ways = Ways(root, transpose=transpose)
    if not ways.found:
        raise CannotRead(f"nothing in {quoted(shown)} reads as a ladder", KNOWN)
    _head(root, draft)
    _Placing(ways, draft).all()
    found = counted(len(draft.levels), len(draft.competencies), draft.statements)
    unsure = "; no name reads like a level: the outer names are taken for levels, --transpose turns it"
    draft.did.append(f"{shown}: {found}{unsure if ways.guessed and not transpose else ''}")


def _is_document(file: File) -> bool:
    tree = file.tree_if_any
    if isinstance(tree, dict) and "$schema" in tree and {"properties", "definitions", "$defs"} & tree.keys():
        return False
    return isinstance(tree, (dict, list)) and bool(tree)


def _as_level(document: Branch, stem: str) -> Branch:
    """A document in which no name is a level as one of a folder of files that are levels."""
    document.slot, document.title = "/file", document.title or stem
    root = Branch("", "", "")
    root.children = [document]
    return root


def _head(root: Branch, draft: Draft) -> None:
    if root.title:
        draft.head.setdefault("title", root.title)
    if root.about:
        draft.head.setdefault("about", "\n\n".join(root.about))
    draft.head |= described(root)
    for one in root.said:
        _leave(one, draft)


class _Placing:
    """Puts what a document says into a draft."""

    def __init__(self, ways: Ways, draft: Draft) -> None:
        self.ways, self.draft = ways, draft
        self.levels = Levels(ways, draft)
        self.subjects: dict[tuple[str, str], str] = {}
        self.used: set[Branch] = set()
        self.met: set[Branch] = set()
        self.defined: dict[str, str] = {}
        self.abouts: dict[str, dict[str, list[str]]] = {}
        self.judged = {
            way.subject[-1] for _, way in ways.read if way and way.subject and way.ends_in_level and not way.level.named
        }
        self.says_more = any(trail[-1].said for trail, way in ways.read if way)

    def all(self) -> None:
        """First what defines competencies, then the cells; last the names that came to nothing."""
        above = {one for trail, way in self.ways.read if way for one in trail}
        for trail, way in self.ways.read:
            if way is None:
                self._define(trail, has_levels=trail[-1] in above)
        for trail, way in self.ways.read:
            if way:
                self._cell(trail[-1], way)
        self._place_abouts()
        used = self.used | {one for _, way in self.ways.read if way for one in (*way.family, way.level)}
        for trail, _ in self.ways.read:
            if trail[-1].told and trail[-1] not in used:
                self.draft.leave(trail[-1].title, trail[-1].at)

    # --- competencies ---

    def _subject(self, names: Trail) -> str:
        """The competency of these names, the last its own and the others its group. It is added where it is new."""
        one = names[-1]
        name = self._known(one, joined(names[:-1]) or one.keys.get("group", ""))
        if one not in self.met:
            self.met.add(one)
            known = self.draft.competencies[name]
            merge(known, described(one, own=("group",)), one.at, self.draft)
            if one.told and one.title != known["title"]:
                merge(known, {"x-called": [one.title]}, one.at, self.draft)
            forget_id(known, name)
        self.used |= set(names)
        return name

    def _known(self, one: Branch, group: str) -> str:
        """The competency of this name: without a group that of any, and what was defined takes the first group."""
        words = [plain_key(called) or called for called in (one.id, one.title) if called]
        for word in words:
            if name := self.subjects.get((group or ANY, word)):
                return name
            if name := self.defined.pop(word, ""):
                self.draft.competencies[name].setdefault("group", group)
                self.subjects[group, word] = name
                return name
        name = self.draft.competency(one.title, id=slug(one.id), **({"group": group} if group else {}))
        for word in words:
            self.subjects.setdefault((group, word), name)
            self.subjects.setdefault((ANY, word), name)
        return name

    def _define(self, trail: Trail, *, has_levels: bool) -> None:
        """What stands below no level: what families and competencies are about, and what has no place."""
        one, names = trail[-1], tuple(each for each in trail if not each.bare)
        told, left = one.about, one.said
        if one.bare or not names:
            pass
        elif one in self.judged or (names[0].hint < 0 and not one.named):
            subject = self._subject(names)
            if not has_levels and "group" not in self.draft.competencies[subject]:
                self.defined |= {plain_key(called) or called: subject for called in (one.id, one.title) if called}
            left = self._by_place(left, subject)
            about = [*told, *(each.text for each in left if not (each.via or each.more))]
            merge(self.draft.competencies[subject], {"about": "\n\n".join(about)}, one.at, self.draft)
            told, left = [], [each for each in left if each.via or each.more]
        elif has_levels and self.ways.families:
            track = self.draft.tracks[self.draft.track(joined(names))]
            merge(track, {"about": "\n\n".join(told), **described(one)}, one.at, self.draft)
            self.used |= set(names)
            told = []
        else:
            left = [*left, Saying("", one.keys, "", one.at)]
        for text in told:
            self.draft.leave(text, one.at)
        for each in left:
            _leave(each, self.draft)

    def _by_place(self, texts: list[Saying], subject: str) -> list[Saying]:
        """Says texts in the cells of the levels, one each in their order, where the levels are no more than listed.

        Returns what it did not say.
        """
        levels = list(self.draft.levels)
        if self.says_more or len(levels) != len(texts) or len(levels) < 2:
            return texts
        for level, each in zip(levels, texts, strict=True):
            self._say(level, subject, each, [])
        return []

    # --- cells ---

    def _cell(self, one: Branch, way: Way) -> None:
        """Says what stands in a branch in the cell of its level and its competency."""
        level = self.levels.find(way)
        vias = {each.via for each in one.said if each.via}
        for each in one.said:
            if way.subject:
                tags = [each.via] if len(vias) > 1 and each.via else []
                self._say(level, self._subject(way.subject), each, tags)
            else:
                via = each.via or (one.title if one.bare else "")
                title = f"{via[:1].upper()}{via[1:]}" or EVERYTHING
                self._say(level, self._subject((Branch(title, "", one.at),)), each, [])
        if not way.subject or (way.ends_in_level and not (one.about or way.subject[-1] in self.judged)):
            return
        if one.bare or (one.named and not way.ends_in_level):
            for text in one.about:
                self.draft.leave(text, one.at)
            if not one.said:
                _leave(Saying("", one.keys, "", one.at), self.draft)
        elif one.about:
            self.abouts.setdefault(self._subject(way.subject), {}).setdefault(level, []).extend(one.about)
        else:
            self._subject(way.subject)

    def _say(self, level: str, subject: str, each: Saying, tags: list[str]) -> None:
        more = {**each.more, "tags": [*each.more.get("tags", []), *tags]}
        if is_nothing(each.text) and not each.more:
            return
        if "\n" not in each.text:
            self.draft.say(level, subject, each.text, **more)
            return
        for number, one in enumerate(said(each.text, paragraphs=not has_bullets(each.text))):
            examples = [*one.examples, *(more.get("examples", []) if number == 0 else [])]
            self.draft.say(level, subject, one.text, **{**(more if number == 0 else {}), "examples": examples})

    def _place_abouts(self) -> None:
        """What all cells of a competency repeat is about it; what differs is said of the level, first in its cell."""
        for subject, by_level in self.abouts.items():
            told = ["\n\n".join(texts) for texts in by_level.values()]
            if len(told) > 1 and len(set(told)) == 1:
                merge(self.draft.competencies[subject], {"about": told[0]}, "", self.draft)
                continue
            for level, texts in by_level.items():
                cell = self.draft.cell(level, subject)
                after = cell.pop("statements", [])
                for text in texts:
                    self._say(level, subject, Saying(text, {}, "", ""), [])
                cell["statements"] = [*cell.get("statements", []), *after]


def _leave(one: Saying, draft: Draft) -> None:
    """Leaves a text and all that stands beside it."""
    draft.leave(one.text, one.at)
    more: dict[str, Any] = one.more
    for key, value in more.items():
        for text in value if isinstance(value, list) else [value]:
            draft.leave(str(text), below(one.at, key))


__all__ = ["fits", "read"]
