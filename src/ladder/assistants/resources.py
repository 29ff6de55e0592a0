"""Ladders and their levels as pages that an assistant may read: `ladder://acme`, `ladder://acme/staff`."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import quote, unquote

from ladder import api
from ladder.assistants import limits
from ladder.assistants.answers import DATA, page
from ladder.errors import LadderError, UnknownName
from ladder.frozen import Frozen
from ladder.render.text import one_line

SCHEME: Final = "ladder://"
TEMPLATE: Final = SCHEME + "{ladder}/{name}"
MOST: Final = 100_000
"""Characters of a page that is read as a resource."""
LONGEST: Final = 200
"""Characters of a title or summary in the list."""


class Resource(Frozen):
    """A page that can be read."""

    uri: str
    name: str
    title: str
    description: str


def resources(ladders: Sequence[str]) -> list[Resource]:
    """The ladders, each with its levels. Of one that cannot be read now there is itself alone; reading it says why."""
    found = []
    for name in ladders:
        levels: tuple[Resource, ...] = ()
        title, about = name, "A career ladder"
        with suppress(LadderError):
            listing = api.list("levels", ladder=name)
            title, about = listing.title or name, listing.about or about
            levels = tuple(
                Resource(_address(name, one.id), f"{name}/{one.id}", _cut(one.title), _cut(one.about))
                for group in listing.groups
                for one in group.entries
            )
        found += [Resource(_address(name), name, _cut(title), _cut(about)), *levels]
    return found


def read(uri: str, ladders: Sequence[str]) -> str:
    """The page at an address, in full.

    Raises UnknownName for an address at which nothing is, and what reading the ladder raises.
    """
    name, slash, thing = uri.removeprefix(SCHEME).partition("/")
    name, thing = unquote(name), unquote(thing)
    if not uri.startswith(SCHEME) or name not in ladders or bool(slash) != bool(thing):
        raise UnknownName("resource", uri, hint=f"{_address(ladders[0])} is one")
    kind, answer = ("show", api.show(thing, ladder=name)) if thing else ("ladder", api.list(ladder=name))
    text, clipped = limits.clipped(page(kind, answer, full=True), MOST)
    return "\n\n".join(filter(None, (text.rstrip("\n"), f"> {DATA}", clipped))) + "\n"


def _address(*names: str) -> str:
    return SCHEME + "/".join(quote(name, safe="") for name in names)


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
