"""Start-up as ratios: `make bench`. Every pair is timed in turn, so that a machine that slows down slows both.

A search has no program to be compared with. It is given in seconds of the processor, which do not grow while others use
the machine. Speed is measured here and nowhere else: a test that is timed fails on a busy machine and proves
nothing on a quiet one.
"""

import json
import os
import pty
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from installing import ROOT, install

RUNS = 20
ROLES = 2_000
SITE = 8.0
SEARCH = 0.5
"""Seconds of the processor that a search of all these roles may take."""
ASSISTANT = 0.03
"""Seconds of the processor that a comparison may take which an assistant asks for, once the server runs."""
CALLS = 100
VERBS = ("Plans", "Reviews", "Defends", "Measures", "Repairs")

HELLO = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def compare(a: str, b: str):
    print(a, b)
@app.command()
def day(a: str):
    print(a)
if __name__ == "__main__":
    app()
"""

TABLE = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def compare(a: str, b: str):
    from rich.console import Console
    from rich.table import Table
    table = Table("", a, b)
    for row in range(30):
        table.add_row(f"row {row}", "one thing said about this level " * 2, "another thing said about that level " * 2)
    Console().print(table)
@app.command()
def day(a: str):
    print(a)
if __name__ == "__main__":
    app()
"""


def main() -> int:
    """Prints a line a limit, and returns 1 where one is missed."""
    with tempfile.TemporaryDirectory(prefix="ladder-bench-") as folder:
        here = Path(folder)
        _, bin_ = install(here)
        (here / "hello.py").write_text(HELLO)
        (here / "table.py").write_text(TABLE)
        many = big_ladder(here / "many")
        ladder, python = str(bin_ / "ladder"), str(bin_ / "python")
        compare = (ladder, "compare", "senior", "staff")
        hello = (python, str(here / "hello.py"), "compare", "a", "b")
        table = (python, str(here / "table.py"), "compare", "a", "b")
        pairs: list[tuple[str, Callable[..., float], Sequence[str], Sequence[str], float]] = [
            ("compare, piped / Typer hello-world", piped, compare, hello, 1.32),
            ("comp --percentile 75, piped / the same", piped, (ladder, "comp", "--percentile", "75"), hello, 1.35),
            ("compare, on a terminal / Typer and a Rich table", on_terminal, compare, table, 1.20),
            ("--help / hello-world's", piped, (ladder, "--help"), (*hello[:2], "--help"), 1.00),
            (
                f"compare among {ROLES:,} roles / among the bundled",
                piped,
                (ladder, "--ladder", str(many), "compare", "r7", "r1900"),
                compare,
                1.15,
            ),
        ]
        missed = 0
        for name, clock, ours, theirs, limit in pairs:
            ratio, seconds = in_turn(clock, ours, theirs)
            missed += ratio > limit
            said = "  MISSED" if ratio > limit else ""
            print(f"{name:50} {ratio:5.2f}  limit {limit:.2f}  {seconds * 1000:4.0f} ms{said}")
        for words in ("influence without authority", "reviews the code of field 7"):
            search = (ladder, "--ladder", str(many), "search", words)
            seconds = min(worked(search) for _ in range(RUNS // 4))
            missed += seconds > SEARCH
            said = "  MISSED" if seconds > SEARCH else ""
            print(f"{f'search {words!r}, {ROLES:,} roles':50} {seconds:5.2f}  limit {SEARCH:.2f}  s of processor{said}")
        ratio = of_a_site(ladder, many, here / "public")
        missed += ratio > SITE
        said = "  MISSED" if ratio > SITE else ""
        print(f"{f'site / validate, {ROLES:,} roles':50} {ratio:5.2f}  limit {SITE:.2f}  by the processor{said}")
    seconds = of_an_assistant()
    missed += seconds > ASSISTANT
    said = "  MISSED" if seconds > ASSISTANT else ""
    print(f"{'compare, asked by an assistant':50} {seconds:5.3f}  limit {ASSISTANT:.2f}  s of processor{said}")
    return 1 if missed else 0


def of_a_site(ladder: str, many: Path, folder: Path) -> float:
    """How many times the processor's work of validating a ladder it takes to make its site, which is built anew."""
    import shutil

    ratios = []
    for _ in range(RUNS // 4):
        shutil.rmtree(folder, ignore_errors=True)
        ratios.append(worked((ladder, "site", str(many), "-o", str(folder))) / worked((ladder, "validate", str(many))))
    return statistics.median(ratios)


def of_an_assistant() -> float:
    """Seconds of the processor for a comparison by `ladder mcp` of this environment, after the first."""
    client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}
    hello: list[dict[str, object]] = [
        {"id": 0, "method": "initialize", "params": client},
        {"method": "notifications/initialized"},
    ]
    asked = {"name": "compare", "arguments": {"roles": ["senior", "staff"]}}

    def lines(calls: int) -> bytes:
        calling: list[dict[str, object]] = [
            {"id": id, "method": "tools/call", "params": asked} for id in range(1, calls + 1)
        ]
        return "".join(json.dumps({"jsonrpc": "2.0", **one}) + "\n" for one in (*hello, *calling)).encode()

    start = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); from ladder.cli import main; main()"
    server = (sys.executable, "-c", start, "mcp")
    return min(worked(server, lines(CALLS + 1)) - worked(server, lines(1)) for _ in range(RUNS // 4)) / CALLS


def big_ladder(folder: Path) -> Path:
    """The bundled ladder with two thousand roles of thirty statements each beside it."""
    import shutil

    shutil.copytree(ROOT / "data", folder)
    for number in range(ROLES):
        lines = [f"title: Role {number}", "level: staff", f"discipline: discipline {number}", "expects:"]
        for place, competency in enumerate(("scope", "horizon", "autonomy", "architecture", "code", "people")):
            lines.append(f"  {competency}:")
            lines += [f"    - {verb} the {competency} of field {number} for {place} teams" for verb in VERBS]
        (folder / "roles" / f"r{number}.yaml").write_text("\n".join(lines) + "\n")
    return folder


def in_turn(clock: Callable[..., float], ours: Sequence[str], theirs: Sequence[str]) -> tuple[float, float]:
    """The median of the ratios of runs that followed one another, and the median of ours in seconds."""
    clock(ours), clock(theirs)
    times = [(clock(ours), clock(theirs)) for _ in range(RUNS)]
    return statistics.median(one / other for one, other in times), statistics.median(one for one, _ in times)


def piped(command: Sequence[str], given: bytes = b"") -> float:
    """Seconds of a whole process whose output is read and thrown away. `given` is its input."""
    start = time.perf_counter()
    subprocess.run(command, input=given or None, capture_output=True, env=environment(), cwd="/", check=True)
    return time.perf_counter() - start


def worked(command: Sequence[str], given: bytes = b"") -> float:
    """Seconds of the processor that a whole process takes, however long it waits for others to let it run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    piped(command, given)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def on_terminal(command: Sequence[str]) -> float:
    """Seconds of a whole process on a terminal of its own."""
    ours, theirs = pty.openpty()
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), cwd="/") as process:
        os.close(theirs)
        while True:
            try:
                if not os.read(ours, 65536):
                    break
            except OSError:
                break
        process.wait()
    took = time.perf_counter() - start
    os.close(ours)
    return took


def environment() -> dict[str, str]:
    """The user's environment without what would change the picture."""
    return {"PATH": os.environ["PATH"], "HOME": "/", "TERM": "xterm-256color", "LANG": "C.UTF-8"}


if __name__ == "__main__":
    sys.exit(main())
