"""The explorer: one screen with a matrix, the cell below it, and paper with tabs beside it.

Questions are asked in a thread beside the screen, of each pane only the last one that was wanted. Text of a ladder
reaches the screen as a document's lines or through `words.safe`, and never as markup.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Final

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Footer, Input, Static, Tab, Tabs

from ladder import api, views
from ladder.document import Command, Document, Table, Thing, Web
from ladder.errors import LadderError
from ladder.explore.bindings import bindings
from ladder.explore.library import Library, Spell, problem
from ladder.explore.links import Way
from ladder.explore.page import Page, page_of, page_of_command
from ladder.explore.palette import Commands
from ladder.explore.screens.choosing import Choice, Choosing, Offer, among
from ladder.explore.screens.reading import Reading, keys
from ladder.explore.screens.saving import Saving
from ladder.explore.state import MOST_MARKS, TABS, State
from ladder.explore.widgets.matrix import Matrix
from ladder.explore.widgets.paper import Paper
from ladder.explore.words import safe
from ladder.questions.matrix import Head
from ladder.questions.search import Hit
from ladder.render import Printable
from ladder.render.text import one_line

WIDE: Final = 100
"""From so many columns on, matrix and page stand side by side."""
SOON: Final = 0.03
"""Seconds that a page waits while the cursor goes on."""

Save = Callable[[Printable, str, str, bool], None]
"""Writes an answer to a path, for a ladder, over what stands there or not. Raises LadderError."""

OWN: Final = "textual-ansi"
"""The theme of the terminal's own colours; by this name older versions of Textual know that these are meant."""


def own_colours() -> Theme:
    """Textual's theme of the terminal's own colours, whatever this version calls it; what is chosen is reversed."""
    base = BUILTIN_THEMES.get(OWN) or BUILTIN_THEMES["ansi-light"]
    reversed_ = {
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-text-style": "reverse",
        "input-cursor-text-style": "reverse",
        "footer-background": "ansi_default",
        "footer-item-background": "ansi_default",
        "footer-description-background": "ansi_default",
        "footer-description-foreground": "ansi_default",
        "footer-key-background": "ansi_default",
        "footer-key-foreground": "ansi_default",
    }
    return replace(base, name=OWN, variables={**base.variables, **reversed_})


class Explorer(App[None]):
    """A ladder on the whole screen."""

    TITLE = "ladder explore"
    CSS_PATH = "explorer.tcss"
    COMMANDS = {Commands}  # noqa: RUF012 - as Textual declares it
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, ladder: str | None, spell: Spell, save: Save, library: Library | LadderError) -> None:
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.register_theme(own_colours())
        self.theme = OWN
        self._ladder, self._spell, self._save = ladder, spell, save
        self.library: Library | None = library if isinstance(library, Library) else None
        self.trouble: LadderError | None = library if isinstance(library, LadderError) else None
        self.state = State()
        self.bug: BaseException | None = None
        self._wanted: dict[str, tuple[Page, str]] = {}
        self._busy: set[str] = set()
        self._find = ""

    def compose(self) -> ComposeResult:
        """A line about the ladder, two panes, and the keys."""
        yield Static(safe(""), id="about")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Matrix(id="matrix")
                yield Paper(id="cell")
            with Vertical(id="right"):
                yield Tabs(*(Tab(safe(name.capitalize()), id=name) for name in TABS), id="tabs")
                yield Paper(id="page")
                yield Input(placeholder="Find in this page", id="find")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Shows the ladder."""
        self.query_one("#cell").can_focus = False
        self.query_one("#tabs").can_focus = False
        self.query_one("#find").display = False
        self.query_one("#matrix").focus()
        self._arrive()

    def _arrive(self) -> None:
        """The ladder that was read, or what is wrong with it, on the screen."""
        matrix = self.query_one("#matrix", Matrix)
        library = self.library
        if library is not None and self.trouble is None:
            answer = library.matrix
            levels = tuple(level.id for level in answer.levels)
            self.state = self.state.over(levels, tuple(row.competency.id for row in answer.rows))
            document = views.page("matrix", answer)
            matrix.show(next((one for one in document.blocks if isinstance(one, Table)), None), self.state)
        elif library is None:
            matrix.show(None, self.state)
        self._say_where()
        self.call_after_refresh(self._show)  # the matrix first: pages take longer

    def library_levels(self) -> tuple[Head, ...]:
        """The levels, with their titles."""
        return self.library.matrix.levels if self.library else ()

    # What is seen

    def go(self, state: State) -> None:
        """Another place, and what there is to see of it."""
        self.state = state
        self.query_one("#matrix", Matrix).go(state)
        self._show()

    def _show(self) -> None:
        """Asks for what the panes are to show; what stands there stays until it is answered."""
        self._say_where()
        paper = self.query_one("#page", Paper)
        if self.trouble is not None:
            said = problem(self.trouble, self._ladder)
            paper.show(self.library.spelled(said) if self.library else said)
            if self.library is None:
                self.query_one("#cell", Paper).show(None)
                self._read_page()
            return
        self._want("cell", self.state.cell(), self.state.competency)
        if not self.narrow or self._reading:
            self._want("page", self.state.page())

    def _say_where(self) -> None:
        library, state = self.library, self.state
        tabs = self.query_one("#tabs", Tabs)
        if tabs.active != state.tab:
            with self.prevent(Tabs.TabActivated):
                tabs.active = state.tab
        words = [library.matrix.title or library.matrix.ladder if library else self._ladder or ""]
        if state.subject:
            words.append(self._title(state.subject))
        if state.marks:
            words.append(
                "marked: " + ", ".join(map(self._title, state.marks)) + ("; c compares" if len(state.marks) > 1 else "")
            )
        self.query_one("#about", Static).update(safe(" · ".join(words), "bold"))

    def _title(self, name: str) -> str:
        known = {level.id: level.title for level in self.library_levels()}
        if self.library and name not in known:
            known |= {entry.id: entry.title for entry in self.library.roles}
        return known.get(name, name)

    def _want(self, pane: str, page: Page | None, at: str = "") -> None:
        """A page for a pane; of several that are wanted in short order only the last is asked for."""
        if page is None:
            self.query_one(f"#{pane}", Paper).show(None)
            return
        self._wanted[pane] = page, at
        if pane not in self._busy:
            self._busy.add(pane)
            self._answer(pane)

    @work(thread=True)
    def _answer(self, pane: str) -> None:
        library = self.library
        while library is not None and (wanted := self._wanted.pop(pane, None)) is not None:
            page, at = wanted
            document = library.document(page)
            self.call_from_thread(self._lay, pane, page, document, at)
        self.call_from_thread(self._rest, pane)

    def _rest(self, pane: str) -> None:
        self._busy.discard(pane)
        if wanted := self._wanted.get(pane):
            self._want(pane, *wanted)

    def _lay(self, pane: str, page: Page, document: Document, at: str) -> None:
        if self.trouble is not None or page not in (self.state.cell(), self.state.page()):
            return
        self.query_one(f"#{pane}", Paper).show(document, at)

    # Panes

    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane alone."""
        return self.size.width < WIDE

    @property
    def _reading(self) -> bool:
        return self.screen_stack[0].has_class("-reading")

    def _read_page(self) -> None:
        """To the page."""
        self.screen_stack[0].add_class("-reading")
        self.query_one("#page").focus()

    def _see_page(self) -> None:
        """The page, where it is not to be seen; else whoever is in the matrix stays there."""
        if self.narrow:
            self._read_page()

    def _read_matrix(self) -> None:
        self.screen_stack[0].remove_class("-reading")
        self.query_one("#matrix").focus()

    def on_resize(self) -> None:
        """A pane that was not to be seen may be now."""
        if self.is_running:
            self.call_after_refresh(self._show)

    def action_switch(self) -> None:
        """To the page, and back to the matrix."""
        if self.query_one("#page").has_focus or self.query_one("#find").has_focus:
            self._read_matrix()
        else:
            self._read_page()
            self._show()

    @on(Tabs.TabActivated)
    def _tab_clicked(self, event: Tabs.TabActivated) -> None:
        event.stop()
        name = event.tab.id
        if name in TABS and name != self.state.tab:
            self.go(self.state.on(name))

    def action_tab(self, name: str) -> None:
        """A tab of the page."""
        found = next(tab for tab in TABS if tab == name)
        self._see_page()
        self.go(self.state.on(found))

    # The matrix

    @on(Matrix.Moved)
    def _moved(self, event: Matrix.Moved) -> None:
        event.stop()
        there = self.state.at(event.row, event.column)
        if not event.opened:
            self.go(there)
            return
        self._read_page()
        self.state = there.on("level")._replace(picked="")
        self.query_one("#matrix", Matrix).go(self.state)
        self._say_where()
        self._want("page", self.state.page(), self.state.competency)

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
            self.say(f"{MOST_MARKS} are marked, which is the most; take a mark away first")
            return
        self.go(marked)

    def action_beside(self, by: int) -> None:
        """The level below or above, in a page."""
        if not self.state.opened and not self.state.picked:
            self.go(self.state.moved(0, by))

    def action_changes(self) -> None:
        """Only what changes, or everything."""
        self._see_page()
        self.go(self.state._replace(changes=not self.state.changes).on("compare"))

    def choose(self, name: str) -> None:
        """A level or role from a list."""
        self._see_page()
        self.go(self.state.chosen(name))

    # Lists

    def action_roles(self) -> None:
        """A list of levels and roles."""
        library = self.library
        if library is None:
            return

        def find(typed: str) -> Offer:
            try:
                entries = library.listing()
            except LadderError as error:
                return Offer((), error.message)
            return among([Choice(one.title, one.id if one.id != one.title else "", one.id) for one in entries], typed)

        self.push_screen(Choosing("Levels and roles", find), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            self.choose(name)

    def action_ladders(self) -> None:
        """A list of the ladders on the shelf."""

        def find(typed: str) -> Offer:
            choices = []
            for one in api.ladders().ladders:
                name = one.name if one.counts else one.path
                choices.append(Choice(one.title or one.name, f"{one.name} · {one.problem or one.place}", name))
            return among(choices, typed)

        self.push_screen(Choosing("Ladders", find), self._open_ladder)

    def _open_ladder(self, name: str | None) -> None:
        if name is not None:
            self._read(name, State())

    def action_follow(self) -> None:
        """A list of the links of the page."""
        ways = self.query_one("#page", Paper).ways
        if not ways:
            self.say("no links on this page")
            return
        choices = list({way.to: Choice(way.words, _leads(way), way) for way in ways}.values())
        self.push_screen(Choosing("Links of this page", lambda typed: among(choices, typed)), self._follow)

    def _follow(self, way: Way | None) -> None:
        if way is None:
            return
        if isinstance(way.to, Web):
            self.copy_to_clipboard(one_line(way.to.url))
            self.say(f"copied {way.to.url}")
            return
        page = page_of(way.to) if isinstance(way.to, Thing) else page_of_command(way.to)
        if page is None:
            assert isinstance(way.to, Command)
            self.copy_to_clipboard(one_line(way.words))
            self.say(f"copied {way.words}")
            return
        self._read_page()
        self.go(self.state.following(page))

    @on(Paper.Followed)
    def _link_clicked(self, event: Paper.Followed) -> None:
        event.stop()
        self._follow(event.way)

    # Words

    def action_search(self) -> None:
        """Words in the page where one reads, else in the ladder."""
        if self.query_one("#page").has_focus:
            self.action_find()
        else:
            self.action_seek()

    def action_seek(self) -> None:
        """Words in the whole ladder."""
        library = self.library
        if library is None:
            return

        def find(typed: str) -> Offer:
            if not typed.strip():
                return Offer((), "type what to look for")
            try:
                found = library.search(typed)
            except LadderError as error:
                return Offer((), error.message)
            if not found.hits:
                near = f"; near: {', '.join(found.near)}" if found.near else ""
                return Offer((), f"nothing found{near}")
            total = f"{found.total:,} found" + (f", the best {len(found.hits)} of them shown" if found.more else "")
            return Offer(tuple(Choice(one.text, _stands(one), one, below=True) for one in found.hits), total)

        self.push_screen(Choosing("Search the ladder", find), self._to_hit)

    def _to_hit(self, hit: Hit | None) -> None:
        if hit is None:
            return
        found = " ".join(hit.text.split()[:8])
        if not hit.role:
            about = Thing("competency", hit.about)
            state = self.state.following(page_of(about)) if hit.part == "competencies" else self.state.on("level")
        else:
            state = self.state.chosen(hit.role)
        self._read_page()
        self.state = state
        self.query_one("#matrix", Matrix).go(state)
        self._say_where()
        self._find = found
        self._want("cell", state.cell(), state.competency)
        self._want("page", state.page(), f"={found}")

    def action_find(self) -> None:
        """A line to type words in that are found in the page."""
        self._read_page()
        line = self.query_one("#find", Input)
        line.display = True
        line.value = ""
        line.focus()

    @on(Input.Changed, "#find")
    def _finding(self, event: Input.Changed) -> None:
        self._find = event.value
        self.query_one("#page", Paper).find(event.value)

    @on(Input.Submitted, "#find")
    def _found(self, event: Input.Submitted) -> None:
        number = self.query_one("#page", Paper).find(event.value)
        self._close_find()
        if event.value:
            self.say(f"{number:,} found; n and N go to the next and the previous" if number else "nothing found")

    def _close_find(self) -> None:
        self.query_one("#find").display = False
        self.query_one("#page").focus()

    def action_step(self, by: int) -> None:
        """The next place that was found."""
        paper = self.query_one("#page", Paper)
        if not paper.found and self._find:
            paper.find(self._find)
        if not paper.step(by):
            self.say("nothing was looked for in this page, or nothing found")

    # The page

    def action_copy(self) -> None:
        """The command that prints the page, to the clipboard."""
        page = self.state.page()
        if self.library is None or page is None:
            return
        line = self.library.command(page)
        self.copy_to_clipboard(line)
        self.say(f"copied: {line}")

    def action_save(self) -> None:
        """The page, to a file."""
        library, page = self.library, self.state.page()
        if library is None or page is None:
            return

        def write(path: str, over: bool) -> None:
            self._save(library.printable(page), path, library.typed or "", over)

        name = "-".join(re.findall(r"[\w.]+", " ".join((page.ask, *page.names))))[:60] or "page"
        self.push_screen(Saving(f"{name}.md", write), self._written)

    def _written(self, path: str | None) -> None:
        if path is not None:
            self.say(f"wrote {path}")

    def action_help(self) -> None:
        """The keys."""
        self.push_screen(Reading(keys()))

    def action_reread(self) -> None:
        """Reads the files again, and stays where one is."""
        self._read(self.library.typed if self.library else self._ladder, self.state, again=True)

    @work(thread=True, exclusive=True, group="read")
    def _read(self, ladder: str | None, state: State, *, again: bool = False) -> None:
        try:
            found: Library | LadderError = Library(ladder, self._spell)
        except LadderError as error:
            found = error
        self.call_from_thread(self._opened, found, ladder, state, again)

    def _opened(self, found: Library | LadderError, ladder: str | None, state: State, again: bool) -> None:
        self._ladder = ladder
        if isinstance(found, LadderError):
            self.trouble = found
            if not again:
                self.library = None
                self.state = State()
        else:
            self.library, self.trouble, self.state = found, None, state
        self._arrive()
        if again and self.trouble is None:
            self.say("read again")

    def action_leave(self) -> None:
        """Out of what was opened last: the line, a page, a role, the page itself."""
        if self.query_one("#find").has_focus:
            self._close_find()
        elif self.state.back() != self.state:
            self.go(self.state.back())
        elif self.query_one("#page").has_focus:
            self._read_matrix()

    def say(self, text: str) -> None:
        """A word in the corner that goes away."""
        self.notify(one_line(text), markup=False, timeout=4)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours ends the program without a traceback; who started it says what it was."""
        self.bug = error
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.exit(return_code=1)


def _leads(way: Way) -> str:
    if isinstance(way.to, Web):
        return "address"
    return "command" if isinstance(way.to, Command) else way.to.kind


def _stands(hit: Hit) -> str:
    return " · ".join(filter(None, (hit.title, hit.about_title or hit.part)))
