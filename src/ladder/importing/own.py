"""The table that this program writes of a ladder's statements, read back: the same ids, order, titles and texts.

What a person changed in it counts: rows may be moved, added and left out, and columns, too. The table names sources by
their ids alone; they stand in the ladder so, with a note that says what is missing.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from ladder.importing.draft import Draft, fresh, trimmed
from ladder.importing.node import Grid
from ladder.questions.statements import Row
from ladder.reading.context import valid_id

COLUMNS: Final = Row._fields
NEEDED: Final = frozenset(["part", "level", "competency", "step", "statement"])
"""The columns by which the table is known; any other may be taken out of it."""

GUARDED: Final = re.compile(r"'+\s*[=+@\t\r-]")
"""A cell that was written as text for spreadsheets, with one quote more than it has."""

UNTOLD: Final = "A table of statements named it by its id. Its title and kind are still to be written."
MORE: Final = ("examples", "signals", "links", "tags")
YES: Final = frozenset(["true", "yes", "y", "x", "1", "optional"])
NO: Final = frozenset(["", "false", "no", "n", "0"])


def placed(grid: Grid, draft: Draft) -> bool:
    """Places the table that this program writes of statements; False where it is none."""
    for number, row in enumerate(grid.rows[:10]):
        labels = [cell.text for cell in row.cells]
        if set(labels) >= NEEDED:
            rows = [(one.at, dict(zip(labels, (cell.text for cell in one.cells), strict=True))) for one in grid.rows]
            for at, cells in rows[number + 1 :]:
                for label in cells.keys() - set(COLUMNS):
                    draft.leave(cells[label], at)
            empty = dict.fromkeys(COLUMNS, "")
            place(
                [(at, {name: {**empty, **cells}[name] for name in COLUMNS}) for at, cells in rows[number + 1 :]], draft
            )
            return True
    return False


def place(rows: list[tuple[str, dict[str, str]]], draft: Draft) -> None:
    """Places rows, each with where it stands, by their columns; what has no place is left with the draft."""
    placing = _Placing(draft)
    for at, row in rows:
        placing.row({name: trimmed(unguarded(text)) for name, text in row.items()}, at)
    placing.finish()


def unguarded(text: str) -> str:
    """A text as it was before it was made safe for spreadsheets.

    >>> unguarded("'=1+1"), unguarded("''-5"), unguarded("'tis")
    ('=1+1', "'-5", "'tis")
    """
    return text[1:] if GUARDED.match(text) else text


def texts(cell: str) -> list[str]:
    r"""The texts of a cell: one a line, further lines of one being indented by two blanks.

    >>> texts("one\ntwo\n  and more")
    ['one', 'two\nand more']
    """
    found: list[str] = []
    for line in cell.split("\n"):
        if found and (line.startswith("  ") or not line.strip()):
            found[-1] += "\n" + line[2:]
        else:
            found.append(line)
    return [one for text in found if (one := trimmed(text))]


class _Placing:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.first = not draft.levels
        self.ids: dict[tuple[str, str], str] = {}
        self.stepped: list[tuple[str, str, str]] = []
        self.sources: dict[str, dict[str, str]] = {}

    def row(self, row: Mapping[str, str], at: str) -> None:
        """Places one row."""
        part = row["part"] or _part(row)
        competency = self._competency(row) if row["competency"] else ""
        cell: dict[str, Any] | None = None
        if part in ("level", "role") and row["level"]:
            name = self._level(row, part)
            if not name:
                self._leave(row, COLUMNS, at)
                return
            cell = self.draft.cell(name, competency) if competency else None
            if cell is None:
                self._about_level(name, row, at)
        elif part == "baseline" and competency:
            expects = self.draft.head.setdefault("baseline", {"expects": {}})["expects"]
            cell = expects.setdefault(competency, {})
        elif part == "scale" and competency and row["step"]:
            step = self._step(competency, row["step"], row["step_title"])
            self._say(step, "expects", row, at)
            return
        if cell is None:
            self._leave(row, ("statement", *MORE), at)
            return
        self._about_cell(cell, competency, row, at)
        self._say(cell, "statements", row, at)

    def finish(self) -> None:
        """Adds steps that only cells name; leaves out what a role has from its level, and ranks that are places."""
        for role in self.draft.roles.values():
            base = self.draft.levels[role["level"]].get("expects", {})
            own = {name: cell for name, cell in role.get("expects", {}).items() if base.get(name) != cell}
            role |= {"expects": own} if "expects" in role else {}
        for competency, step, title in self.stepped:
            self._step(competency, step, title)
        for place, keys in enumerate(self.draft.levels.values(), 1):
            if self.first and keys.get("rank") == place:
                del keys["rank"]
        if self.sources:
            self.draft.head.setdefault("sources", {}).update(self.sources)
            count = f"{len(self.sources)} source{'s' if len(self.sources) > 1 else ''}"
            self.draft.did.append(f"{count} named by id alone: give each its title and kind under `sources`")

    def _id(self, kind: str, raw: str, taken: Mapping[str, Any]) -> str:
        """The id that stands for one of the table, which is the same unless it can be none."""
        if (kind, raw) not in self.ids:
            good = valid_id(raw) and not raw.startswith("x-")
            self.ids[kind, raw] = raw if good else fresh(raw.removeprefix("x-"), taken, kind)
        return self.ids[kind, raw]

    def _level(self, row: Mapping[str, str], part: str) -> str:
        """The level or role of a row, made where it is new; none for a role of a level that there is not."""
        draft = self.draft
        if part == "level":
            name, of = self._id("level", row["level"], draft.levels), draft.levels
            keys = {"title": row["level_title"]}
        else:
            name, of = self._id("role", row["level"], draft.roles), draft.roles
            level = self.ids.get(("level", row["of"]), row["of"])
            if level not in draft.levels or name in draft.levels:
                return ""
            keys = {"title": row["level_title"], "level": level, "discipline": row["discipline"]}
        if name not in of:
            track = self._track(row) if row["track"] else ""
            rank = int(row["rank"]) if re.fullmatch(r"-?\d{1,5}", row["rank"]) else None
            base = draft.levels[keys["level"]] if part == "role" else {}
            own = {key: value for key, value in (("track", track), ("rank", rank)) if value != base.get(key)}
            of[name] = {key: value for key, value in {**keys, **own}.items() if value not in ("", None)}
        return name

    def _about_level(self, name: str, row: Mapping[str, str], at: str) -> None:
        """What a level's own row says of it: its summary, and what else it is called."""
        draft = self.draft
        keys = draft.levels[name] if name in draft.levels else draft.roles[name]
        if aliases := texts(row["aliases"]):
            keys["aliases"] = list(dict.fromkeys((*keys.get("aliases", ()), *aliases)))
        if row["about"] and keys.setdefault("summary", row["about"]) != row["about"]:
            self._leave(row, ("about",), at)

    def _track(self, row: Mapping[str, str]) -> str:
        name = self._id("track", row["track"], self.draft.tracks)
        self.draft.tracks.setdefault(name, {"title": row["track_title"]} if row["track_title"] else {})
        return name

    def _competency(self, row: Mapping[str, str]) -> str:
        name = self._id("competency", row["competency"], self.draft.competencies)
        keys = self.draft.competencies.setdefault(name, {})
        for key, column in (("title", "competency_title"), ("group", "group"), ("about", "about")):
            if row[column] and not (key == "about" and row["level"]):
                keys.setdefault(key, row[column])
        return name

    def _step(self, competency: str, step: str, title: str) -> dict[str, Any]:
        steps: list[dict[str, Any]] = self.draft.competencies[competency].setdefault("steps", [])
        for one in steps:
            if one["id"] == step:
                return one
        steps.append({"id": step, "title": title} if title else {"id": step})
        return steps[-1]

    def _about_cell(self, cell: dict[str, Any], competency: str, row: Mapping[str, str], at: str) -> None:
        """What is said of a whole cell, which its first row says; another that differs is left."""
        for key in ("step", "label"):
            if row[key] and cell.setdefault(key, row[key]) != row[key]:
                self._leave(row, (key,), at)
        if cell.get("step") == row["step"] != "":
            self.stepped.append((competency, row["step"], row["step_title"]))
        if self._yes(row, "cell_optional", at):
            cell["optional"] = True

    def _say(self, cell: dict[str, Any], key: str, row: Mapping[str, str], at: str) -> None:
        if not row["statement"]:
            self._leave(row, MORE, at)
            return
        source = [self._id("source", one, self.sources) for one in row["source"].split()]
        self.sources |= {one: {"title": one, "kind": "editorial", "note": UNTOLD} for one in source}
        more: dict[str, Any] = {"id": row["id"], **{name: texts(row[name]) for name in MORE}}
        more |= {"optional": self._yes(row, "optional", at), "source": source}
        given = {name: value for name, value in more.items() if value}
        said = {"text": row["statement"], **given} if given else row["statement"]
        cell.setdefault(key, []).append(said)

    def _yes(self, row: Mapping[str, str], column: str, at: str) -> bool:
        said = row[column].lower()
        if said not in YES | NO:
            self._leave(row, (column,), at)
        return said in YES

    def _leave(self, row: Mapping[str, str], columns: tuple[str, ...], at: str) -> None:
        said = [f"{name}: {row[name]}" for name in columns if row[name]]
        self.draft.leave("\n".join(said), at)


def _part(row: Mapping[str, str]) -> str:
    """What a row is that does not say so."""
    if row["level"]:
        return "role" if row["of"] else "level"
    if row["step"]:
        return "scale"
    return "baseline" if row["statement"] else "competency"
