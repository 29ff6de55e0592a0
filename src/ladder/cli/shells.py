"""Completion in bash, where Typer's own offers a name with a blank as two words and stops at a colon.

Typer's classes are patched, and only while a shell asks: what they look like inside may change, and then its own
completion stays as it is.
"""

import os
import re
from contextlib import suppress
from typing import Any, Final

SCRIPT: Final = """
%(complete_func)s() {
    local IFS=$'\\n'
    COMPREPLY=( $( env LADDER_LINE="${COMP_LINE:0:$COMP_POINT}" COMP_WORDS="${COMP_WORDS[*]}" \\
                   COMP_CWORD=$COMP_CWORD %(autocomplete_var)s=complete_bash $1 ) )
    return 0
}

complete -o default -F %(complete_func)s %(prog_name)s
"""
SPECIAL: Final = re.compile(r"([^\w@%+=:,./\-])")


def prepare() -> None:
    """Mends Typer's completion where a shell asks for it, or for its script."""
    with suppress(ImportError, AttributeError):
        from typer import _completion_classes as classes
        from typer import _completion_shared as shared

        shared._completion_scripts["bash"] = SCRIPT
        for shell in (classes.BashComplete, classes.ZshComplete, classes.FishComplete):
            _in_any_case(shell)
        _in_words(classes.BashComplete)


def _in_any_case(shell: Any) -> None:
    """A name is offered in the letters' case in which it is written, also where it was begun in another."""
    usual = shell.get_completions

    def get_completions(self: Any, args: list[str], incomplete: str) -> Any:
        return usual(self, args, incomplete) or usual(self, args, incomplete.lower())

    shell.get_completions = get_completions


def _in_words(shell: Any) -> None:
    """Bash gets words as it has them on its line: quoted, and only what follows the last colon."""
    usual = shell.get_completion_args

    def get_completion_args(self: Any) -> tuple[list[str], str]:
        line = os.environ.get("LADDER_LINE")
        if line is None:
            return usual(self)  # type: ignore[no-any-return]
        words, last = split(line)
        return words[1:], last

    def complete(self: Any) -> str:
        args, incomplete = self.get_completion_args()
        return "\n".join(
            as_bash_has_it(item.value, incomplete, os.environ.get("LADDER_LINE", ""))
            for item in self.get_completions(args, incomplete)
        )

    shell.get_completion_args, shell.complete = get_completion_args, complete


def split(line: str) -> tuple[list[str], str]:
    r"""The words of a line before the cursor, and the one that is being typed, without their quotes.

    >>> split("ladder show Senior\\ I"), split("ladder show "), split('ladder show "Staff e')
    ((['ladder', 'show'], 'Senior I'), (['ladder', 'show'], ''), (['ladder', 'show'], 'Staff e'))
    """
    words, word, quote, open_ = [], "", "", False
    signs = iter(line)
    for sign in signs:
        if quote:
            quote, word = ("", word) if sign == quote else (quote, word + sign)
        elif sign in "\"'":
            quote, open_ = sign, True
        elif sign == "\\":
            word, open_ = word + next(signs, ""), True
        elif sign.isspace():
            words += [word] if word or open_ else []
            word, open_ = "", False
        else:
            word += sign
    return words, word


def as_bash_has_it(value: str, incomplete: str, line: str) -> str:
    r"""A value as bash puts it in place of the word that is being typed, of which a colon or = begins a new one.

    >>> as_bash_has_it("Senior II", "Sen", "ladder show Sen"), as_bash_has_it("google:L6", "google:L", "… google:L")
    ('Senior\\ II', 'L6')
    """
    quoted = re.search(r"""(?:^|\s)["'][^"']*$""", line) is not None
    kept = max(incomplete.rfind(":"), incomplete.rfind("=")) + 1
    if not quoted and value[:kept].casefold() == incomplete[:kept].casefold():
        value = value[kept:]
    return value if quoted else SPECIAL.sub(r"\\\1", value)
