"""One table of observations, whatever it is kept in, to a tally."""

import glob
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import islice
from typing import Final

from ladder.errors import CannotRead, LadderError, quoted
from ladder.frozen import Frozen
from ladder.observing.asked import Asked, Bands, Range, Tally
from ladder.observing.cells import pay, words
from ladder.observing.columns import Columns, recognised
from ladder.observing.judging import Judge, Reading
from ladder.observing.tables import CSV, Table

LARGE: Final = 64 << 20
"""From how many bytes on CSV goes to DuckDB, where that is installed: the standard library takes 30 s for 500 MB."""

EVERY: Final = 50_000
"""After how many rows progress is told."""

Progress = Callable[[str], None]
"""Told what is being done, while it takes long."""


class Source(Frozen):
    """What is surveyed: `kind` says how it is read, `files` which files it is, `shown` its name without a password."""

    kind: str
    typed: str
    shown: str
    files: tuple[str, ...] = ()


def source_of(typed: str, table: str = "") -> Source:
    """What was named: a file, a folder, several files, or a database. Raises LadderError where there is none."""
    if re.match(r"[a-z][a-z0-9+]*://", typed):
        return Source("database", typed, without_password(typed) + (f", table {table}" if table else ""))
    if typed == "-":
        return Source("table", typed, "standard input")
    name = os.path.basename(os.path.normpath(typed))
    if os.path.isdir(typed):
        return Source("folder", typed, name)
    found = sorted(glob.glob(typed)) if not os.path.lexists(typed) and glob.has_magic(typed) else [typed]
    if not found:
        raise CannotRead(f"no file like {quoted(typed)}", "put quotes around a pattern, and look for its files with ls")
    for path in found:
        if not os.path.exists(path):
            hint = "give a table (CSV, JSON lines, Parquet), a folder of saved postings, or a database's URL"
            raise CannotRead(f"no file {quoted(path)}", hint)
    return Source("columnar" if _columnar(found) else "table", typed, name, tuple(found))


def _columnar(paths: Sequence[str]) -> bool:
    """Whether files need an engine: they are Parquet, or so large that one pays."""
    if any(path.lower().endswith((".parquet", ".pq")) for path in paths):
        return True
    plain_csv = all(path.lower().removesuffix(".gz").endswith(CSV) for path in paths)
    large = sum(os.path.getsize(path) for path in paths if os.path.isfile(path)) >= LARGE
    return plain_csv and large and _has_ibis()


def _has_ibis() -> bool:
    from importlib.util import find_spec

    return find_spec("ibis") is not None and find_spec("duckdb") is not None


def without_password(url: str) -> str:
    """A database's address as it may be shown: without a password, and without what follows a question mark.

    >>> without_password("postgresql://me:secret@db/talent?sslpassword=x"), without_password("spark://host:7077")
    ('postgresql://me@db/talent', 'spark://host:7077')
    """
    scheme, _, rest = url.partition("://")
    rest = re.split(r"[?#]", rest, maxsplit=1)[0]
    place, slash, path = rest.partition("/")
    who, at, host = place.rpartition("@")
    return f"{scheme}://{who.partition(':')[0]}{at}{host}{slash}{path}"


def observe(source: Source, asked: Asked, reading: Reading, progress: Progress = lambda said: None) -> Tally | Bands:
    """Reads what was named. Raises LadderError where that is no table, or lacks a column that was asked for."""
    if source.kind in ("database", "columnar"):
        from ladder.observing.engines import tally

        return tally(source, asked, reading, progress)
    if source.kind == "folder":
        return _saved(source, asked, reading)
    return _tables(source, asked, reading, progress)


def check(columns: Columns, asked: Asked, where: str) -> None:
    """Raises LadderError where a table lacks what the survey needs of it."""
    has, known = columns.named, "`--columns title=Role,base=Pay` says which column is what"
    if "title" not in has and "level" not in has:
        raise LadderError(f"no column of titles or levels in {where}: {_columns(columns)}", known)
    paid = asked.measure in has or (asked.measure == "base" and {"low", "high"} <= has.keys())
    if not paid:
        others = [one for one in ("base", "bonus", "equity", "total") if one in has and one != asked.measure]
        hint = f"`--measure {others[0]}` takes another; {known}" if others else known
        raise LadderError(f"no column of {asked.measure} pay in {where}: {_columns(columns)}", hint)
    if asked.window is not None and "date" not in has:
        raise LadderError(f"no column of dates in {where}, and a window needs one", f"leave out `--window`; {known}")
    if "region" in asked.by and not has.keys() & {"region", "location"}:
        raise LadderError(f"no column of regions or locations in {where}", f"leave out `--by region`; {known}")


def _columns(columns: Columns) -> str:
    return ", ".join([*columns.named.values(), *columns.passed_over]) or "it has none"


# -- CSV and JSON lines


def _tables(source: Source, asked: Asked, reading: Reading, progress: Progress) -> Tally | Bands:
    judge: Judge | None = None
    columns = Columns({}, ())
    names: tuple[str, ...] = ()
    notes: list[str] = []
    for path in source.files or (source.typed,):
        with closing(Table(path, shown="standard input" if path == "-" else os.path.basename(path))) as table:
            if judge is None or table.names != names:
                columns, names = recognised(table.names, asked.columns, quoted(table.shown)), table.names
            notes += [table.note] if table.note else []
            if judge is None and _is_bands(columns):
                return _bands(table, columns, asked, reading, tuple(notes))
            check(columns, asked, quoted(table.shown))
            judge = judge or Judge(columns, names, asked, reading)
            judge.columns(columns, names)
            for line, cells, why in table.rows():
                judge.take(line, cells, why)
                if judge.read % EVERY == 0:
                    progress(f"{judge.read:,} rows")
    assert judge is not None, "a source has a file"
    return judge.tally(columns.understood(), tuple(notes))


def _is_bands(columns: Columns) -> bool:
    """Whether a table lists bands: levels with two ends, and nothing that would make a row one person or posting."""
    has = columns.named.keys()
    return {"level", "low", "high"} <= has and not has & {"title", "company", "date", "base"}


def _bands(table: Table, columns: Columns, asked: Asked, reading: Reading, notes: tuple[str, ...]) -> Bands:
    at = {kind: table.names.index(name) for kind, name in columns.named.items()}
    ranges, left_out, signs, read = [], [], set(), 0
    for line, cells, why in table.rows():
        read += 1
        if why or cells is None:
            left_out.append((line, why))
            continue
        ends = [pay(cells[at[end]]) for end in ("low", "high")]
        middle = pay(cells[at["mid"]]) if "mid" in at else None
        title = reading(words(cells[at["level"]]), "")
        wrong = next((end.why for end in ends if end.why), "")
        wrong = wrong or ("a range that falls" if ends[0].low > ends[1].high else "")
        wrong = wrong or ("" if title.level else title.why)
        if wrong:
            left_out.append((line, wrong))
            continue
        said = words(cells[at["currency"]]) if "currency" in at else ""
        signs |= {_code(said)} if said else {end.currency for end in ends if end.currency}
        region = words(cells[at["region"]]) if "region" in at else ""
        mid = middle.low if middle and not middle.why else None
        ranges.append(Range(title, "", region, ends[0].low, mid, ends[1].high))
    if len(signs) > 1:
        hint = "keep one currency in a table"
        raise LadderError(
            f"the bands of {quoted(table.shown)} are in several currencies: {', '.join(sorted(signs))}", hint
        )
    return Bands(read, tuple(ranges), tuple(left_out), next(iter(signs), asked.currency), columns.understood(), notes)


def _code(said: str) -> str:
    from ladder.observing.cells import currency

    return currency(said)


# -- a folder of saved postings

MOST_FILES: Final = 20_000
"""How many files a folder of postings may hold: more is a folder of something else."""

SAVED: Final = ("title", "base", "low", "high", "currency", "per", "company", "location", "date")


def _saved(source: Source, asked: Asked, reading: Reading) -> Tally:
    from ladder.postings import saved

    if len(list(islice(saved.files(source.typed), MOST_FILES + 1))) > MOST_FILES:
        hint = "name the folder that holds the postings alone"
        raise CannotRead(f"more than {MOST_FILES:,} files in {quoted(source.typed)}", hint)
    kept = saved.folder(source.typed)
    if not kept.captures:
        hint = (
            "keep postings there with `ats-fetch URL --new FOLDER`, or the JSON of Greenhouse, Ashby, Lever or Workday"
        )
        raise CannotRead(f"no saved posting in {quoted(source.typed)}", hint)
    latest, earlier = saved.latest(kept.captures)
    columns = recognised(SAVED, {}, quoted(source.shown))
    judge = Judge(columns, SAVED, asked, reading)
    for number, one in enumerate(latest, 1):
        stated = one.stated if one.low is None or one.high is None else None
        judge.take(
            number,
            (one.title, stated, one.low, one.high, one.currency or None, one.per or None, one.company, one.location,
             one.captured),
        )  # fmt: skip
    notes = [f"{len(kept.captures)} captures of {len(latest)} postings in {source.shown}"]
    notes += [f"of {earlier} the latest capture counts"] if earlier else []
    notes += [f"left out {os.path.relpath(path, source.typed)}: {why}" for path, why in kept.left_out[:5]]
    notes += [f"left out {len(kept.left_out) - 5} more files"] if len(kept.left_out) > 5 else []
    return judge.tally("", tuple(notes))


def sha256(files: Iterable[str]) -> str:
    """The SHA-256 of a file; of several that of their sums, a line each as sha256sum writes it."""
    sums = []
    for path in files:
        with open(path, "rb") as file:
            sums.append((hashlib.file_digest(file, "sha256").hexdigest(), os.path.basename(path)))
    if len(sums) == 1:
        return sums[0][0]
    return hashlib.sha256("".join(f"{one}  {name}\n" for one, name in sums).encode()).hexdigest()


def hashed_files(source: Source) -> tuple[str, ...]:
    """The files whose sums stand for a source; none for a database and standard input."""
    if source.kind == "folder":
        from ladder.postings.saved import files

        return tuple(files(source.typed))
    return source.files


__all__ = ["Source", "check", "hashed_files", "observe", "sha256", "source_of", "without_password"]
