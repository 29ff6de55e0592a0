"""`ladder site`: what it says, what it refuses, and what it publishes."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from ladders import FULL, write, write_all
from running import Run


def test_it_says_where_the_site_is_and_that_pay_is_left_out(run: Run, full_ladder: str, tmp_path: Path) -> None:
    ran = run("site", full_ladder, "-o", str(tmp_path / "public"))
    assert (ran.code, ran.out) == (0, "")
    index = tmp_path / "public" / "index.html"
    assert index.exists()
    assert f"open {index}\n" in ran.err
    assert "pay is left out: `--pay` publishes it\n" in ran.err
    assert not (tmp_path / "public" / "pay.html").exists()


def test_pay_is_published_when_asked_for(run: Run, full_ladder: str, tmp_path: Path) -> None:
    ran = run("--ladder", full_ladder, "site", "--pay", "-o", str(tmp_path / "public"))
    assert (tmp_path / "public" / "pay.html").exists()
    assert "left out" not in ran.err


def test_the_bundled_ladder_is_published_with_its_pay(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("site").code == 0
    assert Path("public", "pay.html").exists()


def test_a_ladder_of_the_bundled_ones_name_keeps_its_pay(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_all(tmp_path / "industry", FULL)
    assert run("site", "./industry").code == 0
    assert not Path("public", "pay.html").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--accent", "red"], "'red' is not a colour"),
        (["--base-url", "acme"], "'acme' is not the address of a site"),
        (["nobody"], "no ladder at 'nobody'"),
    ],
)
def test_a_wrong_wish_leaves_no_folder(
    options: list[str], message: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("site", *options)
    assert ran.code in (1, 2)
    assert message in ran.err
    assert "hint: " in ran.err
    assert os.listdir(tmp_path) == []


def test_a_ladder_with_problems_is_not_published(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: a, titel: A}]\n")
    ran = run("site", path, "-o", str(tmp_path / "public"))
    assert ran.code == 1
    assert "unknown key 'titel'" in ran.err
    assert not (tmp_path / "public").exists()


def test_ids_that_cannot_be_files_leave_no_folder(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: aux}]\n")
    ran = run("site", path, "-o", str(tmp_path / "public"))
    assert ran.code == 2
    assert "the level id 'aux' cannot be a file's name: Windows keeps it for a device" in ran.err
    assert os.listdir(tmp_path) == ["acme.yaml"]


def test_the_ladders_own_folder_is_no_place_for_its_site(run: Run, full_ladder: str) -> None:
    before = sorted(os.listdir(full_ladder))
    ran = run("site", full_ladder, "-o", full_ladder)
    assert ran.code == 1
    assert "holds files that are not of a site" in ran.err
    assert sorted(os.listdir(full_ladder)) == before


@pytest.mark.parametrize("target", ["/dev/null", "/dev/full", "/proc/nowhere/public"])
def test_a_target_that_is_no_folder_is_refused(target: str, run: Run, full_ladder: str) -> None:
    ran = run("site", full_ladder, "-o", target)
    assert ran.code == 1
    assert ran.err.startswith("error: ")


def test_it_opens_in_the_browser(run: Run, full_ladder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def none_found(address: str) -> bool:
        shown.append(address)
        return False

    monkeypatch.setattr("webbrowser.open", none_found)
    ran = run("site", full_ladder, "--open", "-o", str(tmp_path / "public"))
    assert shown == [(tmp_path / "public" / "index.html").as_uri()]
    assert "no browser found to open it with" in ran.err


@pytest.mark.slow
def test_progress_is_said_on_a_terminal_alone(tmp_path: Path) -> None:
    def errors(out: str, stream: int) -> None:
        line = [sys.executable, "-m", "ladder", "site", "-o", str(tmp_path / out)]
        subprocess.run(line, stderr=stream, check=True, env={**os.environ, "TERM": "xterm"})

    controller, terminal = pty.openpty()
    errors("one", terminal)
    os.close(terminal)
    said = os.read(controller, 10_000).decode()
    os.close(controller)
    assert "\r0 of 47 pages" in said
    with (tmp_path / "said").open("w") as file:
        errors("two", file.fileno())
    assert "\r" not in (tmp_path / "said").read_text()
