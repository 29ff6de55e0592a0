"""YAML and JSON as nodes: names with what is said below each, whichever of keys and values holds the names.

Keys such as `levels` or `expectations` name nothing: they say what stands below them, and are part of its slot. A
record that names a level and a competency stands below both, as if the document were nested so.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from ladder.importing.draft import tidy, trimmed
from ladder.importing.files import File, Tree
from ladder.importing.node import Ledger, Node, Text
from ladder.importing.words import (
    ABOUT,
    ALIAS,
    COMPETENCY,
    EXAMPLE,
    GROUP,
    ID,
    IDS,
    LEVEL,
    LINK,
    NOTE,
    RANK,
    SIGNAL,
    STATEMENT,
    STEP,
    TAG,
    TITLE,
    TRACK,
    VOCABULARY,
    WORDS,
    WRAPPER,
    is_level,
    means,
    plain,
    spoken,
)  # fmt: skip
from ladder.markup.inline import bare, marked

LONGEST_NAME: Final = 120
"""A longer text under a key for names is no name, in characters."""
DEEPEST: Final = 40
"""Documents are read as ladders down to this depth; what lies deeper is kept as it is."""
NO_PROSE: Final = re.compile(r"[!-~]{1,300}")
"""An id, a flag, a colour, an address: nothing that anybody would read as text."""
BESIDE: Final = {EXAMPLE: "examples", SIGNAL: "signals", LINK: "links", TAG: "tags"}
KINDS: Final = LEVEL, COMPETENCY, TRACK, WRAPPER, STATEMENT, STEP


def document(file: File, ledger: Ledger) -> Node:
    """A file as a node. Its label is its title, where it has one.

    Raises InvalidLadder with the place of what is no YAML or JSON.
    """
    return from_tree(file.tree, file, ledger)


def from_tree(tree: Tree, file: File, ledger: Ledger) -> Node:
    """A tree that stands in a file, as a node."""
    reading = _Reading(ledger)
    root = Node("", "file", f"{file.path}: ")
    reading.document(root, tree, file.path)
    reading.finish()
    if not root.label:
        from ladder.importing.sources.marked import stem

        root.names.append(stem(file.path))
    return root


def below(place: str, name: str) -> str:
    """The place of a key: `file: a.b`."""
    return f"{place}.{tidy(name)}" if ": " in place else f"{place}: {tidy(name)}"


class _Fields:
    """A mapping out of which one takes what one knows."""

    def __init__(self, of: dict[str, Tree], at: str) -> None:
        self.left = {key: value for key, value in of.items() if _says(value) or is_level(key)}
        self.at = at
        self._called = {plain(key): key for key in reversed(self.left)}

    def find(self, concept: str) -> str:
        """The key for a concept, the likeliest word first; empty where there is none."""
        return next(
            (self._called[word] for word in VOCABULARY[concept].split() if self._called.get(word) in self.left), ""
        )

    def finds(self, concept: str) -> list[str]:
        """All keys for a concept."""
        return [key for key in self.left if plain(key) in WORDS[concept]]

    def name(self, concept: str, *, take: bool = True) -> tuple[str, str]:
        """A short text on one line under a key for the concept, and the key."""
        for word in IDS if concept == ID else VOCABULARY[concept].split():
            if concept == COMPETENCY and word in WORDS[STATEMENT]:
                continue
            key = self._called.get(word, "")
            value = self.left.get(key)
            if isinstance(value, str) and len(value) <= LONGEST_NAME and "\n" not in value.strip() and tidy(value):
                if take:
                    del self.left[key]
                return tidy(value), key
        return "", ""

    def names(self, concept: str) -> list[str]:
        """The short texts, one or a list of them, under a key for the concept; nothing is taken."""
        for word in VOCABULARY[concept].split():
            value = self.left.get(self._called.get(word, ""))
            found = value if isinstance(value, list) else [value]
            if value and all(isinstance(one, str) and len(one) <= 80 and tidy(one) for one in found):
                return [tidy(str(one)) for one in found]
        return []


class _Reading:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.ids: list[tuple[int, str]] = []

    def finish(self) -> None:
        """An id that several statements have names their subject; one that only one has tells nothing of others."""
        shared = Counter(id_ for _, id_ in self.ids)
        for number, id_ in self.ids:
            self.ledger.keys.setdefault(number, {})["id" if shared[id_] > 1 else "x-id"] = id_

    # -- texts

    def text(self, value: str, at: str, via: str, node: Node, kind: str = "text") -> Text:
        return self.ledger.text(trimmed(marked(value)), at, kind, via=via, under=_way(node))

    def texts(self, value: Tree, at: str, via: str, node: Node) -> list[Text]:
        """Every text of a tree, in order."""
        found: list[Text] = []
        waiting: list[tuple[str, Tree, str]] = [(at, value, via)]
        while waiting:
            place, one, name = waiting.pop()
            if isinstance(one, dict):
                waiting += reversed([(below(place, key), inner, key) for key, inner in one.items()])
            elif isinstance(one, list):
                waiting += reversed([(f"{place}[{number}]", inner, name) for number, inner in enumerate(one, 1)])
            elif one and trimmed(one):
                found.append(self.text(one, place, name, node))
        return found

    # -- mappings

    def document(self, root: Node, tree: Tree, at: str) -> None:
        """The whole: what wraps it is taken off, and what describes it goes to its node."""
        while isinstance(tree, dict) and len(tree) == 1:
            [(key, inner)] = tree.items()
            if not isinstance(inner, (dict, list)) or not (
                means(key, WRAPPER) or (isinstance(inner, dict) and any(means(one, LEVEL, COMPETENCY) for one in inner))
            ):
                break
            tree, at = inner, below(at, key)
        if not isinstance(tree, dict):
            self.fill(root, tree, at, "", 0, "")
            return
        fields = _Fields(tree, at)
        if any(isinstance(value, (dict, list)) for value in fields.left.values()):
            self.label(root, fields)
            self.describe(root, fields, whole=True)
            nested = any(isinstance(value, dict) or _nests(value) for value in fields.left.values())
            for key in [key for key, value in fields.left.items() if nested and isinstance(value, str)]:
                self.keep(root, key, str(fields.left.pop(key)), below(at, key))
        self.entries(root, fields, "", 0)

    def label(self, node: Node, fields: _Fields) -> None:
        """Takes the name of a mapping."""
        title, key = fields.name(TITLE)
        if title and key == "name" and (full := fields.name(TITLE)[0]):
            node.id = title
            self.called(node, title, below(fields.at, key))
            title, key = full, "title"
        if title:
            node.label = title
            node.text = self.text(title, below(fields.at, key), key, node, "label")

    def describe(self, node: Node, fields: _Fields, *, whole: bool = False) -> None:
        """Takes what describes a name: its id, what it is about, its group, track, rank and other names."""
        name, key = fields.name(ID)
        if name:
            node.id = node.id or name
            self.called(node, name, below(fields.at, key))
        for key in fields.finds(ABOUT):
            value = fields.left[key]
            if isinstance(value, str) or not _nests(value):
                node.about += self.texts(fields.left.pop(key), below(fields.at, key), key, node)
        if whole:
            return
        level_like = node.hint == "level" or is_level(node.label)
        for attribute, concept in (("group", GROUP), ("track", TRACK)):
            key = fields.find(concept)
            if (
                key
                and isinstance(fields.left[key], str)
                and not (
                    concept == GROUP and level_like and plain(key) not in ("group", "category", "section", "pillar")
                )
            ):
                value = str(fields.left.pop(key))
                setattr(node, attribute, self.text(value, below(fields.at, key), key, node))
        if not level_like and node.group is None and node.label:
            name, key = fields.name(COMPETENCY)
            node.group = self.text(name, below(fields.at, key), key, node) if name else None
        code, key = fields.name(LEVEL) if node.label else ("", "")
        if code:
            self.called(node, code, below(fields.at, key))
            node.id = node.id or code
            node.rank = _number(code)
        for key in fields.finds(RANK):
            if isinstance(fields.left[key], str) and (rank := _number(str(fields.left[key]))) is not None:
                node.rank = rank
                if rank.is_integer() and (node.hint == LEVEL or is_level(node.label)):
                    node.order = int(rank)
                del fields.left[key]
        for key in fields.finds(ALIAS):
            for one in self.texts(fields.left.pop(key), below(fields.at, key), key, node):
                self.called(node, one.text, one.at)

    def called(self, node: Node, name: str, at: str) -> None:
        """Notes a further name."""
        node.names.append(name)
        node.beside.setdefault("names", []).append(self.text(name, at, "", node))

    def keep(self, node: Node, key: str, value: str, at: str) -> None:
        """A text of which nothing is known: as a key beginning with `x-` where it is no prose, else as left."""
        name, said = trimmed(key), trimmed(value)
        if NO_PROSE.fullmatch(said) and NO_PROSE.fullmatch(name) and node.keys.get(f"x-{name}", said) == said:
            node.keys[name if name.startswith("x-") else f"x-{name}"] = said
        else:
            node.beside.setdefault("left", []).append(self.text(value, at, key, node))

    def entries(self, node: Node, fields: _Fields, slot: str, depth: int) -> None:
        """Adds what stands in a mapping below a node."""
        if depth > DEEPEST:
            node.beside.setdefault("left", []).extend(self.texts(fields.left, fields.at, "", node))
            return
        beside = self.beside(fields, node)
        before = len(node.parts)
        for key, value in list(fields.left.items()):
            self.entry(node, key, value, below(fields.at, key), slot, depth)
        if not beside:
            return
        first = next((part for part in node.parts[before:] if isinstance(part, Text)), None)
        if first is None and not node.parts and node.about:
            node.parts += node.about
            first, node.about = node.about[0], []
        if first is None:
            node.parts += [one for found in beside.values() for one in found]
        else:
            self.put(first, beside)

    def beside(self, fields: _Fields, node: Node) -> dict[str, list[Text]]:
        """Takes examples and the like where they are texts, and not names with levels of their own below."""
        found: dict[str, list[Text]] = {}
        for concept, name in BESIDE.items():
            for key in fields.finds(concept):
                if not isinstance(fields.left[key], dict):
                    value, at = fields.left.pop(key), below(fields.at, key)
                    if name == "links":
                        each = value if isinstance(value, list) else [value]
                        found.setdefault(name, []).extend(
                            one
                            for number, inner in enumerate(each, 1)
                            for one in self.link(inner, f"{at}[{number}]", node)
                        )
                    else:
                        found.setdefault(name, []).extend(self.texts(value, at, key, node))
        return {name: texts for name, texts in found.items() if texts}

    def link(self, value: Tree, at: str, node: Node) -> list[Text]:
        """A link; one with a label is `label: address`."""
        found = self.texts(value, at, "link", node)
        if len(found) < 2:
            return found
        words = ": ".join(one.text for one in sorted(found, key=lambda one: bool(re.match(r"\w+://|www\.", one.text))))
        return [found[0]._replace(text=words, below=tuple(found[1:]))]

    def put(self, text: Text, beside: dict[str, list[Text]]) -> None:
        """What stands beside a statement."""
        known = self.ledger.beside.setdefault(text.id, {})
        for name, texts in beside.items():
            known.setdefault(name, []).extend(texts)

    # -- entries

    def entry(self, node: Node, key: str, value: Tree, at: str, slot: str, depth: int) -> None:
        name = tidy(key)
        nests = isinstance(value, dict) or _nests(value)
        kind = next((one for one in KINDS if means(key, one)), "")
        if not nests and means(key, STATEMENT):
            kind = STATEMENT
        if not kind and nests and all(means(word, STATEMENT, EXAMPLE) for word in spoken(name).split()):
            kind = STATEMENT  # exampleCriteria
        if not name:
            self.fill(node, value, at, slot, depth + 1, "")
        elif kind and nests:
            self.fill(node, value, at, f"{slot}/{plain(key)}", depth + 1, kind)
        elif kind in (LEVEL, COMPETENCY) and slot == "" and _are_names(value):
            for number, one in enumerate(value if isinstance(value, list) else [], 1):
                child = Node(tidy(str(one)), f"{slot}/{plain(key)}/*", f"{at}[{number}]")
                child.text = self.text(str(one), child.at, key, node, "label")
                child.hint = kind
                node.parts.append(child)
        elif kind in (STATEMENT, WRAPPER) or (kind and isinstance(value, list)):
            node.parts += self.texts(value, at, name, node)
        elif isinstance(value, str) and means(key, NOTE):
            self.keep(node, key, value, at)
        else:
            self.child(node, key, value, at, slot, depth)

    def child(self, node: Node, key: str, value: Tree, at: str, slot: str, depth: int) -> None:
        """A key that names something."""
        child = Node(spoken(tidy(key)), f"{slot}/*", at)
        child.names = [tidy(key)] if spoken(tidy(key)) != tidy(key) else []
        child.text = self.text(key, at, "", node, "key")
        node.parts.append(child)
        self.hinted(child, slot)
        if not isinstance(value, dict):
            self.fill(child, value, at, child.slot, depth + 1, "")
            return
        fields = _Fields(value, at)
        title, _ = fields.name(TITLE, take=False)
        if title:
            self.called(child, tidy(key), at)
            child.id = tidy(key)
            self.label(child, fields)
        self.describe(child, fields)
        self.entries(child, fields, child.slot, depth + 1)

    def hinted(self, child: Node, slot: str) -> None:
        """What the key right above says of a name."""
        word = slot.rpartition("/")[2]
        for kind in (LEVEL, TRACK, COMPETENCY):
            if word in WORDS[kind]:
                child.hint = kind
                return

    def fill(self, node: Node, value: Tree, at: str, slot: str, depth: int, kind: str) -> None:
        """Adds to a node what stands in a value; `kind` is what the key above it says."""
        if depth > DEEPEST:
            node.beside.setdefault("left", []).extend(self.texts(value, at, "", node))
        elif isinstance(value, str):
            node.parts += self.texts(value, at, kind and slot.rpartition("/")[2], node)
        elif isinstance(value, dict):
            self.entries(node, _Fields(value, at), slot, depth + 1)
        elif isinstance(value, list):
            records = _are_records(value, alone=not node.inside)
            for number, one in enumerate(value, 1):
                if isinstance(one, dict):
                    self.item(node, _Fields(one, f"{at}[{number}]"), slot, depth + 1, records=records)
                else:
                    self.fill(node, one, f"{at}[{number}]", slot, depth + 1, kind)

    def item(self, node: Node, fields: _Fields, slot: str, depth: int, *, records: bool) -> None:
        """One mapping of a list: a record, a name with what stands below it, or a statement."""
        if (
            records
            and (levels := fields.names(LEVEL))
            and (fields.name(COMPETENCY, take=False)[0] or fields.name(TITLE, take=False)[0])
        ):
            self.record(node, fields, levels, slot)
            return
        child = Node("", f"{slot}/*", fields.at)
        self.hinted(child, slot)
        self.label(child, fields)
        if not child.label:
            for concept in (LEVEL, COMPETENCY):
                name, key = fields.name(concept)
                if name:
                    child.label, child.hint = name, concept
                    child.text = self.text(name, below(fields.at, key), key, node, "label")
                    break
        if not child.label and self.statement(node, fields):
            return
        if not child.label and (id_ := fields.name(ID)[0]):
            child.label = id_
            child.text = self.text(id_, fields.at, "id", node, "label")
        if not child.label:
            self.entries(node, fields, slot, depth + 1)
            return
        node.parts.append(child)
        self.describe(child, fields)
        self.entries(child, fields, child.slot, depth + 1)

    def record(self, node: Node, fields: _Fields, levels: list[str], slot: str) -> None:
        """A record that names its levels and its competency: it stands below both."""
        key = next(
            key for word in VOCABULARY[LEVEL].split() if (key := fields._called.get(word)) and key in fields.left
        )
        del fields.left[key]
        theme, of = fields.name(COMPETENCY)
        if not theme:
            theme, of = fields.name(TITLE)
        group, _ = fields.name(GROUP)
        theme_text = self.text(theme, below(fields.at, of), of, node, "label")
        said: list[Text] = []
        for number, level in enumerate(levels):
            outer = Node(level, f"{slot}/@level", fields.at)
            outer.hint, outer.text = LEVEL, self.text(level, below(fields.at, key), key, node, "label")
            inner = Node(theme, f"{slot}/@competency", fields.at)
            inner.hint, inner.text = COMPETENCY, theme_text
            if group:
                inner.group = self.text(group, fields.at, "group", node)
            node.parts.append(outer)
            outer.parts.append(inner)
            if not number:
                self.said(inner, fields)
                said = inner.texts
                inner.beside.setdefault("left", []).extend(
                    one
                    for name in list(fields.left)
                    for one in self.texts(fields.left.pop(name), below(fields.at, name), name, node)
                )
            else:
                inner.parts += said

    def statement(self, node: Node, fields: _Fields) -> bool:
        """Takes a mapping that is a statement: a text with nothing nested beside it."""
        key = fields.find(STATEMENT) or fields.find(ABOUT)
        if not key or _nests(fields.left[key]) or isinstance(fields.left[key], dict):
            return False
        others = [value for name, value in fields.left.items() if name != key and not means(name, *BESIDE)]
        if any(isinstance(value, (dict, list)) for value in others):
            return False
        self.said(node, fields)
        for name, value in fields.left.items():
            node.beside.setdefault("left", []).extend(self.texts(value, below(fields.at, name), name, node))
        return True

    def said(self, node: Node, fields: _Fields) -> None:
        """Takes the texts of a statement with what stands beside them."""
        beside = self.beside(fields, node)
        id_ = fields.name(ID)[0]
        keys = [key for key in (fields.find(STATEMENT), fields.find(ABOUT)) if key]
        said = [
            one._replace(kind="whole")
            for key in keys[:1]
            for one in self.texts(fields.left.pop(key), below(fields.at, key), "", node)
        ]
        if not said:
            said = beside.pop("examples", [])
        node.parts += said
        if said:
            self.put(said[0], beside)
            self.ids += [(said[0].id, id_)] if id_ else []
            for key in [
                key
                for key, value in fields.left.items()
                if isinstance(value, str) and NO_PROSE.fullmatch(trimmed(value)) and NO_PROSE.fullmatch(key)
            ]:
                self.ledger.keys.setdefault(said[0].id, {})[f"x-{key}"] = trimmed(str(fields.left.pop(key)))


def _way(node: Node) -> tuple[str, ...]:
    return (bare(node.label),) if node.label else ()


def _number(value: str) -> float | None:
    return float(value) if re.fullmatch(r"-?\d{1,5}(\.\d{1,3})?", value.strip()) else None


def _says(value: Tree) -> bool:
    return bool(value) and not (isinstance(value, str) and not trimmed(value))


def _nests(value: Tree) -> bool:
    return isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value)


def _are_names(value: Tree) -> bool:
    """Whether a list holds names rather than sentences."""
    said: Iterable[Any] = value if isinstance(value, list) else []
    texts = [str(one) for one in said]
    return bool(texts) and all(
        tidy(one) and len(one) <= LONGEST_NAME // 2 and not re.search(r"[.;!?]$|\n", one) for one in texts
    )


def _are_records(items: list[Any], *, alone: bool) -> bool:
    """Whether most of a list name a level and a competency each and say a text. `alone`: these must recur in it."""
    found: list[tuple[list[str], str, bool]] = []
    for item in items:
        if isinstance(item, dict):
            fields = _Fields(item, "")
            levels, theme = fields.names(LEVEL), fields.name(COMPETENCY)[0]
            named = theme or fields.name(TITLE)[0]
            texts = fields.finds(STATEMENT) + fields.finds(ABOUT) + fields.finds(EXAMPLE)
            if levels and named and any(not _nests(item[key]) and not isinstance(item[key], dict) for key in texts):
                found.append((levels, named, bool(theme)))
    if not found or len(found) * 2 < len(items):
        return False
    named_levels, themes = {one for some, _, _ in found for one in some}, {theme for _, theme, _ in found}
    if not all(has for _, _, has in found):  # a name alone may be the level's as well as the competency's
        return len(found) > max(len(named_levels), len(themes))
    return not alone or len(found) > min(len(named_levels), len(themes)) or len(found) == 1


__all__ = ["below", "document", "from_tree"]
