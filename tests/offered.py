"""The lines that the help offers to type, and the files that they name."""

from pathlib import Path
from typing import Final

from examples import prepare
from ladder.cli.commands import COMMANDS, FRONT
from ladder.writing import starter
from ladders import write, write_all
from postings import examples

SERVERS: Final = ("mcp",)
"""Commands that answer until their input ends, and need an extra: their examples run in tests of their own."""

FULL_SCREEN: Final = ("explore",)
"""Commands that need a terminal and an extra: they print nothing, and take no paper."""

OFFERED: Final = [
    *(line for name, entry in COMMANDS.items() if name not in (*SERVERS, *FULL_SCREEN) for line, _ in entry.examples),
    *(line for line, _ in FRONT),
]

WRITERS: Final = ("init", "import", "schema", "site")
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
    "posting.txt": examples.CONSISTENT,
    "posting.html": examples.HTML,
    "one.md": examples.MARKDOWN,
    "two.md": examples.CANADIAN,
    "three.md": examples.INFLATED,
    "before.md": examples.CONSISTENT,
    "after.md": examples.CONSISTENT.replace("$170,000", "$160,000"),
}


POSTINGS: Final = "title,base,company,location,region,date\n" + "".join(
    f"{level} Engineer,{180000 + 2500 * number},Firm {number % 5},City {number},US,2026-06-{number + 1:02}\n"
    for level in ("Senior", "Staff")
    for number in range(20)
)
SAVED: Final = """\
| Field | Value |
|---|---|
| **ATS** | Ashby |
| **Title** | Staff Engineer, number {0} |
| **Canonical URL** | https://jobs.ashbyhq.com/mill/{0} |
| **Comp as stated** | $200K – $240K |
| **Captured** | 2026-06-25 |

You grind.
"""
PAY: Final = {
    "postings.csv": POSTINGS,
    "bands.csv": "level,min,mid,max,currency\nsenior,170000,190000,210000,USD\nstaff,200000,225000,250000,USD\n",
    "a.yaml": "base: 245000\nbonus: 10%\nequity: {grant: 400000, years: 4, vesting: even}\nsign_on: 30000\n",
    "b.yaml": "base: 230000\nequity: {grant: 500000, vesting: 40/30/20/10}\n",
    **{f"postings/{number}.md": SAVED.format(number) for number in range(7)},
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
    if command in ("survey", "comp"):
        for name, text in PAY.items():
            write(folder, text, name)
        write_all(folder / "acme", starter.folder("acme"))
        return
    for word in words:
        if word == "acme" and command not in ("init", "import"):
            write_all(folder / word, starter.folder(word))
        elif word in FILES:
            write(folder, FILES[word], word)
