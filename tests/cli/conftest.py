"""A command line run inside the test, with what it printed."""

from pathlib import Path

import pytest

from ladder.cli.app import run as run_program
from ladders import FULL, write_all
from running import Ran, Run, without_ladder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in a plain environment; keywords are environment variables."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LADDER_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    monkeypatch.setenv("LADDER_PAGER", "")  # no test waits for a pager
    monkeypatch.delenv("LADDER_DEFAULT", raising=False)

    def run_here(*arguments: str, **environment: str) -> Ran:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        code = run_program(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_here


@pytest.fixture
def full_ladder(tmp_path: Path) -> str:
    """The path of a ladder in a folder named `mill` that answers every question."""
    return write_all(tmp_path / "mill", FULL)


@pytest.fixture
def ask(run: Run, full_ladder: str) -> Run:
    """Runs a command line on that ladder, which its suggestions name and what it gives back here does not."""

    def ask_it(*arguments: str, **environment: str) -> Ran:
        ran = run("--ladder", full_ladder, *arguments, **environment)
        return Ran(ran.code, without_ladder(ran.out, full_ladder), without_ladder(ran.err, full_ladder))

    return ask_it
