"""`ladder mcp` as a command line: what it says to a person, and what it does not start with."""

import importlib.util
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from ladder import opening, shelf
from ladder.cli import mcp
from ladder.errors import CannotRead
from ladders import FULL, write_all
from running import Run


class Terminal(io.StringIO):
    """A standard input at which a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """With what a server was started, instead of starting it."""
    server = pytest.importorskip(
        "ladder.assistants.server", reason="the extra `mcp` is not installed", exc_type=ImportError
    )
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr(server, "serve", lambda *given: calls.append(given))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return calls


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the extra was there, whether it is or not."""
    monkeypatch.setattr(mcp, "find_spec", lambda name: name)


def test_without_the_extra_one_line_says_how_to_install_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mcp, "find_spec", lambda name: None)
    ran = run("mcp")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "error: `ladder mcp` needs an extra: `pip install 'career-ladder[mcp]'`\n"


@pytest.mark.usefixtures("installed")
def test_on_a_terminal_two_lines_say_what_it_is_for_and_how_it_is_set_up(
    run: Run, full_ladder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.chdir(Path(full_ladder).parent)
    Path("log.md").write_text("- 2026-01-01 Did it\n")
    assert "-- ladder mcp`;" in run("mcp").err
    ran = run("mcp", "mill", "industry", "--log", "log.md")
    assert (ran.code, ran.out) == (0, "")
    said = ran.err.splitlines()
    assert len(said) == 2
    assert "about mill, industry" in said[0]
    log = Path("log.md").absolute()
    assert f"`claude mcp add ladder -- ladder mcp {full_ladder} industry --log {log}`" in said[1]


def test_it_serves_the_ladders_that_were_named(run: Run, full_ladder: str, served: list[Any], tmp_path: Path) -> None:
    log = tmp_path / "log.md"
    log.write_text("- 2026-01-01 Did it\n")
    assert run("mcp", full_ladder, "industry", full_ladder, "--log", str(log)) == (0, "", "")
    ladders, summaries, path = served[0]
    assert ladders == {"mill": full_ladder, "industry": shelf.bundled_path()}
    assert summaries["compare"] == "Show what changes between two to four levels or roles."
    assert path == str(log)


def test_without_a_name_it_serves_the_usual_ladder(run: Run, full_ladder: str, served: list[Any]) -> None:
    run("mcp")
    run("--ladder", full_ladder, "mcp")
    run("mcp", LADDER_DEFAULT=full_ladder)
    assert [list(ladders) for ladders, *_ in served] == [["industry"], ["mill"], ["mill"]]
    assert served[0][2] is None


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["nowhere"], 1, "no ladder at 'nowhere'"),
        (["git:HEAD:mill"], 2, "`mcp` answers from files, not from 'git:HEAD:mill'"),
        (["--log", "nowhere.md"], 1, "no log at 'nowhere.md'"),
        (["a/mill", "b/Mill"], 2, "two ladders are called 'Mill'"),
    ],
)
def test_what_it_cannot_serve_is_said_at_once(
    words: list[str], code: int, message: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_all(tmp_path / "a" / "mill", FULL)
    write_all(tmp_path / "b" / "Mill", FULL)
    ran = run("mcp", *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(f"error: {message}\n\nhint: ")


def test_other_ladders_cannot_be_opened_once_some_are_given(full_ladder: str, tmp_path: Path) -> None:
    other = write_all(tmp_path / "other", FULL)
    with shelf.only({"mill": full_ladder}):
        assert opening.named().name == "mill"
        assert opening.named("Mill").name == "mill"
        assert [one.name for one in opening.standing()] == ["mill"]
        assert [one.name for one in opening.examined([])] == ["mill"]
        for name in (other, "other", "industry", "git:HEAD:mill", full_ladder, ""):
            with pytest.raises(CannotRead, match="no ladder"):
                opening.named(name)
            assert opening.other(name) is None
            with pytest.raises(CannotRead):
                list(opening.examined([name]))
    assert opening.named(other).name == "other"


def test_the_readme_starts_it_as_it_can_be_started() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    blocks = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", readme, re.DOTALL)]
    assert [list(block) for block in blocks] == [["mcpServers"], ["servers"]]
    for block in blocks:
        for servers in block.values():
            assert (servers["ladder"]["command"], servers["ladder"]["args"]) == ("ladder", ["mcp"])
    assert re.findall(r"^    (\w+) mcp add ladder -- ladder mcp$", readme, re.MULTILINE) == ["claude", "codex"]


def test_the_help_loads_nothing_of_it(run: Run) -> None:
    assert importlib.util.find_spec("ladder.assistants")
    assert run("mcp", "--help").code == 0
    assert run("help", "mcp").out.startswith("Examples:\n  ladder mcp ")
