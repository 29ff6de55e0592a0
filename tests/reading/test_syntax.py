"""Files that are no YAML, or YAML made to crash, hang or fill the memory: one clear problem with its place."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from ladder.reading import files, nodes
from ladder.shelf import bundled_path
from ladders import lines_of, problems_of, read, with_header, with_level, write

READ = """
import sys
from ladder.errors import LadderError
from ladder.reading.folder import Folder
try:
    Folder(sys.argv[1]).ladder()
except LadderError as error:
    print(*getattr(error, "problems", [error]), sep="\\n")
"""


def told_by_another_process(path: str) -> str:
    """What is said of a ladder, read where a crash or a hang would not be this process's."""
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.replace(path + ":", "").strip()


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
        "3:6: did not find expected ',' or ']' while parsing a flow sequence",
    ),
    "a bracket too many": ("levels: ]\n", "2:9: did not find expected node content while parsing a block node"),
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
    "an open quote": ('title: "A\nabout: B\n', "4:1: found unexpected end of stream while scanning a quoted scalar"),
    "an alias of nothing": ("title: *a\n", "2:8: found undefined alias"),
    "an alias of itself": ("levels: &a [*a]\n", "2:9: an alias that contains itself | write the value out"),
    "an alias of what it stands in": (
        "x-a: &a {b: [c, {d: *a}]}\n",
        "2:6: an alias that contains itself | write the value out",
    ),
    "half a surrogate": (
        'title: "\\ud800"\n',
        "2:11: found invalid Unicode character escape code while parsing a quoted scalar",
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


@pytest.mark.parametrize(
    "opener", ["[", "{", "{a: ", "[[a, ", "- ", "-  ", "-     ", "? ", "?   ", "- ? ", "-  ?  ", "? - ", "?  -  "]
)
def test_nesting_of_200000_levels_is_refused_and_does_not_crash(tmp_path: Path, opener: str) -> None:
    text = f"x-deep:\n  {opener * (200_000 // (len(opener.split()) or 1))}"
    assert told_by_another_process(with_header(tmp_path, text)).endswith(": nested deeper than 200")


def test_nesting_that_the_parser_in_python_cannot_follow_is_refused(tmp_path: Path, without_c: ModuleType) -> None:
    path = with_header(tmp_path, "x-deep: " + "[" * 600 + "]" * 600)
    assert lines_of(problems_of(path)) == ["2:208: nested deeper than 200"]
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
    assert lines_of(problems_of(with_header(tmp_path, text)))[0].startswith("2:7510: did not find expected ")


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
    "nothing": (b"", "1:1: an empty file | begin with format: 1"),
    "a comment": (b"# later\n", "1:1: an empty file | begin with format: 1"),
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


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_fifo, "1:1: error[unreadable]: not a regular file"),
        (_folder, "1:1: error[unreadable]: cannot be read: is a directory"),
        (_broken_link, "1:1: error[unreadable]: cannot be read: no such file or directory"),
    ],
)
@pytest.mark.parametrize("name", ["levels/miller.yaml", "comp/guild.yaml", "sources.yaml", "companies.yaml"])
def test_what_is_no_file_is_told_and_never_waited_for(
    tmp_path: Path, make: Callable[[Path], None], message: str, name: str
) -> None:
    path = with_level(tmp_path, "title: Miller")
    header = (tmp_path / "ladder.yaml").read_text()
    write(tmp_path, "\n".join(line for line in header.splitlines() if not line.startswith("source")), "ladder.yaml")
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    make(tmp_path / name)
    assert told_by_another_process(path) == f"{path}/{name}:{message}"


def test_a_ladder_that_is_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ladder.yaml")
    assert told_by_another_process(str(tmp_path / "ladder.yaml")) == "1:1: error[unreadable]: not a regular file"


def test_a_device_is_no_ladder() -> None:
    assert lines_of(problems_of("/dev/null")) == ["1:1: not a regular file | a ladder is a folder or a YAML file"]


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = with_header(tmp_path, "title: A")
    monkeypatch.setattr(os, "open", refuse)
    assert lines_of(problems_of(path)) == ["1:1: cannot be read: permission denied"]
