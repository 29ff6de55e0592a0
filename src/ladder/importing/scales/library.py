"""A library of competencies that roles refer to, as UNiDAYS publish theirs: several files that make one ladder.

A library file holds topics, each with steps of its own and their criteria; a role file departments, roles and their
levels, which say by `file/topic/step` what is required and what is optional. What leads nowhere is kept and said.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder.frozen import Frozen
from ladder.importing.draft import Draft, fresh, tidy, trimmed
from ladder.importing.files import File, Tree
from ladder.importing.node import Ledger
from ladder.importing.scales.keys import ABOUT, DEEPEST, ID, Keys, below, leave, leaves, mappings, merge, scaled, texts

PATH: Final = ("path", *ID)
TOPICS: Final = ("topics",)
STEPS: Final = ("levels", "steps")
CRITERIA: Final = ("criteria", "expectations", "statements")
DEPARTMENTS: Final = ("departments", "teams", "groups")
ROLES: Final = ("roles",)
COMPETENCIES: Final = ("competencies",)
REQUIRED: Final = ("required", "mandatory")
OPTIONAL: Final = ("optional", "desirable")
REFERENCE: Final = re.compile(r"[^\s/]+(/[^\s/]+){1,3}")
KINDS: Final = (".json", ".yaml", ".yml")


class _Step(Frozen):
    """Where a reference leads: a step of a competency, the `place`-th from below."""

    competency: str
    id: str
    place: int


class _Role(Frozen):
    """A role with the departments it belongs to, or what is left of a department itself."""

    keys: Keys
    departments: tuple[str, ...]


Library = dict[str, _Step]
"""Steps by what refers to them."""


def fits(files: Sequence[File]) -> list[File]:
    """The files that are part of a library, or that hold roles which refer to one."""
    return [file for file in files if _is_library(file) or _is_roles(file)]


def read(files: Sequence[File], draft: Draft, ledger: Ledger) -> None:
    """Reads all files as one ladder. References say which axis is which: nothing is transposed."""
    library: Library = {}
    for file in files:
        if _is_library(file):
            _read_library(file, draft, library)
    criteria, roles = draft.statements, [file for file in files if _is_roles(file)]
    lost = sum([_read_roles(file, draft, library) for file in roles])
    draft.did.append(
        f"a library of {len(draft.competencies)} competencies with {criteria} criteria"
        + (f", to which {len(draft.levels)} levels of {len(draft.tracks)} roles refer" if roles else "")
    )
    if lost:
        draft.did.append(f"references that could not be placed, kept under x-unplaced: {lost}")
    if not roles:
        _levels_of_steps(draft)


# --- recognising ---


def _is_library(file: File) -> bool:
    tree = _tree(file)
    topics = Keys(tree, "").value(TOPICS)
    steps = [Keys(step, "") for _, topic in mappings(topics) for _, step in mappings(Keys(topic, "").value(STEPS))]
    return bool(steps) and any(step.has(CRITERIA) for step in steps)


def _is_roles(file: File) -> bool:
    found = [reference for role in _roles(Keys(_tree(file), ""), (), []) for reference in _references(role)]
    return bool(found) and sum(bool(REFERENCE.fullmatch(one)) for one in found) * 2 > len(found)


def _references(role: _Role) -> list[str]:
    """Everything that the levels of a role refer to."""
    return [
        reference
        for _, level in mappings(role.keys.value(STEPS))
        if isinstance(wanted := Keys(level, "").value(COMPETENCIES), dict)
        for names in (REQUIRED, OPTIONAL)
        for reference in texts(Keys(wanted, "").value(names))
    ]


def _tree(file: File) -> dict[str, Tree]:
    tree = file.tree_if_any if file.suffix in KINDS else None
    return tree if isinstance(tree, dict) else {}


# --- the library ---


def _read_library(file: File, draft: Draft, library: Library) -> None:
    """Adds the topics of a file as competencies with scales; the file's title is their group."""
    keys = Keys(_tree(file), file.name)
    topics, path, group = keys.value(TOPICS), keys.name(PATH), keys.name()
    said = {"summary": keys.text(ABOUT), **keys.rest(draft)}
    group = group or path or file.stem
    if kept := {key: value for key, value in said.items() if value}:
        merge(draft.head.setdefault("x-groups", {}).setdefault(group, {}), kept, keys.at, draft)
    for number, (key, of) in enumerate(mappings(topics), 1):
        at = f"{below(file.name, 'topics')}[{key or number}]"
        topic = Keys(of, at)
        listed, own, title = mappings(topic.value(STEPS)), topic.name(PATH) or tidy(key), topic.name()
        called = title or own
        if not called:
            leave(of, at, draft)
            continue
        steps: list[dict[str, Any]] = []
        paths = [
            _add_step(word, Keys(step, f"{below(at, 'levels')}[{word or place}]"), steps, draft)
            for place, (word, step) in enumerate(listed, 1)
        ]
        about = topic.text(ABOUT)
        name = scaled(draft, called, own, group=group, about=about, steps=steps, **topic.rest(draft))
        for place, step_path in enumerate(paths):
            found = _Step(name, steps[place]["id"], place)
            for first in dict.fromkeys((path, file.stem)):
                if first:
                    library.setdefault(f"{first}/{own or called}/{step_path}".casefold(), found)
            library.setdefault(f"{own or called}/{step_path}".casefold(), found)


def _add_step(word: str, keys: Keys, steps: list[dict[str, Any]], draft: Draft) -> str:
    """Adds a step to a scale, and returns what references call it."""
    path, title = keys.name(PATH) or tidy(word), keys.name()
    called = path or title or str(len(steps) + 1)
    expects = _criteria(keys.value(CRITERIA), keys, draft)
    said = {"title": title, "expects": expects, "x-summary": keys.text(ABOUT), **keys.rest(draft)}
    id = fresh(called, [step["id"] for step in steps], "step")
    steps.append({"id": id, **{key: value for key, value in said.items() if value}})
    return called


def _criteria(value: Tree, keys: Keys, draft: Draft) -> list[Any]:
    """Criteria: texts, or mappings with a text and what stands beside it."""
    found: list[Any] = []
    for number, one in enumerate(value if isinstance(value, list) else [value], 1):
        if not isinstance(one, dict):
            found += texts(one)
            continue
        inner = Keys(one, f"{below(keys.at, 'criteria')}[{number}]")
        text, beside = inner.text(("text", "title", "name", *ABOUT)), inner.beside()
        rest = inner.rest(draft)
        if text:
            found.append({"text": text, **beside, **rest})
        else:
            leave(list(beside.values()), inner.at, draft)
    return found


# --- roles ---


def _roles(keys: Keys, departments: tuple[str, ...], above: list[_Role]) -> Iterator[_Role]:
    """The roles of a department and of those in it, in their order; what else departments say is put `above`."""
    path, title = keys.name(PATH), keys.name()
    title = title or path
    within = (*departments, title) if title else departments
    inner, roles = mappings(keys.value(DEPARTMENTS)), mappings(keys.value(ROLES))
    above.append(_Role(keys, within))
    if title and not (inner or roles):
        keys.left["title"] = title
    for number, (key, of) in enumerate(inner, 1):
        at = f"{below(keys.at, 'departments')}[{number}]"
        if len(within) < DEEPEST:
            yield from _roles(Keys({"title": key, **of} if key else of, at), within, above)
        else:
            above.append(_Role(Keys(of, at), within))
    for number, (key, of) in enumerate(roles, 1):
        yield _Role(Keys({"title": key, **of} if key else of, f"{below(keys.at, 'roles')}[{number}]"), within)


def _read_roles(file: File, draft: Draft, library: Library) -> int:
    """Adds a track for each role and the levels of it; returns how many references could not be placed."""
    lost = 0
    above: list[_Role] = []
    for role in _roles(Keys(_tree(file), file.name), (), above):
        keys = role.keys
        levels, title, path = mappings(keys.value(STEPS)), keys.name(), keys.name(PATH)
        called = title or path or "Role"
        if any(track.get("title") == called for track in draft.tracks.values()):
            called = f"{called} ({' / '.join(role.departments)})"
        track = draft.track(called, id=path or called)
        said = {"about": keys.text(ABOUT), "x-department": " / ".join(role.departments), **keys.rest(draft)}
        merge(draft.tracks[track], said, keys.at, draft)
        for rank, (key, of) in enumerate(levels, 1):
            lost += _read_level(
                Keys(of, f"{below(keys.at, 'levels')}[{key or rank}]"), key, track, rank, draft, library
            )
    for one in above:
        if kept := one.keys.rest(draft):
            known = draft.head.setdefault("x-departments", {}).setdefault(" / ".join(one.departments), {})
            merge(known, kept, one.keys.at, draft)
    return lost


def _read_level(keys: Keys, key: str, track: str, rank: int, draft: Draft, library: Library) -> int:
    path, title = keys.name(PATH) or tidy(key), keys.name()
    wanted, summary = keys.value(COMPETENCIES), keys.text(ABOUT)
    level = draft.level(title or path or f"Level {rank}", id=path, track=track, rank=rank, summary=summary)
    asked = Keys(wanted if isinstance(wanted, dict) else {"required": wanted}, below(keys.at, "competencies"))
    lost = 0
    for part, names in ((part, names) for names in (REQUIRED, OPTIONAL) for part in (asked, keys)):
        for at, reference in leaves(part.value(names), below(part.at, names[0])):
            step = library.get(reference.casefold().strip("/"))
            if step is None:
                draft.leave(reference, at)
                lost += 1
            else:
                lost += _refer(level, step, reference, at, draft, optional=names is OPTIONAL)
    merge(draft.levels[level], keys.rest(draft), keys.at, draft)
    merge(draft.levels[level], asked.rest(draft), asked.at, draft)
    return lost


def _refer(level: str, step: _Step, reference: str, at: str, draft: Draft, *, optional: bool) -> bool:
    """Notes a step in a level's cell; true where another one keeps the cell.

    Of two steps of one competency the required one stays, of two required ones the higher, which includes the lower.
    """
    cell = draft.cell(level, step.competency)
    if not cell:
        cell |= {"step": step.id, "optional": True} if optional else {"step": step.id}
        return False
    ids = [one["id"] for one in draft.competencies[step.competency]["steps"]]
    if cell.get("optional", False) == optional and ids.index(cell["step"]) < step.place:
        reference, cell["step"] = f"{step.competency}/{cell['step']}", step.id
    draft.leave(reference, at)
    return True


def _levels_of_steps(draft: Draft) -> None:
    """Where no role refers to the library, the steps themselves are the levels, in the order in which they appear."""
    levels: dict[str, str] = {}
    for name, competency in draft.competencies.items():
        for step in competency.get("steps", ()):
            if step["id"] not in levels:
                levels[step["id"]] = draft.level(trimmed(step.get("title", step["id"])), id=step["id"])
            draft.cell(levels[step["id"]], name)["step"] = step["id"]


__all__ = ["fits", "read"]
