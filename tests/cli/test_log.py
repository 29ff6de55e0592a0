"""`ladder log`, `gap`, `plan` and `packet` on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder.cli import complete
from ladder.logs.reading import read
from ladder.render import FORMATS
from ladders import write
from running import Ran, Run
from terminals import CTRL_D, typed_at

LOG = """\
---
now: senior
next: staff
---
## 2026-11
- 2026-11-24 Four teams agreed on one registry #influence/negotiates
  - impact: incidents 9 → 2 a month
- Mentored Noor on her first service
- 2026-11-02 Talk about the registry
  - private
"""
LINES = (["gap"], ["plan"], ["plan", "--for", "people/sponsors"], ["packet"], ["log"], ["log", "--review"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the user's own, with a log in it."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, LOG, "log.md")
    monkeypatch.setenv("LADDER_LOG", "log.md")
    return tmp_path


def refused(ran: Ran, message: str) -> None:
    """Asserts one error, with a hint and no answer."""
    lines = [line for line in ran.err.splitlines() if line]
    assert (ran.code in (1, 2), ran.out) == (True, "")
    assert lines[0].startswith("error: ")
    assert message in lines[0]
    assert lines[1].startswith("hint: ")
    assert len(lines) == 2


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_every_answer_has_every_format(line: list[str], format: str, run: Run, home: Path) -> None:
    ran = run(*line, "-f", format)
    assert (ran.code, ran.err) == (0, "")
    if format == "json":
        assert json.loads(ran.out)["kind"] == line[0]
    assert (home / "log.md").read_text() == LOG


def test_the_entries_stand_at_the_top_of_the_answer(run: Run, home: Path) -> None:
    entries = json.loads(run("gap", "-f", "json").out)["entries"]
    assert (entries[0]["date"], entries[0]["tags"]) == ("2026-11-24", ["influence/negotiates"])
    assert len(entries) == 3


@pytest.mark.parametrize("line", [["gap"], ["plan"], ["packet"], ["log"]], ids=" ".join)
def test_a_short_page_is_one_screen_at_eighty_columns(line: list[str], run: Run, home: Path) -> None:
    page = run(*line, "-f", "terminal", "--width", "80").out.splitlines()
    assert len(page) <= 22
    assert max(map(len, page)) <= 80


def test_several_logs_stand_side_by_side_by_name(run: Run, home: Path) -> None:
    write(home, LOG.replace("now:", "name: Alba\nnow:"), "a.md")
    page = run("gap", "--log", "a.md", "--log", "log.md", "-f", "terminal").out
    assert "Alba" in page
    assert "log.md" in page
    assert "○" not in page


def test_a_suggested_command_names_the_log_that_was_asked(run: Run, home: Path) -> None:
    os.rename("log.md", "my log.md")
    assert '`ladder log --review --log "my log.md"`' in run("gap", "--log", "my log.md", "--full").out


def test_an_entry_is_added_and_shown_as_it_was_read(run: Run, home: Path) -> None:
    ran = run("log", "Dug", "a ditch", "#code", "--on", "2026-11-20", "--impact", "dry", "--link", "https://a.example")
    assert (ran.code, ran.err) == (0, "")
    assert "- Dug a ditch (20 Nov 2026, #code)" in ran.out
    assert (home / "log.md").read_text() == LOG + (
        "- 2026-11-20 Dug a ditch #code\n  - impact: dry\n  - link: https://a.example\n"
    )
    assert run("log", "Kept a secret", "--private").code == 0
    assert read((home / "log.md").read_text()).entries[-1].private


def test_yesterday_is_a_day_and_nonsense_is_an_error(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_767_268_800.0)  # 1 January 2026, at noon in UTC
    assert run("log", "Dug", "--on", "yesterday").code == 0
    assert "- 2025-12-31 Dug\n" in (home / "log.md").read_text()
    for day in ("2026-13-45", "the day before", ""):
        old = (home / "log.md").read_text()
        refused(run("log", "Dug", "--on", day), "is no value for `--on`")
        assert (home / "log.md").read_text() == old


def test_on_a_first_use_it_says_where_the_log_is_and_that_it_never_leaves_the_machine(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("log", "Dug", "--on", "2026-11-20")
    assert "nothing of it leaves this machine" in ran.err
    path = tmp_path / ".local" / "share" / "ladder" / "log.md"
    assert path.read_text() == "## 2026-11\n\n- 2026-11-20 Dug\n"
    assert run("log", "Dug on").err == ""
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_is_one_line_with_a_hint(run: Run, home: Path) -> None:
    (home / "empty").mkdir()
    write(home, "format: 1\ntitle: Acme\n", "acme/ladder.yaml")
    write(home, b"- caf\xe9\n", "latin.md")
    for line, message in (
        (["log", "Dug", "--log", "empty"], "is a folder"),
        (["log", "Dug", "--log", "acme/log.md"], "lies in a ladder"),
        (["log", "Dug", "--log", "no/log.md"], "in no folder that is there"),
        (["log", "Dug", "--log", "latin.md"], "is no UTF-8 in line 1"),
        (["log", "Dug", "--edit"], "three things"),
        (["log", " "], "an empty text"),
        (["log", "--impact", "dry"], "no text to add"),
        (["log", "--log", "none.md"], "no log at"),
        (["gap", "--log", "empty"], "no log in the folder"),
        (["gap", "stafff"], "no level or role"),
        (["plan", "--for", "nonsense"], "no statement"),
    ):
        refused(run(*line), message)
    assert not (home / "none.md").exists()
    assert (home / "log.md").read_text() == LOG


def test_the_editor_is_the_users(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    refused(run("log", "--edit"), "no editor is named")
    refused(run("log", "--edit", EDITOR="/no/such/editor"), "cannot start")
    refused(run("log", "--edit", EDITOR="false"), "ended with 1")
    assert run("log", "--edit", EDITOR="true").code == 0


def test_a_fault_quotes_nothing_of_the_log(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ladder.logs import files

    def faulty(text: str, *_: object, **__: object) -> None:
        raise ValueError(text)

    monkeypatch.setattr(files, "read", faulty)
    ran = run("gap", "staff")
    assert "a ValueError while a log was read" in ran.err
    assert "registry" not in ran.err


def test_ten_at_once_lose_nothing(home: Path) -> None:
    line = [sys.executable, "-m", "ladder", "log", "--on", "2026-11-20"]
    null = subprocess.DEVNULL
    started = [subprocess.Popen([*line, f"Sack {number}"], stdin=null, stdout=null) for number in range(10)]
    assert [one.wait() for one in started] == [0] * 10
    text = (home / "log.md").read_text()
    assert text.startswith(LOG)
    assert sorted(line for line in text.splitlines() if "Sack" in line) == [f"- 2026-11-20 Sack {n}" for n in range(10)]


def test_competencies_are_completed_behind_a_number_sign_and_statements_behind_a_slash() -> None:
    assert dict(complete.claims(None, "Dug #peo"))["Dug #people"] == "Mentoring and sponsorship"
    assert "#people/sponsors" in dict(complete.claims(None, "#people/sp"))
    assert list(complete.claims(None, "Dug")) == list(complete.claims(None, "#812 Dug")) == []
    assert "people/sponsors" in dict(complete.statements(None, "people/s"))
    assert list(complete.statements("no such ladder", "p")) == []


def asked_at(path: Path, keys: tuple[str, ...], *line: str) -> str:
    """What a terminal receives of `ladder log` where somebody types."""
    ran = typed_at(["log", *line, "--log", str(path)], keys)
    assert ran.code == 0, ran.err
    return ran.err


def test_three_competencies_are_offered_with_the_words_that_speak_for_them(tmp_path: Path) -> None:
    path = tmp_path / "log.md"
    seen = asked_at(path, ("1\r",), "Mentored two interns", "--on", "2026-11-20")
    assert "1 Mentoring and sponsorship (#people), because of “Mentored”, “interns”" in seen
    assert path.read_text().endswith("- 2026-11-20 Mentored two interns #people\n")
    asked_at(path, ("nonsense\r", "#code/tests\r"), "Mentored three", "--on", "2026-11-21")
    asked_at(path, ("\r",), "Mentored four", "--on", "2026-11-22")
    asked_at(path, (CTRL_D,), "Mentored five", "--on", "2026-11-23")
    assert [one.tags for one in read(path.read_text()).entries] == [("people",), ("code/tests",), (), ()]


def test_a_review_changes_one_line_after_showing_it(tmp_path: Path) -> None:
    path = Path(write(tmp_path, LOG, "log.md"))
    seen = asked_at(path, ("1\r", "\r", "\r"), "--review")
    assert "line 8 will be: - Mentored Noor on her first service #people" in seen
    assert path.read_text() == LOG.replace("first service\n", "first service #people\n")
    asked_at(path, ("1\r", "n\r"), "--review")
    assert path.read_text() == LOG.replace("first service\n", "first service #people\n")
