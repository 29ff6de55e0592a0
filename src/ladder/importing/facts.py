"""What a document was understood to say: levels, competencies, and statements of one at the other.

Tables and trees come to the same: whoever reads one says these, and `place` makes a ladder of them.
"""

from typing import Any

from ladder.frozen import Frozen
from ladder.importing.node import Text

EXPECTATIONS = "Expectations"
"""What a competency is called where nothing names it."""


class Level:
    """A level as a document names it. `label` may have several lines; `texts` are those of the ledger that name it."""

    def __init__(self, label: str, *texts: Text | None, track: str = "", id: str = "") -> None:
        self.label = label
        self.track = track
        self.id = id
        self.title = ""
        self.lines: list[str] = []
        self.names: list[str] = []
        self.rank: float | None = None
        self.years: dict[str, float] = {}
        self.about: list[Text] = []
        self.keys: dict[str, Any] = {}
        self.texts = [one for one in texts if one is not None]
        self.run = ""
        self.has_below = False
        self.track_about: list[Text] = []
        self.columns: list[int] = []
        self.examples: list[int] = []


class Subject:
    """A competency as a document names it, with its group (Craft / Code)."""

    def __init__(self, label: str, *texts: Text | None, group: str = "", id: str = "") -> None:
        self.label = label
        self.group = group
        self.id = id
        self.names: list[str] = []
        self.about: list[Text] = []
        self.keys: dict[str, Any] = {}
        self.declared = False
        self.texts = [one for one in texts if one is not None]


class Fact(Frozen):
    """A text that says something of a level and a competency.

    `split`: it is a cell whose lines or bullets are statements of their own, `paragraphs` at blank lines alone.
    `said` stands for the text where it is another's label that is said. `step`: it names a step of a scale.
    """

    level: Level
    subject: Subject
    text: Text
    examples: tuple[Text, ...] = ()
    tags: tuple[str, ...] = ()
    split: bool = False
    paragraphs: bool = False
    said: str = ""
    uses: tuple[Text, ...] = ()


class Step(Frozen):
    """A step of a scale that a document describes, and whose number or name stands in the cells of a table."""

    id: str
    title: str
    label: Text | None
    texts: tuple[Text, ...]


class Reading:
    """What was read of one document, or of several alike. `runs` are orders in which its levels stand."""

    def __init__(self) -> None:
        self.levels: list[Level] = []
        self.subjects: list[Subject] = []
        self.facts: list[Fact] = []
        self.titles: list[Text] = []
        self.used: list[Text] = []
        self.steps: list[Step] = []
        self.how = ""
        self.sorted = False


__all__ = ["EXPECTATIONS", "Fact", "Level", "Reading", "Step", "Subject"]
