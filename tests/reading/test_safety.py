"""Nothing is read at which nobody pointed, and whatever stands in a ladder's place is one clear line with a code."""

import os
from pathlib import Path
from typing import Final

import pytest

from ladder import api, shelf
from ladder.errors import LadderError, Problem
from ladder.model import Ladder
from ladder.reading import nodes
from ladder.reading.folder import Folder
from ladders import SMALL, problems_of, read, write, write_all

HIDDEN: Final = "title: Secret\nfoo: hidden-word\n"


def told(path: str) -> list[str]:
    """Each problem as `file:line:col code`, its file counted from the ladder's parent."""
    above = os.path.dirname(path)
    found = [f"{os.path.relpath(one.path, above)}:{one.line}:{one.column} {one.code}" for one in problems_of(path)]
    return [line.replace(os.sep, "/") for line in found]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder to which nobody points, with files that would be parts of a ladder."""
    names = ("ladder.yaml", "secret.yaml", "levels/secret.yaml", "sources.yaml")
    return Path(write_all(tmp_path / "far" / "outside", dict.fromkeys(names, HIDDEN)))


# -- links


PARTS: Final = (
    "ladder.yaml",
    "levels/secret.yaml",
    "roles/secret.yaml",
    "comp/secret.yaml",
    "sources.yaml",
    "companies.yaml",
    "archetypes.yaml",
)


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("how", ["absolute", "relative"])
def test_a_link_that_leaves_the_ladders_folder_is_refused_and_not_read(
    name: str, how: str, tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\n"})
    link = tmp_path / "mill" / name
    link.unlink(missing_ok=True)
    link.parent.mkdir(exist_ok=True)
    target = outside / "secret.yaml"
    link.symlink_to(target if how == "absolute" else os.path.relpath(target, link.parent))
    opened: list[str] = []
    really = nodes.read_bytes

    def noted(path: str, shown: str, **more: int) -> bytes:
        opened.append(os.path.realpath(path))
        return really(path, shown, **more)

    monkeypatch.setattr(nodes, "read_bytes", noted)
    (problem,) = api.validate(path).problems
    assert (problem.path, problem.line, problem.column, problem.code) == (str(link), 1, 1, "outside")
    assert str(target) not in opened


def test_a_folder_of_levels_that_is_a_link_out_gives_nothing_away(tmp_path: Path, outside: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\n"})
    (tmp_path / "mill/levels").symlink_to(outside / "levels")
    told = f"{path}/levels:1:1: error[outside]: the link leaves the ladder's folder"
    for ask in (
        lambda: read(path),
        lambda: api.show("secret", ladder=path),
        lambda: api.show("secre", ladder=path),
        lambda: api.search("hidden", ladder=path),
        lambda: api.list(ladder=path),
    ):
        with pytest.raises(LadderError) as refused:
            ask()
        assert [str(one) for one in getattr(refused.value, "problems", ())] == [told]
        assert "secret" not in f"{refused.value.message} {refused.value.hint}"
    assert [str(one) for one in api.validate(path).problems] == [told]


@pytest.mark.parametrize("named", ["secret", "secre"])
def test_a_level_that_only_a_link_out_has_is_one_without_a_file(named: str, tmp_path: Path, outside: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": f"format: 1\nlevels: [{named}]\n"})
    (tmp_path / "mill/levels").symlink_to(outside / "levels")
    problems = api.validate(path).problems
    assert sorted(one.code for one in problems) == ["no-file", "outside"]
    assert "did you mean" not in " ".join(one.hint for one in problems)


@pytest.mark.parametrize("part", ["roles", "comp"])
def test_any_part_that_is_a_link_out_is_one_problem(part: str, tmp_path: Path, outside: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\n"})
    (tmp_path / "mill" / part).symlink_to(outside)
    assert told(path) == [f"mill/{part}:1:1 outside"]


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", {**SMALL, "shared/master.yaml": SMALL["levels/master.yaml"]})
    (tmp_path / "mill/levels/master.yaml").unlink()
    (tmp_path / "mill/levels/master.yaml").symlink_to("../shared/master.yaml")
    (tmp_path / "mill/roles").rename(tmp_path / "mill/disciplines")
    (tmp_path / "mill/roles").symlink_to("disciplines")
    assert read(path) == read(write_all(tmp_path / "plain" / "mill", SMALL))


def test_a_ladder_to_which_one_points_through_a_link_is_read(tmp_path: Path) -> None:
    write_all(tmp_path / "deep" / "mill", SMALL)
    write(tmp_path / "deep", "format: 1\ntitle: One\n", "one.yaml")
    (tmp_path / "to-mill").symlink_to("deep/mill")
    (tmp_path / "to-deep").symlink_to("deep")
    (tmp_path / "to-one.yaml").symlink_to("deep/one.yaml")
    assert read(str(tmp_path / "to-mill")).order == read(f"{tmp_path}/to-deep/mill").order
    assert read(f"{tmp_path}/to-mill/").order == read(f"{tmp_path}/deep/mill").order
    assert read(str(tmp_path / "to-one.yaml")).title == "One"


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\nlevels: [a]\n"})
    (tmp_path / "mill/levels").mkdir()
    (tmp_path / "mill/levels/a.yaml").symlink_to("a.yaml")
    (problem,) = problems_of(path)
    assert (problem.path, problem.code) == (f"{path}/levels/a.yaml", "unreadable")


# -- extends


@pytest.mark.parametrize(
    "target",
    ["../../far/outside", "{far}/outside", "../linked", "/", "/etc", "../../..", "/dev/zero", "file:///etc"],
)
def test_a_ladder_that_is_neither_beside_nor_on_the_path_is_not_extended(
    target: str, tmp_path: Path, outside: Path
) -> None:
    (tmp_path / "near").mkdir()
    (tmp_path / "near/linked").symlink_to(outside)
    text = f"format: 1\nextends: {target.format(far=outside.parent)}\n"
    path = write_all(tmp_path / "near" / "mill", {"ladder.yaml": text})
    (problem,) = problems_of(path)
    code = "extends" if target.startswith("file:") else "outside"  # no more than the name of a folder in here
    assert (problem.path, problem.line, problem.code) == (f"{path}/ladder.yaml", 2, code)
    assert "hidden-word" not in str(problem)


def test_where_the_other_ladder_may_stand_is_said_in_the_hint(tmp_path: Path, outside: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\nextends: ../far/../../x\n"})
    (problem,) = problems_of(path)
    assert problem.message == "'../far/../../x' is outside the folders that ladder may read"
    assert problem.hint == "put the ladder beside this one, or add its folder to LADDER_PATH"


def test_a_ladder_beside_inside_or_on_the_path_is_extended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("near/beside", "near/mill/inside", "far/shelf/other"):
        write_all(tmp_path / place, {"ladder.yaml": f"format: 1\nlicence: {place}\n"})
    for target in ("../beside", "../beside/ladder.yaml", "inside", "./inside/", "../mill/inside"):
        path = write_all(tmp_path / "near/mill", {"ladder.yaml": f"format: 1\nextends: {target}\n"})
        assert api.load(path).licence.startswith("near/")
    path = write_all(tmp_path / "near/mill", {"ladder.yaml": "format: 1\nextends: ../../far/shelf/other\n"})
    assert api.validate(path).valid is False
    monkeypatch.setenv("LADDER_PATH", str(tmp_path / "far/shelf"))
    assert api.load(path).licence == "far/shelf/other"
    assert api.validate(path).valid


def test_the_other_ladder_reaches_no_further_than_the_first(tmp_path: Path, outside: Path) -> None:
    write_all(tmp_path / "near/other", {"ladder.yaml": "format: 1\nextends: ../../far/outside\n"})
    path = write_all(tmp_path / "near/mill", {"ladder.yaml": "format: 1\nextends: ../other\n"})
    (problem,) = problems_of(path)
    assert (os.path.relpath(problem.path, tmp_path), problem.code) == ("near/other/ladder.yaml", "outside")


def test_a_link_out_of_the_other_ladders_folder_is_refused(tmp_path: Path, outside: Path) -> None:
    write_all(tmp_path / "other", {"ladder.yaml": "format: 1\nlevels: [secret]\n"})
    (tmp_path / "other/levels").mkdir()
    (tmp_path / "other/levels/secret.yaml").symlink_to(outside / "secret.yaml")
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\nextends: ../other\n"})
    assert told(path) == ["other/levels/secret.yaml:1:1 outside"]


# -- what is no text


@pytest.mark.parametrize(
    ("raw", "place", "code"),
    [
        (b"title: a\x00b\n", "1:9", "encoding"),
        (b"title: A\nsummary: caf\xe9\n", "2:13", "encoding"),
        ("title: A".encode("utf-16"), "1:1", "encoding"),
        (b"\xff\xd8\xff\xe0 a picture", "1:1", "encoding"),
        (b"title: \x1b[31mred\n", "1:8", "encoding"),
        (b"title: A\r\nsumary: B\r\n", "2:1", "unknown-key"),
        (b"\xef\xbb\xbftitle: A\nsumary: B\n", "2:1", "unknown-key"),
        (b"title: A\rsumary: B\r", "2:1", "unknown-key"),
        (b"   \n\n", "1:1", "empty"),
        (b"\xef\xbb\xbf", "1:1", "empty"),
        (b"PK\x03\x04", "1:3", "encoding"),
    ],
)
def test_bytes_in_a_levels_place_are_one_problem_with_a_code(raw: bytes, place: str, code: str, tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\nlevels: [a]\n", "levels/a.yaml": raw})
    assert told(path) == [f"mill/levels/a.yaml:{place} {code}"]


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf%s", b"%s"])
@pytest.mark.parametrize("ending", [b"\r\n", b"\n"])
def test_line_ends_and_marks_of_any_editor_change_nothing(raw: bytes, ending: bytes, tmp_path: Path) -> None:
    def saved(text: str) -> bytes:
        return raw % text.encode().replace(b"\n", ending)

    path = write_all(tmp_path / "mill", {name: saved(text) for name, text in SMALL.items()})
    assert read(path) == read(write_all(tmp_path / "plain" / "mill", SMALL))


def test_a_file_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\nlevels: [a]\n", "levels/a.yaml": "title: A\n"})
    with open(tmp_path / "mill/levels/a.yaml", "r+b") as file:
        file.truncate(nodes.MAX_BYTES + 1)
    (problem,) = problems_of(path)
    assert (problem.code, problem.message) == ("unreadable", "larger than 16 MB")


# -- what is no file


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(("make", "code"), [(_pipe, "unreadable"), (_zeros, "outside"), (_folder, "unreadable")])
@pytest.mark.parametrize("name", ["archetypes.yaml", "roles/w.yaml", "levels/a.yaml"])
def test_a_pipe_a_device_and_a_folder_are_one_problem_with_a_code(
    make: object, code: str, name: str, tmp_path: Path
) -> None:
    files = {"ladder.yaml": "format: 1\nlevels: [a]\n", "levels/a.yaml": "title: A\n", "roles/x.yaml": "level: a\n"}
    path = write_all(tmp_path / "mill", files)
    (tmp_path / "mill" / name).unlink(missing_ok=True)
    make(tmp_path / "mill" / name)  # type: ignore[operator]
    assert told(path) == [f"mill/{name}:1:1 {code}"]


@pytest.mark.parametrize("make", [_pipe, _folder])
def test_a_header_that_is_no_file_is_a_ladder_that_cannot_be_read(make: object, tmp_path: Path) -> None:
    (tmp_path / "mill").mkdir()
    make(tmp_path / "mill/ladder.yaml")  # type: ignore[operator]
    assert told(str(tmp_path / "mill")) == ["mill/ladder.yaml:1:1 unreadable"]


def test_a_shelf_of_pipes_devices_and_broken_links_holds_no_ladder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zeros.yaml").symlink_to("/dev/zero")
    (tmp_path / "nothing.yaml").symlink_to("nowhere")
    (tmp_path / "folder.yaml").mkdir()
    write(tmp_path, b"\x00\xff", "binary.yaml")
    monkeypatch.chdir(tmp_path)
    assert list(shelf.standing()) == ["industry"]
    monkeypatch.setenv("LADDER_PATH", str(tmp_path))
    assert list(shelf.standing()) == ["industry", "binary"]
    assert [one.problem != "" for one in api.ladders().ladders] == [False, True]


@pytest.mark.parametrize("name", ["levels", "roles", "comp"])
def test_a_file_in_the_place_of_a_folder_is_said(name: str, tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", {"ladder.yaml": "format: 1\n", name: "title: A\n"})
    with pytest.raises(LadderError) as said:
        read(path)
    assert f"{name}' cannot be read: not a directory" in said.value.message


def test_a_file_that_may_not_be_read_is_one_problem_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_all(tmp_path / "mill", {**SMALL, "levels/foreman.yaml": "titel: x\n"})
    really = os.open

    def refuse(file: str, *more: int) -> int:
        if file.endswith("master.yaml"):
            raise PermissionError(13, "Permission denied")
        return really(file, *more)

    monkeypatch.setattr(os, "open", refuse)
    assert told(path) == ["mill/levels/foreman.yaml:1:1 unknown-key", "mill/levels/master.yaml:1:1 unreadable"]


def test_no_problem_repeats_more_than_a_line_of_what_a_file_holds(tmp_path: Path) -> None:
    long, key = "x" * 100_000, "k" * 1000
    text = f"format: {long}\n{key}: 1\nlevels: [{{id: a, rank: {long}, track: {long}}}]\n"
    problems: tuple[Problem, ...] = problems_of(write(tmp_path, text))
    assert len(problems) == 4
    assert all(len(one.message) < 150 for one in problems)


def test_a_ladder_that_was_opened_stays_as_it_was_read(small_ladder: str) -> None:
    folder = Folder(small_ladder)
    before: Ladder = folder.ladder()
    write(Path(small_ladder), "titel: x\n", "levels/miller.yaml")
    assert folder.ladder() == before
