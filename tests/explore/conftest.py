"""A ladder that answers every question, for the explorer."""

from pathlib import Path

import pytest

from ladders import FULL, write_all


@pytest.fixture
def mill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of the ladder, from the folder in which it stands: so it is the same wherever the test runs."""
    write_all(tmp_path / "mill", FULL)
    monkeypatch.chdir(tmp_path)
    return "mill"
