"""Where in a document its list of records stands: mappings that each name a level and a theme and say a text."""

from typing import Any, Final

from ladder.frozen import Frozen
from ladder.importing.files import File, Tree
from ladder.importing.trees.keys import COMPETENCY, LEVEL, TEXT, Keys, below

LEVELS: Final = ("levels", "grades", "bands", "ranks", "tiers", "stages", "rungs", "roles", "positions")
THEMES: Final = (
    "themes", "dimensions", "competencies", "skills", "categories", "areas", "attributes", "axes", "capabilities",
    "topics", "domains", "pillars", "groups",
)  # fmt: skip


class Document(Frozen):
    """One file's parts. `wrapped` are the keys around them."""

    file: File
    keys: Keys
    levels: Tree
    themes: Tree
    records: tuple[Any, ...]
    records_at: str


def document(file: File) -> Document | None:
    """The parts of a file of this shape."""
    if file.suffix not in (".json", ".yaml", ".yml"):
        return None
    tree, at = file.tree_if_any, file.name
    if isinstance(tree, dict) and len(tree) == 1:
        [(key, inner)] = tree.items()
        if isinstance(inner, dict):
            tree, at = inner, below(at, key)
    if isinstance(tree, list):
        return Document(file, Keys({}, at), None, None, tuple(tree), at) if _are_records(tree, alone=True) else None
    if not isinstance(tree, dict):
        return None
    keys = Keys(tree, at)
    for key, value in tree.items():
        if not (isinstance(value, list) and _are_records(value)):
            continue
        del keys.left[key]
        levels, themes = keys.value(LEVELS), keys.value(THEMES)
        if levels is None and themes is None and not _are_records(value, alone=True):
            return None
        return Document(file, keys, levels, themes, tuple(value), below(at, key))
    return None


def _are_records(items: list[Any], *, alone: bool = False) -> bool:
    """Whether most of a list are records. Without lists beside it (`alone`), levels or themes must recur in it."""
    read = [(Keys(item, ""), Keys(item, "").has(COMPETENCY)) for item in items if _is_record(item)]
    if not read or len(read) * 2 < len(items):
        return False
    named = [(keys.texts(LEVEL), theme_of(keys)) for keys, _ in read]
    levels, themes = {one for some, _ in named for one in some}, {theme for _, theme in named}
    if not all(has for _, has in read):  # a name alone may be the level's as well as the theme's
        return len(named) > max(len(levels), len(themes))
    return not alone or len(named) > min(len(levels), len(themes)) or len(named) == 1


def _is_record(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    keys = Keys(item, "")
    levels = keys.texts(LEVEL)
    theme = theme_of(keys)
    return bool(levels and theme and keys.texts(TEXT)) and all(len(level) <= 80 for level in levels)


def theme_of(keys: Keys) -> str:
    """Takes the theme that a record names; a plain name is one where no key says so."""
    return keys.name(COMPETENCY) or keys.name()


__all__ = ["Document", "document", "theme_of"]
