"""What all tests share: a shelf with nothing on it but the bundled ladder, and a small ladder in a folder.

`--hypothesis-profile=thorough` lets hypothesis try ten times as much, and something else each time.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from ladder.model import Ladder
from ladders import SMALL, read, write_all

collect_ignore = [] if find_spec("playwright") else ["browser"]
"""What `make check-site` runs, in an environment of its own."""

settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def _nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nowhere")


@pytest.fixture(autouse=True)
def _bare_shelf(monkeypatch: pytest.MonkeyPatch, _nowhere: Path) -> None:
    """No test sees the ladders or the log of whoever runs it, nor those of the folder in which it is run."""
    monkeypatch.delenv("LADDER_PATH", raising=False)
    monkeypatch.delenv("LADDER_LOG", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", ".local/share")  # a log of work stands in the folder of the test
    monkeypatch.chdir(_nowhere)


@pytest.fixture
def small_ladder(tmp_path: Path) -> str:
    """The path of a small ladder in a folder named `mill`."""
    return write_all(tmp_path / "mill", SMALL)


@pytest.fixture
def small(small_ladder: str) -> Ladder:
    """The small ladder, read whole."""
    return read(small_ladder)
