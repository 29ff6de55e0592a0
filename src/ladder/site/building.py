"""A ladder to the files of its site, one after another: pages first, then data, then what is the same for all."""

import os
import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import quote, urlsplit

from ladder.errors import LadderError, quoted
from ladder.frozen import Frozen
from ladder.model import Ladder
from ladder.pages.words import count
from ladder.render.style import STYLE
from ladder.site import data
from ladder.site.colours import OURS, accent, sheet
from ladder.site.documents import Documents, published
from ladder.site.frame import Frame
from ladder.site.places import COMPARE, INDEX, PAY, SOURCES, Anchors, check

ASSETS: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), "assets")

Progress = Callable[[int, int], None]
"""Is told how many pages are made, and how many there will be."""


class Wishes(Frozen):
    """What was asked of a site: whether pay is published, another title, its address, its colour."""

    pay: bool = False
    title: str = ""
    base: str = ""
    accent: str = ""


def build(ladder: Ladder, wishes: Wishes, progress: Progress = lambda done, all_: None) -> Iterator[tuple[str, str]]:
    """The paths and texts of all files. The same ladder and wishes give the same files.

    Raises LadderError before the first of them for wishes and ids that cannot be.
    """
    base = base_url(wishes.base) if wishes.base else ""
    colour = accent(wishes.accent or OURS)
    ladder = published(ladder, pay=wishes.pay, title=wishes.title)
    documents = Documents(ladder, pay=wishes.pay)
    paths = documents.paths()
    check(ladder, paths)
    return _files(ladder, documents, paths, base, colour, progress)


def _files(
    ladder: Ladder, documents: Documents, paths: tuple[str, ...], base: str, colour: str, progress: Progress
) -> Iterator[tuple[str, str]]:
    tops = tuple(path for path in (INDEX, COMPARE, PAY, SOURCES) if path in paths)
    frame = Frame(ladder.title or ladder.name, ladder.language, _about(ladder), tops, base)
    guide = documents.guide
    for place, page in enumerate(documents.pages()):
        progress(place, len(paths))
        guide.pages[page.path] = Anchors.of(page.document)
        yield page.path, frame.page(page.path, page.kind, page.document, guide.from_(page.path))
    progress(len(paths), len(paths))
    yield from data.files(ladder, guide, documents.pairs, documents.claims)
    if base:
        yield "404.html", frame.lost(quote(urlsplit(base).path))
    yield "assets/style.css", lean(STYLE) + asset("site.css") + (sheet(colour) if colour != OURS else "")
    for name in ("site.js", "compare.js", "search.js"):
        yield f"assets/{name}", asset(name)
    yield "assets/icon.svg", asset("icon.svg").replace(OURS, colour)


def asset(name: str) -> str:
    """The text of a packaged file."""
    with open(os.path.join(ASSETS, name), encoding="utf-8") as file:
        return lean(file.read())


def lean(text: str) -> str:
    """A script or style sheet without what only its authors read: a tenth less to load."""
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("// "))


def base_url(typed: str) -> str:
    """The address of a site, with a slash at its end.

    >>> base_url("https://acme.example/ladder")
    'https://acme.example/ladder/'

    Raises LadderError for what is no address of a folder.
    """
    if not re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~%/-]*)?", typed) or "//" in typed[8:]:
        message = f"{quoted(typed)} is not the address of a site"
        raise LadderError(message, "give where it will stand, such as https://acme.example/ladder/")
    return typed.rstrip("/") + "/"


def _about(ladder: Ladder) -> str:
    """What stands at the foot of every page."""
    sizes = f"{count(len(ladder.order), 'level')}, {count(len(ladder.role_ids), 'role')}"
    version = f"version {ladder.version}" if ladder.version else ""
    return " · ".join(filter(None, (ladder.title or ladder.name, version, sizes, ladder.licence, "made with ladder")))
