"""Engines for the tests. One that cannot be had is skipped and says why; with LADDER_ENGINES, as in CI, that fails."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from engines import servers


def missing(reason: str) -> None:
    """Skips a test for an engine that cannot be had, or fails where all must be there."""
    if os.environ.get("LADDER_ENGINES"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def duckdb() -> None:
    """Ibis with DuckDB."""
    if find_spec("ibis") is None or find_spec("duckdb") is None:
        missing("no Ibis with DuckDB here: `make check-engines` installs it")


@pytest.fixture(scope="session")
def postgres(duckdb: None) -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    if find_spec("psycopg") is None:
        missing("no psycopg here: `make check-engines` installs it")
    try:
        with servers.postgres() as url:
            yield url
    except LookupError as error:
        missing(str(error))


@pytest.fixture(scope="session")
def spark(duckdb: None) -> str:
    """The URL of Spark in this process."""
    if find_spec("pyspark") is None:
        missing("no pyspark here: `make check-engines` installs it")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        servers.install("openjdk-17-jre-headless")
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        missing("no Java here: Spark needs Java 17, `apt-get install openjdk-17-jre-headless`")
    return "spark://local"
