"""The installed command loads little of PyYAML, and nobody notices but the clock."""

import subprocess
import sys
from pathlib import Path

import pytest

from ladders import SMALL, write, write_all

BARE = "import sys\nfrom ladder.cli import bare_yaml\nbare_yaml.use()\n"
PROBLEMS = """
from ladder.errors import InvalidLadder
from ladder.reading.nodes import compose
for text in TEXTS:
    try:
        print(compose(text, "it"))
    except InvalidLadder as error:
        print(*error.problems, *[one.hint for one in error.problems])
"""
TEXTS = (
    "a: [b, {c: d}]", "a: [b", "a: b: c", "a: \t- b", "a: @b", "a: \x07", "a: *b", '"\\ud800"', "--- a\n--- b",
    "a: &x [*x]", "[" * 1200,
)  # fmt: skip


def said(script: str) -> list[str]:
    """What a process prints that runs this script, line by line."""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd="/")
    assert (ran.stderr, ran.returncode) == ("", 0)
    return ran.stdout.splitlines()


def test_a_page_loads_what_the_parser_makes_and_nothing_else_of_pyyaml() -> None:
    loaded = "print(*sorted(name for name in sys.modules if name.partition('.')[0] == 'yaml'))"
    script = f"{BARE}from ladder.cli.app import run\nrun(['list', '-o', '/dev/null', '--force'])\n{loaded}"
    (names,) = said(script)
    assert names == "yaml yaml._yaml yaml.error yaml.events yaml.nodes yaml.tokens"


def test_every_text_and_every_error_is_the_same_as_with_the_whole_package() -> None:
    texts = f"TEXTS = {TEXTS!r}\n"
    assert said(BARE + texts + PROBLEMS) == said(texts + "import yaml" + PROBLEMS)


def test_the_whole_package_takes_its_place_as_soon_as_more_is_asked() -> None:
    script = f"""{BARE}
from ladder.reading import nodes
before = sys.modules["yaml"]
import yaml
assert yaml is before
assert yaml.safe_load("[1, {{a: no}}]") == [1, {{"a": False}}]
assert sys.modules["yaml"] is not before
import yaml
assert yaml.__with_libyaml__
assert issubclass(yaml.CSafeLoader, nodes.CParser)
try:
    yaml.load("a: @b", yaml.CSafeLoader)
except yaml.scanner.ScannerError as error:
    print(error.problem)
"""
    assert said(script) == ["found character that cannot start any token"]


@pytest.mark.parametrize(
    "change",
    ["bare_yaml.RAISING = ()", "bare_yaml.WHOLE = ()", "sys.modules['yaml._yaml'] = None", "import yaml"],
    ids=["an error that is not known", "a part that is not known", "no parser in C", "somebody asks for it"],
)
def test_a_pyyaml_that_is_made_otherwise_reads_the_same_ladder(change: str, tmp_path: Path) -> None:
    path = write_all(tmp_path / "mill", SMALL)
    read = f"from ladder.reading.folder import Folder\nprint(Folder({path!r}).ladder())\n"
    assert said(f"{BARE}{change}\n{read}") == said(read)


def test_a_package_that_is_loaded_is_left_alone() -> None:
    assert said(f"import yaml\n{BARE}print(sys.modules['yaml'] is yaml)") == ["True"]


def test_whoever_imports_ladder_has_the_whole_package() -> None:
    assert said("import ladder, sys\nladder.comp('staff')\nprint(type(sys.modules['yaml']).__name__)") == ["module"]


def test_the_installed_command_writes_a_ladder_too(tmp_path: Path) -> None:
    write(tmp_path, ",L1,L2\nGrain,Tells wheat from rye.,Buys the right wheat.\n", "matrix.csv")
    command = [sys.executable, "-m", "ladder", "import", "matrix.csv", "-o", "acme"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    shown = subprocess.run(
        [sys.executable, "-m", "ladder", "--ladder", "acme", "list"], check=True, capture_output=True, cwd=tmp_path
    )
    assert b"L2" in shown.stdout
