"""The files of an import: whatever somebody points at is text, a tree, or one clear line."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.errors import CannotRead, InvalidLadder
from ladder.importing import files
from ladder.importing.files import REFUSED, SUFFIXES, File, opened
from ladder.reading import nodes
from ladders import write, write_all

FEW = settings(max_examples=60, deadline=None)


def a_file(folder: Path, raw: str | bytes, name: str = "mill.csv") -> File:
    return File(write(folder, raw, name))


def problem(file: File, what: str = "text") -> str:
    """What is wrong with a file, as `line:column: code: message | hint`."""
    with pytest.raises(InvalidLadder) as caught:
        getattr(file, what)
    (one,) = caught.value.problems
    assert one.path == file.path
    return f"{one.line}:{one.column}: {one.code}: {one.message}{' | ' if one.hint else ''}{one.hint}"


# -- text


HALF = "1:1: encoding: not the UTF-16 text that its first bytes promise | save the file as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_text_is_the_same_however_a_spreadsheet_wrote_it(encoding: str, ending: str, tmp_path: Path) -> None:
    text = ",L1\nGrün,日本 🌾\n"
    given = text.replace("\n", ending)
    mark = "\ufeff" if encoding.endswith("-mark") else ""
    raw = (mark + given).encode(encoding.removesuffix("-mark"))
    assert a_file(tmp_path, raw).text == text


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("Müller,L1\n".encode("latin-1"), "1:2: encoding: not UTF-8 text | save the file as UTF-8"),
        (b"a\nb\n\xff\n", "3:1: encoding: not UTF-8 text | save the file as UTF-8"),
        (b"a\nb\0c\n", "2:1: encoding: a NUL, which stands in no text | save the file as UTF-8"),
        (",L1\n".encode("utf-16-le"), "1:1: encoding: a NUL, which stands in no text | save the file as UTF-8"),
        (
            "ab".encode("utf-16") + b"c",
            "1:1: encoding: not the UTF-16 text that its first bytes promise | save the file as UTF-8",
        ),
        (
            b"\xff\xfe\x00\xd8",
            "1:1: encoding: not the UTF-16 text that its first bytes promise | save the file as UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_told_with_its_line_and_a_cure(raw: bytes, told: str, tmp_path: Path) -> None:
    assert problem(a_file(tmp_path, raw)) == told


def test_a_file_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "mill.csv"
    with open(path, "wb") as file:
        file.truncate(17 * 1024 * 1024)
    assert problem(File(str(path))).startswith("1:1: unreadable: larger than 16 MB | ")


def test_a_file_of_the_largest_size_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_BYTES", 8)
    assert a_file(tmp_path, "a" * 8).text == "a" * 8
    assert "unreadable" in problem(a_file(tmp_path, "a" * 9, "b.csv"))


@given(raw=st.binary(max_size=60))
@FEW
def test_any_bytes_are_text_or_one_problem(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = a_file(tmp_path_factory.getbasetemp(), raw, "any.csv")
    try:
        text = file.text
    except InvalidLadder as error:
        (one,) = error.problems
        text = one.message
    assert not {"\r", "\0"} & set(text)


# -- trees


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mill.yaml", "a: [1, true, ~, no, 1.50, 2026-06-25]\nb: {c: ''}\n"),
        ("mill.yml", "a: [1, true, ~, no, 1.50, 2026-06-25]\nb: {c: ''}\n"),
        ("mill.json", '{"a": [1, true, null, "no", 1.50, "2026-06-25"], "b": {"c": ""}}'),
        ("mill.md", "---\na: [1, true, ~, no, 1.50, 2026-06-25]\nb: {c: ''}\n---\nText: [\n"),
    ],
)
def test_yaml_json_and_front_matter_are_mappings_lists_and_text_as_it_is_written(
    name: str, text: str, tmp_path: Path
) -> None:
    assert a_file(tmp_path, text, name).tree == {
        "a": ["1", "true", None, "no", "1.50", "2026-06-25"],
        "b": {"c": ""},
    }


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("mill.yaml", "a: 1\nb: [1\n", "3:1: syntax: "),
        ("mill.json", '{"a": 1,\n "b" 2}', "2:6: syntax: not JSON: expecting ':' delimiter"),
        ("mill.json", '{"a": {"b": 1, "b": 2}}', "1:1: duplicate-key: the key 'b' is given twice in one object"),
        ("mill.json", "", "1:1: syntax: not JSON: expecting value"),
        ("mill.json", "[" * 100_000, "1:1: syntax: nested too deep"),
        ("mill.md", "---\ntitle: a\nb: [1\n---\n# Text\n", "4:"),
        ("mill.yaml", "a: &a [*a]\n", "1:4: syntax: an alias that contains itself"),
    ],
)
def test_what_is_none_is_told_with_its_place(name: str, text: str, told: str, tmp_path: Path) -> None:
    file = a_file(tmp_path, text, name)
    assert problem(file, "tree").startswith(told)
    assert file.tree_if_any is None


@pytest.mark.parametrize("name", ["mill.yaml", "mill.md"])
def test_a_key_that_is_given_twice_is_told_at_the_second(name: str, tmp_path: Path) -> None:
    text = "a: 1\nb: {c: 2, c: 3}\n"
    file = a_file(tmp_path, text if name == "mill.yaml" else f"---\n{text}---\n", name)
    line = 2 if name == "mill.yaml" else 3
    assert problem(file, "tree").startswith(f"{line}:11: duplicate-key: ")
    assert file.tree_if_any is None


def test_an_empty_file_is_no_tree(tmp_path: Path) -> None:
    for text in ("", "\n\n", "# a comment\n", "~"):
        assert a_file(tmp_path, text, "mill.yaml").tree is None


# -- front matter


def test_front_matter_and_what_follows_it_keep_their_lines(tmp_path: Path) -> None:
    front, rest = a_file(tmp_path, "---\ntitle: a\n---\n# L1\n", "mill.md").front
    assert (front.split("\n"), rest.split("\n")) == (["", "title: a"], ["", "", "", "# L1", ""])


@pytest.mark.parametrize(
    "text",
    [
        "# L1\n",
        "---\n# L1\n",
        "---\n\nSome: prose\n\n---\n# L1\n",
        "---\n# A title: of a page\n---\n",
        "---\nA sentence between rules.\n---\n# L1\n",
        "---\n- A list: of things\n---\n",
        "---\ntitle: never ended\n",
        "----\na: 1\n----\n",
        "",
    ],
)
def test_text_between_rules_is_no_front_matter(text: str, tmp_path: Path) -> None:
    file = a_file(tmp_path, text, "mill.md")
    assert file.front == ("", text)
    assert file.tree is None


@pytest.mark.parametrize("ending", ["---", "...", "---  "])
def test_front_matter_may_end_in_either_way(ending: str, tmp_path: Path) -> None:
    assert a_file(tmp_path, f"---\n'a b': 1\n{ending}\n", "mill.md").tree == {"a b": "1"}


@given(lines=st.lists(st.sampled_from(["---", "...", "a: 1", "# L1", "- x", "", "b: ["]), max_size=8))
@FEW
def test_no_line_of_a_page_is_lost_or_moved(lines: list[str]) -> None:
    file = File("mill.md")
    file.__dict__["text"] = "\n".join(lines)
    front, rest = (part.split("\n") for part in file.front)
    for place, line in enumerate(lines):
        assert line in ("---", "...") or line in (*front[place : place + 1], *rest[place : place + 1])


# -- which files


def test_links_pipes_and_devices_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    write_all(tmp_path / "far", {"secret.md": "x"})
    write_all(tmp_path / "in", {"a.md": "x"})
    (tmp_path / "in/link.md").symlink_to(tmp_path / "far/secret.md")
    (tmp_path / "in/folder").symlink_to(tmp_path / "far")
    (tmp_path / "in/nowhere.md").symlink_to("nowhere")
    (tmp_path / "in/zero.md").symlink_to("/dev/zero")
    (tmp_path / "in/round").symlink_to(".")
    os.mkfifo(tmp_path / "in/pipe.md")
    assert [file.name for file in opened([str(tmp_path / "in")])] == ["a.md"]


def test_a_file_that_is_named_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "x", "a.md")
    (tmp_path / "link.md").symlink_to("a.md")
    assert opened([str(tmp_path / "link.md")])[0].text == "x"


def test_a_pipe_or_device_that_is_named_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (str(tmp_path / "pipe.csv"), "/dev/zero", "/dev/null"):
        with pytest.raises(CannotRead, match="is no file") as caught:
            opened([path])
        assert caught.value.hint == "save what it gives as a file, and import that"


@pytest.mark.parametrize("name", [*REFUSED, ".PDF"])
def test_what_only_another_program_reads_is_told_how_to_save(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, b"PK\x03\x04", f"mill{name}")
    with pytest.raises(CannotRead) as caught:
        opened([path])
    assert caught.value.hint == REFUSED[name.lower()][1]
    assert not set(REFUSED) & set(SUFFIXES)


def test_where_there_is_nothing_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "other", "x", "a.exe")
    for folder in ("empty", "other"):
        with pytest.raises(CannotRead, match="nothing to import") as caught:
            opened([str(tmp_path / folder)])
        assert ".csv" in caught.value.hint
    with pytest.raises(CannotRead, match="no file 'nowhere'"):
        opened(["nowhere"])


def test_a_folder_of_a_disk_is_refused_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    write_all(tmp_path, dict.fromkeys(["a.md", "b/c.md", "d.md"], "x"))
    assert len(opened([str(tmp_path)])) == 3
    write(tmp_path, "x", "e.md")
    with pytest.raises(CannotRead, match="more than 3 files"):
        opened([str(tmp_path)])


def test_a_folder_that_may_not_be_listed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "x", "a/b.md")

    def refuse(path: str, **_: object) -> Any:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(CannotRead, match="cannot be read: permission denied"):
        opened([str(tmp_path)])


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=12,
    )
)
@FEW
def test_every_text_of_a_json_file_is_in_its_tree(value: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = a_file(tmp_path_factory.getbasetemp(), json.dumps(value), "any.json")

    def worded(one: Any) -> Any:
        if isinstance(one, dict):
            return {key: worded(inner) for key, inner in one.items()}
        if isinstance(one, list):
            return [worded(inner) for inner in one]
        return None if one is None else str(one).lower() if isinstance(one, bool) else str(one)

    assert file.tree == worded(value)


def test_what_a_merge_key_brings_belongs_to_the_mapping_and_what_is_there_only_for_that_is_left_out(
    tmp_path: Path,
) -> None:
    text = "base: &base {text: Grinds, tag: a}\nother:\n  <<: *base\n  tag: b\n"
    assert File(write(tmp_path, text, "mill.yaml")).tree == {"other": {"text": "Grinds", "tag": "b"}}
