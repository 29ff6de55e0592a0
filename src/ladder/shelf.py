"""Where ladders stand: the bundled one, a path that the user gave, the folders of LADDER_PATH, the current folder.

Within `only` there are no others than those given to it, whatever path or name somebody asks for.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ladder.errors import CannotRead, did_you_mean, listed, nearest, quoted
from ladder.names import normal
from ladder.reading import kinds
from ladder.reading.files import is_ladder, says_format
from ladder.reading.places import HEADER, SUFFIXES

BUNDLED: Final = "industry"

_given: Mapping[str, str] | None = None


@contextmanager
def only(ladders: Mapping[str, str]) -> Iterator[None]:
    """Within it, in the whole process, these ladders (paths by name) are all there are. The first is the usual one."""
    global _given
    before, _given = _given, dict(ladders)
    try:
        yield
    finally:
        _given = before


def given() -> Mapping[str, str] | None:
    """The ladders beside which there are no others; None where any may be opened."""
    return _given


def bundled_path() -> str:
    """The folder of the bundled ladder: inside the installed package, or beside `src` in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data")
    return installed if os.path.isdir(installed) else os.path.join(package, "..", "..", "data")


def find(where: str | os.PathLike[str]) -> tuple[str, str]:
    """The path of a ladder, and its name where that is not the path's: from a path or a name on the shelf.

    Raises CannotRead where there is none.
    """
    path = os.fspath(where)
    if _given is None and os.path.exists(path):
        return _whole(path), ""
    if found := called_so(path):
        return found
    if _given is not None:
        hint = did_you_mean(nearest(path, _given)) or f"there are {listed(_given)} and no others"
        raise CannotRead(f"no ladder {quoted(path)}", hint)
    near = did_you_mean(nearest(path, standing()))
    raise CannotRead(
        f"no ladder at {quoted(path)}",
        near or "give a folder that holds ladder.yaml, a YAML file, or a name on LADDER_PATH",
    )


def _whole(path: str) -> str:
    """The folder of a ladder for a path to one of its files, as editors and hooks name them; else the path itself."""
    if not os.path.isfile(path):
        return path
    folder, name = os.path.split(path)
    if os.path.basename(os.path.abspath(folder)) in kinds.folders():
        folder = os.path.join(folder, os.pardir)
    elif name != HEADER and os.path.splitext(name)[0] not in kinds.tables():
        return path
    return os.path.normpath(folder) if os.path.isfile(os.path.join(folder, HEADER)) else path


def nearest_ladder() -> tuple[str, str]:
    """The path of the current folder's ladder, else of the bundled one, and its name where that is not the path's."""
    if _given is not None:
        return next((path, name) for name, path in _given.items())
    return (os.curdir, "") if is_ladder(os.curdir) else (bundled_path(), BUNDLED)


def called_so(typed: str) -> tuple[str, str] | None:
    """The path and the name of the ladder on the shelf that is called so."""
    return next(((path, name) for name, path in standing().items() if normal(name) == normal(typed)), None)


def reach(path: str) -> tuple[str, ...]:
    """Where a ladder that the one at `path` extends may stand: beside it, or on LADDER_PATH."""
    return os.path.dirname(os.path.realpath(path)), *map(os.path.realpath, _entries())


def standing() -> dict[str, str]:
    """The paths of all ladders on the shelf by their names: the bundled one, then LADDER_PATH's, then this folder's.

    Of two with one name that of this folder counts, as it does for a path, then the first. Here, where anything may
    stand, a YAML file is a ladder if it says `format:`.
    """
    if _given is not None:
        return dict(_given)
    found = {BUNDLED: bundled_path()}
    for path in on_path():
        found.setdefault(called(path), path)
    return found | {called(path): path for path in reversed(here())}


def on_path() -> list[str]:
    """The ladders of LADDER_PATH, which lists folders that are ladders or hold some, and files; each once."""
    inside = [path for entry in _entries() for path in ([entry] if is_ladder(entry) else _inside(entry))]
    places: dict[str, str] = {}
    for path in filter(is_ladder, inside):
        places.setdefault(os.path.realpath(path), path)
    return list(places.values())


def here() -> list[str]:
    """The ladders of the current folder: itself, and those in it."""
    inside = (os.curdir, *(name for name in map(os.path.basename, _inside(os.curdir)) if name != HEADER))
    return [path for path in inside if is_ladder(path) and (os.path.isdir(path) or says_format(path))]


def called(path: str) -> str:
    """The name of the ladder at a path: that of its folder, or of its file without the suffix."""
    stem = Path(os.path.abspath(path))
    return stem.stem if stem.suffix in SUFFIXES and stem.is_file() else stem.name


def _entries() -> list[str]:
    """The folders and files that LADDER_PATH lists, with the system's separator between them."""
    return [os.path.expanduser(entry) for entry in os.environ.get("LADDER_PATH", "").split(os.pathsep) if entry]


def _inside(folder: str) -> list[str]:
    """What stands in a folder, hidden files left out; nothing where it may not be listed."""
    try:
        return sorted(os.path.join(folder, name) for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return []
