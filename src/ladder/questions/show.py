"""Everything known of one level or role, topic by topic."""

from collections.abc import Collection, Mapping
from typing import Final

from ladder import names
from ladder.contents.citing import cited
from ladder.contents.expected import Expectation, expected
from ladder.contents.titles import TITLES
from ladder.frozen import Frozen
from ladder.model import Faq, Fit, Ladder, Move, Next, Record, Source, Span, Statement
from ladder.needs import Needs
from ladder.questions.comp import Pay, comp
from ladder.questions.compare import Hours, Unstated, unstated_share
from ladder.questions.day import days_on_record
from ladder.questions.map import Rung, at_companies

NEEDS: Final = Needs(pay=True, companies=True, also=("ways",))
SHOWN: Final = (
    "expects", "time", "week", "days", "next", "moves", "fit", "faq", "comp", "companies", "record",
)  # fmt: skip
"""The parts of a page that every ladder may have, beside its own topics and competencies."""


class Said(Frozen):
    """A topic with what is said of it."""

    id: str
    title: str
    statements: tuple[Statement, ...]


class Onward(Frozen):
    """A way on, with the title of where it leads."""

    title: str
    way: Next


class Schedule(Frozen):
    """A schedule that `ladder day` shows."""

    title: str
    kind: str
    on: str
    archetype: str
    source: tuple[str, ...]


class Profile(Frozen):
    """The answer. A part that was not asked for, or of which nothing is said, is empty."""

    id: str
    title: str
    ladder: str
    aliases: tuple[str, ...]
    track: str
    rank: int
    level: str
    level_title: str
    discipline: str
    summary: str
    years: Span | None
    points: float | None
    expects: tuple[Expectation, ...]
    time: tuple[Hours, ...]
    unstated: Unstated | None
    topics: tuple[Said, ...]
    week: tuple[Statement, ...]
    days: tuple[Schedule, ...]
    next: tuple[Onward, ...]
    moves: tuple[Move, ...]
    fit: Fit | None
    faq: tuple[Faq, ...]
    pay: Pay | None
    companies: tuple[Rung, ...]
    record: Record | None
    sources: tuple[Source, ...]
    language: str = "en"


def parts(ladder: Ladder) -> Mapping[str, str]:
    """What `topics` may name: the ladder's own topics and competencies, and the parts of every page, with titles."""
    own = {name: topic.title or name for name, topic in ladder.topics.items()}
    judged = {name: competency.title or name for name, competency in ladder.competencies.items()}
    return {**own, **{name: TITLES[name] for name in SHOWN if name not in own}, **judged}


def show(ladder: Ladder, name: str, *, topics: Collection[str] = (), today: str = "") -> Profile:
    """What is known of a level or role; `topics` picks some `parts` of it, by id or title."""
    known = parts(ladder)
    topics = [names.find_word(topic, known, "topic") for topic in topics]
    role = ladder.role(name)

    def wants(part: str) -> bool:
        return not topics or part in topics

    said = tuple(
        Said(id_, topic.title or id_, role.topics[id_])
        for id_, topic in ladder.topics.items()
        if wants(id_) and role.topics.get(id_)
    )
    hours = tuple(
        Hours(id_, activity.title or id_, (role.time[id_],))
        for id_, activity in ladder.activities.items()
        if id_ in role.time
    )
    judged = tuple(part for id_, part in expected(ladder, role).items() if wants("expects") or id_ in topics)
    pay = comp(ladder, [name], today=today) if wants("comp") else None
    profile = Profile(
        id=role.id,
        title=role.title or role.id,
        ladder=ladder.name,
        aliases=role.aliases,
        track=ladder.tracks[role.track].title or role.track if role.track in ladder.tracks else role.track,
        rank=role.rank or 0,
        level=role.level,
        level_title=ladder.levels[role.level].title or role.level if role.level else "",
        discipline=role.discipline,
        summary=role.summary,
        years=role.years,
        points=role.points,
        expects=judged,
        time=hours if wants("time") else (),
        unstated=unstated_share(role) if wants("time") else None,
        topics=said,
        week=role.week if wants("week") else (),
        days=tuple(
            Schedule(one.title, one.kind, one.on or "", one.archetype, one.source)
            for one in days_on_record(ladder, role, own=True)
        )
        if wants("days")
        else (),
        next=tuple(Onward(ladder.title_of(way.to), way) for way in role.next) if wants("next") else (),
        moves=role.moves if wants("moves") else (),
        fit=role.fit if wants("fit") else None,
        faq=role.faq if wants("faq") else (),
        pay=pay if pay and pay.rows else None,
        companies=at_companies(ladder, name) if wants("companies") else (),
        record=role.record if wants("record") else None,
        sources=(),
    )
    return profile._replace(sources=cited([profile], ladder.sources), language=ladder.language)
