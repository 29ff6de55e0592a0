"""What a level or role says, text by text: what its file holds, with where in it a text stands and who says so.

Figures are written out, because a figure is a claim, too: a share of a week, years. Names (a title, an alias, a
discipline) come along without a source: nobody vouches for a name. No text of a level or role has a word that does
not stand in its file: a search reads the file first, and must find there whatever it would find here.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ladder.frozen import Frozen
from ladder.model import Cell, Competency, Day, Fit, Ladder, Level, Next, Record, Share, Span, Statement
from ladder.times import stretch


class Claim(Frozen):
    """One thing that is said. `role` is the id of the level or role, empty where the ladder itself says it.

    `about` is the id of what it is about inside its part (a competency, an activity, a topic, an archetype, a survey,
    a company's level), or what stands for one (a day's title); `about_title` says it for people.
    """

    role: str
    title: str
    part: str
    about: str
    about_title: str
    text: str
    source: tuple[str, ...] = ()
    satire: bool = False


Say = Callable[..., Claim]
"""A claim of which the place is known: the text goes in, then its sources, and whether it is satire."""


def role_says(ladder: Ladder, role: Level) -> Iterator[Claim]:
    """What a level or role says: every text of its file, and every figure."""
    say = partial(Claim, role.id, role.title or role.id)
    for kind, names in (("title", (role.title,)), ("alias", role.aliases), ("discipline", (role.discipline,))):
        yield from (say("title", kind, kind, name) for name in names)
    yield say("summary", "", "", role.summary, role.source)
    if role.years:
        yield say("years", "", "", noted(_years(role.years), role.years.note), role.years.source)
    for name, cell in role.expects.items():
        competency = ladder.competencies.get(name)
        yield from cell_says(partial(say, "expects", name), cell, competency, role.source)
    for name, share in role.time.items():
        activity = ladder.activities.get(name)
        yield from _share(partial(say, "time", name), activity.title or name if activity else name, share)
    yield from statements_say(partial(say, "week", ""), "", role.week)
    for day in role.days:
        yield from day_says(partial(say, "days"), day)
    for name, statements in role.topics.items():
        topic = ladder.topics.get(name)
        yield from statements_say(partial(say, "topics", name), topic.title or name if topic else name, statements)
    for way in role.next:
        yield from _next(partial(say, "next", way.to), ladder.title_of(way.to), way)
    for move in role.moves:
        yield say("moves", move.role, move.title, move.title, move.source)
        yield from statements_say(partial(say, "moves", move.role), move.title, move.about)
    if role.fit:
        yield from _fit(partial(say, "fit"), role.fit)
    for one in role.faq:
        yield say("faq", "", "", f"{one.ask} {one.answer}", one.source)
    if role.record:
        yield from _record(partial(say, "record"), role.record)


def statements_say(say: Say, title: str, statements: Iterable[Statement]) -> Iterator[Claim]:
    """Statements about what `title` says, each with its examples and signals behind it."""
    for one in statements:
        yield say(title, one.text, one.source)
        for how, texts in (("for example", one.examples), ("seen in", one.signals)):
            yield from (say(", ".join(filter(None, (title, how))), text, one.source) for text in texts)


def cell_says(say: Say, cell: Cell, competency: Competency | None, source: tuple[str, ...]) -> Iterator[Claim]:
    """What is expected of one competency. A step says its id, for its title stands elsewhere; `source` vouches."""
    title = competency.title or competency.id if competency else ""
    if cell.step:
        steps = {step.id: step.title for step in competency.steps} if competency else {}
        yield say(noted(title, steps.get(cell.step) or cell.step), cell.step, source)
    yield say(title, cell.label, source)
    yield from statements_say(say, title, cell.statements)


def _share(say: Say, title: str, share: Share) -> Iterator[Claim]:
    """A range that was published; where there are only reports, nobody gave one."""
    if not share.spans:
        yield say(title, f"{_range(share.low, share.high)}%", share.source)
    for one in share.reports:
        yield say(title, noted(f"{_range(one.low, one.high)}%", one.text), one.source)
    yield from statements_say(say, title, share.does)


def day_says(say: Say, day: Day, about: str = "", of: str = "") -> Iterator[Claim]:
    """A day's title, and every block with its hours. `about` and `of` are the id and title of what it is a day of."""
    joke = day.kind == "satire"
    title = day.title or day.archetype or day.on or day.kind
    yield say(about or title, of or title, day.title, day.source, joke)
    for block in day.blocks:
        when = f"{title}, {stretch(block.from_, block.to)}"
        at = partial(say, about or title, f"{of}: {when}" if of else when)
        yield at(block.title or ("" if block.does else block.activity), day.source, joke)
        yield at(block.does, day.source, joke)
        yield at(block.candid, day.source, True)


def _next(say: Say, title: str, way: Next) -> Iterator[Claim]:
    yield say(title, way.summary, way.source)
    if way.years:
        yield say(f"{title}: how many years it takes", _range(way.years[0], way.years[-1]), way.source)
    yield from statements_say(say, f"{title}: what shows it", way.evidence)
    yield from statements_say(say, f"{title}: what stops people", way.obstacles)


def _fit(say: Say, fit: Fit) -> Iterator[Claim]:
    yield from statements_say(partial(say, "for"), "It may suit you if", fit.for_)
    yield from statements_say(partial(say, "against"), "It may not suit you if", fit.against)
    for question in fit.questions:
        yield say(question.id, "Questions to find out", question.ask, question.source)
        for answer in question.answers:
            text = noted(noted(answer.say, answer.why), answer.to)
            yield say(question.id, question.ask, text, question.source)


def _record(say: Say, record: Record) -> Iterator[Claim]:
    """Every field, all of it satire."""
    risk = record.flight_risk
    fields: dict[str, tuple[str, Iterable[str]]] = {
        "aliases": ("Aliases", record.aliases),
        "habitat": ("Habitat", record.habitat),
        "pay": ("Pay", (record.pay,)),
        "flight_risk": ("Flight risk", (noted(f"{_plain(risk.percent)}% {risk.label}", risk.candid),) if risk else ()),
        "metrics": ("Vanity metrics", (noted(one.title, one.candid) for one in record.metrics)),
        "tools": ("Signature tools", (noted(one.title, one.candid) for one in record.tools)),
        "encounter": ("If met", (record.encounter,)),
        "autopsy": ("The job advert, translated", (noted(one.title, one.candid) for one in record.autopsy)),
        "complaints": ("Complaints", record.complaints),
        "related": (
            "Related specimens",
            (noted(f"{one.title}, match {_plain(one.match)}%", one.candid) for one in record.related),
        ),
    }
    for name, (title, texts) in fields.items():
        yield from (say(name, title, text, record.source, True) for text in texts)


def noted(text: str, note: str) -> str:
    """A text and what is added to it.

    >>> noted("20% of a week", "in an incubator"), noted("20% of a week", "")
    ('20% of a week: in an incubator', '20% of a week')
    """
    return f"{text.strip()}: {note}" if note else text


def _range(low: float, high: float) -> str:
    return _plain(low) if low == high else f"{_plain(low)}–{_plain(high)}"


def _years(span: Span) -> str:
    if span.from_ is None:
        return f"≤{_plain(span.to)}" if span.to is not None else ""
    return f"{_plain(span.from_)}+" if span.to is None else _range(span.from_, span.to)


def _plain(number: float) -> str:
    """A number as it is written in a file."""
    return str(number).removesuffix(".0")
