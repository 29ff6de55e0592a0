"""Any YAML or JSON document as a tree of names with what is said below each, before it is known what they name.

Keys such as `levels:` or `expectations:` name nothing themselves: they say what the names below them are. The tree
keeps them as bare branches, because where a name stands (its slot) tells more of it than its words.
"""

import re
from collections.abc import Iterator
from typing import Any

from ladder.frozen import Frozen
from ladder.importing.draft import Draft, tidy, trimmed
from ladder.importing.files import Tree
from ladder.importing.labels import is_level
from ladder.importing.trees.bare import (
    AREA,
    BARE,
    BESIDE,
    COMPETENCIES,
    FAMILIES,
    LEVEL_NAME,
    LEVELS,
    STATEMENTS,
    WRAPPERS,
    holds_lists,
    spoken,
)
from ladder.importing.trees.keys import (
    ABOUT,
    ALIASES,
    COMPETENCY,
    DEEPEST,
    GROUP,
    ID,
    LEVEL,
    LONGEST_NAME,
    NAME,
    RANK,
    TRACK,
    Keys,
    below,
    leave,
    plain_key,
    texts,
)


class Saying(Frozen):
    """A text with what stands beside it. `via` is the bare key below which it stands, if any."""

    text: str
    more: dict[str, Any]
    via: str
    at: str


class Branch:
    """A name and what stands below it. `hint` is 1 where keys call it a level and -1 where they call it something else.

    `slot` says where it stands: branches of one slot are names of one kind. `told`: the name is a text, and no key.
    """

    def __init__(
        self, title: str, slot: str, at: str, *, bare: bool = False, hint: int = 0, told: bool = False
    ) -> None:
        self.title = title
        self.slot = slot
        self.at = at
        self.bare = bare
        self.hint = hint
        self.told = told
        self.id = ""
        self.about: list[str] = []
        self.keys: dict[str, Any] = {}
        self.said: list[Saying] = []
        self.children: list[Branch] = []

    @property
    def named(self) -> list["Branch"]:
        """The names below it, through bare branches."""
        return [one for child in self.children for one in (child.named if child.bare else [child])]

    def walk(self, trail: tuple["Branch", ...] = ()) -> Iterator[tuple["Branch", ...]]:
        """Every branch below it in order, each as the way that leads to it."""
        for child in self.children:
            yield (*trail, child)
            yield from child.walk((*trail, child))


class Growing:
    """Makes branches of a document. What is deeper than anybody writes is left with the draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def root(self, tree: Tree, at: str, title: str = "", slot: str = "") -> Branch:
        """The document as one branch, which has its title and what it is about."""
        root = Branch(title, slot, at)
        while isinstance(tree, dict) and len(tree) == 1:
            [(key, inner)] = tree.items()
            wraps = plain_key(key) in WRAPPERS or (isinstance(inner, dict) and holds_lists(inner))
            if not wraps or not isinstance(inner, (dict, list)):
                break
            tree, at = inner, below(at, key)
        if isinstance(tree, dict) and any(isinstance(value, (dict, list)) for value in tree.values()):
            keys = Keys(tree, at)
            if title := keys.name():
                root.title, root.id = title, _code(keys)
                root.keys |= {"x-id": root.id} if root.id else {}
            elif title := keys.name(LEVEL):
                root.title, root.hint = title, 1
            _describe(root, keys)
            scalars = {key: value for key, value in keys.left.items() if isinstance(value, str)}
            if any(isinstance(value, dict) or _nests(value) for value in keys.left.values()):
                root.keys |= Keys(scalars, at).rest(self.draft)
                for key in scalars:
                    del keys.left[key]
            tree = keys.left
        self.fill(root, tree, at, 0)
        return root

    def fill(self, branch: Branch, value: Tree, at: str, depth: int) -> None:
        """Adds to a branch what stands in a value."""
        if depth > DEEPEST:
            leave(value, at, self.draft)
        elif isinstance(value, str):
            if trimmed(value):
                branch.said.append(Saying(trimmed(value), {}, "", at))
        elif isinstance(value, list):
            for number, item in enumerate(value, 1):
                self._item(branch, item, f"{at}[{number}]", depth)
        elif isinstance(value, dict):
            self._entries(branch, Keys(value, at), depth)

    def _item(self, branch: Branch, item: Tree, at: str, depth: int) -> None:
        """One of a list: a text, a name with what stands below it, or a statement with what stands beside it."""
        if not isinstance(item, dict):
            self.fill(branch, item, at, depth + 1)
            return
        keys = Keys(item, at)
        hint = _hint(branch)
        title = keys.name() if keys.has(NAME) else ""
        id = keys.name(ID) if title else ""
        if not title and (title := keys.name(LEVEL_NAME)):
            hint = 1
        elif not title and (title := keys.name(COMPETENCY)):
            hint = -1
        elif title and not id:
            id = _code(keys)
        if not title and self._statement(branch, keys):
            return
        title = title or keys.name(ID)
        if not title:
            self._entries(branch, keys, depth + 1)
            return
        child = Branch(title, f"{branch.slot}/*", at, hint=hint, told=True)
        child.id = id
        if id:
            child.keys["x-id"] = id
        branch.children.append(child)
        self._entries(child, keys, depth + 1)

    def _statement(self, branch: Branch, keys: Keys) -> bool:
        """Takes a mapping that is a statement: a text with nothing nested beside it."""
        looked = Keys(keys.left, keys.at)
        said = looked.texts(STATEMENTS) or looked.texts(ABOUT)
        looked.beside()
        if not said or any(isinstance(value, (dict, list)) for value in looked.left.values()):
            return False
        said, more = keys.texts(STATEMENTS) or keys.texts(ABOUT), keys.beside()
        if id := keys.name(ID):
            more["x-id"] = id
        more |= keys.rest(self.draft)
        for number, text in enumerate(said):
            branch.said.append(Saying(text, {} if number else more, "", keys.at))
        return True

    def _entries(self, branch: Branch, keys: Keys, depth: int) -> None:
        """Adds what stands in a mapping. What only describes a name goes to that name."""
        if depth > DEEPEST:
            leave(keys.left, keys.at, self.draft)
            return
        if branch.title and not branch.bare:
            _describe(branch, keys)
        more, before = _beside(keys), len(branch.said)
        for key, value in list(keys.left.items()):
            self._entry(branch, key, value, below(keys.at, key), depth)
        self._put_beside(branch, more, before, keys.at)

    def _entry(self, branch: Branch, key: str, value: Tree, at: str, depth: int) -> None:
        word, name = plain_key(key), tidy(key)
        if not name:
            self.fill(branch, value, at, depth + 1)
            return
        nests = isinstance(value, dict) or _nests(value)
        if word in BARE and not nests:
            if branch.slot == "" and word in LEVELS | COMPETENCIES and _are_names(value):
                self._names(branch, name, value, at)
            else:
                branch.said += [Saying(text, {}, name, at) for text in texts(value)]
            return
        if branch.bare and isinstance(value, str) and word in (*ABOUT, *NAME):
            self.fill(branch, value, at, depth)
            return
        bare = word in BARE
        slot = f"{branch.slot}/{word if bare else '*'}"
        child = Branch(name if bare else spoken(name), slot, at, bare=bare, hint=0 if bare else _hint(branch))
        child.id = name if child.title != name else ""
        branch.children.append(child)
        if not bare and isinstance(value, dict):
            inner = Keys(value, at)
            if title := inner.name():
                child.title, child.id, child.told = title, name, True
            self._entries(child, inner, depth + 1)
        else:
            self.fill(child, value, at, depth + 1)

    def _names(self, branch: Branch, name: str, value: Tree, at: str) -> None:
        """A list of bare names: the levels or competencies that the rest of the document is about."""
        child = Branch(name, f"{branch.slot}/{plain_key(name)}", at, bare=True)
        branch.children.append(child)
        for number, one in enumerate(texts(value), 1):
            child.children.append(Branch(tidy(one), f"{child.slot}/*", f"{at}[{number}]", hint=_hint(child), told=True))

    def _put_beside(self, branch: Branch, more: dict[str, Any], before: int, at: str) -> None:
        """Examples and the like belong to the text that they stand beside; without one they are statements.

        `before` is how many texts the branch had before this mapping.
        """
        if not more:
            return
        if not branch.said and not branch.children and branch.about:
            branch.said = [Saying(text, {}, "", at) for text in branch.about]
            branch.about = []
        if len(branch.said) > before:
            first = branch.said[before]
            together = {key: [*first.more.get(key, []), *found] for key, found in more.items()}
            branch.said[before] = first._replace(more={**first.more, **together})
        else:
            branch.said += [Saying(text, {}, key, at) for key, found in more.items() for text in found]


def _describe(branch: Branch, keys: Keys) -> None:
    """Takes what describes a name: what it is about, its group, track, rank and other names."""
    branch.about += _abouts(keys)
    groups = GROUP if branch.hint > 0 or is_level(branch.title) else (*GROUP, *AREA)
    for key, names in (("group", groups), ("track", TRACK)):
        if key not in branch.keys and (name := keys.name(names)):
            branch.keys[key] = name
    if "rank" not in branch.keys and (rank := keys.number(RANK)) is not None:
        branch.keys["rank"] = rank
    if others := keys.texts(ALIASES):
        branch.keys["aliases"] = [*branch.keys.get("aliases", []), *others]


def _abouts(keys: Keys) -> list[str]:
    """Takes all texts under keys that say what a name is about."""
    found = []
    while text := keys.text(ABOUT):
        found.append(text)
    return found


def _beside(keys: Keys) -> dict[str, Any]:
    """Takes examples and the like where they are texts, and not names with levels of their own below."""
    simple = {
        key: value for key, value in keys.left.items() if plain_key(key) in BESIDE and not isinstance(value, dict)
    }
    for key in simple:
        del keys.left[key]
    return Keys(simple, keys.at).beside()


def _hint(branch: Branch) -> int:
    """What a bare branch says of the names right below it."""
    word = branch.slot.rpartition("/")[2] if branch.bare else ""
    return 1 if word in LEVELS else -1 if word in COMPETENCIES | FAMILIES else 0


def _code(keys: Keys) -> str:
    """Takes the code of a level that has a title as well: `level: L4` beside `title: Senior engineer`."""
    for key in list(keys.left):
        value = keys.left[key]
        if plain_key(key) in LEVEL and isinstance(value, str) and len(trimmed(value)) <= LONGEST_NAME // 4:
            del keys.left[key]
            return tidy(value)
    return ""


def _nests(value: Tree) -> bool:
    return isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value)


def _are_names(value: Tree) -> bool:
    """Whether a list holds names rather than sentences."""
    said = texts(value) if isinstance(value, list) else []
    return bool(said) and all(
        tidy(one) and len(one) <= LONGEST_NAME // 2 and not re.search(r"[.;!?]$|\n", one) for one in said
    )


__all__ = ["Branch", "Growing", "Saying"]
