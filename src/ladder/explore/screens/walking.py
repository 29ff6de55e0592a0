"""The screen: a matrix, the cell below it, and paper with tabs beside it.

Questions are asked in a thread beside the screen, of each pane only the last one that was wanted.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer, Input, Static, Tab, Tabs

from ladder.document import Document, Thing, Web
from ladder.errors import LadderError
from ladder.explore import offers
from ladder.explore.bindings import bindings
from ladder.explore.library import Library, problem
from ladder.explore.links import Way
from ladder.explore.page import Page, page_of, page_of_command
from ladder.explore.screens.choosing import Choosing, Find
from ladder.explore.screens.reading import Reading, keys
from ladder.explore.screens.saving import Saving
from ladder.explore.state import MOST_MARKS, TABS, State
from ladder.explore.widgets.matrix import Matrix
from ladder.explore.widgets.paper import STAY, Paper
from ladder.explore.words import safe
from ladder.questions.matrix import Head
from ladder.questions.search import Hit
from ladder.render import Printable
from ladder.render.text import one_line

if TYPE_CHECKING:
    from ladder.explore.app import Explorer

WIDE: Final = 100
"""From so many columns on, matrix and page stand side by side."""

Save = Callable[[Printable, str, str, bool], None]
"""Writes an answer to a path, for a ladder, over what stands there or not. Raises LadderError."""


class Walking(Screen[None]):
    """A ladder, as it was named and read, and where somebody is in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("screen")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, ladder: str | None, found: Library | LadderError, save: Save) -> None:
        super().__init__()
        self._ladder, self._save = ladder, save
        self.library = found if isinstance(found, Library) else None
        self.trouble = found if isinstance(found, LadderError) else None
        self.state = State()
        self._wanted: dict[str, tuple[Page, str]] = {}
        self._busy: set[str] = set()

    @property
    def explorer(self) -> "Explorer":
        """The program."""
        return cast("Explorer", self.app)

    def compose(self) -> ComposeResult:
        """A line about the ladder, two panes, and the keys."""
        self.about = Static(safe(""), id="about")
        self.matrix = Matrix(id="matrix")
        self.cell, self.paper = Paper(id="cell"), Paper(id="page")
        self.tabs = Tabs(*(Tab(safe(name.capitalize()), id=name) for name in TABS), id="tabs")
        self.line = Input(placeholder="Find in this page", id="find")
        yield self.about
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield self.matrix
                yield self.cell
            with Vertical(id="right"):
                yield self.tabs
                yield self.paper
                yield self.line
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Shows the ladder."""
        self.cell.can_focus = self.tabs.can_focus = False
        self.line.display = False
        self.matrix.focus()
        self._arrived()

    def arrive(self, ladder: str | None, found: Library | LadderError, state: State, again: bool) -> None:
        """A ladder that was read, in this place; where `again` fails, what was read before stays."""
        self._ladder = ladder
        self.trouble = found if isinstance(found, LadderError) else None
        if isinstance(found, Library):
            self.library, self.state = found, state
        elif not again:
            self.library, self.state = None, State()
        self._arrived(STAY if again else "")
        if again and self.trouble is None:
            self.explorer.say("read again")

    def _arrived(self, at: str = "") -> None:
        table = None
        if self.library is not None:
            answer = self.library.matrix
            self.state = self.state.over(
                tuple(level.id for level in answer.levels), tuple(row.competency.id for row in answer.rows)
            )
            table = self.library.table()
        self.matrix.show(table, self.state)
        self._say_where()
        self.call_after_refresh(self._show, at)  # the matrix first: pages take longer

    @property
    def levels(self) -> tuple[Head, ...]:
        """The levels, with their titles."""
        return self.library.matrix.levels if self.library else ()

    # What is seen

    def go(self, state: State, at: str = "") -> None:
        """Another place, and what there is to see of it; `at` is the place in the page, as `Paper.show` takes it."""
        self.state = state
        self.matrix.go(state)
        self._show(at)

    def _show(self, at: str = "") -> None:
        """Asks for what the panes are to show; what stands there stays until it is answered."""
        self._say_where()
        if self.trouble is not None:
            said = problem(self.trouble, self._ladder)
            self.paper.show(self.library.spelled(said) if self.library else said)
            self.cell.show(None)
            self.read_page()
            return
        self._want("cell", self.state.cell(), self.state.competency)
        if not self.narrow or self.has_class("-reading"):
            self._want("page", self.state.page(), at)

    def _say_where(self) -> None:
        state = self.state
        if self.tabs.active != state.tab:
            with self.prevent(Tabs.TabActivated):
                self.tabs.active = state.tab
        said = self.library.about(state) if self.library else self._ladder or ""
        self.about.update(safe(said, "bold"))

    def _want(self, pane: str, page: Page | None, at: str = "") -> None:
        """A page for a pane; of several that are wanted in short order only the last is asked for."""
        if page is None:
            self._pane(pane).show(None)
            return
        self._wanted[pane] = page, at
        if pane not in self._busy:
            self._busy.add(pane)
            self._answer(pane)

    def _pane(self, name: str) -> Paper:
        return self.cell if name == "cell" else self.paper

    @work(thread=True)
    def _answer(self, pane: str) -> None:
        while (wanted := self._wanted.pop(pane, None)) is not None and (library := self.library) is not None:
            page, at = wanted
            self.explorer.tell(self._lay, library, pane, page, library.document(page), at)
        self.explorer.tell(self._rest, pane)

    def _rest(self, pane: str) -> None:
        self._busy.discard(pane)
        if wanted := self._wanted.get(pane):
            self._want(pane, *wanted)

    def _lay(self, library: Library, pane: str, page: Page, document: Document, at: str) -> None:
        if library is self.library and self.trouble is None and page in (self.state.cell(), self.state.page()):
            self._pane(pane).show(document, at)

    # Panes

    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane alone."""
        return self.size.width < WIDE

    def read_page(self) -> None:
        """To the page."""
        self.add_class("-reading")
        self.paper.focus()

    def see_page(self) -> None:
        """The page, where it is not to be seen; else whoever is in the matrix stays there."""
        if self.narrow:
            self.read_page()

    def _read_matrix(self) -> None:
        self.remove_class("-reading")
        self.matrix.focus()

    def on_resize(self) -> None:
        """A pane that was not to be seen may be now."""
        if self.matrix.is_attached:
            self.call_after_refresh(self._show)

    def action_switch(self) -> None:
        """To the page, and back to the matrix."""
        if self.paper.has_focus or self.line.has_focus:
            self._read_matrix()
        else:
            self.read_page()
            self._show()

    @on(Tabs.TabActivated)
    def _tab_clicked(self, event: Tabs.TabActivated) -> None:
        event.stop()
        if event.tab.id != self.state.tab:
            self.action_tab(event.tab.id or "")

    def action_tab(self, name: str) -> None:
        """A tab of the page."""
        for tab in TABS:
            if tab == name:
                self.see_page()
                self.go(self.state.on(tab))

    # The matrix

    @on(Matrix.Moved)
    def _moved(self, event: Matrix.Moved) -> None:
        event.stop()
        there = self.state.at(event.row, event.column)
        if event.opened:
            self.read_page()
            self.go(there.on("level")._replace(picked=""), there.competency)
        else:
            self.go(there)

    @on(Matrix.Marked)
    def _clicked_head(self, event: Matrix.Marked) -> None:
        event.stop()
        self._mark(self.state.levels[event.column])

    def action_mark(self) -> None:
        """Marks the level or role, or takes the mark away."""
        if self.state.subject:
            self._mark(self.state.subject)

    def _mark(self, name: str) -> None:
        marked = self.state.toggled(name)
        if marked == self.state:
            self.explorer.say(f"{MOST_MARKS} are marked, which is the most; take a mark away first")
        else:
            self.go(marked)

    def action_beside(self, by: int) -> None:
        """The level below or above, in a page."""
        if not self.state.opened and not self.state.picked:
            self.go(self.state.moved(0, by))

    def action_changes(self) -> None:
        """Only what changes, or everything."""
        self.see_page()
        self.go(self.state._replace(changes=not self.state.changes).on("compare"))

    # Lists

    def _choose(self, title: str, find: Find, then: Callable[[Any], object]) -> None:
        def chosen(value: Any) -> None:
            if value is not None:
                then(value)

        self.app.push_screen(Choosing(title, find), chosen)

    def choose(self, name: str) -> None:
        """A level or role from a list."""
        self.see_page()
        self.go(self.state.chosen(name))

    def action_roles(self) -> None:
        """A list of levels and roles."""
        if self.library is not None:
            self._choose("Levels and roles", offers.roles(self.library), self.choose)

    def action_ladders(self) -> None:
        """A list of the ladders on the shelf."""
        self._choose("Ladders", offers.ladders(), lambda name: self.explorer.read(name, State()))

    def action_follow(self) -> None:
        """A list of the links of the page."""
        if self.paper.ways:
            self._choose("Links of this page", offers.links(self.paper.ways), self._follow)
        else:
            self.explorer.say("no links on this page")

    @on(Paper.Followed)
    def _link_clicked(self, event: Paper.Followed) -> None:
        event.stop()
        self._follow(event.way)

    def _follow(self, way: Way) -> None:
        if isinstance(way.to, Web):
            self._copy(way.to.url)
            return
        page = page_of(way.to) if isinstance(way.to, Thing) else page_of_command(way.to)
        if page is None:
            self._copy(way.words)
            return
        self.read_page()
        self.go(self.state.following(page))

    # Words

    def action_search(self) -> None:
        """Words in the page where one reads, else in the ladder."""
        self.action_find() if self.paper.has_focus else self.action_seek()

    def action_seek(self) -> None:
        """Words in the whole ladder."""
        if self.library is not None:
            self._choose("Search the ladder", offers.hits(self.library), self._to_hit)

    def _to_hit(self, hit: Hit) -> None:
        self.read_page()
        if hit.role:
            state = self.state.chosen(hit.role)
        elif hit.part == "competencies":
            state = self.state.following(page_of(Thing("competency", hit.about)))
        else:
            state = self.state.on("level")
        self.go(state, "=" + " ".join(hit.text.split()[:8]))

    def action_find(self) -> None:
        """A line to type words in that are found in the page."""
        self.read_page()
        self.line.display = True
        self.line.value = ""
        self.line.focus()

    @on(Input.Changed, "#find")
    def _finding(self, event: Input.Changed) -> None:
        self.paper.find(event.value)

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        number = self.paper.find(event.value)
        self._close_line()
        if event.value:
            self.explorer.say(f"{number:,} found; n and N go on" if number else "nothing found")

    def _close_line(self) -> None:
        self.line.display = False
        self.paper.focus()

    def action_step(self, by: int) -> None:
        """The next place that was found, or with -1 the previous."""
        if not self.paper.step(by):
            self.explorer.say("nothing was looked for in this page, or nothing found")

    # The page

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(one_line(text))
        self.explorer.say(f"copied: {text}")

    def action_copy(self) -> None:
        """The command that prints the page, to the clipboard."""
        page = self.state.page()
        if self.library is not None and page is not None:
            self._copy(self.library.command(page))

    def action_save(self) -> None:
        """The page, to a file."""
        library, page = self.library, self.state.page()
        if library is None or page is None:
            return

        def write(path: str, over: bool) -> None:
            self._save(library.printable(page), path, library.typed or "", over)

        def written(path: str | None) -> None:
            if path is not None:
                self.explorer.say(f"wrote {path}")

        self.app.push_screen(Saving(f"{page.slug}.md", write), written)

    def action_help(self) -> None:
        """The keys."""
        self.app.push_screen(Reading(keys()))

    def action_reread(self) -> None:
        """Reads the files again, and stays where one is."""
        self.explorer.read(self.library.typed if self.library else self._ladder, self.state, again=True)

    def action_leave(self) -> None:
        """Out of what was opened last: the line, a page, a role, the page itself."""
        if self.line.has_focus:
            self._close_line()
        elif self.state.back() != self.state:
            self.go(self.state.back())
        elif self.paper.has_focus:
            self._read_matrix()
