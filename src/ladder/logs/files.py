"""Files and folders to logs, read and never touched. Another person's file is read only where it is named.

A folder of files is one log. Links that lead out of it, and files that are no text, are passed over, and said so.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from ladder.errors import CannotRead, quoted
from ladder.logs.entry import Entry, Log, PassedOver
from ladder.logs.front import front_matter, listed
from ladder.logs.reading import read

SUFFIXES: Final = (".md", ".markdown", ".org", ".txt", ".text")
MOST: Final = 8_000_000
"""How many bytes a file may have: thirty years of a diligent writer."""


def default_path(environment: Mapping[str, str]) -> str:
    """Where the log is when nobody says: LADDER_LOG, else log.md in the user's data folder."""
    if environment.get("LADDER_LOG"):
        return os.path.expanduser(environment["LADDER_LOG"])
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        data = environment.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        data = os.path.join(home, "Library", "Application Support")
    else:
        data = environment.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share")
    return os.path.join(data, "ladder", "log.md")


def read_log(path: str) -> Log:
    """A log from a file, or from a folder of files.

    Raises CannotRead where there is none, or it is no text.
    """
    passed: list[PassedOver] = []
    whole = os.path.abspath(path)
    if os.path.isdir(path):
        files = [(name, os.path.join(path, name)) for name in _inside(path, passed)]
        if not files:
            raise CannotRead(f"no log in the folder {quoted(path)}", "a log is a .md, .org or .txt file")
    else:
        files = [(os.path.basename(path), whole)]
    contents = [decoded(read_bytes(file), path if file == whole else shown) for shown, file in files]
    front: dict[str, str] = {}
    for content in contents:
        front = {**front_matter(content.split("\n", 60))[0], **front}
    name = front.get("name") or os.path.basename(whole)
    texts = [read(text, file, shown=shown, log=name) for text, (shown, file) in zip(contents, files, strict=True)]
    entries = repeated([one for text in texts for one in text.entries])
    return Log(
        name,
        whole,
        tuple(entries),
        front.get("ladder", ""),
        front.get("now", ""),
        front.get("next", ""),
        listed(front.get("names", "")),
        listed(front.get("customers", "")),
        tuple(notice for text in texts for notice in text.notices),
        (*passed, *(one for text in texts for one in text.passed_over)),
    )


def read_bytes(path: str) -> bytes:
    """The bytes of a file that a person may have written.

    Raises CannotRead for what is none.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            kind = os.fstat(file.fileno())
            check(path, kind)
            return file.read()
    except FileNotFoundError:
        raise CannotRead(
            f"no log at {quoted(path)}", '`ladder log "what you did"` begins one; `--log FILE` names another'
        ) from None
    except OSError as error:
        raise CannotRead.because(f"cannot read {quoted(path)}", error, "name a text file with `--log`") from error


def check(path: str, kind: os.stat_result) -> None:
    """Raises CannotRead for a folder, a device, and a file that is too large to be written by hand."""
    if stat.S_ISDIR(kind.st_mode):
        raise CannotRead(f"{quoted(path)} is a folder", "name a file in it with `--log`")
    if not stat.S_ISREG(kind.st_mode):
        raise CannotRead(f"{quoted(path)} is no file", "name a text file with `--log`")
    if kind.st_size > MOST:
        size = f"{kind.st_size / 1e6:.0f} MB"
        raise CannotRead(f"{quoted(path)} has {size}, more than a log of {MOST // 1_000_000} MB", "keep a file a year")


def decoded(data: bytes, path: str) -> str:
    """The text of a file.

    Raises CannotRead with the line where it is no UTF-8.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(
            f"{quoted(path)} is no UTF-8 in line {line}", "save it as UTF-8; nothing was changed"
        ) from None
    if "\0" in text:
        raise CannotRead(f"{quoted(path)} is no text", "name a text file with `--log`")
    return text


def repeated(entries: list[Entry]) -> list[Entry]:
    """Entries, of which those that stood before are marked: carried over from another year, or written twice.

    The first one keeps the claims of all. Two days that are stated and differ are two deeds.
    """
    first: dict[str, int] = {}
    made: list[Entry] = []
    for place, one in enumerate(entries):
        key = one.text.casefold().rstrip(" .!")
        key = re.sub(r"\s*\([^()]*\)$", "", key) or key if key.endswith(")") else key
        earlier = first.setdefault(key, place)
        old = made[earlier] if earlier != place else None
        apart = old is not None and len(old.date or "") == len(one.date or "") == 10 and old.date != one.date
        if old is None or apart:
            first[key] = place
            made.append(one)
            continue
        made[earlier] = old._replace(
            tags=tuple(dict.fromkeys((*old.tags, *one.tags))),
            impact=old.impact or one.impact,
            private=old.private or one.private,
        )
        made.append(one._replace(repeats=True))
    return made


def _inside(folder: str, passed: list[PassedOver]) -> Iterator[str]:
    """The files of a folder and of those in it, by their paths below it, in order."""
    found = []
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.relpath(os.path.join(top, name), folder) for name in names if not name.startswith(".")]
    for below in sorted(found, key=lambda one: one.split(os.sep)):
        path = os.path.join(folder, below)
        if os.path.islink(path):
            passed.append(PassedOver(below, 0, "a link"))
        elif below.lower().endswith(SUFFIXES) and os.path.isfile(path):
            yield below
        else:
            passed.append(PassedOver(below, 0, "no .md, .org or .txt file"))


def _without_waiting(path: str, flags: int) -> int:
    """Opens a file; a pipe that nobody writes to is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
