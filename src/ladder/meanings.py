"""What a bare name can mean: a level or role, a competency, an archetype, a company or a source, in this order."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Literal

from ladder import names, opening
from ladder.errors import LadderError, UnknownName, argument, listed, nearest
from ladder.model import CompanyLevel
from ladder.opening import Where

Kind = Literal["role", "competency", "archetype", "company", "source"]


def meanings(typed: str, where: Where = None) -> list[Kind]:
    """What a name stands for in a ladder, by its id, title or alias; for a level or role that alone."""
    with suppress(LadderError):
        names.find(typed, opening.named(where, ()), opening.other)
        return ["role"]
    here = opening.named(where)
    prefix, colon, rest = typed.partition(":")
    if colon and not names.find_company(prefix, here.companies()):
        own = names.normal(prefix) == names.normal(here.name)
        if there := here if own else opening.other(prefix):
            here, typed = there, rest
    ladder = here.ladder([], pay=False, companies=False)
    wanted = names.normal(typed)
    found: list[Kind] = []
    if _among(wanted, ((one.id, one.title) for one in ladder.competencies.values())):
        found.append("competency")
    if _among(wanted, ((one.id, one.title) for one in ladder.archetypes.values())):
        found.append("archetype")
    if names.find_company(typed, here.companies()):
        found.append("company")
    with suppress(LadderError):
        names.find_source(typed, ladder.sources)
        found.append("source")
    return found


def _among(wanted: str, things: Iterable[tuple[str, str]]) -> bool:
    return any(wanted in (names.normal(name), names.normal(title)) for name, title in things)


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
