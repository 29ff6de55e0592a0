"""Any documents to one draft: each kind is opened by its source, understood in `infer`, and placed.

A few published shapes refer from one place to another (scales, libraries, points); these have readers of their own.
"""

import itertools
import os
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

from ladder.errors import CannotRead, InvalidLadder, LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.importing import infer, long, own
from ladder.importing.draft import Draft, tidy, trimmed
from ladder.importing.facts import Level, Reading, Step, Subject
from ladder.importing.files import File
from ladder.importing.matrix import cells_of
from ladder.importing.node import Grid, Ledger, Node
from ladder.importing.place import Placing
from ladder.importing.sources import data, marked, sheet
from ladder.importing.unfold import Tree, of_tables
from ladder.importing.words import COMPETENCY, is_level, key
from ladder.markup.inline import bare


class Shape(Frozen):
    """A shape by the name that `--from` takes. `module` reads what refers from one place to another."""

    name: str
    about: str
    module: str = ""


SHAPES: Final = (
    Shape("table", "CSV, TSV or a workbook: levels by competencies, or a statement a row"),
    Shape("markdown", "Markdown, HTML or DOCX: headings for levels and competencies, bullets, tables"),
    Shape("tree", "YAML or JSON in which levels and competencies are names, keys or fields"),
    Shape("ft", "YAML or JSON: levels, themes, and records that name one of each"),
    Shape("monzo", "Markdown with topics, levels and criteria in its front matter"),
    Shape(
        "engineeringladders", "Markdown: scales of named steps, and positions that stand on them", "scales.positions"
    ),
    Shape("snowflake", "JSON or YAML: tracks of milestones that earn points", "scales.milestones"),
    Shape("unidays", "JSON or YAML: a library of competencies, and roles that refer to it", "scales.library"),
)
"""What `--from` takes."""

KINDS: Final = {"table": "sheet", "markdown": "page", "tree": "data", "ft": "data", "monzo": "data"}
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
    over: tuple[str, ...] = ()


def read(files: Sequence[File], *, shape: str = "", wish: Wish | None = None, transpose: bool = False) -> Understood:
    """What the files say.

    Raises LadderError for a shape that is none, CannotRead where nothing of a ladder was found, InvalidLadder with the
    place where the only file is broken.
    """
    wish = wish or Wish(turn=transpose)
    named = _named(shape) if shape else None
    if not any(file.says_anything for file in files):
        raise CannotRead(f"nothing stands in {quoted(_listed([file.path for file in files]))}", "give a file with text")
    whole, broken = _whole(files)
    for one in [named] if named else SHAPES:
        if one.module:
            reader: Any = import_module(f"ladder.importing.{one.module}")
            if matching := reader.fits(whole):
                return _scales(reader, matching, files, broken)
    kind = KINDS.get(named.name, "none") if named else ""
    return _Import(whole, broken, wish, kind, named.name if named else "").all(files)


def _named(shape: str) -> Shape:
    for one in SHAPES:
        if one.name == shape.lower():
            return one
    known = [one.name for one in SHAPES]
    raise LadderError(f"no shape {quoted(shape)}", did_you_mean(nearest(shape, known)) or f"one of {', '.join(known)}")


def _whole(files: Sequence[File]) -> tuple[list[File], list[str]]:
    """The files that can be read, and a line for each that cannot. Raises where there is no other."""
    good: list[File] = []
    lines: list[str] = []
    first: InvalidLadder | None = None
    for file in files:
        try:
            if file.is_data or (file.is_markdown and file.front[0]):
                _ = file.tree
            file.check()
            good.append(file)
        except InvalidLadder as error:
            first = first or error
            lines.append(f"not read: {error.problems[0]}")
    if first and (not good or len(files) == 1):
        raise first
    if first and all(not file.is_data and file.stem.casefold() in BESIDE for file in good):
        raise first
    return good, lines


def _scales(reader: Any, matching: Sequence[File], files: Sequence[File], broken: list[str]) -> Understood:
    """Files of a shape that refers from one place to another. Their reader leaves what it has no place for itself."""
    draft, ledger = Draft(), Ledger()
    reader.read(matching, draft, ledger)
    over = [file.path for file in files if file not in matching]
    draft.did += broken
    if over := [path for path in over if not any(path in line for line in broken)]:
        draft.did.append(f"passed over: {_listed(over)}")
    if not draft.levels:
        raise _nothing(files)
    return Understood(draft, ledger, tuple(over))


def _nothing(files: Sequence[File], shape: str = "") -> CannotRead:
    names = _listed([file.path for file in files])
    return CannotRead(
        f"no level found in {quoted(names)}" + (f" as {shape}" if shape else ""),
        "levels stand along one side of a table, or are headings or keys; `--levels` says which: rows, columns,"
        " headings 2, bold, bullets, files, or a key",
    )


class _Import:
    """Files of any kind on the way to one draft."""

    def __init__(self, files: Sequence[File], broken: list[str], wish: Wish, kind: str, shape: str) -> None:
        self.files, self.broken, self.wish, self.kind, self.shape = files, broken, wish, kind, shape
        self.draft, self.ledger = Draft(), Ledger()
        self.over: list[str] = []
        self.unsure: list[str] = []

    def all(self, files: Sequence[File]) -> Understood:
        """Opens, understands and places all files."""
        roots = self._opened()
        if not any(roots.values()):
            raise CannotRead(
                f"no ladder found in {quoted(_listed([file.path for file in files]))}"
                + (f" as {self.shape}" if self.shape else ""),
                f"`--from` names the shape: {', '.join(one.name for one in SHAPES)}",
            )
        placing = Placing(self.draft, self.ledger)
        several = len(files) > 1
        for kind in ("data", "page", "sheet"):
            found = roots[kind]
            beside = [root for root in found if _stem(root).casefold() in BESIDE]
            read = self._kind(found, placing, several=several) if found else False
            if not read and found and beside and len(files) > len(beside):
                self._pass_over(beside)
        if not self.draft.levels:
            raise _nothing(files, self.shape)
        self._head([root for found in roots.values() for root in found])
        if placing.turned:
            self.draft.did.append("the highest level stood first: turned round, lowest first")
        self.draft.did += [*self.unsure, *self.broken]
        if self.over:
            self.draft.did.append(f"passed over: {_listed(self.over)}")
        return Understood(self.draft, self.ledger, tuple(self.over))

    def _opened(self) -> dict[str, list[Node]]:
        """The documents by their kind."""
        roots: dict[str, list[Node]] = {"data": [], "page": [], "sheet": []}
        for file in self.files:
            kind, made = self._root(file)
            if self.kind and kind != self.kind and not (kind == "page" and self.kind in ("data", "sheet")):
                self.over.append(file.path)
                continue
            if kind == "page" and file.is_markdown and file.front[0]:
                front = self._front(file)
                if front:
                    roots["data"].append(front)
                if front and (not file.front[1].strip() or self.kind == "data"):
                    body = marked.page(file, self.ledger)
                    front.beside.setdefault("body", []).extend(text for node in body.walk() for text in node.texts)
                    continue
            if self.kind == "data" and kind == "page":
                self.over.append(file.path)
                continue
            if (root := made()) is not None:
                roots[kind].append(root)
        return roots

    def _root(self, file: File) -> tuple[str, Callable[[], Node | None]]:
        if file.is_data:
            return (
                "data",
                lambda: data.document(file.tree, file, self.ledger) if _is_document(file) else self._no_document(file),
            )
        if sheet.is_table(file):
            return "sheet", lambda: sheet.sheet(file, self.ledger)
        return "page", lambda: marked.page(file, self.ledger)

    def _no_document(self, file: File) -> None:
        self.over.append(file.path)

    def _front(self, file: File) -> Node | None:
        """The front matter of a page, where it holds more than what describes the page."""
        tree = file.tree_if_any
        if not isinstance(tree, dict):
            return None
        return data.document(tree, file, self.ledger)

    def _kind(self, roots: list[Node], placing: Placing, *, several: bool) -> bool:
        """Understands documents of one kind; whether there are levels in them."""
        before = len(self.draft.levels)
        for root in roots:
            for node in root.walk():
                for grid in node.grids:
                    self.ledger.heads.update((cell.id, heads) for cell, heads in grid.heads())
            _bands(root)
        left = [root for root in roots if not self._listed_rows(root, placing)]
        if not left:
            return True
        if self.wish.competencies:
            for root in left:
                for node in root.walk():
                    if infer.is_called(node, self.wish.competencies):
                        node.hint, node.depth = COMPETENCY, min(node.depth, 6)
        found = infer.tables(left)
        sides = self.wish.levels if self.wish.levels in ("rows", "columns") else ""
        if self.wish.competencies in ("rows", "columns"):
            sides = "columns" if self.wish.competencies == "rows" else "rows"
        slot = "" if sides else self.wish.levels
        best, rival = infer.levels(left, [] if slot else found, slot)
        if sides:
            best = infer.Assignment([], left)
        inside = {id(grid) for node in best.nodes for one in node.walk() for grid in one.grids}
        mine = [one for one in found if sides or self.wish.turn or not best.nodes or (one.has_levels and not slot)]
        mine = [one for one in mine if id(one.grid) not in inside or one.has_levels]
        sure = any(one.has_levels or not one.sides.unsure for one in mine)
        mine = [one for one in mine if self._is_ladder(one, sure=sure, sides=sides)]
        readings: list[Reading] = []
        if best.nodes:
            tree = Tree(left, best, mine)
            reading = tree.read()
            if reading.levels and (reading.facts or not best.guessed):
                if self.wish.turn:
                    reading = _exchanged(reading)
                if best.guessed and not self.wish.turn:
                    reading.how += "; no name reads like a level: --levels or --transpose decides otherwise"
                readings.append(reading)
                if rival and not slot and best.score - rival.score < infer.MARGIN:
                    self.unsure.append(f"levels could also be {_wish_of(rival)}: --levels decides")
        of = (
            of_tables(mine, turn=self.wish.turn and not sides, sides=sides) if not (readings and self.wish.turn) else []
        )
        _told(of, mine)
        _stepped(of, left)
        for reading in [*readings, *of]:
            placing.place(reading)
            if reading.how:
                name = ""
                if reading in of:
                    name = f"{os.path.basename(mine[of.index(reading)].page.at.rpartition(':')[0]) or 'the table'}: "
                elif roots[0].at.endswith(": "):
                    name = f"{os.path.basename(roots[0].at[:-2]) if len(roots) == 1 else f'{len(roots)} files'}: "
                self.draft.did.append(f"{name}{reading.how}")
        return len(self.draft.levels) > before or bool(readings or of)

    def _is_ladder(self, table: infer.Table, *, sure: bool, sides: str) -> bool:
        if sides:
            return table.matrix("", turn=table.turn(sides)).is_ladder(sentences=False)
        if sure and table.sides.unsure:
            return False
        return table.matrix("", turn=self.wish.turn).is_ladder(sentences=table.sides.unsure)

    def _listed_rows(self, root: Node, placing: Placing) -> bool:
        """Places a table of one statement a row; whether the document is that and nothing else."""
        grids = root.grids
        if root.inside or len(grids) != 1 or root.texts:
            return False
        [grid] = grids
        path = root.at.rpartition(":")[0]
        if _own(grid, self.draft):
            for row in grid.rows:
                self.ledger.excuse(*row.cells)
            self.draft.did.append(f"{os.path.basename(path)}: one statement a row, as ladder writes it")
            return True
        reading = long.read(grid, self.ledger) if not self.wish.levels else None
        if reading is None:
            return False
        placing.place(_exchanged(reading) if self.wish.turn else reading)
        self.draft.did.append(f"{os.path.basename(path)}: {reading.how}")
        return True

    def _pass_over(self, roots: Sequence[Node]) -> None:
        """Passes over documents that stand beside a ladder."""
        paths = {root.at.rpartition(":")[0] for root in roots}
        self.over += [path for path in paths if path not in self.over]
        self.ledger.excuse(*(one for one in self.ledger.texts if one.at.rpartition(":")[0] in paths))

    def _head(self, roots: Sequence[Node]) -> None:
        """The ladder's title and what it is about, from the only document or from the one that speaks of all."""
        general = [root for root in roots if len(roots) == 1 or _stem(root).lower() in INDEX]
        if not general and len({root.at.rpartition(":")[0] for root in roots}) == 1:
            general = list(roots[:1])
        head = self.draft.head
        for root in roots if len(roots) == 1 or len({root.at.rpartition(":")[0] for root in roots}) == 1 else general:
            if root.text and self.ledger.used(root.text) and root.text.kind != "label":
                continue
            title = tidy(bare(root.label))
            if title and root.text and title.lower() not in INDEX and not is_level(title):
                if head.setdefault("title", title) == title:
                    self.ledger.use(root.text)
            elif title and root.text is None and not root.label and root.names:
                head.setdefault("title", tidy(root.names[-1]))
            for name, value in root.keys.items():
                head.setdefault(name, value)
            leading = [*root.about]
            for part in root.parts:
                if not hasattr(part, "kind") or getattr(part, "kind", "") != "text":
                    break
                leading.append(part)  # type: ignore[arg-type]
            leading = [one for one in leading if not self.ledger.used(one)]
            if leading and "about" not in head and sum(len(one.text) for one in leading) <= LONG_ABOUT:
                head["about"] = trimmed("\n\n".join(bare(one.text) for one in leading))
                self.ledger.use(*leading)
        for root in roots:
            if root.text and root.slot == "file" and tidy(bare(root.label)) == head.get("title"):
                self.ledger.use(root.text)


def _told(readings: list[Reading], found: Sequence[infer.Table]) -> None:
    """Tables of one file that were read alike are told in one line."""
    seen: set[tuple[str, str]] = set()
    for reading, table in zip(readings, found, strict=False):
        name = (table.page.at, reading.how)
        if name in seen:
            reading.how = ""
        seen.add(name)


def _stepped(readings: Sequence[Reading], roots: Sequence[Node]) -> None:
    """Tables whose cells are numbers of steps that the document describes: "2" where a heading says "2 - Able"."""
    for node in (node for root in roots for node in root.walk()):
        parted = [
            (kid, found) for kid in node.inside if (found := re.fullmatch(r"(\d{1,2})\s*[-–—:.]\s*(.+)", kid.label))
        ]
        if len(parted) < 2:
            continue
        steps = [Step(found[1], tidy(found[2]), kid.text, tuple(kid.texts)) for kid, found in parted]
        names = {key(word) for step in steps for word in (step.id, step.title)}
        for reading in readings:
            if reading.facts and all(key(fact.text.text) in names for fact in reading.facts):
                reading.steps = steps


def _own(grid: Grid, draft: Draft) -> bool:
    """Places the table that this program writes of statements; False where it is none."""
    for place, row in enumerate(grid.rows[:10]):
        labels = [cell.text for cell in row.cells]
        if set(labels) >= own.NEEDED:
            below = grid.rows[place + 1 :]
            for one in below:
                for label, cell in zip(labels, one.cells, strict=True):
                    if label not in own.COLUMNS:
                        draft.leave(cell.text, one.at)
            empty = dict.fromkeys(own.COLUMNS, "")
            own.place(
                [(one.at, {**empty, **dict(zip(labels, (c.text for c in one.cells), strict=True))}) for one in below],
                draft,
            )
            return True
    return False


def _bands(root: Node) -> None:
    """Turns a table whose levels stand in rows of their own, above those of their competencies, into labels."""
    for node in list(root.walk()):
        for grid in node.grids:
            rows = cells_of(grid)
            alone = [place for place, row in enumerate(rows) if row[0].text and not any(one.text for one in row[1:])]
            bands = [place for place in alone if is_level(rows[place][0].text)]
            if len(bands) < 2 or len(bands) * 2 < len(alone) or any(b - a < 2 for a, b in itertools.pairwise(bands)):
                continue
            if len(rows) - bands[-1] < 2 or bands[0] > 2 or sum(bool(one.text) for one in rows[bands[0] + 1]) < 2:
                continue
            if any(is_level(one.text) for row in rows[: bands[0]] for one in row[1:]):
                continue
            place = node.parts.index(grid)
            made: list[Any] = [cell for row in rows[: bands[0]] for cell in row if cell.text]
            for start, end in zip(bands, [*bands[1:], len(rows)], strict=True):
                label = rows[start][0]
                band = Node(bare(label.text), "band", label.at, text=label, depth=1)
                from ladder.importing.node import Row

                blank = tuple(one._replace(id=-1, text="") for one in rows[start])
                band.parts.append(
                    Grid([Row(blank, label.at), *(Row(tuple(row), row[0].at) for row in rows[start + 1 : end])])
                )
                made.append(band)
            node.parts[place : place + 1] = made


def _exchanged(reading: Reading) -> Reading:
    """Levels for competencies, and competencies for levels."""
    found = Reading()
    levels: dict[int, Level] = {}
    subjects: dict[int, Subject] = {}
    for subject in reading.subjects:
        level = Level(bare(subject.label), *subject.texts, track=subject.group, id=subject.id)
        level.about = list(subject.about)
        levels[id(subject)] = level
    for one in reading.levels:
        subject = Subject(one.label, *one.texts, group=one.track, id=one.id)
        subject.about = list(one.about)
        subjects[id(one)] = subject
    found.levels, found.subjects = list(levels.values()), list(subjects.values())
    found.facts = [
        fact._replace(level=levels[id(fact.subject)], subject=subjects[id(fact.level)]) for fact in reading.facts
    ]
    found.titles = reading.titles
    found.how = f"{reading.how}; then levels and competencies were exchanged"
    return found


def _wish_of(one: infer.Assignment) -> str:
    from ladder.importing.unfold import kind

    return kind(one.nodes)


def _is_document(file: File) -> bool:
    tree = file.tree_if_any
    if isinstance(tree, dict) and "$schema" in tree and {"properties", "definitions", "$defs"} & tree.keys():
        return False
    return isinstance(tree, (dict, list)) and bool(tree)


def _stem(root: Node) -> str:
    return os.path.splitext(os.path.basename(root.at.rpartition(":")[0]))[0]


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
