"""The tests on every interpreter found, with the locked, the newest and the lowest versions: `make test-all`.

Each combination has an environment of its own in `.cache/all` and a log beside it. One that fails stops no other: what
was found is said at the end, a line each. It takes uv, and interpreters as `3.11=/path/to/python`, lowest first; one
without a path was not found. `PYTEST_ARGS` is passed on, as in `PYTEST_ARGS=tests/reading make test-all`.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
CACHE: Final = ROOT / ".cache" / "all"
SHOWN: Final = ("typer", "rich", "pyyaml", "markdown-it-py", "textual")
"""Of which packages the versions are said: what an installed ladder depends on, and what draws the explorer."""
DEVELOPING: Final = ("-e", ".[office,explore,mcp]", "--group", "dev")
"""The extras are those that `requirements/dev.txt` has, too."""

INSTALLS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "locked": (
        ("--require-hashes", "-r", "requirements/dev.txt"),
        ("--no-deps", "--no-build-isolation", "-e", "."),
    ),
    "newest": (DEVELOPING,),
    "newest, Typer too": (("--overrides", str(CACHE / "any-typer.txt"), *DEVELOPING),),
    "lowest": (("--resolution", "lowest-direct", *DEVELOPING),),
}
"""What uv is told to install, by the versions that are tried."""


class Combination(NamedTuple):
    """An interpreter and the versions that are tried on it."""

    python: str
    path: str
    versions: str


def combinations(found: Sequence[tuple[str, str]]) -> list[Combination]:
    """The locked versions on every interpreter, the newest on the newest, the lowest on the lowest."""
    every = [Combination(*one, "locked") for one in found]
    newest = [Combination(*found[-1], "newest"), Combination(*found[-1], "newest, Typer too")]
    return [*every, *newest, Combination(*found[0], "lowest")]


def main(uv: str, interpreters: Sequence[str]) -> int:
    """Tries every combination, says what it found, and returns 1 where one failed."""
    named = [(name, path) for name, _, path in (one.partition("=") for one in interpreters)]
    found = [(name, path) for name, path in named if path]
    if not found:
        print("no interpreter found")
        return 1
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / "any-typer.txt").write_text("typer\n")
    lines, failed = [f"Python {name}: not found" for name, path in named if not path], False
    for one in combinations(found):
        print(f"== Python {one.python}, {one.versions}", flush=True)
        code, said = tried(uv, one)
        failed = failed or code != 0
        lines.append(f"Python {one.python}, {one.versions}: {'passed' if code == 0 else 'FAILED'}; {said}")
    print("", *lines, sep="\n")
    return int(failed)


def tried(uv: str, one: Combination) -> tuple[int, str]:
    """Makes the environment and runs the tests: the exit code, and the versions with what pytest said last."""
    name = f"{one.python}-{one.versions.replace(', ', '-').replace(' ', '-').lower()}"
    log, environment = CACHE / f"{name}.log", CACHE / name
    python = environment / "bin" / "python"
    with open(log, "w", encoding="utf-8") as paper:

        def ran(*command: str | Path) -> int:
            return subprocess.run(command, stdout=paper, stderr=subprocess.STDOUT, cwd=ROOT, check=False).returncode

        where = f"see {log.relative_to(ROOT)}"
        if ran(uv, "venv", "--no-config", "-q", "--seed", "--clear", "--python", one.path, environment):
            return 1, f"no environment, {where}"
        for words in INSTALLS[one.versions]:
            if ran(uv, "pip", "install", "--no-config", "-q", "--python", python, *words):
                return 1, f"cannot be installed, {where}"
        code = ran(python, "-m", "pytest", "-p", "no:cacheprovider", *os.environ.get("PYTEST_ARGS", "").split())
    said = log.read_text(encoding="utf-8").splitlines()[-1:] or [""]
    return code, f"{versions(python)}; {said[0].strip('= ')}{'' if code == 0 else f', {where}'}"


def versions(python: Path) -> str:
    """The versions in an environment of what an installed ladder depends on."""
    script = "import sys, importlib.metadata as m; print(*(f'{n} {m.version(n)}' for n in sys.argv[1:]), sep=', ')"
    return subprocess.run([python, "-c", script, *SHOWN], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
