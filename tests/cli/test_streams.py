"""Format, width and colour are decided once; what is written is written whole or not at all."""

import errno
import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from ladder.cli import streams
from ladder.cli.options import Paper
from ladder.errors import CannotWrite, InvalidLadder, LadderError, Problem, UnknownName
from ladder.render import Format

PLAIN = Paper()


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("paper", "tty", "format"),
    [
        (PLAIN, True, "terminal"),
        (PLAIN, False, "markdown"),
        (PLAIN._replace(format="auto"), True, "terminal"),
        (PLAIN._replace(format="csv"), True, "csv"),
        (PLAIN._replace(output="a.html"), True, "html"),
        (PLAIN._replace(output="a.HTM"), True, "html"),
        (PLAIN._replace(output="a.md"), True, "markdown"),
        (PLAIN._replace(output="a.json"), True, "json"),
        (PLAIN._replace(output="a.csv"), True, "csv"),
        (PLAIN._replace(output="a.svg"), True, "svg"),
        (PLAIN._replace(output="a.txt"), True, "terminal"),
        (PLAIN._replace(output="report"), True, "markdown"),
        (PLAIN._replace(output="a.data", format="json"), True, "json"),
        (PLAIN._replace(output="-"), True, "terminal"),
    ],
)
def test_the_option_decides_the_format_then_the_suffix_then_the_stream(paper: Paper, tty: bool, format: str) -> None:
    assert streams.choose_format(paper, Terminal() if tty else io.StringIO()) == format


@pytest.mark.parametrize(
    ("asked", "environment", "tty", "colour"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        (None, {"TERM": "dumb"}, True, False),
        (None, {"CLICOLOR": "0"}, True, False),
        (None, {"NO_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (None, {"FORCE_COLOR": "1"}, False, True),
        (None, {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        (None, {"FORCE_COLOR": "0"}, True, False),
        (None, {"FORCE_COLOR": "0"}, False, False),
        (None, {"CLICOLOR_FORCE": "1"}, False, True),
        (None, {"CLICOLOR_FORCE": "0"}, False, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
    ],
)
def test_the_flag_decides_colour_then_no_color_then_force_color_then_the_stream(
    asked: str | None, environment: dict[str, str], tty: bool, colour: bool
) -> None:
    assert streams.choose_colour(asked, environment, tty=tty) is colour


def test_an_unknown_colour_choice_is_refused() -> None:
    with pytest.raises(LadderError) as refused:
        streams.choose_colour("alway", {}, tty=True)
    assert refused.value.hint == "did you mean 'always'?"


@pytest.mark.parametrize(
    ("asked", "columns", "format", "width"),
    [
        ("55", "90", "terminal", 55),
        ("300", None, "terminal", 300),
        (None, "40", "terminal", 40),
        (None, "500", "terminal", 120),
        (None, "3", "terminal", 20),
        (None, "wide", "terminal", 80),
        (None, "0", "terminal", 80),
        (None, None, "terminal", 80),
        (None, None, "svg", 100),
        (None, "60", "svg", 60),
    ],
)
def test_the_width_is_as_asked_else_the_terminals_up_to_120(
    asked: str | None, columns: str | None, format: Format, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert streams.choose_width(PLAIN._replace(width=asked), format, io.StringIO()) == width


@pytest.mark.parametrize("asked", ["0", "19", "1001", "wide", "-80"])
def test_a_width_nobody_can_read_is_refused(asked: str) -> None:
    with pytest.raises(LadderError):
        streams.choose_width(PLAIN._replace(width=asked), "terminal", io.StringIO())


def test_text_that_the_stream_cannot_write_is_written_in_signs_that_it_can() -> None:
    assert streams.writable("plain", "ascii", "terminal") == "plain"
    assert streams.writable("30–40 % ▓┃ é¹", "utf-8", "terminal") == "30–40 % ▓┃ é¹"
    assert streams.writable("30–40 % ▓┃ é¹", "ascii", "terminal") == "30-40 % #| \\xe9^1"
    assert streams.writable("30–40 é", "latin-1", "markdown") == "30-40 é"
    assert json.loads(streams.writable('"日本 é 👩"', "ascii", "json")) == "日本 é 👩"
    assert streams.writable("é", "ascii", "html") == "&#233;"


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    streams.write_file(str(tmp_path / "a.md"), "# é\n", force=False)
    assert (tmp_path / "a.md").read_bytes() == "# é\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_exists_is_kept_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    with pytest.raises(CannotWrite) as refused:
        streams.write_file(str(path), "yours", force=False)
    assert "--force" in refused.value.hint
    assert path.read_text() == "mine"
    path.chmod(0o640)
    streams.write_file(str(path), "yours", force=True)
    assert path.read_text() == "yours"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_is_as_open_as_the_user_wants_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        streams.write_file(str(tmp_path / "a.md"), "x", force=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    streams.write_file(str(tmp_path / "link.md"), "new", force=True)
    assert (tmp_path / "real.md").read_text() == "new"
    assert (tmp_path / "link.md").is_symlink()


def test_a_folder_and_a_missing_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is a folder"):
        streams.write_file(str(tmp_path), "x", force=True)
    with pytest.raises(CannotWrite, match="no such file or directory"):
        streams.write_file(str(tmp_path / "no" / "a.md"), "x", force=False)


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotWrite, match="no space left on device"):
        streams.write_file(str(path), "new", force=True)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_device_is_written_to_and_never_replaced() -> None:
    streams.write_file("/dev/null", "x", force=False)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    with pytest.raises(CannotWrite, match="no space left on device"):
        streams.write_file("/dev/full", "x", force=False)


def test_a_full_disk_behind_standard_output_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(streams, "silence", lambda: None)
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(CannotWrite, match="no space left on device"):
        streams.write(sys.stdout, "x", "markdown")
    monkeypatch.setattr(streams, "silence", lambda: None)
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(CannotWrite, match="no space left on device"):
        streams.flush()


def test_an_error_is_a_line_then_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert streams.report(UnknownName("level or role", "staf", ["staff"], where=" in the ladder"), []) == 2
    assert capsys.readouterr().err == "error: no level or role 'staf' in the ladder\n\nhint: did you mean 'staff'?\n"


def test_an_invalid_ladder_lists_all_its_problems(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [
        Problem("a.yaml", 3, 5, "unknown-key", "unknown key 'titel'", "did you mean 'title'?"),
        Problem("b.yaml", 1, 1, "value", "x"),
    ]
    assert streams.report(InvalidLadder(problems), []) == 1
    assert capsys.readouterr().err == (
        "a.yaml:3:5: error[unknown-key]: unknown key 'titel'\n  hint: did you mean 'title'?\n"
        "b.yaml:1:1: error[value]: x\n"
        "error: 2 problems in the ladder\n"
    )


@pytest.mark.parametrize("asked", [["--format", "json"], ["--format=json"], ["-f", "json"], ["-fjson"]])
def test_an_error_is_json_where_json_was_asked_for(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("a.yaml", 3, 5, "unknown-key", "unknown key", "did you mean?")
    streams.report(InvalidLadder([problem]), ["list", *asked])
    said = json.loads(capsys.readouterr().err)
    assert (said["schema_version"], said["kind"]) == (2, "error")
    assert said["error"]["exit_code"] == 1
    assert said["error"]["problems"][0]["line"] == 3


def test_what_a_user_typed_cannot_steer_the_terminal_in_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    streams.report(UnknownName("level", "a\x1b[31m\nb\u202e", []), [])
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert len(said.splitlines()) == 1


def test_a_fault_of_our_own_is_one_line_and_a_traceback_only_on_demand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LADDER_DEBUG", raising=False)
    assert streams.report_bug(ValueError("oh")) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: this is a bug in ladder: ValueError: oh\n")
    assert "Traceback" not in said
    assert "LADDER_DEBUG=1" in said
    monkeypatch.setenv("LADDER_DEBUG", "1")
    try:
        raise ValueError("oh")
    except ValueError as bug:
        streams.report_bug(bug)
    assert "Traceback" in capsys.readouterr().err
