"""What would I do all day: a schedule as somebody recorded it, or one composed from the time shares."""

from collections.abc import Mapping, Sequence
from typing import Final

from ladder.errors import LadderError, Unanswerable
from ladder.frozen import Frozen
from ladder.model import Block, Day, DayKind, Ladder, Level, Share, Source
from ladder.questions.citing import cited, satirical
from ladder.questions.compare import Unstated, unstated_share

WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")
LONGEST: Final = 120
"""Minutes: a composed block that would be longer is split in two."""


class Stretch(Frozen):
    """A part of the day in minutes after midnight. Where nothing was recorded, `recorded` is False."""

    from_: int
    to: int
    title: str = ""
    activity: str = ""
    activity_title: str = ""
    does: str = ""
    candid: str = ""
    recorded: bool = True


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
    source: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    spent: tuple[Spent, ...]
    recorded: int
    open: int


class Other(Frozen):
    """A schedule that was not shown, and how to ask for it."""

    title: str
    on: str
    archetype: str
    kind: DayKind


class Days(Frozen):
    """The answer. `others` are schedules that exist and were not shown.

    Without shares and schedules `schedules` is empty: none was found.
    """

    id: str
    title: str
    schedules: tuple[Schedule, ...]
    others: tuple[Other, ...]
    unstated: Unstated | None
    sources: tuple[Source, ...]


def day(
    ladder: Ladder,
    name: str,
    *,
    hours: float | None = None,
    start: int | None = None,
    week: bool = False,
    archetype: str = "",
) -> Days:
    """The day of a level or role; with `week`, the five days of one.

    `hours` (more than 0, at most 16) and `start` (minutes after midnight) shape a composed day and are refused
    for a recorded one.

    Raises LadderError where what is asked does not fit what exists, Unanswerable where the shares contradict
    themselves.
    """
    role = ladder.role(name)
    recorded = [one for one in role.days if not archetype or one.archetype == archetype]
    if archetype and not recorded:
        raise LadderError(
            f"no schedule of {role.title or name} as {archetype}", f"`ladder day {name}` shows what there is"
        )
    plain = [one for one in recorded if archetype or not one.archetype]
    if week:
        weeks = {one.on: one for one in reversed(plain) if one.on}
        if not all(weekday in weeks for weekday in WEEK):
            hats = dict.fromkeys(one.archetype for one in role.days if one.archetype and one.on)
            hint = f"an archetype may have one: {', '.join(hats)}" if hats and not archetype else ""
            message = f"no week of {role.title or name} was recorded, which takes five days"
            raise LadderError(message, hint or f"`ladder day {name}` shows one day")
        chosen: Sequence[Day] = [weeks[weekday] for weekday in WEEK]
    else:
        chosen = plain[:1]
    if chosen and (hours is not None or start is not None):
        raise LadderError(
            "a recorded day has its own hours", "leave out `--hours` and `--start`: they shape a composed day"
        )
    if chosen:
        schedules = tuple(_recorded(ladder, role, one) for one in chosen)
    elif role.time:
        schedules = (_composed(ladder, role, 8 if hours is None else hours, 9 * 60 if start is None else start),)
    else:
        schedules = ()
    others = tuple(Other(one.title, one.on or "", one.archetype, one.kind) for one in role.days if one not in chosen)
    sources = cited([schedules, role.time if schedules else ()], ladder.sources)
    return Days(role.id, role.title or role.id, schedules, others, unstated_share(role), sources)


def _recorded(ladder: Ladder, role: Level, one: Day) -> Schedule:
    stretches: list[Stretch] = []
    for block in one.blocks:
        if stretches and stretches[-1].to < block.from_:
            stretches.append(Stretch(stretches[-1].to, block.from_, recorded=False))
        stretches.append(_stretch(ladder, block))
    satire = one.kind == "satire" or satirical(one.source, ladder.sources)
    spent = _spent(ladder, stretches, role.time)
    recorded = sum(stretch.to - stretch.from_ for stretch in stretches if stretch.recorded)
    gaps = sum(stretch.to - stretch.from_ for stretch in stretches if not stretch.recorded)
    return Schedule(
        one.title,
        one.kind,
        False,
        satire,
        one.on or "",
        one.archetype,
        one.source,
        tuple(stretches),
        spent,
        recorded,
        gaps,
    )


def _stretch(ladder: Ladder, block: Block) -> Stretch:
    activity = ladder.activities.get(block.activity)
    title = (activity.title or activity.id) if activity else ""
    return Stretch(block.from_, block.to, block.title or title, block.activity, title, block.does, block.candid)


def _spent(ladder: Ladder, stretches: Sequence[Stretch], shares: Mapping[str, Share]) -> tuple[Spent, ...]:
    minutes: dict[str, int] = {}
    for stretch in stretches:
        if stretch.recorded:
            minutes[stretch.activity] = minutes.get(stretch.activity, 0) + stretch.to - stretch.from_
    total = sum(minutes.values())
    return tuple(
        Spent(
            name,
            (ladder.activities[name].title or name) if name in ladder.activities else "",
            spent,
            100 * spent / total,
            shares.get(name),
        )
        for name, spent in minutes.items()
    )


def _composed(ladder: Ladder, role: Level, hours: float, start: int) -> Schedule:
    """A day whose activities have their shares of it: long ones first, in two parts, morning and afternoon."""
    length = round(hours * 60)
    if not 0 < length <= 16 * 60:
        raise LadderError(f"a day of {hours:g} hours", "give `--hours` between 1 and 16")
    if start + length > 24 * 60:
        raise LadderError("a day that ends after midnight", "start earlier, or take fewer hours")
    minutes = share_out(role.time, length)
    blocks: list[tuple[str, int, int]] = []
    parts = {name: 2 if spent > LONGEST else 1 for name, spent in minutes.items()}
    for part in (0, 1):
        for name, spent in minutes.items():
            if part < parts[name] and spent:
                first = _grid(spent / 2, length) if parts[name] == 2 else spent
                blocks.append((name, part, first if part == 0 else spent - first))
    stretches, now = [], start
    for name, part, spent in blocks:
        does = role.time[name].does
        activity = ladder.activities.get(name)
        title = (activity.title or name) if activity else name
        said = does[part % len(does)].text if does else ""
        stretches.append(Stretch(now, now + spent, title, name, title, said))
        now += spent
    if now < start + length:
        stretches.append(Stretch(now, start + length, recorded=False))
    source = tuple(dict.fromkeys(name for share in role.time.values() for name in share.source))
    spent_on = _spent(ladder, stretches, role.time)
    return Schedule(
        "", None, True, False, "", "", source, tuple(stretches), spent_on, now - start, start + length - now
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
        raise Unanswerable(f"the shares add up to {low:g} % at least", "shares of one week cannot need more than 100 %")
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
