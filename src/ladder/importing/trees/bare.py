"""Keys that name nothing themselves, and say what the names below them are; and keys as titles where they name."""

import re
from typing import Final

from ladder.importing.files import Tree
from ladder.importing.trees.keys import EXAMPLES, LEVEL, LINKS, SIGNALS, TAGS, plain_key

LEVELS: Final = frozenset([
    "levels", "grades", "bands", "ranks", "tiers", "stages", "rungs", "roles", "positions", "careerlevels", "joblevels",
])  # fmt: skip
COMPETENCIES: Final = frozenset([
    "competencies", "competences", "skills", "dimensions", "themes", "attributes", "axes", "capabilities", "topics",
    "areas", "domains", "categories", "pillars", "groups", "sections", "behaviours", "behaviors",
])  # fmt: skip
FAMILIES: Final = frozenset(["tracks", "families", "disciplines", "jobfamilies", "ladders", "departments", "teams"])
WRAPPERS: Final = frozenset([
    "ladder", "careerladder", "framework", "careerframework", "data", "content", "items", "entries", "children",
    "matrix", "rubric",
])  # fmt: skip
STATEMENTS: Final = (
    "text", "texts", "statement", "statements", "criteria", "criterion", "expectation", "expectations", "requirement",
    "requirements", "content", "body", "details", "bullets", "items",
)  # fmt: skip
BARE: Final = LEVELS | COMPETENCIES | FAMILIES | WRAPPERS | frozenset(STATEMENTS)
"""Keys that say what stands below them, and name nothing."""

AREA: Final = ("area", "domain", "theme", "topic", "dimension", "group")
"""What the group of a competency is called as well; in a level's row these are competencies themselves."""

LEVEL_NAME: Final = (*LEVEL, "role", "position")
BESIDE: Final = (*EXAMPLES, *SIGNALS, *LINKS, *TAGS)


def holds_lists(of: dict[str, Tree]) -> bool:
    """Whether a mapping says by its keys that it holds levels or competencies."""
    return any(plain_key(key) in LEVELS | COMPETENCIES and isinstance(of[key], (dict, list)) for key in of)


def spoken(key: str) -> str:
    """A key as a title, where it is written for a program.

    >>> spoken("technical_skills"), spoken("peopleLeadership"), spoken("Scope"), spoken("L4")
    ('Technical skills', 'People leadership', 'Scope', 'L4')
    """
    if re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", key):
        words = key.split("_")
    elif re.fullmatch(r"[a-z]+([A-Z][a-z0-9]+)+", key):
        words = re.findall(r"[A-Z]?[a-z0-9]+", key)
    else:
        return key
    return " ".join(words).lower().capitalize()
