"""What an import has understood so far: a ladder in the making, in the words of the format."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

from ladder.frozen import Frozen

LONGEST_ID: Final = 48
CODED: Final = re.compile(r"(?=.*\d)\w[\w.]{0,5}|[A-Z]{1,5}")
"""One short code, which an id keeps as it is written: L4, MG1, 3.2, SRE."""

UNHOLDABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""What YAML cannot hold; soft line breaks of office programs among it, which part words."""

RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""What cannot be a file's name on Windows."""


class Unplaced(Frozen):
    """Text for which an import found no place. `at` is the file and line where it stands, `under` what stands above."""

    at: str
    text: str
    under: str = ""


class Draft:
    """A ladder in the making. Readers say to it what they find; every key of the results is one of the format.

    `head` holds the keys of ladder.yaml beside the levels (title, about, tracks, competencies, points, …); `levels`
    and `roles` their keys by id, in order. `did` are lines for the user: how the input was read.
    """

    def __init__(self, title: str = "") -> None:
        self.head: dict[str, Any] = {"title": title} if title else {}
        self.competencies: dict[str, dict[str, Any]] = {}
        self.tracks: dict[str, dict[str, Any]] = {}
        self.levels: dict[str, dict[str, Any]] = {}
        self.roles: dict[str, dict[str, Any]] = {}
        self.unplaced: list[Unplaced] = []
        self.did: list[str] = []
        self._named: dict[str, list[str]] = {}
        self._folded: set[str] = set()

    def level(self, title: str, id: str = "", **keys: Any) -> str:
        """Adds a level and returns its id, made of `id` or else of the title. Two never have one id or one title.

        `keys` are keys of a level: track, rank, summary, aliases, points. Empty ones are left out.
        """
        name = fresh(id or title, self.levels, "level")
        titles = {level["title"].casefold() for level in self.levels.values() if "title" in level}
        shown = tidy(title) or name
        if shown.casefold() in titles:
            numbered = (f"{shown} ({count})" for count in range(2, len(titles) + 3))
            shown = next(new for new in numbered if new.casefold() not in titles)
        self.levels[name] = {"title": shown, **_given(keys)}
        return name

    def competency(self, title: str, id: str = "", **keys: Any) -> str:
        """The id of the competency with this title (and group, where one is given), which is added where it is new.

        `keys`: group, about; steps as the format has them.
        """
        shown, group = tidy(title), tidy(keys.get("group") or "")
        for name in self._named.get(shown, ()):
            same_group = "group" not in keys or group == self.competencies[name].get("group", "")
            if (not id or name == id) and same_group:
                return name
        if len(self._folded) != len(self.competencies):
            self._folded = {one.casefold() for one in self.competencies}
        name = fresh(id or title, self._folded, "competency")
        self._folded.add(name.casefold())
        self.competencies[name] = {"title": shown or name, **_given({**keys, "group": group})}
        self._named.setdefault(shown or name, []).append(name)
        return name

    def track(self, title: str, id: str = "") -> str:
        """The id of the track with this title, which is added where it is new."""
        shown = tidy(title)
        for name, known in self.tracks.items():
            if known.get("title") == shown:
                return name
        name = fresh(id or title, self.tracks, "track")
        self.tracks[name] = {"title": shown or name}
        return name

    def say(self, level: str, competency: str, text: str, **more: Any) -> None:
        """Adds a statement to a cell. `more`: id, examples, signals, links, tags, optional; empty ones are left out.

        Blank text is no statement and is passed over.
        """
        said = trimmed(text)
        if not said:
            return
        more = _given(more)
        cell = self.cell(level, competency)
        cell.setdefault("statements", []).append({"text": said, **more} if more else said)

    def cell(self, level: str, competency: str) -> dict[str, Any]:
        """A cell in full form: step, label, optional, statements. `writing` gives it its short form."""
        of = self.levels if level in self.levels else self.roles
        cell: dict[str, Any] = of[level].setdefault("expects", {}).setdefault(competency, {})
        return cell

    def leave(self, text: str, at: str, under: Sequence[str] = ()) -> None:
        """Keeps text for which there is no place, with the labels above it. Blank text is passed over."""
        if trimmed(text):
            self.unplaced.append(Unplaced(at, trimmed(text), " / ".join(filter(None, map(tidy, under)))))

    @property
    def statements(self) -> int:
        """How many statements were placed: in cells, on the scales of competencies, and for every level."""
        cells = [
            cell for one in (*self.levels.values(), *self.roles.values()) for cell in one.get("expects", {}).values()
        ]
        cells += self.head.get("baseline", {}).get("expects", {}).values()
        steps = [step for one in self.competencies.values() for step in one.get("steps", ())]
        return sum(len(cell.get("statements", ())) for cell in cells) + sum(
            len(step.get("expects", ())) for step in steps
        )


def fresh(words: str, taken: Any, otherwise: str) -> str:
    """An id made of words that is not taken yet, letters' case apart; `otherwise` where the words give none.

    A set of ids that are taken is one in small letters.

    >>> fresh("Senior Engineer II", [], "level"), fresh("MG1", [], "level"), fresh("🛠️ Mastery", ["mastery"], "level")
    ('senior-engineer-ii', 'MG1', 'mastery-2')
    """
    name = slug(words) or otherwise
    known = taken if isinstance(taken, set) else {one.casefold() for one in taken}
    if name.casefold() not in known:
        return name
    between = "" if name == "x" else "-"  # a reader passes over keys that begin with "x-"
    return next(new for count in range(2, len(known) + 3) if (new := f"{name}{between}{count}").casefold() not in known)


def slug(words: str) -> str:
    """Words as an id: one short code stays as it is written, anything else is in lower case and hyphenated.

    It can be a file's name on any system. Empty where nothing of the words can stand in one.

    >>> slug("X-ray tubes")
    'xray-tubes'
    """
    kept = "".join(
        sign if sign.isalnum() or sign in "._" or unicodedata.combining(sign) else " " for sign in _clean(words)
    )
    parts = [part.strip("._") for part in kept.split()]
    parts = [part for part in parts if part]
    if not parts:
        return ""
    name = parts[0] if len(parts) == 1 and CODED.fullmatch(parts[0]) else "-".join(parts).lower()
    while len(name.encode()) > LONGEST_ID and "-" in name:
        name = name.rpartition("-")[0]
    name = name.encode()[:LONGEST_ID].decode(errors="ignore").strip("._-")
    if name.startswith("x-"):
        name = "x" + name[2:]  # a reader passes over keys that begin so
    reserved = RESERVED.fullmatch(name)
    return f"{reserved[1]}-{reserved[2] or ''}" if reserved else name


def tidy(text: str) -> str:
    """A label on one line, without the signs around it that only Markdown or a spreadsheet needs."""
    return re.sub(r"^(\*\*|__|\*|_)(.+)\1$", r"\2", " ".join(_clean(text).split())).strip(" \t:").lstrip("# ")


def trimmed(text: str) -> str:
    """A statement without blanks at its ends and at its lines' ends, and without what YAML cannot hold."""
    lines = [line.rstrip() for line in _clean(text).strip().split("\n")]
    return "\n".join(lines).strip()


def _clean(text: str) -> str:
    """Text as YAML can hold it: no control characters, no halves of surrogates, no byte order marks."""
    return UNHOLDABLE.sub(lambda sign: "\n" if sign[0] in "\x0b\x0c\x85\u2028\u2029" else "", text)


def _given(keys: dict[str, Any]) -> dict[str, Any]:
    """The keys that say something; 0 does."""
    said = {
        key: value for key, value in keys.items() if not (value is None or value is False or value in ("", [], (), {}))
    }
    return {key: list(value) if isinstance(value, tuple) else value for key, value in said.items()}
