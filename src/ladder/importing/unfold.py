"""A document with its levels known, as facts: what each text says of which level and which competency."""

from collections.abc import Iterator, Sequence
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.cells import statements
from ladder.importing.draft import tidy
from ladder.importing.facts import EXPECTATIONS, Fact, Level, Reading, Subject
from ladder.importing.infer import (
    Assignment,
    Census,
    Path,
    Role,
    Spot,
    Table,
    level_key,
    role_of_above,
    shares_levels,
    spots,
)
from ladder.importing.node import BOLD, BULLET, LABEL, Grid, Node, Text
from ladder.importing.words import (
    COMPETENCY,
    EXAMPLE,
    LEVEL,
    TRACK,
    WRAPPER,
    is_level,
    key,
    means,
    spoken,
)  # fmt: skip
from ladder.markup.inline import bare

SUMMARY: Final = 400
"""Up to so many characters the text below a level's label sums it up."""

Said = tuple[Text, tuple[str, ...]]
"""A text of a cell with the labels in the cell that it stands below."""


class Above(Frozen):
    """What stands above a level: the labels that are its track, and those that are a competency and its groups."""

    track: tuple[Node, ...] = ()
    subject: tuple[Node, ...] = ()


class Tree:
    """Headings, or the names of data, whose levels are known."""

    def __init__(self, roots: Sequence[Node], chosen: Assignment, within: Sequence[Table]) -> None:
        self.roots = roots
        self.chosen = chosen
        self.spots = spots(roots, chosen.ids)
        self.census = Census(self.spots, chosen.ids)
        self.role: Role = role_of_above(self.spots, self.census)
        self.outer_tracks = self.role == "competency" and self._repeat_outside()
        self.own = {id(table.grid) for table in within}
        self.reading = Reading()
        self.known: dict[tuple[str, ...], Subject] = {}
        self.inner: list[Node] = []
        self.abouts: list[tuple[Subject, Level, list[Text]]] = []

    def read(self) -> Reading:
        """All that the tree says."""
        self._declared()
        for spot in self.spots:
            above = self._above(spot)
            level = self._level(spot, above)
            self.reading.levels.append(level)
            if self.role == "competency" and above.subject:
                self._one_cell(spot, level, self._subject(above.subject))
            else:
                self._below(level, spot.node, self.census.prefix(spot), above.subject)
        tags = {(fact.level.label, tag) for fact in self.reading.facts for tag in fact.tags}
        for spot, level in zip(self.spots, self.reading.levels, strict=True):
            level.texts += [node.text for node in spot.node.walk() if node.text and (level.label, node.label) in tags]
        self._spread()
        self._place_abouts()
        self._about_above()
        self._by_place()
        self.reading.how = self.how()
        self.reading.sorted = bool(self.spots) and all(spot.node.slot == "file" for spot in self.spots)
        return self.reading

    # -- around the levels

    def _repeat_outside(self) -> bool:
        """Whether the competencies above the levels repeat below what stands above them: those are tracks."""
        under: dict[str, set[str]] = {}
        for spot in self.spots:
            if len(spot.above) > 1:
                under.setdefault(key(spot.above[-1].label), set()).add(key(spot.above[-2].label))
        hints = [spot.above[-2].hint for spot in self.spots if len(spot.above) > 1]
        if hints and all(hint == TRACK for hint in hints):
            return True
        return bool(under) and sum(len(found) > 1 for found in under.values()) * 2 >= len(under)

    def _above(self, spot: Spot) -> Above:
        if self.role == "track":
            return Above(spot.above)
        if self.outer_tracks:
            return Above(spot.above[:-1], spot.above[-1:])
        tracks = tuple(one for one in spot.above if one.hint == TRACK)
        return Above(tracks, tuple(one for one in spot.above if one.hint != TRACK))

    def _has_levels_below(self, node: Node) -> bool:
        return any(id(one) in self.chosen.ids for one in node.walk() if one is not node)

    def _level(self, spot: Spot, above: Above) -> Level:
        node = spot.node
        track = " / ".join(dict.fromkeys(tidy(one.label) for one in above.track if one.label))
        if node.track and not track:
            track = bare(node.track.text)
        title = node.label or next(iter(node.names), "")
        if node.slot == "file" and not is_level(title):
            title = next((name for name in (*node.names, _stem(node)) if is_level(name)), title)
        level = Level(title, node.text, *(one.text for one in above.track), node.track, track=track, id=node.id)
        level.names = [name for name in dict.fromkeys(node.names) if name != title]
        level.texts += node.beside.get("names", [])
        level.rank = node.rank
        level.track_about = [text for one in above.track for text in one.about]
        level.keys = {**node.keys, **({} if node.order is None else {"rank": node.order})}
        level.lines = []
        level.run = "/".join(key(one.label) for one in above.subject)
        level.has_below = self._has_levels_below(node)
        if node.group:
            level.about.append(node.group)
        return level

    def _subject(self, nodes: Sequence[Node]) -> Subject:
        """The competency of these labels, the last its own and the others its group."""
        last = nodes[-1]
        group = " / ".join(dict.fromkeys(tidy(one.label) for one in nodes[:-1] if one.label))
        if not group and last.group:
            group = bare(last.group.text)
        name = (group, last.label or next(iter(last.names), ""), last.id)
        if name not in self.known:
            subject = Subject(name[1], group=group, id=last.id)
            subject.names = list(last.names)
            self.known[name] = subject
            self.reading.subjects.append(subject)
        subject = self.known[name]
        subject.texts += [one.text for one in nodes if one.text] + ([last.group] if last.group else [])
        subject.texts += last.beside.get("names", [])
        subject.keys |= last.keys
        return subject

    def _named(self, title: str, group: str = "") -> Subject:
        name = (group, title, "")
        if name not in self.known:
            self.known[name] = Subject(title, group=group)
            self.reading.subjects.append(self.known[name])
        return self.known[name]

    # -- what stands below a level

    def _one_cell(self, spot: Spot, level: Level, subject: Subject) -> None:
        """All that is said below a level that stands below its competency."""
        if spot.node.about:
            self.abouts.append((subject, level, spot.node.about))
        self._say(level, subject, list(_flat(spot.node)))
        for grid in (grid for node in spot.node.walk() for grid in node.grids if id(grid) not in self.own):
            for name, said, uses in _rows(grid):
                tags = (name,) if name else ()
                self._say(level, subject, [(text, (*tags, *more)) for text, more in said], uses)

    def _below(self, level: Level, node: Node, path: Path, nodes: tuple[Node, ...]) -> None:
        axis = self.census.axis(path)
        direct: list[Said] = []
        inner: list[tuple[Node, ...]] = []
        beside = False
        grids: list[Grid] = []
        for part in node.parts:
            if isinstance(part, Node):
                if id(part) in self.chosen.ids:
                    continue
                if key(part.label) in axis and (part.parts or part.about):
                    self.inner.append(part)
                    inner.append((*nodes, part))
                elif key(part.label) in axis and part.depth < BOLD and "/" not in part.slot and part.weight:
                    inner.append((*nodes, part))
                elif nodes or part.weight or part.about or part.own:
                    direct += _reverted(part, ())
            elif isinstance(part, Grid):
                if id(part) not in self.own:
                    grids.append(part)
            else:
                direct.append((part, ()))
        beside = bool(inner or grids)
        if len(path) == 1 and not nodes:
            summary, direct = _summed_up(node, direct, beside=beside)
            level.about += [*node.about, *summary]
        elif node.about:
            self.abouts.append((self._subject(nodes), level, node.about))
        if direct:
            if nodes:
                self._say(level, self._subject(nodes), direct)
            else:
                for title, said in _by_via(direct):
                    self._say(level, self._named(title), said)
        for grid in grids:
            for name, said, uses in _rows(grid):
                group = " / ".join(tidy(one.label) for one in nodes)
                subject = self._named(name or (nodes[-1].label if nodes else EXPECTATIONS), group if name else "")
                self._say(level, subject, said, uses)
        for way in inner:
            if not (way[-1].weight or way[-1].about):
                continue
            self._below(level, way[-1], (*path, key(way[-1].label)), way)

    def _say(self, level: Level, subject: Subject, said: Sequence[Said], uses: tuple[Text, ...] = ()) -> None:
        vias = {text.via for text, _ in said if text.via and not means(text.via, WRAPPER)}
        for text, tags in said:
            if len(vias) > 1 and text.via:
                tags = (*tags, text.via)
            self.reading.facts.append(
                Fact(level, subject, text, tuple(_deep(text)), tags, _splits(text), not uses, "", uses)
            )

    def _spread(self) -> None:
        """What is said of a level that stands in several steps is said of each of them."""
        pairs = list(zip(self.spots, self.reading.levels, strict=True))
        parents = {
            id(level): [
                one for other, one in pairs if other is not spot and any(other.node is n for n in spot.node.walk())
            ]
            for spot, level in pairs
            if level.has_below
        }
        if not parents:
            return
        facts: list[Fact] = []
        for fact in self.reading.facts:
            facts += [fact._replace(level=one) for one in parents.get(id(fact.level), [])] or [fact]
        order = {id(level): place for place, level in enumerate(self.reading.levels)}
        self.reading.facts = sorted(facts, key=lambda fact: order[id(fact.level)])
        for level in list(self.reading.levels):
            if id(level) in parents:
                for one in parents[id(level)]:
                    one.about = [*level.about, *one.about]
                    one.texts += level.texts
                self.reading.levels.remove(level)

    # -- what is said of names alone

    def _declared(self) -> None:
        """Names that a document lists as competencies before it says anything of them at a level."""
        ids = {id(one) for spot in self.spots for one in (*spot.above, *spot.node.walk())}
        ids |= {id(one) for one in self._bearing()}
        for root in self.roots:
            for node in root.walk():
                if node.hint == COMPETENCY and "@" not in node.slot and id(node) not in ids and not node.inside:
                    subject = self._subject((node,))
                    subject.declared = True
                    subject.about += node.about
                    if not self._is_by_place(node):
                        subject.about += list(node.texts)

    def _bearing(self) -> Iterator[Node]:
        for root in self.roots:
            for node in root.walk():
                if self._has_levels_below(node) or any(grid for grid in node.grids if id(grid) in self.own):
                    yield node

    def _is_by_place(self, node: Node) -> bool:
        return (
            len(node.texts) > 1
            and len(node.texts) == len(self.spots)
            and not any(spot.node.weight for spot in self.spots)
        )

    def _by_place(self) -> None:
        """Texts in the order of levels that are no more than listed are said of one each."""
        levels = self.reading.levels
        if not levels or any(spot.node.weight for spot in self.spots):
            return
        chosen = self.chosen.ids
        for root in self.roots:
            for node in root.walk():
                if id(node) not in chosen and node is not root and len(node.texts) == len(levels) > 1:
                    subject = self._subject((node,))
                    for level, text in zip(levels, node.texts, strict=True):
                        self._say(level, subject, [(text, ())])

    def _place_abouts(self) -> None:
        """What all cells of a competency repeat is about it; what differs is said of the level, first in its cell."""
        by: dict[int, list[tuple[Subject, Level, list[Text]]]] = {}
        for one in self.abouts:
            by.setdefault(id(one[0]), []).append(one)
        for found in by.values():
            told = ["\n".join(text.text for text in texts) for _, _, texts in found]
            subject = found[0][0]
            if len(told) > 1 and len(set(told)) == 1:
                for _, _, texts in found:
                    subject.about += texts
                continue
            for _, level, texts in found:
                first = next(
                    (
                        place
                        for place, fact in enumerate(self.reading.facts)
                        if fact.level is level and fact.subject is subject
                    ),
                    len(self.reading.facts),
                )
                self.reading.facts[first:first] = [
                    Fact(level, subject, text, (), (), _splits(text), paragraphs=True) for text in texts
                ]

    def _about_above(self) -> None:
        """What stands directly below the labels that are competencies above the levels is about these."""
        done: set[int] = set()
        for spot in self.spots:
            above = self._above(spot).subject
            if not above or id(above[-1]) in done:
                continue
            node = above[-1]
            done.add(id(node))
            if self.role == "competency":
                texts = [text for text in node.texts if text.kind == "text"]
                self._subject(above).about += [*node.about, *texts]
                self._subject(above).keys |= node.keys

    def how(self) -> str:
        """One line: what was taken for what."""
        nodes = [spot.node for spot in self.spots]
        outer = [spot.above[-1] for spot in self.spots if spot.above and spot.above[-1].text]
        known = {id(one) for one in self.inner}
        inner = [one for one in self.inner if one.weight and not any(id(kid) in known for kid in one.inside)]
        if self.role == "competency" and outer:
            what = f"competencies {kind(outer)}"
        else:
            what = f"competencies {kind(inner)}" if inner else "without competencies"
            if not inner and any(node.grids for node in nodes):
                what = "competencies the rows of the tables below them"
        if self.role != "competency" and outer:
            what += f", their {self.role}s {kind(outer)}"
        return f"levels are {kind(nodes)}, {what}"


def kind(nodes: Sequence[Node]) -> str:
    """What labels are in the source."""
    if any("/" in node.slot for node in nodes):
        slots = dict.fromkeys(node.slot for node in nodes)
        fields = [slot.rpartition("@")[2] for slot in slots if "@" in slot]
        words = [slot.split("/")[-2] for slot in slots if slot.count("/") > 1 and slot.split("/")[-2] != "*"]
        names = list(dict.fromkeys([*words, *fields]))
        return f"what stands under {' and '.join(map(repr, names[:3]))}" if names else "keys"
    if all(node.slot == "file" for node in nodes):
        return "the pages"
    hard = sorted({node.depth for node in nodes if 0 < node.depth < BOLD})
    kinds = [f"the headings of depth {' and '.join(map(str, hard))}"] if hard else []
    kinds += ["paragraphs in bold"] if any(BOLD <= node.depth <= LABEL for node in nodes) else []
    kinds += ["bullets that begin with a label"] if any(node.depth >= BULLET for node in nodes) else []
    return " and ".join(kinds) or "the pages"


def _stem(node: Node) -> str:
    from ladder.importing.sources.marked import stem

    return stem(node.at.rpartition(":")[0])


def _splits(text: Text) -> bool:
    """Whether the lines of a text may be statements of their own."""
    return "\n" in text.text and text.kind != "whole"


def _deep(text: Text) -> Iterator[Text]:
    """What stands below a bullet, of whatever depth."""
    for one in text.below:
        yield one
        yield from _deep(one)


def _flat(node: Node, tags: tuple[str, ...] = ()) -> Iterator[Said]:
    """All that is said below a label, as one cell."""
    for part in node.parts:
        if isinstance(part, Node):
            yield from _reverted(part, tags)
        elif isinstance(part, Text):
            yield part, tags


def _reverted(node: Node, tags: tuple[str, ...]) -> Iterator[Said]:
    """What stands below a label that is no competency: a soft one with text beside it is a statement again."""
    own, parts = node.own, node.parts
    if own is None or node.slot == "summary":
        for text in node.about:
            yield text, (*tags, node.label)
        if node.text and not node.weight and not node.about and node.text.kind == "label":
            yield node.text, tags
        yield from _flat(node, (*tags, node.label))
        return
    beside = bool(parts) and isinstance(parts[0], Text) and parts[0].id == own.id
    if node.depth >= BULLET and not beside and own.below and not own.text.rstrip().endswith(":"):
        yield own, tags  # a bullet with bullets below it, which are its examples
        return
    if not beside and parts:
        yield from _flat(node, (*tags, node.label))
        return
    yield own, tags
    for part in parts[1:]:
        if isinstance(part, Node):
            yield from _reverted(part, tags)
        elif isinstance(part, Text):
            yield part, tags


def _by_via(direct: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    """What is said of a level as a whole, by the keys it stands under."""
    found: dict[str, list[Said]] = {}
    for text, tags in direct:
        title = spoken(text.via) if text.via and not means(text.via, LEVEL, WRAPPER) else EXPECTATIONS
        title = title[:1].upper() + title[1:]
        found.setdefault(title, []).append((text, tags))
    yield from found.items()


def _summed_up(node: Node, direct: list[Said], *, beside: bool) -> tuple[list[Text], list[Said]]:
    """The text with which a level begins, where something else follows it and it is short; and the rest."""
    if "/" in node.slot:
        return [], direct
    leading: list[Text] = []
    for part in node.parts:
        if not isinstance(part, Text) or part.kind != "text":
            break
        leading.append(part)
    if not leading or (len(leading) == len(direct) and not beside):
        return [], direct
    if sum(len(one.text) for one in leading) > SUMMARY:
        leading = leading[:1] if len(leading[0].text) <= SUMMARY else []
    chosen = {one.id for one in leading}
    return leading, [said for said in direct if said[0].id not in chosen]


def _rows(grid: Grid) -> Iterator[tuple[str, list[Said], tuple[Text, ...]]]:
    """A table below a level: a competency a row, named in its first column. A first row that is no head is one, too."""
    from ladder.importing.matrix import cells_of

    rows = cells_of(grid)
    if not rows:
        return
    head, *body = rows
    if len(head) == 1:
        yield "", [(cell, ()) for row in rows for cell in row], ()
        return
    if not _is_head_row(head, body):
        head, body = [one._replace(text="", id=-1) for one in head], rows
    several = sum(not means(one.text, EXAMPLE) for one in head[1:]) > 1
    for row in body:
        said: list[Said] = []
        for title, cell in zip(head[1:], row[1:], strict=True):
            if not cell.text:
                continue
            if said and means(title.text, EXAMPLE):
                text, tags = said[-1]
                said[-1] = text._replace(below=(*text.below, cell)), tags
            else:
                said.append((cell, (tidy(bare(title.text)),) if several and title.text else ()))
        yield tidy(bare(row[0].text)), said, (row[0], *head)


def _is_head_row(head: Sequence[Text], body: Sequence[Sequence[Text]]) -> bool:
    """Whether the first row of a table below a level says what stands below it: not where it reads as the others do."""
    from ladder.importing.words import is_head

    if not body or not head[0].text or any(is_head(one.text) for one in head if one.text):
        return True
    if len(statements(head[-1].text)) > 1 or head[-1].text.rstrip().endswith((".", "!", ";")):
        return False
    longest = max((len(one.text) for row in body for one in row[1:]), default=0)
    return len(max((one.text for one in head[1:]), key=len)) * 2 < longest or all(
        one.text.istitle() or len(one.text.split()) < 3 for one in head[1:]
    )


def of_tables(found: Sequence[Table], *, turn: bool = False, sides: str = "") -> list[Reading]:
    """What tables say. The label above several is the group of their competencies, or the track of their levels."""
    homes = {id(table.home) for table in found}
    matrices = []
    for table in found:
        turned = turn
        if sides in ("rows", "columns"):
            turned = (sides == "rows") != table.sides.below
        matrices.append((table, table.matrix(_group(table), turn=turned)))
    names = [{level_key(one.label) for one in matrix.levels} for _, matrix in matrices]
    tracks = len(homes) > 1 and len(names) > 1 and not shares_levels(names)
    single = (
        len(found) > 1
        and all(len(matrix.subjects) == 1 for _, matrix in matrices)
        and len(homes) > 1
        and len({key(matrix.subjects[0].label) for _, matrix in matrices}) == 1
    )
    readings = []
    for table, matrix in matrices:
        reading = matrix.reading()
        reading.titles = list(table.titles)
        home = table.home
        label = tidy(home.label) if (len(homes) > 1 and home.depth) or table.grid.caption else ""
        if table.grid.caption:
            label = tidy(bare(table.grid.caption.text))
        texts = [one for one in (home.text if not table.grid.caption else None, table.grid.caption) if one]
        for subject in reading.subjects:
            if single and label:
                subject.label, subject.texts = label, [*subject.texts, *texts]
            elif label and not tracks:
                subject.group = subject.group or label
                subject.texts += texts if subject.group == label else []
        for level in reading.levels:
            if tracks and label:
                level.track = level.track or label
                level.texts += texts
        for text in matrix.used:
            if reading.levels:
                reading.levels[0].texts.append(text)
        count = f"{len(reading.levels)} level{'s' if len(reading.levels) != 1 else ''}"
        how = (
            f"rows are {count}, columns are competencies"
            if matrix.turned
            else f"rows are competencies, columns are {count}"
        )
        if table.sides.unsure and not turn and not sides:
            how = f"no label looks like a level: took the columns as {count}; --transpose turns it"
        reading.how = how
        readings.append(reading)
    return readings


def _group(table: Table) -> str:
    return tidy(table.home.label) if table.home.depth else ""


__all__ = ["Tree", "kind", "of_tables"]
