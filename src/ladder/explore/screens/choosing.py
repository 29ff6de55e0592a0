"""A list to choose from that follows what one types: roles, ladders, links, and what a search finds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ladder.explore.words import safe
from ladder.frozen import Frozen

if TYPE_CHECKING:
    from ladder.explore.app import Explorer

MOST: Final = 100
"""How many lines a list shows at once; typing more narrows it."""


class Choice(Frozen):
    """A line to choose: its words, quieter ones beside it or `below` it, and what it stands for."""

    text: str
    aside: str
    value: Any
    below: bool = False


class Offer(Frozen):
    """The lines for what was typed, and a word about them."""

    choices: tuple[Choice, ...]
    note: str = ""


Find = Callable[[str], Offer]
"""From what was typed to what is offered. It runs beside the screen, and may take its time."""


def among(choices: Sequence[Choice], typed: str) -> Offer:
    """The choices that have all the words that were typed somewhere, those first that begin with the first of them."""
    words = typed.casefold().split()
    fitting = [one for one in choices if all(word in f"{one.text} {one.aside}".casefold() for word in words)]
    if words:
        fitting.sort(key=lambda one: not one.text.casefold().startswith(words[0]))
    left = len(fitting) - MOST
    note = f"and {left:,} more; type to narrow the list" if left > 0 else "" if fitting else "nothing fits"
    return Offer(tuple(fitting[:MOST]), note)


class Choosing(ModalScreen[Any]):
    """A line to type in and a list below it. It ends with the value that was chosen, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("pagedown", "move(8)", "Down", priority=True),
        Binding("pageup", "move(-8)", "Up", priority=True),
    ]

    def __init__(self, title: str, find: Find, *, typed: str = "") -> None:
        super().__init__()
        self._title, self._find, self._typed = title, find, typed
        self._choices: tuple[Choice, ...] = ()
        self._wanted: str | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        """The line, the list, and a word about it."""
        with Vertical(id="choosing"):
            yield Static(safe(self._title), id="title")
            yield Input(self._typed, id="typed")
            yield OptionList(id="choices", markup=False)
            yield Static(safe(""), id="note")

    def on_mount(self) -> None:
        """Offers what there is before anything is typed."""
        self._ask(self._typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follows what is typed."""
        self._ask(event.value)

    def _ask(self, typed: str) -> None:
        self._wanted = typed
        if not self._busy:
            self._busy = True
            self._answer()

    @work(thread=True)
    def _answer(self) -> None:
        """Answers what was typed last, until nothing was typed meanwhile: one search at a time."""
        explorer = cast("Explorer", self.app)
        while (typed := self._wanted) is not None:
            self._wanted = None
            offer = self._find(typed)
            if self._wanted is None:
                explorer.tell(self._show, offer)
        explorer.tell(self._rest)

    def _rest(self) -> None:
        self._busy = False
        if self._wanted is not None and self.is_attached:
            self._ask(self._wanted)

    def _show(self, offer: Offer) -> None:
        if not self.is_attached:
            return
        self._choices = offer.choices
        options = self.query_one("#choices", OptionList)
        options.clear_options()
        options.add_options([Option(_line(one)) for one in offer.choices])
        if offer.choices:
            options.highlighted = 0
        self.query_one("#note", Static).update(safe(offer.note, "dim"))

    def on_input_submitted(self) -> None:
        """Chooses the line that stands out."""
        number = self.query_one("#choices", OptionList).highlighted
        if number is not None and number < len(self._choices):
            self.dismiss(self._choices[number].value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Chooses the line that was clicked."""
        self.dismiss(self._choices[event.option_index].value)

    def action_move(self, by: int) -> None:
        """Goes up or down the list, while the line keeps what is typed."""
        options = self.query_one("#choices", OptionList)
        if self._choices:
            options.highlighted = min(max((options.highlighted or 0) + by, 0), len(self._choices) - 1)

    def action_leave(self) -> None:
        """Chooses nothing."""
        self.dismiss(None)


def _line(choice: Choice) -> Content:
    text = safe(choice.text)
    return Content.assemble(text, "\n  " if choice.below else "  ", safe(choice.aside, "dim")) if choice.aside else text
