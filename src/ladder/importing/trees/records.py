"""Documents with a flat list of records, each of which names a level and a theme and says a text.

The Financial Times publish theirs so, and many tools export the like: a list of levels, a list of themes, and the
records. What a record, a theme or a level says beyond that is kept beside it, and no text of it is dropped.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from ladder.frozen import Frozen
from ladder.importing.draft import Draft, slug, tidy, trimmed
from ladder.importing.files import File, Tree
from ladder.importing.labels import aliases
from ladder.importing.trees.keys import (
    ABOUT,
    ALIASES,
    GROUP,
    ID,
    LEVEL,
    NAME,
    RANK,
    TEXT,
    TRACK,
    Keys,
    below,
    counted,
    forget_id,
    leave,
    mappings,
    merge,
    plain_key,
)
from ladder.importing.trees.recordlists import Document, document, theme_of

SIDES: Final = {
    "ic": "Individual contributor",
    "individual contributor": "Individual contributor",
    "pm": "People manager",
    "people manager": "People manager",
    "em": "Manager",
    "mgr": "Manager",
    "manager": "Manager",
    "management": "Manager",
}
"""What the end of a level's id or name says of its track, where only that differs."""

ENDING: Final = re.compile(rf"(?i)(.*\S)\s*[-_\s(]\s*({'|'.join(SIDES)})\)?")


class _Level(Frozen):
    """A level of one file, before all files are known."""

    id: str
    title: str
    side: str
    keys: dict[str, Any]


def fits(files: Sequence[File]) -> list[File]:
    """The files that hold a list of records, alone or with lists of the levels and themes that these name."""
    return [file for file in files if document(file) is not None]


def read(files: Sequence[File], draft: Draft, *, transpose: bool = False) -> None:
    """Reads each file as one family of levels. Records say themselves which axis is which: nothing is transposed."""
    found = [one for file in files if (one := document(file)) is not None]
    titles = [_title(one) for one in found]
    repeated = _repeated([title for one in found for _, title in _names(one.levels, one)]) if len(found) > 1 else set()
    if len(found) == 1:
        _head(found[0].keys, titles[0], draft)
    for one, title in zip(found, titles, strict=True):
        family = (title or one.file.stem) if len(found) > 1 else ""
        levels = _levels(one, draft, family, repeated)
        themes = _themes(one, draft)
        before = draft.statements
        _records(one, draft, levels, themes, family)
        draft.did.append(_did(one, len(set(levels.values())), len(set(themes.values())), draft.statements - before))
        if family:
            _family(one.keys, family, draft)


def _did(one: Document, levels: int, themes: int, statements: int) -> str:
    return f"{one.file.name}: {counted(levels, themes, statements)} in a list of records"


# --- the head ---


def _title(one: Document) -> str:
    return one.keys.name(NAME)


def _head(keys: Keys, title: str, draft: Draft) -> None:
    if title:
        draft.head.setdefault("title", title)
    if about := keys.text(ABOUT):
        draft.head.setdefault("about", about)
    merge(draft.head, keys.rest(draft), keys.at, draft)


def _family(keys: Keys, title: str, draft: Draft) -> None:
    """What is said of one of several families stands with its track."""
    track = draft.tracks[draft.track(title)]
    merge(track, {"about": keys.text(ABOUT), **keys.rest(draft)}, keys.at, draft)


# --- levels ---


def _repeated(titles: list[str]) -> set[str]:
    """The titles that several families have."""
    return {title for title, count in Counter(titles).items() if count > 1}


def _names(value: Tree, one: Document) -> list[tuple[str, str]]:
    """Ids and names of the levels of a list, without taking anything."""
    found = []
    for key, of in mappings(value):
        keys = Keys(of, "")
        name = keys.name()
        id = keys.name(ID) or tidy(key) or name
        if id:
            found.append((id, name or id))
    return found


def _levels(one: Document, draft: Draft, family: str, repeated: set[str]) -> dict[str, str]:
    """Adds the levels of a file, and returns their ids in the draft by what records may call them."""
    found: list[tuple[list[str], _Level]] = []
    for number, (key, of) in enumerate(mappings(one.levels), 1):
        keys = Keys(of, f"{below(one.keys.at, 'levels')}[{number}]")
        name, id = keys.name(), keys.name(ID)
        called = [word for word in dict.fromkeys((id, tidy(key), name)) if word]
        if not called:
            leave(of, keys.at, draft)
            continue
        said: dict[str, Any] = {
            "rank": keys.number(RANK),
            "summary": keys.text(ABOUT),
            "aliases": [*aliases(name or called[0]), *keys.all(ALIASES)],
        }
        track = keys.name(TRACK)
        if track:
            said["track"] = draft.track(track)
        found.append((called, _Level(called[0], name or called[0], _side(called), said | keys.rest(draft))))
    if all(level.keys["rank"] is not None for _, level in found):
        found.sort(key=lambda pair: pair[1].keys["rank"])
    _sides(found, draft, family)
    ids: dict[str, str] = {}
    for called, level in found:
        name = _add(level, draft, family, one.file.stem, repeated)
        ids |= {plain_key(word): name for word in called if plain_key(word) not in ids}
    return ids


def _add(level: _Level, draft: Draft, family: str, stem: str, repeated: set[str]) -> str:
    """Adds a level; in one of several families its id begins with the file's name."""
    id = f"{stem}-{level.id}" if family else level.id
    title = f"{level.title} ({family})" if level.title in repeated else level.title
    if family and "track" not in level.keys:
        level.keys["track"] = draft.track(family)
    name = draft.level(title, id=slug(id) or "level", **level.keys, **{"x-id": level.id})
    forget_id(draft.levels[name], name)
    return name


def _side(called: list[str]) -> str:
    """The ending of a level's id or name that may say its track, in lower case; empty where there is none."""
    for word in called:
        if end := ENDING.fullmatch(word):
            return end[2].lower()
    return ""


def _base(called: list[str]) -> str:
    for word in called:
        if end := ENDING.fullmatch(word):
            return end[1].casefold()
    return ""


def _sides(found: list[tuple[list[str], _Level]], draft: Draft, family: str) -> None:
    """Levels that differ only in such an ending are of different tracks, and of one rank where they are neighbours."""
    bases = [_base(called) for called, _ in found]
    twins = {base for base, count in Counter(bases).items() if base and count > 1}
    if not twins:
        return
    ranked = any(level.keys["rank"] is not None for _, level in found)
    rank, before = 0, ""
    for base, (_, level) in zip(bases, found, strict=True):
        if not (base in twins and base == before):
            rank += 1
        before = base
        if level.side and "track" not in level.keys:
            side = SIDES[level.side]
            level.keys["track"] = draft.track(f"{family}: {side}" if family else side)
        if not ranked:
            level.keys["rank"] = rank


# --- themes ---


def _themes(one: Document, draft: Draft) -> dict[str, str]:
    """Adds the themes of a file, and returns their ids in the draft by what records may call them."""
    ids: dict[str, str] = {}
    for number, (key, of) in enumerate(mappings(one.themes), 1):
        keys = Keys(of, f"{below(one.keys.at, 'themes')}[{number}]")
        name, id = keys.name(), keys.name(ID)
        called = [word for word in dict.fromkeys((id, tidy(key), name)) if word]
        if not called:
            leave(of, keys.at, draft)
            continue
        group, about = keys.name(GROUP), keys.text(ABOUT)
        theme = _theme(draft, name or called[0], called[0], group, set(ids.values()))
        merge(draft.competencies[theme], {"about": about, "x-id": id, **keys.rest(draft)}, keys.at, draft)
        forget_id(draft.competencies[theme], theme)
        ids |= {plain_key(word): theme for word in called if plain_key(word) not in ids}
    return ids


def _theme(draft: Draft, title: str, id: str, group: str, mine: set[str]) -> str:
    """The competency with this title, which another family may have added; `mine` are this family's others."""
    for name, known in draft.competencies.items():
        if name not in mine and known["title"] == title and known.get("group", "") == group:
            return name
    return draft.competency(title, id=slug(id), **({"group": group} if group else {}))


# --- records ---


def _records(one: Document, draft: Draft, levels: dict[str, str], themes: dict[str, str], family: str) -> None:
    records = [(number, item) for number, item in enumerate(one.records, 1)]
    shared = _shared_ids([item for _, item in records])
    for number, item in records:
        at = f"{one.records_at}[{number}]"
        if not isinstance(item, dict):
            leave(item, at, draft)
            continue
        keys = Keys(item, at)
        named, theme = keys.texts(LEVEL), theme_of(keys)
        if not (named and theme):
            leave(item, at, draft)
            continue
        group = keys.name(GROUP)
        competency = themes.get(plain_key(theme)) or _new_theme(draft, themes, theme, group)
        if group and draft.competencies[competency].setdefault("group", group) != group:
            draft.leave(group, below(at, "group"))
        _say(keys, draft, [_level(draft, levels, level, family, one) for level in named], competency, shared)


def _say(keys: Keys, draft: Draft, levels: list[str], competency: str, shared: set[str]) -> None:
    """Says a record's texts in the cell of each of its levels."""
    said, more = keys.texts(TEXT), keys.beside()
    id = keys.name(ID)
    if id:
        more["id" if id in shared and len(said) == 1 else "x-id"] = id
    more |= keys.rest(draft)
    if not said:
        said = more.pop("examples", [])
    if not said:
        leave(more, keys.at, draft)
    for level in levels:
        for number, text in enumerate(said):
            draft.say(level, competency, text, **(more if number == 0 else {}))


def _shared_ids(records: list[Any]) -> set[str]:
    """Ids that several records have: they name a subject. One that only one record has tells nothing of others."""
    ids = [Keys(item, "").name(ID) for item in records if isinstance(item, dict)]
    return {id for id, count in Counter(ids).items() if id and count > 1}


def _level(draft: Draft, levels: dict[str, str], named: str, family: str, one: Document) -> str:
    """The level that a record names, added where no list has it."""
    word = plain_key(named) or trimmed(named)
    if word not in levels:
        levels[word] = _add(_Level(tidy(named), tidy(named), "", {}), draft, family, one.file.stem, set())
    return levels[word]


def _new_theme(draft: Draft, themes: dict[str, str], named: str, group: str) -> str:
    theme = _theme(draft, named, named, group, set(themes.values()))
    themes[plain_key(named)] = theme
    return theme


__all__ = ["fits", "read"]
