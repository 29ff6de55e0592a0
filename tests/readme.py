"""Renews the pages that README.md shows, as `tests/test_docs.py` compares them: `python tests/readme.py`."""

import contextlib
import io
import re
from pathlib import Path

from ladder.cli.app import run

README = Path(__file__).parent.parent / "README.md"
WIDTH = "88"


def printed(line: str) -> str:
    """What a command prints on a terminal of the README's width."""
    paper = io.StringIO()
    with contextlib.redirect_stdout(paper):
        run([*line.split()[1:], "-f", "terminal", "--width", WIDTH])
    return paper.getvalue().rstrip("\n")


def main() -> None:
    """Writes each page below its command."""

    def renewed(block: re.Match[str]) -> str:
        return block[0] if "acme" in block[1] else f"```console\n$ {block[1]}\n{printed(block[1])}\n```"

    text = README.read_text(encoding="utf-8")
    README.write_text(re.sub(r"```console\n\$ (ladder .*)\n((?:.|\n)*?)```", renewed, text), encoding="utf-8")


if __name__ == "__main__":
    main()
