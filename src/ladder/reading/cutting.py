"""A file without what a question does not need of it, cut out before YAML is read: composing is most of the reading.

What is cut leaves its line ends behind, so that every place in the file stays what it was. Only a plain file is cut:
a block mapping of plain keys at the beginning of its lines, without aliases, as people write ladders. Any other file is
read whole. A mistake in what was cut is found by whoever reads the whole ladder.
"""

import re
from collections.abc import Collection
from typing import Final

from ladder.reading.nodes import MappingNode, place

TOP: Final = re.compile(r"^(?:([A-Za-z0-9_][\w.-]*):(?=\s|$)|(?!-\s)[^\s#])", re.MULTILINE | re.ASCII)
"""What stands at the beginning of a line: a plain key, or anything else but blanks, comments and items of a list."""
OTHER_BREAKS: Final = ("\x85", "\u2028", "\u2029")
"""What ends a line in YAML beside a line feed."""


def keys_of(text: str) -> list[tuple[str, int]]:
    """The keys at the top of a plain file, each with where it begins; an empty list where the file is not plain."""
    if ("&" in text and "*" in text) or any(sign in text for sign in OTHER_BREAKS):
        return []
    if "\r" in text and text.count("\r") != text.count("\r\n"):
        return []
    found = []
    for match in TOP.finditer(text):
        if match[1] is None:
            return []
        found.append((match[1], match.start()))
    return found


def only(text: str, keep: Collection[str] | None = None, *, drop: Collection[str] = ()) -> str:
    r"""A plain file with these keys alone, or without those; the text itself where it is not plain, or nothing is left.

    >>> only("a: 1\nb:\n  c: 2\nd: 3\n", drop=["b"])
    'a: 1\n\n\nd: 3\n'
    """
    found = keys_of(text)
    kept = [(name not in drop) if keep is None else name in keep for name, _ in found]
    if all(kept) or not any(kept):
        return text
    ends = [start for _, start in found[1:]] + [len(text)]
    parts = [text[: found[0][1]]]
    for (_, start), end, keeps in zip(found, ends, kept, strict=True):
        parts.append(text[start:end] if keeps else "\n" * text.count("\n", start, end))
    return "".join(parts)


def hidden_key(text: str, root: MappingNode) -> int:
    """The line of what looks like a key at the top of a plain file and stands inside of a value; 0: there is none.

    YAML wants such lines indented, its parser does not mind, and a cut would go through the value.
    """
    found = keys_of(text)
    lines = {place(key)[0] for key, _ in root.value if place(key)[1] == 1}
    if len(lines) == len(found):
        return 0
    return next((line for _, start in found if (line := text.count("\n", 0, start) + 1) not in lines), 0)
