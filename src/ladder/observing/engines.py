"""Tables that an engine reads: Parquet and large CSV by DuckDB, PostgreSQL by its URL, Spark.

Only this module and `expression` know Ibis, and only a survey imports them. An engine is opened here, its table found,
and what texts mean is asked once for each different text; what is then computed stands in `expression`.
"""

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from ladder.errors import CannotRead, LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.observing.asked import Asked, Tally
from ladder.observing.columns import MONEY, recognised
from ladder.observing.judging import Reading
from ladder.observing.surveying import Progress, Source, check, without_password
from ladder.observing.tables import Table

MEMORY: Final = "700MB"
"""What DuckDB may hold in memory; beyond that it writes to a temporary folder. The whole process stays below 1 GB."""

EXTRAS: Final = {"duckdb": "data", "postgres": "postgres", "spark": "spark"}
SCHEMES: Final = {"postgresql": "postgres", "postgres": "postgres", "duckdb": "duckdb", "spark": "spark"}


class Opened(Frozen):
    """An engine with the table that is surveyed.

    `keep` stores an expression's rows for the time of the survey, `lookup` a small table of ours (pyarrow's).
    """

    name: str
    con: Any
    table: Any
    keep: Callable[[Any, str], Any]
    lookup: Callable[[Any], Any]


def tally(source: Source, asked: Asked, reading: Reading, progress: Progress) -> Tally:
    """What a table comes to. Raises LadderError where it cannot be read, or lacks a column that was asked for."""
    from ladder.observing.expression import counted

    with opened(source, asked, progress) as engine:
        where = quoted(source.shown)
        columns = recognised(tuple(engine.table.columns), asked.columns, where)
        check(columns, asked, where)
        try:
            return counted(engine, columns, asked, reading, progress)
        except LadderError:
            raise
        except Exception as error:  # an engine has errors of its own for what a file or a server does
            raise _failed(source, error) from error


@contextmanager
def opened(source: Source, asked: Asked, progress: Progress) -> Iterator[Opened]:
    """The engine of a source, closed in the end."""
    engine = "duckdb" if source.kind == "columnar" else _engine_of(source.typed)
    ibis = _ibis(engine)
    progress(f"opening {source.shown}")
    closing: list[Callable[[], object]] = []
    try:
        try:
            open_ = {"duckdb": _duckdb, "postgres": _postgres, "spark": _spark}[engine]
            found = open_(ibis, source, asked, closing)
        except LadderError:
            raise
        except Exception as error:
            raise _failed(source, error) from error
        yield found
    finally:
        for close in reversed(closing):
            _quietly(close)


def _quietly(close: Callable[[], object]) -> None:
    from contextlib import suppress

    with suppress(Exception):
        close()


def _engine_of(url: str) -> str:
    scheme = url.partition("://")[0].lower()
    if scheme not in SCHEMES:
        hint = did_you_mean(nearest(scheme, SCHEMES)) or "give postgresql://…, duckdb:///file or spark://…"
        raise LadderError(f"no engine for {quoted(scheme + '://')}", hint)
    return SCHEMES[scheme]


def _ibis(engine: str) -> Any:
    """Ibis with what an engine needs. Raises LadderError, with the command that installs it, where that is missing."""
    needs = {"duckdb": "duckdb", "postgres": "psycopg", "spark": "pyspark"}[engine]
    try:
        import ibis

        __import__(needs)
    except ImportError as error:
        what = {"duckdb": "Parquet and large tables", "postgres": "PostgreSQL", "spark": "Spark"}[engine]
        hint = f"pip install 'career-ladder[{EXTRAS[engine]}]'"
        raise CannotRead(f"reading {what} needs career-ladder[{EXTRAS[engine]}]", hint) from error
    return ibis


# -- DuckDB


def _duckdb(ibis: Any, source: Source, asked: Asked, closing: list[Callable[[], object]]) -> Opened:
    path = ""
    if source.kind == "database":
        path = _path_of(source.typed)
        if not os.path.exists(path):
            raise CannotRead(f"no file {quoted(path)}", "write duckdb:///, then the path of the database")
    folder = tempfile.TemporaryDirectory(prefix="ladder-")
    closing.append(folder.cleanup)
    con = ibis.duckdb.connect(path, read_only=True) if path else ibis.duckdb.connect(f"{folder.name}/ladder.duckdb")
    closing.append(con.disconnect)
    for setting in (f"memory_limit='{MEMORY}'", f"temp_directory='{folder.name}'", "preserve_insertion_order=false",
                    "enable_progress_bar=false"):  # fmt: skip
        con.raw_sql(f"SET {setting}")
    table = _table_of(con, asked.table, source) if path else _files(con, source, asked)

    def keep(expression: Any, name: str) -> Any:
        con.raw_sql(f'CREATE TEMP TABLE "{name}" AS {con.compile(expression)}')
        return con.table(name)

    def lookup(rows: Any) -> Any:
        # A table of which the size is known: of a view DuckDB may take the large side of a join for the small one.
        name = ibis.util.gen_name("ladder")
        con.con.register(f"{name}_arrow", rows)
        con.raw_sql(f'CREATE TEMP TABLE "{name}" AS SELECT * FROM "{name}_arrow"')  # noqa: S608 - a name of ours
        con.con.unregister(f"{name}_arrow")
        return con.table(name)

    return Opened("DuckDB", con, table, keep, lookup)


def _path_of(url: str) -> str:
    """The path in duckdb:///absolute/file, or in duckdb://relative/file and duckdb:///relative where that exists."""
    path = url.partition("://")[2].partition("?")[0]
    return path if os.path.exists(path) or not os.path.exists(path.lstrip("/")) else path.lstrip("/")


def _files(con: Any, source: Source, asked: Asked) -> Any:
    paths = list(source.files)
    if all(path.lower().endswith((".parquet", ".pq")) for path in paths):
        return con.read_parquet(paths, union_by_name=len(paths) > 1)
    header = Table(paths[0])
    header.close()
    columns = recognised(header.names, asked.columns, quoted(header.shown))
    used = list(columns.named.values())
    texts = {name: "VARCHAR" for kind, name in columns.named.items() if kind not in MONEY}
    how = {"header": True, "sample_size": 100_000, "union_by_name": len(paths) > 1}

    def kept(**more: Any) -> Any:
        # Read once, and kept compressed on disk: a survey looks at the rows four times.
        rows = con.read_csv(paths, **how, **more).select(*used)
        con.raw_sql(f"CREATE TABLE ladder_rows AS {con.compile(rows)}")
        return con.table("ladder_rows")

    try:
        return kept(types=texts)
    except Exception:  # noqa: BLE001 - after many numbers there is a word: all is text then
        return kept(all_varchar=True)


def _table_of(con: Any, name: str, source: Source) -> Any:
    """The table of a database: the one that was named, or the only one."""
    if con.name == "duckdb":  # Ibis asks DuckDB 2 for what it no longer has
        named = con.con.execute("SELECT table_name FROM information_schema.tables").fetchall()
        known = sorted(one for (one,) in named)
    else:
        known = sorted(con.list_tables())
    if not name:
        if len(known) == 1:
            return con.table(known[0])
        listed = f"tables: {', '.join(known[:20])}" if known else "the database has none"
        raise LadderError(
            f"which table of {quoted(without_password(source.typed))}?", f"name it with `--table`; {listed}"
        )
    schema, _, bare = name.rpartition(".")
    if not schema and name not in known:
        hint = did_you_mean(nearest(name, known)) or f"tables: {', '.join(known[:20]) or 'none'}"
        raise LadderError(f"no table {quoted(name)} in {quoted(without_password(source.typed))}", hint)
    return con.table(bare, database=schema) if schema else con.table(name)


# -- PostgreSQL


def _postgres(ibis: Any, source: Source, asked: Asked, closing: list[Callable[[], object]]) -> Opened:
    url = urlsplit(source.typed)
    given: dict[str, Any] = dict(parse_qsl(url.query))
    con = ibis.postgres.connect(
        host=given.pop("host", None) or url.hostname,
        port=url.port or int(given.pop("port", 5432)),
        user=unquote(url.username or "") or None,
        password=unquote(url.password or "") or None,
        database=unquote(url.path.lstrip("/")) or None,
        connect_timeout=int(given.pop("connect_timeout", 10)),
        **given,
    )
    closing.append(con.disconnect)
    table = _table_of(con, asked.table, source)

    def keep(expression: Any, name: str) -> Any:
        con._run_pre_execute_hooks(expression)
        con.raw_sql(f'CREATE TEMP TABLE "{name}" AS {con.compile(expression)}').close()
        return con.table(name)

    return Opened("PostgreSQL", con, table, keep, ibis.memtable)


# -- Spark


def _spark(ibis: Any, source: Source, asked: Asked, closing: list[Callable[[], object]]) -> Opened:
    """Spark at spark://HOST:PORT, or in this process at spark://local; `--table` names a table, or its files."""
    import logging

    from pyspark.sql import SparkSession

    rest = source.typed.partition("://")[2]
    master = "local[*]" if rest.startswith("local") else f"spark://{rest}"
    logging.getLogger("py4j").setLevel(logging.ERROR)
    builder = SparkSession.builder.master(master).appName("ladder survey")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(key, value)
    if master.startswith("local"):
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        builder = builder.config("spark.sql.shuffle.partitions", str(2 * (os.cpu_count() or 1)))
    session = builder.getOrCreate()
    closing.append(session.stop)
    con = ibis.pyspark.connect(session)
    table = _spark_table(con, session, asked.table, source)

    def keep(expression: Any, name: str) -> Any:
        con._run_pre_execute_hooks(expression)
        session.sql(con.compile(expression)).persist().createOrReplaceTempView(name)
        return con.table(name)

    return Opened("Spark", con, table, keep, ibis.memtable)


def _spark_table(con: Any, session: Any, name: str, source: Source) -> Any:
    if not name:
        hint = "name a table, or files such as --table 'offers/*.parquet'"
        raise LadderError(f"which table of {quoted(without_password(source.typed))}?", hint)
    if re.search(r"\.(parquet|pq|csv|json|jsonl)(\.gz)?$|/", name):
        reader = session.read
        if re.search(r"\.csv(\.gz)?$", name):
            frame = reader.option("header", True).csv(name)
        else:
            frame = reader.json(name) if ".json" in name else reader.parquet(name)
        frame.createOrReplaceTempView("ladder_observations")
        return con.table("ladder_observations")
    return _table_of(con, name, source)


def _failed(source: Source, error: Exception) -> LadderError:
    """An engine's error in a line, without a password and without its own advice."""
    said = re.sub(r"\s+", " ", str(error)).strip()
    secret = urlsplit(source.typed).password if source.kind == "database" else None
    for text in filter(None, (secret, unquote(secret or ""), source.typed if secret else None)):
        said = said.replace(text, "…")
    name = type(error).__name__
    line = re.search(r"[Ll]ine:? (\d+)", said)
    place = f" in line {line[1]}" if line else ""
    said = re.sub(r"^\[[A-Z_.]+\]\s*", "", said)
    where = quoted(source.shown)
    if "refused" in said or name in ("OperationalError", "ConnectionTimeout"):
        reason = "connection refused" if "refused" in said else said[:160]
        return CannotRead(f"cannot reach {where}: {reason}", "check host, port, name and password, and that it runs")
    if isinstance(error, MemoryError) or "OutOfMemory" in name:
        return CannotRead(f"{where} needs more memory than there is", "survey a part of it, or use a database")
    return CannotRead(f"{where} cannot be read{place}: {said[:200]}", "check that it is the table that you mean")


__all__ = ["Opened", "opened", "tally"]
