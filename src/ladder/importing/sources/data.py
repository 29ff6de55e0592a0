"""YAML and JSON as nodes: names with what is said below each, whichever of keys and values holds the names.

Keys such as `levels` or `expectations` name nothing: they say what stands below them, and are part of its slot. A
record that names a level and a competency stands below both, as if the document were nested so.
"""

import re
from collections import Counter
from typing import Any, Final

from ladder.importing.draft import tidy, trimmed
from ladder.importing.files import File, Tree
from ladder.importing.node import Ledger, Node, Text
from ladder.importing.sources.fields import BESIDE, Fields, below, is_address, is_code, leaves, nests
from ladder.importing.sources.marked import stem
from ladder.importing.words import WORDS, is_level, means, plain, spoken
from ladder.markup.inline import bare, marked

DEEPEST: Final = 40
"""Documents are read as ladders down to this depth; what lies deeper is kept as it is."""
KINDS: Final = "level", "competency", "track", "wrapper", "statement", "step"
FEW: Final = 60
"""Up to so many characters an entry of a list of names has."""


def document(tree: Tree, file: File, ledger: Ledger) -> Node:
    """A tree that stands in a file as a node. Its label is its title, where it has one.

    Front matter of a page in which nothing stands below anything else only describes the page.
    """
    reading = _Reading(ledger)
    root = Node("", "file", f"{file.path}: ")
    reading.document(root, tree, file)
    shared = Counter(id_ for _, id_ in reading.ids)
    for number, id_ in reading.ids:  # an id that several statements have names their subject
        ledger.keys.setdefault(number, {})["id" if shared[id_] > 1 else "x-id"] = id_
    root.names += [] if root.label else [stem(file.path)]
    return root


class _Reading:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.ids: list[tuple[int, str]] = []

    # -- texts

    def text(self, value: str, at: str, via: str, node: Node, kind: str = "text") -> Text:
        under = (bare(node.label),) if node.label else ()
        return self.ledger.text(trimmed(marked(value)), at, kind, via=via, under=under)

    def texts(self, value: Tree, at: str, via: str, node: Node) -> list[Text]:
        """Every text of a tree, in order."""
        return [self.text(one, place, name or via, node) for place, one, name in leaves(value, at)]

    def left(self, node: Node, value: Tree, at: str, via: str = "") -> None:
        """Texts of which nothing is known."""
        node.beside.setdefault("left", []).extend(self.texts(value, at, via, node))

    # -- mappings

    def document(self, root: Node, tree: Tree, file: File) -> None:
        """The whole: what wraps it is taken off, and what describes it goes to its node."""
        at = file.path
        while isinstance(tree, dict) and len(tree) == 1:
            [(key, inner)] = tree.items()
            known = isinstance(inner, dict) and any(means(one, "level", "competency") for one in inner)
            if not isinstance(inner, (dict, list)) or not (means(key, "wrapper") or known):
                break
            tree, at = inner, below(at, key)
        if not isinstance(tree, dict):
            self.fill(root, tree, at, "", 0, "")
            return
        fields = Fields(tree, at)
        if file.is_markdown or any(isinstance(value, (dict, list)) for value in fields.left.values()):
            self.label(root, fields)
            self.describe(root, fields, whole=True)
            nested = any(isinstance(value, dict) or nests(value) for value in fields.left.values())
            if file.is_markdown and not nested:
                for key, value in fields.left.items():
                    if isinstance(value, str):
                        self.keep(root, key, value, below(at, key))
                    else:
                        self.left(root, value, below(at, key), key)
                return
            for key in [key for key, value in fields.left.items() if nested and isinstance(value, str)]:
                self.keep(root, key, str(fields.left.pop(key)), below(at, key))
        self.entries(root, fields, "", 0)

    def label(self, node: Node, fields: Fields) -> None:
        """Takes the name of a mapping."""
        title, key = fields.name("title")
        if title and key == "name" and (full := fields.name("title")[0]):
            node.id = title
            self.called(node, title, below(fields.at, key))
            title, key = full, "title"
        if title:
            node.label, node.text = title, self.text(title, below(fields.at, key), key, node, "label")

    def describe(self, node: Node, fields: Fields, *, whole: bool = False) -> None:
        """Takes what describes a name: its id, what it is about, its group, track, rank and other names."""
        name, key = fields.name("id")
        if name:
            node.id = node.id or name
            self.called(node, name, below(fields.at, key))
        for key in [one for one in fields.finds("about") if not nests(fields.left[one])]:
            if not isinstance(fields.left[key], dict):
                node.about += self.texts(fields.left.pop(key), below(fields.at, key), key, node)
        if whole:
            return
        level_like = node.hint == "level" or is_level(node.label)
        groups = "group category section pillar" if level_like else "group"
        for attribute, concept in (("group", groups), ("track", "track")):
            if isinstance(fields.left.get(key := fields.find(concept)), str):
                setattr(node, attribute, self.text(str(fields.left.pop(key)), below(fields.at, key), key, node))
        if not level_like and node.group is None and node.label:
            name, key = fields.name("competency")
            node.group = self.text(name, below(fields.at, key), key, node) if name else None
        code, key = fields.name("level") if node.label else ("", "")
        if code:
            self.called(node, code, below(fields.at, key))
            node.id, node.rank = node.id or code, _number(code)
        for key in fields.finds("rank"):
            if isinstance(fields.left[key], str) and (rank := _number(str(fields.left[key]))) is not None:
                node.rank = rank
                node.order = int(rank) if rank.is_integer() and level_like else node.order
                del fields.left[key]
        for key in fields.finds("alias"):
            for one in self.texts(fields.left.pop(key), below(fields.at, key), key, node):
                self.called(node, one.text, one.at)

    def called(self, node: Node, name: str, at: str) -> None:
        """Notes a further name."""
        node.names.append(name)
        node.beside.setdefault("names", []).append(self.text(name, at, "", node))

    def keep(self, node: Node, key: str, value: str, at: str) -> None:
        """A text of which nothing is known: as a key beginning with `x-` where it is no prose, else as left."""
        name = f"x-{trimmed(key).removeprefix('x-')}"
        if is_code(key) and is_code(value) and node.keys.setdefault(name, trimmed(value)) == trimmed(value):
            return
        self.left(node, value, at, key)

    def entries(self, node: Node, fields: Fields, slot: str, depth: int) -> None:
        """Adds what stands in a mapping below a node."""
        if depth > DEEPEST:
            self.left(node, fields.left, fields.at)
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

    def beside(self, fields: Fields, node: Node) -> dict[str, list[Text]]:
        """Takes examples and the like where they are texts, and not names with levels of their own below."""
        found: dict[str, list[Text]] = {}
        for concept, name in BESIDE.items():
            for key in [one for one in fields.finds(concept) if not isinstance(fields.left[one], dict)]:
                value, at = fields.left.pop(key), below(fields.at, key)
                if name != "links":
                    found.setdefault(name, []).extend(self.texts(value, at, key, node))
                    continue
                for number, inner in enumerate(value if isinstance(value, list) else [value], 1):
                    link = sorted(self.texts(inner, f"{at}[{number}]", key, node), key=lambda one: is_address(one.text))
                    if link:  # one with a label is `label: address`
                        words = ": ".join(one.text for one in link)
                        found.setdefault(name, []).append(link[0]._replace(text=words, below=tuple(link[1:])))
        return {name: texts for name, texts in found.items() if texts}

    def put(self, text: Text, beside: dict[str, list[Text]]) -> None:
        """What stands beside a statement."""
        known = self.ledger.beside.setdefault(text.id, {})
        for name, texts in beside.items():
            known.setdefault(name, []).extend(texts)

    # -- entries

    def entry(self, node: Node, key: str, value: Tree, at: str, slot: str, depth: int) -> None:
        nested = isinstance(value, dict) or nests(value)
        kind = next((one for one in KINDS if means(key, one)), "")
        words = spoken(tidy(key)).split()
        if (not nested and means(key, "statement")) or (
            not kind and nested and words and all(means(word, "statement", "example") for word in words)
        ):
            kind = "statement"  # exampleCriteria
        if not words:
            self.fill(node, value, at, slot, depth + 1, "")
        elif kind and nested:
            self.fill(node, value, at, f"{slot}/{plain(key)}", depth + 1, kind)
        elif kind in ("level", "competency") and slot == "" and _are_names(value):
            for number, one in enumerate(value if isinstance(value, list) else [], 1):
                child = Node(tidy(str(one)), f"{slot}/{plain(key)}/*", f"{at}[{number}]")
                child.text, child.hint = self.text(str(one), child.at, key, node, "label"), kind
                node.parts.append(child)
        elif kind in ("statement", "wrapper") or (kind and isinstance(value, list)):
            node.parts += self.texts(value, at, tidy(key), node)
        elif isinstance(value, str) and means(key, "note"):
            self.keep(node, key, value, at)
        else:
            self.child(node, key, value, at, slot, depth)

    def child(self, node: Node, key: str, value: Tree, at: str, slot: str, depth: int) -> None:
        """A key that names something."""
        child = Node(spoken(tidy(key)), f"{slot}/*", at)
        child.names = [tidy(key)] if spoken(tidy(key)) != tidy(key) else []
        child.text = self.text(key, at, "", node, "key")
        child.hint = _hint(slot)
        node.parts.append(child)
        if not isinstance(value, dict):
            self.fill(child, value, at, child.slot, depth + 1, "")
            return
        fields = Fields(value, at)
        if fields.name("title", take=False)[0]:
            self.called(child, tidy(key), at)
            child.id = tidy(key)
            self.label(child, fields)
        self.describe(child, fields)
        self.entries(child, fields, child.slot, depth + 1)

    def fill(self, node: Node, value: Tree, at: str, slot: str, depth: int, kind: str) -> None:
        """Adds to a node what stands in a value; `kind` is what the key above it says."""
        if depth > DEEPEST:
            self.left(node, value, at)
        elif isinstance(value, str):
            node.parts += self.texts(value, at, kind and slot.rpartition("/")[2], node)
        elif isinstance(value, dict):
            self.entries(node, Fields(value, at), slot, depth + 1)
        elif isinstance(value, list):
            records = _are_records(value, alone=not node.inside)
            for number, one in enumerate(value, 1):
                if isinstance(one, dict):
                    self.item(node, Fields(one, f"{at}[{number}]"), slot, depth + 1, records=records)
                else:
                    self.fill(node, one, f"{at}[{number}]", slot, depth + 1, kind)

    def item(self, node: Node, fields: Fields, slot: str, depth: int, *, records: bool) -> None:
        """One mapping of a list: a record, a name with what stands below it, or a statement."""
        named = fields.name("competency", take=False)[0] or fields.name("title", take=False)[0]
        if records and named and (levels := fields.names("level")):
            self.record(node, fields, levels, slot)
            return
        child = Node("", f"{slot}/*", fields.at)
        child.hint = _hint(slot)
        self.label(child, fields)
        for concept in ("level", "competency", "id"):
            if concept == "id" and not child.label and self.statement(node, fields):
                return
            name, key = ("", "") if child.label else fields.name(concept)
            if name:
                child.label, child.hint = name, child.hint if concept == "id" else concept
                child.text = self.text(name, below(fields.at, key), key, node, "label")
        if not child.label:
            self.entries(node, fields, slot, depth + 1)
            return
        node.parts.append(child)
        self.describe(child, fields)
        self.entries(child, fields, child.slot, depth + 1)

    def record(self, node: Node, fields: Fields, levels: list[str], slot: str) -> None:
        """A record that names its levels and its competency: it stands below both."""
        key = fields.find("level")
        del fields.left[key]
        theme, of = fields.name("competency")
        if not theme:
            theme, of = fields.name("title")
        group, _ = fields.name("group")
        theme_text = self.text(theme, below(fields.at, of), of, node, "label")
        said: list[Text] = []
        for number, level in enumerate(levels):
            outer = Node(level, f"{slot}/@level", fields.at)
            outer.hint, outer.text = "level", self.text(level, below(fields.at, key), key, node, "label")
            inner = Node(theme, f"{slot}/@competency", fields.at)
            inner.hint, inner.text = "competency", theme_text
            inner.group = self.text(group, fields.at, "group", node) if group else None
            node.parts.append(outer)
            outer.parts.append(inner)
            if number:
                inner.parts += said
                continue
            self.said(inner, fields)
            said = inner.texts
            self.left(inner, fields.left, fields.at)

    def statement(self, node: Node, fields: Fields) -> bool:
        """Takes a mapping that is a statement: a text with nothing nested beside it."""
        key = fields.find("statement") or fields.find("about")
        if not key or nests(fields.left[key]) or isinstance(fields.left[key], dict):
            return False
        others = [value for name, value in fields.left.items() if name != key and not means(name, *BESIDE)]
        if any(isinstance(value, (dict, list)) for value in others):
            return False
        self.said(node, fields)
        self.left(node, fields.left, fields.at)
        return True

    def said(self, node: Node, fields: Fields) -> None:
        """Takes the texts of a statement with what stands beside them."""
        beside = self.beside(fields, node)
        id_ = fields.name("id")[0]
        said: list[Text] = []
        if key := fields.find("statement") or fields.find("about"):
            texts = self.texts(fields.left.pop(key), below(fields.at, key), "", node)
            said = [one._replace(kind="whole", via="") for one in texts]
        node.parts += said or (said := beside.pop("examples", []))
        if not said:
            return
        self.put(said[0], beside)
        self.ids += [(said[0].id, id_)] if id_ else []
        for key, value in list(fields.left.items()):
            if isinstance(value, str) and is_code(value) and is_code(key):
                self.ledger.keys.setdefault(said[0].id, {})[f"x-{key}"] = trimmed(value)
                del fields.left[key]


def _hint(slot: str) -> str:
    """What the key right above says of a name."""
    word = slot.rpartition("/")[2]
    return next((kind for kind in ("level", "track", "competency") if word in WORDS[kind]), "")


def _number(value: str) -> float | None:
    return float(value) if re.fullmatch(r"-?\d{1,5}(\.\d{1,3})?", value.strip()) else None


def _are_names(value: Tree) -> bool:
    """Whether a list holds names rather than sentences."""
    texts = [str(one) for one in value] if isinstance(value, list) else []
    return bool(texts) and all(tidy(one) and len(one) <= FEW and not re.search(r"[.;!?]$|\n", one) for one in texts)


def _are_records(items: list[Any], *, alone: bool) -> bool:
    """Whether most of a list name a level and a competency each and say a text. `alone`: these must recur in it."""
    found: list[tuple[list[str], str, bool]] = []
    for item in items:
        if isinstance(item, dict):
            fields = Fields(item, "")
            levels, theme = fields.names("level"), fields.name("competency")[0]
            named = theme or fields.name("title")[0]
            texts = [item[key] for key in fields.finds("statement", "about", "example")]
            if levels and named and any(not nests(one) and not isinstance(one, dict) for one in texts):
                found.append((levels, named, bool(theme)))
    if not found or len(found) * 2 < len(items):
        return False
    named_levels, themes = {one for some, _, _ in found for one in some}, {theme for _, theme, _ in found}
    if not all(has for _, _, has in found):  # a name alone may be the level's as well as the competency's
        return len(found) > max(len(named_levels), len(themes))
    return not alone or len(found) > min(len(named_levels), len(themes)) or len(found) == 1


__all__ = ["document"]
