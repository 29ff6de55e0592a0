"""The explorer as ratios, in one interleaved run: `make bench-explore`.

The first frame and the memory are those of whole processes on a terminal of their own, against a bare Textual program
that puts the same widgets up and asks nothing. What a key costs is measured inside one program, in seconds of the
processor, so that it does not count how long others use the machine; the screen is 120 × 30, where all panes stand.
"""

import asyncio
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path
from typing import Final

from bench import ROLES, big_ladder
from explore.stage import Stage, explorer
from ladder.cli.explore import collect_seldom

RUNS: Final = 12
LIMITS: Final = {"frame": 1.5, "roles": 1.2, "comparison": 2.5, "memory": 2.0}
SIZE: Final = (120, 30)

BARE: Final = """
from textual.app import App
from textual.containers import Horizontal, Vertical
from textual.scroll_view import ScrollView
from textual.widgets import Footer, Input, Static, Tab, Tabs
class Bare(App):
    BINDINGS = [("t", "a", "Page"), ("a", "b", "Help"), ("b", "c", "Find"), ("c", "d", "Mark"), ("d", "e", "Menu"),
                ("q", "quit", "Quit")]
    def compose(self):
        yield Static("The software engineer's ladder")
        with Horizontal():
            with Vertical():
                yield ScrollView()
                yield ScrollView()
            with Vertical():
                yield Tabs(*(Tab(name) for name in ("Level", "Compare", "Day", "Pay", "Path", "Sources")))
                yield ScrollView()
                yield Input()
        yield Footer(show_command_palette=False)
Bare().run()
"""


def first_frame(command: Sequence[str]) -> tuple[float, float]:
    """Seconds until the foot of the first frame was drawn, and the megabytes that are taken half a second later."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    env = {"PATH": os.environ["PATH"], "HOME": "/", "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    env |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True)
    os.close(theirs)
    try:
        received = b""
        while b"Quit" not in received:
            received += os.read(ours, 65536)
        took = time.perf_counter() - start
        until = time.perf_counter() + 0.5
        while (left := until - time.perf_counter()) > 0:
            if select.select([ours], [], [], left)[0]:
                os.read(ours, 65536)
        status = Path(f"/proc/{process.pid}/status").read_text()
        memory = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
        os.write(ours, b"q")
        while True:
            try:
                if not os.read(ours, 65536):
                    break
            except OSError:
                break
    finally:
        process.kill()  # one that outlives its terminal would spin
    process.wait()
    os.close(ours)
    return took, memory


async def _keys(ladder: str | None) -> tuple[float, float]:
    """Processor seconds of a cursor move to a cell that was not seen, and of a comparison that was not made."""
    app = explorer(ladder)
    moves, comparisons = [], []
    async with app.run_test(size=SIZE) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        await stage.press("c")
        for column in range(len(app.walk.state.levels)):
            moves += [await _cost(stage, "down") for _ in app.walk.state.competencies[1:]]
            await stage.press("g", *(["right"] if column < len(app.walk.state.levels) - 1 else []))
        names = app.walk.state.levels
        for place, one in enumerate(names):
            for other in names[place + 2 :]:
                app.walk.go(app.walk.state._replace(marks=(one,)))
                await stage.settle()
                start = time.process_time()
                app.walk.go(app.walk.state.toggled(other))
                await stage.settle()
                comparisons.append(time.process_time() - start)
    return statistics.median(moves), statistics.median(comparisons)


async def _cost(stage: Stage, key: str) -> float:
    start = time.process_time()
    await stage.press(key)
    return time.process_time() - start


async def _still(ladder: str) -> float:
    """The longest time, in seconds, for which the screen could not answer a key while a search went on."""
    app = explorer(ladder)
    async with app.run_test(size=SIZE) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        await stage.press("s")
        longest, ended = 0.0, False

        async def watch() -> None:
            nonlocal longest
            while not ended:
                before = time.perf_counter()
                await asyncio.sleep(0.005)
                longest = max(longest, time.perf_counter() - before - 0.005)

        watching = asyncio.create_task(watch())
        await stage.type("influence")
        ended = True
        await watching
    return longest


def main() -> int:
    """Prints a line a limit, and returns 1 where one is missed."""
    with tempfile.TemporaryDirectory(prefix="ladder-bench-") as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE)
        many = str(big_ladder(Path(folder) / "many"))
        python = sys.executable
        ours, theirs = (python, "-m", "ladder", "explore"), (python, str(bare))
        for command in (ours, theirs):
            first_frame(command)
        collect_seldom()
        runs = [(first_frame(ours), first_frame(theirs), first_frame((*ours, many))) for _ in range(RUNS)]
        found = {
            "frame": ("first frame / a bare program with the same widgets", [one[0] / two[0] for one, two, _ in runs]),
            "roles": (f"first frame of {ROLES:,} roles / of the bundled", [big[0] / one[0] for one, _, big in runs]),
            "memory": ("memory / a bare program", [one[1] / two[1] for one, two, _ in runs]),
        }
        missed = 0
        for name, (said, ratios) in found.items():
            missed += _told(said, statistics.median(ratios), LIMITS[name])
        for title, ladder in (("", None), (f", {ROLES:,} roles", many)):
            move, comparison = asyncio.run(_keys(ladder))
            missed += _told(f"a new comparison / a cursor move{title}", comparison / move, LIMITS["comparison"])
            print(f"    a move {move * 1000:.1f} ms, a comparison {comparison * 1000:.1f} ms of the processor")
        print(f"first frame {statistics.median(one[0] for one, _, _ in runs) * 1000:.0f} ms, ", end="")
        print(f"bare {statistics.median(two[0] for _, two, _ in runs) * 1000:.0f} ms; ", end="")
        print(f"memory {statistics.median(one[1] for one, _, _ in runs):.0f} MB, ", end="")
        print(f"bare {statistics.median(two[1] for _, two, _ in runs):.0f} MB")
        print(
            f"longest wait for the screen while {ROLES:,} roles are searched: {asyncio.run(_still(many)) * 1000:.0f} ms"
        )
    return 1 if missed else 0


def _told(said: str, ratio: float, limit: float) -> int:
    print(f"{said:55} {ratio:5.2f}  limit {limit:.2f}{'  MISSED' if ratio > limit else ''}")
    return int(ratio > limit)


if __name__ == "__main__":
    sys.exit(main())
