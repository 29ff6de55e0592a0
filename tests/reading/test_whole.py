"""A ladder is read whole, whatever is wrong in it, and nothing that is no part of it."""

import os
from pathlib import Path

import pytest

from ladder.errors import CannotRead
from ladder.reading.whole import Examined, examine
from ladders import SMALL, read, write, write_all


def places(found: Examined, path: str) -> list[str]:
    """The files with problems, each once, counted from the ladder's folder."""
    return list(dict.fromkeys(os.path.relpath(one.path, path) for one in found.problems))


def test_a_sound_ladder_is_read_as_ever(small_ladder: str) -> None:
    found = examine(small_ladder)
    assert found.problems == []
    assert found.ladder == read(small_ladder)
    assert found.folder is not None
    assert examine(small_ladder, name="ours").ladder == read(small_ladder)._replace(name="ours")


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("levels/master.yaml", {"levels": 3, "roles": 1, "surveys": 1, "companies": 1, "sources": 3}),
        ("levels/senior-miller.yaml", {"levels": 3, "roles": 0, "surveys": 1, "companies": 1, "sources": 3}),
        ("roles/senior-wind.yaml", {"levels": 4, "roles": 0, "surveys": 1, "companies": 1, "sources": 3}),
        ("comp/guild.yaml", {"levels": 4, "roles": 1, "surveys": 0, "companies": 1, "sources": 3}),
        ("companies.yaml", {"levels": 4, "roles": 1, "surveys": 1, "companies": 0, "sources": 3}),
        ("sources.yaml", {"levels": 4, "roles": 1, "surveys": 1, "companies": 1, "sources": 0}),
    ],
)
def test_a_file_with_a_problem_is_left_out_and_all_others_stay(name: str, left: dict[str, int], tmp_path: Path) -> None:
    text = SMALL[name] + ("bad: {titel: x}\n" if name in ("companies.yaml", "sources.yaml") else "titel: x\n")
    path = write_all(tmp_path / "mill", {**SMALL, name: text})
    found = examine(path)
    assert places(found, path) == [name]
    assert found.ladder is not None
    assert {key: len(getattr(found.ladder, key)) for key in left} == left


def test_archetypes_with_a_problem_are_left_out(tmp_path: Path) -> None:
    head = SMALL["ladder.yaml"]
    inline = head[head.index("archetypes:") : head.index("points:")]
    files = {**SMALL, "ladder.yaml": head.replace(inline, ""), "archetypes.yaml": "rover: {titel: x}\n"}
    path = write_all(tmp_path / "mill", files)
    found = examine(path)
    assert places(found, path) == ["archetypes.yaml"]
    assert found.ladder is not None
    assert (found.ladder.archetypes, len(found.ladder.levels)) == ({}, 4)


@pytest.mark.parametrize("name", ["title: [x]", "levels: [miller, nobody]", "source: nobody"])
def test_a_problem_in_the_header_leaves_no_ladder_and_hides_no_file(name: str, tmp_path: Path) -> None:
    files = {"ladder.yaml": f"format: 1\n{name}\n", "levels/miller.yaml": "titel: x\n", "sources.yaml": "a: 1\n"}
    path = write_all(tmp_path / "mill", files)
    found = examine(path)
    assert found.ladder is None
    assert {"ladder.yaml", "levels/miller.yaml", "sources.yaml"} == set(places(found, path))


def test_a_header_that_is_no_yaml_leaves_only_what_is_wrong_with_the_others_as_yaml(tmp_path: Path) -> None:
    files = {"ladder.yaml": "format: [1\n", "levels/a.yaml": "titel: x\n", "levels/b.yaml": "title: [\n"}
    path = write_all(tmp_path / "mill", files)
    found = examine(path)
    assert (found.folder, found.ladder) == (None, None)
    assert places(found, path) == ["ladder.yaml", "levels/b.yaml"]


def test_where_the_header_is_broken_no_link_is_followed_and_no_pipe_waited_for(tmp_path: Path) -> None:
    outside = write_all(tmp_path / "outside", {"secret.yaml": "a: [\n"})
    files = {"ladder.yaml": "format: [1\n", "levels/a.yaml": "title: A\n", "notes.txt": "a: [\n"}
    path = write_all(tmp_path / "mill", files)
    (tmp_path / "mill/comp").symlink_to(outside)
    (tmp_path / "mill/levels/b.yaml").symlink_to(f"{outside}/secret.yaml")
    (tmp_path / "mill/levels/c.yaml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "mill/levels/d.yaml")
    (tmp_path / "mill/levels/e.yaml").mkdir()
    write(tmp_path, b"\x00\x05", "mill/levels/._a.yaml")
    assert places(examine(path), path) == ["ladder.yaml"]


def test_where_the_header_is_broken_a_folder_that_may_not_be_listed_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: [1\n", "levels/a.yaml": "title: [\n"})
    monkeypatch.setattr(os, "listdir", refuse)
    assert places(examine(path), path) == ["ladder.yaml"]


def test_a_single_file_says_all_of_it(tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\ntitel: x\nlevels: [{id: a, titel: y}]\n")
    write(tmp_path, "a: [\n", "beside.yaml")
    found = examine(path)
    assert [one.line for one in found.problems] == [2, 3]
    assert examine(write(tmp_path, "format: [\n")).folder is None


def test_where_nothing_stands_that_is_said_and_no_problem_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        examine(str(tmp_path / "nowhere"))
