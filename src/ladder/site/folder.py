"""A site's files into a folder: all of them or none, and nothing of anybody else's is touched.

The files are written beside the folder and then moved in. A manifest lists them, so that the next build knows which
are ours: only those are ever moved away or deleted. A folder with anything in it and without a manifest is refused, and
so is one in which somebody's file stands where a page would go.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from ladder.errors import CannotWrite, argument, quoted

MANIFEST: Final = ".ladder-site"
HEAD: Final = "# Files of `ladder site`: the next build replaces these and no others.\n"


def check(target: str) -> None:
    """Raises CannotWrite where a site cannot be put into this folder: before any work is done."""
    if os.path.islink(target.rstrip(os.sep) or target):
        hint = f"name the folder itself: {argument(os.path.realpath(target))}"
        raise CannotWrite(f"{quoted(target)} is a link", hint)
    if os.path.lexists(target) and not os.path.isdir(target):
        raise CannotWrite(f"{quoted(target)} is not a folder", "name a folder of its own, such as `-o public`")
    if not os.path.isdir(target):
        return
    try:
        held = os.listdir(target)
    except OSError as error:
        raise CannotWrite.because(f"cannot read {quoted(target)}", error) from error
    if held and MANIFEST not in held:
        message = f"{quoted(target)} holds files that are not of a site"
        raise CannotWrite(message, "name a new folder, or an empty one; nothing in this one was changed")


def write(target: str, files: Iterable[tuple[str, str]]) -> int:
    """Puts files by their paths into a folder, and takes those of the last build away. Returns how many there are.

    Raises CannotWrite with the folder as it was before.
    """
    check(target)
    target = os.path.abspath(target)
    above = os.path.dirname(target)
    beside = ""
    try:
        os.makedirs(above, exist_ok=True)
        beside = tempfile.mkdtemp(dir=above, prefix=".ladder-", suffix=".part")
        new = os.path.join(beside, "new")
        names = _lay_down(new, files)
        if os.path.isdir(target):
            _exchange(target, new, os.path.join(beside, "old"), names)
        else:
            os.rename(new, target)
    except OSError as error:
        raise CannotWrite.because(f"cannot write {quoted(target)}", error) from error
    finally:
        if beside and not _holds(os.path.join(beside, "kept")):
            shutil.rmtree(beside, ignore_errors=True)
    return len(names) - 1


def _lay_down(folder: str, files: Iterable[tuple[str, str]]) -> list[str]:
    """Writes all files into a new folder, the manifest last, and names them."""
    names = []
    known: set[str] = set()
    for name, text in files:
        path = os.path.join(folder, name)
        above = os.path.dirname(path)
        if above not in known:
            os.makedirs(above, exist_ok=True)
            known.add(above)
        data = text.encode("utf-8", "replace")
        with open(path, "xb", buffering=max(len(data), 2)) as file:  # in one call: there may be thousands of files
            file.write(data)
        names.append(name)
    with open(os.path.join(folder, MANIFEST), "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD + "".join(f"{name}\n" for name in sorted(names)))
    return [*names, MANIFEST]


def _exchange(target: str, new: str, old: str, names: list[str]) -> None:
    """Moves the files of the last build out and the new ones in; whatever fails, all is as it was before."""
    ours = list(_listed(target))
    _check_free(target, names, ours)
    moves = [(os.path.join(target, name), os.path.join(old, name)) for name in ours]
    moves += [(os.path.join(new, name), os.path.join(target, name)) for name in names]
    made: list[str] = []
    done: list[tuple[str, str]] = []
    try:
        for source, place in moves:
            _make_folders(os.path.dirname(place), made)
            os.rename(source, place)
            done.append((source, place))
    except BaseException:
        _put_back(done, made, old)
        raise
    for folder in sorted({os.path.dirname(name) for name in ours if "/" in name}, reverse=True):
        with suppress(OSError):  # it holds something: a new page, or somebody's file
            os.rmdir(os.path.join(target, folder))


def _put_back(done: list[tuple[str, str]], made: list[str], old: str) -> None:
    """Undoes moves, the last first. What cannot be moved back is kept beside the folder."""
    stuck = False
    for source, place in reversed(done):
        try:
            os.makedirs(os.path.dirname(source), exist_ok=True)
            os.rename(place, source)
        except OSError:
            stuck = True
    for folder in reversed(made):
        with suppress(OSError):
            os.rmdir(folder)
    if stuck and _holds(old):
        kept = os.path.join(os.path.dirname(old), "kept")
        os.rename(old, kept)
        raise CannotWrite("the last build could not be put back", f"its files are in {argument(kept)}") from None


def _make_folders(folder: str, made: list[str]) -> None:
    """Makes a folder and those above it, and notes which are new."""
    if not os.path.isdir(folder):
        _make_folders(os.path.dirname(folder), made)
        os.mkdir(folder)
        made.append(folder)


def _listed(target: str) -> Iterator[str]:
    """The files that the folder's manifest lists and that are there, the manifest itself last.

    A path that leads out of the folder, or through a link, is none of ours whoever wrote it there.
    """
    path = os.path.join(target, MANIFEST)
    if not os.path.isfile(path) or os.path.islink(path):
        return
    with open(path, encoding="utf-8", errors="replace") as file:
        lines = file.read().splitlines()
    for name in dict.fromkeys(lines):
        steps = name.split("/")
        inside = not {"", ".", ".."} & set(steps) and "\\" not in name
        if inside and os.path.isfile(os.path.join(target, name)) and not _through_link(target, name):
            yield name
    yield MANIFEST


def _check_free(target: str, names: list[str], ours: list[str]) -> None:
    """Raises CannotWrite where a file of somebody else stands in the place of one of the site."""
    known = set(ours)
    for name in names:
        path = os.path.join(target, name)
        if _through_link(target, name):
            raise CannotWrite(
                f"{quoted(path)} is a link, or stands behind one", "remove the link, or name a new folder"
            )
        if name not in known and os.path.lexists(path):
            raise CannotWrite(
                f"{quoted(path)} is not of a site, and a page would go there", "move it, or name a new folder"
            )
        above = os.path.dirname(name)
        while above:
            if os.path.lexists(os.path.join(target, above)) and not os.path.isdir(os.path.join(target, above)):
                raise CannotWrite(
                    f"{quoted(os.path.join(target, above))} is not a folder", "move it, or name a new folder"
                )
            above = os.path.dirname(above)


def _through_link(target: str, name: str) -> bool:
    """Whether a file, or a folder on the way to it, is a link."""
    path = target
    for step in name.split("/"):
        path = os.path.join(path, step)
        if os.path.islink(path):
            return True
    return False


def _holds(folder: str) -> bool:
    return os.path.isdir(folder) and bool(os.listdir(folder))
