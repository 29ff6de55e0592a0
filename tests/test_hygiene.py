"""What is imported when: the house keeps its doors, and a start pays only for what it uses."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import ladder

SOURCE = Path(ladder.__file__).parent

HEAVY = (
    *("rich", "pydantic", "textual", "duckdb", "ibis", "jinja2", "jsonschema", "markdown_it", "pygments"),
    *("mcp", "anyio"),
)

SCRIPT = """
import shlex, sys
from ladder.cli.app import run
code = max(run(shlex.split(line)) for line in sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules} | {n for n in sys.modules if n.startswith("ladder.")})
print(*loaded, file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*lines: str, script: str = SCRIPT) -> set[str]:
    """The packages that a process has loaded at the end of some command lines, and the modules of ladder."""
    ran = subprocess.run([sys.executable, "-c", script, *lines], capture_output=True, text=True, check=True, cwd="/")
    return set(ran.stderr.split())


@cache
def loaded_by_typer() -> set[str]:
    """What a Typer program loads that does nothing; the newest Typer brings a heavy package of its own."""
    script = (
        "import sys, typer\n"
        "app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)\n"
        "app.command()(lambda: None)\n"
        "app([], standalone_mode=False)\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    return loaded_by(script=script)


PAGES = ("compare senior staff", "day staff-ml", "comp --percentile 75", "show staff", "list", "")


def test_only_terminals_and_pictures_import_rich() -> None:
    lines = [f"--format {format} {page}" for page in PAGES for format in ("markdown", "json", "csv", "html")]
    assert loaded_by(*lines) & set(HEAVY) <= loaded_by_typer()
    for format in ("terminal", "svg"):
        assert "rich" in loaded_by(f"list -f {format}"), format


def test_help_reads_no_ladder_and_loads_no_question() -> None:
    loaded = loaded_by("--help", "--version")
    assert not loaded & {"yaml", "rich", "ladder.model", "ladder.api", "ladder.questions", "ladder.reading"}


def test_help_of_a_command_opens_no_ladder() -> None:
    loaded = loaded_by(*(f"{command} --help" for command in ("compare", "day", "comp", "show", "list")))
    assert not [name for name in loaded if name.startswith(("rich", "ladder.questions.", "ladder.render.markdown"))]


def test_a_command_loads_its_own_question_and_format_alone() -> None:
    loaded = loaded_by("list -f csv")
    assert "ladder.render.csv" in loaded
    assert not loaded & {
        "ladder.render.html",
        "ladder.render.markdown",
        "ladder.questions.compare",
        "ladder.questions.day",
    }


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    script = (
        "import sys, ladder\n"
        "print(*[n for n in sys.modules if n.startswith('ladder.')], 'yaml' in sys.modules, file=sys.stderr)"
    )
    assert loaded_by(script=script) == {"False"}


def test_the_model_and_the_questions_stand_without_typer_rich_and_yaml() -> None:
    script = (
        "import sys, pkgutil, importlib, ladder.questions, ladder.pages, ladder.document, ladder.model\n"
        "import ladder.comparing, ladder.contents\n"
        "for package in (ladder.questions, ladder.comparing, ladder.contents, ladder.pages):\n"
        "    for module in pkgutil.iter_modules(package.__path__, package.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    assert not loaded_by(script=script) & {"typer", "rich", "yaml"}


def test_no_command_but_the_explorer_loads_textual_and_its_help_does_not_either() -> None:
    for lines in ((*PAGES, "search mentoring -f json", "matrix -f svg"), ("explore --help", "--help")):
        loaded = loaded_by(*lines)
        assert "textual" not in loaded
        assert not [name for name in loaded if name.startswith("ladder.explore")]


def test_no_file_but_the_explorers_names_textual() -> None:
    naming = [
        file
        for file in SOURCE.rglob("*.py")
        if re.search(r"^\s*(import|from) textual", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert {file.relative_to(SOURCE).parts[0] for file in naming} == {"explore"}
