"""`ladder init`: all of a ladder or nothing, and nothing that stood there is lost."""

import errno
import json
import os
import re
import shlex
import stat
from pathlib import Path
from typing import Any

import pytest

from ladder import api
from ladder.cli import saving
from ladder.errors import CannotWrite
from ladder.packaged import SCHEMA_FILE
from ladders import SMALL, read, write, write_all
from running import Run

STARTER = {"ladder.yaml", SCHEMA_FILE, "levels/l3.yaml", "levels/l4.yaml", "levels/l5.yaml"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command runs."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def texts(folder: Path) -> dict[str, str]:
    """All files below a folder, hidden ones too, by their paths in it."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text() for path in found}


def made(run: Run, *arguments: str) -> None:
    """Runs the command, which says on standard error what one may do next, and nothing else."""
    ran = run("init", *arguments)
    assert (ran.code, ran.out) == (0, "")
    assert "is a ladder now" in ran.err


def refused(run: Run, *arguments: str) -> str:
    """Runs the command, which refuses in one line and a hint; the line."""
    ran = run("init", *arguments)
    assert (ran.code, ran.out) == (1, "")
    line, *rest = ran.err.splitlines()
    assert line.startswith("error: ")
    assert [one for one in rest if one and not one.startswith("hint: ")] == []
    return line.removeprefix("error: ")


# -- the small ladder


def test_a_name_becomes_a_folder_that_validates_without_a_warning(run: Run, here: Path) -> None:
    made(run, "acme")
    assert set(texts(here / "acme")) == STARTER
    answer = api.validate("acme", strict=True, today="2026-11-20")
    assert (answer.valid, answer.problems) == (True, ())
    ladder = read("acme")
    assert (ladder.title, ladder.order) == ("acme", ("l3", "l4", "l5"))
    assert all(level.title and level.summary and level.expects for level in ladder.levels.values())


def test_with_single_it_is_one_file_with_the_same_ladder(run: Run, here: Path) -> None:
    made(run, "acme")
    made(run, "acme", "--single")
    made(run, "acme.yml")
    assert sorted(os.listdir(here)) == ["acme", "acme.yaml", "acme.yml"]
    assert read("acme.yaml") == read("acme.yml") == read("acme")
    assert api.validate("acme.yaml", strict=True).valid


def test_every_file_names_the_schema_by_its_path_from_there(run: Run, here: Path) -> None:
    made(run, "acme")
    for name in STARTER - {SCHEMA_FILE}:
        first, _ = (here / "acme" / name).read_text().split("\n", 1)
        match = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
        assert match
        assert (here / "acme" / name).parent.joinpath(match[1]).resolve() == (here / "acme" / SCHEMA_FILE).resolve()
    assert json.loads((here / "acme" / SCHEMA_FILE).read_text())["$schema"].startswith("http")


def test_what_the_comments_offer_is_valid_once_it_is_no_comment(run: Run, here: Path) -> None:
    made(run, "acme")
    for file in (here / "acme").rglob("*.yaml"):
        offered = re.sub(r"(?m)^( *)# (?= *(?:[a-z]+:|- ))(?!extends)", r"\1", file.read_text())
        file.write_text(offered)
    assert [str(one) for one in api.validate("acme").problems if one.code != "shares"] == []
    ladder = read("acme")
    assert (len(ladder.tracks), len(ladder.competencies), len(ladder.activities), len(ladder.topics)) == (2, 4, 2, 1)
    assert ladder.levels["l4"].next[0].to == "l5"


def test_what_it_says_one_may_do_next_runs(run: Run, here: Path) -> None:
    for name in ("acme", "my ladder", "-mine", "./$(x) 'y'", "one.yaml", "-one.yaml"):
        ran = run("init", "--", name)
        lines = re.findall(r"`ladder ([^`]+)`", ran.err)
        assert len(lines) == (3 if name.endswith(".yaml") else 2)
        for line in lines:
            assert run(*shlex.split(line), *(["--force"] if "-o" in line else [])).code == 0, line


@pytest.mark.parametrize(
    "name",
    ["my ladder", "o'clock", 'a "b"', "a: b # c", "- x", "[a]", "{a}", "*a", "&a", "!a", "%a", "日本", "1", "no"],
)
def test_any_name_is_a_title_as_it_is_written(name: str, run: Run, here: Path) -> None:
    made(run, "--", name)
    made(run, "--single", "--", name)
    assert (read(name).title, read(f"{name}.yaml").title) == (name, name)
    assert api.validate(f"./{name}", strict=True).valid


def test_a_slash_at_the_end_of_a_file_s_name_is_none_of_it(run: Run, here: Path) -> None:
    made(run, "foo/", "--single")
    made(run, "bar/")
    assert (read("foo.yaml").title, read("bar").title) == ("foo", "bar")
    assert sorted(os.listdir(here)) == ["bar", "foo.yaml"]


NAMELESS = [
    "",
    ".yaml",
    ".yml",
    "a/.yaml",
    "   ",
    "  .yaml",
    "/",
    "a\nb",
    "a\x1b[31m",
    "\x07.yaml",
    "\u202ered",
    "\udcff",
]


@pytest.mark.parametrize("name", [*NAMELESS, "\udcff\udcfe.yaml", "\x00", "\ud800"])
def test_what_cannot_be_a_name_is_one_line_and_a_hint_and_nothing_is_written(name: str, run: Run, here: Path) -> None:
    for more in ([], ["--single"], ["--force"], ["--from", "industry"]):
        ran = run("init", *more, "--", name)
        assert (ran.code, ran.out) == (2, ""), more
        line, _, hint = ran.err.splitlines()
        assert line.startswith("error: a ladder cannot be called '"), more
        assert hint == "hint: name a folder, or a file that ends in .yaml"
        assert not {"\x1b", "\x07", "\u202e"} & set(ran.err)
        assert os.listdir(here) == []


def test_a_folder_above_may_be_called_as_the_disk_has_it(run: Run, here: Path) -> None:
    made(run, "\udcff/acme")
    assert read("\udcff/acme").title == "acme"


def test_this_folder_may_be_made_a_ladder(run: Run, here: Path) -> None:
    write(here, "keep me", "notes.txt")
    made(run, ".")
    assert set(texts(here)) == STARTER | {"notes.txt"}
    assert read(".").title == "here"


# -- a copy


def test_a_copy_of_the_bundled_ladder_is_that_ladder(run: Run, here: Path) -> None:
    made(run, "acme", "--from", "industry")
    assert read("acme") == api.load()._replace(name="acme")
    assert api.validate("acme", strict=True, today="2026-11-20").valid


def test_a_copy_is_made_from_a_path_too_with_its_comments(run: Run, here: Path) -> None:
    write_all(here / "mill", {**SMALL, "levels/master.yaml": "# By the river.\n" + SMALL["levels/master.yaml"]})
    made(run, "acme", "--from", "mill")
    assert read("acme") == read("mill")._replace(name="acme")
    assert "# By the river.\n" in (here / "acme/levels/master.yaml").read_text()
    assert set(texts(here / "acme")) == {*SMALL, SCHEMA_FILE}


def test_a_folder_becomes_one_file_and_one_file_a_folder_and_both_are_the_same_ladder(run: Run, here: Path) -> None:
    write_all(here / "mill", SMALL)
    made(run, "one", "--from", "mill", "--single")
    made(run, "two", "--from", "one.yaml")
    made(run, "three.yaml", "--from", "two")
    ladder = read("mill")
    for name, path in (("one", "one.yaml"), ("two", "two"), ("three", "three.yaml")):
        assert read(path) == ladder._replace(name=name)
    assert set(texts(here / "two")) == {*SMALL, "archetypes.yaml", SCHEMA_FILE}


def test_the_bundled_ladder_survives_both_conversions(run: Run, here: Path) -> None:
    made(run, "one.yaml", "--from", "industry")
    made(run, "two", "--from", "one.yaml")
    assert read("two") == read("one.yaml")._replace(name="two") == api.load()._replace(name="two")


def test_one_file_stays_one_file_to_the_letter(run: Run, here: Path) -> None:
    text = "# mine\nformat: 1\nlevels: [{id: a}]   # one\n"
    write(here, text)
    made(run, "copy.yaml", "--from", "acme.yaml")
    assert (here / "copy.yaml").read_text() == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "no ladder at 'other.yaml'"),
        ("format: 1\nextends: base.yaml\n", "'other' extends another ladder"),
    ],
)
def test_what_cannot_be_copied_is_said_and_nothing_written(
    text: str | None, message: str, run: Run, here: Path
) -> None:
    write(here, "format: 1\n", "base.yaml")
    if text is not None:
        write(here, text, "other.yaml")
    before = texts(here)
    assert refused(run, "acme", "--from", "other.yaml") == message
    assert texts(here) == before


def test_an_invalid_ladder_is_not_copied(run: Run, here: Path) -> None:
    write(here, "format: 1\ntitel: x\n", "other.yaml")
    ran = run("init", "acme", "--from", "other.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "other.yaml:2:1: error[unknown-key]" in ran.err
    assert not (here / "acme").exists()


# -- what stood there


@pytest.mark.parametrize("name", sorted(STARTER))
def test_nothing_is_overwritten_unless_forced(name: str, run: Run, here: Path) -> None:
    write(here / "acme", "mine", name)
    before = texts(here)
    assert refused(run, "acme") == f"'acme/{name.partition('/')[0]}' exists"
    assert texts(here) == before
    assert "`--force`" in run("init", "acme").err


def test_a_file_is_not_overwritten_unless_forced(run: Run, here: Path) -> None:
    write(here, "mine")
    assert refused(run, "acme", "--single") == refused(run, "acme.yaml") == "'acme.yaml' exists"
    assert (here / "acme.yaml").read_text() == "mine"
    made(run, "acme.yaml", "--force")
    assert read("acme.yaml").order == ("l3", "l4", "l5")


def test_a_folder_that_holds_other_things_keeps_them(run: Run, here: Path) -> None:
    others = {"notes.md": "mine", ".git/config": "mine", "docs/levels/x.md": "mine", ".gitignore": "mine"}
    write_all(here / "acme", others)
    made(run, "acme")
    made(run, "acme", "--force")
    found = texts(here / "acme")
    assert set(found) == STARTER | set(others)
    assert {name: found[name] for name in others} == others


def test_with_force_the_levels_and_roles_of_the_old_ladder_make_room(run: Run, here: Path) -> None:
    old = {**SMALL, "notes.md": "mine", ".git/HEAD": "mine"}
    del old["comp/guild.yaml"], old["companies.yaml"], old["sources.yaml"]
    write_all(here / "acme", old)
    made(run, "acme", "--force")
    assert set(texts(here / "acme")) == STARTER | {"notes.md", ".git/HEAD"}
    assert api.validate("acme", strict=True).valid


def test_over_a_copy_of_the_bundled_ladder_the_small_one_is_valid_and_what_is_no_part_of_it_stays(
    run: Run, here: Path
) -> None:
    made(run, "acme", "--from", "industry")
    others = {"notes.md": "mine", ".git/HEAD": "mine", "LICENSE": "mine", "levels.md": "mine"}
    write_all(here / "acme", others)
    assert refused(run, "acme") == "'acme/levels' exists"
    made(run, "acme", "--force")
    assert set(texts(here / "acme")) == STARTER | set(others)
    assert api.validate("acme", strict=True, today="2026-11-20").problems == ()


@pytest.mark.parametrize("name", ["comp/z.yaml", "roles/a.yaml", "levels/x.md", "sources.yaml", "archetypes.yaml"])
def test_what_would_be_read_as_a_part_of_the_ladder_is_not_taken_for_free(name: str, run: Run, here: Path) -> None:
    write(here / "acme", "x: 1\n", name)
    assert refused(run, "acme") == f"'acme/{name.partition('/')[0]}' exists"
    assert set(texts(here / "acme")) == {name}


def test_an_empty_folder_or_a_link_in_the_place_of_a_part_is_not_free_either(run: Run, here: Path) -> None:
    (here / "acme/roles").mkdir(parents=True)
    (here / "mill").mkdir()
    (here / "mill/comp").symlink_to("nowhere")
    assert refused(run, "acme") == "'acme/roles' exists"
    assert refused(run, "mill") == "'mill/comp' exists"
    assert texts(here) == {}


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_file_is_no_folder_and_a_folder_no_file_whatever_is_forced(force: list[str], run: Run, here: Path) -> None:
    write(here, "mine", "file")
    (here / "folder").mkdir()
    (here / "to-nowhere").symlink_to("nowhere")
    assert refused(run, "file", *force) == "'file' is not a folder"
    assert refused(run, "to-nowhere", *force) == "'to-nowhere' is not a folder"
    assert (here / "file").read_text() == "mine"
    assert sorted(os.listdir(here)) == ["file", "folder", "to-nowhere"]
    with pytest.raises(CannotWrite, match="'folder' is a folder"):
        saving.write_ladder("folder", "format: 1\n", force=bool(force))


def test_a_folder_through_a_link_is_filled_where_it_stands(run: Run, here: Path) -> None:
    (here / "real").mkdir()
    (here / "link").symlink_to("real")
    made(run, "link")
    assert (here / "link").is_symlink()
    assert set(texts(here / "real")) == STARTER


def test_folders_above_are_made_and_where_they_cannot_be_that_is_said(run: Run, here: Path) -> None:
    made(run, "a/b/c")
    assert set(texts(here / "a")) == {f"b/c/{name}" for name in STARTER}
    write(here, "mine", "file")
    assert refused(run, "file/acme").startswith(f"cannot write '{here}/file/acme': ")
    assert refused(run, "x" * 300).endswith("file name too long")
    assert sorted(os.listdir(here)) == ["a", "file"]


def test_new_folders_are_as_open_as_the_user_wants_them(run: Run, here: Path) -> None:
    before = os.umask(0o027)
    try:
        made(run, "acme")
    finally:
        os.umask(before)
    assert stat.S_IMODE((here / "acme").stat().st_mode) == 0o750
    assert stat.S_IMODE((here / "acme/levels/l3.yaml").stat().st_mode) == 0o640


# -- a failure in the middle


def tree(folder: Path) -> dict[str, str | None]:
    """All that stands in a folder: files with their texts, folders with None."""
    return {str(path.relative_to(folder)): path.read_text() if path.is_file() else None for path in folder.rglob("*")}


@pytest.mark.parametrize("failing", range(1, 9))
def test_whichever_move_fails_all_is_as_it_was(
    failing: int, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(here / "acme", {**SMALL, "ladder.schema.json": "{}", "notes.md": "mine"})
    before, moves, really = tree(here), 0, os.rename

    def rename(source: str, target: str) -> None:
        nonlocal moves
        moves += 1
        if moves == failing:
            raise OSError(errno.EIO, "Input/output error")
        really(source, target)

    monkeypatch.setattr(os, "rename", rename)
    ran = run("init", "acme", "--force")
    if moves < failing:
        assert (ran.code, failing) == (0, 8)  # seven moves make it: four out, three in
    else:
        assert (ran.code, ran.err) == (1, f"error: cannot write '{here}/acme': input/output error\n")
        assert tree(here) == before
    assert not [name for name in tree(here) if ".ladder-" in name]


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("failing", range(1, 6))
def test_a_disk_that_is_full_half_way_leaves_all_as_it_was(
    failing: int, exists: bool, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if exists:
        write_all(here / "acme", SMALL)
    before, opened, really = tree(here), 0, open

    def full(path: str, mode: str = "r", **more: Any) -> object:
        nonlocal opened
        if mode == "w":
            opened += 1
            if opened == failing:
                raise OSError(errno.ENOSPC, "No space left on device")
        return really(path, mode, **more)

    monkeypatch.setattr(saving, "open", full, raising=False)
    assert refused(run, "acme", "--force") == f"cannot write '{here}/acme': no space left on device"
    assert tree(here) == before


@pytest.mark.parametrize("stopped", [1, 2, 3, 6, 11])
@pytest.mark.parametrize("failing", range(3, 8))
def test_where_nothing_can_be_moved_back_either_nothing_is_deleted_and_the_error_says_where_it_is(
    failing: int, stopped: int, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the move `failing` on none succeeds, but for the moves from `failing + stopped` on."""
    write_all(here / "acme", {**SMALL, "notes.md": "mine"})
    before, moves, really = tree(here), 0, os.rename

    def rename(source: str, target: str) -> None:
        nonlocal moves
        moves += 1
        if failing <= moves < failing + stopped:
            raise OSError(errno.EIO, "Input/output error")
        really(source, target)

    monkeypatch.setattr(os, "rename", rename)
    ran = run("init", "acme", "--force")
    monkeypatch.undo()
    after = tree(here)
    assert (ran.code, ran.out) == (1, "")
    mine = [text for text in before.values() if text is not None]
    assert [text for text in mine if text not in after.values()] == []
    line, *hint = [one for one in ran.err.splitlines() if one]
    if line == f"error: cannot write '{here}/acme': input/output error":
        assert (hint, after) == ([], before)
        return
    named = line.removeprefix(f"error: cannot write '{here}/acme', and could not put back ").split(", ")
    (kept,) = hint
    (place,) = shlex.split(kept.removeprefix("hint: what was there is in "))
    assert sorted(os.listdir(place)) == sorted(named)
    assert {f"acme/{name}" for name in named} <= set(before)


def test_ctrl_c_while_all_is_moved_back_deletes_nothing(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(here / "acme", SMALL)
    before, moves, really = tree(here), 0, os.rename

    def rename(source: str, target: str) -> None:
        nonlocal moves
        moves += 1
        if moves in (4, 6):
            raise KeyboardInterrupt
        really(source, target)

    monkeypatch.setattr(os, "rename", rename)
    assert run("init", "acme", "--force").code == 130
    after = tree(here)
    assert [text for text in before.values() if text is not None and text not in after.values()] == []


def test_a_folder_that_may_not_be_written_is_said(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert refused(run, "acme") == f"cannot write '{here}/acme': permission denied"
    assert os.listdir(here) == []


@pytest.mark.parametrize("stopped", range(1, 8))
def test_ctrl_c_between_any_moves_leaves_all_as_it_was(
    stopped: int, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(here / "acme", SMALL)
    before, moves, really = tree(here), 0, os.rename

    def rename(source: str, target: str) -> None:
        nonlocal moves
        moves += 1
        if moves == stopped:
            raise KeyboardInterrupt
        really(source, target)

    monkeypatch.setattr(os, "rename", rename)
    assert run("init", "acme", "--force") == (130, "", "")
    assert tree(here) == before


def test_the_header_moves_last_so_that_half_a_ladder_is_none(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "acme").mkdir()
    moved, really = [], os.rename

    def rename(source: str, target: str) -> None:
        moved.append(os.path.basename(target))
        really(source, target)

    monkeypatch.setattr(os, "rename", rename)
    made(run, "acme")
    assert moved[-1] == "ladder.yaml"
    assert sorted(moved) == sorted({name.partition("/")[0] for name in STARTER})


# -- the command line


def test_wrong_usage_is_one_line_and_a_hint(run: Run, here: Path) -> None:
    for line in (["init"], ["init", "a", "b"], ["init", "a", "-f", "csv"], ["init", "a", "--from"]):
        ran = run(*line)
        assert (ran.code, ran.out) == (2, "")
        assert "--help` shows what it takes" in ran.err
    assert os.listdir(here) == []
