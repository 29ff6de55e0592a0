"""A library of competencies that roles refer to, as UNiDAYS publish theirs: several files that make one ladder.

A library file holds topics, each with steps of its own and their criteria; a role file departments, roles and their
levels, which say by `file/topic/step` what is required and what is optional. What leads nowhere is kept and said.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder.importing.draft import Draft, fresh, tidy, trimmed
from ladder.importing.files import File, Tree
from ladder.importing.node import Ledger
from ladder.importing.scales import merge, scaled
from ladder.importing.sources.fields import Fields, below, leave, leaves, mappings
from ladder.importing.words import IDS, VOCABULARY

PATH: Final = f"path {' '.join(IDS)}"
TOPICS: Final = "topics"
STEPS: Final = "levels steps"
CRITERIA: Final = "criteria expectations statements"
DEPARTMENTS: Final = "departments teams groups"
COMPETENCIES: Final = "competencies"
WANTED: Final = "required mandatory", "optional desirable"
REFERENCE: Final = re.compile(r"[^\s/]+(/[^\s/]+){1,3}")
DEEPEST: Final = 30

Step = tuple[str, str, int]
"""Where a reference leads: a competency, the id of its step, and which step from below that is."""
Library = dict[str, Step]
"""Steps by what refers to them."""
Role = tuple[Fields, tuple[str, ...]]
"""A role with the departments it belongs to, or what is left of a department itself."""


def fits(files: Sequence[File]) -> list[File]:
    """The files that are part of a library, or that hold roles which refer to one."""
    return [file for file in files if _is_library(file) or _is_roles(file)]


def read(files: Sequence[File], draft: Draft, ledger: Ledger) -> None:
    """Reads all files as one ladder. References say which axis is which: nothing is transposed."""
    library: Library = {}
    for file in filter(_is_library, files):
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


# -- recognising


def _is_library(file: File) -> bool:
    topics = Fields(_tree(file), "").take(TOPICS)
    steps = [Fields(step, "") for _, topic in mappings(topics) for _, step in mappings(Fields(topic, "").take(STEPS))]
    return any(step.find(CRITERIA) for step in steps)


def _is_roles(file: File) -> bool:
    found = []
    for fields, _ in _roles(Fields(_tree(file), ""), (), []):
        for _, level in mappings(fields.take(STEPS)):
            wanted = Fields(level, "").take(COMPETENCIES)
            if isinstance(wanted, dict):
                found += [text for names in WANTED for _, text, _ in leaves(Fields(wanted, "").take(names))]
    return bool(found) and sum(bool(REFERENCE.fullmatch(one)) for one in found) * 2 > len(found)


def _tree(file: File) -> dict[str, Tree]:
    tree = file.tree_if_any if file.is_data else None
    return tree if isinstance(tree, dict) else {}


# -- the library


def _read_library(file: File, draft: Draft, library: Library) -> None:
    """Adds the topics of a file as competencies with scales; the file's title is their group."""
    fields = Fields(_tree(file), file.name)
    topics, path, group = fields.take(TOPICS), fields.name(PATH)[0], fields.name("title")[0]
    group = group or path or file.stem
    if said := {key: value for key, value in (("summary", fields.text("about")), *fields.rest(draft).items()) if value}:
        merge(draft.head.setdefault("x-groups", {}).setdefault(group, {}), said, fields.at, draft)
    for number, (key, of) in enumerate(mappings(topics), 1):
        at = f"{below(file.name, 'topics')}[{key or number}]"
        topic = Fields(of, at)
        listed, own = mappings(topic.take(STEPS)), topic.name(PATH)[0] or tidy(key)
        called = topic.name("title")[0] or own
        if not called:
            leave(of, at, draft)
            continue
        steps: list[dict[str, Any]] = []
        paths = [
            _add_step(word, Fields(step, f"{below(at, 'levels')}[{word or place}]"), steps, draft)
            for place, (word, step) in enumerate(listed, 1)
        ]
        about = topic.text("about")
        name = scaled(draft, called, own, group=group, about=about, steps=steps, **topic.rest(draft))
        for place, step in enumerate(paths):
            for first in (f"{path}/" if path else "", f"{file.stem}/", ""):
                library.setdefault(f"{first}{own or called}/{step}".casefold(), (name, steps[place]["id"], place))


def _add_step(word: str, fields: Fields, steps: list[dict[str, Any]], draft: Draft) -> str:
    """Adds a step to a scale, and returns what references call it."""
    path, title = fields.name(PATH)[0] or tidy(word), fields.name("title")[0]
    called = path or title or str(len(steps) + 1)
    expects = _criteria(fields.take(CRITERIA), fields.at, draft)
    said = {"title": title, "expects": expects, "x-summary": fields.text("about"), **fields.rest(draft)}
    id = fresh(called, [step["id"] for step in steps], "step")
    steps.append({"id": id, **{key: value for key, value in said.items() if value}})
    return called


def _criteria(value: Tree, at: str, draft: Draft) -> list[Any]:
    """Criteria: texts, or mappings with a text and what stands beside it."""
    found: list[Any] = []
    for number, one in enumerate(value if isinstance(value, list) else [value], 1):
        if not isinstance(one, dict):
            found += [trimmed(text) for _, text, _ in leaves(one)]
            continue
        inner = Fields(one, f"{below(at, 'criteria')}[{number}]")
        text, beside = inner.text(f"text title name {VOCABULARY['about']}"), inner.beside()
        rest = inner.rest(draft)
        if text:
            found.append({"text": text, **beside, **rest})
        else:
            leave(list(beside.values()), inner.at, draft)
    return found


# -- roles


def _roles(fields: Fields, departments: tuple[str, ...], above: list[Role]) -> Iterator[Role]:
    """The roles of a department and of those in it, in their order; what else departments say is put `above`."""
    path, title = fields.name(PATH)[0], fields.name("title")[0]
    title = title or path
    within = (*departments, title) if title else departments
    inner, roles = mappings(fields.take(DEPARTMENTS)), mappings(fields.take("roles"))
    above.append((fields, within))
    if title and not (inner or roles):
        fields.left["title"] = title
    for number, (key, of) in enumerate(inner, 1):
        one = Fields({"title": key, **of} if key else of, f"{below(fields.at, 'departments')}[{number}]")
        if len(within) < DEEPEST:
            yield from _roles(one, within, above)
        else:
            above.append((one, within))
    for number, (key, of) in enumerate(roles, 1):
        yield Fields({"title": key, **of} if key else of, f"{below(fields.at, 'roles')}[{number}]"), within


def _read_roles(file: File, draft: Draft, library: Library) -> int:
    """Adds a track for each role and the levels of it; returns how many references could not be placed."""
    lost = 0
    above: list[Role] = []
    for fields, departments in _roles(Fields(_tree(file), file.name), (), above):
        within = " / ".join(departments)
        levels, title, path = mappings(fields.take(STEPS)), fields.name("title")[0], fields.name(PATH)[0]
        called = title or path or "Role"
        if any(track.get("title") == called for track in draft.tracks.values()):
            called = f"{called} ({within})"
        track = draft.track(called, id=path or called)
        said = {"about": fields.text("about"), "x-department": within, **fields.rest(draft)}
        merge(draft.tracks[track], said, fields.at, draft)
        for rank, (key, of) in enumerate(levels, 1):
            level = Fields(of, f"{below(fields.at, 'levels')}[{key or rank}]")
            lost += _read_level(level, key, track, rank, draft, library)
    for fields, departments in above:
        if kept := fields.rest(draft):
            known = draft.head.setdefault("x-departments", {}).setdefault(" / ".join(departments), {})
            merge(known, kept, fields.at, draft)
    return lost


def _read_level(fields: Fields, key: str, track: str, rank: int, draft: Draft, library: Library) -> int:
    path, title = fields.name(PATH)[0] or tidy(key), fields.name("title")[0]
    wanted, summary = fields.take(COMPETENCIES), fields.text("about")
    level = draft.level(title or path or f"Level {rank}", id=path, track=track, rank=rank, summary=summary)
    asked = Fields(wanted if isinstance(wanted, dict) else {"required": wanted}, below(fields.at, "competencies"))
    lost = 0
    for names in WANTED:
        for part in (asked, fields):
            for at, reference, _ in leaves(part.take(names), below(part.at, names.split()[0])):
                lost += _refer(level, library, trimmed(reference), at, draft, optional=names is WANTED[1])
    for part in (fields, asked):
        merge(draft.levels[level], part.rest(draft), part.at, draft)
    return lost


def _refer(level: str, library: Library, reference: str, at: str, draft: Draft, *, optional: bool) -> bool:
    """Notes a step in a level's cell; true where it leads nowhere, or another one keeps the cell.

    Of two steps of one competency the required one stays, of two required ones the higher, which includes the lower.
    """
    if (found := library.get(reference.casefold().strip("/"))) is None:
        draft.leave(reference, at)
        return True
    competency, step, place = found
    cell = draft.cell(level, competency)
    if not cell:
        cell |= {"step": step, "optional": True} if optional else {"step": step}
        return False
    ids = [one["id"] for one in draft.competencies[competency]["steps"]]
    if cell.get("optional", False) == optional and ids.index(cell["step"]) < place:
        reference, cell["step"] = f"{competency}/{cell['step']}", step
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
