"""A draft of a job posting, from what a ladder says of a level: one page in the second person, to be edited.

What the ladder cannot know stands in brackets. Statements that hold a stock phrase are left out, so that the
draft's own autopsy finds none.
"""

import re
from collections.abc import Iterable
from typing import Final

from ladder.contents.citing import cited, satirical
from ladder.contents.expected import expected
from ladder.contents.verbs import infinitive
from ladder.errors import Unanswerable
from ladder.frozen import Frozen
from ladder.language import stem, words
from ladder.model import Ladder, Level, Phrase, Source, Span, Statement
from ladder.needs import Needs
from ladder.postings.phrases import used
from ladder.postings.sections import sentences
from ladder.questions.comp import Row, comp

NEEDS: Final = Needs(parts=("expects", "time", "topics", "phrases"), pay=True, also=("levels",))
TASKS: Final = 8
"""How many things the person will do: a page has room for no more."""
BRINGS: Final = 4
HIRING: Final = frozenset(map(stem, ("hiring", "hired", "interview", "interviews")))
"""Words by which a topic about interviews is known."""


class Time(Frozen):
    """A part of the week, in percent."""

    title: str
    low: float
    high: float


class Draft(Frozen):
    """The answer. `tasks` and `brings` stand as they follow "you will" and "you know how to".

    `interview` are the ladder's own words on how the interview goes, `suggested` what others report of good ones.
    `pay` is the ladder's newest band of base pay, where it was asked for.
    """

    id: str
    title: str
    company: str
    summary: str
    tasks: tuple[str, ...]
    week: tuple[Time, ...]
    years: Span | None
    brings: tuple[str, ...]
    interview: tuple[str, ...]
    suggested: str
    pay: Row | None
    asked_for_pay: bool
    sources: tuple[Source, ...]
    language: str = "en"


def posting(
    ladder: Ladder,
    name: str,
    phrases: Iterable[Phrase],
    *,
    pay: bool = False,
    title: str = "",
    company: str = "",
    today: str = "",
) -> Draft:
    """A draft for a level or role. `phrases` are the stock phrases to avoid.

    Raises Unanswerable where what the ladder says of it is satire, or nothing.
    """
    role = ladder.role(name)
    called = title or role.title or role.id
    if satirical(role.source, ladder.sources) or _all_satire(ladder, role):
        raise Unanswerable(
            f"`{name}` is satire, and no posting is made of it", "name a level: `ladder list` shows them"
        )
    avoid = tuple(phrases)
    tasks = _tasks(ladder, role, avoid)
    if not tasks:
        raise Unanswerable(f"the ladder does not say what it expects of `{name}`", "`ladder show` shows what it says")
    own, suggested = _interview(ladder, role, avoid)
    band = _band(ladder, name, today) if pay else None
    lower = _below(ladder, role)
    known = _tasks(ladder, lower, avoid) if lower else ()
    return Draft(
        id=name,
        title=called,
        company=company,
        summary="" if _stock(role.summary, avoid) else role.summary,
        tasks=tasks[:TASKS],
        week=tuple(
            Time(ladder.activities[key].title or key, share.low, share.high)
            for key, share in role.time.items()
            if key in ladder.activities and not share.spans
        ),
        years=role.years,
        brings=tuple(one for one in known if one not in tasks)[:BRINGS],
        interview=own,
        suggested=suggested,
        pay=band,
        asked_for_pay=pay,
        sources=cited([band] if band else [], ladder.sources),
        language=ladder.language,
    )


def _all_satire(ladder: Ladder, role: Level) -> bool:
    """Whether all that is expected is said by satire."""
    every = [one for part in role.expects.values() for one in part.statements]
    return bool(every) and all(satirical(one.source, ladder.sources) for one in every)


def _tasks(ladder: Ladder, role: Level, avoid: tuple[Phrase, ...]) -> tuple[str, ...]:
    """What is expected, competency by competency: the first statement of each, then the second."""
    cells = [_said(part.statements or part.inherited, ladder, avoid) for part in expected(ladder, role).values()]
    rounds = max(map(len, cells), default=0)
    return tuple(dict.fromkeys(cell[place] for place in range(rounds) for cell in cells if place < len(cell)))


def _said(statements: Iterable[Statement], ladder: Ladder, avoid: tuple[Phrase, ...]) -> list[str]:
    found = []
    for one in statements:
        words = infinitive(one.text)
        about_others = re.search(r"\b(?:their|them|themselves|juniors?|seniors?|principals?)\b", words)
        if words and not about_others and not satirical(one.source, ladder.sources) and not _stock(one.text, avoid):
            found.append(words)
    return found


def _stock(text: str, avoid: tuple[Phrase, ...]) -> bool:
    return bool(used(sentences(f"- {text}"), avoid))


def _below(ladder: Ladder, role: Level) -> Level | None:
    level = role.level or role.id
    place = ladder.order.index(level) if level in ladder.order else 0
    lower = [ladder.levels[one] for one in ladder.order[:place] if one in ladder.levels]
    return next((one for one in reversed(lower) if one.track == role.track), None)


def _interview(ladder: Ladder, role: Level, avoid: tuple[Phrase, ...]) -> tuple[tuple[str, ...], str]:
    """How the interview goes in the ladder's own words, and the first thing that others report of it."""
    said = [
        one
        for name, statements in role.topics.items()
        if HIRING
        & {stem(word) for word in words(f"{name} {ladder.topics[name].title if name in ladder.topics else ''}")}
        for one in statements
        if re.search(r"\b[Ii]nterview", one.text) and not satirical(one.source, ladder.sources)
    ]
    plain = [one for one in said if not _stock(one.text, avoid)]
    own = [one.text for one in plain if set(one.source) <= set(ladder.source)]
    others = [one.text for one in plain if one.text not in own and re.search(r"\b[Gg]ood\b|\bwork with\b", one.text)]
    return tuple(own[:4]), next(iter(others), "")


def _band(ladder: Ladder, name: str, today: str) -> Row | None:
    """The newest band of base pay of a level or role."""
    role = ladder.role(name)
    for one in (name, role.level):
        rows = (
            [row for row in comp(ladder, [one], measure="base", today=today).rows if row.percentiles or row.range]
            if one
            else []
        )
        if rows := [row for row in rows if not row.satire]:
            return max(rows, key=lambda row: (row.period.to if row.period else None) or row.published or "")
    return None
