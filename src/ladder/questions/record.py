"""The satirical file record of a role, all of it, with its day and the pay it names. Satire is marked as satire."""

from typing import Final, Literal

from ladder.contents.citing import cited
from ladder.errors import Unanswerable
from ladder.frozen import Frozen
from ladder.model import Ladder, Record, Source
from ladder.needs import Needs
from ladder.questions.comp import Row, comp
from ladder.questions.day import Schedule, satirical_days

NEEDS: Final = Needs(parts=("time", "days", "record"), pay=True, also=("levels", "roles"))


class FileRecord(Frozen):
    """The answer. `pay` are the figures for this role that come from satire, which `comp` shows apart from surveys."""

    id: str
    title: str
    satire: Literal[True]
    record: Record
    days: tuple[Schedule, ...]
    pay: tuple[Row, ...]
    sources: tuple[Source, ...]
    language: str = "en"


def recorded(ladder: Ladder) -> list[str]:
    """The levels and roles that have a file record."""
    return [role.id for role in (*ladder.levels.values(), *ladder.roles.values()) if role.record]


def record(ladder: Ladder, name: str, *, today: str = "") -> FileRecord:
    """The file record of a level or role.

    Raises Unanswerable where it has none.
    """
    role = ladder.role(name)
    title = role.title or name
    if role.record is None:
        known = recorded(ladder)
        hint = f"these have one: {', '.join(known)}" if known else f"`ladder show {name}` shows what is known of it"
        raise Unanswerable(f"no file record of {title}", hint)
    pay = tuple(row for row in comp(ladder, [name], today=today).rows if row.satire)
    days = tuple(one._replace(spent=()) for one in satirical_days(ladder, role))
    answer = FileRecord(name, title, True, role.record, days, pay, ())
    return answer._replace(sources=cited([answer], ladder.sources), language=ladder.language)
