"""Commands that a page or an error suggests, so that they run as they are printed."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

from ladder.document import Command, Document, Link, Span
from ladder.errors import argument

ASKING: Final = (
    "compare|day|comp|path|map|show|list|search|archetypes|faq|record|sources|fit|matrix|log|gap|plan|packet|autopsy|"
    "posting|survey"
)
"""The commands that ask a ladder."""


def typed_again(arguments: Sequence[str]) -> str:
    """What was typed, as one types it again for another page of the same: without options about the paper.

    >>> typed_again(["--ladder", "acme", "compare", "sr staff", "-f", "terminal", "--brief"])
    'ladder --ladder acme compare "sr staff"'
    """
    words = ["ladder"]
    passed_over = False
    for word in arguments:
        if passed_over:
            passed_over = False
        elif word in ("--format", "-f", "--output", "-o", "--width", "--color", "--theme"):
            passed_over = True
        elif not word.startswith("-"):
            words.append(argument(word))
        elif not re.match(r"--(format|output|width|color|theme)=|--(force|brief|full|no-pager)$|-[fo].", word):
            words.append(word)
    return " ".join(words)


def ladder_of(arguments: Sequence[str]) -> str:
    """The ladder that was named on a command line; nothing where none was.

    >>> ladder_of(["--ladder", "acme", "list"]), ladder_of(["list", "--ladder=acme"]), ladder_of(["list"])
    ('acme', 'acme', '')
    """
    for one, after in pairwise([*arguments, ""]):
        if one == "--ladder":
            return after
        if one.startswith("--ladder="):
            return one.removeprefix("--ladder=")
    return ""


def with_ladder(text: str, ladder: str) -> str:
    """A text in which each suggested command asks the ladder that was asked.

    >>> with_ladder("`ladder show ic5` shows it", "acme")
    '`ladder --ladder acme show ic5` shows it'
    """
    if not ladder:
        return text
    return re.sub(
        rf"(`|^)ladder (?=({ASKING})\b)", lambda found: f"{found[1]}ladder --ladder {argument(ladder)} ", text
    )


def asking(document: Document, ladder: str) -> Document:
    """A page in which each suggested command asks the ladder that was asked."""
    return respelled(document, lambda text: with_ladder(text, ladder))


def respelled(document: Document, spell: Callable[[str], str]) -> Document:
    """A page in which each suggested command is spelled anew."""
    changed: Document = _respelled(document, spell)
    return changed


def _respelled(part: Any, spell: Callable[[str], str]) -> Any:
    if isinstance(part, Link) and isinstance(part.to, Command):
        line = " ".join(["ladder", *map(argument, part.to.arguments)])
        import shlex

        return part._replace(text=spell(part.text), to=Command(tuple(shlex.split(spell(line))[1:])))
    if isinstance(part, Span):
        return part._replace(text=spell(part.text)) if part.tone == "code" else part
    if isinstance(part, tuple):
        inner = [_respelled(one, spell) for one in part]
        return (
            tuple.__new__(type(part), inner)
            if any(new is not old for new, old in zip(inner, part, strict=True))
            else part
        )
    return part
