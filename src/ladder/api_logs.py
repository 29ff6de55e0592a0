"""The way through for a program that reads logs of work: as in `api`, names in, answers out.

A log is a file or a folder of files; None is the one that LADDER_LOG names, else the user's own. Nothing is written,
and nothing leaves the machine.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from ladder import names, opening
from ladder.errors import LadderError, UnknownName
from ladder.model import Ladder
from ladder.needs import Needs
from ladder.opening import Where, opened, whole
from ladder.showing import shows

if TYPE_CHECKING:
    from ladder.logs.entry import Log
    from ladder.questions.gap import Gap
    from ladder.questions.log import Logbook
    from ladder.questions.packet import Packet
    from ladder.questions.plan import Plan
    from ladder.questions.suggest import Suggestion

Logs = str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None
"""A log of work, or several: files, or folders of files. None is the one that LADDER_LOG names, else the user's."""


def evidence(path: str | os.PathLike[str] | None = None) -> "Log":
    """A log of work, read as people write it: its entries with dates, links, and what their writer claims.

    Raises CannotRead where there is no log.
    """
    from ladder.logs.files import default_path, read_log

    return read_log(default_path(os.environ) if path is None else os.fspath(path))


def suggest(text: str, *, ladder: Where = None, log: "Log | None" = None) -> "tuple[Suggestion, ...]":
    """The competencies that an entry may be about, the likeliest first, each with the words that say so.

    What stands with a claim in a `log` counts, too. Where nothing speaks for a competency, there is none.
    """
    from ladder.questions import suggest as question

    side = opening.header(ladder)
    if not question.has_words(side.competencies):
        side = whole(ladder, question.NEEDS)
    confirmed = [one for one in log.entries if one.tags] if log else []
    return question.suggest(question.vocabulary(side), text, confirmed)


@shows("log")
def log(logs: Logs = None) -> "Logbook":
    """The entries of logs, the newest first, and what in them was taken for no entry."""
    from ladder.questions import log as question

    return question.log(_logs(logs))


@shows("gap")
def gap(level: str | None = None, *, logs: Logs = None, ladder: Where = None) -> "Gap":
    """What a level expects, statement by statement, beside what logs have for it.

    `level` is the one to look at; without it, the log's own (`next`), or else the one above its writer's (`now`).
    """
    from ladder.questions import gap as question

    read = _logs(logs)
    side, name, before, called = _towards(level, read, ladder, question.NEEDS)
    return question.gap(side, name, read, before, called)


@shows("plan")
def plan(
    level: str | None = None,
    *,
    statements: Sequence[str] = (),
    log: str | os.PathLike[str] | None = None,
    ladder: Where = None,
) -> "Plan":
    """What to do about statements of a level that the log has nothing for.

    `level` is the one to look at; without it, the log's own. `statements` are those to plan for ("people/sponsors");
    without any, the first that the log has nothing for.
    """
    from ladder.questions import plan as question

    read = evidence(log)
    side, name, before, called = _towards(level, [read], ladder, question.NEEDS)
    return question.plan(side, name, read, before, statements, called)


@shows("packet")
def packet(level: str | None = None, *, log: str | os.PathLike[str] | None = None, ladder: Where = None) -> "Packet":
    """The case for a level so far, in the writer's own words and without what is private."""
    from ladder.questions import packet as question

    read = evidence(log)
    side, name, before, called = _towards(level, [read], ladder, question.NEEDS)
    return question.packet(side, name, read, before, called)


def _logs(logs: Logs) -> "list[Log]":
    if logs is None or isinstance(logs, str | os.PathLike):
        return [evidence(logs)]
    return [evidence(one) for one in logs] or [evidence()]


def _towards(level: str | None, logs: "Sequence[Log]", where: Where, needs: Needs) -> tuple[Ladder, str, str, str]:
    """The ladder with the level that is looked at and the one before it, and their ids; no id where there is none.

    Last, the ladder's name where a command must give it, because the log named it.
    """
    from ladder.questions import gap as question
    from ladder.questions.log import said_once

    own = "" if where else said_once(logs, "ladder")
    where = where or own or None
    now = said_once(logs, "now")
    typed = level or said_once(logs, "next")
    if not typed and now:
        typed = question.above(*opened([now], where, question.STEPS).one)
    if not typed:
        hint = "name one: `ladder gap staff`; or write `next: staff` between two lines of --- at the top of the log"
        raise LadderError("neither the command nor the log says which level to look at", hint)
    found = names.find(typed, opening.named(where, ()), opening.other)
    prefix = f"{typed.rpartition(':')[0]}:" if typed.partition(":")[0] == found.ladder.name else ""
    before = _before(found, now, where)
    both = opened([typed, *([prefix + before] if before else [])], where, needs)
    side, ids = both.together("levels of two ladders", "name a level of the log's ladder")
    return side, ids[0], before, "" if own and side.name == opening.named().name else own


def _before(found: names.Found, now: str, where: Where) -> str:
    """Where the writer stands, if that is a level of this ladder; else the level below the one that is looked at."""
    if now:
        with suppress(UnknownName):
            here = names.find(now, opening.named(where, ()), opening.other)
            if here.ladder.name == found.ladder.name:
                return here.id
    order = found.ladder.order
    return order[order.index(found.id) - 1] if found.id in order[1:] else ""
