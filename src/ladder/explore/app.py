"""The explorer as a program: the ladder that is read, the terminal's own colours, and how it ends.

What stands on its screen is `screens/walking.py`. Text of a ladder reaches the screen as a document's lines or through
`words.safe`, and never as markup.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from ladder.errors import LadderError
from ladder.explore.bindings import bindings
from ladder.explore.library import Library, Spell
from ladder.explore.palette import Commands
from ladder.explore.screens.walking import Save, Walking
from ladder.explore.state import State
from ladder.render.text import one_line

OWN: Final = "textual-ansi"
"""The theme of the terminal's own colours; by this name older versions of Textual know that these are meant."""


class Explorer(App[None]):
    """A ladder on the whole screen: `ladder` as it was named, and what reading it gave."""

    TITLE = "ladder explore"
    CSS_PATH = "explorer.tcss"
    COMMANDS = {Commands}  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, ladder: str | None, spell: Spell, save: Save, found: Library | LadderError) -> None:
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.register_theme(own_colours())
        self.theme = OWN
        self._spell = spell
        self.walk = Walking(ladder, found, save)
        self.bug: BaseException | None = None

    def get_default_screen(self) -> Screen[Any]:
        """The one screen."""
        return self.walk

    def tell(self, callback: Callable[..., None], *given: Any) -> None:
        """Calls a function in the program's own thread, unless it has ended meanwhile."""

        def call() -> None:
            if self.is_running and self.walk.is_attached:
                callback(*given)

        if self.is_running:
            self.call_from_thread(call)

    @work(thread=True, exclusive=True, group="read")
    def read(self, ladder: str | None, state: State, *, again: bool = False) -> None:
        """Reads a ladder, or the same once more, and shows it in this place."""
        found: Library | LadderError
        try:
            found = Library(ladder, self._spell)
        except LadderError as error:
            found = error
        self.tell(self.walk.arrive, ladder, found, state, again)

    def say(self, text: str) -> None:
        """A word in the corner that goes away."""
        self.notify(one_line(text), markup=False, timeout=4)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours ends the program without a traceback; who started it says what it was."""
        self.bug = self.bug or error
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.exit(return_code=1)


def own_colours() -> Theme:
    """Textual's theme of the terminal's own colours, whatever this version calls it; what is chosen is reversed."""
    base = BUILTIN_THEMES.get(OWN) or BUILTIN_THEMES["ansi-light"]
    default = dict.fromkeys(
        (
            *("block-cursor-foreground", "block-cursor-background"),
            *("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
            *("footer-background", "footer-item-background", "footer-description-background"),
            *("footer-description-foreground", "footer-key-background", "footer-key-foreground"),
        ),
        "ansi_default",
    )
    cursors = ("block-cursor-text-style", "block-cursor-blurred-text-style", "input-cursor-text-style")
    return replace(base, name=OWN, variables={**base.variables, **default, **dict.fromkeys(cursors, "reverse")})
