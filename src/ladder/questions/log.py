"""A log as it is read: its entries, which of them claim nothing yet, and what was passed over."""

from collections.abc import Sequence
from typing import Final

from ladder.errors import LadderError, listed
from ladder.frozen import Frozen
from ladder.logs.entry import Entry, Log, PassedOver
from ladder.needs import Needs
from ladder.questions.gap import distinct, newest_first

NEEDS: Final = Needs(parts=(), all=())


class Logbook(Frozen):
    """The answer: the entries of logs, the newest first, where the logs stand, and what was taken for no entry."""

    logs: tuple[str, ...]
    paths: tuple[str, ...]
    entries: tuple[Entry, ...]
    passed_over: tuple[PassedOver, ...]
    language: str = "en"


def log(logs: Sequence[Log]) -> Logbook:
    """The entries of logs, the newest first."""
    every = tuple(entry for one in logs for entry in one.entries)
    return Logbook(
        distinct([one.name for one in logs]),
        tuple(one.path for one in logs),
        tuple(every[place] for place in newest_first(every)),
        tuple(one for some in logs for one in some.passed_over),
    )


def said_once(logs: Sequence[Log], field: str) -> str:
    """What the first lines of all logs say for a key (`ladder`, `now`, `next`), where they agree; empty where none do.

    Raises LadderError where they differ.
    """
    said = dict.fromkeys(value for one in logs if (value := getattr(one, field)))
    if len(said) > 1:
        how = "`--ladder NAME` names one" if field == "ladder" else "name the level: `ladder gap LEVEL`"
        raise LadderError(f"the logs differ in their `{field}`: {listed(said)}", how)
    return next(iter(said), "")
