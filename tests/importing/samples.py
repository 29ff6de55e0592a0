"""A small ladder in every shape that an import knows, each as files by their names."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ladders import write_all

TABLE: Final = """\
The mill,,
Skill,L1 – Hand,L2 – Miller
Grain,Tells wheat from rye,"• Buys rye
• Sells flour"
Talk,Greets the carters,Hires hands
"""

PAGE: Final = """\
# The mill

## Junior

### Grain

- Tells wheat from rye

## Senior

### Grain

- Buys rye
- Sells flour
"""

TOPICS: Final = """\
---
title: The mill
topics:
  - name: grain
    title: Grain
    content:
      - {level: 1, criteria: [Tells wheat from rye]}
      - {level: 2, criteria: [Buys rye, Sells flour]}
---
"""

SCALES: Final = """\
# Axes

* **Grain**: what is milled
* **Wheel**: what mills it

# Levels

## Grain

1. **Sweeps**: keeps the floor clean
2. **Buys**: buys what is needed

## Wheel

1. **Turns**: turns it by hand
2. **Mends**: mends what breaks
"""

POSITIONS: Final = """\
# Miller

## E1 - Hand

* **Sweeps**: keeps the floor clean
* **Turns**: turns it by hand

## E2 - Miller

* **Buys**: buys what is needed, and barley
* **Mends**: mends what breaks
"""

MILESTONES: Final = {
    "milestonePoints": [0, 1, 3],
    "pointsToLevels": {"0": "1.1", "1": "1.2"},
    "titles": [{"label": "Hand", "minPoints": 0, "maxPoints": 0}, {"label": "Miller", "minPoints": 1}],
    "tracks": {
        "GRAIN": {
            "displayName": "Grain",
            "milestones": [{"summary": "Sweeps", "signals": ["A clean floor"]}, {"summary": "Buys rye"}],
        }
    },
}

TOPIC: Final = {
    "title": "Grain",
    "path": "grain",
    "levels": [
        {"title": "New", "path": "1", "criteria": ["Sweeps."]},
        {"title": "Able", "path": "2", "criteria": ["Buys rye.", "Sells flour."]},
    ],
}
ROLE_LEVELS: Final = [
    {"title": "Hand", "path": "hand", "competencies": {"required": ["craft/grain/1"]}},
    {"title": "Miller", "path": "miller", "competencies": {"required": ["craft/grain/2"]}},
]
ROLES: Final = {
    "title": "House",
    "path": "house",
    "departments": [
        {"title": "Mill", "path": "mill", "roles": [{"title": "Miller", "path": "miller", "levels": ROLE_LEVELS}]}
    ],
}

RECORDS: Final = """\
levels: [{id: hand, name: Hand}, {id: miller, name: Miller}]
themes: [{id: grain, name: Grain}]
competencies:
  - {id: u1, level: hand, theme: grain, summary: Tells wheat from rye.}
  - {id: u2, level: miller, theme: grain, summary: Buys rye., examples: [Bought it in May.]}
"""

TREE: Final = """\
title: The mill
levels:
  Hand:
    Grain: [Tells wheat from rye]
    Talk: [Greets the carters]
  Senior Hand:
    Grain: [Buys rye, Sells flour]
    Talk: [Hires hands]
"""

SAMPLES: Final[Mapping[str, Mapping[str, str]]] = {
    "engineeringladders": {"README.md": SCALES, "miller.md": POSITIONS},
    "monzo": {"mill.md": TOPICS},
    "snowflake": {"mill.json": json.dumps(MILESTONES)},
    "unidays": {
        "craft.json": json.dumps({"title": "Craft", "path": "craft", "topics": [TOPIC]}),
        "house.json": json.dumps(ROLES),
    },
    "ft": {"mill.yaml": RECORDS},
    "table": {"mill.csv": TABLE},
    "markdown": {"mill.md": PAGE},
    "tree": {"mill.yaml": TREE},
}


def paths_of(shape: str, folder: Path) -> list[str]:
    """Writes the sample of a shape; the paths of its files."""
    write_all(folder, SAMPLES[shape])
    return [str(folder / name) for name in SAMPLES[shape]]
