"""Tracks of milestones whose points add up to a level, as Medium publish theirs.

A track becomes a competency with a scale, a milestone a step of it. So that every step can be shown and compared each
milestone is a level, too, on a track of its own; the levels that points lead to stand on another and have thresholds.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from ladder.frozen import Frozen
from ladder.importing.draft import Draft, tidy
from ladder.importing.files import File, Tree
from ladder.importing.node import Ledger
from ladder.importing.scales.keys import (
    ABOUT,
    GROUP,
    ID,
    NAME,
    TEXT,
    Keys,
    below,
    leave,
    mappings,
    merge,
    scaled,
    texts,
)

MILESTONES: Final = ("milestones",)
POINTS: Final = ("milestonepoints", "points", "pointspermilestone")
THRESHOLDS: Final = ("pointstolevels", "levels", "thresholds")
TITLES: Final = ("titles", "jobtitles")
LOWEST: Final = ("minpoints", "min", "from")
HIGHEST: Final = ("maxpoints", "max", "to")
MOST_POINTS: Final = 10**12


class _Document(Frozen):
    """One file: what stands beside its tracks, and these."""

    keys: Keys
    tracks: Tree
    tracks_at: str


class _Title(Frozen):
    """A job title and the points that it takes; `highest` is None where it is open."""

    label: str
    lowest: int
    highest: int | None


def fits(files: Sequence[File]) -> list[File]:
    """The files that hold tracks with lists of milestones."""
    return [file for file in files if _document(file) is not None]


def read(files: Sequence[File], draft: Draft, ledger: Ledger) -> None:
    """Reads tracks, milestones and levels of points. The shape says which is which: nothing is transposed."""
    for file in files:
        one = _document(file)
        if one is None:
            continue
        before = draft.statements
        scales = [
            added
            for number, (key, of) in enumerate(mappings(one.tracks), 1)
            if (added := _competency(key, of, f"{one.tracks_at}[{key or number}]", draft))
        ]
        highest = _milestones(scales, draft)
        jobs = _points(one.keys, draft)
        said = {"title": one.keys.name(NAME), "about": one.keys.text(ABOUT), **one.keys.rest(draft)}
        merge(draft.head, said, one.keys.at, draft)
        draft.did.append(
            f"{file.name}: {len(scales)} competencies of up to {highest} milestones,"
            f" {draft.statements - before} statements, {jobs} levels by points"
        )


def _document(file: File) -> _Document | None:
    """The parts of a file of this shape, which may be wrapped in one more mapping."""
    if file.suffix not in (".json", ".yaml", ".yml"):
        return None
    tree = file.tree_if_any
    if not isinstance(tree, dict):
        return None
    for at, of in [(file.name, tree), *((below(file.name, k), v) for k, v in tree.items() if isinstance(v, dict))]:
        for key, value in of.items():
            if _are_tracks(value):
                rest = {other: kept for other, kept in of.items() if other != key}
                if of is not tree:
                    rest |= {other: kept for other, kept in tree.items() if kept is not of}
                return _Document(Keys(rest, file.name), value, below(at, key))
    if _are_tracks(tree):
        return _Document(Keys({}, file.name), tree, f"{file.name}: ")
    return None


def _are_tracks(value: Tree) -> bool:
    """Whether most of what stands here are tracks: mappings with a list of milestones."""
    entries: list[Any] = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    found = [one for one in entries if isinstance(one, dict) and isinstance(Keys(one, "").value(MILESTONES), list)]
    return bool(found) and len(found) * 2 >= len(entries)


def _competency(key: str, of: dict[str, Tree], at: str, draft: Draft) -> str:
    """Adds a track as a competency with its scale; empty where nothing names it."""
    keys = Keys(of, at)
    milestones, id, title = keys.value(MILESTONES), keys.name(ID), keys.name(NAME)
    called = title or tidy(key) or id
    if not called or not isinstance(milestones, list):
        leave(of, at, draft)
        return ""
    said = {"group": keys.name(GROUP), "about": keys.text(ABOUT)}
    steps = [
        _step(str(number), one, below(at, f"milestones[{number}]"), draft) for number, one in enumerate(milestones, 1)
    ]
    return scaled(draft, called, tidy(key) or id, **said, steps=steps, **keys.rest(draft))


def _step(id: str, milestone: Tree, at: str, draft: Draft) -> dict[str, Any]:
    """A milestone as a step: a text, texts, or a mapping with a summary, signals and examples."""
    step: dict[str, Any] = {"id": id, "title": f"Milestone {id}"}
    if not isinstance(milestone, dict):
        said: list[Any] = list(texts(milestone))
    else:
        keys = Keys(milestone, at)
        step["title"] = keys.name(NAME) or step["title"]
        found, beside = keys.texts(TEXT), keys.beside()
        if not found and beside.get("signals"):
            found = beside.pop("signals")
        if not found:
            leave(list(beside.values()), at, draft)
        said = [{"text": text, **beside} if beside and place == 0 else text for place, text in enumerate(found)]
        step |= keys.rest(draft)
    return step | ({"expects": said} if said else {})


def _milestones(scales: list[str], draft: Draft) -> int:
    """Adds a level for each milestone: what one expects whose every competency stands there."""
    steps = {name: [step["id"] for step in draft.competencies[name].get("steps", ())] for name in scales}
    highest = max((len(ids) for ids in steps.values()), default=0)
    track = draft.track("Milestones") if highest else ""
    for number in range(1, highest + 1):
        level = draft.level(f"Milestone {number}", track=track, rank=number)
        for name, ids in steps.items():
            if number <= len(ids):
                draft.cell(level, name)["step"] = ids[number - 1]
    return highest


def _points(keys: Keys, draft: Draft) -> int:
    """Adds what each milestone earns, and a level for each threshold."""
    earned = keys.value(POINTS)
    if isinstance(earned, list) and earned and all(_number(one) is not None for one in earned):
        draft.head.setdefault("points", {"per_step": [_number(one) for one in earned]})
    else:
        leave(earned, below(keys.at, "points"), draft)
    titles = _titles(keys, draft)
    thresholds = _thresholds(keys, draft) or [(points, "") for points in sorted({one.lowest for one in titles})]
    track = draft.track("Levels by points", id="levels") if thresholds else ""
    used: set[_Title] = set()
    for rank, (points, name) in enumerate(thresholds, 1):
        mine = [one for one in titles if one.lowest <= points and (one.highest is None or points <= one.highest)]
        used |= set(mine)
        called = " / ".join(dict.fromkeys(one.label for one in mine))
        title = ": ".join(part for part in (name, called) if part) or f"{points} points"
        draft.level(title, id=name or called, track=track, rank=rank, points=points)
    for one in titles:
        if one not in used:
            draft.leave(one.label, below(keys.at, "titles"))
    return len(thresholds)


def _thresholds(keys: Keys, draft: Draft) -> list[tuple[int, str]]:
    """The levels that points lead to, lowest first."""
    found = []
    value = keys.value(THRESHOLDS)
    if not isinstance(value, dict):
        leave(value, below(keys.at, "levels"), draft)
        return []
    for key, name in value.items():
        if (points := _number(key)) is not None and isinstance(name, str) and tidy(name):
            found.append((points, tidy(name)))
        else:
            leave({key: name}, below(keys.at, "levels"), draft)
    return sorted(found)


def _titles(keys: Keys, draft: Draft) -> list[_Title]:
    """Job titles with the points that they take."""
    found = []
    for number, (key, of) in enumerate(mappings(keys.value(TITLES)), 1):
        one = Keys(of, f"{below(keys.at, 'titles')}[{key or number}]")
        label = one.name() or tidy(key)
        lowest, highest = _number(one.value(LOWEST)), _number(one.value(HIGHEST))
        if not label or lowest is None:
            leave(of, one.at, draft)
            continue
        leave(one.left, one.at, draft)
        found.append(_Title(label, lowest, highest))
    return found


def _number(value: Tree) -> int | None:
    digits = value.strip() if isinstance(value, str) else ""
    return int(digits) if re.fullmatch(r"[0-9]{1,12}", digits) else None


__all__ = ["fits", "read"]
