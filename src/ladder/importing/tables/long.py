"""A table of one statement a row to a ladder: its columns are known by their names, in any order.

What a column of another name says is left with the draft.
"""

import os
import re
from collections.abc import Mapping
from typing import Final

from ladder.importing.draft import Draft, tidy, trimmed
from ladder.importing import own
from ladder.importing.tables.axes import Spot, titled, word
from ladder.importing.tables.cells import BREAK, Said, has_bullets, is_nothing, said, statements
from ladder.importing.tables.grid import Grid
from ladder.importing.tables.table import known, named, place_titles

NAMES: Final[Mapping[str, str]] = {
    "statement": "statement statements expectation expectations criterion criteria behaviour behaviours behavior "
    "behaviors indicator text description summary",
    "competency": "competency competencies skill skills dimension dimensions attribute attributes capability theme "
    "area category",
    "level": "level levels grade role position career-level job-level",
    "group": "group competency-group pillar category theme area",
    "level_title": "level-title role-title job-title title level-name role position",
    "examples": "examples example",
    "signals": "signals signal",
    "links": "links link url",
    "tags": "tags tag",
    "optional": "optional",
    "track": "track",
    "id": "id statement-id",
}
"""The columns that a statement may have, each with the names that people give it, the surest first."""

VAGUE: Final = ("text", "description", "summary")
"""Names of a statement's column that may as well say something of a level."""

HEADER: Final = 10
"""Within how many rows the names of the columns are looked for."""


def read_grid(grid: Grid, draft: Draft) -> bool:
    """Places a table of one statement a row into the draft; False, and nothing placed, where it is none."""
    for place, labels in enumerate(grid.rows[:HEADER]):
        below = list(zip(grid.at, grid.rows, strict=True))[place + 1 :]
        file = os.path.basename(grid.at[place].rpartition(":")[0])
        if set(labels) >= own.NEEDED:
            before = len(draft.levels)
            for at, row in below:
                for label, text in zip(labels, row, strict=True):
                    if label not in own.COLUMNS:
                        draft.leave(text, at)
            own.place([(at, _by_name(labels, row)) for at, row in below], draft)
            draft.did.append(f"{file}: one statement a row, as ladder writes it: {len(draft.levels) - before} levels")
            return True
        columns = _columns(labels)
        if {"statement", "competency", "level"} <= columns.keys():
            if _is_matrix(columns, labels, [row for _, row in below]):
                return False
            above = [[Spot(text.strip(), at) for text in row] for at, row in zip(grid.at, grid.rows, strict=True)]
            place_titles(titled(above[:place])[0], draft)
            _Placing(draft, columns, labels).all(below)
            draft.did.append(f"{file}: one statement a row")
            return True
    return False


def _by_name(labels: tuple[str, ...], row: tuple[str, ...]) -> dict[str, str]:
    return {**dict.fromkeys(own.COLUMNS, ""), **dict(zip(labels, row, strict=True))}


def _columns(labels: tuple[str, ...]) -> dict[str, int]:
    """Which column is which; one that could be several is the first of them."""
    words = [word(label) for label in labels]
    found: dict[str, int] = {}
    for field, names in NAMES.items():
        for name in names.split():
            if name in words and words.index(name) not in found.values():
                found[field] = words.index(name)
                break
    return found


def _is_matrix(columns: Mapping[str, int], labels: tuple[str, ...], rows: list[tuple[str, ...]]) -> bool:
    """Whether it has one row a level and further columns: competencies beside what describes the level."""
    if word(labels[columns["statement"]]) not in VAGUE:
        return False
    levels = [row[columns["level"]] for row in rows if row[columns["level"]].strip()]
    further = [label for place, label in enumerate(labels) if label.strip() and place not in columns.values()]
    return len(further) > 0 and len(set(levels)) == len(levels) == len(rows)


class _Placing:
    """Puts rows into a draft. A blank level, competency or group is that of the row above, as in merged cells."""

    def __init__(self, draft: Draft, columns: Mapping[str, int], labels: tuple[str, ...]) -> None:
        self.draft, self.columns, self.labels = draft, columns, labels
        self.above: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.last: tuple[str, str, str] | None = None
        self.merged = False

    def all(self, rows: list[tuple[str, tuple[str, ...]]]) -> None:
        """Places all rows."""
        keys = (self.columns["level"], self.columns["competency"])
        self.merged = any(not row[place].strip() for _, row in rows for place in keys)
        for at, row in rows:
            texts = [BREAK.sub("\n", "" if is_nothing(text) else text).strip() for text in row]
            cells = {field: texts[place] for field, place in self.columns.items()}
            for place, text in enumerate(texts):
                if text and place not in self.columns.values():
                    self.draft.leave(f"{self.labels[place]}: {text}".removeprefix(": "), at)
            self._row(cells, at)

    def _row(self, cells: dict[str, str], at: str) -> None:
        same = cells["competency"] in ("", self.above.get("competency"))
        for field in ("level", "competency", "group"):
            carried = field != "group" or same or self.merged
            self.above[field] = cells.get(field) or (self.above.get(field, "") if carried else "")
        if not (self.above["level"] and self.above["competency"]):
            self._leave(cells, tuple(cells), at)
            return
        level = self._level(cells, at)
        competency = self.draft.competency(self.above["competency"], group=self.above["group"])
        found = _said(cells["statement"])
        examples = statements(cells.get("examples", ""))
        if not found:
            self._leave(cells, ("examples", "signals", "links", "tags", "optional"), at)
        elif examples and self.last == (level, competency, cells["statement"]):
            self._add_examples(level, competency, examples)
        else:
            *first, last = found
            for one in first:
                self.draft.say(level, competency, one.text, examples=one.examples)
            more = {field: own.texts(cells.get(field, "")) for field in ("signals", "links")}
            more |= {"examples": [*last.examples, *examples], "tags": _tags(cells.get("tags", ""))}
            optional = self._optional(cells, at)
            self.draft.say(level, competency, last.text, id=cells.get("id", ""), optional=optional, **more)
        self.last = (level, competency, cells["statement"])

    def _level(self, cells: Mapping[str, str], at: str) -> str:
        """The level of a row, made where it is new, with what the row says of it."""
        label, title = self.above["level"], cells.get("level_title", "")
        if label not in self.ids:
            shown, id_, also, about = named(label, title=title)
            self.ids[label] = known(self.draft, shown, id_, ()) or self.draft.level(shown, id=id_, aliases=also)
            for one in about:
                self.draft.leave(one, at)
        elif title and tidy(title) not in self.draft.levels[self.ids[label]]["title"]:
            self._leave(cells, ("level_title",), at)
        keys = self.draft.levels[self.ids[label]]
        if cells.get("track"):
            track = self.draft.track(cells["track"])
            if keys.setdefault("track", track) != track:
                self._leave(cells, ("track",), at)
        return self.ids[label]

    def _add_examples(self, level: str, competency: str, examples: list[str]) -> None:
        """Further examples of the statement that was placed last."""
        placed = self.draft.cell(level, competency)["statements"]
        if isinstance(placed[-1], str):
            placed[-1] = {"text": placed[-1]}
        placed[-1].setdefault("examples", []).extend(examples)

    def _optional(self, cells: Mapping[str, str], at: str) -> bool:
        said = cells.get("optional", "").lower()
        if said not in own.YES | own.NO:
            self._leave(cells, ("optional",), at)
        return said in own.YES

    def _leave(self, cells: Mapping[str, str], fields: tuple[str, ...], at: str) -> None:
        for field in fields:
            if cells.get(field):
                self.draft.leave(f"{field}: {cells[field]}", at)


def _said(text: str) -> list[Said]:
    """One statement, unless bullets make several of it."""
    if has_bullets(text):
        return said(text)
    whole = trimmed(text)
    return [Said(whole)] if whole else []


def _tags(text: str) -> list[str]:
    return [tag.strip() for tag in re.split(r"[,;\n]", text) if tag.strip()]
