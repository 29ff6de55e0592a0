"""Where words stand in lines, across line breaks: what `/` finds in a page."""

import re
from collections.abc import Sequence

from ladder.frozen import Frozen


class Place(Frozen):
    """A stretch of one line, in characters; `first` where it begins what was found."""

    line: int
    start: int
    end: int
    first: bool


def places(lines: Sequence[str], typed: str) -> list[Place]:
    """The stretches that hold what was typed, without regard to case, in the order of the lines.

    What goes on in the next line counts as one, where nothing else stands between.

    >>> [(one.line, one.start, one.end) for one in places(["a domain", "  of teams"], "domain of")]
    [(0, 2, 8), (1, 2, 4)]
    """
    words = typed.split()
    if not words:
        return []
    whole = "\n".join(lines)
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found: list[Place] = []
    number = 0
    for match in pattern.finditer(whole):
        while starts[number + 1] <= match.start():
            number += 1
        at, first = number, True
        while at < len(lines) and starts[at] < match.end():
            line = lines[at]
            start = max(match.start() - starts[at], len(line) - len(line.lstrip()))
            end = min(match.end() - starts[at], len(line))
            if start < end:
                found.append(Place(at, start, end, first))
                first = False
            at += 1
    return found
