"""Career ladders written as Markdown: headings for levels and competencies in either order, bullets, tables.

Often several pages, one a level, a track or a competency. Whatever is said on them is placed once or left with the
draft: no bullet and no paragraph is dropped, and nothing is made up.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ladder.importing.documents.census import Census, Path, Spot, key
from ladder.importing.documents.headings import Role, level_spots, role_of_above
from ladder.importing.documents.outline import outline
from ladder.importing.documents.placing import EXPECTATIONS, About, Cell, Placing, Said
from ladder.importing.documents.sections import BOLD, LABEL, Block, Section
from ladder.importing.documents.unfolding import unfold
from ladder.importing.draft import Draft, tidy
from ladder.importing.files import File

SUMMARY: Final = 400
"""Up to so many characters the text below a level's heading sums it up."""


def fits(files: Sequence[File]) -> list[File]:
    """Those that are Markdown."""
    return [file for file in files if file.suffix in (".md", ".markdown")]


def read(files: Sequence[File], draft: Draft, *, transpose: bool = False) -> None:
    """Reads all pages into one draft. `transpose` makes competencies of what was taken for levels, and levels of those.

    Raises CannotRead where lists stand too deep in one another.
    """
    pages = [outline(file) for file in files]
    spots = level_spots(pages)
    if not spots and unfold(pages):
        spots = level_spots(pages)
    reading = _Reading(spots)
    cells, abouts = list(reading.cells()), list(reading.abouts())
    if transpose:
        cells, abouts = _transposed(cells, abouts)
    place = Placing(draft)
    for table in reading.tables:
        place.use(table)
    levels = {id(section) for spot in spots for section in spot.section.walk()}
    outside = [section for page in pages for section in page.walk() if id(section) not in levels]
    place.tables(outside, spots, transpose=transpose)
    sort = not transpose and all(spot.section.depth == 0 for spot in spots)
    place.cells(cells, sort=sort)
    place.abouts(abouts)
    taken = {id(spot.section) for spot in spots} | {id(one.section) for spot in spots for one in spot.above}
    place.head(pages, taken)
    for page in pages:
        place.leave(page)
    if spots:
        draft.did.append(reading.how(transpose=transpose))


class _Reading:
    """What the pages say, level by level."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self.census = Census(spots)
        self.tables: list[Block] = []
        self.inner: list[Section] = []
        self.role: Role = role_of_above(spots, self.census)
        self.outer_tracks = self.role == "competency" and self._repeat_outside()

    def _repeat_outside(self) -> bool:
        """Whether the competencies above the levels repeat below what stands above them: those are tracks."""
        under: dict[str, set[str]] = {}
        for spot in self.spots:
            if len(spot.above) > 1:
                under.setdefault(spot.above[-1].title, set()).add(spot.above[-2].title)
        return bool(under) and sum(len(found) > 1 for found in under.values()) * 2 >= len(under)

    def place(self, spot: Spot) -> tuple[str, tuple[str, ...]]:
        """The track of a level, and the headings above it that are a competency and its groups."""
        titles = tuple(tidy(one.title) for one in spot.above)
        if self.role == "track":
            return " / ".join(titles), ()
        if self.outer_tracks:
            return " / ".join(titles[:-1]), titles[-1:]
        return "", titles

    def cells(self) -> Iterator[Cell]:
        for spot in self.spots:
            track, titles = self.place(spot)
            named = Cell(spot.title, track)
            if self.role == "competency" and titles:
                said = tuple(_flat(spot.section))
                yield named._replace(competency=titles[-1], group=" / ".join(titles[:-1]), said=said)
            else:
                yield named
                yield from self._below(named, spot.section, self.census.prefix(spot), titles)

    def _below(self, named: Cell, section: Section, path: Path, titles: tuple[str, ...]) -> Iterator[Cell]:
        axis = self.census.axis(path)
        direct: list[Said] = []
        inner: list[Cell] = []
        for part in section.parts:
            if isinstance(part, Section) and key(part.title) in axis and part.parts:
                self.inner.append(part)
                inner += self._below(named, part, (*path, key(part.title)), (*titles, part.title))
            elif isinstance(part, Section):
                direct += _reverted(part, ())
            elif part.kind == "table" and not titles:
                self.tables.append(part)
                inner += _rows(named, part)
            else:
                direct.append((part, ()))
        if not titles:
            summary, direct = _summed_up(section, direct, beside=bool(inner))
            if summary:
                yield named._replace(summary=summary)
        if direct:
            name = titles[-1] if titles else EXPECTATIONS
            yield named._replace(competency=name, group=" / ".join(titles[:-1]), said=tuple(direct))
        yield from inner

    def abouts(self) -> Iterator[About]:
        """What stands directly below the headings that are competencies above the levels."""
        if self.role != "competency":
            return
        done: set[int] = set()
        for spot in self.spots:
            _, titles = self.place(spot)
            section = spot.above[-1].section if spot.above else None
            if section and titles and id(section) not in done:
                done.add(id(section))
                blocks = tuple(block for block in section.blocks if block.kind == "text")
                if blocks:
                    yield About(titles[-1], " / ".join(titles[:-1]), blocks)

    def how(self, *, transpose: bool) -> str:
        """One line for the user: what was taken for what."""
        sections = [spot.section for spot in self.spots]
        known = {id(one) for one in self.inner}
        inner = [one for one in self.inner if one.weight and not any(id(kid) in known for kid in one.inside)]
        outer = [above.section for spot in self.spots for above in spot.above[-1:] if above.section]
        levels = _kind(sections)
        if self.role == "competency" and outer:
            competencies = f"competencies {_kind(outer)}"
        else:
            competencies = f"competencies {_kind(inner)}" if inner else "without competencies"
            if not inner and self.tables:
                competencies = "competencies the rows of the tables below them"
        if self.role != "competency" and outer:
            competencies += f", their {self.role}s {_kind(outer)}"
        turned = "; then levels and competencies were exchanged" if transpose else ""
        return f"levels are {levels}, {competencies}{turned}"


def _kind(sections: Sequence[Section]) -> str:
    """What headings are in the source."""
    depths = sorted({section.depth for section in sections})
    if any(section.own and section.own.kind == "table" for section in sections):
        return "rows or columns of the tables"
    if depths == [0]:
        return "the pages"
    hard = [str(depth) for depth in depths if 0 < depth < BOLD]
    kinds = [f"the headings of depth {' and '.join(hard)}"] if hard else []
    kinds += ["paragraphs in bold"] if BOLD in depths or LABEL in depths else []
    kinds += ["bullets that begin with a label"] if depths[-1] > LABEL else []
    return " and ".join(kinds)


def _flat(section: Section, tags: tuple[str, ...] = ()) -> Iterator[Said]:
    """All that is said below a heading, as one cell."""
    for part in section.parts:
        if isinstance(part, Section):
            yield from _reverted(part, tags)
        else:
            yield part, tags


def _reverted(section: Section, tags: tuple[str, ...]) -> Iterator[Said]:
    """What stands below a heading that is no competency: a soft one with text beside it is a statement again."""
    own, parts = section.own, section.parts
    if own is None:
        yield from _flat(section, (*tags, section.title))
        return
    beside = bool(parts) and isinstance(parts[0], Block) and parts[0].raw == own.raw
    if not beside and parts:
        yield from _flat(section, (*tags, section.title))
        return
    yield own, tags
    for part in parts[1:]:
        if isinstance(part, Section):
            yield from _reverted(part, tags)
        else:
            yield part, tags


def _summed_up(section: Section, direct: list[Said], *, beside: bool) -> tuple[tuple[Block, ...], list[Said]]:
    """The text with which a level begins, where something else follows it and it is short; and the rest."""
    leading: list[Block] = []
    for part in section.parts:
        if not isinstance(part, Block) or part.kind != "text":
            break
        leading.append(part)
    if not leading or (len(leading) == len(direct) and not beside):
        return (), direct
    if sum(len(block.text) for block in leading) > SUMMARY:
        leading = leading[:1] if len(leading[0].text) <= SUMMARY else []
    chosen = {id(block) for block in leading}
    return tuple(leading), [said for said in direct if id(said[0]) not in chosen]


def _rows(named: Cell, table: Block) -> Iterator[Cell]:
    """A table below a level: a competency a row, named in its first column."""
    from ladder.importing.tables.cells import statements

    assert table.grid
    head, *body = table.grid.rows
    several = sum(not _is_examples(title) for title in head[1:]) > 1
    for row, at in zip(body, table.grid.at[1:], strict=True):
        said: list[Said] = []
        for title, cell in zip(head[1:], row[1:], strict=True):
            blocks = tuple(Block(text, at, table.raw, "item") for text in statements(cell))
            if said and _is_examples(title):
                said[-1] = said[-1][0]._replace(below=blocks), said[-1][1]
            else:
                said += [(block, (tidy(title),) if several and tidy(title) else ()) for block in blocks]
        if len(row) == 1:
            said = [(Block(text, at, table.raw, "item"), ()) for text in statements(row[0])]
        name = tidy(row[0]) if len(row) > 1 else ""
        yield named._replace(competency=name or EXPECTATIONS, said=tuple(said))


def _is_examples(title: str) -> bool:
    return tidy(title).casefold() in ("example", "examples", "e.g.", "for example")


def _transposed(cells: Sequence[Cell], abouts: Sequence[About]) -> tuple[list[Cell], list[About]]:
    """Levels for competencies. What summed up a level is now what a competency is about, and the other way round."""
    turned = [Cell(cell.competency, cell.group, cell.level, cell.track, cell.said) for cell in cells if cell.competency]
    turned += [Cell(one.competency, one.group, summary=one.blocks) for one in abouts]
    return turned, [About(cell.level, cell.track, cell.summary) for cell in cells if cell.summary]
