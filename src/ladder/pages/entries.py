"""How pages show the entries of a log: in their writer's words, each with its date."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ladder.document import Item, Note, Text
from ladder.logs.entry import Entry
from ladder.pages.words import MONTHS, argument, typed
from ladder.questions.gap import Gap, Mark

if TYPE_CHECKING:  # it brings along what suggests competencies
    from ladder.questions.plan import Plan

SIGNS: Final[dict[Mark, str]] = {"outcome": "●", "open": "◐", "absent": "○"}
LEGEND: Final = "● in the log  ◐ there, no outcome yet  ○ not in the log"


def when(date: str | None) -> str:
    """A date as it is read, to its precision.

    >>> when("2026-11-24"), when("2026-11"), when("2026-Q4"), when(None)
    ('24 Nov 2026', 'Nov 2026', 'Q4 2026', '')
    """
    if not date:
        return ""
    year, _, rest = date.partition("-")
    if not rest or rest[0] in "QH":
        return f"{rest} {year}".strip()
    month, _, day = rest.partition("-")
    return " ".join(filter(None, (str(int(day)) if day else "", MONTHS[int(month) - 1], year)))


def line(entry: Entry) -> str:
    """An entry on a line: its date, its words, what came of it, and that it is private."""
    said = " · ".join(filter(None, (when(entry.date), entry.text)))
    said += f" → {entry.impact}" if entry.impact and entry.impact not in entry.text else ""
    return said + (" (private)" if entry.private else "")


def item(entry: Entry) -> Item:
    """An entry as it stands, with all that is below it."""
    details = [*entry.more]
    details += [f"impact: {entry.impact}"] if entry.impact and entry.impact not in (entry.text, *entry.more) else []
    details += [f"said: {one}" for one in entry.said]
    details += [link for link in entry.links if link not in entry.text and link not in entry.more]
    aside = [when(entry.date), *(f"#{tag}" for tag in entry.tags), *(["private"] if entry.private else [])]
    aside += ["stands in the log before"] if entry.repeats else []
    return Item(entry.text, tuple(details), ", ".join(filter(None, aside)))


def closing(answer: "Gap | Plan") -> Text:
    """What a page about somebody's evidence ends with."""
    lead = "Not in the log is not the same as not done. Meeting all of it promotes nobody"
    asked = f" --ladder {argument(answer.ladder)}" if answer.ladder else ""
    ends = f"{argument(answer.before)} {argument(answer.id)}"
    return typed(f"{lead}: `ladder{asked} path {ends}`." if answer.before else f"{lead}.")


def unknown(claims: Iterable[str]) -> list[Note]:
    """A note on claims that name nothing in the ladder."""
    some = ", ".join(f"#{one}" for one in claims)
    return [Note(f"{some}.", "no competency of this ladder")] if some else []
