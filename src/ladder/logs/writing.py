"""Adding to a log, and nothing else: what stands in it stays byte for byte.

An entry is appended to the file itself under a lock, in one write, and taken back where the disk is full. Before
anything is written, the file as it would be is read: all that stood there must be there as it was, and the new entry
besides. A claim is added to one line in a copy beside the file, which then takes its place.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Final

from ladder.errors import CannotRead, CannotWrite, LadderError, quoted, reason
from ladder.logs.entry import Entry
from ladder.logs.files import check, decoded
from ladder.logs.reading import read
from ladder.replacing import replace

EDIT: Final = "`ladder log --edit` opens it"


def append(path: str, text: str, date: str, below: tuple[str, ...] = ()) -> Entry:
    """Adds an entry at the end of a file, which is made where there is none; the entry as it is read from there.

    `below` are the lines below its first, without their marks.

    Raises CannotWrite or CannotRead with the file as it was.
    """
    if path.lower().endswith(".org"):
        raise CannotWrite(f"{quoted(path)} is in org-mode, to which ladder does not write", EDIT)
    lines = [_one_line(f"{date}: {text}" if date.isdigit() or date[5:6] in ("Q", "H") else f"{date} {text}")]
    lines += [_one_line(one) for one in below]
    with _locked(path, create=True) as file:
        old = file.read()
        before = list(read(decoded(old, path), path).entries)
        for added in _ways(old, date, lines):
            entries = list(read((old + added).decode("utf-8"), path).entries)
            if entries[:-1] == before and len(entries) == len(before) + 1 and entries[-1].date == date:
                _write_at_the_end(file, path, len(old), added)
                return entries[-1]
    raise CannotWrite(
        f"an entry at the end of {quoted(path)} would not be read as one: the file ends inside code or a comment, or "
        "the text is a template's",
        EDIT,
    )


def add_claims(path: str, line: int, old: bytes, claims: tuple[str, ...]) -> bytes:
    """Adds claims (`#people`) to the end of a line, counted from 1, of a file that still is `old`; the new bytes.

    Raises CannotWrite where the file has changed meanwhile, or cannot be written; it stays as it is then.
    """
    new = with_claims(old, line, claims)
    with _locked(path) as file:
        if file.read() != old:
            raise CannotWrite(f"{quoted(path)} has changed meanwhile", "nothing was changed; begin again")
        try:
            replace(path, new)
        except OSError as error:
            raise CannotWrite.because(f"cannot write {quoted(path)}", error, "nothing was changed") from error
    return new


def with_claims(old: bytes, line: int, claims: tuple[str, ...]) -> bytes:
    """Bytes with claims at the end of a line."""
    lines = old.split(b"\n")
    one = lines[line - 1]
    end = b"\r" if one.endswith(b"\r") else b""
    lines[line - 1] = one.removesuffix(b"\r").rstrip() + "".join(f" #{claim}" for claim in claims).encode() + end
    return b"\n".join(lines)


def _ways(old: bytes, date: str, lines: list[str]) -> Iterator[bytes]:
    """What may be added, the least first: an item; below a heading of its month; below one of the first depth."""
    end = "\r\n" if b"\r\n" in old else "\n"
    month = date[:7]
    item = f"- {lines[0]}{end}" + "".join(f"  - {one}{end}" for one in lines[1:])
    begin = "" if not old or old.endswith(b"\n") else end
    headings = re.findall(rb"^#{1,6}[ \t]+(.*?)[ \t\r]*$", old, re.MULTILINE)
    if headings and headings[-1] == month.encode():
        yield f"{begin}{item}".encode()
    air = begin + (end if old else "")
    yield f"{air}## {month}{end}{end}{item}".encode()
    yield f"{air}# {month}{end}{end}{item}".encode()


def _write_at_the_end(file: IO[bytes], path: str, size: int, added: bytes) -> None:
    """Writes all of it or nothing."""
    try:
        file.seek(size)
        file.write(added)
        file.flush()
        os.fsync(file.fileno())
    except OSError as error:
        file.truncate(size)
        hint = "nothing was changed; your text is lost only here, so type it again"
        raise CannotWrite.because(f"cannot write {quoted(path)}", error, hint) from error


@contextmanager
def _locked(path: str, *, create: bool = False) -> Iterator[IO[bytes]]:
    """The file, open for reading and writing and locked, and still the one that stands at this path."""
    while True:
        file = _opened(path, create=create)
        try:
            unlock = _lock(file)
            try:
                there = os.stat(path)
                here = os.fstat(file.fileno())
                if (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino):
                    file.seek(0)
                    yield file
                    return
            finally:
                unlock()
        except FileNotFoundError:  # an editor is just putting another file in its place
            continue
        finally:
            file.close()


def _opened(path: str, *, create: bool) -> IO[bytes]:
    try:
        if os.path.lexists(path):
            check(path, os.stat(path))
        elif not create:
            raise CannotRead(f"no log at {quoted(path)}", "name one with `--log`")
        flags = os.O_RDWR | (os.O_CREAT if create else 0) | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)
    except FileNotFoundError as error:
        what = "a link to nothing" if os.path.islink(path) else f"in no folder that is there: {reason(error)}"
        raise CannotWrite(
            f"{quoted(path)} is {what}", "make the folder first, or name another file with `--log`"
        ) from error
    except OSError as error:
        hint = "nothing was changed; name another file with `--log`"
        raise CannotWrite.because(f"cannot write {quoted(path)}", error, hint) from error


def _lock(file: IO[bytes]) -> Callable[[], None]:
    """Waits until nobody else writes to the file; what is returned lets others write again."""
    try:
        import fcntl
    except ImportError:
        return _lock_on_windows(file)
    fcntl.flock(file, fcntl.LOCK_EX)
    return lambda: fcntl.flock(file, fcntl.LOCK_UN)


def _lock_on_windows(file: IO[bytes]) -> Callable[[], None]:
    import time
    from importlib import import_module

    msvcrt = import_module("msvcrt")
    place = 2**30  # a byte that no log has: what is locked on Windows cannot be read
    while True:
        try:
            file.seek(place)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            break
        except OSError:
            time.sleep(0.05)

    def unlock() -> None:
        file.seek(place)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

    return unlock


def _one_line(text: str) -> str:
    """A text on one line, without signs that would steer a terminal.

    Raises LadderError where it is no UTF-8.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise LadderError("what you typed is no UTF-8", f"type it again; {EDIT}") from None
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


__all__ = ["add_claims", "append", "with_claims"]
