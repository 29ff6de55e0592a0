"""The one way in which text gets onto the screen: without what steers, and never read as markup."""

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text as Line
from textual.content import Content

from ladder.render.text import one_line


def safe(text: str, style: str = "") -> Content:
    """A text on one line, as it stands: brackets are brackets. `style` is one of ours, never the text's."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))


def pieces(line: Line, console: Console) -> list[Segment]:
    """A drawn line as a screen takes it. Rich alone forgets the style of a line that is all of one style."""
    if not line.spans:
        style = console.get_style(line.style, default=Style.null())
        return [Segment(line.plain, style)] if line.plain else []
    return [piece for piece in line.render(console) if piece.text]
