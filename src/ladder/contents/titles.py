"""What the parts of a level, a role and a ladder are called on pages."""

from collections.abc import Mapping
from typing import Final

TITLES: Final[Mapping[str, str]] = {
    "title": "What it is called",
    "summary": "In one line",
    "years": "Years of experience",
    "expects": "What is expected",
    "time": "Where the time goes",
    "week": "Weeks as people report them",
    "days": "Days on record",
    "topics": "Topics",
    "next": "What comes next",
    "moves": "Moves sideways, out and back",
    "fit": "Is it for you",
    "faq": "Questions people ask",
    "record": "The file record",
    "archetypes": "Archetypes",
    "companies": "At other companies",
    "comp": "Pay",
    "competencies": "Competencies",
    "baseline": "Expected of everybody",
    "activities": "Activities",
    "tracks": "Tracks",
    "ladder": "The ladder itself",
    "sources": "Sources",
}
"""The parts of a level or role, then those of the ladder: wherever a claim may stand."""
