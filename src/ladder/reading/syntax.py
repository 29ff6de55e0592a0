"""What a YAML parser says of a text that is no YAML, in our words: one message and one cure, whichever parser says it.

PyYAML has a parser in C and one in Python, which say one thing in two ways, and a new version may say it in a third.
What none of the patterns here knows is told in the parser's own words, with its place and a cure that fits most texts.
"""

import re
from itertools import pairwise
from typing import Final

from ladder.errors import Problem, quoted
from ladder.frozen import Frozen

TOO_DEEP: Final = re.compile("nest|depth|recurs", re.IGNORECASE)
"""How a parser says that it follows no deeper, whatever its limit is."""
FLATTER: Final = "nest less: no key of a ladder is that deep"
MOST_CURES: Final = "put text that contains `: `, `[` or `*` in quotes, and indent with spaces"
LONGEST: Final = 120
"""How many letters of a parser's own words are told."""


class Meaning(Frozen):
    """What a pattern in a parser's words means. `sign` is the character there, `line` where it began."""

    pattern: str
    message: str
    hint: str
    where_it_began: bool = False
    """Whether the mistake stands where the parser began, not where it gave up."""


IN_QUOTES: Final = "put the text in quotes"

MEANINGS: Final = (
    Meaning("expected a single document", "a second document", "keep one ladder in one file: delete the `---` line"),
    Meaning("<document start>", "text after the end of the document", "delete it, or make it part of the value above"),
    Meaning(TOO_DEEP.pattern, "nested too deep", FLATTER),
    Meaning(
        r"',' or '\]'", "a `[` that is not closed", "close the `[` of line {line}, or put a comma between its items"
    ),
    Meaning(
        "',' or '}'", "a `{{` that is not closed", "close the `{{` of line {line}, or put a comma between its keys"
    ),
    Meaning("node content", "{sign} where a value should stand", "delete it, or put the text in quotes"),
    Meaning(
        "block mapping",
        "neither a key nor part of the value above",
        "indent it like the keys around it, or put the whole text in quotes",
    ),
    Meaning(
        "block collection",
        "not an item of the list above",
        "begin it with `- `, or indent it like the key above the list",
    ),
    Meaning(
        "could not find expected ':'",
        "a line that is not `key: value`",
        "add the `: `, or indent the line if it belongs to the text above",
        where_it_began=True,
    ),
    Meaning("cannot start any token", "a text that begins with {sign}", IN_QUOTES),
    Meaning("sequence entries are not allowed", "a list item in the middle of a line", "begin a new line with `- `"),
    Meaning("mapping keys are not allowed", "a `? ` in the middle of a line", IN_QUOTES),
    Meaning("scanning an (alias|anchor)", "a `*` or `&` without a name after it", IN_QUOTES),
    Meaning("undefined alias", "an alias that is not defined", "put the text in quotes, or define the alias above"),
    Meaning("duplicate anchor", "an anchor that is defined twice", "give one of the two another name"),
    Meaning("unexpected end of stream", "a quote that is not closed", "close it", where_it_began=True),
    Meaning(
        "unexpected document (indicator|separator)",
        "`---` or `...` inside quotes",
        "close the quote of line {line}, or indent this line",
    ),
    Meaning(
        "directive|incompatible YAML|duplicate tag|integer string conversion",
        "a line that begins with `%`",
        "delete it; if it is text, put it in quotes",
    ),
    Meaning("a tag|tag handle", "a `!` that is not a tag", IN_QUOTES),
    Meaning(
        r"escape|hexa?decimal number|chr\(\) arg|int too large",
        "a `\\` escape that YAML does not know",
        "write `\\\\` for a backslash, or use single quotes",
    ),
    Meaning("block scalar", "text after `|` or `>`", "begin the text on the next line"),
)


CONFLICT: Final = re.compile(r"^<<<<<<< .*$", re.MULTILINE)
ANCHOR: Final = re.compile(r"^([ \t]*(?:- |[\w-]+:[ \t]+))&(\w[^\s,\]}]*)[ \t]+[^\s\[{&*!|>\"'#]", re.MULTILINE)
"""A text that begins with `&` and a word, which YAML takes for the name of what follows."""
OPEN_QUOTE: Final = re.compile(r"""^([ \t]*(?:- )?(?:[\w-]+:[ \t]+)?)(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
NEXT_ENTRY: Final = re.compile(r"[ \t]*(?:- |[\w-]+:(?:\s|$))")
BLANKS: Final = {
    "\u00a0": "a no-break space (U+00A0)",
    "\u2007": "a figure space (U+2007)",
    "\u202f": "a narrow no-break space (U+202F)",
    "\u3000": "an ideographic space (U+3000)",
}
"""What looks like a space and is none to YAML."""


def taken_for_yaml(text: str, shown: str) -> Problem | None:
    """A conflict that git left, or a text that begins with `&` and was taken for an anchor."""
    if conflict := CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "keep one side, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        return Problem(shown, line, 1, "syntax", "an unresolved conflict of git", hint)
    for anchor in ANCHOR.finditer(text):
        if not re.search(rf"\*{re.escape(anchor[2])}(?![\w-])", text):
            line = text.count("\n", 0, anchor.start(1)) + 1
            message = f"an anchor {quoted('&' + anchor[2])} that nothing uses"
            return Problem(shown, line, len(anchor[1]) + 1, "syntax", message, IN_QUOTES)
    return None


def odd_blank(text: str) -> str:
    """The name of a character at the beginning of a text that looks like a space and is none; else nothing."""
    return BLANKS.get(text.lstrip(" \t")[:1], "")


def _open_quote(text: str, line: int) -> tuple[int, int] | None:
    """Where a quote opens above a line and is not closed on its own line, though the next one begins an entry."""
    rows = text.splitlines()[: line + 1]
    for place, (row, after) in enumerate(pairwise(rows), 1):
        found = OPEN_QUOTE.match(row)
        if found and found[1].strip() and NEXT_ENTRY.match(after):
            return place, len(found[1]) + 1
    return None


def problem(error: Exception, text: str, shown: str, *, line: int = 1, column: int = 1) -> Problem:
    """What is wrong with `text`, by the error of any YAML parser; line and column serve where the error has no mark."""
    began = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or began
    said = _words(error)
    meaning = next((one for one in MEANINGS if re.search(one.pattern, said, re.IGNORECASE)), None)
    if meaning and meaning.where_it_began and began:
        mark = began
    if mark:
        line, column = mark.line + 1, mark.column + 1
    if opened := _open_quote(text, line):
        return Problem(shown, *opened, "syntax", "a quote that is not closed", "close it at the end of this line")
    row = "".join(text.splitlines()[line - 1 : line])
    indent = row[: len(row) - len(row.lstrip())]
    sign = row[column - 1 : column]
    if blank := odd_blank(row):
        message, hint = f"{blank} where YAML wants spaces", "indent with spaces"
    elif "\t" in indent + row[column - 1 : column + 1]:
        message, hint = "a tab where YAML wants spaces", "indent with spaces"
    elif "mapping values are not allowed" in said:
        message, hint = _colon(row[: column - 1])
    elif meaning and meaning.pattern == "node content" and not sign:
        message, hint = "a bracket that is not closed", "close it"
    elif meaning:
        named = {"sign": quoted(sign), "line": began.line + 1 if began else line}
        message, hint = meaning.message.format_map(named), meaning.hint.format_map(named)
    else:
        message, hint = said[:LONGEST] or "not YAML", MOST_CURES
    return Problem(shown, line, column, "syntax", message, hint)


def is_too_deep(error: Exception) -> bool:
    """Whether the parser follows no deeper."""
    return bool(TOO_DEEP.search(_words(error)))


def _words(error: Exception) -> str:
    """All that the parser says, without the marks, in one line."""
    marked = hasattr(error, "problem_mark")
    words = (error.problem, error.context) if marked else (str(error),)  # type: ignore[attr-defined]
    return " ".join(" ".join(filter(None, words)).split())


def _colon(before: str) -> tuple[str, str]:
    """Message and hint for a `: ` that cannot stand where it does, by the line before it."""
    if re.search(r":\s", before):
        return "a second `: ` on one line", IN_QUOTES
    return (
        "a `: ` in a text that began above",
        "indent the key like the keys around it, or put the whole text in quotes",
    )


__all__ = ["FLATTER", "IN_QUOTES", "is_too_deep", "odd_blank", "problem", "taken_for_yaml"]
