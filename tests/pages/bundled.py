"""Questions to the bundled ladder, each with its page and its sheet, under the words that one types for them.

The ladder is read once. What day it is, is part of the question, so that the pages stay the same tomorrow.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import ladder
from ladder import api
from ladder.document import Document
from ladder.model import Ladder
from ladder.pages import comp, compare, day, listing, show
from ladder.render import Printable

TODAY: Final = "2026-11-20"


@cache
def ours() -> Ladder:
    """The bundled ladder."""
    return ladder.load()


def _front() -> Printable:
    answer = api.listing(ladder=ours())
    return Printable("ladder", answer, lambda: listing.front(answer), lambda: listing.sheet(answer))


def _list(what: str | None = None) -> Callable[[], Printable]:
    def ask() -> Printable:
        answer = api.listing(what, ladder=ours())
        return Printable("list", answer, lambda: listing.page(answer), lambda: listing.sheet(answer))

    return ask


def _show(role: str) -> Callable[[], Printable]:
    def ask() -> Printable:
        answer = api.show(role, ladder=ours(), today=TODAY)
        return Printable("show", answer, lambda: show.page(answer), lambda: show.sheet(answer))

    return ask


def _compare(*roles: str) -> Callable[[], Printable]:
    def ask() -> Printable:
        answer = api.compare(*roles, ladder=ours(), today=TODAY)
        return Printable("compare", answer, lambda: compare.page(answer), lambda: compare.sheet(answer))

    return ask


def _day(role: str) -> Callable[[], Printable]:
    def ask() -> Printable:
        answer = api.day(role, ladder=ours())
        return Printable("day", answer, lambda: day.page(answer), lambda: day.sheet(answer))

    return ask


def _comp(*roles: str, percentile: int | None = None, offer: float | None = None) -> Callable[[], Printable]:
    def ask() -> Printable:
        answer = api.comp(*roles, ladder=ours(), percentile=percentile, offer=offer, today=TODAY)
        return Printable("comp", answer, lambda: comp.page(answer), lambda: comp.sheet(answer))

    return ask


ASKED: Final[dict[str, Callable[[], Printable]]] = {
    "front": _front,
    "list": _list(),
    **{
        f"list-{what}": _list(what)
        for what in ("levels", "roles", "competencies", "activities", "sources", "companies")
    },
    **{f"show-{role}": _show(role) for role in ("staff", "staff-ml", "fellow")},
    "compare-senior-staff": _compare("senior", "staff"),
    "compare-senior-staff_ml-principal": _compare("senior", "staff-ml", "principal"),
    **{f"day-{role}": _day(role) for role in ("staff-ml", "staff", "senior", "fellow")},
    "comp-percentile-75": _comp(percentile=75),
    "comp-staff-offer-245000": _comp("staff", offer=245_000),
    "comp-fellow": _comp("fellow"),
}


@cache
def asked(name: str) -> Printable:
    """The answer to one of the questions, and its page, made once."""
    thing = ASKED[name]()
    page, sheet = cache(thing.page), cache(thing.sheet)
    return Printable(thing.kind, thing.answer, page, sheet)


def page_of(name: str) -> Document:
    """The page of one of the questions."""
    return asked(name).page()
