"""What the browser compares and searches with, as scripts that call one function: `ladder(NAME, VALUE)`.

A page that is opened from a disk may run a script beside it and fetch nothing. Whatever the two must agree on with
`ladder compare` and `ladder search` is worked out here: the stems of each text, and which wordings are one.

A file of sides (levels.js, roles.js, role/ID.js) is `{rows, sides}`. A row is `[text, stems, wording, id, optional]`,
as far as the last that is not empty. `stems` are the lengths of the stems in the text's words, one character a word
(0 to z, 0 for a word that tells nothing), or a list of them where a browser would not find the same words. A side is
`{e, c, h}`: per competency `[its statements, those from below, step, optional]`, claims as `[part, about, place,
satire, ...rows]`, and hours. All numbers count from 0 and lead into `rows`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from ladder.contents.claims import PARTS, Claim, claims
from ladder.contents.expected import Expectation, expected
from ladder.document import Thing
from ladder.language import COMMON, WORD, folded, stem, telling, tells, wording
from ladder.model import Ladder, Statement
from ladder.site.documents import FEW_ROLES
from ladder.site.places import PAY, SOURCES, Anchors, Guide, page_of

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
SHOWN: Final = ("competencies", "baseline", "sources", "comp")
"""What a ladder says itself and has a page."""
HIDDEN: Final = ("days",)
"""What a level says and its page only names."""

Row = list[Any]
Files = Iterator[tuple[str, str]]


def files(ladder: Ladder, guide: Guide, pairs: Iterable[tuple[str, str]], *, pay: bool) -> Files:
    """The paths and texts of all data files. `guide` knows the places of every page."""
    numbers = _Numbers()
    said: dict[str, list[Claim]] = {}
    for claim in claims(ladder):
        if claim.part not in HIDDEN and (claim.role or claim.part in SHOWN):
            said.setdefault(claim.role, []).append(claim)
    split = len(ladder.role_ids) > FEW_ROLES
    levels = {name: expected(ladder, ladder.levels[name]) for name in ladder.order}
    shelf = _Shelf(ladder, guide, numbers)
    for name in ladder.order:
        shelf.side(name, levels[name], said.get(name, []))
    shelf.claims("", said.get("", []) if pay else [one for one in said.get("", []) if one.part != "comp"])
    yield _file("levels", shelf.value())
    together = _Shelf(ladder, guide, numbers)
    found: dict[str, dict[str, list[int]]] = {}
    for place, name in enumerate(ladder.role_ids):
        one = _Shelf(ladder, guide, numbers) if split else together
        mine = expected(ladder, ladder.role(name))
        theirs = levels.get(ladder.roles[name].level, {})
        one.side(name, {id_: part for id_, part in mine.items() if theirs.get(id_) != part}, said.get(name, []))
        if split:
            yield _file(f"role/{name}", one.value())
            for word in one.stems():
                found.setdefault(shard(word), {}).setdefault(word, []).append(place)
    if split:
        yield from (_file(f"words/{name}", words) for name, words in sorted(found.items()))
    elif ladder.role_ids:
        yield _file("roles", together.value())
    yield _file("ladder", _header(ladder, pairs) | {"split": split, "words": sorted(found)})


def shard(word: str) -> str:
    """The file of words in which a stem stands: by its first letter, or `other`."""
    return word[0] if word[0].isascii() else "other"


def _file(name: str, value: Any) -> tuple[str, str]:
    """A script that hands over a value, in ASCII, and with nothing in it that could end a script."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"data/{name}.js", f"ladder({json.dumps(name).replace('<', chr(92) + 'u003c')},{text});\n"


def _header(ladder: Ladder, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """What every page needs: the names of all levels and roles, and of what they are judged by."""
    sides = [[name, ladder.levels[name].title, ladder.levels[name].rank] for name in ladder.order]
    for name in ladder.role_ids:
        role = ladder.role(name)
        sides.append([name, role.title, role.rank, role.level])
    judged = [[name, one.title or name, one.group] for name, one in ladder.competencies.items()]
    return {
        "sides": sides,
        "competencies": judged,
        "parts": list(PARTS.values()),
        "pairs": [list(pair) for pair in pairs],
        "common": sorted(COMMON),
    }


class _Numbers:
    """One number for every wording of the whole ladder."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, text: str) -> int:
        return self._known.setdefault(wording(text), len(self._known))


class _Shelf:
    """One file of sides: each text stands in it once."""

    def __init__(self, ladder: Ladder, guide: Guide, numbers: _Numbers) -> None:
        self._ladder = ladder
        self._guide = guide
        self._numbers = numbers
        self._rows: list[Row] = []
        self._places: dict[Any, int] = {}
        self._sides: dict[str, dict[str, Any]] = {}

    def value(self) -> dict[str, Any]:
        return {"rows": self._rows, "sides": self._sides}

    def stems(self) -> set[str]:
        """All that a search can find here."""
        return {one for row in self._rows for one in telling(row[0])}

    def side(self, name: str, parts: Mapping[str, Expectation], said: Iterable[Claim]) -> None:
        """What a level or role expects, with all else that it says."""
        judged = {id_: self._part(part) for id_, part in parts.items()}
        self._sides[name] = {"e": judged}
        self.claims(name, said)

    def claims(self, name: str, said: Iterable[Claim]) -> None:
        """What can be found of a side, or (without a name) of the ladder, by where it stands."""
        groups: dict[tuple[int, str, str, int], list[int]] = {}
        for claim in said:
            key = (
                list(PARTS).index(claim.part),
                claim.about_title if claim.about_title != claim.text else "",
                self._place(claim),
                int(claim.satire),
            )
            groups.setdefault(key, []).append(self._text(claim.text))
        self._sides.setdefault(name, {})["c"] = [[*key, *rows] for key, rows in groups.items()]

    def _part(self, part: Expectation) -> list[Any]:
        rows = [self._statement(one) for one in part.statements]
        below = [self._statement(one) for one in part.inherited]
        return _short([rows, below, part.label or part.step, int(part.optional)])

    def _statement(self, said: Statement) -> int:
        key = said.text, said.id, said.optional
        if key not in self._places:
            row = _short([said.text, stems(said.text), self._numbers.of(said.text), said.id, int(said.optional)])
            self._places[key] = self._places[said.text] = len(self._rows)
            self._rows.append(row)
        return self._places[key]

    def _text(self, text: str) -> int:
        if text not in self._places:
            self._places[text] = len(self._rows)
            self._rows.append([text, stems(text)])
        return self._places[text]

    def _place(self, claim: Claim) -> str:
        """Where on the page of its level or role a claim stands; of the ladder's own claims, the page itself."""
        if not claim.role:
            return self._page(claim)
        kind = "level" if claim.role in self._ladder.levels else "role"
        anchors = self._guide.pages.get(page_of(kind, claim.role), Anchors({}))
        competency, onward = Thing("competency", claim.about), Thing("role", claim.about)
        about = {"expects": competency, "next": onward}.get(claim.part, claim.about)
        return anchors.find(about, claim.about_title, claim.part)

    def _page(self, claim: Claim) -> str:
        if claim.part in ("competencies", "baseline"):
            return self._guide.find(Thing("competency", claim.about)) or ""
        return (self._guide.at(SOURCES, Thing("source", claim.about)) or "") if claim.part == "sources" else PAY


def stems(text: str) -> str | list[str]:
    """The stems of a text as the data have them."""
    codes = []
    for found in WORD.findall(text):
        word = found.casefold()
        root = stem(word) if tells(word) else ""
        if not found.isascii() or not folded(word).startswith(root) or len(root) >= len(DIGITS):
            return sorted(telling(text))
        codes.append(DIGITS[len(root)])
    return "".join(codes)


def _short(row: Row) -> Row:
    """The row without the empty values at its end."""
    while row and row[-1] in ("", 0, []):
        row.pop()
    return row
