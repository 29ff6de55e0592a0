"""Whole command lines: what they print, where, and with which exit code."""

import io
import json
import shlex
from pathlib import Path

import pytest

import ladder
from ladder import cli
from ladder.cli import app, streams
from ladder.cli.commands import ASK, COMMANDS, EXIT_CODES, FRONT, OWN, YOU
from ladder.render import FORMATS
from offered import FULL_SCREEN, OFFERED, SERVERS, WRITERS, lay_out
from running import Run


@pytest.mark.parametrize("line", OFFERED)
def test_every_example_of_the_help_runs(line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    lay_out(tmp_path, line)
    before = set(tmp_path.rglob("*"))
    ran = run(*shlex.split(line)[1:])
    assert ran.code == 0
    assert not ran.err or line.split()[1] in WRITERS
    assert ran.out or set(tmp_path.rglob("*")) > before or " github" in line


def test_a_bare_ladder_shows_the_ladder_and_three_commands_to_try(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    for word in ("engineer", "senior-staff", "fellow", "staff-ml"):
        assert word in ran.out
    tries = [line.removeprefix("- ") for line in ran.out.splitlines() if line.startswith("- ladder ")]
    assert len(tries) == 3
    for line in tries:
        assert run(*line.split()[1:]).code == 0


@pytest.mark.parametrize(
    "command", ["", *(name for name in COMMANDS if name not in (*WRITERS, *SERVERS, *FULL_SCREEN))]
)
def test_help_begins_with_examples_and_names_every_shared_option(command: str, run: Run) -> None:
    ran = run(*filter(None, [command]), "--help")
    assert ran.code == 0
    assert run(*filter(None, [command]), "-h") == ran
    lines = ran.out.splitlines()
    if command:
        assert lines[0] == "Examples:"
        assert lines[1].strip().startswith(f"ladder {command}")
    else:  # what stays on a small screen
        assert "Examples:" in lines[-len(FRONT) - 2 :]
    for option in (
        "--ladder",
        "--format",
        "--output",
        "--force",
        "--width",
        "--color",
        "--full",
        "--brief",
        "--sources",
    ):
        assert option in ran.out


@pytest.mark.parametrize("command", [*WRITERS, *SERVERS, *FULL_SCREEN])
def test_the_help_of_a_command_that_prints_no_page_names_no_paper(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Examples:\n  ladder {command}")
    assert not {"--width", "--color", "--format"} & set(ran.out.split())


def test_the_help_groups_the_commands_and_lists_the_exit_codes(run: Run) -> None:
    out = run("--help").out
    panels = [panel for panel in (ASK, YOU, OWN) if any(entry.panel == panel for entry in COMMANDS.values())]
    assert all(f"{panel}:" in out for panel in panels)
    assert all(code in out for code, _ in EXIT_CODES)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == (0, f"ladder {ladder.__version__}\n", "")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (["nonsense"], "no command 'nonsense'", "`ladder --help`"),
        (["compere"], "no command 'compere'", "did you mean 'compare' or 'comp'?"),
        (["compare", "senoir", "staff"], "no level or role 'senoir' in the ladder", "did you mean 'senior'?"),
        (["compare", "staff"], "two to 4", "ladder list"),
        (["compare"], "two to 4", "ladder list"),
        (["compare", "staff", "Staff"], "compared with itself", "two different"),
        (["compare", "staff", "senior", "--only", "tme"], "no part 'tme'", "did you mean 'time'?"),
        (["compare", "staff", "senior", "--chnges"], "no such option: --chnges", "did you mean --changes?"),
        (["day"], "missing argument", "ladder day --help"),
        (["day", "staff", "senior"], "unexpected extra argument", "ladder day --help"),
        (["day", "staff", "--start", "25:99"], "'25:99'", "08:30"),
        (["day", "staff", "--hours", "-3"], "'-3'", "from 1 to 16"),
        (["day", "staff-ml", "--hours", "7"], "its own hours", "--hours"),
        (["day", "staff", "--voice", "loud"], "no voice 'loud'", "plain, candid, both"),
        (["day", "staff", "--archetype", "achitect"], "no archetype 'achitect'", "did you mean 'architect'?"),
        (["comp", "--percentile", "0"], "'0'", "from 1 to 99"),
        (["comp", "--measure", "bas"], "no measure 'bas'", "did you mean 'base'?"),
        (["comp", "staff", "--offer", "lots"], "'lots' is not an amount", "245k"),
        (["show", ""], "no level or role ''", "ladder list"),
        (["show", "google:L66"], "no level of Google 'L66'", "did you mean 'L6' or 'EM L6'?"),
        (["show", "gogle:L6"], "no ladder or company 'gogle'", "did you mean 'google'?"),
        (["show", "staff", "--topic", "hirng"], "no topic 'hirng'", "did you mean 'hiring'?"),
        (["list", "levls"], "no list 'levls'", "did you mean 'levels' or 'roles'?"),
        (["list", "--format", "pdf"], "no format 'pdf'", "terminal"),
        (["list", "--width", "wide"], "'wide'", "20 to 1000"),
        (["list", "--format"], "requires an argument", "--help"),
    ],
)
def test_wrong_usage_is_one_line_and_a_hint_that_mends_it(line: list[str], message: str, hint: str, run: Run) -> None:
    ran = run(*line)
    assert ran.code == 2
    assert ran.out == ""
    said, blank, told = ran.err.splitlines()
    assert said.startswith("error: ")
    assert said[7] == said[7].lower()
    assert not said.endswith(".")
    assert message in said
    assert blank == ""
    assert told.startswith("hint: ")
    assert hint in told


def test_an_error_is_json_where_json_was_asked_for(run: Run) -> None:
    ran = run("show", "staf", "--format", "json")
    assert (ran.code, ran.out) == (2, "")
    error = json.loads(ran.err)["error"]
    assert (error["code"], error["near"][0], error["exit_code"]) == ("unknown-name", "staff", 2)


@pytest.mark.parametrize("format", FORMATS)
def test_an_answer_has_every_format(format: str, run: Run) -> None:
    ran = run("compare", "senior", "staff", "-f", format)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out) > 100
    if format == "json":
        answer = json.loads(ran.out)
        assert (answer["schema_version"], answer["kind"]) == (2, "compare")


def test_options_of_every_answer_count_before_the_command_and_after_it_more(run: Run, tmp_path: Path) -> None:
    before = run("--format", "json", "list", "activities")
    assert json.loads(before.out)["kind"] == "list"
    after = run("--format", "json", "list", "activities", "--format", "csv")
    assert after.out.startswith("list,id,title")
    small = tmp_path / "small.yaml"
    small.write_text("format: 1\ntitle: Small\nlevels: [{id: a, title: A}]\n")
    assert "A" in run("--ladder", str(small), "show", "a").out
    assert "A" in run("show", "a", "--ladder", str(small)).out


def test_an_invalid_ladder_is_exit_1_with_every_problem(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\ntitel: x\nlevels: [{id: a, tittle: A}]\n")
    ran = run("--ladder", str(bad), "list")
    assert (ran.code, ran.out) == (1, "")
    assert f"{bad}:2:1: error[unknown-key]: unknown key 'titel'" in ran.err
    assert f"{bad}:3:18: error[unknown-key]: unknown key 'tittle'" in ran.err
    assert ran.err.endswith("error: 2 problems in the ladder\n")


@pytest.mark.parametrize("path", ["/no/such", "/etc", "/dev/null"])
def test_a_path_that_is_no_ladder_is_exit_1(path: str, run: Run) -> None:
    ran = run("--ladder", path, "list")
    assert ran.code == 1
    assert path in ran.err


def test_a_file_is_written_and_nothing_printed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "day.html"
    assert run("day", "staff-ml", "-o", str(path)) == (0, "", "")
    assert path.read_text().startswith("<!DOCTYPE html>")
    ran = run("day", "staff-ml", "-o", str(path))
    assert (ran.code, ran.out) == (1, "")
    assert "--force" in ran.err
    assert run("day", "staff-ml", "-o", str(path), "--force").code == 0
    assert run("day", "staff-ml", "-o", "-").out.startswith("# A day")


def test_a_page_in_a_file_has_no_colour(run: Run, tmp_path: Path) -> None:
    run("list", "-o", str(tmp_path / "page.txt"), FORCE_COLOR="")
    assert "\x1b" not in (tmp_path / "page.txt").read_text()


def test_colour_is_forced_and_forbidden(run: Run) -> None:
    assert "\x1b[" in run("list", "-f", "terminal", "--color", "always").out
    assert "\x1b" not in run("list", "-f", "terminal").out
    assert "\x1b" not in run("list", "-f", "terminal", FORCE_COLOR="0").out


def test_satire_says_so_in_every_format_and_its_voice_can_be_left_out(ask: Run) -> None:
    for format in FORMATS:
        assert "satir" in ask("day", "senior-wind", "-f", format).out
    plain = ask("day", "senior-wind", "--voice", "plain").out
    candid = ask("day", "senior-wind", "--voice", "candid").out
    assert "Sleeps." not in plain
    assert "candid: Sleeps." in candid
    assert "candid: Sleeps." in ask("day", "senior-wind").out


def test_a_closed_pipe_is_silent(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(streams, "write", closed)
    monkeypatch.setattr(streams, "silence", lambda: None)
    assert run("list") == (0, "", "")


@pytest.mark.parametrize(
    ("raised", "code", "said"), [(KeyboardInterrupt(), 130, ""), (ZeroDivisionError("x"), 1, "a bug in ladder")]
)
def test_ctrl_c_is_130_and_a_fault_of_ours_is_one_line(
    raised: BaseException, code: int, said: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(streams, "deliver", fail)
    ran = run("list")
    assert ran.code == code
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_the_installed_command_ends_with_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []

    def end(code: int) -> None:
        ended.append(code)
        raise SystemExit

    monkeypatch.setattr("os._exit", end)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("sys.argv", ["ladder", "nonsense"])
    with pytest.raises(SystemExit):
        cli.main()
    assert ended == [2]


def test_no_command_is_imported_for_the_help() -> None:
    assert set(app.program().commands) == set()
