"""Mappings that others made, where one thing has many names.

Who reads one takes out of it what it knows; what is left goes to the draft, so that no text is ever dropped.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from ladder.importing.draft import Draft, fresh, tidy, trimmed
from ladder.importing.files import Tree

Names = tuple[str, ...]
"""What a key may be called: lower case, letters and digits only, the likeliest first."""

NAME: Final = ("name", "title", "label", "displayname", "heading", "caption")
ID: Final = ("id", "key", "slug", "code", "identifier", "abbreviation")
ABOUT: Final = (
    "summary", "description", "about", "overview", "definition", "intro", "introduction", "subtitle", "tagline",
    "blurb",
)  # fmt: skip
TEXT: Final = (
    "text", "statement", "summary", "description", "criteria", "criterion", "expectation", "expectations", "behaviour",
    "behavior", "behaviours", "behaviors", "requirement", "requirements", "definition", "body", "content", "details",
)  # fmt: skip
EXAMPLES: Final = ("examples", "example", "samples")
SIGNALS: Final = ("signals", "signal", "indicators", "indicator")
LINKS: Final = ("links", "link", "supportingurls", "urls", "url", "resources", "references")
TAGS: Final = ("tags", "tag", "proficiency", "keywords")
GROUP: Final = ("group", "category", "section", "pillar")
TRACK: Final = ("track", "stream", "ladder", "family")
RANK: Final = ("rank", "order", "sortorder", "ordinal", "index")
ALIASES: Final = ("aliases", "alias", "alsoknownas", "aka")
LEVEL: Final = ("level", "levelid", "levelname", "grade", "gradeid", "band", "rung", "tier", "stage", "rank")
COMPETENCY: Final = (
    "competency", "competencyid", "competence", "skill", "skillid", "dimension", "dimensionid", "theme", "themeid",
    "attribute", "axis", "capability", "topic", "area", "domain", "pillar", "category", "categoryid", "group",
)  # fmt: skip

LONGEST_NAME: Final = 120
"""A longer text under a key for names is no name, in characters."""

DEEPEST: Final = 30
"""Documents are read as ladders down to this depth; what lies deeper is kept as it is."""

NO_PROSE: Final = re.compile(r"[!-~]{1,300}")
"""An id, a flag, a colour, an address: nothing that anybody would read as text."""

NUMBER: Final = re.compile(r"0|-?[1-9][0-9]{0,2}")


@lru_cache(4096)
def plain_key(key: str) -> str:
    """A key without what people write differently.

    >>> plain_key("displayName"), plain_key("display_name"), plain_key("Display name")
    ('displayname', 'displayname', 'displayname')
    """
    return "".join(sign for sign in key.casefold() if sign.isalnum())


def leaves(value: Tree, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a tree, blank ones left out, each with where it stands.

    >>> list(leaves({"a": ["x", {"b": "y"}], "c": None}, "f.yaml"))
    [('f.yaml: a[1]', 'x'), ('f.yaml: a[2].b', 'y')]
    """
    waiting: list[tuple[str, Tree]] = [(at, value)]
    while waiting:
        place, one = waiting.pop()
        if isinstance(one, dict):
            waiting += reversed([(below(place, key), inner) for key, inner in one.items()])
        elif isinstance(one, list):
            waiting += reversed([(f"{place}[{number}]", inner) for number, inner in enumerate(one, 1)])
        elif one and trimmed(one):
            yield place, trimmed(one)


def below(place: str, key: str) -> str:
    """The place of a key: `file: a.b`."""
    return f"{place}.{tidy(key)}" if ": " in place else f"{place}: {tidy(key)}"


def texts(value: Tree) -> list[str]:
    """Every text in a tree."""
    return [text for _, text in leaves(value)]


def mappings(value: Tree) -> list[tuple[str, dict[str, Tree]]]:
    """The mappings of a list, or of a mapping by key, each with its key; a text stands for a mapping with its name.

    >>> mappings(["L1", {"name": "L2"}]), mappings({"L1": {"about": "x"}, "L2": "Senior", "L3": None})[1:]
    ([('', {'name': 'L1'}), ('', {'name': 'L2'})], [('L2', {'name': 'Senior'}), ('L3', {})])
    """
    entries: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        entries = list(value.items())
    elif value:
        entries = [("", item) for item in (value if isinstance(value, list) else [value])]
    return [
        (key, one if isinstance(one, dict) else {"name": one} if isinstance(one, str) else {"": one} if one else {})
        for key, one in entries
        if key or one
    ]


class Keys:
    """A mapping out of which one takes what one knows. `at` says where it stands."""

    def __init__(self, of: Mapping[str, Tree], at: str) -> None:
        self.left: dict[str, Tree] = dict(of)
        self._called = {plain_key(key): key for key in reversed(self.left)}
        self.at = at

    def _find(self, names: Names) -> Iterator[str]:
        for name in names:
            key = self._called.get(name)
            if key is not None and _says(self.left.get(key)):
                yield key

    def has(self, names: Names) -> bool:
        """Whether something stands under one of the names."""
        return any(self._find(names))

    def text(self, names: Names) -> str:
        """Takes the first text that stands under one of the names; empty where none does."""
        for key in self._find(names):
            value = self.left[key]
            if isinstance(value, str):
                del self.left[key]
                return trimmed(value)
        return ""

    def name(self, names: Names = NAME) -> str:
        """Takes a name: short, and on one line."""
        for key in self._find(names):
            value = self.left[key]
            text = trimmed(value) if isinstance(value, str) else ""
            if text and len(text) <= LONGEST_NAME and "\n" not in text:
                del self.left[key]
                return tidy(text)
        return ""

    def texts(self, names: Names) -> list[str]:
        """Takes the first text, or the first list of texts, that stands under one of the names."""
        for key in self._find(names):
            value = self.left[key]
            if isinstance(value, str) or (
                isinstance(value, list) and not any(isinstance(v, (dict, list)) for v in value)
            ):
                del self.left[key]
                return texts(value)
        return []

    def all(self, names: Names) -> list[str]:
        """Takes every text below all of the names."""
        found: list[str] = []
        for key in list(self._find(names)):
            found += texts(self.left.pop(key))
        return found

    def value(self, names: Names) -> Tree:
        """Takes the first thing that stands under one of the names."""
        for key in self._find(names):
            return self.left.pop(key)
        return None

    def number(self, names: Names) -> int | None:
        """Takes a whole number."""
        for key in self._find(names):
            value = self.left[key]
            if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
                del self.left[key]
                return int(value.strip())
        return None

    def links(self) -> list[str]:
        """Takes all links; one with a label becomes `label: address`."""
        found: list[str] = []
        for key in list(self._find(LINKS)):
            value = self.left.pop(key)
            each = value if isinstance(value, list) else [value]
            found += [": ".join(sorted(texts(one), key=_is_address)) for one in each]
        return [one for one in found if one]

    def beside(self) -> dict[str, Any]:
        """Takes what stands beside a statement's text: examples, signals, links, tags."""
        found = {
            "examples": self.all(EXAMPLES),
            "signals": self.all(SIGNALS),
            "links": self.links(),
            "tags": self.all(TAGS),
        }
        return {key: value for key, value in found.items() if value}

    def rest(self, draft: Draft) -> dict[str, str]:
        """What nobody took: as keys that begin with `x-` what is no prose, anything else goes to the draft as left."""
        kept = {}
        for key, value in self.left.items():
            name = trimmed(key)
            if isinstance(value, str) and NO_PROSE.fullmatch(trimmed(value)) and NO_PROSE.fullmatch(name):
                kept[name if name.startswith("x-") else f"x-{name}"] = trimmed(value)
            else:
                leave(value, below(self.at, key), draft)
        self.left = {}
        return kept


def counted(levels: int, competencies: int, statements: int) -> str:
    """What was found, in words.

    >>> counted(1, 1, 2)
    '1 level, 1 competency, 2 statements'
    """
    words = ((levels, "level", "levels"), (competencies, "competency", "competencies"))
    found = (*words, (statements, "statement", "statements"))
    return ", ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in found)


def scaled(draft: Draft, title: str, id: str, **keys: Any) -> str:
    """Adds a competency with a scale and returns its id. It is always a new one: another's scale is another scale."""
    name = fresh(id or title, draft.competencies, "competency")
    given = {key: value for key, value in keys.items() if value}
    draft.competencies[name] = {"title": tidy(title) or name, **given}
    return name


def forget_id(keys: dict[str, Any], name: str) -> None:
    """Forgets the id that a document gives where it is the one that the ladder has."""
    if keys.get("x-id", "").casefold() == name.casefold():
        del keys["x-id"]


def merge(keys: dict[str, Any], more: dict[str, Any], at: str, draft: Draft) -> None:
    """Adds keys to those that are there. What is there already stays, and what says something else is left."""
    for key, value in more.items():
        if isinstance(value, list):
            keys[key] = list(dict.fromkeys([*keys.get(key, []), *value]))
        elif value not in ("", None) and keys.setdefault(key, value) != value:
            draft.leave(str(value), below(at, key))


def leave(value: Tree, at: str, draft: Draft) -> None:
    """Leaves every text of a tree with the draft."""
    for place, text in leaves(value, at):
        draft.leave(text, place)


def _says(value: Tree) -> bool:
    return bool(value) and not (isinstance(value, str) and value.isspace())


def _is_address(text: str) -> bool:
    return bool(re.match(r"\w+://|www\.", text))
