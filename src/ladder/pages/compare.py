"""A comparison, laid out: a sentence for each side, what changes, time, pay, and the sum of it."""

from collections.abc import Collection
from typing import Final

from ladder.comparing.statements import Change as Changed
from ladder.comparing.statements import ChangeKind
from ladder.document import (
    Block,
    Cell,
    Change,
    Changes,
    Column,
    Document,
    Facts,
    Heading,
    Link,
    Note,
    Prose,
    Sheet,
    Span,
    Table,
    Thing,
)
from ladder.model import Statement
from ladder.pages import comp as pay_page
from ladder.pages.words import (
    SPANS,
    Footnotes,
    amount,
    bar,
    command,
    count,
    joined,
    listed,
    percent,
    running,
    scale,
    shared,
    unit,
    who,
)
from ladder.questions.comp import Pay
from ladder.questions.compare import Comparison, Counts, Hours, Move, Side, Subject

WORDS: Final[dict[ChangeKind, Change]] = {
    "new": Change("new", "+", "new"),
    "changes": Change("changes", "→", "raised"),
    "same": Change("the same", "=", "kept"),
    "unsaid": Change("not said again", "◦", "kept"),
}
INHERITED: Final = Change("inherited", "=", "kept")
"""What a level of a cumulative ladder has from those below it."""
ORDER: Final[tuple[ChangeKind, ...]] = ("new", "changes", "same", "unsaid")
MANY: Final = {"new": "new", "changes": "change", "same": "the same", "unsaid": "not said again"}
LEGEND: Final = "+ new   → changes   = the same   ◦ not said again: the sources do not say it of the higher level"


def page(answer: Comparison) -> Document:
    """The page of `ladder compare`."""
    title = " → ".join(called(side) for side in answer.sides)
    if answer.alike:
        return alike(answer)
    blocks: list[Block] = [Heading(title, aside(answer), 1)]
    blocks.append(
        Facts(tuple((_link(answer, index), side.summary or "no summary") for index, side in enumerate(answer.sides)))
    )
    footnotes = Footnotes(answer.sources)
    if any(move.subjects for move in answer.moves or ()):
        blocks.append(Note(LEGEND))
    for move in answer.moves or ():
        blocks += _move(answer, move, footnotes)
    if answer.time is not None:
        blocks += _time(answer, answer.time)
    if answer.pay is not None:
        blocks += _pay(answer, answer.pay)
    if answer.moves:
        blocks += _sum(answer)
    blocks += footnotes.blocks()
    return Document(title, tuple(blocks), answer.language)


def called(side: Side) -> str:
    """A side's title; with the name of a company's level where one was typed."""
    return f"{side.called} (here: {side.title})" if side.called else side.title


def alike(answer: Comparison) -> Document:
    """Several names that stand for one level are an answer."""
    side = answer.sides[0]
    names = [one.called or one.title for one in answer.sides]
    title = f"{listed(names)}: {'both' if len(names) == 2 else 'all'} are {side.title} here"
    more = Note(running("What that level is: ", command("show", side.id), "."), prompt=True)
    return Document(
        title, (Heading(title, "", 1), Prose(side.summary), more) if side.summary else (Heading(title, "", 1), more)
    )


def sheet(answer: Comparison) -> Sheet:
    """One row a statement: which move, which competency, what became of it."""
    columns = ("from", "to", "competency", "competency_title", "change", "before", "after", "source")
    rows = []
    for move in answer.moves or ():
        sides = answer.sides[move.before].id, answer.sides[move.after].id
        for subject in move.subjects:
            for change in subject.changes:
                sources = dict.fromkeys(name for one in (change.before, change.after) if one for name in one.source)
                said = (one.text if one else None for one in (change.before, change.after))
                rows.append((*sides, subject.id, subject.title, change.kind, *said, " ".join(sources)))
    if answer.moves is None and answer.time is not None:
        return _time_sheet(answer)
    if answer.moves is None and answer.pay is not None:
        sheets = [pay_page.sheet(pay) for pay in answer.pay]
        return Sheet(sheets[0].columns, tuple(row for one in sheets for row in one.rows))
    return Sheet(columns, tuple(rows))


def _name(answer: Comparison, index: int) -> str:
    """A side's title; with its ladder where the sides come from several."""
    side = answer.sides[index]
    return side.title if _one_ladder(answer) else f"{side.title} ({side.ladder})"


def _link(answer: Comparison, index: int) -> Link:
    """The same, leading to the level or role."""
    side = answer.sides[index]
    ladder = "" if _one_ladder(answer) else side.ladder
    return Link(_name(answer, index), Thing("role" if side.level else "level", side.id, ladder))


def _one_ladder(answer: Comparison) -> bool:
    return len({side.ladder for side in answer.sides}) == 1


def aside(answer: Comparison) -> str:
    """How far apart the sides are; of several ladders, whose they are."""
    first, last = answer.sides[0], answer.sides[-1]
    ladders = dict.fromkeys(side.ladder for side in answer.sides)
    if len(ladders) > 1:
        return " · ".join(ladders)
    tracks = dict.fromkeys(side.track for side in answer.sides if side.track)
    rise = last.rank - first.rank
    steps = "one level up" if rise == 1 else f"{rise} levels up" if rise > 1 else "side by side"
    return " · ".join([steps, *(f"{track} track" if len(tracks) == 1 else track for track in tracks)])


def _move(answer: Comparison, move: Move, footnotes: Footnotes) -> list[Block]:
    before, after = _name(answer, move.before), _name(answer, move.after)
    blocks: list[Block] = []
    if len(answer.sides) > 2:
        about = f"{answer.sides[move.before].id} {answer.sides[move.after].id}"
        blocks.append(Heading(f"{before} → {after}", _tally(move.counts), about=about))
    group, named = "", False
    for subject in move.subjects:
        inherited = set(subject.after.inherited) if subject.after else set()
        rows = tuple(
            _row(change, footnotes, inherited) for kind in ORDER for change in subject.changes if change.kind == kind
        )
        if not rows:
            continue
        aside_ = _steps(subject) or (subject.group if subject.group != group else "")
        group = subject.group
        competency = Thing("competency", subject.id) if _one_ladder(answer) else subject.id
        title = f"{subject.other} = {subject.title}" if subject.other else subject.title
        blocks.append(Heading(title, aside_, 3 if len(answer.sides) > 2 else 2, competency))
        blocks.append(Changes(before, after, rows, again=named))
        named = True
    blocks += _unmatched(answer, move)
    if not move.subjects and move.counts.same:
        blocks.append(Note("every statement is the same.", "no change"))
    elif not move.subjects and not (move.only_before or move.only_after):
        blocks.append(Note("neither side says what it expects.", "nothing to compare"))
    return blocks


def _unmatched(answer: Comparison, move: Move) -> list[Block]:
    """The competencies of two ladders of which only one has each."""
    blocks: list[Block] = []
    for side, alone in ((move.before, move.only_before), (move.after, move.only_after)):
        if alone:
            named = listed([f"{one.title} ({count(one.statements, 'statement')})" for one in alone])
            blocks.append(Note(f"{named}; no counterpart, so nothing of it is counted.", f"only {_name(answer, side)}"))
    return blocks


def _row(change: Changed, footnotes: Footnotes, inherited: Collection[Statement]) -> Change:
    before, after = change.before, change.after
    if before and after and change.kind == "same":
        said = footnotes(_text(after), before.source, after.source)
        return (INHERITED if after in inherited else WORDS["same"])._replace(before=said, after=said)
    return WORDS[change.kind]._replace(
        before=footnotes(_text(before), before.source) if before else "",
        after=footnotes(_text(after), after.source) if after else "",
    )


def _text(statement: Statement) -> str:
    return statement.text + (" (optional)" if statement.optional else "")


def _steps(subject: Subject) -> str:
    """The steps or labels of a competency's scale on both sides, where it has any."""
    words = [(side.label or side.step) if side else "" for side in (subject.before, subject.after)]
    if not any(words):
        return ""
    return f"{words[0] or 'not stated'} → {words[1] or 'not stated'}" if words[0] != words[1] else words[0]


def _time(answer: Comparison, time: tuple[Hours, ...]) -> list[Block]:
    heading = Heading("Where the time goes", "share of a week", about="time")
    known = [index for index in range(len(answer.sides)) if any(hours.shares[index] for hours in time)]
    silent = [_name(answer, index) for index in range(len(answer.sides)) if index not in known]
    missing = [Note(f"{listed(silent)}; nothing is filled in.", "no time shares found")] if silent else []
    if not known:
        return [heading, *missing]
    scaled = scale(share for hours in time for share in hours.shares)
    columns = [Column("")]
    for index in known:
        columns += [Column(_link(answer, index)), Column("", "bar", scale=scaled, unit="%")]
    rows = [_hours(hours, known) for hours in time] + [_unstated(answer, known)]
    sums = []
    for index in known:
        shares = [hours.shares[index] for hours in time]
        names = dict.fromkeys(name for share in shares if share and not share.spans for name in share.source)
        unstated = answer.unstated[index]
        if unstated:
            total = percent(unstated.sum_low, unstated.sum_high)
            sums.append(f"{_name(answer, index)} {total} ({who(names, answer.sources) or 'no source'})")
    notes = [Note(f"{listed(sums)}, as published and not scaled to 100.", "in sum")] if sums else []
    spans = [
        _name(answer, index)
        for index in known
        if any(share.spans for hours in time if (share := hours.shares[index]) is not None)
    ]
    if spans:
        notes.append(Note(SPANS, "*"))
    told = [
        answer.sides[index].id
        for index in known
        if any(share.reports for hours in time if (share := hours.shares[index]))
    ]
    if told and len({side.ladder for side in answer.sides}) == 1:
        commands = joined([command("show", name, "--topic", "time") for name in told])
        notes.append(Note(running(commands, "."), "what single people report", prompt=True))
    return [heading, Table(tuple(columns), tuple(rows)), *notes, *missing]


def _hours(hours: Hours, known: list[int]) -> tuple[Cell, ...]:
    row: list[Cell] = [hours.title]
    for index in known:
        share = hours.shares[index]
        row += [shared(share), bar(share)] if share else [Span("not reported", "quiet"), None]
    return tuple(row)


def _unstated(answer: Comparison, known: list[int]) -> tuple[Cell, ...]:
    row: list[Cell] = [Span("unstated", "quiet")]
    for index in known:
        unstated = answer.unstated[index]
        if unstated and unstated.low:
            row += [Span(percent(unstated.low, unstated.high), "quiet"), None]
        elif unstated and unstated.high:
            row += [Span(f"up to {percent(unstated.high, unstated.high)}", "quiet"), None]
        else:
            row += [Span("none" if unstated else "not known", "quiet"), None]
    return tuple(row)


def _pay(answer: Comparison, pays: tuple[Pay, ...]) -> list[Block]:
    units = {unit(row.currency, row.per) for pay in pays for row in pay.rows}
    blocks: list[Block] = [Heading("Pay", units.pop() if len(units) == 1 else "", about="pay")]
    for pay in pays:
        blocks += [block for block in pay_page.tables(pay) if not isinstance(block, Heading)]
    return blocks


def _sum(answer: Comparison) -> list[Block]:
    assert answer.moves is not None
    blocks: list[Block] = [Heading("What changes", about="sum")]
    for move in answer.moves:
        before, after = _name(answer, move.before), _name(answer, move.after)
        sentences = [f"From {before} to {after}: {_tally(move.counts)}."]
        sentences += _shifts(answer, move)
        sentences += _raise(answer, move)
        blocks.append(Prose(" ".join(sentences)))
    return blocks


def _tally(counts: Counts) -> str:
    parts = [f"{number} {MANY[kind]}" for kind, number in zip(Counts._fields, counts, strict=True) if number]
    return listed(parts) if parts else "no statement changes"


def _shifts(answer: Comparison, move: Move) -> list[str]:
    """Activities whose whole range moved: more or less time, as published for both sides."""
    sentences = []
    for hours in answer.time or ():
        old, new = hours.shares[move.before], hours.shares[move.after]
        if not old or not new or old.spans or new.spans:
            continue
        if new.high < old.low or new.low > old.high or (new.high < old.high and new.low < old.low):
            sentences.append(
                f"{hours.title} goes from {percent(old.low, old.high)} of the week to {percent(new.low, new.high)}."
            )
    return sentences


def _raise(answer: Comparison, move: Move) -> list[str]:
    """The medians of one survey that has both sides: figures of two surveys are never held against each other."""
    lower, higher = answer.sides[move.before], answer.sides[move.after]
    if not answer.pay or lower.ladder != higher.ladder:
        return []
    rows = [row for pay in answer.pay for row in pay.rows if 50 in row.percentiles]
    return [
        f"Median {new.measure}, by {who(new.source, answer.sources)}: from {amount(old.percentiles[50])} "
        f"to {amount(new.percentiles[50])} {unit(new.currency, new.per)}."
        for old in rows
        for new in rows
        if (old.id, new.id) == (lower.id, higher.id) and (old.survey, old.segment) == (new.survey, new.segment)
    ]


def _time_sheet(answer: Comparison) -> Sheet:
    rows = []
    for hours in answer.time or ():
        for side, share in zip(answer.sides, hours.shares, strict=True):
            source = " ".join(share.source) if share else ""
            ends = (share.low, share.high, share.spans) if share else (None, None, None)
            rows.append((side.id, hours.id, hours.title, *ends, source))
    columns = ("id", "activity", "activity_title", "low_percent", "high_percent", "spans_reports", "source")
    return Sheet(columns, tuple(rows))
