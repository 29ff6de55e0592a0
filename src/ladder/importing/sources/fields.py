"""Mappings that others made, where one thing has many names: one takes what one knows, and sees what is left."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ladder.importing.draft import Draft, tidy, trimmed
from ladder.importing.files import Tree
from ladder.importing.words import IDS, VOCABULARY, WORDS, is_level, plain

LONGEST_NAME: Final = 120
"""A longer text under a key for names is no name, in characters."""
NO_PROSE: Final = re.compile(r"[!-~]{1,300}")
"""An id, a flag, a colour, an address: nothing that anybody would read as text."""
BESIDE: Final = {"example": "examples", "signal": "signals", "link": "links", "tag": "tags"}
"""What stands beside a statement, by the concept of its key."""


def below(place: str, name: str) -> str:
    """The place of a key: `file: a.b`."""
    return f"{place}.{tidy(name)}" if ": " in place else f"{place}: {tidy(name)}"


def leaves(value: Tree, at: str = "") -> Iterator[tuple[str, str, str]]:
    """Every text in a tree, blank ones left out, each with where it stands and the key it stands under.

    >>> list(leaves({"a": ["x", {"b": "y"}], "c": None}, "f.yaml"))
    [('f.yaml: a[1]', 'x', 'a'), ('f.yaml: a[2].b', 'y', 'b')]
    """
    waiting: list[tuple[str, Tree, str]] = [(at, value, "")]
    while waiting:
        place, one, name = waiting.pop()
        if isinstance(one, dict):
            waiting += reversed([(below(place, key), inner, key) for key, inner in one.items()])
        elif isinstance(one, list):
            waiting += reversed([(f"{place}[{number}]", inner, name) for number, inner in enumerate(one, 1)])
        elif one and trimmed(one):
            yield place, one, name


def nests(value: Tree) -> bool:
    """Whether a list holds more than texts."""
    return isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value)


def is_address(text: str) -> bool:
    """Whether a text is where a link leads."""
    return bool(re.match(r"\w+://|www\.", text))


def is_code(value: str) -> bool:
    """Whether a text is nothing that anybody would read."""
    return bool(NO_PROSE.fullmatch(trimmed(value)))


class Fields:
    """A mapping out of which one takes what one knows. `at` says where it stands.

    What is looked for is a concept of the vocabulary, or the words themselves, the likeliest first.
    """

    def __init__(self, of: Mapping[str, Tree], at: str) -> None:
        self.left = {key: value for key, value in of.items() if _says(value) or is_level(key)}
        self.at = at
        self._called = {plain(key): key for key in reversed(self.left)}

    def _keys(self, concept: str) -> Iterator[str]:
        words = IDS if concept == "id" else VOCABULARY.get(concept, concept).split()
        return (key for word in words if (key := self._called.get(word)) in self.left and key is not None)

    def find(self, concept: str) -> str:
        """The key for a concept; empty where there is none."""
        return next(self._keys(concept), "")

    def finds(self, *concepts: str) -> list[str]:
        """All keys for these concepts, in the order of the mapping for each."""
        return [key for concept in concepts for key in self.left if plain(key) in WORDS[concept]]

    def take(self, concept: str) -> Tree:
        """What stands under the key for a concept."""
        return self.left.pop(self.find(concept), None)

    def name(self, concept: str, *, take: bool = True) -> tuple[str, str]:
        """A short text on one line under a key for the concept, and the key."""
        for key in self._keys(concept):
            value = self.left[key]
            if concept == "competency" and plain(key) in WORDS["statement"]:
                continue
            if isinstance(value, str) and len(value) <= LONGEST_NAME and "\n" not in value.strip() and tidy(value):
                if take:
                    del self.left[key]
                return tidy(value), key
        return "", ""

    def names(self, concept: str) -> list[str]:
        """The short texts, one or a list of them, under a key for the concept; nothing is taken."""
        for key in self._keys(concept):
            value = self.left[key]
            found = value if isinstance(value, list) else [value]
            if all(isinstance(one, str) and len(one) <= LONGEST_NAME and tidy(one) for one in found):
                return [tidy(str(one)) for one in found]
        return []

    def texts(self, concept: str) -> list[str]:
        """Takes every text below the first key for a concept that holds nothing nested."""
        for key in self._keys(concept):
            if not isinstance(self.left[key], dict) and not nests(self.left[key]):
                return [trimmed(text) for _, text, _ in leaves(self.left.pop(key))]
        return []

    def text(self, concept: str) -> str:
        """Takes the first text under a key for a concept."""
        return "\n".join(self.texts(concept))

    def beside(self) -> dict[str, list[str]]:
        """Takes what stands beside a statement's text: examples, signals, links, tags."""
        found: dict[str, list[str]] = {}
        for concept, name in BESIDE.items():
            for value in [self.left.pop(key) for key in self.finds(concept)]:
                each = value if name == "links" and isinstance(value, list) else [value]
                texts = [[trimmed(text) for _, text, _ in leaves(one)] for one in each]
                said = [[": ".join(sorted(one, key=is_address))] if name == "links" else one for one in texts if one]
                found.setdefault(name, []).extend(text for one in said for text in one)
        return {name: texts for name, texts in found.items() if texts}

    def rest(self, draft: Draft) -> dict[str, str]:
        """What nobody took: as keys that begin with `x-` what is no prose, anything else goes to the draft as left."""
        kept = {}
        for key, value in self.left.items():
            if isinstance(value, str) and is_code(value) and is_code(key):
                kept[f"x-{trimmed(key).removeprefix('x-')}"] = trimmed(value)
            else:
                leave(value, below(self.at, key), draft)
        self.left = {}
        return kept


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


def leave(value: Tree, at: str, draft: Draft) -> None:
    """Leaves every text of a tree with the draft."""
    for place, text, _ in leaves(value, at):
        draft.leave(text, place)


def _says(value: Tree) -> bool:
    return bool(value) and not (isinstance(value, str) and not trimmed(value))


__all__ = ["BESIDE", "Fields", "below", "is_address", "is_code", "leave", "leaves", "mappings", "nests"]
