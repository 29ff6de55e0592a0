"""What would I do all day: a schedule as somebody recorded it, or one composed from the time shares."""

from collections.abc import Mapping, Sequence
from typing import Final

from ladder.contents.citing import cited, satirical
from ladder.errors import LadderError, Unanswerable
from ladder.frozen import Frozen
from ladder.model import Activity, Archetype, Block, Day, DayKind, Ladder, Level, Share, Source, Statement
from ladder.needs import Needs
from ladder.questions.compare import Unstated, unstated_share
from ladder.times import clock

NEEDS: Final = Needs(parts=("time", "week", "days"))
WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")
LONGEST: Final = 120
"""Minutes: a composed block that would be longer is split in two."""


class Stretch(Frozen):
    """A part of the day in minutes after midnight. Where nothing was recorded, `recorded` is False.

    `to` is None where its end was not recorded: how long it took is not known, and counts nowhere. `starts` and
    `ends` are the same as times of day.
    """

    from_: int
    to: int | None
    title: str = ""
    activity: str = ""
    activity_title: str = ""
    does: str = ""
    candid: str = ""
    recorded: bool = True
    starts: str = ""
    ends: str = ""


class Spent(Frozen):
    """Minutes of one activity, their part of what is recorded in percent, and the share that the role reports."""

    activity: str
    title: str
    minutes: int
    percent: float
    share: Share | None


class Schedule(Frozen):
    """One day. `composed` ones are ours, made from the time shares; the others are as recorded."""

    title: str
    kind: DayKind | None
    composed: bool
    satire: bool
    on: str
    archetype: str
    archetype_title: str
    source: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    spent: tuple[Spent, ...]
    recorded: int
    open: int


class Spread(Frozen):
    """An activity of which there is no share, only what single people report: from the lowest to the highest."""

    activity: str
    title: str
    share: Share


class Other(Frozen):
    """A schedule that was not shown, and what to ask for it by."""

    title: str
    on: str
    archetype: str
    kind: DayKind


class Sum(Frozen):
    """What the five days of a week add up to, in minutes."""

    spent: tuple[Spent, ...]
    recorded: int
    open: int


class Days(Frozen):
    """The answer. `others` are schedules that exist and were not shown; `said` is what people say of their weeks.

    `sum` is None but for a week. `composable`: the shares of a week would make a day, too. Without shares and schedules
    `schedules` is empty: none was found.
    """

    id: str
    title: str
    schedules: tuple[Schedule, ...]
    sum: Sum | None
    others: tuple[Other, ...]
    time: tuple[Spread, ...]
    said: tuple[Statement, ...]
    unstated: Unstated | None
    sources: tuple[Source, ...]
    language: str = "en"
    composable: bool = False


def day(
    ladder: Ladder,
    name: str,
    *,
    hours: float | None = None,
    start: int | None = None,
    week: bool = False,
    every: bool = False,
    archetype: str = "",
    composed: bool = False,
) -> Days:
    """The day of a level or role; with `week`, the five days of one; with `every`, all that were recorded.

    `composed` asks for a day that is composed of the shares of a week though there are days on record.

    What people report of a level's weeks is not repeated for its roles, which have its archetypes when asked for them.

    `hours` (more than 0, at most 16) and `start` (minutes after midnight) shape a composed day and are refused
    for a recorded one.

    Raises LadderError where what is asked does not fit what exists, Unanswerable where the shares contradict
    themselves.
    """
    role = ladder.role(name)
    title = role.title or name
    own = ladder.written(name)
    every_hat = days_on_record(ladder, role)
    on_record = every_hat if archetype else days_on_record(ladder, role, own=True)
    recorded = [one for one in on_record if not archetype or one.archetype == archetype]
    if archetype and not recorded:
        raise LadderError(
            f"no schedule on record shows {title} as {archetype}", f"`ladder day {name}` shows what there is"
        )
    plain = [one for one in recorded if archetype or not one.archetype]
    chosen: Sequence[Day] = [] if composed else plain[:1]
    if week:
        weeks = {one.on: one for one in reversed(plain) if one.on}
        if not all(weekday in weeks for weekday in WEEK):
            hats = dict.fromkeys(one.archetype for one in every_hat if one.archetype and one.on)
            hint = f"these archetypes may have one: {', '.join(hats)}" if hats and not archetype else ""
            message = f"no whole week of {title} was recorded"
            raise LadderError(message, hint or f"`ladder day {name}` shows one day")
        chosen = [weeks[weekday] for weekday in WEEK]
    elif every:
        chosen = recorded
    if chosen and (hours is not None or start is not None):
        raise LadderError(
            "a recorded day has its own hours", "leave out `--hours` and `--start`: they only shape a composed day"
        )
    if composed and (week or every or archetype):
        raise LadderError("`--composed` makes a single day", "leave out `--week`, `--all` and `--archetype`")
    shares = {activity: share for activity, share in role.time.items() if not share.spans}
    if chosen:
        schedules = tuple(_recorded(ladder, role, one) for one in chosen)
    elif shares:
        schedules = (_composed(ladder, shares, 8 if hours is None else hours, 9 * 60 if start is None else start),)
    elif composed:
        hint = f"`ladder day {name}` shows what there is"
        raise LadderError(f"no time shares of {title} to compose a day from", hint)
    else:
        schedules = ()
    others = tuple(Other(one.title, one.on or "", one.archetype, one.kind) for one in on_record if one not in chosen)
    spread = tuple(
        Spread(activity, _title(ladder.activities, activity), share)
        for activity, share in role.time.items()
        if share.spans and activity in own.time
    )
    shown = () if archetype else own.week
    sources = cited([schedules, spread, shown], ladder.sources)
    total = _sum(ladder, schedules, role.time) if week else None
    left = unstated_share(role)
    return Days(role.id, title, schedules, total, others, spread, shown, left, sources, ladder.language, bool(shares))


def titles(ladder: Ladder) -> dict[str, str]:
    """The archetypes of a ladder, with their titles."""
    return {name: hat.title or name for name, hat in ladder.archetypes.items()}


def days_on_record(ladder: Ladder, role: Level, *, own: bool = False) -> tuple[Day, ...]:
    """The schedules of a level or role: its own, then those of the archetypes that it may have.

    `own` leaves out the archetypes that a role has from its level alone.
    """
    hats = worn_at(ladder, role, own=own)
    return (*role.days, *(one._replace(archetype=hat.id) for hat in hats for one in hat.days))


def worn_at(ladder: Ladder, role: Level, *, own: bool = False) -> list[Archetype]:
    """The archetypes of a level or role; `own` leaves out those that a role has from its level alone."""
    names = {role.id} if own else {role.id, role.level}
    return [hat for hat in ladder.archetypes.values() if names & set(hat.levels)]


def worn_days(ladder: Ladder, hat: Archetype) -> tuple[Schedule, ...]:
    """The schedules of an archetype, those of a weekday in the order of the week."""
    days = sorted(hat.days, key=lambda one: WEEK.index(one.on) if one.on in WEEK else len(WEEK))
    return tuple(_recorded(ladder, Level(hat.id), one._replace(archetype=hat.id)) for one in days)


def satirical_days(ladder: Ladder, role: Level) -> tuple[Schedule, ...]:
    """The schedules of a role that are satire."""
    return tuple(one for one in (_recorded(ladder, role, day) for day in role.days) if one.satire)


def _recorded(ladder: Ladder, role: Level, one: Day) -> Schedule:
    stretches: list[Stretch] = []
    for block in one.blocks:
        ended = stretches[-1].to if stretches else None
        if ended is not None and ended < block.from_:
            stretches.append(Stretch(ended, block.from_, recorded=False))
        stretches.append(_stretch(ladder, block))
    satire = one.kind == "satire" or satirical(one.source, ladder.sources)
    spent = _spent(ladder, stretches, role.time)
    recorded = sum(minutes(stretch) for stretch in stretches if stretch.recorded)
    last = stretches[-1].to or stretches[-1].from_ if stretches else 0
    gaps = last - stretches[0].from_ - recorded if stretches else 0
    return Schedule(
        one.title,
        one.kind,
        False,
        satire,
        one.on or "",
        one.archetype,
        _title(ladder.archetypes, one.archetype),
        one.source,
        _timed(stretches),
        spent,
        recorded,
        gaps,
    )


def _timed(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches with their times of day written out."""
    return tuple(
        one._replace(starts=clock(one.from_), ends="" if one.to is None else clock(one.to)) for one in stretches
    )


def _sum(ladder: Ladder, schedules: Sequence[Schedule], shares: Mapping[str, Share]) -> Sum:
    stretches = [stretch for schedule in schedules for stretch in schedule.stretches]
    return Sum(
        _spent(ladder, stretches, shares), sum(one.recorded for one in schedules), sum(one.open for one in schedules)
    )


def minutes(stretch: Stretch) -> int:
    """How long it took; nothing where its end is not known."""
    return 0 if stretch.to is None else stretch.to - stretch.from_


def _title(listed: Mapping[str, Activity] | Mapping[str, Archetype], name: str) -> str:
    """The title of an activity or archetype; its id where it has none."""
    known = listed.get(name)
    return known.title or known.id if known else name


def _stretch(ladder: Ladder, block: Block) -> Stretch:
    title = _title(ladder.activities, block.activity)
    return Stretch(block.from_, block.to, block.title or title, block.activity, title, block.does, block.candid)


def _spent(ladder: Ladder, stretches: Sequence[Stretch], shares: Mapping[str, Share]) -> tuple[Spent, ...]:
    spent: dict[str, int] = {}
    for stretch in stretches:
        if stretch.recorded and stretch.to is not None:
            spent[stretch.activity] = spent.get(stretch.activity, 0) + minutes(stretch)
    total = sum(spent.values())
    return tuple(
        Spent(name, _title(ladder.activities, name), took, 100 * took / total, _bare(shares.get(name)))
        for name, took in spent.items()
    )


def _bare(share: Share | None) -> Share | None:
    """A share without what is done in it and who reports what: beside minutes, the range alone is of use."""
    return share and share._replace(does=(), reports=())


def _composed(ladder: Ladder, shares: Mapping[str, Share], hours: float, start: int) -> Schedule:
    """A day whose activities have their shares of it: long ones first, in two parts, morning and afternoon."""
    length = round(hours * 60)
    if not 0 < length <= 16 * 60:
        raise LadderError(f"a day cannot have {hours:g} hours", "give `--hours` between 1 and 16")
    if start + length > 24 * 60:
        raise LadderError("the day would end after midnight", "start earlier, or give fewer hours")
    taken = share_out(shares, length)
    blocks: list[tuple[str, int, int]] = []
    parts = {name: 2 if spent > LONGEST else 1 for name, spent in taken.items()}
    for part in (0, 1):
        for name, spent in taken.items():
            if part < parts[name] and spent:
                first = _grid(spent / 2, length) if parts[name] == 2 else spent
                blocks.append((name, part, first if part == 0 else spent - first))
    stretches, now = [], start
    for name, part, spent in blocks:
        does = shares[name].does
        title = _title(ladder.activities, name)
        said = does[part % len(does)].text if does else ""
        stretches.append(Stretch(now, now + spent, title, name, title, said))
        now += spent
    if now < start + length:
        stretches.append(Stretch(now, start + length, recorded=False))
    source = tuple(dict.fromkeys(name for share in shares.values() for name in share.source))
    spent_on = _spent(ladder, stretches, shares)
    return Schedule(
        "", None, True, False, "", "", "", source, _timed(stretches), spent_on, now - start, start + length - now
    )


def share_out(shares: Mapping[str, Share], length: int) -> dict[str, int]:
    """Minutes of each activity in a day of `length` minutes, each inside its range.

    Every activity stands at the same point of its range: in the middle, or lower where the middles do not fit.
    What the shares leave open stays open.

    Raises Unanswerable where even the low ends need more than the whole day.
    """
    low = sum(share.low for share in shares.values())
    wide = sum(share.high - share.low for share in shares.values())
    if low > 100 + 1e-9:  # 97.4, 2.2 and 0.4 are a little more than 100 to a computer
        raise Unanswerable(f"the shares add up to at least {low:g}%", "the shares of a week cannot exceed 100%")
    point = min(0.5, max(0, 100 - low) / wide) if wide else 0.0
    minutes, exacts = {}, {}
    for name, share in shares.items():
        exact = exacts[name] = (share.low + point * (share.high - share.low)) * length / 100
        least, most = share.low * length / 100, share.high * length / 100
        rounded = _grid(exact, length)
        minutes[name] = (
            rounded
            if least <= rounded <= most
            else min(max(round(exact), -int(-least // 1)), int(most))
            if int(most) >= least
            else round(exact)
        )
    over = sum(minutes.values()) - length
    for name in sorted(minutes, key=lambda name: -minutes[name]):
        spare = min(over, minutes[name] - -int(-shares[name].low * length / 100 // 1))
        if over > 0 and spare > 0:
            minutes[name] -= spare
            over -= spare
    for _ in range(over):  # shares of no whole minute, such as seven of 14.28 %, were rounded up too often
        minutes[max(minutes, key=lambda name: minutes[name] - exacts[name])] -= 1
    return minutes


def _grid(minutes: float, length: int) -> int:
    """The nearest quarter of an hour; on a short day, five minutes."""
    step = 15 if length >= 240 else 5
    return round(minutes / step) * step
