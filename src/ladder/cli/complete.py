"""What the shell offers on Tab. Whatever goes wrong here, nothing is offered and nothing is said."""

from collections.abc import Callable, Sequence
from functools import wraps

from ladder import shelf
from ladder.errors import LadderError
from ladder.names import Named
from ladder.reading.folder import Folder
from ladder.render.text import one_line

Offers = Sequence[tuple[str, str]]


def _quietly(offer: Callable[..., Offers]) -> Callable[..., Offers]:
    @wraps(offer)
    def offering(*given: str | None) -> Offers:
        try:
            return [(value, _help(title)) for value, title in offer(*given)]
        except (LadderError, OSError):
            return []

    return offering


def _help(title: str) -> str:
    """A title as Typer's completion takes it, which reads Rich markup in it."""
    return one_line(title).replace("[", "\\[")


@_quietly
def roles(ladder: str | None, incomplete: str) -> Offers:
    """Levels and roles; `google:L6` and `acme:ic5` once their prefix is begun."""
    here = shelf.open_ladder(ladder)
    offers = [(name, words[0] or name) for name, words in here.titles().items()]
    if incomplete:
        for company in here.companies().values():
            if f"{company.id}:".startswith(incomplete) or incomplete.startswith(f"{company.id}:"):
                title = company.title or company.id
                offers += [
                    (f"{company.id}:{level.id}", f"{title}: {level.title or level.id}")
                    for level in company.levels.values()
                ]
        for name in shelf.standing():
            if name != here.name and (f"{name}:".startswith(incomplete) or incomplete.startswith(f"{name}:")):
                other = shelf.find_ladder(name)
                offers += [
                    (f"{name}:{one}", words[0] or one) for one, words in (other.titles() if other else {}).items()
                ]
    return [(value, title) for value, title in offers if value.startswith(incomplete)]


@_quietly
def topics(ladder: str | None, incomplete: str) -> Offers:
    """Topics, competencies and parts of a page; after a comma the next one."""
    from ladder.questions.show import parts

    here: Named = shelf.open_ladder(ladder)
    before, comma, last = incomplete.rpartition(",")
    known = parts(here.ladder([], pay=False, companies=False))
    return [(before + comma + name, title) for name, title in known.items() if name.startswith(last)]


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
