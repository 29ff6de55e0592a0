"""Makes a large table of made-up observations, for `make bench`: 100,000 different titles, 5,000 companies.

python -m tests.observing.many 10000000 /tmp/offers.parquet
"""

import os
import sys

TITLES = """
    SELECT i AS id, format('{} {}, Team {}',
        ['Senior', 'Staff', 'Sr.', 'Principal', 'Junior', '', 'Lead', 'Senior Staff', 'Mid',
         'Distinguished'][1 + i % 10],
        ['Software Engineer', 'Backend Engineer', 'ML Engineer', 'Data Engineer', 'Site Reliability Engineer',
         'Security Engineer', 'iOS Developer'][1 + (i // 10) % 7], i // 70) AS title
    FROM range(100000) AS r(i)
"""
ROWS = """
    SELECT title, 'Company ' || (hash(n) % 5000) AS company, 'City ' || (hash(n + 7) % 300) AS location,
        CAST(100000 + 500 * (hash(n + 13) % 300) AS INTEGER) AS salary_min,
        CAST(100000 + 500 * (hash(n + 13) % 300) + 1000 * (10 + hash(n + 17) % 90) AS INTEGER) AS salary_max,
        DATE '2026-01-01' + CAST(hash(n + 19) % 300 AS INTEGER) AS posted
    FROM range({rows}) AS r(n) JOIN titles ON titles.id = hash(n + 23) % 100000
"""


def make(rows: int, path: str) -> None:
    """Writes a table of so many rows, as Parquet or as CSV by its suffix."""
    import duckdb

    con = duckdb.connect()
    con.execute(f"SET memory_limit = '1GB'; SET temp_directory = '{os.path.dirname(path)}'")
    con.execute(f"CREATE TABLE titles AS {TITLES}")
    con.execute(f"COPY ({ROWS.format(rows=rows)}) TO '{path}'")


if __name__ == "__main__":
    make(int(sys.argv[1]), sys.argv[2])
