"""`ladder ladders` as a whole command line: which are known by name, and where each stands."""

import json
import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from ladder.render import FORMATS
from ladders import SMALL, write, write_all
from running import Run

ONE = "format: 1\ntitle: One\nlevels: [{id: a}]\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a ladder in a folder, one in a file, and what is none."""
    here = tmp_path / "here"
    write_all(here / "mill", SMALL)
    write(here, ONE, "one.yaml")
    write(here, "name: no ladder\n", "compose.yaml")
    write(here, ONE, ".hidden.yaml")
    write(here, ONE, "deeper/two.yaml")
    monkeypatch.chdir(here)
    return here


def known(run: Run) -> list[dict[str, Any]]:
    """What the command lists."""
    ran = run("ladders", "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    listed: list[dict[str, Any]] = json.loads(ran.out)["ladders"]
    return listed


def names(run: Run) -> list[tuple[str, str]]:
    return [(one["name"], one["place"]) for one in known(run)]


def test_the_bundled_one_comes_first_then_those_of_the_path_then_those_of_this_folder(
    run: Run, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "shelf"
    write(shelf, ONE, "acme.yaml")
    monkeypatch.setenv("LADDER_PATH", str(shelf))
    assert names(run) == [
        ("industry", "bundled"),
        ("acme", "LADDER_PATH"),
        ("mill", "this folder"),
        ("one", "this folder"),
    ]


def test_each_has_its_title_its_size_and_the_path_at_which_it_is_found_from_anywhere(run: Run, here: Path) -> None:
    _, mill, one = known(run)
    assert (mill["title"], mill["levels"], mill["roles"], mill["competencies"]) == ("The mill's ladder", 4, 1, 3)
    assert (mill["path"], one["path"]) == (str(here / "mill"), str(here / "one.yaml"))
    assert all(os.path.isabs(one["path"]) and one["counts"] and not one["problem"] for one in known(run))


def test_every_ladder_that_is_listed_is_found_by_its_name(run: Run, here: Path) -> None:
    for one in known(run):
        ran = run("--ladder", one["name"], "list", "-f", "json")
        assert ran.code == 0
        assert run("validate", one["name"]).out.splitlines()[-2].startswith(f"{one['name']}: {one['levels']} level")
    assert run("compare", "mill:miller", "mill:master").code == 0


def test_in_a_ladders_own_folder_it_is_that_ladder_and_its_files_are_none(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "mill")
    assert names(run) == [("industry", "bundled"), ("mill", "this folder")]
    assert run("compare", "mill:miller", "mill:master").code == 0


def test_of_two_with_one_name_that_of_this_folder_is_meant(
    run: Run, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LADDER_PATH", write(tmp_path / "shelf", ONE.replace("One", "Other"), "one.yaml"))
    assert [(one["place"], one["counts"]) for one in known(run) if one["name"] == "one"] == [
        ("LADDER_PATH", False),
        ("this folder", True),
    ]
    assert "# One" in run("--ladder", "one", "list").out
    assert "only by its path" in run("ladders").out


def test_one_that_is_on_the_path_and_in_this_folder_is_listed_once(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for entries in (["."], [str(here)], [".", "mill", str(here / "mill"), "one.yaml"]):
        monkeypatch.setenv("LADDER_PATH", os.pathsep.join(entries))
        found = [(one["name"], one["counts"]) for one in known(run) if one["name"] in ("mill", "one")]
        assert found == [("mill", True), ("one", True)]
    (here.parent / "shelf").symlink_to(here)
    monkeypatch.setenv("LADDER_PATH", str(here.parent / "shelf"))
    assert names(run).count(("mill", "LADDER_PATH")) == 1
    assert ("mill", "this folder") not in names(run)


def test_of_a_folder_and_a_file_of_one_name_the_folder_is_meant_however_it_is_asked_for(run: Run, here: Path) -> None:
    write_all(here / "acme", {"ladder.yaml": "format: 1\ntitle: Folder\nlevels: [{id: a, title: Of the folder}]\n"})
    write(here, "format: 1\ntitle: File\nlevels: [{id: a, title: Of the file}]\n", "acme.yaml")
    assert "Of the folder" in run("--ladder", "acme", "show", "a").out
    assert "Of the folder" in run("show", "acme:a").out
    assert "Of the folder" in run("compare", "acme:a", "mill:miller").out
    assert "Of the file" in run("--ladder", "acme.yaml", "show", "a").out
    assert "Of the file" in run("show", "./acme.yaml:a").out
    assert [(one["title"], one["counts"]) for one in known(run) if one["name"] == "acme"] == [
        ("Folder", True),
        ("File", False),
    ]


def test_one_that_cannot_be_read_is_listed_with_what_to_do(run: Run, here: Path) -> None:
    write(here, "format: 1\ntitel: x\n", "my mill.yaml")
    (broken,) = [one for one in known(run) if one["problem"]]
    assert (broken["name"], broken["title"], broken["problem"]) == ("my mill", "", "1 problem in the ladder")
    ran = run("ladders")
    assert ran.code == 0
    (line,) = re.findall(r"`(ladder validate [^`]+)`", ran.out)
    assert shlex.split(line)[2:] == [f"{here}/my mill.yaml"]
    assert "error[unknown-key]" in run(*shlex.split(line)[1:]).out


def test_every_format_lists_them(run: Run, here: Path) -> None:
    for format in FORMATS:
        ran = run("ladders", "-f", format)
        assert (ran.code, ran.err) == (0, ""), format
        assert "industry" in ran.out, format
        assert "mill" in ran.out, format


def test_where_there_is_none_of_ones_own_the_way_to_one_is_told(run: Run) -> None:
    assert "`ladder init NAME`" in run("ladders").out


def test_what_stands_in_this_folder_steers_no_terminal(run: Run, here: Path) -> None:
    write(here, ONE.replace("One", '"\\e[31mOne"'), "\x1b[31mred.yaml")
    ran = run("ladders", "-f", "terminal")
    assert ran.code == 0
    assert "\x1b" not in ran.out
