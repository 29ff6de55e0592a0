"""What the format allows beyond plain records: short forms, and rules that span several keys."""

from itertools import pairwise
from typing import Any, Final

from ladder.errors import did_you_mean, nearest, quoted
from ladder.model import (
    Band,
    Block,
    Cell,
    Day,
    Fit,
    Level,
    Next,
    Question,
    Report,
    Share,
    Sources,
    Span,
    Statement,
    Within,
    Years,
)
from ladder.needs import PARTS
from ladder.reading.context import Context, found, is_null, items, pairs
from ladder.reading.decoder import decoder, form, record, rule
from ladder.reading.nodes import MappingNode, Node, ScalarNode
from ladder.reading.scalars import number, text


@form(Statement)
def statement(node: Node, context: Context) -> Statement | None:
    """Its text alone, or a mapping with `text`."""
    if isinstance(node, MappingNode):
        if _is_text_with_a_colon(node):
            key = node.value[0][0]
            context.wrong(key, "unknown-key", "a `: ` in a statement", f'put the text in quotes: "{key.value}: …"')
            return None
        return record(Statement, node, context)
    said = text(node, context)
    return None if said is None else Statement(said, source=context.source)


def _is_text_with_a_colon(node: MappingNode) -> bool:
    """Whether a statement with a colon in it was read as one key, such as `Ships: every week`."""
    key = node.value[0][0].value if len(node.value) == 1 else ""
    return isinstance(key, str) and bool(key) and key not in Statement._fields and not key.startswith("x-")


def cell(node: Node, context: Context, competency: str) -> Cell:
    """A step of the competency's scale, or one statement where it has none; a list of statements; or a mapping."""
    steps = context.steps.get(competency, ())
    if isinstance(node, MappingNode):
        given = record(Cell, node, context)
        if given.step and given.step not in steps:
            _no_step(node, context, competency, given.step)
        return given
    if isinstance(node, ScalarNode) and steps and not is_null(node):
        step = text(node, context) or ""
        if step and step not in steps:
            _no_step(node, context, competency, step)
        return Cell(step=step)
    return Cell(tuple(statement(item, context) for item in items(node, context, what="statements")))


def _no_step(node: Node, context: Context, competency: str, step: str) -> None:
    steps = context.steps.get(competency, ())
    hint = did_you_mean(nearest(step, steps)) or "write a list for statements that are no step"
    context.wrong(
        node,
        "unknown-name",
        f"no step {quoted(step)} of {quoted(competency)}",
        hint if steps else "the competency has no steps",
    )


@form(Level.__annotations__["expects"])
def expects(node: Node, context: Context) -> dict[str, Cell]:
    """Competencies with their cells."""
    cells = {}
    for key, key_node, value in pairs(node, context, what="competencies with statements"):
        if key.startswith("x-"):
            continue
        context.refer("competency", key, key_node)
        cells[key] = cell(value, context, key)
    return cells


def percents(node: Node, context: Context) -> tuple[float, float]:
    """One number, or a range of two, in percent."""
    limits = Within(0, 100)
    values = [number(item, context) for item in items(node, context, what="a percentage or a range")]
    if None in values:
        return 0, 0
    if not 1 <= len(values) <= 2:
        context.wrong(node, "type", f"expected one percentage or two, found {len(values)}", "write 30 or [30, 40]")
        return 0, 0
    low, high = values[0] or 0, values[-1] or 0
    for value in (low, high):
        if not limits.low <= value <= limits.high:
            context.wrong(node, "share", f"a share of {value:g}% of a week", "a share lies between 0 and 100")
            break
    if low > high:
        context.wrong(node, "share", f"the range falls from {low:g} to {high:g}", f"write [{high:g}, {low:g}]")
    return low, high


@form(Share)
def share(node: Node, context: Context) -> Share:
    """A percentage, a range, or a mapping with `share`, with `reports`, or with both."""
    if not isinstance(node, MappingNode):
        return Share(*percents(node, context), source=context.source)
    part, bare = _share_of(node, context)
    given = record(Share, bare, context, low=0.0, high=0.0, spans=part is None)
    if part is not None:
        return given._replace(low=part[0], high=part[1])
    if not given.reports:
        context.wrong(node, "missing-key", "the key 'share' is missing", "write share: [30, 40]")
        return given
    said_by = tuple(dict.fromkeys(name for one in given.reports for name in one.source))
    low, high = min(one.low for one in given.reports), max(one.high for one in given.reports)
    return given._replace(low=low, high=high, source=said_by)


@form(Report)
def report(node: Node, context: Context) -> Report:
    """A share that one person, or one measurement, reports."""
    part, bare = _share_of(node, context)
    if part is None:
        context.wrong(node, "missing-key", "the key 'share' is missing", "write share: [30, 40]")
    low, high = part or (0, 0)
    return record(Report, bare, context, low=low, high=high)


def _share_of(node: Node, context: Context) -> tuple[tuple[float, float] | None, MappingNode]:
    """What a mapping gives under `share`, and the rest of it."""
    part, rest = None, []
    for key, key_node, value in pairs(node, context, what="a share"):
        if key == "share":
            part = None if is_null(value) else percents(value, context)
        else:
            rest.append((key_node, value))
    return part, MappingNode("", rest, node.start_mark, node.end_mark)


@form(Span)
def span(node: Node, context: Context) -> Span | None:
    """Years: one number, a range of two, or a mapping with `from` and `to`."""
    if isinstance(node, MappingNode):
        given = record(Span, node, context)
        _rising(given.from_, given.to, node, context)
        return given
    values = [decoder(Years)(item, context) for item in items(node, context, what="years")]
    if not 1 <= len(values) <= 2:
        context.wrong(node, "type", f"expected one number of years or two, found {len(values)}")
        return None
    _rising(values[0], values[-1], node, context)
    return Span(values[0], values[-1], source=context.source)


def _rising(low: float | None, high: float | None, node: Node, context: Context) -> None:
    if low is not None and high is not None and low > high:
        context.wrong(node, "years", f"the range falls from {low:g} to {high:g}", f"write [{high:g}, {low:g}]")


@rule(Next)
def next_(way: Next, node: Node, context: Context) -> None:
    """Years are one number, or two that rise."""
    if len(way.years) > 2 or list(way.years) != sorted(way.years):
        context.wrong(node, "years", "expected one number of years, or a range that rises", "write years: [4, 7]")


MIDNIGHT: Final = 24 * 60
"""Minutes of a day."""


@rule(Block)
def block(stretch: Block, node: Node, context: Context) -> None:
    """A stretch of a day ends after it begins, and says something."""
    if stretch.from_ >= MIDNIGHT:
        context.wrong(node, "blocks", "the block begins after the day has ended", "the day ends at 24:00")
    elif stretch.to is not None and stretch.to <= stretch.from_:
        context.wrong(node, "blocks", "the block ends before it begins")
    if not (stretch.title or stretch.activity or stretch.does):
        context.wrong(node, "blocks", "the block is empty", "give it a title or an activity")


@rule(Day)
def day(schedule: Day, node: Node, context: Context) -> None:
    """The blocks of a day follow one another."""
    places = next((value for key, value in node.value if key.value == "blocks"), node)
    nodes = items(places, context, what="blocks")
    for (earlier, later), at in zip(pairwise(schedule.blocks), nodes[1:], strict=True):
        if later.from_ < (earlier.from_ + 1 if earlier.to is None else earlier.to):
            before_it = "begins" if earlier.to is None else "ends"
            context.wrong(at, "blocks", f"the block begins before the one above it {before_it}")


@rule(Fit)
def fit(given: Fit, node: Node, context: Context) -> None:
    """No two questions answer to one id: without an id, a number from 1."""
    seen = set()
    for place, one in enumerate(given.questions, 1):
        name = one.id or str(place)
        if name in seen:
            context.wrong(node, "questions", f"two questions are called {quoted(name)}", "give each an id of its own")
        seen.add(name)


@rule(Question)
def question(asked: Question, node: Node, context: Context) -> None:
    """A question has at least two answers, no two of them the same."""
    said = [answer.say.casefold() for answer in asked.answers]
    if len(set(said)) < max(2, len(said)):
        hint = "write answers: [{say: …}, …]"
        context.wrong(node, "questions", "a question needs at least two different answers", hint)


@form(Band)
def band(node: Node, context: Context) -> Band:
    """Exactly one of percentiles, range and mean, for a level or about a yardstick."""
    before = len(context.problems)
    given = record(Band, node, context)
    if len(context.problems) > before:
        return given
    statistics = sum((bool(given.percentiles), bool(given.range), given.mean is not None))
    if statistics != 1:
        found = f"found {'more than one' if statistics else 'none'}"
        message = f"a band needs exactly one of percentiles, range and mean: {found}"
        context.wrong(node, "band", message, "write a band for each")
    if bool(given.for_) == bool(given.about):
        context.wrong(node, "band", "a band is either for a level or about something else", "give `for` or `about`")
    if given.range and (len(given.range) != 2 or given.range[0] > given.range[1]):
        context.wrong(node, "band", "a range needs two rising amounts", "write range: [300000, 600000]")
    asked = dict(sorted(given.percentiles.items()))
    if any(not 1 <= percentile <= 99 for percentile in asked):
        context.wrong(node, "percentiles", "a percentile lies between 1 and 99")
    if list(asked.values()) != sorted(asked.values()):
        context.wrong(node, "percentiles", "a higher percentile has a lower amount")
    return given._replace(percentiles=asked)


def level(node: Node, context: Context, name: str, *, role: bool, over: bool = False) -> Level:
    """A level or a role. Its own `source` is the default of every claim in it.

    `over`: it only changes one of the ladder that is extended, which has said of which level a role is.
    """
    if not isinstance(node, MappingNode):
        context.wrong(node, "type", f"expected a {'role' if role else 'level'}, found {found(node)}", "write title: …")
        return Level(name)
    outer, body = context.source, []
    for key, key_node, value in pairs(node, context, what="a level"):
        if key == "source":
            context.source = outer if is_null(value) else decoder(Sources)(value, context)
        elif key in PARTS and context.parts is not None and key not in context.parts:
            continue
        elif not (key == "id" and value.value == name):
            body.append((key_node, value))
    given: dict[str, Any] = {"id": name, "source": context.source}
    if not role:
        given |= {"level": "", "discipline": ""}
    bare = MappingNode("", body, node.start_mark, node.end_mark)
    result = record(Level, bare, context, **given)
    if role and not (over or result.level):
        context.wrong(node, "missing-key", "a role needs a level", "add `level:` with the id of a level")
    context.source = outer
    return result
