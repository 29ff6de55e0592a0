"""Small ladders with made-up texts for the tests, and short ways to write one down and to read it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from ladder.errors import InvalidLadder, Problem
from ladder.model import Ladder
from ladder.reading.folder import Folder

HEADER: Final = """\
format: 1
title: The mill's ladder
source: house
tracks: {ic: {title: Makers}, lead: {title: Leads}}
levels: [miller, senior-miller, foreman, master]
competencies:
  grain: {title: Grain, group: Craft}
  stones:
    title: Stones
    group: Craft
    steps:
      - {id: turns, title: Turns, expects: [Keeps a stone turning.]}
      - {id: dresses, title: Dresses, expects: [Dresses a worn stone.]}
  people: {title: People}
activities: {milling: {title: Milling}, talk: {title: Talk}}
topics: {hiring: {title: Getting hired}, tools: {title: Tools}}
archetypes:
  rover: {title: Rover, levels: [master], about: Goes from mill to mill., does: [Mends what others gave up.]}
points: {per_step: [0, 1, 3]}
baseline: {expects: {people: [Greets the carters.]}}
"""

SMALL: Final[Mapping[str, str]] = {
    "ladder.yaml": HEADER,
    "levels/miller.yaml": """\
title: Miller
aliases: [mill hand]
track: ic
summary: Grinds what is brought.
years: 2
expects: {grain: [Tells wheat from rye.], stones: turns}
time: {milling: 80, talk: [5, 15]}
days:
  - title: A plain day
    blocks:
      - {from: "06:00", to: "11:30", activity: milling, does: Grinds.}
      - {from: "12:00", to: "12:30", activity: talk, title: Bread with the carters}
topics: {hiring: [Ask at the door.]}
next: [{to: senior-miller, years: [2, 4], evidence: [Needs no help with the sluice.]}]
""",
    "levels/senior-miller.yaml": """\
title: Senior miller
aliases: [sr mill hand, first miller]
track: ic
summary: Runs a pair of stones.
years: {from: 3, to: 6, source: guild}
expects:
  grain: [{text: Buys the right wheat., id: buying, examples: [Sent back a wet load.]}, Keeps the books of the bins.]
  stones: {step: dresses, statements: [Hears a stone before it wears.]}
  people: [Teaches one hand.]
time: {milling: {share: [50, 60], does: [Grinds the fine flour.], source: guild}, talk: 20}
topics: {hiring: [Shown by a sack of flour.], tools: [A mill bill.]}
next: [{to: master, evidence: [Built a mill.], obstacles: [No river.]}, {to: foreman}]
fit: {for: [Early risers.], against: [Who cannot bear noise.]}
faq: [{ask: "Is it dusty?", answer: It is., source: guild}]
""",
    "levels/foreman.yaml": """\
title: Foreman
track: lead
rank: 2
summary: Leads the hands.
expects: {people: [Hires the hands.]}
""",
    "levels/master.yaml": """\
title: Master miller
track: ic
summary: Builds mills.
expects: {grain: [Sets the price of flour.]}
""",
    "roles/senior-wind.yaml": """\
title: Senior miller, windmill
level: senior-miller
discipline: wind
aliases: [sail miller]
expects: {grain: [Waits for wind.]}
days:
  - title: A calm
    kind: satire
    source: almanac
    blocks: [{from: "9:00", to: "17:00", title: Waits, candid: Sleeps.}]
record: {source: almanac, aliases: [Wind whisperer], flight_risk: {percent: 12, label: Low}}
""",
    "comp/guild.yaml": """\
title: Wages of the guild
source: guild
published: 2025-03
period: {from: 2025-01-01, to: 2025-02-28}
currency: EUR
measure: base
counts: people
bands:
  - {for: miller, n: 40, percentiles: {25: 20000, 50: 24000, 75: 30000}}
  - {for: senior-miller, n: 12, percentiles: {50: 36000}}
  - {for: senior-miller, segment: windmills, range: [30000, 50000]}
  - {for: senior-wind, mean: 41000}
  - {about: All who grind, percentiles: {10: 15000, 90: 60000}}
""",
    "companies.yaml": """\
tidewater:
  title: Tidewater Mills
  aliases: [tide]
  levels:
    T1: {title: Hand, is: miller}
    T2: {title: Stoneman, is: senior-miller, source: guild}
    T9: {title: Owner, note: Owners stand on no ladder.}
""",
    "sources.yaml": """\
house: {title: The mill itself, kind: editorial}
guild: {title: Guild rolls, kind: survey, publisher: The guild, published: 2025-03-01, url: "https://guild.example/rolls"}
almanac: {title: The almanac, kind: satire}
""",
}
"""A folder ladder with something of everything: two tracks, a scale, a role, pay, a company."""


def write(folder: Path, text: str | bytes, name: str = "acme.yaml") -> str:
    """Writes one file, and the folders on its way; its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def write_all(folder: Path, files: Mapping[str, str | bytes]) -> str:
    """Writes a folder ladder; the folder's path."""
    for name, text in files.items():
        write(folder, text, name)
    return str(folder)


def read(path: str) -> Ladder:
    """The whole ladder at a path."""
    return Folder(path).ladder()


def problems_of(path: str) -> tuple[Problem, ...]:
    """What is wrong with the ladder at a path."""
    with pytest.raises(InvalidLadder) as caught:
        read(path)
    return caught.value.problems


AROUND: Final = """\
format: 1
source: house
sources: {house: {title: The mill, kind: editorial}, rolls: {title: Rolls, kind: survey}}
tracks: {ic: {title: Makers}}
competencies:
  grain: {title: Grain}
  stones: {title: Stones, steps: [{id: turns}, {id: dresses}]}
  bins: {title: Bins, x-steps: [{id: turns}]}
activities: {milling: {title: Milling}, talk: {title: Talk}}
topics: {hiring: {title: Getting hired}}
archetypes: {rover: {title: Rover}}
levels: [miller, {id: master}]
"""
"""A header with one name of each kind; its level `miller` stands in a file of its own."""


def with_level(folder: Path, text: str) -> str:
    """Writes a ladder whose level `miller` is this text; the folder's path."""
    return write_all(folder, {"ladder.yaml": AROUND, "levels/miller.yaml": text})


def with_header(folder: Path, text: str) -> str:
    """Writes a one-file ladder: `format: 1` in its first line, this text from its second on; its path."""
    return write(folder, "format: 1\n" + text)


def lines_of(problems: Sequence[Problem]) -> list[str]:
    """`line:column: message` and, after a bar, the hint: what a table of wrong texts is compared with."""
    return [f"{one.line}:{one.column}: {one.message}{' | ' if one.hint else ''}{one.hint}" for one in problems]


HATS: Final = """\
  keeper:
    title: Keeper of the sluice
    levels: [master]
    about: Sees to the water.
    suits: [Who sleeps little.]
    week: [{text: Is called at night., source: guild}]
    days:
      - on: monday
        source: guild
        blocks: [{from: "05:00", to: "06:00", activity: milling}, {from: "09:00", title: Rests}]
      - {on: tuesday, kind: satire, source: almanac, blocks: [{from: "05:00", title: Sleeps, candid: Dreams.}]}
"""

FULL: Final[Mapping[str, str]] = {
    **SMALL,
    "ladder.yaml": HEADER.replace("archetypes:\n", "archetypes:\n" + HATS),
    "levels/senior-miller.yaml": SMALL["levels/senior-miller.yaml"].replace(
        "against: [Who cannot bear noise.]",
        """against: [Who cannot bear noise.], questions: [
  {id: noise, ask: Do you sleep well?, source: guild, answers: [
    {say: Always, leans: for, why: The stones are loud., to: a tide mill},
    {say: "Yes, at night", leans: against, why: They turn at night.},
    {say: "Yes, by day", why: They turn by day.}]},
  {ask: Do you mind dust?, answers: [{say: "No", leans: for}, {say: "Yes", leans: against}]}]""",
    )
    + """\
moves:
  - {title: Baker, kind: exit, about: [Kneads instead.]}
  - {title: Back to the hand mill, kind: back, role: miller}
""",
    "levels/foreman.yaml": SMALL["levels/foreman.yaml"]
    + "fit: {for: [Who likes hands.], against: [Who likes quiet.]}\n",
    "roles/senior-wind.yaml": SMALL["roles/senior-wind.yaml"]
    + """\
faq:
  - {ask: "Is it dusty?", answer: It is., source: guild}
  - {ask: "Is it windy?", answer: Now and then.}
""",
    "companies.yaml": SMALL["companies.yaml"].replace(
        "source: guild}",
        "source: guild, disagree: [{is: master, note: Paid as one., source: almanac}]}",
    )
    + """\
    M1: {title: Overseer, track: lead, beside: senior-miller, note: Same pay.}
hill:
  title: Hill Mills
  levels: {"5": {is: master}}
bare: {title: Bare Mills}
""",
}
"""The small ladder with an answer to every question: moves, hats with days, questions behind a fit, disagreement."""

MILL: Final = Path(__file__).parent / "mill"
"""The folder of a ladder that says something in every field, so that on its pages every part of a page occurs."""
