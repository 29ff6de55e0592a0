"""The questions by the kind of their answer: which module asks, and which lays the answer out.

This table is where a question is registered. Commands, and whatever else shows answers, go by it; the modules are
imported when somebody asks.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, Final

from ladder.document import Document, Note, Sheet, Span
from ladder.frozen import Frozen
from ladder.needs import Needs
from ladder.render import Depth, Printable


class View(Frozen):
    """A question's module below `ladder.questions`, and the one below `ladder.pages` with its `page` and `sheet`.

    `layout` is the function of that module that makes the full page, and of the module of the same name in
    `ladder.pages.short`, where `short` says that there is one, the function that makes the short page.
    `own`: the full page is a document of its own, before which Markdown and HTML have no short one.
    """

    question: str
    page: str
    layout: str = "page"
    short: str = ""
    own: bool = False


VIEWS: Final[dict[str, View]] = {
    "ladder": View("list", "list", "front", "list"),
    "compare": View("compare", "compare", short="compare"),
    "day": View("day", "day", short="day"),
    "comp": View("comp", "comp", short="comp"),
    "path": View("path", "path", short="path"),
    "archetypes": View("archetypes", "archetypes", short="archetypes"),
    "map": View("map", "map", short="map"),
    "matrix": View("matrix", "matrix"),
    "show": View("show", "show", short="show"),
    "competency": View("competency", "competency"),
    "faq": View("faq", "faq"),
    "record": View("record", "record"),
    "list": View("list", "list"),
    "statements": View("statements", "statements"),
    "search": View("search", "search", short="search"),
    "sources": View("sources", "sources"),
    "fit": View("fit", "fit"),
    "log": View("log", "log", short="log", own=True),
    "gap": View("gap", "gap", short="gap"),
    "plan": View("plan", "plan", short="plan", own=True),
    "packet": View("packet", "packet", short="packet", own=True),
    "validation": View("validation", "validate"),
    "code": View("explain", "explain"),
    "diff": View("diff", "diff"),
    "ladders": View("ladders", "ladders"),
}


def needs(kind: str) -> Needs | None:
    """What a question reads of a ladder; None where that depends on what is asked, or no ladder is read."""
    found: Needs | None = getattr(import_module(f"ladder.questions.{VIEWS[kind].question}"), "NEEDS", None)
    return found


def page(
    kind: str,
    answer: object,
    depth: Depth = "full",
    *,
    sources: bool = False,
    command: str = "",
    also: Sequence[str] = (),
    **how: object,
) -> Document:
    """The answer as a document; `how` are the layout's own options, `also` commands for what else was meant, perhaps.

    `depth`: "short" is the answer on one screen, "full" all of it, "both" one after the other. With `sources` a short
    page names them. A short page ends with the `command` that shows the full one, where there is such a command.
    """
    document = _laid_out(kind, answer, depth, sources, command, how)
    if not also:
        return document
    spans = [
        Span("also: " if not place else ", ") if part == "," else Span(part, "code") for place, part in _parted(also)
    ]
    return document._replace(blocks=(*document.blocks, Note(tuple(spans), prompt=True)))


def _parted(words: Sequence[str]) -> list[tuple[int, str]]:
    return [(place, part) for place, word in enumerate(words) for part in (",", word)]


def _laid_out(kind: str, answer: Any, depth: Depth, sources: bool, command: str, how: Mapping[str, Any]) -> Document:
    view = VIEWS[kind]
    if depth != "full" and view.short and not (depth == "both" and view.own):
        short: Document = _function(f"ladder.pages.short.{view.short}", view.layout)(answer, **how)
        short = short._replace(language=answer.language)
        if depth == "both":
            full = page(kind, answer, sources=sources, **how)
            return full._replace(blocks=(*short.blocks, *full.blocks[1:]))
        return _with_sources(short, answer) if sources else _closed(short, command)
    own = {"sources": sources} if kind == "comp" else {}
    made: Document = _function(f"ladder.pages.{view.page}", view.layout)(answer, **how, **own)
    return made


def _with_sources(short: Document, answer: Any) -> Document:
    from ladder.pages.short.parts import source_list

    return short._replace(blocks=(*short.blocks, *source_list(answer.sources)), screen=0)


def _closed(short: Document, command: str) -> Document:
    """A short page with the command that shows the full one at its end."""
    if not (command and short.screen and short.more):
        return short
    note = Note((Span(f"{short.more}: "), Span(f"{command} --full", "code")), prompt=True)
    return short._replace(blocks=(*short.blocks, note))


def sheet(kind: str, answer: object, **how: object) -> Sheet:
    """The answer as a tidy table."""
    made: Sheet = _function(f"ladder.pages.{VIEWS[kind].page}", "sheet")(answer, **how)
    return made


def printable(kind: str, answer: Any, *, exit_code: int = 0, parts: bool = False, **how: Any) -> Printable:
    """The answer as every format takes it; `how` are options of its page. `parts`: some were asked for, so in full."""
    return Printable(
        kind,
        answer,
        partial(page, kind, answer, **how),
        lambda: sheet(kind, answer),
        exit_code,
        "full" if parts else None,
    )


def _function(module: str, name: str) -> Any:
    return getattr(import_module(module), name)
