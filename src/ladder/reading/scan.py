"""In which files words stand, without taking the files apart: what a search opens first, and what it need not open.

A file that holds a claim with a word is always found, for whatever a decoder makes of a text, its words stand in the
file letter by letter, or as escapes, which are resolved. The reverse is not true: a word may stand in a key, an id or
a comment.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from ladder.language import folded, weight

KEYS: Final = re.compile(r"\b(?:(?:id|is|to|level|track|source|tags|activity):[^,}\n]*|[\w-]+:(?=\s|$))")
"""Keys of the format, and what only refers to something: no words of a claim."""
ESCAPE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\r?\n[ \t]*|.)", re.DOTALL)


def ranked(texts: Iterable[tuple[str, str]], beginnings: Sequence[str], phrase: str) -> tuple[list[str], list[str]]:
    """The names of the texts in which a word begins like one of `beginnings`: those that seem to say it, and the rest.

    The most promising first: those with the phrase in one entry, then by how much of what was asked stands in one
    entry, a rare word more than one that stands everywhere, then by how much stands in the whole text; else in the
    order given. In the rest the words stand in keys and references, as far as one can see. Beginnings and phrase are
    without case, with `is` for `iz`.
    """
    found = []
    count = dict.fromkeys(beginnings, 0)
    for name, text in texts:
        there = _looked_in(text)
        held = [one for one in beginnings if begins(there, one)]
        if held:
            found.append((name, there, held))
            for one in held:
                count[one] += 1
    weights = {one: weight(number, len(found)) for one, number in count.items()}
    phrase = _looked_in(phrase)
    promise = {name: _promise(text, held, weights, phrase) for name, text, held in found}
    ordered = sorted(promise, key=lambda name: promise[name], reverse=True)
    return [name for name in ordered if promise[name][1]], [name for name in ordered if not promise[name][1]]


def begins(text: str, beginning: str) -> bool:
    """Whether a word of the text begins so. A beginning that is not ASCII may stand inside a word, too."""
    at = text.find(beginning)
    if beginning.isascii():
        while at > 0 and text[at - 1].isalnum():
            at = text.find(beginning, at + 1)
    return at >= 0


def _promise(text: str, held: Sequence[str], weights: Mapping[str, float], phrase: str) -> tuple[bool, float, float]:
    """Whether the phrase stands there, the most that one entry holds, and what the whole text holds."""
    most, all_of_it = 0.0, sum(weights[one] for one in held)
    literal = " " in phrase and phrase in text
    lines = text.split("\n")
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        inside = [one for one in held if one in line]
        if not inside:
            continue
        goes_on = ":" not in after and not after.lstrip().startswith("-")
        if goes_on:
            inside = [one for one in held if one in line or one in after]
        if sum(weights[one] for one in inside) <= most and not literal:
            continue  # an entry that cannot be better than the best is not looked at closely
        entry = KEYS.sub("", f"{line} {after.strip()}" if goes_on else line)
        here = sum(weights[one] for one in inside if begins(entry, one))
        most = max(most, here)
        if here == all_of_it and (not literal or phrase in entry):
            return literal, most, all_of_it
    return False, most, all_of_it


def _looked_in(text: str) -> str:
    """A text as beginnings are looked for in it, with its escapes resolved behind it where it has any."""
    if "\\" in text:
        text = f"{text}\n{ESCAPE.sub(_resolved, text)}"
    return folded(text)


def _resolved(escape: re.Match[str]) -> str:
    """The character that an escape stands for; a line that goes on is joined, and anything else parts two words."""
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else " "
    return "" if "\n" in escape[0] else " "
