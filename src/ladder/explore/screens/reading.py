"""A page over the screen: the keys."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from ladder.document import Block, Column, Document, Heading, Note, Prose, Span, Table
from ladder.explore.bindings import KEYS, Where, spoken
from ladder.explore.widgets.paper import Paper


class Reading(ModalScreen[None]):
    """A document that is read and closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "leave", "Back")]

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def compose(self) -> ComposeResult:
        """The paper alone."""
        with Vertical(id="reading"):
            yield Paper(id="sheet")

    def on_mount(self) -> None:
        """Lays the document on."""
        paper = self.query_one("#sheet", Paper)
        paper.show(self._document)
        paper.focus()

    def action_leave(self) -> None:
        """Closes it."""
        self.dismiss(None)


PARTS: Final[dict[str, tuple[Where, ...]]] = {
    "In the matrix": ("matrix",),
    "In a page": ("paper",),
    "Everywhere": ("screen", "app"),
}

READERS: Final = (
    "A full-screen program serves screen readers poorly. The commands print the same pages line by line: ",
    "ladder matrix",
    ", ",
    "ladder show staff --full",
    ", ",
    "ladder compare senior staff --full",
    ", and ",
    "-o page.html",
    " writes any of them for a browser.",
)


def keys() -> Document:
    """The page of `?`."""
    blocks: list[Block] = [Heading("Keys", "Esc closes this", 1), *_sections()]
    blocks.append(Heading("With a mouse"))
    mouse = "Click a cell to go there and once more to open it, the head of a column to mark it, a link to follow it."
    blocks.append(Prose(mouse))
    blocks.append(Heading("With a screen reader"))
    blocks.append(Note(tuple(Span(words, "code" if place % 2 else "") for place, words in enumerate(READERS))))
    return Document("Keys", tuple(blocks))


def _sections() -> Iterator[Block]:
    for title, where in PARTS.items():
        yield Heading(title)
        rows = tuple((Span(spoken(key), "strong"), key.about) for key in KEYS if key.where in where and key.about)
        yield Table((Column(), Column()), rows)
