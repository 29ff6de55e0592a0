"""The installed program, as somebody has it who has never seen this folder: the wheel alone, from another directory."""

import fcntl
import json
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import termios
import threading
import zipfile
from importlib.metadata import requires
from pathlib import Path
from typing import Final

import pytest

from installing import install
from ladder.cli.commands import COMMANDS
from offered import FULL_SCREEN, SERVERS, WRITERS, lay_out

pytestmark = pytest.mark.slow

STYLE: Final = re.compile(r"\x1b\[[0-9;]*m")
PAGES: Final[tuple[list[str], ...]] = (
    ["compare", "senior", "staff"],
    ["day", "staff-ml"],
    ["comp", "--percentile", "75"],
    ["show", "staff"],
    ["list"],
    [],
)


FIRST: Final = [entry.examples[0][0] for name, entry in COMMANDS.items() if name not in (*SERVERS, *FULL_SCREEN)]


class Installed:
    """An environment that holds the wheel and what it depends on, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheel, bin_ = install(folder)
        self.command = str(bin_ / "ladder")
        self.home = folder / "elsewhere"
        self.home.mkdir()

    def environment(self, **more: str) -> dict[str, str]:
        """A plain environment with some variables set."""
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8", **more}

    def __call__(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Runs the command with its output in pipes."""
        return subprocess.run(
            [self.command, *arguments],
            capture_output=True,
            text=True,
            env=self.environment(**environment),
            cwd=self.home,
            check=False,
        )

    def shell(self, line: str) -> "subprocess.CompletedProcess[str]":
        """Runs a line of shell in which `ladder` is the command."""
        path = f"{Path(self.command).parent}:{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-c", line],
            capture_output=True,
            text=True,
            env=self.environment() | {"PATH": path},
            cwd=self.home,
            check=False,
        )

    def on_terminal(self, *arguments: str, columns: int = 80, **environment: str) -> tuple[int, str]:
        """Runs the command on a terminal of its own: the exit code, and all that the terminal received."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        received: list[bytes] = []

        def read() -> None:
            while True:
                try:
                    part = os.read(ours, 65536)
                except OSError:
                    return
                if not part:
                    return
                received.append(part)

        env = self.environment(TERM="xterm-256color", LADDER_PAGER="cat") | environment
        process = subprocess.Popen(
            [self.command, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=self.home
        )
        os.close(theirs)
        reader = threading.Thread(target=read)
        reader.start()
        code = process.wait()
        reader.join()
        os.close(ours)
        return code, b"".join(received).decode().replace("\r\n", "\n")


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in a fresh environment."""
    return Installed(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_carries_the_ladder_the_types_and_the_licence_and_no_tests(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    assert {"ladder/data/ladder.yaml", "ladder/data/levels/staff.yaml", "ladder/py.typed"} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("/share/man/man1/ladder.1") for name in names)
    assert not [name for name in names if "test" in name or name.startswith(("data/", "src/"))]
    assert installed.wheel.name.startswith("career_ladder-")


def test_it_depends_on_typer_rich_and_pyyaml_and_on_nothing_that_they_do_not_bring(installed: Installed) -> None:
    metadata = zipfile.ZipFile(installed.wheel).read(
        next(n for n in zipfile.ZipFile(installed.wheel).namelist() if n.endswith("METADATA"))
    )
    required = re.findall(r"^Requires-Dist: ([\w-]+)(?!.*extra ==)", metadata.decode(), re.MULTILINE)
    assert sorted(required) == ["markdown-it-py", "pyyaml", "rich", "typer"]
    assert any(one.startswith("markdown-it-py") for one in requires("rich") or ())


@pytest.mark.parametrize("line", FIRST)
def test_the_first_example_of_every_command_runs_from_another_directory(line: str, installed: Installed) -> None:
    shutil.rmtree(installed.home)
    installed.home.mkdir()
    lay_out(installed.home, line)
    ran = installed(*shlex.split(line)[1:])
    assert ran.returncode == 0
    assert not ran.stderr or line.split()[1] in (*WRITERS, "survey")  # which says what it took each column for


def test_a_page_follows_the_terminal_and_no_line_overflows(installed: Installed) -> None:
    asked = [(page, 60) for page in PAGES] + [(PAGES[0], columns) for columns in (40, 80, 200)]
    for page, columns in asked:
        code, received = installed.on_terminal(*page, columns=columns)
        lines = STYLE.sub("", received).split("\n")
        assert code == 0, page
        assert max(len(line.rstrip()) for line in lines) <= min(columns, 120), (page, columns)
        assert "…" not in received, (page, columns)


def test_colour_is_for_terminals_that_want_it(installed: Installed) -> None:
    page = PAGES[0]
    assert "\x1b[" in installed.on_terminal(*page)[1]
    assert "\x1b" not in installed.on_terminal(*page, NO_COLOR="1")[1]
    assert "\x1b" not in installed.on_terminal(*page, TERM="dumb")[1]
    assert "\x1b" not in installed(*page).stdout
    assert "\x1b" not in installed(*page, FORCE_COLOR="0").stdout


def test_a_dumb_terminal_has_a_width_too(installed: Installed) -> None:
    wide = installed.on_terminal("compare", "senior", "staff", columns=110, TERM="dumb")[1]
    assert 100 < max(len(line) for line in wide.split("\n")) <= 110


@pytest.mark.parametrize(
    "line", ["ladder compare senior staff | head -3", "ladder show staff | head -1", "ladder --help | head -1"]
)
def test_a_pipe_that_closes_is_silent(line: str, installed: Installed) -> None:
    ran = installed.shell(line)
    assert ran.stderr == ""
    assert ran.stdout


@pytest.mark.parametrize("line", ["ladder compare senior staff > /dev/full", "ladder --help > /dev/full"])
def test_a_full_disk_is_said_in_one_line(line: str, installed: Installed) -> None:
    ran = installed.shell(line)
    assert ran.returncode == 1
    assert ran.stderr == "error: cannot write: no space left on device\n"


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_a_stream_without_unicode_still_gets_its_page(environment: dict[str, str], installed: Installed) -> None:
    for format in ("terminal", "markdown", "json", "html") if "LC_ALL" in environment else ("terminal",):
        ran = installed("compare", "senior", "staff", "-f", format, **environment)
        assert (ran.returncode, ran.stderr) == (0, ""), format
        assert ran.stdout.isascii(), format
        if format == "json":
            assert json.loads(ran.stdout)["kind"] == "compare"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_completion(shell: str, installed: Installed) -> None:
    assert "ladder" in installed(_LADDER_COMPLETE=f"source_{shell}").stdout


def test_bash_completes_levels(installed: Installed) -> None:
    words = {"_LADDER_COMPLETE": "complete_bash", "COMP_WORDS": "ladder compare sen", "COMP_CWORD": "2"}
    assert installed(**words).stdout.split() == ["senior", "senior-staff", "senior-ml"]


def test_a_ladder_of_ones_own_works_from_its_folder_and_from_the_shelf(installed: Installed) -> None:
    (installed.home / "shelf").mkdir()
    mine = "format: 1\ntitle: Mine\nlevels:\n  - {id: ic1, title: One}\n  - {id: ic2, title: Two}\n"
    (installed.home / "shelf" / "mine.yaml").write_text(mine)
    assert "One" in installed("--ladder", "shelf/mine.yaml", "list").stdout
    ran = installed("compare", "mine:ic2", "senior", LADDER_PATH=str(installed.home / "shelf"))
    assert ran.returncode == 0
    assert "Two" in ran.stdout


def test_a_broken_ladder_is_exit_1_with_the_place(installed: Installed) -> None:
    (installed.home / "broken.yaml").write_text("format: 1\nlevels: ]\n")
    ran = installed("--ladder", "broken.yaml", "list")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("broken.yaml:2:9: ")


def test_it_runs_as_a_module(installed: Installed) -> None:
    python = str(Path(installed.command).parent / "python")
    ran = subprocess.run([python, "-m", "ladder", "--version"], capture_output=True, text=True, check=True, cwd="/")
    assert ran.stdout == installed("--version").stdout


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&-"])
def test_a_stream_that_is_closed_is_no_fault(closed: str, installed: Installed) -> None:
    line = f"exec {shlex.quote(str(installed.command))} fit staff {closed}"
    ran = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, cwd=installed.home)
    assert (ran.returncode, ran.stderr) == (0, "")
