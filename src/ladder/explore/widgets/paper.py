"""Paper: a document as `render/terminal` draws it, which scrolls, has links, and finds words."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ladder.document import Document, Heading
from ladder.explore.bindings import bindings
from ladder.explore.finding import Place, places
from ladder.explore.links import Marked, Way, segments
from ladder.render import terminal
from ladder.render.parts import plain_line

NARROWEST: Final = 20
STAY: Final = "."
FOUND: Final = Style(reverse=True)
HERE: Final = Style(reverse=True, bold=True, underline=True)


class Paper(ScrollView, can_focus=True):
    """A page. It is drawn anew when it becomes wider or narrower, and stays where it was read."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("paper")]

    class Followed(Message):
        """Somebody clicked a link."""

        def __init__(self, way: Way) -> None:
            super().__init__()
            self.way = way

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.document: Document | None = None
        self.ways: Sequence[Way] = ()
        self.texts: list[str] = []
        self.found: list[Place] = []
        self.at = -1
        self._typed = ""
        self._goal = ""
        self._segments: list[list[Segment]] = []
        self._drawn = 0

    def show(self, document: Document | None, goal: str = "") -> None:
        """Lays a document on, and goes to its beginning, or to its `goal`.

        That is what a heading says or is about, or behind a `=` words to find; `STAY` is where one is.
        """
        if document != self.document:
            self.document, self._drawn, self._typed = document, 0, ""
            self._goal = goal if goal != STAY else ""
            if goal != STAY:
                self.scroll_to(0, 0, animate=False, force=True)
            self._draw()
        elif goal and goal != STAY:
            self._goal = goal
            self._reach()

    def _reach(self) -> None:
        """Goes to the goal, once there are lines."""
        goal, self._goal = self._goal, ""
        if goal.startswith("="):
            self.find(goal[1:], nearest=False)
        elif goal and self.document is not None:
            headings = [block for block in self.document.blocks if isinstance(block, Heading)]
            for place, (heading, name) in enumerate(zip(headings, self.document.anchors(), strict=True)):
                about = getattr(heading.about, "id", heading.about)
                if place and goal in (about, name, plain_line(heading.text)):
                    self._to_line(plain_line(heading.text))
                    return

    def _to_line(self, beginning: str) -> None:
        for number, line in enumerate(self.texts):
            if number and line.strip().startswith(beginning[:30]):
                self.scroll_to(0, number, animate=False, force=True)
                return

    def find(self, typed: str, *, nearest: bool = True) -> int:
        """Marks where words stand, and scrolls to the first place from here on; how many places there are."""
        self._typed = typed
        self.found = places(self.texts, typed)
        here = self.scroll_offset.y if nearest else 0
        self.at = next((place for place, one in enumerate(self.found) if one.first and one.line >= here), -1)
        if self.at < 0 and self.found:
            self.at = 0
        self._to_found()
        return sum(one.first for one in self.found)

    def step(self, by: int) -> bool:
        """Goes to the next place that was found, or with -1 to the one before; False where there is none."""
        firsts = [place for place, one in enumerate(self.found) if one.first]
        if not firsts:
            return False
        self.at = firsts[(firsts.index(self.at) + by) % len(firsts)] if self.at in firsts else firsts[0]
        self._to_found()
        return True

    def _to_found(self) -> None:
        if 0 <= self.at < len(self.found):
            line = self.found[self.at].line
            if not self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height:
                self.scroll_to(0, max(line - self.size.height // 3, 0), animate=False, force=True)
        self.refresh()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if width == self._drawn:
            return
        self._drawn = width
        self._segments, self.texts, self.ways = [], [], ()
        if self.document is not None and width >= 1:
            marked = Marked(self.document)
            lines = terminal.lines(marked.document, max(width, NARROWEST))
            self.ways = tuple(marked.ways)
            self._segments = segments(lines, self.app.console, self.ways)
            self.texts = ["".join(one.text for one in line) for line in self._segments]
        self.found = places(self.texts, self._typed) if self._typed else []
        self.virtual_size = Size(width, len(self._segments))
        self.refresh()
        if width >= 1 and self._goal:
            self.call_after_refresh(self._reach)

    def on_resize(self) -> None:
        """Draws anew for the new width."""
        self._draw()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        line = self._segments[number] if number < len(self._segments) else []
        if self.found and any(one.line == number for one in self.found):
            line = _lit(line, [(one, place == self.at) for place, one in enumerate(self.found) if one.line == number])
        width = self.size.width
        return Strip(line).adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Follows a link."""
        number = event.style.meta.get("way")
        if isinstance(number, int) and number < len(self.ways):
            event.stop()
            self.post_message(self.Followed(self.ways[number]))

    def action_line(self, by: int) -> None:
        """Scrolls by lines."""
        self.scroll_to(0, self.scroll_offset.y + by, animate=False, force=True)

    def action_screenful(self, by: int) -> None:
        """Scrolls by screens, of which one line stays."""
        self.scroll_to(0, self.scroll_offset.y + by * max(self.size.height - 1, 1), animate=False, force=True)

    def action_top(self) -> None:
        """Goes to the beginning."""
        self.scroll_to(0, 0, animate=False, force=True)

    def action_bottom(self) -> None:
        """Goes to the end."""
        self.scroll_to(0, self.virtual_size.height, animate=False, force=True)


def _lit(line: list[Segment], found: Sequence[tuple[Place, bool]]) -> list[Segment]:
    """A line with what was found on it standing out; characters count, not columns."""
    cuts = sorted({0, *(edge for one, _ in found for edge in (one.start, one.end))})
    lit: list[Segment] = []
    at = 0
    for text, style, _ in line:
        for start, end in zip(cuts, [*cuts[1:], 10**9], strict=True):
            piece = text[max(start - at, 0) : max(end - at, 0)]
            if piece:
                own = next((HERE if here else FOUND for one, here in found if one.start <= start < one.end), None)
                lit.append(Segment(piece, (style or Style.null()) + own if own else style))
        at += len(text)
    return lit
