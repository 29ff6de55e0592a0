"""Any documents to one draft: each kind is opened by its source, understood in `infer`, and placed.

A few published shapes refer from one place to another (scales, libraries, points); these have readers of their own.
"""

import os
import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

from ladder.errors import CannotRead, InvalidLadder, LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.importing import infer, long, own
from ladder.importing.draft import Draft, tidy, trimmed
from ladder.importing.facts import Level, Reading, Step, Subject
from ladder.importing.files import File
from ladder.importing.node import Ledger, Node, Text
from ladder.importing.place import Placing
from ladder.importing.sides import banded
from ladder.importing.sources import data, marked, sheet
from ladder.importing.sources.marked import stem
from ladder.importing.tabled import of_tables
from ladder.importing.unfold import Tree, kind
from ladder.importing.words import is_level, key
from ladder.markup.inline import bare


class Shape(Frozen):
    """A shape by the name that `--from` takes. `module` reads what refers from one place to another."""

    name: str
    about: str
    kind: str = "none"
    module: str = ""


SHAPES: Final = (
    Shape("table", "CSV, TSV or a workbook: levels by competencies, or a statement a row", "sheet"),
    Shape("markdown", "Markdown, HTML or DOCX: headings for levels and competencies, bullets, tables", "page"),
    Shape("tree", "YAML or JSON in which levels and competencies are names, keys or fields", "data"),
    Shape("ft", "YAML or JSON: levels, themes, and records that name one of each", "data"),
    Shape("monzo", "Markdown with topics, levels and criteria in its front matter", "data"),
    Shape("engineeringladders", "Markdown: scales of named steps, and positions on them", module="positions"),
    Shape("snowflake", "JSON or YAML: tracks of milestones that earn points", module="milestones"),
    Shape("unidays", "JSON or YAML: a library of competencies, and roles that refer to it", module="library"),
)
"""What `--from` takes."""

WHERE: Final = "rows, columns, headings 2, bold, bullets, files, a key, or a column"
"""What says where levels and competencies stand."""
NAMED: Final = 5
"""How many of the files that are passed over are named."""
BESIDE: Final = ("readme", "license", "licence", "contributing", "changelog", "code of conduct", "notice", "note")
"""Names of files that stand beside a ladder and are none."""
INDEX: Final = ("readme", "index", "introduction", "intro", "overview", "about")
LONG_ABOUT: Final = 1500
"""Up to so many characters the text below a page's title is what the ladder is about."""


class Wish(Frozen):
    """What a person decided: where levels and competencies stand; `turn` exchanges what was understood."""

    levels: str = ""
    competencies: str = ""
    turn: bool = False


class Understood(Frozen):
    """A draft with the ledger of all that was read for it."""

    draft: Draft
    ledger: Ledger


def read(files: Sequence[File], *, shape: str = "", wish: Wish | None = None, over: Sequence[str] = ()) -> Understood:
    """What the files say. `over` are the paths of others, which nobody reads.

    Raises LadderError for a shape that is none, CannotRead where nothing of a ladder was found, InvalidLadder with the
    place where the only file is broken.
    """
    named = _named(shape) if shape else None
    if not any(file.says_anything for file in files):
        raise CannotRead(f"nothing stands in {quoted(_listed([file.path for file in files]))}", "give a file with text")
    whole, broken = _whole(files)
    for one in [named] if named else SHAPES:
        reader: Any = import_module(f"ladder.importing.scales.{one.module}") if one.module else None
        if reader and (mine := reader.fits(whole)):
            draft, ledger = Draft(), Ledger()
            reader.read(mine, draft, ledger)
            over = [*(file.path for file in whole if file not in mine), *over]
            return _told(Understood(draft, ledger), files, "", broken, over)
    importing = _Import(wish or Wish(), named.kind if named else "", over)
    return importing.all(whole, broken, named.name if named else "")


def _named(shape: str) -> Shape:
    known = {one.name: one for one in SHAPES}
    if shape.lower() in known:
        return known[shape.lower()]
    raise LadderError(
        f"no shape {quoted(shape)}", did_you_mean(nearest(shape, [*known])) or f"one of {', '.join(known)}"
    )


def _whole(files: Sequence[File]) -> tuple[list[File], list[str]]:
    """The files that can be read, and a line for each that cannot. Raises where there is no other."""
    good: list[File] = []
    errors: list[InvalidLadder] = []
    for file in files:
        try:
            if file.is_data or (file.is_markdown and file.front[0]):
                _ = file.tree
            file.check()
            good.append(file)
        except InvalidLadder as error:
            errors.append(error)
    if errors and all(not file.is_data and file.stem.casefold() in BESIDE for file in good):
        raise errors[0]
    return good, [f"not read: {error.problems[0]}" for error in errors]


def _told(
    found: Understood, files: Sequence[File], shape: str, broken: Sequence[str], over: Sequence[str]
) -> Understood:
    """What was understood, with a line on what was not read. Raises CannotRead where there is no level in it."""
    if not found.draft.levels:
        raise CannotRead(
            f"no level found in {quoted(_listed([file.path for file in files]))}" + (f" as {shape}" if shape else ""),
            f"levels stand along one side of a table, or are headings or keys; `--levels` says which: {WHERE}",
        )
    over = [*over, *found.ledger.over]
    found.draft.did += [*broken, *([f"passed over: {_listed(over)}"] if over else [])]
    return found


class _Import:
    """Files of any kind on the way to one draft."""

    def __init__(self, wish: Wish, kind: str, over: Sequence[str]) -> None:
        self.wish, self.kind = wish, kind
        self.draft, self.ledger = Draft(), Ledger()
        self.over = list(over)
        self.unsure: list[str] = []
        self.met = False

    def all(self, files: Sequence[File], broken: Sequence[str], shape: str) -> Understood:
        """Opens, understands and places all files."""
        roots: dict[str, list[Node]] = {"data": [], "page": [], "sheet": []}
        for file in files:
            self._open(file, roots)
        if not any(roots.values()):
            names = quoted(_listed([file.path for file in files])) + (f" as {shape}" if shape else "")
            known = ", ".join(one.name for one in SHAPES)
            raise CannotRead(f"no ladder found in {names}", f"`--from` names the shape: {known}")
        placing = Placing(self.draft, self.ledger)
        for found in roots.values():
            beside = {root.file for root in found if stem(root.file).casefold() in BESIDE}
            if found and not self._kind(found, placing) and len(files) > len(beside) > 0:
                self.over += [path for path in beside if path not in self.over]
                self.ledger.excuse(*(one for one in self.ledger.texts if one.at.rpartition(":")[0] in beside))
        if not self.met:
            where = quoted(_listed([file.path for file in files]))
            raise CannotRead(f"nothing in {where} is called {quoted(self.wish.levels)}", f"`--levels` takes {WHERE}")
        self._head([root for found in roots.values() for root in found] if self.draft.levels else [])
        if placing.turned:
            self.draft.did.append("the highest level stood first: turned round, lowest first")
        return _told(Understood(self.draft, self.ledger), files, shape, [*self.unsure, *broken], self.over)

    def _open(self, file: File, roots: dict[str, list[Node]]) -> None:
        """Adds the document of a file, by its kind; front matter that holds more than a title is one of its own."""
        kind = "data" if file.is_data else "sheet" if sheet.is_table(file) else "page"
        tree = file.tree_if_any if file.is_data or (file.is_markdown and file.front[0]) else None
        schema = isinstance(tree, dict) and "$schema" in tree and {"properties", "definitions", "$defs"} & tree.keys()
        if (self.kind not in ("", kind) and kind != "page") or (kind == "data" and (not tree or schema)):
            self.over.append(file.path)
        elif kind == "sheet":
            roots[kind].append(sheet.sheet(file, self.ledger))
        elif kind == "data":
            roots[kind].append(data.document(tree, file, self.ledger))
        else:
            front = data.document(tree, file, self.ledger) if isinstance(tree, dict) else None
            roots["data"] += [front] if front and front.parts else []
            if self.kind == "data" and not (front and front.parts):
                self.over.append(file.path)
                return
            page = marked.page(file, self.ledger)
            if front and not front.parts:  # it describes the page
                page.keys, page.about = front.keys, [*front.about, *page.about]
                if front.text and not page.text:
                    page.label, page.text = front.label, front.text
            if file.front[1].strip() and self.kind != "data":
                roots["page"].append(page)

    def _kind(self, roots: list[Node], placing: Placing) -> bool:
        """Understands documents of one kind; whether there are levels in them."""
        for node in [node for root in roots for node in root.walk()]:
            for grid in node.grids:
                self.ledger.heads.update((cell.id, heads) for cell, heads in grid.heads())
                node.parts[(place := node.parts.index(grid)) : place + 1] = banded(grid)
        left = [root for root in roots if not self._rows(root, placing)]
        if not left:
            return True
        wish = self.wish
        for node in [node for root in left for node in root.walk()] if wish.competencies else ():
            if infer.is_called(node, wish.competencies):
                node.hint, node.depth = "competency", min(node.depth, 6)
        found = infer.tables(left)
        sides = wish.levels if wish.levels in ("rows", "columns") else ""
        if wish.competencies in ("rows", "columns"):
            sides = "columns" if wish.competencies == "rows" else "rows"
        corners = {key(one.rows[0][0].text) for one in found if one.rows[0][0].text}
        if wish.levels and not sides and key(wish.levels) in corners:
            sides = "rows"  # the column of that name
        slot = "" if sides else wish.levels
        best, rival = infer.levels(left, [] if slot else found, slot)
        if sides:
            best = infer.Assignment([], left)
        self.met |= not wish.levels or bool(best.nodes or (sides and found))
        mine = self._tables(found, best, sides, slot)
        readings: list[tuple[str, Reading]] = []
        if best.nodes:
            reading = Tree(left, best, mine).read()
            if reading.levels and not (best.guessed and (self.draft.levels or not reading.facts)):
                reading = _exchanged(reading) if wish.turn else reading
                if best.guessed and not wish.turn:
                    reading.how += "; no name reads like a level: --levels or --transpose decides otherwise"
                one = os.path.basename(roots[0].at[:-2]) if len(roots) == 1 else f"{len(roots)} files"
                readings.append((one if roots[0].at.endswith(": ") else "", reading))
                if rival and not slot and best.score - rival.score < infer.MARGIN:
                    self.unsure.append(f"levels could also be {kind(rival.nodes)}: --levels decides")
        if not (readings and wish.turn):
            of = of_tables(mine, turn=wish.turn and not sides, sides=sides)
            _stepped(of, left)
            names = (os.path.basename(one.page.file) or "the table" for one in mine)
            readings += zip(names, of, strict=True)
        for name, reading in readings:
            placing.place(reading)
            line = f"{name}: {reading.how}" if name else reading.how
            self.draft.did += [] if line in self.draft.did else [line]
        return bool(readings)

    def _tables(self, found: Sequence[infer.Table], best: infer.Assignment, sides: str, slot: str) -> list[infer.Table]:
        """The tables that are ladders of their own, and no part of what stands below a level."""
        inside = {id(grid) for node in best.nodes for one in node.walk() for grid in one.grids}
        free = bool(sides) or self.wish.turn or not best.nodes
        mine = [one for one in found if free or (one.has_levels and not slot)]
        mine = [one for one in mine if id(one.grid) not in inside or one.has_levels]
        if sides:
            return [one for one in mine if one.matrix("", turn=one.turn(sides)).is_ladder(sentences=False)]
        sure = any(one.has_levels or not one.sides.unsure for one in mine)
        mine = [one for one in mine if not (sure and one.sides.unsure)]
        turn = self.wish.turn
        return [one for one in mine if one.matrix("", turn=turn).is_ladder(sentences=one.sides.unsure)]

    def _rows(self, root: Node, placing: Placing) -> bool:
        """Places a table of one statement a row; whether the document is that and nothing else."""
        if root.inside or len(root.grids) != 1 or root.texts:
            return False
        how = "one statement a row, as ladder writes it"
        if own.placed(root.grids[0], self.draft):
            self.met = True
            self.ledger.excuse(*(cell for row in root.grids[0].rows for cell in row.cells))
        else:
            reading = long.read(root.grids[0], self.ledger, self.wish.levels, self.wish.competencies)
            if reading is None:
                return False
            reading = _exchanged(reading) if self.wish.turn else reading
            placing.place(reading)
            how, self.met = reading.how, True
        self.draft.did.append(f"{os.path.basename(root.file)}: {how}")
        return True

    def _head(self, roots: Sequence[Node]) -> None:
        """The ladder's title and what it is about, from the only document or from the one that speaks of all."""
        single = len({root.file for root in roots}) == 1
        head = self.draft.head
        for root in roots if single else [one for one in roots if stem(one.file).lower() in INDEX]:
            if root.text and self.ledger.used(root.text) and root.text.kind != "label":
                continue
            title = tidy(bare(root.label))
            if title and root.text and title.lower() not in INDEX and not is_level(title):
                head.setdefault("title", title)
            for name, value in root.keys.items():
                head.setdefault(name, value)
            leading = [*root.about]
            for part in root.parts:
                if not isinstance(part, Text) or part.kind != "text":
                    break
                leading.append(part)
            leading = [one for one in leading if not self.ledger.used(one)]
            if leading and "about" not in head and sum(len(one.text) for one in leading) <= LONG_ABOUT:
                head["about"] = trimmed("\n\n".join(bare(one.text) for one in leading))
                self.ledger.use(*leading)
        self.ledger.use(
            *(one.text for one in roots if one.slot == "file" and tidy(bare(one.label)) == head.get("title"))
        )


def _stepped(readings: Sequence[Reading], roots: Sequence[Node]) -> None:
    """Tables whose cells are numbers of steps that the document describes: "2" where a heading says "2 - Able"."""
    for node in (node for root in roots for node in root.walk()):
        named = ((kid, re.fullmatch(r"(\d{1,2})\s*[-–—:.]\s*(.+)", kid.label)) for kid in node.inside)
        steps = [Step(found[1], tidy(found[2]), kid.text, tuple(kid.texts)) for kid, found in named if found]
        names = {key(word) for step in steps for word in (step.id, step.title)}
        for reading in readings if len(steps) > 1 else ():
            if reading.facts and all(key(fact.text.text) in names for fact in reading.facts):
                reading.steps = steps


def _exchanged(reading: Reading) -> Reading:
    """Levels for competencies, and competencies for levels."""
    found = Reading()
    levels: dict[int, Level] = {}
    subjects: dict[int, Subject] = {}
    for subject in reading.subjects:
        levels[id(subject)] = Level(bare(subject.label), *subject.texts, track=subject.group, id=subject.id)
        levels[id(subject)].about = list(subject.about)
    for one in reading.levels:
        subjects[id(one)] = Subject(one.label, *one.texts, group=one.track, id=one.id)
        subjects[id(one)].about = list(one.about)
    found.levels, found.subjects = list(levels.values()), list(subjects.values())
    found.facts = [
        fact._replace(level=levels[id(fact.subject)], subject=subjects[id(fact.level)]) for fact in reading.facts
    ]
    found.titles = reading.titles
    found.how = f"{reading.how}; then levels and competencies were exchanged"
    return found


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


__all__ = ["SHAPES", "WHERE", "Understood", "Wish", "read"]
