"""A document with its levels known, as facts: what each text says of which level and which competency."""

from collections.abc import Iterator, Sequence
from typing import Final

from ladder.frozen import Frozen
from ladder.importing.around import Census, Path, Spot, role_of_above, spots
from ladder.importing.draft import tidy
from ladder.importing.facts import EXPECTATIONS, Fact, Level, Reading, Subject
from ladder.importing.infer import Assignment, Table
from ladder.importing.node import BOLD, BULLET, LABEL, Grid, Node, Text
from ladder.importing.sources.marked import stem
from ladder.importing.tabled import Said, rows_of
from ladder.importing.words import is_level, key, means, spoken
from ladder.markup.inline import bare

SUMMARY: Final = 400
"""Up to so many characters the text below a level's label sums it up."""


class Above(Frozen):
    """What stands above a level: the labels that are its track, and those that are a competency and its groups."""

    track: tuple[Node, ...] = ()
    subject: tuple[Node, ...] = ()


class Tree:
    """Headings, or the names of data, whose levels are known."""

    def __init__(self, roots: Sequence[Node], chosen: Assignment, within: Sequence[Table]) -> None:
        self.roots, self.ids = roots, chosen.ids
        self.spots = spots(roots, chosen.ids)
        self.census = Census(self.spots, chosen.ids)
        self.role = role_of_above(self.spots, self.census)
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
        deep = [spot.above for spot in self.spots if len(spot.above) > 1]
        if deep and all(above[-2].hint == "track" for above in deep):
            return True
        under: dict[str, set[str]] = {}
        for above in deep:
            under.setdefault(key(above[-1].label), set()).add(key(above[-2].label))
        return bool(under) and sum(len(found) > 1 for found in under.values()) * 2 >= len(under)

    def _above(self, spot: Spot) -> Above:
        if self.role == "track":
            return Above(spot.above)
        if self.outer_tracks:
            return Above(spot.above[:-1], spot.above[-1:])
        tracks = tuple(one for one in spot.above if one.hint == "track")
        return Above(tracks, tuple(one for one in spot.above if one.hint != "track"))

    def _has_levels_below(self, node: Node) -> bool:
        return any(id(one) in self.ids for one in node.walk() if one is not node)

    def _level(self, spot: Spot, above: Above) -> Level:
        node = spot.node
        track = " / ".join(dict.fromkeys(tidy(one.label) for one in above.track if one.label))
        if node.track and not track:
            track = bare(node.track.text)
        title = node.label or next(iter(node.names), "")
        if node.slot == "file" and not is_level(title):
            title = next((name for name in (*node.names, stem(node.file)) if is_level(name)), title)
        level = Level(title, node.text, *(one.text for one in above.track), node.track, track=track, id=node.id)
        level.names = [name for name in dict.fromkeys(node.names) if name != title]
        level.texts += node.beside.get("names", [])
        level.rank = node.rank
        level.track_about = [text for one in above.track for text in one.about]
        level.keys = {**node.keys, **({} if node.order is None else {"rank": node.order})}
        level.run = "/".join(key(one.label) for one in above.subject)
        level.has_below = self._has_levels_below(node)
        level.about += [node.group] if node.group else []
        return level

    def _subject(self, nodes: Sequence[Node]) -> Subject:
        """The competency of these labels, the last its own and the others its group."""
        last = nodes[-1]
        group = " / ".join(dict.fromkeys(tidy(one.label) for one in nodes[:-1] if one.label))
        if not group and last.group:
            group = bare(last.group.text)
        subject = self._named(last.label or next(iter(last.names), ""), group, last.id)
        subject.names = subject.names or list(last.names)
        subject.texts += [one.text for one in nodes if one.text] + ([last.group] if last.group else [])
        subject.texts += last.beside.get("names", [])
        subject.keys |= last.keys
        return subject

    def _named(self, title: str, group: str = "", id_: str = "") -> Subject:
        name = (group, title, id_)
        if name not in self.known:
            self.known[name] = Subject(title, group=group, id=id_)
            self.reading.subjects.append(self.known[name])
        return self.known[name]

    # -- what stands below a level

    def _one_cell(self, spot: Spot, level: Level, subject: Subject) -> None:
        """All that is said below a level that stands below its competency."""
        if spot.node.about:
            self.abouts.append((subject, level, spot.node.about))
        self._say(level, subject, list(_flat(spot.node)))
        for grid in (grid for node in spot.node.walk() for grid in node.grids if id(grid) not in self.own):
            for name, said, uses in rows_of(grid):
                self._say(level, subject, [(text, (*filter(None, [name]), *more)) for text, more in said], uses)

    def _below(self, level: Level, node: Node, path: Path, nodes: tuple[Node, ...]) -> None:
        axis = self.census.axis(path)
        direct: list[Said] = []
        inner: list[Node] = []
        grids: list[Grid] = []
        for part in node.parts:
            if isinstance(part, Grid):
                grids += [] if id(part) in self.own else [part]
            elif isinstance(part, Text):
                direct.append((part, ()))
            elif id(part) in self.ids:
                continue
            elif key(part.label) in axis and (part.parts or part.about):
                self.inner.append(part)
                inner.append(part)
            elif nodes or part.weight or part.about or part.own:
                direct += _reverted(part, ())
        if len(path) == 1 and not nodes:
            summary, direct = _summed_up(node, direct, beside=bool(inner or grids))
            level.about += [*node.about, *summary]
        elif node.about:
            self.abouts.append((self._subject(nodes), level, node.about))
        if direct and nodes:
            self._say(level, self._subject(nodes), direct)
        for title, said in _by_via(direct) if not nodes else ():
            self._say(level, self._named(title), said)
        for grid in grids:
            for name, said, uses in rows_of(grid):
                group = " / ".join(tidy(one.label) for one in nodes)
                subject = self._named(name or (nodes[-1].label if nodes else EXPECTATIONS), group if name else "")
                self._say(level, subject, said, uses)
        for one in inner:
            if one.weight or one.about:
                self._below(level, one, (*path, key(one.label)), (*nodes, one))

    def _say(self, level: Level, subject: Subject, said: Sequence[Said], uses: tuple[Text, ...] = ()) -> None:
        vias = {text.via for text, _ in said if text.via and not means(text.via, "wrapper")}
        for text, tags in said:
            tags = (*tags, text.via) if len(vias) > 1 and text.via else tags
            self.reading.facts.append(
                Fact(level, subject, text, tuple(_deep(text)), tags, _splits(text), not uses, "", uses)
            )

    def _spread(self) -> None:
        """What is said of a level that stands in several steps is said of each of them."""
        pairs = list(zip(self.spots, self.reading.levels, strict=True))
        steps = {
            id(level): [one for other, one in pairs if one is not level and other.node in spot.node.walk()]
            for spot, level in pairs
            if level.has_below
        }
        if not steps:
            return
        order = {id(level): place for place, level in enumerate(self.reading.levels)}
        spread = [
            one for fact in self.reading.facts
            for one in ([fact._replace(level=step) for step in steps.get(id(fact.level), [])] or [fact])
        ]  # fmt: skip
        self.reading.facts = sorted(spread, key=lambda fact: order[id(fact.level)])
        for level in [one for one in self.reading.levels if id(one) in steps]:
            for one in steps[id(level)]:
                one.about, one.texts = [*level.about, *one.about], [*one.texts, *level.texts]
            self.reading.levels.remove(level)

    # -- what is said of names alone

    def _declared(self) -> None:
        """Names that a document lists as competencies before it says anything of them at a level."""
        ids = {id(one) for spot in self.spots for one in (*spot.above, *spot.node.walk())}
        for node in self._nodes():
            if node.hint != "competency" or "@" in node.slot or id(node) in ids or node.inside:
                continue
            if self._has_levels_below(node) or any(id(grid) in self.own for grid in node.grids):
                continue
            subject = self._subject((node,))
            subject.declared = True
            subject.about += node.about
            bare_levels = not any(spot.node.weight for spot in self.spots)
            if not (bare_levels and len(node.texts) == len(self.spots) > 1):  # else they are said of one level each
                subject.about += list(node.texts)

    def _nodes(self) -> Iterator[Node]:
        return (node for root in self.roots for node in root.walk())

    def _by_place(self) -> None:
        """Texts in the order of levels that are no more than listed are said of one each."""
        levels = self.reading.levels
        if len(levels) < 2 or any(spot.node.weight for spot in self.spots):
            return
        for node in self._nodes():
            if id(node) not in self.ids and node not in self.roots and len(node.texts) == len(levels):
                subject = self._subject((node,))
                for level, text in zip(levels, node.texts, strict=True):
                    self._say(level, subject, [(text, ())])

    def _place_abouts(self) -> None:
        """What all cells of a competency repeat is about it; what differs is said of the level, first in its cell."""
        facts = self.reading.facts
        for subject in {id(one): one for one, _, _ in self.abouts}.values():
            found = [(level, texts) for one, level, texts in self.abouts if one is subject]
            told = {"\n".join(text.text for text in texts) for _, texts in found}
            for level, texts in found:
                if len(found) > 1 and len(told) == 1:
                    subject.about += texts
                    continue
                mine = (n for n, fact in enumerate(facts) if fact.level is level and fact.subject is subject)
                first = next(mine, len(facts))
                facts[first:first] = [Fact(level, subject, one, (), (), _splits(one), paragraphs=True) for one in texts]

    def _about_above(self) -> None:
        """What stands directly below the labels that are competencies above the levels is about these."""
        above = [self._above(spot).subject for spot in self.spots] if self.role == "competency" else []
        for nodes in {id(one[-1]): one for one in above if one}.values():
            subject = self._subject(nodes)
            subject.about += [*nodes[-1].about, *(text for text in nodes[-1].texts if text.kind == "text")]

    def how(self) -> str:
        """One line: what was taken for what."""
        nodes = [spot.node for spot in self.spots]
        outer = [spot.above[-1] for spot in self.spots if spot.above and spot.above[-1].text]
        known = {id(one) for one in self.inner}
        inner = [one for one in self.inner if one.weight and not any(id(kid) in known for kid in one.inside)]
        what = f"competencies {kind(inner)}" if inner else "without competencies"
        if self.role == "competency" and outer:
            what = f"competencies {kind(outer)}"
        elif not inner and any(node.grids for node in nodes):
            what = "competencies the rows of the tables below them"
        if self.role != "competency" and outer:
            what += f", their {self.role}s {kind(outer)}"
        return f"levels are {kind(nodes)}, {what}"


def kind(nodes: Sequence[Node]) -> str:
    """What labels are in the source."""
    if any("/" in node.slot for node in nodes):
        slots = dict.fromkeys(node.slot for node in nodes)
        words = [slot.split("/")[-2] for slot in slots if slot.count("/") > 1 and slot.split("/")[-2] != "*"]
        words += [slot.rpartition("@")[2] for slot in slots if "@" in slot]
        return f"what stands under {' and '.join(map(repr, list(dict.fromkeys(words))[:3]))}" if words else "keys"
    hard = sorted({node.depth for node in nodes if 0 < node.depth < BOLD})
    kinds = [f"the headings of depth {' and '.join(map(str, hard))}"] if hard else []
    kinds += ["paragraphs in bold"] if any(BOLD <= node.depth <= LABEL for node in nodes) else []
    kinds += ["bullets that begin with a label"] if any(node.depth >= BULLET for node in nodes) else []
    return " and ".join(kinds) or "the pages"


def _splits(text: Text) -> bool:
    """Whether the lines of a text may be statements of their own."""
    return "\n" in text.text and text.kind != "whole"


def _deep(text: Text) -> Iterator[Text]:
    """What stands below a bullet, of whatever depth."""
    for one in text.below:
        yield one
        yield from _deep(one)


def _flat(node: Node, tags: tuple[str, ...] = (), start: int = 0) -> Iterator[Said]:
    """All that is said below a label, as one cell."""
    for part in node.parts[start:]:
        if isinstance(part, Node):
            yield from _reverted(part, tags)
        elif isinstance(part, Text):
            yield part, tags


def _reverted(node: Node, tags: tuple[str, ...]) -> Iterator[Said]:
    """What stands below a label that is no competency: a soft one with text beside it is a statement again."""
    own, parts, below = node.own, node.parts, (*tags, node.label)
    if own is None or node.slot == "summary":
        yield from ((text, below) for text in node.about)
        if node.text and not node.weight and not node.about and node.text.kind == "label":
            yield node.text, tags
        yield from _flat(node, below)
        return
    beside = bool(parts) and isinstance(parts[0], Text) and parts[0].id == own.id
    if node.depth >= BULLET and not beside and own.below and not own.text.rstrip().endswith(":"):
        yield own, tags  # a bullet with bullets below it, which are its examples
    elif not beside and parts:
        yield from _flat(node, below)
    else:
        yield own, tags
        yield from _flat(node, tags, 1)


def _by_via(direct: Sequence[Said]) -> Iterator[tuple[str, list[Said]]]:
    """What is said of a level as a whole, by the keys it stands under."""
    found: dict[str, list[Said]] = {}
    for text, tags in direct:
        title = spoken(text.via) if text.via and not means(text.via, "level", "wrapper") else EXPECTATIONS
        found.setdefault(title[:1].upper() + title[1:], []).append((text, tags))
    yield from found.items()


def _summed_up(node: Node, direct: list[Said], *, beside: bool) -> tuple[list[Text], list[Said]]:
    """The text with which a level begins, where something else follows it and it is short; and the rest."""
    leading: list[Text] = []
    for part in node.parts if "/" not in node.slot else ():
        if not isinstance(part, Text) or part.kind != "text":
            break
        leading.append(part)
    if not leading or (len(leading) == len(direct) and not beside):
        return [], direct
    if sum(len(one.text) for one in leading) > SUMMARY:
        leading = leading[:1] if len(leading[0].text) <= SUMMARY else []
    chosen = {one.id for one in leading}
    return leading, [said for said in direct if said[0].id not in chosen]


__all__ = ["Tree", "kind"]
