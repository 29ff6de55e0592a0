"""Made-up observations with all that can be wrong with them, and the ways in which engines get the same ones."""

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

COLUMNS: Final = ("title", "level", "base", "min", "max", "currency", "per", "company", "location", "region", "date")
TITLES: Final = (
    "Senior Engineer", "Staff Engineer", "Sr. Staff ML Engineer", "Senior/Staff Engineer", "Engineer", "Engineer II",
    " Staff Engineer ", "Member of Technical Staff", "Principal Data Engineer", "staff nurse", "", "N/A",
    "Ingeniør, Sr.",
)  # fmt: skip
PAY: Final = (
    "", "N/A", "nan", "inf", "-1", "competitive", "$150-190k", "€1.234,56", "200.000", "150,000", "180000", "180000.50",
    "£60k-£80k", "45", "12000", "99999999", "500", "170-150k", "210000", "225500", "190250", "EUR 120k", "10%",
    "$45/hr",
)  # fmt: skip
CURRENCIES: Final = ("USD", "usd", "US$", "EUR", "€", "GBP", "", "bananas", "Euros")
PERIODS: Final = ("year", "1 YEAR", "annual", "", "month", "hourly", "per-hour-wage", "fortnight", "day")
COMPANIES: Final = ("Crumb", "N/A", " Crumb", "", "Loaf & Sons", "Ovens, Inc.", "Rye", "Meal")
PLACES: Final = ("Ghent", "Oslo", "", "Remote, US", "İzmir")
DATES: Final = (
    "2026-06-01",
    "2026-06-25T10:00:00Z",
    "2026-05-01",
    "2099-01-01",
    "",
    "yesterday",
    "2026-06",
    "Jun 3, 2026",
)


def messy(seed: int, number: int) -> list[dict[str, str]]:
    """Rows of texts."""
    random = Random(seed)  # noqa: S311 - test data
    rows = []
    for _ in range(number):
        low = random.randrange(90_000, 300_000, 250)
        plain = random.random() < 0.5
        rows.append(
            {
                "title": random.choice(TITLES),
                "level": random.choice(("", "", "", "staff", "Senior engineer", "L99")),
                "base": "" if plain else random.choice(PAY),
                "min": str(low) if plain else random.choice((*PAY, str(low))),
                "max": str(low + random.randrange(0, 90_000, 500)) if plain else random.choice((*PAY, "400000")),
                "currency": random.choice(("USD", "USD", "USD", *CURRENCIES)),
                "per": random.choice(("year", "year", *PERIODS)),
                "company": random.choice(COMPANIES),
                "location": random.choice(PLACES),
                "region": random.choice(("US", "US", "", "EU")),
                "date": random.choice(("2026-06-01", *DATES)),
            }
        )
        if random.random() < 0.1:
            rows.append(dict(random.choice(rows)))
    return rows


def as_csv(rows: Sequence[dict[str, Any]], path: Path) -> str:
    """Rows as CSV, with every cell in quotes."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def as_parquet(rows: Sequence[dict[str, Any]], path: Path) -> str:
    """Rows as Parquet, with the types that their values have."""
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path)
    return str(path)


def into_postgres(rows: Sequence[dict[str, Any]], url: str, table: str) -> None:
    """Rows as a table of PostgreSQL, loaded with COPY."""
    import psycopg

    kinds = {str: "text", int: "bigint", float: "double precision"}
    columns = ", ".join(f'"{name}" {kinds.get(type(value), "date")}' for name, value in rows[0].items())
    with psycopg.connect(url, autocommit=True) as con:
        con.execute(f'DROP TABLE IF EXISTS "{table}"')  # type: ignore[call-overload, unused-ignore]
        con.execute(f'CREATE TABLE "{table}" ({columns})')  # type: ignore[call-overload, unused-ignore]
        with con.cursor().copy(f'COPY "{table}" FROM STDIN') as copy:  # type: ignore[call-overload, unused-ignore]
            for row in rows:
                copy.write_row(tuple(row.values()))
