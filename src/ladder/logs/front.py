"""What stands between `---` in front of a log, as keys with their words: no YAML is needed for that."""

import re
from collections.abc import Sequence


def front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The keys in lower case with their values, and the first line after them; lists are values with commas."""
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    end = next((place for place, line in enumerate(lines[1:60], 1) if line.rstrip() in ("---", "...")), 0)
    keys: dict[str, str] = {}
    last = ""
    for line in lines[1:end]:
        found = re.match(r"([\w-]+)\s*:\s*(.*?)\s*$", line)
        if found:
            last = found[1].lower()
            keys[last] = _bare(found[2])
        elif last and (item := re.match(r"\s+-\s+(.*?)\s*$|-\s+(.*?)\s*$", line)):
            keys[last] = ", ".join(filter(None, (keys[last], _bare(item[1] or item[2] or ""))))
    return keys, end + 1 if end else 0


def listed(value: str) -> tuple[str, ...]:
    """A value as a list: `[a, b]` or `a, b`."""
    return tuple(filter(None, (_bare(one) for one in value.strip("[] ").split(","))))


def _bare(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
