"""The same rows give the same figures, to the cent, and the same reasons, whichever engine counts them."""

import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

import ladder
from engines import rows as made
from ladder.errors import LadderError

pytestmark = pytest.mark.filterwarnings("ignore:::")  # what Ibis and Spark say to themselves
QUICK: Final = settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

ALL: Final[dict[str, Any]] = {
    "as_of": "2026-06-25", "by": ("level", "discipline", "region"), "annualise": True, "rates": {"EUR": 1.08},
    "interval": True,
}  # fmt: skip
ASKED: Final[tuple[dict[str, Any], ...]] = (
    ALL,
    {"as_of": "2026-06-25", "window": 30},
    {"as_of": "2026-06-25", "currency": "EUR", "by": ("level", "region")},
)


def said(source: str, **asked: Any) -> dict[str, Any]:
    """All of a survey that does not depend on how it was read."""
    answer = ladder.survey(source, explain=True, **asked)
    found = answer._asdict()
    for own in ("input", "engine", "columns", "notes"):
        found.pop(own)
    found["dropped"] = {one.why: one.n for one in answer.dropped}
    found["titles"] = sorted((one.title.strip(), one.n, one.level, one.discipline) for one in answer.titles)
    assert answer.read == answer.used + answer.hidden + sum(n for _, n in answer.no_level) + sum(
        one.n for one in answer.dropped
    )
    return found


def typed(number: int) -> list[dict[str, Any]]:
    """Rows with numbers and dates as a database has them."""
    return [
        {
            "title": made.TITLES[place % len(made.TITLES)],
            "base": 100_000 + 250 * (place * 7919 % 400),
            "company": made.COMPANIES[place * 31 % len(made.COMPANIES)],
            "posted": datetime.date(2026, 5, 1) + datetime.timedelta(days=place % 60),
        }
        for place in range(number)
    ]


@pytest.mark.usefixtures("duckdb")
@QUICK
@given(seed=some.integers(0, 10**6), number=some.integers(1, 120), asked=some.sampled_from(ASKED))
def test_duckdb_and_the_standard_library(tmp_path: Path, seed: int, number: int, asked: dict[str, Any]) -> None:
    rows = made.messy(seed, number)
    plain = said(made.as_csv(rows, tmp_path / "offers.csv"), **asked)
    assert said(made.as_parquet(rows, tmp_path / "offers.parquet"), **asked) == plain


@pytest.mark.parametrize("asked", ASKED, ids=["all", "window", "euros"])
def test_all_four(tmp_path: Path, postgres: str, spark: str, asked: dict[str, Any]) -> None:
    rows = made.messy(2026, 2_000)
    plain = said(made.as_csv(rows, tmp_path / "offers.csv"), **asked)
    parquet = made.as_parquet(rows, tmp_path / "offers.parquet")
    made.into_postgres(rows, postgres, "offers")
    assert len(plain["rows"]) > 3
    assert said(parquet, **asked) == plain
    assert said(postgres, table="offers", **asked) == plain
    assert said(spark, table=parquet, **asked) == plain


def test_all_four_on_numbers_and_dates(tmp_path: Path, postgres: str, spark: str) -> None:
    rows = typed(3_000)
    asked = {"as_of": "2026-06-10", "window": 20}
    plain = said(made.as_csv(rows, tmp_path / "typed.csv"), **asked)
    parquet = made.as_parquet(rows, tmp_path / "typed.parquet")
    made.into_postgres(rows, postgres, "typed")
    assert plain["used"] > 100
    assert said(parquet, **asked) == plain
    assert said(postgres, table="typed", **asked) == plain
    assert said(spark, table=parquet, **asked) == plain


@pytest.mark.usefixtures("duckdb")
def test_large_csv_goes_to_duckdb_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{key: row[key] for key in ("title", "base", "company", "date")} for row in made.messy(7, 400)]
    path = made.as_csv(rows, tmp_path / "offers.csv")
    plain = said(path, as_of="2026-06-25")
    monkeypatch.setattr("ladder.observing.surveying.LARGE", 1)
    assert ladder.survey(path, as_of="2026-06-25").engine == "DuckDB"
    assert said(path, as_of="2026-06-25") == plain


@pytest.mark.usefixtures("duckdb")
def test_a_word_far_down_a_column_of_numbers_is_no_pay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"title": "Staff Engineer", "base": str(200_000 + each)} for each in range(120_000)]
    path = made.as_csv([*rows, {"title": "Staff Engineer", "base": "competitive"}], tmp_path / "offers.csv")
    monkeypatch.setattr("ladder.observing.surveying.LARGE", 1)
    answer = ladder.survey(path, as_of="2026-06-25")
    assert (answer.engine, answer.used, [(one.why, one.n) for one in answer.dropped]) == (
        "DuckDB",
        120_000,
        [("no pay", 1)],
    )


@pytest.mark.usefixtures("duckdb")
def test_duckdb_files_and_tables_by_name(tmp_path: Path) -> None:
    import duckdb

    made.as_parquet(typed(50), tmp_path / "a.parquet")
    with duckdb.connect(str(tmp_path / "a.db")) as con:
        con.execute(f"CREATE TABLE offers AS SELECT * FROM '{tmp_path}/a.parquet'")  # noqa: S608 - a path of ours
        con.execute("CREATE TABLE other AS SELECT 1 AS a")
    url = f"duckdb://{tmp_path}/a.db"
    assert ladder.survey(url, table="offers", as_of="2026-06-25").read == 50
    for table, message in (("", "which table of"), ("ofers", "no table 'ofers'")):
        with pytest.raises(LadderError, match=message) as caught:
            ladder.survey(url, table=table)
        assert "offers" in caught.value.hint
    with pytest.raises(LadderError, match="no file"):
        ladder.survey(f"duckdb://{tmp_path}/none.db")


@pytest.mark.usefixtures("duckdb")
def test_what_is_no_parquet_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_text("title,base\n")
    with pytest.raises(LadderError, match=r"'a\.parquet' cannot be read") as caught:
        ladder.survey(str(tmp_path / "a.parquet"))
    assert "\n" not in caught.value.message


def test_a_connection_that_is_refused_never_shows_the_password(postgres: str) -> None:
    from engines.servers import PASSWORD, free_port

    url = f"postgresql://me:{PASSWORD.replace(' ', '%20').replace('/', '%2F').replace('%', '%25', 1)}@127.0.0.1"
    for wrong in (f"{url}:{free_port()}/x", postgres.replace("ladder:", "nobody:", 1)):
        with pytest.raises(LadderError, match="cannot reach") as caught:
            ladder.survey(wrong, table="offers")
        assert "s3cret" not in str(caught.value) + caught.value.hint


def test_nothing_is_left_in_postgresql(postgres: str) -> None:
    import psycopg

    made.into_postgres(typed(20), postgres, "kept")
    ladder.survey(postgres, table="kept", as_of="2026-06-25")
    with psycopg.connect(postgres) as con:
        found = con.execute("SELECT relname FROM pg_class WHERE relname LIKE 'ladder%'").fetchall()
    assert found == []
