"""What was understood of Markdown pages into a draft; what of them has no place is left there, with its line.

Every block of a page is used once or left. Which are used is known by where they stand.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final, TypeVar

from ladder.frozen import Frozen
from ladder.importing.documents.census import Spot, key
from ladder.importing.documents.headings import stem
from ladder.importing.documents.sections import BOLD, BULLET, Block, Section
from ladder.importing.draft import Draft, tidy
from ladder.importing.labels import aliases
from ladder.importing.ordering import by_seniority, merged

INDEX: Final = ("readme", "index", "introduction", "intro", "overview", "about")
"""Names of files that speak of a ladder as a whole."""

LONG_ABOUT: Final = 1500
"""Up to so many characters the text below a page's title is what the ladder is about."""

EXPECTATIONS: Final = "Expectations"
"""The competency of what is said of a level without any."""

PROMISE: Final = re.compile(
    r"(?i)\W*(?:to be (?:written|defined|done|determined|added|decided|announced)|tb[acd]|todo|to do|wip|n/?a|none|"
    r"coming soon|work in progress|not applicable|[-–—.…]+)\W*"
)
"""What stands where nothing has been written yet."""

Said = tuple[Block, tuple[str, ...]]
"""A block of a cell with the headings in the cell that it stands below."""

Name = TypeVar("Name", bound=Hashable)


class Cell(Frozen):
    """What is said of one competency at one level. Without a competency it only names the level."""

    level: str
    track: str = ""
    competency: str = ""
    group: str = ""
    said: tuple[Said, ...] = ()
    summary: tuple[Block, ...] = ()


class About(Frozen):
    """What is said of a competency as a whole."""

    competency: str
    group: str
    blocks: tuple[Block, ...]


class Placing:
    """Puts cells into a draft, and knows which blocks have been used."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.used: set[tuple[str, str, str]] = set()
        self.titles: set[str] = set()
        self.levels: dict[tuple[str, str], str] = {}
        self.competencies: dict[tuple[str, str], str] = {}

    def use(self, block: Block) -> None:
        """Counts a block as placed."""
        self.used.add((block.at, block.raw, block.text))

    def is_used(self, block: Block) -> bool:
        """Whether it has been placed."""
        return (block.at, block.raw, block.text) in self.used

    def tables(self, sections: Sequence[Section], spots: Sequence[Spot], *, transpose: bool) -> None:
        """Reads the tables in these sections; beside headings that are levels only those of the same levels.

        Where a table says by its labels which levels it has, only those that do are read.
        """
        from ladder.importing.tables.table import read_grid

        found = [(section, block) for section in sections for block in section.blocks if block.kind == "table"]
        homes = {id(section) for section, _ in found}
        names = {key(name) for spot in spots for name in (spot.title, *aliases(spot.title))}
        sure = any(block.grid and read_grid(block.grid, Draft(), transpose=transpose, sure=True) for _, block in found)
        for section, block in found:
            assert block.grid
            group = tidy(section.title) if len(homes) > 1 and section.depth else ""
            if names:
                trial = Draft()
                read_grid(block.grid, trial, transpose=transpose, group=group)
                known = [level for level in trial.levels.values() if key(level["title"]) in names]
                if len(known) * 2 < max(1, len(trial.levels)):
                    continue
            if read_grid(block.grid, self.draft, transpose=transpose, group=group, sure=sure):
                self.use(block)

    def cells(self, cells: Sequence[Cell], *, sort: bool) -> None:
        """Places all cells. `sort` where nothing says in which order the levels stand but what they are called."""
        self._name_levels(cells, sort=sort)
        self._name_competencies(cells)
        for cell in cells:
            self.titles |= {key(one) for one in (cell.level, *cell.track.split(" / "))}
            level = self.draft.levels[self.levels[_level(cell)]]
            if cell.summary and "summary" not in level:
                level["summary"] = _joined(cell.summary)
                for block in cell.summary:
                    self.use(block)
            for block, tags in cell.said:
                if _is_said(block):
                    self.use(block)
                    self.titles |= {key(tag) for tag in tags}
                    self.draft.say(
                        self.levels[_level(cell)],
                        self.competencies[_competency(cell)],
                        block.text,
                        examples=list(examples_of(block)),
                        tags=[tidy(tag) for tag in tags if tidy(tag)],
                    )

    def _name_levels(self, cells: Sequence[Cell], *, sort: bool) -> None:
        known = self._known()
        first: dict[tuple[str, str], Cell] = {}
        for cell in cells:
            first.setdefault(_level(cell), cell)
        order = _merged([(_competency(cell), _level(cell)) for cell in cells])
        if sort:
            tracks = list(dict.fromkeys(track for track, _ in order))
            order = [order[place] for place in by_seniority([first[name].level for name in order])]
            order.sort(key=lambda name: tracks.index(name[0]))
        titles = [title for _, title in order]
        for name in order:
            track, title = first[name].track, first[name].level
            called = aliases(title)
            code = next((one for one in called if any(sign.isdigit() for sign in one) and " " not in one), "")
            twice = bool(track) and titles.count(name[1]) > 1
            same = {known[one] for one in map(key, (title, *called)) if one in known} - set(self.levels.values())
            if len(same) == 1 and not twice:
                self.levels[name] = same.pop()
            else:
                shown = f"{title} ({tidy(track)})" if twice else title
                of = self.draft.track(track) if track else ""
                self.levels[name] = self.draft.level(
                    shown, "" if twice else code, track=of, aliases=[one for one in called if one != code]
                )

    def _known(self) -> dict[str, str]:
        """The levels that the draft has from tables, by all that only one of them is called."""
        called: dict[str, set[str]] = {}
        for name, level in self.draft.levels.items():
            for one in (name, level["title"], *level.get("aliases", ())):
                called.setdefault(key(one), set()).add(name)
        return {one: names.pop() for one, names in called.items() if len(names) == 1}

    def _name_competencies(self, cells: Sequence[Cell]) -> None:
        first: dict[tuple[str, str], Cell] = {}
        said = [cell for cell in cells if any(_is_said(block) for block, _ in cell.said)]
        for cell in said:
            first.setdefault(_competency(cell), cell)
        for name in _merged([(_level(cell), _competency(cell)) for cell in said]):
            self.titles |= {key(one) for one in (first[name].competency, *first[name].group.split(" / "))}
            self.competencies[name] = self.draft.competency(first[name].competency, group=first[name].group)

    def abouts(self, abouts: Sequence[About]) -> None:
        """Says of competencies what they are about; where two texts do, the second is left."""
        for one in abouts:
            name = self.competencies.get((key(one.group), key(one.competency)))
            if name and "about" not in self.draft.competencies[name]:
                self.draft.competencies[name]["about"] = _joined(one.blocks)
                for block in one.blocks:
                    self.use(block)

    def head(self, pages: Sequence[Section], taken: AbstractSet[int]) -> None:
        """The ladder's title and what it is about, from the only page or from the one that speaks of all.

        `taken` are the ids of pages that are a level, a track or a competency.
        """
        general = [page for page in pages if len(pages) == 1 or stem(page).lower() in INDEX]
        for page in general[:1]:
            if id(page) in taken:
                continue
            if page.title.lower() not in INDEX and tidy(page.title) != stem(page):
                self.draft.head.setdefault("title", tidy(page.title))
            leading = list(_leading(page))
            if leading and "about" not in self.draft.head and sum(len(one.text) for one in leading) <= LONG_ABOUT:
                self.draft.head["about"] = _joined(leading)
                for block in leading:
                    self.use(block)

    def leave(self, page: Section) -> None:
        """Leaves what has not been used, a heading at a time, as it stands in the file."""
        for section in page.walk():
            if section.depth >= BOLD:
                continue
            left = list(self._left(section))
            if left:
                heading = f"{'#' * section.depth} {section.title}\n\n" if section.depth else ""
                self.draft.leave(heading + _source(left), left[0].at)

    def _left(self, section: Section) -> Iterator[Block]:
        """The blocks of a section, and of soft headings in it, that have not been used."""
        for part in section.parts:
            if isinstance(part, Block):
                if not self.is_used(part):
                    yield part
            elif part.own:
                yield from self._left_of_soft(part, part.own)

    def _left_of_soft(self, section: Section, own: Block) -> Iterator[Block]:
        inner = [block for block in self._left(section) if block.raw != own.raw]
        if self.is_used(own):
            yield from inner
            return
        any_used = any(self.is_used(block) for one in section.walk() for block in one.blocks)
        if not any_used or key(section.title) not in self.titles:
            yield own
        if any_used or section.depth < BULLET:
            yield from inner


def _leading(section: Section) -> Iterator[Block]:
    """The text directly below a heading, up to what is something else."""
    for part in section.parts:
        if not isinstance(part, Block) or part.kind != "text":
            return
        yield part


def _source(blocks: Sequence[Block]) -> str:
    """Blocks as they stand in the file; bullets stay one list."""
    text = blocks[0].raw
    for before, block in pairwise(blocks):
        if block.raw != before.raw:
            text += ("\n" if before.kind == block.kind == "item" else "\n\n") + block.raw
    return text


def examples_of(block: Block) -> Iterator[str]:
    """What stands below a bullet, of whatever depth."""
    for one in block.below:
        yield one.text
        yield from examples_of(one)


def _is_said(block: Block) -> bool:
    """Whether a block is a statement, and no link, table or promise to write one."""
    return block.kind in ("text", "item") and not (PROMISE.fullmatch(block.text) and not block.below)


def _joined(blocks: Sequence[Block]) -> str:
    return "\n\n".join(block.text for block in blocks)


def _level(cell: Cell) -> tuple[str, str]:
    return key(cell.track), key(cell.level)


def _competency(cell: Cell) -> tuple[str, str]:
    return key(cell.group), key(cell.competency)


def _merged(pairs: Sequence[tuple[Hashable, Name]]) -> list[Name]:
    """The second of the pairs in one order, from the orders that they have for each of the first."""
    runs: dict[Hashable, dict[Name, None]] = {}
    for of, name in pairs:
        runs.setdefault(of, {})[name] = None
    return merged([list(run) for run in runs.values()])


__all__ = ["EXPECTATIONS", "About", "Cell", "Placing", "Said", "examples_of"]
