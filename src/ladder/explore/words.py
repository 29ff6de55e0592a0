"""The one way in which text gets onto the screen: without what steers, and never read as markup."""

from textual.content import Content

from ladder.render.text import one_line


def safe(text: str, style: str = "") -> Content:
    """A text on one line, as it stands: brackets are brackets. `style` is one of ours, never the text's."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))
