"""What stands on the screen, as text: whole screens of the mill's ladder, at the sizes that are promised."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from explore.stage import screens
from ladder import opening
from ladder.explore.bindings import KEYS
from picture import TARGET, drawn

SIZES = [(60, 20), (80, 24), (120, 30)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_first_screen(size: tuple[int, int], mill: str, snapshot: SnapshotAssertion) -> None:
    assert screens(ladder=mill, size=size)[0] == snapshot


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The age of pay is that of one day."""
    monkeypatch.setattr(opening, "today_or", lambda day: "2026-11-20")


@pytest.mark.parametrize("key", ["1", "c", "d", "p", "v", "6"])
def test_each_tab(key: str, mill: str, snapshot: SnapshotAssertion) -> None:
    assert screens(key, ladder=mill)[-1] == snapshot


@pytest.mark.parametrize("key", ["R", "L", "question_mark", "o", "s"])
def test_each_list_and_line_that_is_laid_over_the_screen(key: str, mill: str, snapshot: SnapshotAssertion) -> None:
    screen = screens(key, ladder=mill, size=(60, 20))[-1]
    assert screen == snapshot


def test_two_marks_compared_beside_the_matrix(mill: str, snapshot: SnapshotAssertion) -> None:
    screen = screens("space", "right", "space", "right", "space", "c", ladder=mill, size=(120, 30))[-1]
    assert "[1] Miller" in screen
    assert screen == snapshot


def test_the_palette_offers_every_key_and_every_level(mill: str) -> None:
    screen = screens("ctrl+p", ladder=mill, size=(80, 60))[-1]
    for key in KEYS:
        if key.about and key.palette:
            assert key.about in screen, key
    assert "Go to Foreman" in screen


def test_the_foot_of_the_screen_fits_sixty_columns(mill: str) -> None:
    assert screens(ladder=mill, size=(60, 20))[0].splitlines()[-1].split() == [
        *("tab", "Page", "?", "Help", "/", "Find", "space", "Mark", "^p", "Menu", "q", "Quit")
    ]


def test_the_picture_in_the_readme_is_the_screen_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("LADDER_DEFAULT", raising=False)
    now, kept = (re.findall(r">([^<>]+)</text>", svg) for svg in (drawn(), TARGET.read_text(encoding="utf-8")))
    assert now == kept  # versions of Rich mix other shades
    assert TARGET.stat().st_size < 40_000
