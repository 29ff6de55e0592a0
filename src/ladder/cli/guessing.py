"""What a first word that is no command was meant to be: another word for a command, or a name of the ladder."""

from collections.abc import Sequence
from typing import Final

from ladder.cli.commands import COMMANDS
from ladder.errors import LadderError, UnknownName, argument, nearest

WORDS: Final = {
    "pay": "comp", "salary": "comp", "salaries": "comp", "compensation": "comp", "offer": "comp --offer 245k",
    "difference": "compare", "vs": "compare", "versus": "compare", "find": "search", "grep": "search",
    "level": "show", "role": "show", "info": "show", "describe": "show", "company": "map", "companies": "map",
    "equivalents": "map", "levels": "list levels", "roles": "list roles", "competencies": "list competencies",
    "ls": "list", "promotion": "path", "promo": "path", "next": "path", "week": "day --week", "schedule": "day",
    "new": "init", "create": "init", "check": "validate", "lint": "validate", "convert": "import", "table": "matrix",
}  # fmt: skip
"""Words for which people would look, and the commands that answer."""


def meant(typed: Sequence[str], ladder: str | None) -> LadderError:
    """The error for a first word that is no command, with what to type instead."""
    word, *rest = typed
    if word.lower() in WORDS:
        command, _, more = WORDS[word.lower()].partition(" ")
        again = " ".join(map(argument, rest)) if not more.startswith("-") else " ".join([*map(argument, rest), more])
        again = " ".join(filter(None, (command, more if more and not more.startswith("-") else "", again)))
        return UnknownName("command", word, (), f"`ladder {again}` answers that")
    if beside := _beside(word, ladder):
        name, other = argument(word), argument(rest[0] if rest else beside)
        hint = f"`ladder show {name}` shows it, `ladder compare {name} {other}` shows what changes"
        return UnknownName("command", word, (), hint)
    return UnknownName("command", word, nearest(word, COMMANDS), "`ladder --help` shows all commands")


def _beside(word: str, ladder: str | None) -> str:
    """A level next to the one that a word names, to compare it with; nothing where it names no level or role."""
    from ladder import names, opening

    try:
        found = names.find(word, opening.named(ladder, ()), opening.other)
    except LadderError:
        return ""
    order = found.ladder.order
    place = order.index(found.id) if found.id in order else 0
    return next((order[at] for at in (place + 1, place - 1) if 0 <= at < len(order) and order[at] != found.id), "")
