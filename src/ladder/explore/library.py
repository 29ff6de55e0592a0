"""A ladder that is asked for pages, as the commands ask it, and knows what it was asked before."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Final

from ladder import api, opening, views
from ladder.document import Block, Document, Heading, Item, Items, Note, Span, Table
from ladder.errors import InvalidLadder, LadderError, argument
from ladder.explore.page import OPTIONS, Page
from ladder.explore.state import State
from ladder.names import GIT
from ladder.needs import EVERYTHING
from ladder.questions.list import Entry
from ladder.questions.matrix import Matrix
from ladder.questions.search import Findings
from ladder.render import Printable

SMALL: Final = opening.OPENED
"""Up to so many levels and roles a ladder is opened whole, once; of a larger one each page opens what it needs."""
MOST_FOUND: Final = 40
"""How many hits a search shows."""

Spell = Callable[[Document, str], Document]
"""Makes the commands that a page suggests ask a ladder."""


class Library:
    """One ladder, asked through `api`: whatever it was asked before it knows, until it is read again.

    `typed` is what `--ladder` takes for it, None for the one that is asked when none is named.
    """

    def __init__(self, typed: str | None, spell: Spell) -> None:
        self.typed = typed
        self.spell = spell
        self._where: opening.Where = typed
        self._opened = False
        self._answers: dict[Page, Printable] = {}
        self._lock = Lock()
        self.matrix: Matrix = api.matrix(ladder=self.typed)
        self.roles: tuple[Entry, ...] = ()

    @property
    def where(self) -> opening.Where:
        """The ladder: whole where it is small and sound, else where it stands, so that a page opens what it needs."""
        with self._lock:
            if not self._opened:
                here = opening.named(self.typed)
                if len(here.order) + len(here.role_ids) <= SMALL or (self.typed or "").startswith(GIT):
                    with suppress(LadderError):
                        self._where = opening.whole(self.typed, EVERYTHING)
                self._opened = True
        return self._where

    def table(self) -> Table | None:
        """The matrix as its page has it; None where no level says what it expects."""
        return next((block for block in views.page("matrix", self.matrix).blocks if isinstance(block, Table)), None)

    def about(self, state: State) -> str:
        """A line about the ladder, the level or role of the page, and what is marked."""
        titles = {one.id: (one.title, one.title) for one in self.roles}
        titles |= {level.id: (level.title, level.short or level.title) for level in self.matrix.levels}
        words = [self.matrix.title or self.matrix.ladder]
        if state.subject:
            words.append(titles.get(state.subject, (state.subject,))[0])
        if state.marks:
            marked = ", ".join(titles.get(name, (name,))[-1] for name in state.marks)
            words.append(f"marked: {marked}{'; c compares' if len(state.marks) > 1 and state.tab != 'compare' else ''}")
        return " · ".join(words)

    def printable(self, page: Page) -> Printable:
        """The answer, as every format takes it.

        Raises LadderError.
        """
        if page not in self._answers:
            self._answers[page] = _ask(page, self.where)
        return self._answers[page]

    def document(self, page: Page) -> Document:
        """The page as it is read here; where it cannot be answered, what is wrong and how to mend it."""
        try:
            return self.spelled(self.printable(page).page("full"))
        except LadderError as error:
            return self.spelled(problem(error, self.typed))

    def spelled(self, document: Document) -> Document:
        """A page on which suggested commands ask this ladder."""
        return self.spell(document, self.typed) if self.typed else document

    def command(self, page: Page) -> str:
        """The line that prints a page."""
        words = ("--ladder", self.typed, *page.command()) if self.typed else page.command()
        return " ".join(["ladder", *(word if word in ("--", *OPTIONS) else argument(word) for word in words)])

    def listing(self) -> tuple[Entry, ...]:
        """Levels, then roles, with their titles and summaries.

        Raises LadderError.
        """
        if not self.roles:
            groups = api.list(ladder=self.where).groups
            self.roles = tuple(entry for group in groups for entry in group.entries)
        return self.roles

    def search(self, typed: str) -> Findings:
        """Where the ladder says something.

        Raises LadderError.
        """
        return api.search(typed, ladder=self.where, limit=MOST_FOUND)


def _ask(page: Page, ladder: opening.Where) -> Printable:
    """Asks through `api`, as the command would."""
    names = page.names
    match page.ask:
        case "show":
            return views.printable("show", api.show(names[0], ladder=ladder, topics=[page.only] if page.only else ()))
        case "compare":
            return views.printable("compare", api.compare(*names, ladder=ladder, changes=page.changes))
        case "day":
            return views.printable("day", api.day(names[0], ladder=ladder))
        case "comp":
            return views.printable("comp", api.comp(*names, ladder=ladder))
        case "path":
            return views.printable("path", api.path(*names, ladder=ladder))
        case "competency":
            return views.printable("competency", api.competency(names[0], ladder=ladder))
        case "archetypes":
            return views.printable("archetypes", api.archetypes(names[0], ladder=ladder))
        case "company":
            return views.printable("map", api.map(company=names[0], ladder=ladder))
        case "sources":
            return views.printable("sources", api.sources(*names, ladder=ladder))
        case "list":
            return views.printable("list", api.list(*names, ladder=ladder))


def problem(error: LadderError, ladder: str | None) -> Document:
    """What went wrong as a page: the message, every problem with its place, and what to do."""
    blocks: list[Block] = [Heading(error.message[:1].upper() + error.message[1:], depth=1)]
    if isinstance(error, InvalidLadder):
        blocks.append(Items(tuple(_item(str(one), one.hint) for one in error.problems)))
    if error.hint:
        blocks.append(Note(error.hint, "hint"))
    if isinstance(error, InvalidLadder):
        validate = f"ladder validate {argument(ladder)}" if ladder else "ladder validate"
        also, again = Span(" says more about them; "), Span(" reads the files again.")
        blocks.append(Note((Span(validate, "code"), also, Span("r", "code"), again)))
    return Document(error.message, tuple(blocks))


def _item(text: str, hint: str) -> Item:
    return Item(text, (f"hint: {hint}",) if hint else ())
