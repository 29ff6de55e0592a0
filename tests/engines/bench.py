"""A survey of large tables beside plain DuckDB and pandas doing the same job: `make bench`, where the engines are.

Each is a process of its own, timed in turn, with its highest memory. All read the same table, classify each different
title once by the same rules, leave out doubles, and give n, companies and percentiles by level.

    python tests/engines/bench.py [ROWS] [parquet|csv]
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
DUCKDB: Final = """
import sys, duckdb
from ladder import api_pay
path, rules = sys.argv[1], api_pay.titles()
con = duckdb.connect()
con.execute("SET preserve_insertion_order = false")
if path.endswith(".csv"):
    con.execute(f"CREATE TEMP TABLE rows AS SELECT * FROM read_csv('{path}')")
else:
    con.execute(f"CREATE VIEW rows AS SELECT * FROM '{path}'")
titles = [one for (one,) in con.execute("SELECT DISTINCT title FROM rows").fetchall()]
import pyarrow
known = pyarrow.table({"title": titles, "level": [rules.of(one).level for one in titles]})
con.execute("CREATE TEMP TABLE known AS SELECT * FROM known")
con.execute('''CREATE TEMP TABLE kept AS SELECT level, company, (salary_min + salary_max) / 2.0 AS amount FROM (
    SELECT DISTINCT level, title, company, location, salary_min, salary_max FROM rows JOIN known USING (title)
    WHERE salary_min >= 1000 AND salary_max <= 10000000 AND posted <= DATE '2026-12-01')''')
print(con.execute('''SELECT level, count(*), quantile_cont(amount, [.1, .25, .5, .75, .9]) FROM kept
    WHERE level <> '' GROUP BY level ORDER BY level''').fetchall())
print(con.execute('''SELECT level, count(*), max(k) FROM (SELECT level, company, count(*) AS k FROM kept
    GROUP BY ALL) GROUP BY level''').fetchall())
"""
PANDAS: Final = """
import sys, pandas
from ladder import api_pay
path, rules = sys.argv[1], api_pay.titles()
columns = ["title", "company", "location", "salary_min", "salary_max", "posted"]
read = pandas.read_csv if path.endswith(".csv") else pandas.read_parquet
how = {"usecols": columns, "parse_dates": ["posted"]} if path.endswith(".csv") else {"columns": columns}
rows = read(path, **how)
rows = rows[(rows.salary_min >= 1000) & (rows.salary_max <= 10_000_000)]
rows = rows[pandas.to_datetime(rows.posted) <= "2026-12-01"]
rows = rows.drop_duplicates(["title", "company", "location", "salary_min", "salary_max"])
rows["level"] = rows.title.map({one: rules.of(one).level for one in rows.title.unique()})
rows["amount"] = (rows.salary_min + rows.salary_max) / 2
rows = rows[rows.level != ""]
groups = rows.groupby("level")
print(groups.amount.quantile([.1, .25, .5, .75, .9]).unstack(), groups.size())
print(rows.groupby(["level", "company"]).size().groupby("level").agg(["size", "max"]))
"""


def run(words: Sequence[str]) -> tuple[float, float, float]:
    """Seconds, seconds of the processor, and megabytes at most, of a process."""
    reader, writer = os.pipe()
    code = (
        "import os, resource, subprocess, sys, time; s = time.perf_counter();"
        "r = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "t = time.perf_counter() - s;"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN); c = u.ru_utime + u.ru_stime;"
        "os.write(int(sys.argv[1]), f'{t} {c} {u.ru_maxrss / 1024} {r.returncode}'.encode())"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    subprocess.run([sys.executable, "-c", code, str(writer), *words], pass_fds=[writer], check=True, env=environment)
    seconds, worked, megabytes, status = os.read(reader, 200).decode().split()
    os.close(reader)
    os.close(writer)
    if status != "0":
        raise SystemExit(f"{' '.join(words)[:200]} ended with {status}")
    return float(seconds), float(worked), float(megabytes)


def main(rows: int = 10_000_000, kind: str = "parquet", times: int = 3) -> int:
    """Prints a line for each, and the ratios; returns 1 where a limit is missed."""
    sys.path.insert(0, str(ROOT / "tests"))
    from observing.many import make

    with tempfile.TemporaryDirectory(prefix="ladder-many-") as folder:
        path = f"{folder}/offers.{kind}"
        make(rows, path)
        (Path(folder) / "plain.py").write_text(DUCKDB)
        (Path(folder) / "frames.py").write_text(PANDAS)
        ours = [sys.executable, "-m", "ladder", "survey", path, "--as-of", "2026-12-01", "-f", "csv"]
        theirs = [[sys.executable, f"{folder}/{name}.py", path] for name in ("plain", "frames")]
        runs: dict[str, list[tuple[float, float, float]]] = {"survey": [], "plain DuckDB": [], "pandas": []}
        run(ours)
        for _ in range(times):
            for name, words in zip(runs, (ours, *theirs), strict=True):
                runs[name].append(run(words))
    for name, each in runs.items():
        wall, worked = (statistics.median(one[place] for one in each) for place in (0, 1))
        most = max(one[2] for one in each)
        print(f"{f'{rows:,} rows of {kind}: {name}':50} {wall:6.2f} s  {worked:6.2f} s of processor  {most:6.0f} MB")
    missed = 0
    for name, limit in (("plain DuckDB", 1.5), ("pandas", 1.0)):
        ratio = statistics.median(one[0] / other[0] for one, other in zip(runs["survey"], runs[name], strict=True))
        missed += ratio > limit
        print(f"{f'survey / {name}':50} {ratio:6.2f}  limit {limit:.2f}{'  MISSED' if ratio > limit else ''}")
    most = max(one[2] for one in runs["survey"])
    missed += most > 1024
    print(f"{'survey, memory':50} {most:6.0f}  limit 1024 MB{'  MISSED' if most > 1024 else ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else 10_000_000, given[1] if len(given) > 1 else "parquet",
                  int(given[2]) if len(given) > 2 else 3))  # fmt: skip
