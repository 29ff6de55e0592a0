"""Where to write a page: a name, whose suffix is the format."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ladder.errors import CannotWrite, LadderError
from ladder.explore.words import safe

Write = Callable[[str, bool], None]
"""Writes to a path, over what stands there if that is true. Raises LadderError."""


class Saving(ModalScreen[str | None]):
    """Asks for a name until it could be written. It ends with the name, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back")]

    def __init__(self, name: str, write: Write) -> None:
        super().__init__()
        self._name, self._write = name, write
        self._taken = ""

    def compose(self) -> ComposeResult:
        """The line, and what was wrong with the last name."""
        with Vertical(id="saving"):
            yield Static(safe("Write this page to"), id="title")
            yield Input(self._name, id="typed", select_on_focus=False)
            yield Static(safe("The suffix is the format: .md, .html, .svg, .txt, .json or .csv.", "dim"), id="note")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Writes, or says why not. The same name once more overwrites what stands there."""
        path = event.value.strip()
        if not path:
            return
        try:
            self._write(path, path == self._taken)
        except LadderError as error:
            there = isinstance(error, CannotWrite) and "--force" in error.hint
            self._taken = path if there else ""
            hint = "press Enter again to overwrite it, or give another name" if there else error.hint
            self.query_one("#note", Static).update(safe(f"{error.message}; {hint}" if hint else error.message))
            return
        self.dismiss(path)

    def action_leave(self) -> None:
        """Writes nothing."""
        self.dismiss(None)
