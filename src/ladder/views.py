"""The questions by the kind of their answer: which module asks, and which lays the answer out.

This table is where a question is registered. Commands, and whatever else shows answers, go by it; the modules are
imported when somebody asks.
"""

from importlib import import_module
from typing import Any, Final

from ladder.document import Document, Sheet
from ladder.frozen import Frozen
from ladder.needs import Needs
from ladder.render import Printable


class View(Frozen):
    """A question's module below `ladder.questions`, and the one below `ladder.pages` with its `page` and `sheet`.

    `layout` is the function of that module that makes the page.
    """

    question: str
    page: str
    layout: str = "page"


VIEWS: Final[dict[str, View]] = {
    "ladder": View("listing", "listing", "front"),
    "compare": View("compare", "compare"),
    "day": View("day", "day"),
    "comp": View("comp", "comp"),
    "path": View("path", "path"),
    "archetypes": View("archetypes", "archetypes"),
    "map": View("equivalents", "equivalents"),
    "matrix": View("matrix", "matrix"),
    "show": View("show", "show"),
    "competency": View("competency", "competency"),
    "faq": View("faq", "faq"),
    "record": View("record", "record"),
    "list": View("listing", "listing"),
    "statements": View("statements", "statements"),
    "search": View("search", "search"),
    "sources": View("sources", "sources"),
    "fit": View("fit", "fit"),
    "validation": View("validation", "validate"),
    "code": View("explain", "explain"),
    "diff": View("diff", "diff"),
    "ladders": View("ladders", "ladders"),
}


def needs(kind: str) -> Needs | None:
    """What a question reads of a ladder; None where that depends on what is asked, or no ladder is read."""
    found: Needs | None = getattr(import_module(f"ladder.questions.{VIEWS[kind].question}"), "NEEDS", None)
    return found


def page(kind: str, answer: Any, **how: Any) -> Document:
    """The answer as a document; `how` are the layout's own options."""
    view = VIEWS[kind]
    made: Document = _function(f"ladder.pages.{view.page}", view.layout)(answer, **how)
    return made


def sheet(kind: str, answer: Any, **how: Any) -> Sheet:
    """The answer as a tidy table."""
    made: Sheet = _function(f"ladder.pages.{VIEWS[kind].page}", "sheet")(answer, **how)
    return made


def printable(kind: str, answer: Any, *, exit_code: int = 0, **how: Any) -> Printable:
    """The answer as every format takes it; `how` are options of its page."""
    return Printable(kind, answer, lambda: page(kind, answer, **how), lambda: sheet(kind, answer), exit_code)


def _function(module: str, name: str) -> Any:
    return getattr(import_module(module), name)
