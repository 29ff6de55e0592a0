"""A picture of the page in which text is text."""

import re
from xml.etree import ElementTree

import pytest

from ladder.render.terminal import render, svg
from ladder.render.text import printable
from render.documents import EVERY_BLOCK, HOSTILE, hostile

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "style", "defs", "clipPath", "rect", "g", "text", "path", "circle"}


def elements(picture: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture).iter())  # noqa: S314 - our own picture


def words(picture: str) -> str:
    texts = (element.text or "" for element in elements(picture) if element.tag == f"{SVG}text")
    return re.sub(r"\s", "", "".join(texts))


@pytest.mark.parametrize("text", [*HOSTILE.values(), "a\ufffeb\uffff"], ids=[*HOSTILE, "no characters"])
def test_hostile_text_draws_nothing_but_itself(text: str) -> None:
    picture = svg(hostile(text), width=120)
    found = elements(picture)
    assert {element.tag.removeprefix(SVG) for element in found} <= DRAWN
    assert not [name for element in found for name in element.attrib if name.startswith("on") or "href" in name]
    if len(text) < 20 and "\n" not in text:
        assert re.sub(r"\s", "", printable(text)) in words(picture)


def test_a_picture_shows_what_a_terminal_shows() -> None:
    page = re.sub(r"\s", "", render(EVERY_BLOCK, width=80, colour=False))
    assert words(svg(EVERY_BLOCK, width=80)).endswith(page)


def test_a_picture_asks_the_network_for_nothing() -> None:
    picture = svg(EVERY_BLOCK, width=80)
    assert "url(" not in picture.replace("url(#", "")
    assert "@import" not in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
