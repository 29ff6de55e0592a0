"""Tracks of milestones whose points add up to a level, as Medium publish theirs.

A track becomes a competency with a scale, a milestone a step of it. So that every step can be shown and compared each
milestone is a level, too, on a track of its own; the levels that points lead to stand on another and have thresholds.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from ladder.importing.draft import Draft, tidy
from ladder.importing.files import File, Tree
from ladder.importing.node import Ledger
from ladder.importing.scales import merge, scaled
from ladder.importing.sources.fields import Fields, below, leave, leaves, mappings

MILESTONES: Final = "milestones"
POINTS: Final = "milestonepoints points pointspermilestone"
THRESHOLDS: Final = "pointstolevels levels thresholds"
TITLES: Final = "titles jobtitles"

Found = tuple[Fields, Tree, str]
"""What stands beside the tracks, the tracks, and where these stand."""
Job = tuple[str, int, int | None]
"""A job title, and the points from and up to which it is held."""


def fits(files: Sequence[File]) -> list[File]:
    """The files that hold tracks with lists of milestones."""
    return [file for file in files if _tracks(file) is not None]


def read(files: Sequence[File], draft: Draft, ledger: Ledger) -> None:
    """Reads tracks, milestones and levels of points. The shape says which is which: nothing is transposed."""
    for file in files:
        if (found := _tracks(file)) is None:
            continue
        fields, tracks, at = found
        before = draft.statements
        added = [_competency(key, of, f"{at}[{key or n}]", draft) for n, (key, of) in enumerate(mappings(tracks), 1)]
        scales = [name for name in added if name]
        highest = _milestones(scales, draft)
        jobs = _points(fields, draft)
        said = {"title": fields.name("title")[0], "about": fields.text("about"), **fields.rest(draft)}
        merge(draft.head, said, fields.at, draft)
        draft.did.append(
            f"{file.name}: {len(scales)} competencies of up to {highest} milestones,"
            f" {draft.statements - before} statements, {jobs} levels by points"
        )


def _tracks(file: File) -> Found | None:
    """The parts of a file of this shape, which may be wrapped in one more mapping."""
    tree = file.tree_if_any if file.is_data else None
    if not isinstance(tree, dict):
        return None
    for at, of in [(file.name, tree), *((below(file.name, k), v) for k, v in tree.items() if isinstance(v, dict))]:
        for key, value in of.items():
            if _are_tracks(value):
                rest = {other: kept for other, kept in of.items() if other != key}
                rest |= {other: kept for other, kept in tree.items() if kept is not of and of is not tree}
                return Fields(rest, file.name), value, below(at, key)
    return (Fields({}, file.name), tree, f"{file.name}: ") if _are_tracks(tree) else None


def _are_tracks(value: Tree) -> bool:
    """Whether most of what stands here are tracks: mappings with a list of milestones."""
    entries: list[Any] = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    found = [one for one in entries if isinstance(one, dict) and isinstance(Fields(one, "").take(MILESTONES), list)]
    return bool(found) and len(found) * 2 >= len(entries)


def _competency(key: str, of: dict[str, Tree], at: str, draft: Draft) -> str:
    """Adds a track as a competency with its scale; empty where nothing names it."""
    fields = Fields(of, at)
    milestones, id, title = fields.take(MILESTONES), fields.name("id")[0], fields.name("title")[0]
    called = title or tidy(key) or id
    if not called or not isinstance(milestones, list):
        leave(of, at, draft)
        return ""
    said = {"group": fields.name("group")[0], "about": fields.text("about")}
    steps = [_step(str(n), one, below(at, f"milestones[{n}]"), draft) for n, one in enumerate(milestones, 1)]
    return scaled(draft, called, tidy(key) or id, **said, steps=steps, **fields.rest(draft))


def _step(id: str, milestone: Tree, at: str, draft: Draft) -> dict[str, Any]:
    """A milestone as a step: a text, texts, or a mapping with a summary, signals and examples."""
    step: dict[str, Any] = {"id": id, "title": f"Milestone {id}"}
    if isinstance(milestone, dict):
        fields = Fields(milestone, at)
        step["title"] = fields.name("title")[0] or step["title"]
        found, beside = fields.texts("statement"), fields.beside()
        found = found or beside.pop("signals", [])
        if not found:
            leave(list(beside.values()), at, draft)
        said = [{"text": text, **beside} if beside and place == 0 else text for place, text in enumerate(found)]
        step |= fields.rest(draft)
    else:
        said = [text for _, text, _ in leaves(milestone)]
    return step | ({"expects": said} if said else {})


def _milestones(scales: list[str], draft: Draft) -> int:
    """Adds a level for each milestone: what one expects whose every competency stands there."""
    steps = {name: [step["id"] for step in draft.competencies[name].get("steps", ())] for name in scales}
    highest = max(map(len, steps.values()), default=0)
    track = draft.track("Milestones") if highest else ""
    for number in range(1, highest + 1):
        level = draft.level(f"Milestone {number}", track=track, rank=number)
        for name in [name for name, ids in steps.items() if number <= len(ids)]:
            draft.cell(level, name)["step"] = steps[name][number - 1]
    return highest


def _points(fields: Fields, draft: Draft) -> int:
    """Adds what each milestone earns, and a level for each threshold."""
    earned = fields.take(POINTS)
    numbers = [_number(one) for one in earned] if isinstance(earned, list) else []
    if numbers and None not in numbers:
        draft.head.setdefault("points", {"per_step": numbers})
    else:
        leave(earned, below(fields.at, "points"), draft)
    jobs = _jobs(fields, draft)
    thresholds = _thresholds(fields, draft) or [(points, "") for points in sorted({lowest for _, lowest, _ in jobs})]
    track = draft.track("Levels by points", id="levels") if thresholds else ""
    used: set[str] = set()
    for rank, (points, name) in enumerate(thresholds, 1):
        mine = [job for job, lowest, highest in jobs if lowest <= points and (highest is None or points <= highest)]
        used |= set(mine)
        called = " / ".join(dict.fromkeys(mine))
        title = ": ".join(part for part in (name, called) if part) or f"{points} points"
        draft.level(title, id=name or called, track=track, rank=rank, points=points)
    for job in [job for job, _, _ in jobs if job not in used]:
        draft.leave(job, below(fields.at, "titles"))
    return len(thresholds)


def _thresholds(fields: Fields, draft: Draft) -> list[tuple[int, str]]:
    """The levels that points lead to, lowest first."""
    found: list[tuple[int, str]] = []
    value = fields.take(THRESHOLDS)
    for key, name in value.items() if isinstance(value, dict) else ():
        if (points := _number(key)) is not None and isinstance(name, str) and tidy(name):
            found.append((points, tidy(name)))
        else:
            leave({key: name}, below(fields.at, "levels"), draft)
    leave(None if isinstance(value, dict) else value, below(fields.at, "levels"), draft)
    return sorted(found)


def _jobs(fields: Fields, draft: Draft) -> list[Job]:
    """Job titles with the points that they take; the highest are None where that is open."""
    found: list[Job] = []
    for number, (key, of) in enumerate(mappings(fields.take(TITLES)), 1):
        one = Fields(of, f"{below(fields.at, 'titles')}[{key or number}]")
        label = one.name("title")[0] or tidy(key)
        lowest, highest = _number(one.take("minpoints min from")), _number(one.take("maxpoints max to"))
        if not label or lowest is None:
            leave(of, one.at, draft)
        else:
            leave(one.left, one.at, draft)
            found.append((label, lowest, highest))
    return found


def _number(value: Tree) -> int | None:
    return int(value) if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,12}\s*", value) else None


__all__ = ["fits", "read"]
