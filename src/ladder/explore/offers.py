"""What the lists offer, for what was typed: levels and roles, ladders, links, and what a search finds."""

from collections.abc import Sequence

from ladder import api
from ladder.document import Command, Web
from ladder.errors import LadderError
from ladder.explore.library import Library
from ladder.explore.links import Way
from ladder.explore.screens.choosing import Choice, Find, Offer, among
from ladder.questions.search import Hit


def roles(library: Library) -> Find:
    """The levels and roles of a ladder, by id."""

    def find(typed: str) -> Offer:
        try:
            entries = library.listing()
        except LadderError as error:
            return Offer((), error.message)
        return among([Choice(one.title, one.id if one.id != one.title else "", one.id) for one in entries], typed)

    return find


def ladders() -> Find:
    """The ladders on the shelf, by what `--ladder` takes for them."""

    def find(typed: str) -> Offer:
        choices = []
        for one in api.ladders().ladders:
            said = f"{one.name} · {one.problem or one.place}"
            choices.append(Choice(one.title or one.name, said, one.name if one.counts else one.path))
        return among(choices, typed)

    return find


def links(ways: Sequence[Way]) -> Find:
    """The links of a page, each target once."""
    choices = list({way.to: Choice(way.words, _kind(way), way) for way in ways}.values())
    return lambda typed: among(choices, typed)


def hits(library: Library) -> Find:
    """What a search in the ladder finds."""

    def find(typed: str) -> Offer:
        if not typed.strip():
            return Offer((), "type what to look for")
        try:
            found = library.search(typed)
        except LadderError as error:
            return Offer((), error.message)
        if not found.hits:
            return Offer((), f"nothing found; near: {', '.join(found.near)}" if found.near else "nothing found")
        total = f"{found.total:,} found" + (f", the best {len(found.hits)} of them shown" if found.more else "")
        return Offer(tuple(Choice(one.text, _place(one), one, below=True) for one in found.hits), total)

    return find


def _kind(way: Way) -> str:
    if isinstance(way.to, Web):
        return "address"
    return "command" if isinstance(way.to, Command) else way.to.kind


def _place(hit: Hit) -> str:
    return " · ".join(filter(None, (hit.title, hit.about_title or hit.part)))
