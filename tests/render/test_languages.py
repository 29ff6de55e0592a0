"""The language that a browser is told."""

import pytest

from ladder.document import Document, Prose
from ladder.render.html import render
from ladder.render.languages import direction, tag


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        (" de ", "de"),
        ("", "und"),
        ("German", "und"),
        ("d", "und"),
        ('en" onload="alert(1)', "und"),
        ("en><script>", "und"),
        ("עברית", "und"),
    ],
)
def test_what_is_no_tag_is_an_unknown_language(language: str, written: str) -> None:
    assert tag(language) == written


@pytest.mark.parametrize(
    "language", ["ar", "AR-EG", "he", "fa", "fa-IR", "ur", "yi", "ps", "az-Arab", "pa-arab-PK", "dv"]
)
def test_these_begin_at_the_right(language: str) -> None:
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "de-AT", "ja", "he-Latn", "ar-Latn-EG", "tr", "az", "", "Arabic", "arn"])
def test_all_others_begin_at_the_left(language: str) -> None:
    assert direction(language) == "ltr"


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", '<html lang="en" dir="ltr">'),
        ("he-IL", '<html lang="he-IL" dir="rtl">'),
        ('x" dir="rtl', '<html lang="und" dir="ltr">'),
    ],
)
def test_a_page_says_its_language_and_direction(language: str, opening: str) -> None:
    assert opening in render(Document("t", (Prose("t"),), language))
