"""A comparison, laid out: a sentence for each side, what changes, time, pay, and the sum of it."""

from ladder.document import (
    Bar,
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
from ladder.model import Share, Statement
from ladder.pages import comp as pay_page
from ladder.pages.words import (
    SPANS,
    Footnotes,
    amount,
    command,
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
from ladder.questions.compare import Comparison, Counts, Hours, Move, Subject
from ladder.questions.matching import Change as Changed
from ladder.questions.matching import ChangeKind

WORDS: dict[ChangeKind, Change] = {
    "new": Change("new", "+", "new"),
    "raised": Change("raised", "↑", "raised"),
    "differs": Change("differs", "~", "raised"),
    "kept": Change("kept", "=", "kept"),
    "left": Change("left behind", "−", "left"),
}
ORDER: tuple[ChangeKind, ...] = ("raised", "differs", "left", "new", "kept")
MANY = {"new": "new", "raised": "raised", "differs": "different", "kept": "kept", "left": "left behind"}


def page(answer: Comparison) -> Document:
    """The page of `ladder compare`."""
    title = " → ".join(side.title for side in answer.sides)
    blocks: list[Block] = [Heading(title, _aside(answer), 1)]
    blocks.append(
        Facts(tuple((_link(answer, index), side.summary or "no summary") for index, side in enumerate(answer.sides)))
    )
    footnotes = Footnotes(answer.sources)
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
    return side.title if len({side.ladder for side in answer.sides}) == 1 else f"{side.title} ({side.ladder})"


def _link(answer: Comparison, index: int) -> Link:
    """The same, leading to the level or role."""
    side = answer.sides[index]
    ladder = "" if len({side.ladder for side in answer.sides}) == 1 else side.ladder
    return Link(_name(answer, index), Thing("role" if side.level else "level", side.id, ladder))


def _aside(answer: Comparison) -> str:
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
    one_ladder = len({side.ladder for side in answer.sides}) == 1
    group, named = "", False
    for subject in move.subjects:
        rows = tuple(_row(change, footnotes) for kind in ORDER for change in subject.changes if change.kind == kind)
        if not rows:
            continue
        aside = _steps(subject) or (subject.group if subject.group != group else "")
        group = subject.group
        competency = Thing("competency", subject.id) if one_ladder else subject.id
        blocks.append(Heading(subject.title, aside, 3 if len(answer.sides) > 2 else 2, competency))
        blocks.append(Changes(before, after, rows, again=named))
        named = True
    if not move.subjects and move.counts.kept:
        blocks.append(Note("every statement is kept.", "no change"))
    elif not move.subjects:
        blocks.append(Note("neither side says what it expects.", "nothing to compare"))
    return blocks


def _row(change: Changed, footnotes: Footnotes) -> Change:
    before, after = change.before, change.after
    if before and after and change.kind == "kept":
        said = footnotes(_said(after), before.source, after.source)
        return WORDS["kept"]._replace(before=said, after=said)
    return WORDS[change.kind]._replace(
        before=footnotes(_said(before), before.source) if before else "",
        after=footnotes(_said(after), after.source) if after else "",
    )


def _said(statement: Statement) -> str:
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
    told = [answer.sides[index].id for index in known if any(_told(hours.shares[index]) for hours in time)]
    if told and len({side.ladder for side in answer.sides}) == 1:
        commands = joined([command("show", name, "--topic", "time") for name in told])
        notes.append(Note(running(commands, "."), "what single people report", prompt=True))
    return [heading, Table(tuple(columns), tuple(rows)), *notes, *missing]


def _told(share: Share | None) -> bool:
    return share is not None and bool(share.reports)


def _hours(hours: Hours, known: list[int]) -> tuple[Cell, ...]:
    row: list[Cell] = [hours.title]
    for index in known:
        share = hours.shares[index]
        row += [shared(share), _share_bar(share)] if share else [Span("not reported", "quiet"), None]
    return tuple(row)


def _share_bar(share: Share) -> Bar:
    return Bar(thin=(0, share.low), thick=(share.low, share.high))


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
        fresh = {subject.title: sum(change.kind == "new" for change in subject.changes) for subject in move.subjects}
        most = max(fresh.values(), default=0)
        where = [f"{title} ({number})" for title, number in fresh.items() if number == most]
        if most > 1 and len(where) <= 2:
            sentences.append(f"Most that is new: {listed(where)}.")
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
