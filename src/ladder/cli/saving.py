"""A ladder's files to disk: all of them or none, and nothing that stands there is lost."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from ladder.cli.streams import write_file
from ladder.errors import CannotWrite, LadderError, argument, quoted
from ladder.reading import kinds
from ladder.reading.places import HEADER, SUFFIXES

OVERWRITE: Final = "add `--force` to overwrite it"


def is_file(target: str) -> bool:
    """Whether a target names one YAML file, not a folder."""
    return target.endswith(SUFFIXES) and not os.path.isdir(target)


def check_name(target: str) -> None:
    """Raises LadderError where a ladder cannot be called so."""
    name = os.path.basename(os.path.abspath(target)) if target else ""
    if not name.removesuffix(".yaml").removesuffix(".yml").strip() or not name.isprintable():
        raise LadderError(f"a ladder cannot be called {quoted(name)}", "name a folder, or a file that ends in .yaml")


def typed(target: str) -> str:
    """A target as one types it behind a command, where what begins with `-` would be an option.

    >>> typed("acme"), typed("-acme"), typed("the mill")
    ('acme', './-acme', '"the mill"')
    """
    return argument(os.path.join(os.curdir, target) if target.startswith("-") else target)


def check_free(target: str, files: Mapping[str, str] | str, *, force: bool) -> None:
    """Raises CannotWrite where something stands that would be overwritten: before any work is done."""
    if isinstance(files, str):
        if os.path.isdir(target):
            raise CannotWrite(f"{quoted(target)} is a folder", "name a YAML file")
        taken = [target] if os.path.lexists(target) else []
    else:
        if os.path.lexists(target) and not os.path.isdir(target):
            raise CannotWrite(f"{quoted(target)} is not a folder", "name a folder, or a file that ends in .yaml")
        read = dict.fromkeys((*_tops(files), *kinds.entries()))
        taken = [os.path.join(target, name) for name in read if os.path.lexists(os.path.join(target, name))]
    if taken and not force:
        raise CannotWrite(f"{quoted(taken[0])} exists", OVERWRITE)


def write_ladder(target: str, files: Mapping[str, str] | str, *, force: bool) -> None:
    """One text to a file, or texts by their paths to a folder, which may stand there and hold other things.

    The folder is made beside and moved; where it exists its old levels and roles make room, and come back if anything
    fails. ladder.yaml moves last: a folder without it is no ladder.

    Raises CannotWrite.
    """
    check_free(target, files, force=force)
    if isinstance(files, str):
        _make_above(target)
        write_file(target, files, force=force)
        return
    done = False
    target = os.path.realpath(target)
    _make_above(target)
    try:
        above = os.path.dirname(target)
        beside = tempfile.mkdtemp(dir=target if os.path.isdir(target) else above, prefix=".ladder-", suffix=".part")
    except OSError as error:
        raise CannotWrite.because(f"cannot write {quoted(target)}", error) from error
    try:
        for name, text in files.items():
            path = os.path.join(beside, "new", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        if os.path.isdir(target):
            _swap(os.path.join(beside, "new"), target, os.path.join(beside, "old"), _tops(files))
        else:
            os.rename(os.path.join(beside, "new"), target)
        done = True
    except OSError as error:
        raise CannotWrite.because(f"cannot write {quoted(target)}", error) from error
    finally:
        if done or not _holds(os.path.join(beside, "old")):
            shutil.rmtree(beside, ignore_errors=True)


def _make_above(target: str) -> None:
    """The folders above a new ladder, as `mkdir -p` makes them."""
    try:
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
    except OSError as error:
        raise CannotWrite.because(f"cannot write {quoted(target)}", error) from error


def _holds(folder: str) -> bool:
    """Whether there is a folder with something in it: what could not be put back stands only here."""
    return os.path.isdir(folder) and bool(os.listdir(folder))


def _tops(files: Mapping[str, str]) -> list[str]:
    """What the files are called at the top of their folder, ladder.yaml last."""
    tops = dict.fromkeys(name.partition("/")[0] for name in files)
    return sorted(tops, key=lambda name: name == HEADER)


def _swap(new: str, target: str, old: str, names: list[str]) -> None:
    """Moves the new entries in and the old ones out; whatever fails, all is as it was before.

    What cannot be moved back stays where it is, and the error says where.
    """
    os.mkdir(old)
    # What an earlier ladder had and this one has not (roles/) would be read as a part of it.
    before = kinds.entries() if os.path.isfile(os.path.join(target, HEADER)) else ()
    out = [name for name in dict.fromkeys((*names, *before)) if os.path.lexists(os.path.join(target, name))]
    moves = [(os.path.join(target, name), os.path.join(old, name)) for name in out]
    moves += [(os.path.join(new, name), os.path.join(target, name)) for name in names]
    try:
        for source, place in moves:
            os.rename(source, place)
    except BaseException:
        for source, place in reversed(moves):
            if os.path.lexists(place) and not os.path.lexists(source):
                with suppress(OSError):
                    os.rename(place, source)
        if left := os.listdir(old):
            raise CannotWrite(
                f"cannot write {quoted(target)}, and could not put back {', '.join(left)}",
                f"what was there is in {argument(old)}",
            ) from None
        raise
