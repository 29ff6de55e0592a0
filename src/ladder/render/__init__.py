"""A document on paper: one module a format, and none of them knows a question.

The dispatcher imports only the format that is asked for. Rich is imported by two of them, for terminals
and SVG; Markdown, JSON, CSV and HTML do without its 25 to 30 ms.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from ladder.document import Document, Sheet
from ladder.frozen import Frozen

Format = Literal["terminal", "markdown", "json", "csv", "html", "svg"]
FORMATS: Final[tuple[Format, ...]] = ("terminal", "markdown", "json", "csv", "html", "svg")

SUFFIXES: Final[dict[str, Format]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "terminal",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
}


class Printable(Frozen):
    """An answer with the two ways to lay it out, neither of which is taken before a format asks for it.

    `own` are formats that only this answer has, each told whether there is colour; where no format is asked for, the
    first of them is taken. `exit_code` is what the shell is told.
    """

    kind: str
    answer: Any
    page: Callable[[], Document]
    sheet: Callable[[], Sheet]
    exit_code: int = 0
    own: Mapping[str, Callable[[bool], str]] = MappingProxyType({})


def render(thing: Printable, format: str, *, width: int, colour: bool) -> str:
    """The text of a page, with a line break at its end.

    `width`, in columns, counts for terminals and SVG; `colour` for terminals.
    """
    if format in thing.own:
        return thing.own[format](colour)
    if format == "markdown":
        from ladder.render import markdown

        return markdown.render(thing.page())
    if format == "json":
        from ladder.render import json

        return json.render(thing.kind, thing.answer)
    if format == "csv":
        from ladder.render import csv

        return csv.render(thing.sheet())
    if format == "html":
        from ladder.render import html

        return html.render(thing.page())
    if format == "svg":
        from ladder.render import terminal

        return terminal.svg(thing.page(), width=width)
    from ladder.render import terminal

    return terminal.render(thing.page(), width=width, colour=colour)
