"""What the README says of an import is what it prints."""

import csv
import re
from pathlib import Path

import pytest

from running import Run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_matrix_of_the_readme_is_read_as_it_says(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    part = README[README.index("**Bring what you have.**") :]
    lines = re.findall(r"(?m)^\|(.*)\|$", part.split("```text")[0])
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    with open("matrix.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([rows[0], *rows[2:]])
    ran = run("import", "matrix.csv", "-o", "acme")
    assert ran.err == part.split("```text\n")[1].split("```")[0]
