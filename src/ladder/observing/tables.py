"""CSV and JSON lines with the standard library: rows one after another, never more than one in memory.

What is wrong with a whole table is an error with its line; what is wrong with one row leaves that row out.
"""

import csv
import gzip
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO, Any, Final

from ladder.errors import CannotRead, quoted
from ladder.observing.asked import AGAIN, RAGGED
from ladder.observing.columns import KNOWN, plain

CSV: Final = (".csv", ".tsv", ".tab", ".txt")
JSON: Final = (".jsonl", ".ndjson", ".json")
DELIMITERS: Final = (",", ";", "\t", "|")
NAMED: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
FIRST: Final = 64 * 1024
JSON_LINES: Final = 200
"""How many lines of JSON are looked at for the names of columns."""

Row = tuple[int, Sequence[Any] | None, str]
"""A row's line, its cells in the order of the header, and why it has none: then the cells are None."""


class Table:
    """An open table: `names` are its columns, `rows` its rows, each once."""

    def __init__(self, path: str, *, shown: str = "") -> None:
        """Reads the header. Raises CannotRead where there is no table."""
        self.path, self.shown = path, shown or os.path.basename(path)
        self.note = ""
        self.names: tuple[str, ...] = ()
        self._text: io.TextIOWrapper | None = None
        self._rows: Iterator[Row]
        file = _opened(path)
        try:
            start = _beginning(file, path, self.shown)
            text = self._text = io.TextIOWrapper(file, encoding=_encoding(start), newline="")
            self._rows = self._json(text) if _looks_like_json(start, path) else self._csv(text, start)
        except (OSError, EOFError) as error:
            self.close()
            raise _unreadable(path, error) from error
        except BaseException:
            self.close()
            file.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        if self._text is not None and self.path != "-":
            self._text.close()

    def rows(self) -> Iterator[Row]:
        """The rows. Raises CannotRead where the file stops being a table."""
        try:
            yield from self._rows
        except UnicodeDecodeError as error:
            raise _no_text(self.shown) from error
        except csv.Error as error:
            raise CannotRead(f"{quoted(self.shown)} is no CSV: {error}", "a quote may be left open") from error
        except (OSError, EOFError) as error:
            raise _unreadable(self.path, error) from error
        finally:
            self.close()

    # -- CSV

    def _csv(self, text: io.TextIOWrapper, start: bytes) -> Iterator[Row]:
        first = start.decode(_encoding(start), "replace").lstrip("\ufeff")
        line = next((line for line in first.splitlines() if line.strip()), "")
        delimiter = max(DELIMITERS, key=line.count)
        if delimiter != "," and line.count(delimiter):
            self.note = f"{self.shown}: its cells are parted by {NAMED[delimiter]}"
        csv.field_size_limit(1 << 20)
        reader = csv.reader(text, delimiter=delimiter, skipinitialspace=True)
        try:
            header = next((row for row in reader if any(cell.strip() for cell in row)), [])
        except (csv.Error, UnicodeDecodeError) as error:
            raise _no_text(self.shown) from error
        self.names = tuple(cell.strip().lstrip("\ufeff") for cell in header)
        _check_header(self.names, self.shown)
        return self._cells(reader, header)

    def _cells(self, reader: Any, header: Sequence[str]) -> Iterator[Row]:
        width = len(header)
        for row in reader:
            if len(row) == width and row != header:
                yield reader.line_num, row, ""
            elif row == header:
                yield reader.line_num, None, AGAIN
            elif any(cell.strip() for cell in row):
                yield reader.line_num, None, RAGGED

    # -- JSON lines

    def _json(self, text: io.TextIOWrapper) -> Iterator[Row]:
        rows = _objects(text, self.shown)
        ahead = []
        for one in rows:
            ahead.append(one)
            if len(ahead) == JSON_LINES:
                break
        self.names = tuple(dict.fromkeys(name for _, one in ahead for name in one))
        if not ahead:
            raise CannotRead(f"{quoted(self.shown)} is empty", 'a line of JSON each: {"title": "…", "base": 200000}')
        _check_header(self.names, self.shown)
        return self._values(ahead, rows)

    def _values(
        self, ahead: list[tuple[int, dict[str, Any]]], rows: Iterator[tuple[int, dict[str, Any]]]
    ) -> Iterator[Row]:
        for some in (ahead, rows):
            for line, one in some:
                yield line, [_scalar(one.get(name)) for name in self.names], ""


def _scalar(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value


def _objects(text: io.TextIOWrapper, shown: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of JSON lines, or of one JSON array, with their lines."""
    number = 0
    for line in text:
        number += 1
        if not line.strip():
            continue
        if number == 1 and line.lstrip("\ufeff ")[0] == "[":
            yield from _array(line + text.read(), shown)
            return
        try:
            one = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            message = f"line {number} of {quoted(shown)} is no JSON"
            raise CannotRead(message, "JSON lines have an object on each line") from error
        if not isinstance(one, dict):
            raise CannotRead(f"line {number} of {quoted(shown)} is no JSON object", 'write {"title": "…", "base": …}')
        yield number, one


def _array(text: str, shown: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise CannotRead(f"{quoted(shown)} is no JSON", "write an object on each line, or a list of objects") from error
    for number, one in enumerate(found, 1):
        if not isinstance(one, dict):
            raise CannotRead(f"entry {number} of {quoted(shown)} is no object", 'write {"title": "…", "base": …}')
        yield number, one


def _opened(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    if os.path.isdir(path):
        raise CannotRead(f"{quoted(path)} is a folder", "name a file, or a folder of saved postings")
    try:
        return gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")  # type: ignore[return-value]
    except OSError as error:
        raise _unreadable(path, error) from error


def _beginning(file: IO[bytes], path: str, shown: str) -> bytes:
    """The first bytes, which stay to be read. Raises CannotRead where they are no text."""
    try:
        start: bytes = file.peek(FIRST)[:FIRST]  # type: ignore[attr-defined]
    except (OSError, EOFError) as error:
        raise _unreadable(path, error) from error
    if not start.strip():
        raise CannotRead(f"{quoted(shown)} is empty", "the first line has the names of the columns: title,base,company")
    if start[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\0" in start:
        raise CannotRead(f"{quoted(shown)} is no text", "give CSV or JSON lines; Parquet ends in .parquet")
    if start[:4] == b"PK\x03\x04":
        raise CannotRead(f"{quoted(shown)} is a spreadsheet or an archive", "save it as CSV")
    return start


def _encoding(start: bytes) -> str:
    return "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _looks_like_json(start: bytes, path: str) -> bool:
    name = path.removesuffix(".gz").lower()
    return name.endswith(JSON) or (not name.endswith(CSV) and start.lstrip(b"\xef\xbb\xbf \r\n")[:1] in (b"{", b"["))


def _check_header(names: Sequence[str], shown: str) -> None:
    """Raises CannotRead where the first row can be no header: it names no column, and it holds numbers."""
    known = {name for names_of in KNOWN.values() for name in names_of.split(", ")}
    if any(plain(name) in known for name in names):
        return
    row = ",".join(names)
    if any(name and name.lstrip("-+$€£").replace(",", "").replace(".", "").isdigit() for name in names):
        hint = "put a line with the names of the columns first: title,base,company"
        raise CannotRead(f"{quoted(shown)} has no header: its first row is {quoted(row)}", hint)


def _no_text(shown: str) -> CannotRead:
    return CannotRead(f"{quoted(shown)} is no text in UTF-8", "save it as UTF-8")


def _unreadable(path: str, error: BaseException) -> CannotRead:
    reason = getattr(error, "strerror", "") or str(error) or "it ends too early"
    if isinstance(error, FileNotFoundError):
        return CannotRead(
            f"no file {quoted(path)}", "give a table (CSV, JSON lines, Parquet), a folder, or a database's URL"
        )
    return CannotRead(f"cannot read {quoted(path)}: {reason.lower()}", "give a file that can be read")


__all__ = ["Row", "Table"]
