"""The documents say what the program does: examples are run, and pages shown are compared line by line."""

import doctest
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import ladder
from ladder.cli.app import run
from ladder.cli.commands import COMMANDS, EXIT_CODES
from ladder.render import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (ladder .*)\n((?:.|\n)*?)\n```", README)
YAML = re.findall(r"```yaml\n((?:.|\n)*?)```", README)[0]
MODULES = ["ladder", *(found.name for found in pkgutil.walk_packages(ladder.__path__, "ladder."))]
PAGES = [(line, page) for line, page in BLOCKS if "acme" not in line]


@pytest.mark.parametrize(("line", "page"), PAGES, ids=[line for line, _ in PAGES])
def test_a_page_in_the_readme_is_what_the_command_prints(
    line: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*line.split()[1:], "-f", "terminal", "--width", "88"]) == 0
    assert capsys.readouterr().out.rstrip("\n") == page


def test_the_readme_has_a_page_for_each_of_the_three_questions() -> None:
    assert {line.split()[1] for line, _ in PAGES} == {"compare", "day", "comp"}


def test_the_readmes_own_ladder_works_and_its_mistake_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("acme.yaml").write_text(YAML)
    for line in re.findall(r"^    (ladder --ladder acme.yaml .*)$", README, re.MULTILINE):
        words = re.findall(r'"[^"]*"|\S+', line)
        assert run([word.strip('"') for word in words[1:]]) == 0
    monkeypatch.setenv("LADDER_PATH", str(tmp_path))
    assert run(["compare", "acme:l2", "senior"]) == 0
    capsys.readouterr()
    Path("acme.yaml").write_text(YAML.replace("title: Engineer", "titel: Engineer"))
    line, page = next((line, page) for line, page in BLOCKS if "acme" in line)
    assert run(line.split()[1:]) == 1
    assert capsys.readouterr().out.rstrip("\n") == page


def test_the_readme_names_every_command_format_and_exit_code() -> None:
    for command, entry in COMMANDS.items():
        assert not entry.panel or f"ladder {command}" in README
    for format in FORMATS:
        assert f"`{format}`" in README
    for code, meaning in EXIT_CODES:
        assert f"| {code} | {meaning} |" in README


def test_the_picture_is_the_page_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    line = re.search(r"ladder (compare .*) -o README.svg", (ROOT / "Makefile").read_text())
    assert line
    run([*line[1].split(), "-f", "svg"])
    assert capsys.readouterr().out == (ROOT / "README.svg").read_text(encoding="utf-8")


def test_the_commands_that_set_up_stand_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"^    make ([a-z-]+)", README, re.MULTILINE)) <= targets
    assert {"run", "test", "check", "bench", "test-all"} <= targets


def test_changes_are_written_down_for_this_version() -> None:
    assert (
        "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text() or "## [0.1.0]" in (ROOT / "CHANGELOG.md").read_text()
    )


def test_every_example_in_a_docstring_is_true() -> None:
    tried = 0
    for name in MODULES:
        if name != "ladder.__main__":
            try:
                module = import_module(name)
            except ModuleNotFoundError as missing:  # of an extra
                if str(missing.name).startswith("ladder"):
                    raise
                continue
            result = doctest.testmod(module)
            assert result.failed == 0, name
            tried += result.attempted
    assert tried > 10
