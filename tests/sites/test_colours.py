"""An accent in any colour, and text that can be read in it."""

import re

import pytest

from ladder import opening
from ladder.errors import LadderError
from ladder.site.building import asset
from ladder.site.colours import DARK, LIGHT, OURS, Rgb, accent, contrast, readable, sheet
from sites.site_files import files


def rgb(digits: str) -> Rgb:
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


@pytest.mark.parametrize("colour", ["#ffcc00", "#000000", "#ffffff", "#0a7d55", "#1b5fa8", "#ff00ff", "#777777"])
def test_text_in_an_accent_can_be_read_on_both_papers(colour: str) -> None:
    for paper in (LIGHT, DARK):
        assert contrast(rgb(readable(rgb(colour), paper)), paper) >= 4.5


def test_the_papers_are_those_of_the_style() -> None:
    found = re.findall(r"--soft: (#[0-9a-f]{6})", asset("site.css"))
    assert [rgb(one) for one in found] == [LIGHT, DARK]


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable(rgb("#0a7d55"), LIGHT) == "#0a7d55"


def test_an_accent_is_a_style_sheet_for_both_papers() -> None:
    made = sheet(accent("0A7"))
    assert "--accent: #00aa77;" in made
    assert len(re.findall(r"--link: #[0-9a-f]{6};", made)) == 2


def test_the_icon_is_drawn_in_the_accent() -> None:
    assert OURS in asset("icon.svg")
    site = files(opening.whole(), accent="#0A7")
    assert "#00aa77" in site["assets/icon.svg"]
    assert OURS not in site["assets/icon.svg"]


@pytest.mark.parametrize("typed", ["red", "#12", "#12345", "#0a7d55; } body {", "", "#ggg"])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(LadderError, match="is not a colour"):
        accent(typed)
