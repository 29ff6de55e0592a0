"""What `show` and `list` answer, whichever question that is: of a name by what it means, of a list by what is in it.

Commands and assistants both ask here. A parameter of these functions, and of those of `ladder.api`, is described by
the sentences of the docstring that name it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, get_args

from ladder import api, meanings
from ladder.errors import UnknownName
from ladder.meanings import Kind
from ladder.names import find_word
from ladder.opening import Where

List = Literal[
    "levels",
    "roles",
    "competencies",
    "archetypes",
    "companies",
    "faq",
    "activities",
    "sources",
    "statements",
    "ladders",
]
LISTS: Final[tuple[List, ...]] = get_args(List)

_OTHERS: Final[Mapping[str, Callable[[Where], Any]]] = {
    "archetypes": lambda ladder: api.archetypes(ladder=ladder),
    "faq": lambda ladder: api.faq(ladder=ladder),
    "statements": lambda ladder: api.statements(ladder=ladder),
    "ladders": lambda ladder: api.ladders(),
}
"""Lists that are questions of their own, with who asks."""


def show(name: str, *, ladder: Where = None, only: Sequence[str] = (), today: str | None = None) -> Any:
    """Everything known of whatever has a name. Where several things have it, a level or role comes first.

    `name` is that of a level or role, a competency, an archetype, a company or one of its levels, or a source. `only`
    picks topics, competencies or parts of a level or role.

    Raises UnknownName where it stands for nothing, with what it may mean.
    """
    return show_as(meanings.meanings(name, ladder), name, ladder=ladder, only=only, today=today)


def show_as(
    kinds: Sequence[Kind], name: str, *, ladder: Where = None, only: Sequence[str] = (), today: str | None = None
) -> Any:
    """The same, once it is known what the name can mean."""
    match kinds[0] if kinds else "role":
        case "competency":
            return api.competency(name, ladder=ladder)
        case "archetype":
            return api.archetypes(name, ladder=ladder)
        case "company":
            return api.map(company=name, ladder=ladder)
        case "source":
            return api.sources(name, ladder=ladder)
    try:
        return api.show(name, ladder=ladder, topics=only, today=today)
    except UnknownName as unknown:
        raise (unknown if kinds else meanings.nothing_called(name, ladder, unknown)) from None


def list(what: List | None = None, *, ladder: Where = None) -> Any:
    """One list of a ladder. `what` says which; without it, levels and roles."""
    chosen = find_word(what, {name: name for name in LISTS}, "list") if what else None
    return _OTHERS[chosen](ladder) if chosen and chosen in _OTHERS else api.list(chosen, ladder=ladder)
