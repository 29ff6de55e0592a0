"""A folder in which the examples of the help run that need files: `ladder diff git:v1.0:acme` wants a history."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ladders import FULL, write_all

NEW = {
    **FULL,
    "ladder.yaml": FULL["ladder.yaml"].replace("levels: [miller,", "version: '2'\nlevels: [hand, miller,"),
    "levels/hand.yaml": "title: Hand\nsummary: Sweeps.\nexpects: {grain: [Sweeps the floor.]}\n",
    "levels/senior-miller.yaml": FULL["levels/senior-miller.yaml"].replace("the right wheat", "the best wheat"),
    "levels/master.yaml": FULL["levels/master.yaml"].replace("Master miller", "Miller of millers"),
    "comp/guild.yaml": FULL["comp/guild.yaml"].replace("50: 24000", "50: 25000"),
}
"""The full ladder as somebody might have changed it: a level more, one with a new title, a statement, a figure."""


def git_in(folder: Path, *words: str) -> None:
    """Runs git there, as somebody of whom nothing is known; a test that needs it is skipped where there is none."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    who = ("-c", "user.name=Miller", "-c", "user.email=miller@mill.example")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def prepare(folder: Path) -> None:
    """Makes it a repository with a ladder `acme` that was changed since the tag v1.0, and its old copy `acme@old`."""
    write_all(folder / "acme", FULL)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"], ["tag", "v1.0"]):
        git_in(folder, *words)
    write_all(folder / "acme", NEW)
    write_all(folder / "acme@old", FULL)
