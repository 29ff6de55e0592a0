"""How it starts on a terminal of its own, and how it does not: without Textual, a terminal, or a ladder."""

import io
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path

import pytest

from ladder.cli import explore
from ladder.cli.app import run as run_program
from ladder.errors import LadderError


def on_terminal(*arguments: str, keys: Sequence[tuple[str, str]] = (), **environment: str) -> tuple[int, str]:
    """Runs the program on a terminal of its own; types each key once the words before it have been seen.

    The exit code, and all that the terminal received.
    """
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/"}
    env |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ} | environment
    command = [sys.executable, "-m", "ladder", *arguments]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True)
    os.close(theirs)
    received, waiting, until = b"", list(keys), time.monotonic() + 60
    try:
        while time.monotonic() < until:
            if not select.select([ours], [], [], 1)[0]:
                continue
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            received += part
            while waiting and waiting[0][0].encode() in received:
                os.write(ours, waiting.pop(0)[1].encode())
        return process.wait(timeout=20), received.decode(errors="replace")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.mark.slow
def test_it_starts_on_a_terminal_shows_the_ladder_and_leaves_the_terminal_as_it_was() -> None:
    code, received = on_terminal("explore", keys=[("Menu", "c"), ("Compare", "q")])
    assert code == 0
    assert "Scope" in received
    assert received.index("\x1b[?1049h") < received.rindex("\x1b[?1049l")
    assert received.rindex("\x1b[?25l") < received.rindex("\x1b[?25h")
    assert "Traceback" not in received
    assert not re.search(r"\x1b\[[0-9;]*[34]8;2;", received), "a colour that is not the terminal's own"


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"CLICOLOR": "0"}])
def test_without_colour_nothing_has_one(environment: dict[str, str]) -> None:
    code, received = on_terminal("explore", keys=[("Menu", "q")], **environment)
    assert code == 0
    styles = {int(number) for style in re.findall(r"\x1b\[([\d;]+)m", received) for number in style.split(";")}
    assert styles
    assert styles <= {0, 1, 2, 3, 4, 7, 39, 49}


@pytest.mark.slow
def test_a_dumb_terminal_is_refused_before_anything_is_drawn() -> None:
    for term in ("dumb", ""):
        code, received = on_terminal("explore", TERM=term)
        assert code == 2
        assert f"TERM is {term or 'not set'}" in received
        assert "ladder compare senior staff" in received
        assert "\x1b[?1049h" not in received


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who sits at a terminal, as far as the command can tell."""
    monkeypatch.setattr(explore, "_check_terminal", lambda environment: None)


def test_without_a_terminal_it_says_what_prints_the_same_pages(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert run_program(["explore"]) == 2
    err = capsys.readouterr().err
    assert "`explore` needs a terminal, and standard input is none" in err
    assert "ladder matrix" in err


@pytest.mark.usefixtures("seated")
def test_without_textual_it_says_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "textual" or "ladder.explore" in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    assert run_program(["explore"]) == 1
    err = capsys.readouterr().err
    assert "`ladder explore` needs an extra: `pip install 'career-ladder[explore]'`" in err
    assert "ladder matrix" in err


@pytest.mark.usefixtures("seated")
def test_a_ladder_that_is_not_there_is_said_before_anything_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_program(["explore", "industri"]) == 1
    assert "did you mean 'industry'?" in capsys.readouterr().err


@pytest.mark.usefixtures("seated")
@pytest.mark.parametrize("words", [["explore", "{}"], ["--ladder", "{}", "explore"], ["explore", "--ladder", "{}"]])
def test_the_ladder_is_the_one_that_is_named(words: list[str], mill: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from ladder.explore.app import Explorer

    seen: list[str] = []
    monkeypatch.setattr(Explorer, "run", lambda self: seen.append(self.walk.library.matrix.title))
    assert run_program([word.format(mill) for word in words]) == 0
    assert seen == ["The mill's ladder"]


@pytest.mark.usefixtures("seated")
def test_a_fault_of_ours_is_reported_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ladder.explore.app import Explorer

    monkeypatch.setattr(Explorer, "run", lambda self: setattr(self, "bug", ValueError("oh")))
    assert run_program(["explore"]) == 1
    err = capsys.readouterr().err
    assert "this is a bug in ladder: ValueError: oh" in err
    assert "Traceback" not in err


def test_a_page_cannot_be_written_onto_the_screen(mill: str, tmp_path: Path) -> None:
    from ladder import api
    from ladder.views import printable

    thing = printable("matrix", api.matrix(ladder=mill))
    with pytest.raises(LadderError, match="standard output is the screen"):
        explore._save(thing, "-", mill, False)
    explore._save(thing, "matrix.csv", mill, False)
    assert (tmp_path / "matrix.csv").read_text().startswith("competency,Miller")


@pytest.mark.parametrize(
    ("asked", "environment", "colour"),
    [
        (None, {}, True),
        (None, {"NO_COLOR": ""}, True),
        (None, {"NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
        (None, {"FORCE_COLOR": "0"}, False),
    ],
)
def test_colour_is_decided_as_for_every_page(
    asked: str | None, environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    explore._decide_colour(asked)
    assert ("NO_COLOR" not in os.environ) is colour
