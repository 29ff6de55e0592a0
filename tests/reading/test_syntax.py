"""Files that are no YAML, or YAML made to crash, hang or fill the memory: one clear problem with its place."""

import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import Final
from unittest import mock

import pytest

from ladder.reading import files, nodes
from ladder.reading.syntax import FLATTER
from ladder.shelf import bundled_path
from ladders import lines_of, problems_of, read, with_header, with_level, write

READ = """
import sys
from ladder.errors import LadderError
from ladder.reading.folder import Folder
for path in sys.argv[1:]:
    try:
        Folder(path).ladder()
    except LadderError as error:
        print(*getattr(error, "problems", [error]), sep="\\n")
"""


def told_by_another_process(*paths: str) -> list[str]:
    """What is said of ladders, read where a crash would not be this process's."""
    done = subprocess.run([sys.executable, "-c", READ, *paths], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@contextmanager
def not_waited_for(pipe: Path) -> Iterator[None]:
    """A named pipe is opened without waiting, if at all. To who waits it looks empty, so that nothing hangs."""
    flags: list[int] = []
    really = os.open

    def watched(path: str, how: int, *more: int) -> int:
        flags.extend([how] if str(path) == str(pipe) else [])
        return really(path, how, *more)

    writer = threading.Thread(target=lambda: os.close(really(pipe, os.O_WRONLY)), daemon=True)
    writer.start()
    try:
        with mock.patch("os.open", watched):
            yield
    finally:
        while writer.is_alive():
            reader = really(pipe, os.O_RDONLY | os.O_NONBLOCK)
            writer.join(0.01)
            os.close(reader)
    assert flags
    assert all(how & os.O_NONBLOCK for how in flags)


@pytest.fixture
def without_c(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of the parser as it is where PyYAML was built without libyaml, in use for reading."""
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    spec = importlib.util.spec_from_file_location("nodes_without_c", nodes.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert not hasattr(module, "CParser")
    monkeypatch.setattr(files, "compose", module.compose)
    return module


SYNTAX = {
    "an open bracket": (
        "levels: [a, b\ntitle: x\n",
        "3:6: a `[` that is not closed | close the `[` of line 2, or put a comma between its items",
    ),
    "a bracket too many": (
        "levels: ]\n",
        "2:9: ']' where a value should stand | delete it, or put the text in quotes",
    ),
    "a tab": (
        "levels:\n\t- id: a\n",
        "3:1: a tab where YAML wants spaces | indent with spaces",
    ),
    "a tab after blanks": ("fit:\n  for: a\n \tx: y\n", "4:2: a tab where YAML wants spaces | indent with spaces"),
    "a second colon": ("title: one: two\n", "2:11: a second `: ` on one line | put the text in quotes"),
    "a second colon after a tab": ("title: a\tb: two\n", "2:11: a second `: ` on one line | put the text in quotes"),
    "two documents": (
        "title: A\n---\nformat: 1\n",
        "3:1: a second document | keep one ladder in one file: delete the `---` line",
    ),
    "an open quote": ('title: "A\nabout: B\n', "2:8: a quote that is not closed | close it at the end of this line"),
    "an alias of nothing": (
        "title: *a\n",
        "2:8: an alias that is not defined | put the text in quotes, or define the alias above",
    ),
    "an alias of itself": ("levels: &a [*a]\n", "2:9: an alias that contains itself | write the value out"),
    "an alias of what it stands in": (
        "x-a: &a {b: [c, {d: *a}]}\n",
        "2:6: an alias that contains itself | write the value out",
    ),
    "half a surrogate": (
        'title: "\\ud800"\n',
        "2:11: a `\\` escape that YAML does not know | write `\\\\` for a backslash, or use single quotes",
    ),
}


@pytest.mark.parametrize(("text", "problem"), SYNTAX.values(), ids=SYNTAX)
def test_what_is_no_yaml_is_told_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(problems_of(with_header(tmp_path, text))) == [problem]


@pytest.mark.parametrize("text", [text for name, (text, _) in SYNTAX.items() if name != "half a surrogate"])
@pytest.mark.usefixtures("without_c")
def test_the_parser_in_python_refuses_the_same_texts(tmp_path: Path, text: str) -> None:
    for problem in problems_of(with_header(tmp_path, text)):
        assert 1 < problem.line <= 4
        assert problem.hint


@pytest.mark.usefixtures("without_c")
def test_the_parser_in_python_reads_the_same_ladders(small_ladder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    in_python = read(small_ladder), read(bundled_path())
    monkeypatch.setattr(files, "compose", nodes.compose)
    assert in_python == (read(small_ladder), read(bundled_path()))


@pytest.mark.parametrize("key", ["about", "x-about"])
@pytest.mark.parametrize("parser", ["c", "python"])
def test_an_alias_bomb_is_refused_also_in_a_key_that_is_passed_over(
    tmp_path: Path, key: str, parser: str, request: pytest.FixtureRequest
) -> None:
    if parser == "python":
        request.getfixturevalue("without_c")
    text = f"{key}: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, now in zip("abcdefgh", "bcdefghi", strict=True):
        text += f"x-{now}: &{now} [{', '.join([f'*{before}'] * 9)}]\n"
    (problem,) = problems_of(with_header(tmp_path, text))
    assert problem.message == "aliases that grow without end"
    assert problem.hint == "write the values out"
    assert 5 < problem.line <= 10


OPENERS = ("[", "{", "{a: ", "[[a, ", "- ", "-  ", "-     ", "? ", "?   ", "- ? ", "-  ?  ", "? - ", "?  -  ")


@pytest.mark.slow
def test_nesting_of_200000_levels_is_refused_and_does_not_crash(tmp_path: Path) -> None:
    paths = []
    for place, opener in enumerate(OPENERS):
        text = f"x-deep:\n  {opener * (200_000 // (len(opener.split()) or 1))}"
        paths.append(with_header(tmp_path / str(place), text))
    told = told_by_another_process(*paths)
    assert [line.partition(": ")[2] for line in told] == ["error[syntax]: nested deeper than 200"] * len(OPENERS)


@pytest.mark.parametrize("levels", [950, 1500])
@pytest.mark.parametrize(
    ("opener", "closer"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")], ids=["[", "{", "-", "?"]
)
def test_what_one_parser_would_follow_and_another_would_not_is_refused_in_one_place(
    tmp_path: Path, opener: str, closer: str, levels: int
) -> None:
    path = with_header(tmp_path, f"x-deep:\n  {opener * levels}a{closer * levels}\n")
    assert lines_of(problems_of(path)) == [f"3:{3 + 199 * len(opener)}: nested deeper than 200 | {FLATTER}"]


def test_keys_that_are_indented_without_end_are_refused(tmp_path: Path) -> None:
    steps = "\n".join(" " * depth + "x-a:" for depth in range(1100))
    assert lines_of(problems_of(with_header(tmp_path, steps))) == [f"202:201: nested deeper than 200 | {FLATTER}"]


def test_nesting_that_the_parser_in_python_cannot_follow_is_refused(tmp_path: Path, without_c: ModuleType) -> None:
    path = with_header(tmp_path, "x-deep: " + "[" * 600 + "]" * 600)
    assert lines_of(problems_of(path)) == [f"2:208: nested deeper than 200 | {FLATTER}"]
    assert without_c.compose("[" * 90 + "]" * 90, "shallow") is not None


def test_brackets_side_by_side_are_not_deep(tmp_path: Path) -> None:
    many = ", ".join("{text: a}" for _ in range(2500))
    ladder = read(with_header(tmp_path, f"topics: {{t: }}\nlevels: [{{id: a, topics: {{t: [{many}]}}}}]"))
    assert len(ladder.levels["a"].topics["t"]) == 2500


def test_dashes_in_many_rules_and_lists_are_not_deep(tmp_path: Path) -> None:
    statements = "\n".join("    - a - - b" for _ in range(2500))
    ladder = read(with_header(tmp_path, f"topics: {{t: }}\nlevels:\n- id: a\n  topics:\n   t:\n{statements}"))
    assert len(ladder.levels["a"].topics["t"]) == 2500


def test_a_file_of_brackets_that_is_no_yaml_is_told_as_such(tmp_path: Path) -> None:
    text = "x-many: [" + "[]," * 2500 + "}\n"
    assert lines_of(problems_of(with_header(tmp_path, text)))[0].startswith("2:7510: '}' where a value should stand")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "title: !!python/object/apply:os.system [touch pwned]",
            "2:8: expected text, found the tag '!!python/object/apply:os.system'",
        ),
        ("title: !!str x", "2:8: expected text, found the tag '!!str'"),
        ("levels: !!set [a]", "2:9: expected levels, found the tag '!!set'"),
        ("levels: [!!python/name:os.abort {id: a}]", "2:10: expected a level, found the tag '!!python/name:os.abort'"),
        ("comp: [!thing {id: a}]", "2:8: expected a mapping, found the tag '!thing'"),
        ("!!str title: x", "2:1: expected a key, found the tag '!!str'"),
        ("topics: !!omap {a: {}}", "2:9: expected a mapping, found the tag '!!omap'"),
    ],
)
def test_a_tag_is_refused_and_runs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, problem: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lines_of(problems_of(with_header(tmp_path, text)))[0] == problem
    assert os.listdir(tmp_path) == ["acme.yaml"]


BYTES = {
    "nothing": (b"", "1:1: the file is empty | begin with format: 1"),
    "a comment": (b"# later\n", "1:1: the file is empty | begin with format: 1"),
    "a list": (b"\n- a\n- b\n", "2:1: expected a ladder, which is a mapping | begin with format: 1"),
    "a word": (b"ladder", "1:1: expected a ladder, which is a mapping | begin with format: 1"),
    "latin-1": ("format: 1\ntitle: caf\xe9 noir".encode("latin-1"), "2:11: not UTF-8 text | save the file as UTF-8"),
    "UTF-16": ("format: 1".encode("utf-16"), "1:1: not UTF-8 text | save the file as UTF-8"),
    "NUL": (b"format: 1\x00", "1:10: a character that YAML does not allow: U+0000 | delete it"),
    "a bell after other letters": (
        "format: 1\ntitle: éé\nabout: é\x07\n".encode(),
        "3:9: a character that YAML does not allow: U+0007 | delete it",
    ),
}


@pytest.mark.parametrize(("raw", "problem"), BYTES.values(), ids=BYTES)
def test_a_file_that_is_no_text_or_no_mapping_says_so(tmp_path: Path, raw: bytes, problem: str) -> None:
    assert lines_of(problems_of(write(tmp_path, raw))) == [problem]


@pytest.mark.usefixtures("without_c")
def test_the_parser_in_python_finds_a_forbidden_character_in_the_same_place(tmp_path: Path) -> None:
    raw, problem = BYTES["a bell after other letters"]
    assert lines_of(problems_of(write(tmp_path, raw))) == [problem]


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MAX_BYTES", 1024 * 1024)
    path = write(tmp_path, b"format: 1\n" + b"#" * (1024 * 1024 - 10))
    assert read(path).name == "acme"
    path = write(tmp_path, b"format: 1\n" + b"#" * (1024 * 1024 - 9))
    assert lines_of(problems_of(path)) == ["1:1: larger than 1 MB | split the ladder into a folder of files"]


NO_FILES: Final[dict[str, Callable[[Path], None]]] = {
    "not a regular file": os.mkfifo,
    "cannot be read: is a directory": Path.mkdir,
    "cannot be read: no such file or directory": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("name", ["levels/miller.yaml", "comp/guild.yaml", "sources.yaml", "companies.yaml"])
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path, name: str) -> None:
    for message, make in NO_FILES.items():
        folder = tmp_path / str(len(message))
        path = with_level(folder, "title: Miller")
        header = (folder / "ladder.yaml").read_text()
        write(folder, "\n".join(line for line in header.splitlines() if not line.startswith("source")), "ladder.yaml")
        (folder / name).unlink(missing_ok=True)
        (folder / name).parent.mkdir(exist_ok=True)
        make(folder / name)
        with not_waited_for(folder / name) if (folder / name).is_fifo() else nullcontext():
            (problem,) = problems_of(path)
        assert (problem.path, problem.code, problem.message) == (f"{path}/{name}", "unreadable", message)


def test_a_ladder_that_is_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ladder.yaml")
    with not_waited_for(tmp_path / "ladder.yaml"):
        assert lines_of(problems_of(str(tmp_path / "ladder.yaml"))) == [
            "1:1: not a regular file | a ladder is a folder or a YAML file"
        ]


def test_a_device_is_no_ladder() -> None:
    assert lines_of(problems_of("/dev/null")) == ["1:1: not a regular file | a ladder is a folder or a YAML file"]


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = with_header(tmp_path, "title: A")
    monkeypatch.setattr(os, "open", refuse)
    assert lines_of(problems_of(path)) == ["1:1: cannot be read: permission denied"]
