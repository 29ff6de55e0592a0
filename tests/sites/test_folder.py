"""A site goes into its folder whole or not at all, and whatever is not of it stays."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ladder.errors import CannotWrite
from ladder.site.folder import MANIFEST, write

PAGES = [("index.html", "one"), ("level/a.html", "a"), ("level/b.html", "b")]


def inside(folder: Path) -> dict[str, str]:
    """All files below a folder, with their texts."""
    return {one.relative_to(folder).as_posix(): one.read_text() for one in folder.rglob("*") if one.is_file()}


def test_a_new_folder_holds_the_files_and_a_list_of_them(tmp_path: Path) -> None:
    target = tmp_path / "a" / "public"
    assert write(str(target), PAGES) == 3
    assert inside(target).keys() == {*dict(PAGES), MANIFEST}
    assert (target / MANIFEST).read_text().splitlines()[1:] == ["index.html", "level/a.html", "level/b.html"]
    assert os.listdir(tmp_path / "a") == ["public"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    write(str(tmp_path), PAGES)
    assert (tmp_path / "level" / "a.html").read_text() == "a"


def test_building_again_takes_the_old_pages_away_and_keeps_what_is_not_ours(tmp_path: Path) -> None:
    target = tmp_path / "public"
    write(str(target), [*PAGES, ("old/page.html", "old")])
    (target / "level" / "mine.txt").write_text("mine")
    (target / "CNAME").write_text("ladder.example")
    write(str(target), [("index.html", "two"), ("level/c.html", "c")])
    assert inside(target) == {
        "index.html": "two",
        "level/c.html": "c",
        "level/mine.txt": "mine",
        "CNAME": "ladder.example",
        MANIFEST: (target / MANIFEST).read_text(),
    }
    assert not (target / "old").exists()
    assert os.listdir(tmp_path) == ["public"]


def test_a_folder_with_somebodys_files_is_refused_before_a_page_is_made(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    asked: list[str] = []

    def never() -> Iterator[tuple[str, str]]:
        asked.append("a page")
        yield "index.html", "one"

    with pytest.raises(CannotWrite, match="holds files that are not of a site"):
        write(str(tmp_path), never())
    assert inside(tmp_path) == {"notes.txt": "mine"}
    assert asked == []


@pytest.mark.parametrize("taken", ["role/x.html", "role"])
def test_somebodys_file_in_the_place_of_a_page_is_refused(taken: str, tmp_path: Path) -> None:
    write(str(tmp_path / "public"), PAGES)
    path = tmp_path / "public" / taken
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    before = inside(tmp_path)
    with pytest.raises(CannotWrite, match=r"and a page would go there|is not a folder"):
        write(str(tmp_path / "public"), [*PAGES, ("role/x.html", "x")])
    assert inside(tmp_path) == before


def test_a_file_and_a_link_are_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    for name, why in (("file", "is not a folder"), ("link", "is a link"), ("nowhere", "is a link")):
        with pytest.raises(CannotWrite, match=why) as caught:
            write(str(tmp_path / name), PAGES)
        assert caught.value.hint
    assert inside(tmp_path) == {"file": "mine"}


def test_nothing_is_written_or_deleted_through_a_link(tmp_path: Path) -> None:
    target, other = tmp_path / "public", tmp_path / "other"
    write(str(target), PAGES)
    other.mkdir()
    (other / "a.html").write_text("mine")
    for name in ("a.html", "b.html"):
        (target / "level" / name).unlink()
    (target / "level").rmdir()
    (target / "level").symlink_to(other)
    with pytest.raises(CannotWrite, match="is a link, or stands behind one"):
        write(str(target), PAGES)
    write(str(target), [("index.html", "two")])
    assert (other / "a.html").read_text() == "mine"


@pytest.mark.parametrize("line", ["../mine.txt", "/etc/hostname", "level/../../mine.txt", "..", ".", "", "level"])
def test_a_manifest_cannot_name_what_is_not_in_the_folder(line: str, tmp_path: Path) -> None:
    target = tmp_path / "public"
    write(str(target), PAGES)
    (tmp_path / "mine.txt").write_text("mine")
    with (target / MANIFEST).open("a") as manifest:
        manifest.write(f"{line}\n")
    write(str(target), PAGES)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert set(inside(target)) == {*dict(PAGES), MANIFEST}


def test_a_page_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[str, str]]:
        yield "index.html", "two"
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="no space left on device"):
        write(str(tmp_path / "public"), failing())
    assert os.listdir(tmp_path) == []
    write(str(tmp_path / "public"), PAGES)
    before = inside(tmp_path)
    with pytest.raises(CannotWrite, match="no space left on device"):
        write(str(tmp_path / "public"), failing())
    assert inside(tmp_path) == before
    assert os.listdir(tmp_path) == ["public"]


@pytest.mark.parametrize("when", range(8))
def test_a_move_that_fails_is_undone(when: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "public"
    write(str(target), PAGES)
    (target / "mine.txt").write_text("mine")
    before = inside(tmp_path)
    rename, calls = os.rename, iter(range(100))

    def failing(source: str, place: str) -> None:
        if next(calls) == when:
            raise OSError(5, "Input/output error")
        rename(source, place)

    monkeypatch.setattr("ladder.site.folder.os.rename", failing)
    with pytest.raises(CannotWrite, match="input/output error"):
        write(str(target), [("index.html", "two"), ("new/page.html", "new"), ("level/a.html", "a2"), ("z.html", "z")])
    assert inside(tmp_path) == before
    assert os.listdir(tmp_path) == ["public"]
    assert not (target / "new").exists()


def test_what_cannot_be_put_back_is_kept_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "public"
    write(str(target), PAGES)
    rename, calls = os.rename, iter(range(100))

    def failing(source: str, place: str) -> None:
        if 2 <= next(calls) < 5:
            raise OSError(5, "Input/output error")
        rename(source, place)

    monkeypatch.setattr("ladder.site.folder.os.rename", failing)
    with pytest.raises(CannotWrite, match="could not be put back") as caught:
        write(str(target), PAGES)
    kept = Path(caught.value.hint.removeprefix("its files are in "))
    everything = [*kept.rglob("*.html"), *target.rglob("*.html")]
    assert sorted(one.name for one in everything) == ["a.html", "b.html", "index.html"]


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(**where: str) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("ladder.site.folder.tempfile.mkdtemp", forbidden)
    with pytest.raises(CannotWrite, match="permission denied"):
        write(str(tmp_path / "public"), PAGES)
    assert os.listdir(tmp_path) == []
