"""What a ladder may not mean so: gaps, repetitions, figures without a source. The files are well-formed by then.

A finding says where by the keys that lead there from the ladder ("levels", "staff", "expects", "scope", 2); whoever
knows the files turns that into a line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ladder.contents.expected import expected
from ladder.errors import Code, Severity, argument, listed, quoted
from ladder.figures import needed, old
from ladder.frozen import Frozen
from ladder.language import wording
from ladder.model import Cell, Ladder, Level, Share
from ladder.names import normal as spelled
from ladder.questions.comp import dated
from ladder.questions.compare import unstated_share

Where = tuple[str | int, ...]

THIN: Final = 0.25
"""Below this part of new or raised statements a step adds almost nothing.

Of 103 steps on twenty published ladders four lie below; on each of them one statement of five changes. The next ones
lie at 0.4.
"""

GIST: Final = 30
SHORT: Final = 13
"""How many characters of a gist, and of a short name, a table has room for."""


class Finding(Frozen):
    """One thing to look at, with the keys that lead to it."""

    where: Where
    code: Code
    message: str
    hint: str = ""
    severity: Severity = "warning"


def lint(ladder: Ladder, today: str, place: str = "") -> list[Finding]:
    """All findings in a whole ladder. `today` (2026-11-20) is what the age of pay counts from.

    `place` is the ladder's path or name, for commands in hints that are to run.
    """
    checks = (
        *(_titles, _aliases, _gaps, _repeated, _long, _same_gists),
        *(_common_words, _weeks, _unsourced, _few),
    )
    found = [finding for check in checks for finding in check(ladder)]
    return [*found, *_thin_steps(ladder, place), *_old_pay(ladder, today), *_currencies(ladder)]


def _titles(ladder: Ladder) -> Iterator[Finding]:
    """Two levels of one title cannot be told apart on any page."""
    seen: dict[str, str] = {}
    for level in ladder.levels.values():
        title = spelled(level.title)
        if title and title in seen:
            message = f"{quoted(seen[title])} also has the title {quoted(level.title)}"
            yield Finding(("levels", level.id, "title"), "duplicate-title", message, "give each level its own", "error")
        elif title:
            seen[title] = level.id


def _aliases(ladder: Ladder) -> Iterator[Finding]:
    """A word that stands for two levels is refused when somebody types it, or leads to the wrong one."""
    owners: dict[str, dict[str, None]] = {}
    for _, one in _all(ladder):
        for word in (one.id, one.title, *one.aliases):
            owners.setdefault(spelled(word), {})[one.id] = None
    for kind, one in _all(ladder):
        for place, alias in enumerate(one.aliases):
            others = [name for name in owners[spelled(alias)] if name != one.id]
            if others:
                message = (
                    f"the alias {quoted(alias)} could also mean {listed(others[:3])}{', …' if len(others) > 3 else ''}"
                )
                yield Finding((kind, one.id, "aliases", place), "ambiguous-alias", message, "keep it on one of them")


def _gaps(ladder: Ladder) -> Iterator[Finding]:
    """A competency that a level passes over between two that have it. On a cumulative ladder that is no gap."""
    for levels in () if ladder.cumulative else _tracks(ladder):
        for name in ladder.competencies:
            filled = [place for place, level in enumerate(levels) if _says(level.expects.get(name))]
            for place in range(filled[0], filled[-1]) if filled else ():
                if place not in filled:
                    level = levels[place]
                    below = levels[max(one for one in filled if one < place)]
                    above = levels[min(one for one in filled if one > place)]
                    message = f"nothing about {quoted(name)} between {quoted(below.id)} and {quoted(above.id)}"
                    hint = "say what this level expects of it, or `cumulative: true` if it adds nothing"
                    yield Finding(("levels", level.id, "expects", name), "gap", message, hint)


def _repeated(ladder: Ladder) -> Iterator[Finding]:
    """A sentence that stands on two levels, unless one `id` on both says that this is meant."""
    if ladder.cumulative:
        return
    seen: dict[str, tuple[str, str]] = {}
    for level in ladder.levels.values():
        for name, cell in level.expects.items():
            for place, said in enumerate(cell.statements):
                text = wording(said.text)
                other, id_ = seen.setdefault(text, (level.id, said.id))
                if other != level.id and not (said.id and said.id == id_):
                    message = f"{quoted(other)} has the same sentence"
                    hint = "say what is more here, or give both the same `id` if nothing changes"
                    yield Finding(("levels", level.id, "expects", name, place), "repeated", message, hint)


def _long(ladder: Ladder) -> Iterator[Finding]:
    """Gists and short names for which tables have no room."""
    for name, competency in ladder.competencies.items():
        yield from _too_long(("competencies", name, "short"), "short name", competency.short, SHORT)
    for kind, one in _all(ladder):
        yield from _too_long((kind, one.id, "short"), "short name", one.short, SHORT)
        for name, cell in one.expects.items():
            yield from _too_long((kind, one.id, "expects", name, "gist"), "gist", cell.gist, GIST)


def _common_words(ladder: Ladder) -> Iterator[Finding]:
    """Words of competencies that stand in most of them, and so speak for none."""
    owners: dict[str, list[tuple[str, int]]] = {}
    for name, competency in ladder.competencies.items():
        for place, word in enumerate(competency.words):
            owners.setdefault(spelled(word), []).append((name, place))
    most = max(len(ladder.competencies) / 2, 1)
    for some in owners.values():
        names = dict.fromkeys(name for name, _ in some)
        if len(names) > most:
            name, place = some[-1]
            word = ladder.competencies[name].words[place]
            message = f"the word {quoted(word)} stands in {len(names)} of {len(ladder.competencies)} competencies"
            where = ("competencies", name, "words", place)
            yield Finding(where, "common-word", message, "keep it where it tells one from the others")


def _too_long(where: Where, what: str, text: str, most: int) -> Iterator[Finding]:
    if len(text) > most:
        message = f"a {what} of {len(text)} characters: tables have room for {most}"
        yield Finding(where, "long", message, "use fewer words")


def _same_gists(ladder: Ladder) -> Iterator[Finding]:
    """Gists of neighbours that are the same."""
    for levels in _tracks(ladder):
        for below, level in pairwise(levels):
            for name, cell in level.expects.items():
                lower = below.expects.get(name)
                if cell.gist and lower and spelled(cell.gist) == spelled(lower.gist):
                    message = f"the gist is the same as that of {quoted(below.id)}"
                    hint = "say what sets this level apart"
                    yield Finding(("levels", level.id, "expects", name, "gist"), "same-gist", message, hint)


def _thin_steps(ladder: Ladder, place: str) -> Iterator[Finding]:
    """A level that expects almost what the one below expects."""
    of_it = f"--ladder {argument(place)} " if place else ""
    alone = ladder._replace(cumulative=False)
    for levels in _tracks(ladder):
        added = [_adds(alone, below, level) for below, level in pairwise(levels)]
        usual = sum(new for new, _ in added) / len(added) if added else 0
        for (below, level), (new, all_) in zip(pairwise(levels), added, strict=True):
            of = usual if ladder.cumulative else all_
            if of and new < THIN * of:
                what = f"{new} of its {all_} statements {'is' if new == 1 else 'are'} new or raised"
                if ladder.cumulative:
                    what = f"it adds {new}, while a step of this ladder adds {usual:.0f} on average"
                message = f"a thin step above {quoted(below.id)}: {what} ({100 * new / of:.0f}%)"
                both = f"`ladder {of_it}compare {argument(below.id)} {argument(level.id)}`"
                hint = f"{both} shows the step; say what changes, or join the two"
                yield Finding(("levels", level.id), "thin-step", message, hint)


def _adds(ladder: Ladder, below: Level, level: Level) -> tuple[int, int]:
    """How many statements of a level are new or raised, and how many there are."""
    lower, higher = expected(ladder, below), expected(ladder, level)
    kept = 0
    for name, part in higher.items():
        before = Counter(wording(one.text) for one in (lower[name].statements if name in lower else ()))
        kept += (before & Counter(wording(one.text) for one in part.statements)).total()
    number = sum(len(part.statements) for part in higher.values())
    return number - kept, number


def _weeks(ladder: Ladder) -> Iterator[Finding]:
    """Shares that cannot add up to a week."""
    for kind, one in _all(ladder):
        week = ladder.role(one.id)
        sums = unstated_share(week) if one.time else None
        if sums is None:
            continue
        if sums.sum_high < 100 and not any(share.spans for share in week.time.values()):
            message = f"the shares add up to {sums.sum_high:g}% of a week at most"
            yield Finding((kind, one.id, "time"), "shares", message, "say where the rest goes")
        elif sums.sum_low > 100:
            message = f"the shares add up to {sums.sum_low:g}% of a week at least"
            yield Finding((kind, one.id, "time"), "shares", message, "a week has 100%: lower some of them")


def _unsourced(ladder: Ladder) -> Iterator[Finding]:
    """Figures of which nobody says where they come from."""
    hint = "add `source:` to it, or once at the top of the file for all that is in it"
    for kind, one in _all(ladder):
        for where, what in _figures(one):
            yield Finding((kind, one.id, *where), "unsourced", f"{what} without a source", hint)
    for survey in ladder.surveys.values():
        if not survey.source:
            yield Finding(("comp", survey.id), "unsourced", "pay without a source", hint)


def _figures(one: Level) -> Iterator[tuple[Where, str]]:
    """The figures of a level or role without a source, and what they are."""
    if one.years and not one.years.source:
        yield ("years",), "years"
    for name, share in one.time.items():
        if _bare(share):
            yield ("time", name), "a share of a week"
    for place, way in enumerate(one.next):
        if way.years and not way.source:
            yield ("next", place, "years"), "years"


def _bare(share: Share) -> bool:
    return not share.source and (not share.reports or any(not report.source for report in share.reports))


def _few(ladder: Ladder) -> Iterator[Finding]:
    """Percentiles of fewer observations than such percentiles need; where n is not given nobody can tell."""
    for survey in ladder.surveys.values():
        for place, band in enumerate(survey.bands):
            few = [one for one in band.percentiles if band.n is not None and band.n < needed(one)]
            for number in sorted(set(map(needed, few))):
                these = [one for one in few if needed(one) == number]
                all_ = sorted({same for one in these for same in (one, 100 - one)})
                need = f"{_points(all_)} {'need' if len(all_) > 1 else 'needs'} {number}"
                message = f"{_points(these)} of {band.n} {survey.counts or 'observations'}: {need}"
                hint = "leave out what so few cannot tell, or check `n`"
                yield Finding(("comp", survey.id, "bands", place, "percentiles"), "few", message, hint)


def _points(percentiles: Sequence[int]) -> str:
    return " and ".join(f"p{one}" for one in percentiles)


def _old_pay(ladder: Ladder, today: str) -> Iterator[Finding]:
    for survey in ladder.surveys.values():
        date = dated(survey)
        age = old(date, today)
        if age is not None:
            message = f"pay of {date} is {age} months old"
            hint = "look for newer figures; the pages show how old these are"
            yield Finding(("comp", survey.id), "old-pay", message, hint)


def _currencies(ladder: Ladder) -> Iterator[Finding]:
    """Currencies that are no code, which would stand in tables of their own beside those that are."""
    for survey in ladder.surveys.values():
        if not re.fullmatch("[A-Z]{3}", survey.currency):
            message = f"the currency {quoted(survey.currency)} is not a three-letter code"
            yield Finding(("comp", survey.id, "currency"), "currency", message, "write the code, for example USD")


def _all(ladder: Ladder) -> Iterator[tuple[str, Level]]:
    """Every level and role with what it says itself."""
    yield from (("levels", level) for level in ladder.levels.values())
    yield from (("roles", role) for role in ladder.roles.values())


def _tracks(ladder: Ladder) -> list[list[Level]]:
    """The levels of each track of which anything is expected, lowest first."""
    tracks: dict[str, list[Level]] = {}
    for level in sorted(ladder.levels.values(), key=lambda one: one.rank or 0):
        if any(_says(cell) for cell in level.expects.values()):
            tracks.setdefault(level.track, []).append(level)
    return list(tracks.values())


def _says(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.statements or cell.step or cell.label)
