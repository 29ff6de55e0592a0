"""A table to a ladder: competencies by levels, whichever way round it stands. No cell of it is dropped.

A table is first turned so that its rows are competencies and its columns levels. What stands beside (a group, a
track, a level's title, what a competency is about) is known by its label; what has no place is left with the draft.
"""

import itertools
import os
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from ladder.importing.draft import Draft, tidy, trimmed
from ladder.importing.labels import CODE, aliases
from ladder.importing.tables.axes import SHORT, Sides, Spot, filled, flip, titled
from ladder.importing.tables.cells import Said, said, statements
from ladder.importing.tables.grid import Grid
from ladder.importing.tables.matrix import Level, Matrix, Subject

ENDING: Final = re.compile(r"(\S.*?)\s*\(([^()]*[^\W\d_][^()]*)\)", re.DOTALL)


def read_grid(grid: Grid, draft: Draft, *, transpose: bool = False, group: str = "", sure: bool = False) -> bool:
    """Places a table into the draft; False, and nothing placed, where it is no matrix of a ladder.

    `transpose` turns what was decided of its axes; `group` is that of its competencies where it names none. A level
    or competency that the draft has by the same title is the same one. `sure`: only where its labels say what it is.
    """
    above, rows = titled(filled(grid))
    if len(rows) < 2:
        return False
    sides = Sides(rows)
    below = sides.below != transpose
    matrix = Matrix(flip(rows) if below else rows, group, turned=below)
    if (sure and sides.unsure) or not matrix.is_ladder(sentences=sides.unsure):
        return False
    place_titles(above, draft)
    _Placing(draft, matrix).all()
    file = os.path.basename(grid.at[0].rpartition(":")[0]) or "the table"
    count = f"{len(matrix.levels)} level{'s' if len(matrix.levels) != 1 else ''}"
    how = f"rows are {count}, columns are competencies" if below else f"rows are competencies, columns are {count}"
    if sides.unsure and not transpose:
        how = f"no label looks like a level: took the columns as {count}; --transpose turns it"
    draft.did.append(f"{file}: {how}")
    return True


def place_titles(above: Iterable[Spot], draft: Draft) -> None:
    """The first title is the ladder's and the next is about it, unless the draft has them."""
    for one in above:
        key = next((key for key in ("title", "about") if key not in draft.head), "")
        if key:
            draft.head[key] = tidy(one.text) if key == "title" else trimmed(one.text)
        else:
            draft.leave(one.text, one.at)


class _Placing:
    """Puts what a table says into a draft."""

    def __init__(self, draft: Draft, matrix: Matrix) -> None:
        self.draft, self.matrix = draft, matrix
        self.first = not draft.levels
        self.ids: list[str] = []

    def all(self) -> None:
        """Levels, then competencies with their statements, then what is left."""
        _tell_apart(self.matrix.levels)
        endings = self._endings() if self.first else {}
        for level in self.matrix.levels:
            self._level(level, endings)
        paragraphs = self.matrix.paragraphs()
        for subject in self.matrix.subjects:
            self._subject(subject, paragraphs)
        for one in self.matrix.left:
            self.draft.leave(one.text, one.at)

    def _subject(self, subject: Subject, paragraphs: bool) -> None:
        title, about = _named_subject(subject.label.text)
        name = self.draft.competency(title, group=subject.group)
        told = [about, *(one.text for one in subject.about)]
        _add_lines(self.draft.competencies[name], "about", told)
        for row in subject.rows:
            for level, id_ in zip(self.matrix.levels, self.ids, strict=True):
                found = [one for column in level.columns for one in said(row[column].text, paragraphs=paragraphs)]
                examples = tuple(one for column in level.examples for one in statements(row[column].text))
                if found and examples:
                    found[-1] = found[-1]._replace(examples=(*found[-1].examples, *examples))
                for one in found or map(Said, examples):
                    self.draft.say(id_, name, one.text, examples=list(one.examples))

    def _level(self, level: Level, endings: dict[str, tuple[int, str]]) -> None:
        title, id_, also, summary = _named(level)
        rank, ending = endings.get(title, (None, ""))
        self.ids.append(known(self.draft, title, id_, self.ids) or self.draft.level(title, id=id_, rank=rank))
        keys = self.draft.levels[self.ids[-1]]
        shown = {tidy(title), keys.get("title", "")}
        names = [one for one in dict.fromkeys((*keys.get("aliases", ()), *also)) if one and one not in shown]
        if tidy(title) not in keys.get("title", ""):
            names.append(title)
        if names:
            keys["aliases"] = names
        if track := level.track or ending:
            self._set(keys, "track", self.draft.track(track), level)
        if level.years:
            self._set(keys, "years", level.years, level)
        _add_lines(keys, "summary", [*summary, *level.summary])

    def _set(self, keys: dict[str, Any], key: str, value: Any, level: Level) -> None:
        """Sets a key of a level; where a table before said something else, this one's is left."""
        if keys.setdefault(key, value) != value:
            self.draft.leave(f"{level.label.text}, {key}: {value}", level.label.at)

    def _endings(self) -> dict[str, tuple[int, str]]:
        """Rank and track of levels that are named alike but for an ending: "Senior (Manager)", "Senior (Engineer)"."""
        titles = [_named(level)[0] for level in self.matrix.levels]
        parted = {title: ENDING.fullmatch(title) for title in titles}
        bases = [match[1] if match else title for title, match in parted.items()]
        plain = [match[2] for match in parted.values() if match and not CODE.fullmatch(match[2])]
        if len(set(bases)) == len(bases) or not plain or len(set(plain)) * 2 > len(plain):
            return {}
        ranks = {base: place for place, base in enumerate(dict.fromkeys(bases), 1)}
        return {
            title: (ranks[base], match[2] if match else "")
            for (title, match), base in zip(parted.items(), bases, strict=True)
        }


def known(draft: Draft, title: str, id_: str, but: Collection[str]) -> str:
    """The level of a draft that has this title, or an alias of it: one from a table before. None of `but` is it."""
    again = re.compile(re.escape(tidy(title)) + r"(?: \(\d+\))?", re.IGNORECASE)
    for name, keys in draft.levels.items():
        called = {name.casefold(), *(one.casefold() for one in keys.get("aliases", ()))}
        if name not in but and (
            again.fullmatch(keys.get("title", name)) or {title.casefold(), id_.casefold()} & called
        ):
            return name
    return ""


def named(label: str, *, title: str = "", codes: Iterable[str] = ()) -> tuple[str, str, list[str], list[str]]:
    r"""What a level's label says: its title, its id where it has a code, what else it is called, and further lines.

    >>> named("L4\nSenior Engineer")
    ('L4 – Senior Engineer', 'L4', ['L4', 'Senior Engineer'], [])
    """
    lines = [line.strip() for line in label.split("\n") if line.strip()]
    names = [lines[0], *itertools.takewhile(lambda line: len(line) <= SHORT, lines[1:3])] if lines else []
    coded = any(CODE.fullmatch(name) for name in names)
    shown = (" – " if coded and len(names) == 2 and not names[1].startswith("(") else " ").join(names)
    also = aliases(shown)
    id_ = next((one for one in also if CODE.fullmatch(one) and re.search(r"[^\W\d_]", one)), "")
    also += codes
    if title:
        id_, also, shown = id_ or shown, [*dict.fromkeys((shown, *also))], title
    return shown, id_, also, lines[len(names) :]


def _tell_apart(levels: Sequence[Level]) -> None:
    """Levels that have one title in a row of titles keep their labels, too: "L4 – Engineer", "L5 – Engineer"."""
    titles = [level.title for level in levels]
    for level in levels:
        if titles.count(level.title) > 1:
            level.names, level.title = [*filter(None, (*level.names, level.title))], ""


def _named(level: Level) -> tuple[str, str, list[str], list[str]]:
    return named("\n".join((level.label.text, *level.names)), title=level.title, codes=level.codes)


def _named_subject(label: str) -> tuple[str, str]:
    """The title of a competency and what its label says of it on further lines."""
    first, _, rest = label.partition("\n")
    if len(label) <= SHORT:
        return " ".join(label.split()), ""
    return first, rest


def _add_lines(keys: dict[str, Any], key: str, texts: list[str]) -> None:
    """Adds texts below what a key says, each once."""
    lines = [*([keys[key]] if key in keys else []), *(trimmed(text) for text in texts if trimmed(text))]
    if lines:
        keys[key] = "\n".join(dict.fromkeys(lines))
