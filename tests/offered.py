"""The lines that the help offers to type, and the files that they name."""

from pathlib import Path
from typing import Final

from examples import prepare
from ladder.cli.commands import COMMANDS, FRONT
from ladder.importing import starter
from ladders import write, write_all

SERVERS: Final = ("mcp",)
"""Commands that answer until their input ends, and need an extra: their examples run in tests of their own."""

FULL_SCREEN: Final = ("explore",)
"""Commands that need a terminal and an extra: they print nothing, and take no paper."""

OFFERED: Final = [
    *(line for name, entry in COMMANDS.items() if name not in (*SERVERS, *FULL_SCREEN) for line, _ in entry.examples),
    *(line for line, _ in FRONT),
]

WRITERS: Final = ("init", "import", "schema")
"""Commands that take no paper: what they make are files, and on standard error they say what they made."""

FILES: Final = {
    "matrix.csv": """\
,L1,L2,L3
Grain,Tells wheat from rye.,Buys the right wheat.,Sets the price of flour.
People,Greets the carters.,Teaches one hand.,Hires the hands.
""",
    "ladder.md": """\
# L1
## Grain
- Tells wheat from rye.
# L2
## Grain
- Buys the right wheat.
""",
    "engineering.yml": """\
levels: [{id: l1, name: Miller}, {id: l2, name: Senior miller}]
themes: [{id: grain, name: Grain}]
competencies:
- {id: a, level: l1, theme: grain, summary: Tells wheat from rye.}
- {id: b, level: l2, theme: grain, summary: Buys the right wheat.}
""",
}


LOG: Final = """\
---
now: senior
next: staff
---
## 2026-11
- 2026-11-24 Moved the bins to the dry side #scope/gaps
  - impact: lost sacks 9 → 2 a week
- Paired with Ulla on the sluice
"""
LOGS: Final = (".local/share/ladder/log.md", "alba.md", "ben.md")
"""Where a log of work stands in a folder that is the user's home, and those of two others."""


def lay_out(folder: Path, line: str) -> None:
    """Writes what a line names into a folder: a ladder, where it does not begin one, and what it imports."""
    _, command, *words = [*line.split(), ""]
    if command in ("log", "gap", "plan", "packet"):
        for name in LOGS:
            write(folder, LOG, name)
        return
    if command == "diff":
        prepare(folder)
        return
    for word in words:
        if word == "acme" and command not in WRITERS:
            write_all(folder / word, starter.folder(word))
        elif word in FILES:
            write(folder, FILES[word], word)
