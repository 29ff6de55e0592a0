"""What a bare name can mean: a level or role, a competency, an archetype, a company or a source, in this order."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

from ladder import names, opening
from ladder.errors import LadderError, UnknownName, argument, listed, nearest
from ladder.model import Archetype, CompanyLevel, Competency
from ladder.opening import Where

Kind = Literal["role", "competency", "archetype", "company", "source"]


def meanings(typed: str, where: Where = None) -> list[Kind]:
    """What a name stands for in a ladder, by its id, title or alias; for a level or role that alone."""
    with suppress(LadderError):
        names.find(typed, opening.named(where, ()), opening.other)
        return ["role"]
    here, typed = opening.named_in(typed, where)
    ladder = here.ladder([], pay=False, companies=False)
    wanted = names.normal(typed)
    tables: tuple[tuple[Kind, Mapping[str, Competency | Archetype]], ...] = (
        ("competency", ladder.competencies),
        ("archetype", ladder.archetypes),
    )
    found = [
        kind
        for kind, table in tables
        if any(wanted in (names.normal(one.id), names.normal(one.title)) for one in table.values())
    ]
    if names.find_company(typed, here.companies()):
        found.append("company")
    with suppress(LadderError):
        names.find_source(typed, ladder.sources)
        found.append("source")
    return found


def command_for(kind: Kind, typed: str) -> str:
    """The command that shows what a name stands for, where another thing of that name comes first."""
    command = {"archetype": "archetypes", "company": "map --company", "source": "sources"}.get(kind, "show")
    return f"ladder {command} {argument(typed)}"


def nothing_called(typed: str, where: Where, unknown: UnknownName) -> UnknownName:
    """That a name stands for nothing, with what it may mean: a company's level, or whatever is spelled alike."""
    here = opening.named(where)
    wanted = names.normal(typed)
    rungs = [(company, level) for company in here.companies().values() for level in company.levels.values()]
    same = [f"{company.id}:{level.id}" for company, level in rungs if names.normal(level.id) == wanted]
    if same:
        hint = f"companies have a level of that name: {listed(same[:4])}"
        return UnknownName("level or role", typed, (), hint, where=" in the ladder")
    leads = [f"{company.id}:{level.id}" for company, level in rungs if level.beside and _leads(level, wanted)]
    if leads:
        hint = f"this ladder has no managers; `ladder map {argument(leads[0])}` shows which level they rank beside"
        return UnknownName("level or role", typed, (), hint, where=" in the ladder")
    known = here.ladder([], pay=False, companies=False).competencies.values()
    words = {word: one.id for one in known for word in (one.title or one.id, one.id)}
    near = tuple(dict.fromkeys(words[word] for word in nearest(typed, words)))
    if near and not unknown.near and ":" not in typed:
        return UnknownName("level, role or competency", typed, near, where=" in the ladder")
    return unknown


def _leads(level: CompanyLevel, wanted: str) -> bool:
    """Whether a manager's level goes by this name."""
    title = names.normal(level.title)
    return wanted in ("manager", "engineering manager") or (bool(wanted) and title.startswith(wanted))
