"""The pages of a site as documents: what the commands answer, with links from each to what is near it."""

from collections.abc import Iterator
from typing import Final

from ladder.contents.citing import cited
from ladder.contents.claims import claims
from ladder.document import (
    Block,
    Cell,
    Document,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Prose,
    Table,
    Thing,
    Web,
)
from ladder.frozen import Frozen
from ladder.model import EMPTY, Ladder, Level
from ladder.pages.sources import KINDS
from ladder.pages.words import command, count, date, joined, running
from ladder.questions.comp import comp
from ladder.questions.compare import compare
from ladder.questions.competency import competency
from ladder.questions.day import day, days_on_record
from ladder.questions.map import map as companies_at
from ladder.questions.matrix import Matrix, matrix
from ladder.questions.show import show
from ladder.questions.sources import Backing, sources
from ladder.site.places import COMPARE, INDEX, PAY, SOURCES, Guide, between, neighbours, page_of
from ladder.views import page

FEW_ROLES: Final = 200
"""Up to how many roles the first page lists them, and the browser gets them in one file."""


class Page(Frozen):
    """One page of the site. `kind` says what it is (index, level, role, competency, compare, sources, pay)."""

    path: str
    kind: str
    document: Document


def published(ladder: Ladder, *, pay: bool, title: str = "") -> Ladder:
    """The ladder as it is published: with another title, and without pay also without what only pay refers to."""
    if title:
        ladder = ladder._replace(title=title)
    if pay or not ladder.surveys:
        return ladder
    paid = {name for survey in ladder.surveys.values() for name in survey.source}
    bare = ladder._replace(surveys=EMPTY)
    named = {source.id for source in cited([bare._replace(sources=EMPTY)], ladder.sources)}
    kept = {name: source for name, source in ladder.sources.items() if name in named or name not in paid}
    return bare._replace(sources=kept)


class Documents:
    """All documents of a site. Those to which others lead with a place come first, and `guide` learns of theirs."""

    def __init__(self, ladder: Ladder, *, pay: bool) -> None:
        self._ladder = ladder
        self._pay = pay and bool(ladder.surveys)
        self.pairs = neighbours(ladder)
        self.guide = Guide(ladder, self.pairs, pay=self._pay)
        self.claims = tuple(claims(ladder))
        self._roles: dict[str, list[str]] = {}
        for name in ladder.role_ids:
            self._roles.setdefault(ladder.roles[name].level, []).append(name)
        every = (*ladder.order, *ladder.role_ids)
        self._recorded = [name for name in every if days_on_record(ladder, ladder.role(name), own=True)]
        rungs = [one for company in ladder.companies.values() for one in company.levels.values()]
        placed = {name for one in rungs for name in (one.is_, one.beside, *(by.is_ for by in one.disagree))}
        self._known_elsewhere = [name for name in ladder.order if name in placed]
        self.guide.days = frozenset(self._recorded)

    def paths(self) -> tuple[str, ...]:
        """The paths of all pages, in the order in which they are made."""
        ladder = self._ladder
        return (
            SOURCES,
            *(page_of("level", name) for name in ladder.order),
            *(page_of("role", name) for name in ladder.role_ids),
            *(page_of("competency", name) for name in ladder.competencies),
            *(between(*pair) for pair in self.pairs),
            *(page_of("companies", name) for name in self._known_elsewhere),
            *(page_of("day", name) for name in self._recorded),
            *([PAY] if self._pay else []),
            COMPARE,
            INDEX,
        )

    def pages(self) -> Iterator[Page]:
        """Every page, each made when it is asked for."""
        ladder = self._ladder
        yield Page(SOURCES, "sources", self._sources())
        for name in ladder.order:
            yield Page(page_of("level", name), "level", self._level(name))
        for name in ladder.role_ids:
            yield Page(page_of("role", name), "role", self._role(name))
        for name in ladder.competencies:
            yield Page(page_of("competency", name), "competency", page("competency", competency(ladder, name)))
        for lower, higher in self.pairs:
            answer = compare([(ladder, lower), (ladder, higher)])
            answer = answer if answer.pay and any(one.rows for one in answer.pay) else answer._replace(pay=None)
            yield Page(between(lower, higher), "compare", page("compare", answer))
        for name in self._known_elsewhere:
            yield Page(page_of("companies", name), "companies", page("map", companies_at(ladder, level=name)))
        for name in self._recorded:
            yield Page(page_of("day", name), "day", page("day", day(ladder, name, every=True)))
        if self._pay:
            yield Page(PAY, "pay", page("comp", comp(ladder), sources=True))
        yield Page(COMPARE, "compare any", self._compare())
        yield Page(INDEX, "index", self._index())

    def _level(self, name: str) -> Document:
        ladder = self._ladder
        answer = show(ladder, name)._replace(companies=(), sources=())
        answer = answer._replace(sources=cited([answer], ladder.sources))
        made = self._with_days(name, page("show", answer, every=True))
        near = [pair for pair in self.pairs if name in pair]
        blocks = list(made.blocks)
        if near:
            others = [(pair, pair[0] if pair[1] == name else pair[1]) for pair in near]
            links = [Link(ladder.title_of(other), command("compare", *pair).to) for pair, other in others]
            blocks.insert(2 if answer.summary else 1, Prose(running("Compare it with ", joined(links), ".")))
        more: list[Block] = []
        if name in self._known_elsewhere:
            link = Link(f"What other companies call {ladder.title_of(name)}", command("map", name).to)
            more += [Heading("At other companies", about="companies"), Prose(link)]
        if roles := self._roles.get(name):
            more += [Heading("Roles", about="roles"), self._listed(roles)]
        blocks[_end(blocks) : _end(blocks)] = more
        return made._replace(blocks=tuple(blocks))

    def _with_days(self, name: str, made: Document) -> Document:
        """A page that leads to the days that it names."""
        if name not in self._recorded:
            return made
        whole = Link("hour by hour", command("day", name).to)
        blocks = (
            block._replace(aside=whole) if isinstance(block, Heading) and block.about == "days" else block
            for block in made.blocks
        )
        return made._replace(blocks=tuple(blocks))

    def _role(self, name: str) -> Document:
        """What a role says itself; the rest is on the page of its level."""
        ladder = self._ladder
        own, level = ladder.roles[name], ladder.levels.get(ladder.roles[name].level)
        if level is None:
            return page("show", show(ladder, name), every=True)
        answer = show(alone(ladder, own, level), name)
        answer = answer._replace(level=level.id, level_title=level.title or level.id)
        made = self._with_days(name, page("show", answer, every=True))
        said = running(
            "This page has what the role adds. Everything else is as for ",
            Link(level.title or level.id, Thing("level", level.id)),
            ": ",
            Link("compare the two", command("compare", level.id, name).to),
            ".",
        )
        return made._replace(blocks=(made.blocks[0], Note(said), *made.blocks[1:]))

    def _listed(self, roles: list[str]) -> Items:
        items = (
            Item(Link(self._ladder.title_of(name), Thing("role", name)), aside=self._ladder.roles[name].discipline)
            for name in roles
        )
        return Items(tuple(items))

    def _index(self) -> Document:
        ladder = self._ladder
        answer = matrix(ladder)
        made = page("matrix", answer)
        heading, *rest = made.blocks
        blocks: list[Block] = [heading, *([Prose(ladder.about)] if ladder.about else [])]
        blocks += [self._linked(block, answer) if isinstance(block, Table) else block for block in rest]
        if self.pairs:
            links = [Item(Link(_arrow(ladder, pair), command("compare", *pair).to)) for pair in self.pairs]
            blocks += [Heading("What changes", about="compare"), Items(tuple(links))]
        blocks += self._roles_by_level()
        return made._replace(blocks=tuple(blocks), title=ladder.title or ladder.name)

    def _roles_by_level(self) -> list[Block]:
        ladder = self._ladder
        if not self._roles:
            return []
        blocks: list[Block] = [Heading("Roles", about="roles")]
        if len(ladder.role_ids) > FEW_ROLES:
            counted = (
                Item(Link(ladder.title_of(name), Thing("level", name)), aside=count(len(self._roles[name]), "role"))
                for name in ladder.order
                if name in self._roles
            )
            return [*blocks, Items(tuple(counted))]
        for name in [*ladder.order, ""]:
            if name in self._roles:
                about = Thing("level", name) if name else "other roles"
                title = ladder.title_of(name) if name else "Other roles"
                blocks += [Heading(title, depth=3, about=about), self._listed(self._roles[name])]
        return blocks

    def _linked(self, table: Table, answer: Matrix) -> Table:
        """The matrix with a link from each cell to its place on the level's page; competencies keep their groups."""
        rows: list[tuple[Cell, ...]] = []
        group = ""
        for row, cells in zip(answer.rows, table.rows, strict=True):
            if row.competency.group != group:
                group = row.competency.group
                rows.append((group or "Other",))
            linked: list[Cell] = [cells[0]]
            for head, cell, said in zip(answer.levels, cells[1:], row.cells, strict=True):
                to = command("show", head.id, "--only", row.competency.id).to
                linked.append(Link(cell, to) if said and isinstance(cell, str) and cell else cell)
            rows.append(tuple(linked))
        return table._replace(rows=tuple(rows))

    def _compare(self) -> Document:
        """Where the browser compares any two; without it, the neighbours that have pages of their own."""
        ladder = self._ladder
        title = "Compare"
        blocks: list[Block] = [Heading(title, depth=1)]
        links = tuple(Item(Link(_arrow(ladder, pair), command("compare", *pair).to)) for pair in self.pairs)
        if links:
            blocks += [Heading("Neighbours", about="neighbours"), Items(links)]
        else:
            blocks.append(Note("the ladder has no two levels beside each other.", "none found"))
        return Document(title, tuple(blocks), ladder.language)

    def _sources(self) -> Document:
        """Every source with a place of its own, by kind."""
        answer = sources(self._ladder, every=self.claims)
        blocks: list[Block] = [Heading("Sources", count(len(self._ladder.sources), "source"), 1)]
        for kind in answer.kinds:
            blocks.append(Heading(KINDS[kind.kind], count(len(kind.sources), "source"), about=kind.kind))
            blocks += [block for one in kind.sources for block in _source(one)]
        if answer.unused:
            blocks.append(Heading("Not cited", count(len(answer.unused), "source"), about="unused"))
            blocks += [block for one in answer.unused for block in _source(one)]
        if len(blocks) == 1:
            blocks.append(Note("the ladder names no sources.", "none found"))
        return Document("Sources", tuple(blocks), answer.language)


def alone(ladder: Ladder, own: Level, level: Level) -> Ladder:
    """A ladder in which a role has nothing but what its own file says, and stands where its level does."""
    placed = own._replace(level="", track=own.track or level.track, rank=own.rank or level.rank)
    return ladder._replace(roles={own.id: placed}, baseline=None, cumulative=False)


def _source(one: Backing) -> list[Block]:
    heading = Heading(
        Link(one.title, Web(one.url)) if one.url else one.title,
        count(one.claims, "claim") if one.claims else "",
        3,
        Thing("source", one.id),
    )
    about = " · ".join(filter(None, (one.publisher, date(one.published), one.licence)))
    return [heading, *([Prose(about)] if about else []), *([Note(one.note)] if one.note else [])]


def _arrow(ladder: Ladder, pair: tuple[str, str]) -> str:
    return " → ".join(map(ladder.title_of, pair))


def _end(blocks: list[Block]) -> int:
    """Where a page's list of sources begins; its end where it has none."""
    places = (place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == "Sources")
    return next(places, len(blocks))
