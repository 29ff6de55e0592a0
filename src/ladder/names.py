"""What a person typed ("sr staff", "Staff ML", "google:L6") to an id of the ladder, or to the nearest names.

Nothing is opened for an id: only where the word is none are titles and aliases asked for, because that
means opening every file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Protocol

from ladder.errors import AmbiguousName, LadderError, UnknownName, argument, nearest, quoted
from ladder.frozen import Frozen
from ladder.language import name_words
from ladder.model import Company, CompanyLevel, Ladder, Source, Survey

SHORT: Final = {
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "eng": "engineer",
    "engr": "engineer",
    "swe": "software engineer",
    "sde": "software development engineer",
    "ml": "machine learning",
    "em": "engineering manager",
    "mgr": "manager",
    "princ": "principal",
    "dist": "distinguished",
}
"""Abbreviations of the English of job titles; they mean the same on every ladder."""

GIT: Final = "git:"
"""How the name of a ladder at a revision begins: git:REV:PATH."""

EVERYTHING: Final = "`ladder list` shows them all"


class Named(Protocol):
    """A ladder that can say what it holds."""

    name: str
    order: tuple[str, ...]
    role_ids: tuple[str, ...]

    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """Title and aliases by id."""

    def mentioning(self, beginnings: Sequence[str], phrase: str = "") -> tuple[list[str], list[str]]:
        """The levels and roles that say a word that begins so: those that likely do and those that perhaps do."""

    def companies(self) -> Mapping[str, Company]:
        """Companies by id."""

    def surveys(self) -> Mapping[str, Survey]:
        """Surveys of pay by id."""

    def ladder(self, ids: Iterable[str] | None = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        """The ladder with these levels and roles, or with all."""


class Found(Frozen):
    """Where a typed name led: a ladder, and an id in it; for a company's level also the ids of company and level."""

    ladder: Named
    id: str
    rung: tuple[str, str] | None = None


def normal(text: str) -> str:
    """A name as it is compared: no case, no punctuation between words, abbreviations written out.

    >>> normal("Sr_Staff  SWE")
    'senior staff software engineer'
    """
    return " ".join(SHORT.get(word, word) for word in name_words(text))


def find(typed: str, here: Named, other: Callable[[str], Named | None], *, any_rung: bool = False) -> Found:
    """The ladder and the id that a person meant.

    `prefix:name` goes to a company of this ladder ("google:L6") or, through `other`, to another ladder. `any_rung`: a
    company's level that is none here has an empty id.

    Raises UnknownName with the nearest names, AmbiguousName with all that it could be.
    """
    prefix, colon, rest = typed.partition(":")
    if not colon:
        return Found(here, find_role(typed, here))
    companies = here.companies()
    company = find_company(prefix, companies)
    if company is not None:
        rung = find_rung(rest, company)
        return Found(here, rung.is_ if any_rung else _equivalent(company, rung, typed), (company.id, rung.id))
    there = here if normal(prefix) == normal(here.name) else other(prefix)
    if there is None:
        raise UnknownName(
            "ladder or company",
            prefix,
            nearest(prefix, [*companies, here.name]),
            "`ladder list companies` shows those that are known",
        )
    return Found(there, find_role(rest, there))


def find_role(typed: str, here: Named) -> str:
    """The id of a level or role: by its id, then by its id however it is written, then by title or alias."""
    ids = (*here.order, *here.role_ids)
    if typed in ids:
        return typed
    wanted = normal(typed)
    if wanted and (matches := [name for name in ids if normal(name) == wanted]):
        return _only(typed, matches)
    titles = here.titles()
    if wanted:
        for most in (1, None):  # titles before aliases
            if matches := [name for name in ids if wanted in map(normal, titles[name][:most])]:
                return _only(typed, matches)
    raise UnknownName("level or role", typed, _near(typed, titles), EVERYTHING, where=" in the ladder")


def find_company(typed: str, companies: Mapping[str, Company]) -> Company | None:
    """The company with this id, title or alias."""
    wanted = normal(typed)
    for company in companies.values():
        if wanted and wanted in map(normal, (company.id, company.title, *company.aliases)):
            return company
    return None


def find_word(typed: str, known: Mapping[str, str], what: str) -> str:
    """An id out of few, by id or title: a topic, a competency, a part of a page."""
    wanted = normal(typed)
    for word, title in known.items():
        if wanted and wanted in (normal(word), normal(title)):
            return word
    owners = {spelled: word for word, title in reversed(list(known.items())) for spelled in (title, word)}
    near = dict.fromkeys(owners[spelled] for spelled in nearest(typed, owners))
    raise UnknownName(what, typed, list(near), f"known: {', '.join(known)}" if known else "")


def find_source(typed: str, sources: Mapping[str, Source]) -> str:
    """The id of a source, by its id, its title or its publisher, or by words that stand in those of no other.

    Raises AmbiguousName where they stand in several, UnknownName with the nearest where they stand in none.
    """
    if typed in sources:
        return typed
    wanted = name_words(typed)
    called = {name: (name, source.title, source.publisher) for name, source in sources.items()}
    spelled = {name: [name_words(word) for word in words] for name, words in called.items()}
    for matches in (
        [name for name, words in spelled.items() if wanted in words],
        [name for name, words in spelled.items() if set(wanted) <= {word for some in words for word in some}],
    ):
        if wanted and matches:
            return _only(typed, matches)
    owners = {word: name for name, words in reversed(called.items()) for word in words if word}
    near = dict.fromkeys(owners[word] for word in nearest(typed, owners))
    raise UnknownName("source", typed, list(near), "`ladder sources` shows them all")


def find_rung(typed: str, company: Company) -> CompanyLevel:
    """A company's level, by its id or title."""
    wanted = normal(typed)
    for level in company.levels.values():
        if wanted in (normal(level.id), normal(level.title)) and wanted:
            return level
    title = company.title or company.id
    known = f"known: {', '.join(company.levels)}" if company.levels else f"the ladder names no level of {title}"
    raise UnknownName(f"level of {title}", typed, nearest(typed, company.levels, cutoff=0.5), known)


def _equivalent(company: Company, level: CompanyLevel, typed: str) -> str:
    """The id here of a company's level. Raises LadderError where there is none, with what is known of it."""
    if level.is_:
        return level.is_
    hint = level.note or f"`ladder map --company {argument(company.id)}` shows {company.title or company.id}'s levels"
    if level.beside:
        asked = argument(f"{company.id}:{level.id}")
        hint = f"it ranks beside {quoted(level.beside)}, on another track: `ladder map {asked}`"
    raise LadderError(f"no level of this ladder corresponds to {quoted(typed)}", hint)


def _only(typed: str, matches: list[str]) -> str:
    if len(matches) > 1:
        raise AmbiguousName(typed, matches)
    return matches[0]


def _near(typed: str, titles: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The ids whose id, title or an alias looks most like what was typed."""
    owners: dict[str, str] = {}
    for name, words in titles.items():
        for word in (name, *words):
            owners.setdefault(normal(word), name)
            owners.setdefault(" ".join(name_words(word)), name)  # as it is written, too: `mle` looks like `ml`
    spelled = [" ".join(name_words(typed)), normal(typed)]
    found = [owners[word] for spelling in spelled for word in nearest(spelling, owners, most=6, cutoff=0.7)]
    return list(dict.fromkeys(found))[:3]
