"""Adding to a log loses no byte of it, whatever stands there."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.errors import CannotRead, CannotWrite, LadderError
from ladder.logs import writing
from ladder.logs.reading import read
from ladder.logs.writing import add_claims, append, with_claims
from ladders import write

PIECES = st.sampled_from([
    "# 2025\n", "## 2026-11\n", "## Goals\n", "- Swept\n", "  - impact: dry\n", "```\n", "<!--\n", "-->\n", "> said\n",
    "---\n", "title: Sluice\n", "date: 2025-06\n", "| a | b |\n", "|---|---|\n", "Mill\n", "\n", "* 11:06:24 dug\n",
    "[p]: https://mill.example\n", "**Dug.** It was wet.\n", "2026-03-02 Dug\n", "- [ ] mill\n", "\t- deep\n", "===\n",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=14).map("".join)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["Mended the sluice", "Four teams #people/sponsors @staff", "# [x] > `a` | *b* ]("]))
def test_appending_never_loses_a_byte_and_adds_the_entry_once(text: str, said: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), text, "log.md")
        old = Path(path).read_bytes()
        before = read(text).entries if "\0" not in text else ()
        try:
            entry = append(path, said, "2026-11-20")
        except (CannotWrite, CannotRead):
            assert Path(path).read_bytes() == old
            return
        new = Path(path).read_bytes()
        assert new.startswith(old)
        assert new.count(f"2026-11-20 {said}".encode()) == old.count(f"2026-11-20 {said}".encode()) + 1
        after = read(new.decode()).entries
        assert [one.text for one in after[:-1]] == [one.text for one in before]
        assert (entry.date, after[-1].date) == ("2026-11-20", "2026-11-20")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_hostile_text_is_read_without_a_fault_and_every_entry_has_a_place(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for file in ("log.md", "log.org", "log.txt"):
        for one in read(text, file).entries:
            assert one.text
            assert 1 <= one.line <= len(lines)


@settings(deadline=None)
@given(TEXTS)
def test_logs_of_any_shape_are_read_without_a_fault(text: str) -> None:
    for file in ("2026-q1.md", "log.org"):
        read(text, file)


def test_an_entry_goes_below_its_months_heading_where_that_is_the_last(tmp_path: Path) -> None:
    path = write(tmp_path, "", "log.md")
    append(path, "Swept", "2026-11-20")
    append(path, "Dug\n a  ditch", "2026-11-21", ("impact: dry", "private"))
    append(path, "Planned", "2026-12")
    append(path, "Rested", "2026")
    append(path, "Thought", "2026-Q1")
    assert Path(path).read_text() == (
        "## 2026-11\n\n- 2026-11-20 Swept\n- 2026-11-21 Dug a ditch\n  - impact: dry\n  - private\n\n"
        "## 2026-12\n\n- 2026-12 Planned\n\n## 2026\n\n- 2026: Rested\n\n## 2026-Q1\n\n- 2026-Q1: Thought\n"
    )


def test_line_ends_of_the_file_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path, b"# Log\r\n- Swept", "log.md")
    append(path, "Dug", "2026-11-20")
    new = Path(path).read_bytes()
    assert new.startswith(b"# Log\r\n- Swept\r\n")
    assert new.count(b"\n") == new.count(b"\r\n")


@pytest.mark.parametrize(
    ("old", "text"), [("```\nopen\n", "Swept"), ("<!-- open\n", "Swept"), ("", "TODO"), ("", "<text>"), ("", "#people")]
)
def test_what_would_not_be_read_as_an_entry_is_not_written(old: str, text: str, tmp_path: Path) -> None:
    path = write(tmp_path, old, "log.md")
    with pytest.raises(CannotWrite, match="would not be read as one"):
        append(path, text, "2026-11-20")
    assert Path(path).read_text() == old


def test_org_and_bad_bytes_are_left_as_they_are(tmp_path: Path) -> None:
    org, bad = write(tmp_path, "* 2026\n", "log.org"), write(tmp_path, b"- caf\xe9\n", "log.md")
    with pytest.raises(CannotWrite, match="org-mode"):
        append(org, "Swept", "2026-11-20")
    with pytest.raises(CannotRead, match="no UTF-8 in line 1"):
        append(bad, "Swept", "2026-11-20")
    with pytest.raises(LadderError, match="what you typed is no UTF-8"):
        append(str(tmp_path / "new.md"), "Sw\udcffept", "2026-11-20")
    assert Path(org).read_text() == "* 2026\n"
    assert Path(bad).read_bytes() == b"- caf\xe9\n"


def test_a_full_disk_takes_the_entry_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "- Swept\n", "log.md")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="no space left on device"):
        append(path, "Dug", "2026-11-20")
    with pytest.raises(CannotWrite, match="no space left on device"):
        add_claims(path, 1, b"- Swept\n", ("people",))
    assert Path(path).read_text() == "- Swept\n"
    assert os.listdir(tmp_path) == ["log.md"]


def test_a_link_stays_a_link_and_one_to_nothing_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, "- Swept\n", "real.md")
    os.symlink(path, tmp_path / "log.md")
    os.symlink(tmp_path / "no" / "where.md", tmp_path / "gone.md")
    append(str(tmp_path / "log.md"), "Dug", "2026-11-20")
    add_claims(str(tmp_path / "log.md"), 1, Path(path).read_bytes(), ("people",))
    assert (tmp_path / "log.md").is_symlink()
    assert Path(path).read_text() == "- Swept #people\n\n## 2026-11\n\n- 2026-11-20 Dug\n"
    with pytest.raises(LadderError):
        append(str(tmp_path / "gone.md"), "Dug", "2026-11-20")


def test_a_missing_folder_and_a_folder_are_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "no" / "log.md", tmp_path, Path("/dev/full")):
        with pytest.raises((CannotWrite, CannotRead)):
            append(str(path), "Dug", "2026-11-20")


def test_ten_at_once_lose_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "- Swept\n", "log.md")
    several = [threading.Thread(target=append, args=(path, f"Sack {number}", "2026-11-20")) for number in range(10)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    text = Path(path).read_text()
    assert text.startswith("- Swept\n")
    assert text.count("## 2026-11\n") == 1
    assert sorted(one.text for one in read(text).entries) == sorted(["Swept", *(f"Sack {n}" for n in range(10))])


def test_an_entry_follows_a_file_that_an_editor_puts_in_place_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "- Swept\n", "log.md")
    lock = writing._lock
    turns: list[int] = []

    def replaced_once(file: IO[bytes]) -> Callable[[], None]:
        unlock = lock(file)
        if not turns:
            turns.append(1)
            os.replace(write(tmp_path, "- Swept twice\n", "new.md"), path)
        return unlock

    monkeypatch.setattr(writing, "_lock", replaced_once)
    append(path, "Dug", "2026-11-20")
    assert Path(path).read_text().startswith("- Swept twice\n")
    assert "Dug" in Path(path).read_text()


def test_claims_go_to_the_end_of_one_line_and_not_to_a_file_that_changed(tmp_path: Path) -> None:
    old = b"- Swept \r\n  - impact: dry\r\n- Dug"
    assert with_claims(old, 1, ("people", "code/tests")) == b"- Swept #people #code/tests\r\n  - impact: dry\r\n- Dug"
    assert with_claims(old, 3, ("people",)).endswith(b"- Dug #people")
    path = write(tmp_path, old + b"!", "log.md")
    os.chmod(path, 0o640)
    with pytest.raises(CannotWrite, match="has changed meanwhile"):
        add_claims(path, 1, old, ("people",))
    assert Path(path).read_bytes() == old + b"!"
    add_claims(path, 1, old + b"!", ("people",))
    assert Path(path).read_bytes() == with_claims(old + b"!", 1, ("people",))
    assert os.stat(path).st_mode & 0o777 == 0o640
