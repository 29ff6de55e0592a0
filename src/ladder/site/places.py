"""Where a site has the page about each thing, and how one page leads to another.

All links are relative, so that the folder works from a disk, from a host's root and from any folder below it.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Final
from urllib.parse import quote

from ladder.document import Command, Document, Heading, Target, Thing
from ladder.errors import LadderError, quoted
from ladder.frozen import Frozen
from ladder.model import Ladder
from ladder.render.html import Resolve

INDEX: Final = "index.html"
COMPARE: Final = "compare.html"
SOURCES: Final = "sources.html"
PAY: Final = "pay.html"

RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"))
)
"""What Windows keeps for devices, whatever the suffix."""
FORBIDDEN: Final = frozenset('<>:"/\\|?*')
LONGEST: Final = 200
"""How many bytes an id may have in a file's name: file systems stop at 255, and a comparison has two of them."""

RENAME: Final = "give it another id in the ladder"


def page_of(kind: str, name: str) -> str:
    """The path of the page about a level, role or competency."""
    return f"{kind}/{name}.html"


def between(lower: str, higher: str) -> str:
    """The path of the page that compares two neighbours."""
    return f"compare/{lower}..{higher}.html"


def check(ladder: Ladder, paths: Iterable[str]) -> None:
    """Raises LadderError where an id cannot be a file's name everywhere, or two paths are one where case is ignored."""
    every = (("level", ladder.order), ("role", ladder.role_ids), ("competency", ladder.competencies))
    for kind, names in every:
        for name in names:
            if why := _unfit(name):
                raise LadderError(f"the {kind} id {quoted(name)} cannot be a file's name: {why}", RENAME)
    taken: dict[str, str] = {}
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in taken:
            both = f"{quoted(taken[folded])} and {quoted(path)} are one file where capitals do not count"
            raise LadderError(both, "give one of the two another id in the ladder")
        taken[folded] = path


def _unfit(name: str) -> str:
    """Why a file cannot be called so; nothing where it can."""
    if name.partition(".")[0].rstrip().casefold() in RESERVED:
        return "Windows keeps it for a device"
    if bad := next((sign for sign in name if sign in FORBIDDEN or not sign.isprintable()), ""):
        return f"it holds {bad!r}"
    if len(name.encode("utf-8", "replace")) * 2 > LONGEST:
        return f"it is longer than {LONGEST // 2} bytes"
    return ""


class Anchors(Frozen):
    """The places of one page by what they are about: what `Heading.about` says, else the words of the heading."""

    ids: Mapping[object, str]

    @classmethod
    def of(cls, document: Document) -> "Anchors":
        """Those that a document has where nothing can be typed."""
        document = document.without_prompts()
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        found: dict[object, str] = {}
        for heading, anchor in zip(headings, document.anchors(), strict=True):
            found.setdefault(heading.about or heading.text, anchor)
        return cls(found)

    def find(self, *abouts: object) -> str:
        """The first of these that the page has; nothing where it has none."""
        return next((self.ids[one] for one in abouts if one in self.ids), "")


class Guide:
    """Finds the page of whatever a document links to."""

    def __init__(self, ladder: Ladder, pairs: Collection[tuple[str, str]], *, pay: bool) -> None:
        self._ladder = ladder
        self._pairs = frozenset(pairs)
        self._pay = pay
        self.pages: dict[str, Anchors] = {}
        """The places of pages, by their paths, as far as they were put in."""
        self.days: Collection[str] = ()
        """The levels and roles of which days are on record."""

    def from_(self, path: str) -> Resolve:
        """How a page at this path leads to things."""
        up = "../" * path.count("/")

        def resolve(target: Target) -> str | None:
            found = self.find(target)
            return None if found is None else up + found

        return resolve

    def find(self, target: Target) -> str | None:
        """The address from the site's root; None where no page is about it."""
        match target:
            case Thing(kind="source", id=name, ladder=""):
                return self.at(SOURCES, target)
            case Thing(kind="level" | "role", id=name, ladder=""):
                return self._side(name)
            case Thing(kind="competency", id=name, ladder="") if name in self._ladder.competencies:
                return quote(page_of("competency", name))
            case Command(("show", name, "--only", part)):
                return self.at(self._path(name), Thing("competency", part), part)
            case Command(("compare", lower, higher)):
                return self._compared(lower, higher)
            case Command(("map", name)) if name in self._ladder.levels:
                return quote(page_of("companies", name))
            case Command(("day", name)) if name in self.days:
                return quote(page_of("day", name))
            case Command(("comp",)) if self._pay:
                return PAY
        return None

    def at(self, path: str, *abouts: object) -> str | None:
        """The place on a page that is about one of these; the page itself where it has no such place."""
        anchors = self.pages.get(path)
        if not path or (anchors is None and path == SOURCES):
            return None
        place = anchors.find(*abouts) if anchors else ""
        return quote(path) + (f"#{quote(place)}" if place else "")

    def _path(self, name: str) -> str:
        if name in self._ladder.levels:
            return page_of("level", name)
        return page_of("role", name) if name in self._ladder.roles else ""

    def _side(self, name: str) -> str | None:
        return quote(self._path(name)) or None

    def _compared(self, lower: str, higher: str) -> str:
        if (lower, higher) in self._pairs:
            return quote(between(lower, higher))
        return f"{COMPARE}#{quote(lower)}..{quote(higher)}"


def neighbours(ladder: Ladder) -> tuple[tuple[str, str], ...]:
    """Levels with the next one up: on their track, and wherever one of their ways on leads."""
    found: dict[tuple[str, str], None] = {}
    last: dict[str, str] = {}
    for name in ladder.order:
        level = ladder.levels[name]
        if level.track in last:
            found[last[level.track], name] = None
        last[level.track] = name
    for name in ladder.order:
        level = ladder.levels[name]
        for way in level.next:
            higher = ladder.levels.get(way.to)
            if higher and (higher.rank or 0) > (level.rank or 0):
                found[name, way.to] = None
    order = {name: place for place, name in enumerate(ladder.order)}
    return tuple(sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]])))
