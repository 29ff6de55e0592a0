"""What the browser compares and searches with, as scripts that call one function: `ladder(NAME, VALUE)`.

A page that is opened from a disk may run a script beside it and fetch nothing. Whatever the two must agree on with
`ladder compare` and `ladder search` is worked out here: the stems of each text, and which wordings are one.

A file of sides (levels.js, roles.js, role/ID.js) is `{rows, sides}`. A row is `[text, stems, wording, id, optional]`,
as far as the last that is not empty. `stems` are the lengths of the stems in the text's words, one character a word
(0 to z, 0 for a word that tells nothing), or a list of them where a browser would not find the same words. `wording`
is a number that all rows of one wording share, 0 where there is one such row. A side is `{e, c}`: by competency
`[its statements, those from below, step]`, and what a search finds as `[part, about, place, satire, ...rows]`, or
`[competency, ...rows]` for what is expected. Numbers lead into `rows` and the lists of the header (ladder.js).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from ladder.comparing.statements import ENOUGH
from ladder.contents.claims import Claim
from ladder.contents.expected import Expectation, expected
from ladder.contents.titles import TITLES
from ladder.document import Thing, anchor
from ladder.language import COMMON, ENDINGS, WORD, folded, stem, tells, wording
from ladder.model import Ladder, Statement
from ladder.site.documents import FEW_ROLES
from ladder.site.places import PAY, SOURCES, Anchors, Guide, page_of

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
SHOWN: Final = ("competencies", "baseline", "sources", "comp")
"""What a ladder says itself and has a page."""
HIDDEN: Final = ("days",)
"""What a level says and its page only names."""
PART_OF: Final = {name: place for place, name in enumerate(TITLES)}

Row = list[Any]
Parts = Mapping[str, Expectation]


def files(
    ladder: Ladder, guide: Guide, pairs: Iterable[tuple[str, str]], every: Iterable[Claim]
) -> Iterator[tuple[str, str]]:
    """The paths and texts of all data files. `guide` knows the places of every page, `every` are all claims."""
    said: dict[str, list[Claim]] = {}
    for claim in every:
        if claim.part not in HIDDEN and (claim.role or claim.part in SHOWN):
            said.setdefault(claim.role, []).append(claim)
    levels: dict[str, Parts] = {name: expected(ladder, ladder.levels[name]) for name in ladder.order}
    roles = {name: _added(ladder, name, levels) for name in ladder.role_ids}
    numbers = _numbers([*levels.values(), *roles.values()])
    split = len(roles) > FEW_ROLES
    shelf = _Shelf(ladder, guide, numbers)
    for name, parts in levels.items():
        shelf.side(name, parts, said.get(name, ()))
    shelf.side("", {}, said.get("", ()))
    yield _file("levels", shelf.value())
    found: dict[str, dict[str, list[int]]] = {}
    together = _Shelf(ladder, guide, numbers)
    for place, (name, parts) in enumerate(roles.items()):
        one = _Shelf(ladder, guide, numbers) if split else together
        one.side(name, parts, said.get(name, ()))
        if split:
            yield _file(f"role/{name}", one.value())
            for word in sorted(one.stems):
                found.setdefault(shard(word), {}).setdefault(word, []).append(place)
    if split:
        yield from (_file(f"words/{name}", words) for name, words in sorted(found.items()))
    elif roles:
        yield _file("roles", together.value())
    yield _file("ladder", _header(ladder, pairs) | {"split": split, "words": sorted(found)})


def shard(word: str) -> str:
    """The file of words in which a stem stands: by its first letter, or `other`."""
    return word[0] if word[0].isascii() else "other"


def _added(ladder: Ladder, name: str, levels: Mapping[str, Parts]) -> Parts:
    """What a role expects otherwise than its level."""
    theirs = levels.get(ladder.roles[name].level, {})
    return {id_: part for id_, part in expected(ladder, ladder.role(name)).items() if theirs.get(id_) != part}


def _numbers(sides: Iterable[Parts]) -> Mapping[str, int]:
    """A number for each wording that several statements have."""
    every = Counter(
        wording(one.text) for parts in sides for part in parts.values() for one in part.statements + part.inherited
    )
    several = (text for text, number in every.items() if number > 1)
    return {text: number for number, text in enumerate(several, start=1)}


def _file(name: str, value: Any) -> tuple[str, str]:
    """A script that hands over a value, in ASCII, and with nothing in it that could end a script."""
    text = json.dumps([name, value], ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"data/{name}.js", f"ladder({text[1:-1]});\n"


def _header(ladder: Ladder, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """What every page needs: the names of all levels and roles, and of what they are judged by."""
    sides: list[Row] = [[name, ladder.levels[name].title, ladder.levels[name].rank] for name in ladder.order]
    for name in ladder.role_ids:
        role = ladder.role(name)
        sides.append([name, role.title, role.rank, role.level])
    return {
        "sides": sides,
        "competencies": [[name, one.title or name, _usual(name)] for name, one in ladder.competencies.items()],
        "parts": list(TITLES.values()),
        "expects": PART_OF["expects"],
        "pairs": [list(pair) for pair in pairs],
        "enough": ENOUGH,
        "common": sorted(COMMON),
        "endings": ENDINGS,
    }


def _usual(competency: str) -> str:
    """Where a page usually has a competency."""
    return anchor(Thing("competency", competency))


class _Shelf:
    """One file of sides: each text stands in it once. `stems` are all that a search can find in it."""

    def __init__(self, ladder: Ladder, guide: Guide, numbers: Mapping[str, int]) -> None:
        self._ladder = ladder
        self._guide = guide
        self._numbers = numbers
        self._judged = {name: (place, _usual(name)) for place, name in enumerate(ladder.competencies)}
        self._rows: list[Row] = []
        self._places: dict[Any, int] = {}
        self._sides: dict[str, Any] = {}
        self.stems: set[str] = set()

    def value(self) -> dict[str, Any]:
        return {"rows": self._rows, "sides": self._sides}

    def side(self, name: str, parts: Parts, said: Iterable[Claim]) -> None:
        """What a level or role expects, and all that can be found of it; without a name, of the ladder."""
        judged = {id_: self._part(part) for id_, part in parts.items()}
        groups: dict[tuple[str, str, str, bool], list[int]] = {}
        for claim in said:
            title = claim.about_title if claim.about_title != claim.text else ""
            groups.setdefault((claim.part, claim.about, title, claim.satire), []).append(self._text(claim.text))
        found = [[*self._where(name, *key), *rows] for key, rows in groups.items()]
        self._sides[name] = ({"e": judged} if judged else {}) | {"c": found}

    def _where(self, name: str, part: str, about: str, title: str, satire: bool) -> Row:
        place = self._place(name, part, about, title) if name else self._page(part, about)
        known = self._ladder.competencies.get(about)
        if (
            part == "expects"
            and known
            and not satire
            and title == (known.title or about)
            and place == self._judged[about][1]
        ):
            return [self._judged[about][0], 0]
        return [PART_OF[part], title, place, int(satire)]

    def _place(self, name: str, part: str, about: str, title: str) -> str:
        """Where on the page of a level or role something stands."""
        kind = "level" if name in self._ladder.levels else "role"
        anchors = self._guide.pages.get(page_of(kind, name), Anchors({}))
        thing: object = about
        if part in ("expects", "next"):
            thing = Thing("competency" if part == "expects" else "role", about)
        return anchors.find(thing, title, part)

    def _page(self, part: str, about: str) -> str:
        """The page on which the ladder itself says something."""
        if part in ("competencies", "baseline"):
            return self._guide.find(Thing("competency", about)) or ""
        return (self._guide.at(SOURCES, Thing("source", about)) or "") if part == "sources" else PAY

    def _part(self, part: Expectation) -> Row:
        rows = [self._statement(one) for one in part.statements]
        return _short([rows, [self._statement(one) for one in part.inherited], part.label or part.step])

    def _statement(self, said: Statement) -> int:
        key = said.text, said.id, said.optional
        if key not in self._places:
            row = [said.text, self._stems(said.text), self._numbers.get(wording(said.text), 0), said.id]
            self._places[key] = self._places[said.text] = len(self._rows)
            self._rows.append(_short([*row, int(said.optional)]))
        return self._places[key]

    def _text(self, text: str) -> int:
        if text not in self._places:
            self._places[text] = len(self._rows)
            self._rows.append([text, self._stems(text)])
        return self._places[text]

    def _stems(self, text: str) -> str | list[str]:
        code, roots = stems(text)
        self.stems |= roots
        return code


def stems(text: str) -> tuple[str | list[str], set[str]]:
    """The stems of a text as the data have them, and as they are."""
    found = [_coded(word) for word in WORD.findall(text)]
    roots = {root for _, root in found}
    roots.discard("")
    codes = "".join([code for code, _ in found])
    return (codes if len(codes) == len(found) else sorted(roots)), roots


@cache
def _coded(found: str) -> tuple[str, str]:
    """How long the stem of a word is, as a digit, and the stem; no digit where a browser would find another."""
    word = found.casefold()
    root = stem(word) if tells(word) else ""
    same = found.isascii() and folded(word).startswith(root) and len(root) < len(DIGITS)
    return (DIGITS[len(root)] if same else ""), root


def _short(row: Row) -> Row:
    """The row without the empty values at its end."""
    while row and row[-1] in ("", 0, []):
        row.pop()
    return row
