"""Where ladders stand: the bundled one, a path that the user gave, and the folders of LADDER_PATH."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from ladder.errors import CannotRead, did_you_mean, nearest, quoted
from ladder.model import Company, Ladder, Survey
from ladder.names import Named, normal
from ladder.reading.folder import Folder, is_ladder
from ladder.reading.places import HEADER, SUFFIXES

BUNDLED: Final = "industry"


def bundled_path() -> str:
    """The folder of the bundled ladder: inside the installed package, or beside `src` in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data")
    return installed if os.path.isdir(installed) else os.path.join(package, "..", "..", "data")


def open_ladder(where: "str | os.PathLike[str] | Ladder | None" = None, parts: Collection[str] | None = None) -> Named:
    """The ladder at a path, or with a name on the shelf; the bundled one where nothing is given.

    Of its levels only `parts` are read ("expects", "time", "days"), where a question needs no more.

    Raises CannotRead where there is none, InvalidLadder where its header is wrong.
    """
    if isinstance(where, Ladder):
        return Held(where)
    if where is None:
        return Folder(bundled_path(), name=BUNDLED, parts=parts)
    path = os.fspath(where)
    if os.path.exists(path):
        return Folder(path, parts=parts)
    named = find_ladder(path, parts)
    if named is not None:
        return named
    near = did_you_mean(nearest(path, standing()))
    raise CannotRead(
        f"no ladder at {quoted(path)}",
        near or "give a folder that holds ladder.yaml, a YAML file, or a name on LADDER_PATH",
    )


def find_ladder(name: str, parts: Collection[str] | None = None) -> Named | None:
    """The ladder with this name on the shelf, or at this path; None where there is none."""
    if os.sep in name and os.path.exists(name):
        return Folder(name, parts=parts)
    for title, path in standing().items():
        if normal(title) == normal(name):
            return Folder(path, name=title, parts=parts)
    return None


def standing() -> dict[str, str]:
    """The paths of all ladders on the shelf by their names, the bundled one first.

    LADDER_PATH lists folders that are ladders or hold some, with the system's separator between them.
    Of two with one name the first counts.
    """
    found = {BUNDLED: bundled_path()}
    for entry in filter(None, os.environ.get("LADDER_PATH", "").split(os.pathsep)):
        entry = os.path.expanduser(entry)
        inside = [entry]
        if os.path.isdir(entry) and not os.path.isfile(os.path.join(entry, HEADER)):
            try:
                inside = sorted(os.path.join(entry, name) for name in os.listdir(entry) if not name.startswith("."))
            except OSError:  # a folder that may not be listed holds no ladder for this user
                inside = []
        for path in inside:
            if is_ladder(path):
                stem = Path(os.path.abspath(path))
                found.setdefault(stem.stem if stem.suffix in SUFFIXES and stem.is_file() else stem.name, path)
    return found


class Held:
    """A ladder that was read before: the same questions, and nothing to open."""

    def __init__(self, ladder: Ladder) -> None:
        self.held = ladder
        self.name = ladder.name
        self.order = ladder.order
        self.role_ids = ladder.role_ids

    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """Title and aliases by id."""
        return {name: (role.title, *role.aliases) for name, role in {**self.held.levels, **self.held.roles}.items()}

    def mentioning(self, beginnings: object = (), phrase: str = "") -> tuple[list[str], list[str]]:
        """All levels and roles: there is no file to look into first."""
        return [*self.order, *self.role_ids], []

    def companies(self) -> Mapping[str, Company]:
        """Companies by id."""
        return self.held.companies

    def surveys(self) -> Mapping[str, Survey]:
        """Surveys of pay by id."""
        return self.held.surveys

    def ladder(self, ids: object = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        """The ladder itself."""
        return self.held
