"""Answers that show themselves: `print(answer)` is the short page, a notebook draws it as HTML, `repr` is one line.

An answer stays the record that the question gave: it is equal to it, and has the same fields.
"""

from functools import cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ladder.errors import LadderError, did_you_mean, nearest, quoted
from ladder.render import FORMATS, Depth

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

WIDTH = 80


def shows(kind: str) -> "Callable[[Callable[Given, Answer]], Callable[Given, Answer]]":
    """Makes a function's answers show themselves as answers of this kind, a key of `views.VIEWS`."""

    def decorate(ask: "Callable[Given, Answer]") -> "Callable[Given, Answer]":
        @wraps(ask)
        def asking(*given: Given.args, **named: Given.kwargs) -> Answer:
            answer: object = ask(*given, **named)
            shown: Answer = tuple.__new__(_class(type(answer), kind), answer)  # type: ignore[arg-type]
            return shown

        return asking

    return decorate


@cache
def _class(record: Any, kind: str) -> Any:
    return type(record)(
        record.__name__,
        (record,),
        {
            "__doc__": record.__doc__,
            "__module__": record.__module__,
            "__str__": lambda self: rendered(self).rstrip("\n"),
            "__repr__": lambda self: f"<ladder {kind}: {_title(self)}; print() shows it>",
            "_repr_html_": lambda self: rendered(self, "html"),
            "_kind": kind,
        },
    )


def kind_of(answer: object) -> str:
    """The kind of an answer.

    Raises LadderError for anything else.
    """
    kind: str | None = getattr(answer, "_kind", None)
    if kind is None:
        raise LadderError(f"a {type(answer).__name__} is not an answer", "give what a function of ladder returned")
    return kind


def _title(answer: object) -> str:
    from ladder import views

    return views.page(kind_of(answer), answer, "short").title


def rendered(answer: object, format: str = "terminal", *, depth: Depth | None = None, width: int = WIDTH) -> str:
    """An answer in any format: terminal, markdown, json, csv, html, svg.

    `depth` is "short", "full" or "both"; without it a format shows what the command shows. `width` is in columns.

    Raises LadderError for a format that there is not, and for what is no answer.
    """
    from ladder import views
    from ladder.render import render as on_paper

    if format not in FORMATS:
        raise LadderError(f"no format {quoted(format)}", did_you_mean(nearest(format, FORMATS)) or f"{FORMATS}")
    return on_paper(views.printable(kind_of(answer), answer), format, width=width, colour=False, depth=depth)


def table(answer: object) -> list[dict[str, Any]]:
    """The rows of an answer's CSV as dictionaries: `pandas.DataFrame(ladder.table(ladder.comp()))`.

    Raises LadderError for what is no answer.
    """
    from ladder import views

    sheet = views.sheet(kind_of(answer), answer)
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
