"""A table of one statement a row: its columns are known by their heads, in any order. What no head tells is left."""

import re
from collections.abc import Mapping
from typing import Any, Final

from ladder.importing import own
from ladder.importing.cells import has_bullets
from ladder.importing.facts import Fact, Level, Reading, Subject
from ladder.importing.node import Grid, Ledger, Row, Text
from ladder.importing.sides import clean
from ladder.importing.words import key, plain
from ladder.markup.inline import bare

NAMES: Final[Mapping[str, str]] = {
    "statement": "statement statements expectation expectations criterion criteria behaviour behaviours behavior "
    "behaviors indicator text description summary anforderung erwartung",
    "competency": "competency competencies skill skills dimension dimensions attribute attributes capability theme "
    "area category kompetenz topic",
    "level": "level levels grade role position careerlevel joblevel stufe",
    "group": "group competencygroup pillar category theme area",
    "level_title": "leveltitle roletitle jobtitle title levelname role position",
    "examples": "examples example",
    "signals": "signals signal",
    "links": "links link url",
    "tags": "tags tag proficiency",
    "optional": "optional",
    "track": "track",
    "id": "id statementid",
}
"""The columns that a statement may have, each with the names that people give it, the surest first."""
VAGUE: Final = ("text", "description", "summary")
"""Names of a statement's column that may as well say something of a level."""
RANGE: Final = re.compile(r"([^\W\d_]*\s?\d{1,2})\s*[-–—/]\s*([^\W\d_]*\s?\d{1,2})")
HEADER: Final = 10
"""Within how many rows the names of the columns are looked for."""


def read(grid: Grid, ledger: Ledger, levels: str = "", competencies: str = "") -> Reading | None:
    """What a table of one statement a row says; None where it is none. A person may name the columns of two."""
    wishes = {"level": plain(levels), "competency": plain(competencies)}
    for place, row in enumerate(grid.rows[:HEADER]):
        labels = [plain(cell.text) for cell in row.cells]
        columns = _columns(labels)
        named = {field: labels.index(wish) for field, wish in wishes.items() if wish and wish in labels}
        columns = {field: number for field, number in columns.items() if number not in named.values()} | named
        below = grid.rows[place + 1 :]
        free = [number for number in range(len(labels)) if number not in columns.values()]
        if len(named) == 2 and "statement" not in columns and free:
            columns["statement"] = max(free, key=lambda n: sum(len(one.cells[n].text) for one in below))
        if {"statement", "competency", "level"} <= columns.keys():
            if _is_matrix(columns, row, below):
                return None
            reading = _Long(columns, ledger).read(below)
            ledger.use(*(row.cells[column] for column in columns.values()))
            reading.titles = [cell for above in grid.rows[:place] for cell in above.cells if cell.text.strip()]
            reading.how = "one statement a row"
            return reading
    return None


def _columns(words: list[str]) -> dict[str, int]:
    """Which column is which, by its plain head; one that could be several is the first of them."""
    found: dict[str, int] = {}
    for field, names in NAMES.items():
        for name in names.split():
            if name in words and words.index(name) not in found.values():
                found[field] = words.index(name)
                break
    return found


def _is_matrix(columns: Mapping[str, int], head: Row, rows: tuple[Row, ...]) -> bool:
    """Whether it has one row a level and further columns: competencies beside what describes the level."""
    if plain(head.cells[columns["statement"]].text) not in VAGUE:
        return False
    levels = [said for row in rows if (said := row.cells[columns["level"]].text.strip())]
    further = [c for place, c in enumerate(head.cells) if c.text.strip() and place not in columns.values()]
    return bool(further) and len(set(levels)) == len(levels) == len(rows)


class _Long:
    """Rows as facts. A blank level, competency or group is that of the row above, as in merged cells."""

    def __init__(self, columns: Mapping[str, int], ledger: Ledger) -> None:
        self.columns, self.ledger = columns, ledger
        self.reading = Reading()
        self.above: dict[str, Text] = {}
        self.levels: dict[tuple[str, str], Level] = {}
        self.subjects: dict[tuple[str, str], Subject] = {}
        self.names: set[str] = set()

    def read(self, rows: tuple[Row, ...]) -> Reading:
        """All rows."""
        merged = any(not row.cells[self.columns[name]].text.strip() for row in rows for name in ("level", "competency"))
        self.names = {key(row.cells[self.columns["level"]].text) for row in rows}
        for row in rows:
            cells = {name: clean(row.cells[place]) for name, place in self.columns.items()}
            same = cells["competency"].text in ("", self._above("competency"))
            for name in ("level", "competency", "group"):
                carried = name != "group" or same or merged
                if name in cells and (cells[name].text or not carried):
                    self.above[name] = cells[name]
            if self._above("level") and self._above("competency"):
                self._row(cells)
        return self.reading

    def _above(self, name: str) -> str:
        return bare(self.above[name].text) if name in self.above else ""

    def _row(self, cells: dict[str, Text]) -> None:
        subject = self._subject()
        both = RANGE.fullmatch(self._above("level"))  # a range, where each end has rows of its own
        ends = [both[1], both[2]] if both and {key(both[1]), key(both[2])} <= self.names else [self._above("level")]
        levels = [self._level(label, cells) for label in ends]
        text = cells["statement"]
        if not text.text:
            return
        beside = self.ledger.beside.setdefault(text.id, {})
        for name in [name for name in ("signals", "links", "tags", "examples") if name in cells and cells[name].text]:
            said = cells[name].text
            lines = re.split(r"[;,\n]", said) if name == "tags" else own.texts(said)
            beside[name] = [cells[name]._replace(text=line.strip()) for line in lines if line.strip()]
        keys: dict[str, Any] = self.ledger.keys.setdefault(text.id, {})
        if "id" in cells and cells["id"].text:
            keys["id"] = cells["id"].text
            self.ledger.use(cells["id"])
        if "optional" in cells and (said := cells["optional"].text.lower()) in own.YES | own.NO:
            keys |= {"optional": True} if said in own.YES else {}
            self.ledger.use(cells["optional"])
        last = self.reading.facts[-1] if self.reading.facts else None
        if (
            last
            and (last.text.text, last.subject, last.level) == (text.text, subject, levels[-1])
            and "examples" in beside
        ):
            self.ledger.beside[last.text.id].setdefault("examples", []).extend(beside.pop("examples"))
            self.ledger.use(text)  # the same statement with one more example
            return
        for level in levels:
            self.reading.facts.append(Fact(level, subject, text, split=has_bullets(text.text), paragraphs=True))

    def _level(self, label: str, cells: dict[str, Text]) -> Level:
        track, title = cells.get("track"), cells.get("level_title")
        called = bare(track.text) if track else ""
        name = key(label), key(called)
        if name not in self.levels:
            self.levels[name] = Level(label, track=called)
            self.levels[name].run = "/"
            self.reading.levels.append(self.levels[name])
        level = self.levels[name]
        level.texts += [one for one in (self.above["level"], track) if one]
        if title and title.text and (not level.title or level.title == bare(title.text)):
            level.title, level.texts = bare(title.text), [*level.texts, title]
        return level

    def _subject(self) -> Subject:
        label, group = self._above("competency"), self._above("group")
        name = key(label), key(group)
        if name not in self.subjects:
            self.subjects[name] = Subject(" ".join(label.split()), group=group)
            self.reading.subjects.append(self.subjects[name])
        self.subjects[name].texts += [self.above[one] for one in ("competency", "group") if one in self.above]
        return self.subjects[name]


__all__ = ["read"]
