"""A document on paper: one module a format, and none of them knows a question.

The dispatcher imports only the format that is asked for. Rich is imported by two of them, for terminals
and SVG; Markdown, JSON, CSV and HTML do without its 25 to 30 ms.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, Literal

from ladder.document import Document, Sheet
from ladder.frozen import Frozen

Depth = Literal["short", "full", "both"]
"""How much of an answer a page shows: one screen of it, all of it, or one after the other."""

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

    `page` takes a depth, and by name `sources` and a `command`; see `ladder.views.page`. `own` are formats that only
    this answer has, each told whether there is colour; where no format is asked for, the first of them is taken.
    `exit_code` is what the shell is told, `depth` what is shown where nobody says how much;
    `also` are commands that show what else was meant, perhaps.
    """

    kind: str
    answer: object
    page: Callable[..., Document]
    sheet: Callable[[], Sheet]
    exit_code: int = 0
    depth: Depth | None = None
    also: tuple[str, ...] = ()
    own: Mapping[str, Callable[[bool], str]] = MappingProxyType({})


def render(
    thing: Printable,
    format: str,
    *,
    width: int,
    colour: bool,
    depth: Depth | None = None,
    sources: bool = False,
    command: str = "",
    theme: str = "dark",
) -> str:
    """The text of a page, with a line break at its end.

    `width`, in columns, counts for terminals and SVG; `colour` and `command`, which shows the page again, for
    terminals; `theme` for SVG (dark, light, transparent). Without a `depth` terminals and SVG have the short page,
    Markdown and HTML that and all the rest.
    """
    usual: Depth = "short" if format in ("terminal", "svg") else "both"
    page = partial(thing.page, depth or thing.depth or usual, sources=sources, also=thing.also)
    if format in thing.own:
        return thing.own[format](colour)
    if format == "markdown":
        from ladder.render import markdown

        return markdown.render(page())
    if format == "json":
        from ladder.render import json

        return json.render(thing.kind, thing.answer)
    if format == "csv":
        from ladder.render import csv

        return csv.render(thing.sheet())
    if format == "html":
        from ladder.render import html

        return html.render(page())
    if format == "svg":
        from ladder.render import terminal

        return terminal.svg(page(), width=width, theme=theme)
    from ladder.render import terminal

    return terminal.render(page(command=command), width=width, colour=colour)
