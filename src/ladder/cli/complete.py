"""What the shell offers on Tab. Whatever goes wrong here, nothing is offered and nothing is said."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps

from ladder import opening, shelf
from ladder.errors import LadderError
from ladder.model import Archetype, Company, Competency, Source
from ladder.names import Named
from ladder.reading.folder import Folder
from ladder.render.text import one_line

Offers = Sequence[tuple[str, str]]


def _quietly(offer: Callable[..., Offers]) -> Callable[..., Offers]:
    @wraps(offer)
    def offering(*given: str | None, **how: bool) -> Offers:
        try:
            return [(value, _help(title)) for value, title in offer(*given, **how)]
        except (LadderError, OSError):
            return []

    return offering


def _help(title: str) -> str:
    """A title as Typer's completion takes it, which reads Rich markup in it."""
    return one_line(title).replace("[", "\\[")


@_quietly
def roles(ladder: str | None, incomplete: str, *, every: bool = False) -> Offers:
    """Levels and roles; `google:L6` and `acme:ic5` once nothing else than their prefix can be meant."""
    here = opening.named(ladder)
    offers = [(name, words[0] or name) for name, words in here.titles().items()]
    prefixes = [*here.companies(), *(name for name in shelf.standing() if name != here.name)]
    begun = [name for name in prefixes if f"{name}:".startswith(incomplete) or incomplete.startswith(f"{name}:")]
    if incomplete and len(begun) == 1:
        offers += _behind(begun[0], here, every=every)
    return [(value, title) for value, title in offers if value.startswith(incomplete)]


def _behind(prefix: str, here: Named, *, every: bool) -> list[tuple[str, str]]:
    """The levels of a company, or the levels and roles of another ladder, with the prefix before each.

    `every`: also a company's levels that are none here.
    """
    company = here.companies().get(prefix)
    if company is not None:
        title = company.title or company.id
        rungs = [one for one in company.levels.values() if one.is_ or every]
        return [(f"{prefix}:{one.id}", f"{title}: {one.title or one.id}") for one in rungs]
    other = opening.other(prefix)
    return [(f"{prefix}:{one}", words[0] or one) for one, words in (other.titles() if other else {}).items()]


@_quietly
def topics(ladder: str | None, incomplete: str) -> Offers:
    """Topics, competencies and parts of a page; after a comma the next one."""
    from ladder.questions.show import parts

    return _after_comma(parts(opening.header(ladder)), incomplete)


@_quietly
def places(ladder: str | None, incomplete: str) -> Offers:
    """Where a search may look: parts, competencies, topics; after a comma the next one."""
    from ladder.questions.search import places as known

    return _after_comma(known(opening.header(ladder)), incomplete)


def _after_comma(known: Mapping[str, str], incomplete: str) -> Offers:
    before, comma, last = incomplete.rpartition(",")
    return [(before + comma + name, title) for name, title in known.items() if name.startswith(last)]


@_quietly
def archetypes(ladder: str | None, incomplete: str) -> Offers:
    """Archetypes."""
    return _begun(opening.header(ladder).archetypes, incomplete)


@_quietly
def competencies(ladder: str | None, incomplete: str) -> Offers:
    """Competencies."""
    return _begun(opening.header(ladder).competencies, incomplete)


@_quietly
def companies(ladder: str | None, incomplete: str) -> Offers:
    """Companies."""
    return _begun(opening.named(ladder).companies(), incomplete)


@_quietly
def sources(ladder: str | None, incomplete: str) -> Offers:
    """Sources."""
    return _begun(opening.header(ladder).sources, incomplete)


def _begun(things: Mapping[str, Archetype | Competency | Company | Source], incomplete: str) -> Offers:
    return [(name, one.title or name) for name, one in things.items() if name.startswith(incomplete)]


@_quietly
def claims(ladder: str | None, incomplete: str) -> Offers:
    """A sentence with each claim that may end it, once its last word begins with a number sign."""
    before, sign, last = incomplete.rpartition("#")
    if not sign or " " in last or (before and not before[-1].isspace()):
        return []
    return [(f"{before}#{value}", title) for value, title in statements(ladder, last)]


@_quietly
def statements(ladder: str | None, incomplete: str) -> Offers:
    """Competencies; once one can be meant alone, or after a slash, its statements on every level, each once."""
    from ladder.needs import Needs

    here = opening.header(ladder)
    begun = [name for name in here.competencies if name.startswith(incomplete.partition("/")[0])]
    offers = [(name, here.competencies[name].title or name) for name in begun]
    if len(begun) == 1:
        whole = opening.whole(ladder, Needs(parts=("expects",), all=("levels",)))
        for level in whole.levels.values():
            cell = level.expects.get(begun[0])
            offers += [(f"{begun[0]}/{one.id}", one.text) for one in (cell.statements if cell else ()) if one.id]
    known = dict(reversed(offers))
    return [
        (value, known[value]) for value in dict.fromkeys(value for value, _ in offers) if value.startswith(incomplete)
    ]


@_quietly
def ladders(incomplete: str) -> Offers:
    """The ladders on the shelf."""
    offers = []
    for name, path in shelf.standing().items():
        if name.startswith(incomplete):
            try:
                folder = Folder(path, name=name)
                folder.check()
                offers.append((name, folder.header.title))
            except LadderError:
                offers.append((name, "not a valid ladder"))
    return offers
