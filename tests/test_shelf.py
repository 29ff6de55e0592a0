"""Where ladders stand, and which one is meant."""

import os
from pathlib import Path

import pytest

from ladder.errors import CannotRead
from ladder.model import Ladder
from ladder.names import find
from ladder.reading.folder import Folder
from ladder.shelf import BUNDLED, Held, bundled_path, find_ladder, open_ladder, standing
from ladders import SMALL, read, write, write_all

HEADER = "format: 1\nlevels: [{id: a}]\n"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of ladders that LADDER_PATH names."""
    path = tmp_path / "shelf"
    path.mkdir()
    monkeypatch.setenv("LADDER_PATH", str(path))
    return path


def test_the_bundled_ladder_stands_where_it_is_said() -> None:
    assert os.path.isfile(os.path.join(bundled_path(), "ladder.yaml"))
    assert open_ladder().name == BUNDLED
    assert list(standing()) == [BUNDLED]


def test_the_installed_ladder_is_found_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "ladder"
    (package / "data").mkdir(parents=True)
    monkeypatch.setattr("ladder.shelf.__file__", str(package / "shelf.py"))
    assert bundled_path() == str(package / "data")


def test_a_folder_on_the_path_may_be_a_ladder_or_hold_some_or_be_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mill = write_all(tmp_path / "mill", SMALL)
    write(tmp_path / "held", HEADER, "one/ladder.yaml")
    write(tmp_path / "held", HEADER, "two.yaml")
    write(tmp_path / "held", HEADER, "three.yml")
    write(tmp_path / "held", "no ladder", "notes.txt")
    write(tmp_path / "held", HEADER, ".hidden.yaml")
    (tmp_path / "held" / "empty").mkdir()
    alone = write(tmp_path, HEADER, "alone.yaml")
    monkeypatch.setenv("LADDER_PATH", os.pathsep.join([mill, str(tmp_path / "held"), alone]))
    assert list(standing()) == [BUNDLED, "mill", "one", "three", "two", "alone"]
    assert standing()["two"] == str(tmp_path / "held" / "two.yaml")
    for name in ("one", "two", "three", "alone"):
        assert open_ladder(name).order == ("a",)
        assert open_ladder(name).name == name


def test_entries_that_are_missing_or_empty_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mill = write_all(tmp_path / "mill", SMALL)
    entries = ["", str(tmp_path / "nowhere"), write(tmp_path, "x", "notes.txt"), "", mill]
    monkeypatch.setenv("LADDER_PATH", os.pathsep.join(entries))
    assert list(standing()) == [BUNDLED, "mill"]


def test_a_folder_that_may_not_be_listed_is_passed_over(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    write(shelf, HEADER)
    monkeypatch.setattr(os, "listdir", refuse)
    assert list(standing()) == [BUNDLED]


def test_of_two_with_one_name_the_first_on_the_path_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = write(tmp_path / "x", HEADER), write(tmp_path / "y", HEADER.replace("id: a", "id: b"))
    monkeypatch.setenv("LADDER_PATH", os.pathsep.join([str(tmp_path / "x"), str(tmp_path / "y")]))
    assert standing()["acme"] == first
    assert open_ladder("acme").order == ("a",)
    monkeypatch.setenv("LADDER_PATH", os.pathsep.join([second, first]))
    assert open_ladder("acme").order == ("b",)


def test_no_ladder_of_the_path_takes_the_bundled_ones_name(shelf: Path) -> None:
    write(shelf, HEADER, f"{BUNDLED}.yaml")
    assert standing() == {BUNDLED: bundled_path()}
    assert open_ladder(BUNDLED).order == open_ladder().order


def test_a_home_folder_is_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "ladders", HEADER)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LADDER_PATH", "~/ladders")
    assert "acme" in standing()


@pytest.mark.parametrize("typed", ["Old Mill", "old-mill", "old_mill", "OLD.MILL"])
def test_a_ladder_is_found_by_its_name_however_it_is_written(shelf: Path, typed: str) -> None:
    write_all(shelf / "old-mill", SMALL)
    found = find_ladder(typed)
    assert found is not None
    assert found.name == "old-mill"
    assert open_ladder(typed).name == "old-mill"


def test_a_path_wins_over_a_name_and_needs_no_shelf(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shelf, HEADER.replace("id: a", "id: b"))
    here = write(tmp_path / "here", HEADER, "acme/ladder.yaml")
    monkeypatch.chdir(tmp_path / "here")
    assert open_ladder("acme").order == ("a",)
    assert open_ladder("acme/").name == "acme"
    assert open_ladder(Path(here)).order == ("a",)
    monkeypatch.chdir(shelf.parent)
    assert open_ladder("acme").order == ("b",)


def test_a_path_before_a_colon_is_a_ladder(small_ladder: str) -> None:
    found = find_ladder(small_ladder)
    assert found is not None
    assert found.name == "mill"
    assert find_ladder("mill") is None
    assert find_ladder(f"{small_ladder}/nowhere") is None


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("industri", "did you mean 'industry'?"),
        ("old-mil", "did you mean 'old-mill'?"),
        ("zzz", "give a folder that holds ladder.yaml, a YAML file, or a name on LADDER_PATH"),
        ("", "give a folder that holds ladder.yaml, a YAML file, or a name on LADDER_PATH"),
    ],
)
def test_where_there_is_no_ladder_the_nearest_name_is_offered(shelf: Path, typed: str, hint: str) -> None:
    write_all(shelf / "old-mill", SMALL)
    with pytest.raises(CannotRead) as caught:
        open_ladder(typed)
    assert (caught.value.message, caught.value.hint) == (f"no ladder at '{typed}'", hint)


def test_a_ladder_that_was_read_answers_as_its_files_do(small: Ladder, small_ladder: str) -> None:
    held, files = open_ladder(small), Folder(small_ladder)
    assert isinstance(held, Held)
    assert (held.name, held.order, held.role_ids) == (files.name, files.order, files.role_ids)
    assert held.titles() == files.titles()
    assert held.companies() == files.companies()
    assert held.surveys() == files.surveys()
    assert held.ladder(["miller"]) is small
    assert find("sail miller", held, find_ladder).id == "senior-wind"


def test_two_ladders_at_one_place_are_read_the_same(small: Ladder, small_ladder: str) -> None:
    assert open_ladder(small_ladder).ladder() == small == read(small_ladder)
