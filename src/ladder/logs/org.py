"""A log in org-mode as lines of Markdown, one for one: what is said stays on its line."""

import re
from collections.abc import Sequence
from typing import Final

_HEADLINE: Final = re.compile(r"(\*+)\s+(?:(TODO|DONE|NEXT|WAITING|CANCELLED)\s+)?(.*?)(?:\s+:[\w@#%:]+:)?\s*$")
_LINK: Final = re.compile(r"\[\[([^\[\]]+)\](?:\[([^\[\]]+)\])?\]")
_STAMP: Final = re.compile(r"[<\[](\d{4}-\d\d-\d\d)(?: [^<>\[\]]*)?[>\]]")
_PLANNED: Final = re.compile(r"\s*(?:SCHEDULED|DEADLINE):", re.IGNORECASE)


def as_markdown(lines: Sequence[str]) -> list[str]:
    """Headlines with number signs, links and lists as Markdown has them; drawers and settings as empty lines."""
    made = []
    drawer, depth = False, 0
    for line in lines:
        bare = line.strip()
        headline = _HEADLINE.match(line)
        if drawer or re.fullmatch(r":[\w-]+:", bare):
            drawer = bare.upper() != ":END:"
            made.append("")
        elif headline:
            depth = len(headline[1])
            word = "" if headline[2] in (None, "DONE") else "TODO "
            made.append("#" * min(depth, 6) + " " + word + _inline(headline[3]))
        elif (bare.startswith("#") and (bare[1:2] in ("+", " ") or bare == "#")) or _PLANNED.match(line):
            made.append("")
        else:
            margin = min(len(line) - len(line.lstrip(" ")), depth + 1 if depth else 0)
            made.append(_inline(line[margin:]))
    return made


def _inline(text: str) -> str:
    text = _LINK.sub(lambda found: f"[{found[2]}]({found[1]})" if found[2] else f"<{found[1]}>", text)
    return _STAMP.sub(r"\1", text)
