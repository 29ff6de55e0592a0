"""Where ladders stand, and which one is meant."""

import os
from pathlib import Path

import pytest

from ladder.errors import CannotRead
from ladder.model import Ladder
from ladder.names import find as find_name
from ladder.opening import Held, named, other
from ladder.reading.folder import Folder
from ladder.shelf import BUNDLED, bundled_path, find, nearest_ladder, on_path, reach, standing
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
    assert named().name == BUNDLED
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
        assert named(name).order == ("a",)
        assert named(name).name == name


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
    assert named("acme").order == ("a",)
    monkeypatch.setenv("LADDER_PATH", os.pathsep.join([second, first]))
    assert named("acme").order == ("b",)


def test_no_ladder_of_the_path_takes_the_bundled_ones_name(shelf: Path) -> None:
    write(shelf, HEADER, f"{BUNDLED}.yaml")
    assert standing() == {BUNDLED: bundled_path()}
    assert named(BUNDLED).order == named().order


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which one works."""
    path = tmp_path / "here"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


def test_the_ladders_of_this_folder_are_known_by_name(here: Path) -> None:
    write_all(here / "mill", SMALL)
    write(here, HEADER)
    write(here / "deeper", HEADER, "lower.yaml")
    assert standing() == {BUNDLED: bundled_path(), "acme": "acme.yaml", "mill": "mill"}
    assert named("ACME").order == ("a",)
    found = other("Mill")
    assert found is not None
    assert found.name == "mill"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("format: 1\n", True),
        ("# a comment\n---\ntitle: T\nformat: 1\n", True),
        ('{"format": 1}', True),
        ("'format' : 1\n", True),
        ("name: CI\non: push\n", False),
        ("steps:\n- run: black --format: 1\n", False),
        ("", False),
        ("reformat: 1\n", False),
        ("\x00", False),
    ],
)
def test_a_file_of_this_folder_is_a_ladder_if_it_says_its_format(text: str, is_one: bool, here: Path) -> None:
    write(here, text, "some.yaml")
    assert ("some" in standing()) is is_one


def test_in_a_ladders_own_folder_it_is_known_by_the_folders_name(here: Path) -> None:
    write_all(here, SMALL)
    assert standing() == {BUNDLED: bundled_path(), "here": "."}
    assert nearest_ladder() == (".", "")
    assert named("here").order == named(".").order


def test_where_this_folder_is_no_ladder_the_nearest_is_the_bundled_one(here: Path) -> None:
    write(here, HEADER)
    assert nearest_ladder() == (bundled_path(), BUNDLED)


def test_of_this_folders_and_the_paths_of_one_name_this_folders_counts(here: Path, shelf: Path) -> None:
    write(shelf, HEADER.replace("id: a", "id: b"))
    write(here, HEADER)
    assert standing()["acme"] == "acme.yaml"
    assert named("acme").order == ("a",)


def test_a_path_is_found_as_it_is_and_a_name_with_its_place(here: Path, shelf: Path) -> None:
    path = write(shelf, HEADER)
    write(here, HEADER, "mine.yaml")
    assert find(path) == (path, "")
    assert find("mine.yaml") == ("mine.yaml", "")
    assert find("Mine") == ("mine.yaml", "mine")
    assert find("acme") == (path, "acme")
    with pytest.raises(CannotRead):
        find("nowhere")


def test_a_file_of_a_folder_stands_for_the_folder(here: Path) -> None:
    write_all(here / "mill", SMALL)
    write(here / "mill", HEADER, "notes.yaml")
    for file in SMALL:
        assert find(f"mill/{file}") == ("mill", "")
        assert named(f"mill/{file}").order == named("mill").order
    assert find("mill/notes.yaml") == ("mill/notes.yaml", "")
    assert find("mill/../mill/ladder.yaml") == ("mill", "")


def test_of_a_folder_and_a_file_of_one_name_the_folder_counts(here: Path) -> None:
    write(here, HEADER.replace("id: a", "id: b"), "acme.yaml")
    write(here / "acme", HEADER, "ladder.yaml")
    assert standing()["acme"] == "acme"
    found = other("acme")
    assert found is not None
    assert found.order == named("acme").order == ("a",)


def test_a_ladder_that_the_path_lists_twice_stands_there_once(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_all(shelf / "mill", SMALL)
    monkeypatch.setenv("LADDER_PATH", os.pathsep.join([str(shelf), path, f"{path}/", str(shelf)]))
    assert on_path() == [path]


def test_what_a_ladder_extends_may_stand_beside_it_or_on_the_path(here: Path, shelf: Path) -> None:
    (here / "link").symlink_to(shelf)
    assert reach("mill") == (str(here), str(shelf))
    assert reach("link/mill") == (str(shelf), str(shelf))


def test_a_home_folder_is_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "ladders", HEADER)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LADDER_PATH", "~/ladders")
    assert "acme" in standing()


@pytest.mark.parametrize("typed", ["Old Mill", "old-mill", "old_mill", "OLD.MILL"])
def test_a_ladder_is_found_by_its_name_however_it_is_written(shelf: Path, typed: str) -> None:
    write_all(shelf / "old-mill", SMALL)
    found = other(typed)
    assert found is not None
    assert found.name == "old-mill"
    assert named(typed).name == "old-mill"


def test_a_path_wins_over_a_name_and_needs_no_shelf(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shelf, HEADER.replace("id: a", "id: b"))
    here = write(tmp_path / "here", HEADER, "acme/ladder.yaml")
    monkeypatch.chdir(tmp_path / "here")
    assert named("acme").order == ("a",)
    assert named("acme/").name == "acme"
    assert named(Path(here)).order == ("a",)
    monkeypatch.chdir(shelf.parent)
    assert named("acme").order == ("b",)


def test_a_path_before_a_colon_is_a_ladder(small_ladder: str) -> None:
    found = other(small_ladder)
    assert found is not None
    assert found.name == "mill"
    assert other("mill") is None
    assert other(f"{small_ladder}/nowhere") is None


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
        named(typed)
    assert (caught.value.message, caught.value.hint) == (f"no ladder at '{typed}'", hint)


def test_a_ladder_that_was_read_answers_as_its_files_do(small: Ladder, small_ladder: str) -> None:
    held, files = named(small), Folder(small_ladder)
    assert isinstance(held, Held)
    assert (held.name, held.order, held.role_ids) == (files.name, files.order, files.role_ids)
    assert held.titles() == files.titles()
    assert held.companies() == files.companies()
    assert held.surveys() == files.surveys()
    assert held.ladder(["miller"]) is small
    assert find_name("sail miller", held, other).id == "senior-wind"


def test_two_ladders_at_one_place_are_read_the_same(small: Ladder, small_ladder: str) -> None:
    assert named(small_ladder).ladder() == small == read(small_ladder)
