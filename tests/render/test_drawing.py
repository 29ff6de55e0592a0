"""Bars and their axis, drawn with attributes alone."""

import re

import pytest

from ladder.document import Bar, Column, Document, Table
from ladder.render.drawing import axis, bar, scale_in_words, ticks
from ladder.render.html import render

PERCENT = Column("", "bar")
PAY = Column("", "bar", scale=(10_000, 40_000), ticks=((10_000, "10k"), (20_000, "20k"), (40_000, "40k")))


def drawn(text: str) -> list[tuple[str, ...]]:
    """What is drawn over the lines of the axis: its name, and from where to where."""
    lines = re.findall(r'<line class="(\w+)" x1="([\d.]+)%" x2="([\d.]+)%"', text)
    return [*lines, *(("offer", place) for place in re.findall(r'<svg x="([\d.]+)%">', text))]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Bar(thin=(0, 100)), [("thin", "0", "100")]),
        (Bar(thick=(25, 75)), [("thick", "25", "75")]),
        (Bar(thick=(50, 50)), [("thick", "50", "50.5")]),
        (Bar(thick=(100, 100)), [("thick", "99.5", "100")]),
        (Bar(mark=50, offer=75), [("mark", "50", "50"), ("offer", "75")]),
        (Bar(mark=-50, offer=500), [("mark", "0", "0"), ("offer", "100")]),
        (Bar((0, 90), (10, 20), 15), [("thin", "0", "90"), ("thick", "10", "20"), ("mark", "15", "15")]),
        (Bar(), []),
    ],
)
def test_a_bar_stays_on_its_scale(of: Bar, expected: list[tuple[str, ...]]) -> None:
    assert drawn(bar(of, PERCENT)) == expected


def test_a_scale_without_length_is_no_fault() -> None:
    column = Column("", "bar", scale=(5, 5))
    assert drawn(bar(Bar(mark=5), column)) == [("mark", "0", "0")]
    assert axis(column).count("<text") == 1


def test_every_bar_stands_over_the_lines_of_its_axis() -> None:
    assert re.findall(r'<line x1="([\d.]+)%"', bar(Bar(mark=15_000), PAY)) == ["0", "33.33", "100"]


def test_an_axis_has_the_labels_of_its_scale_and_they_stay_in_the_column() -> None:
    labels = re.findall(r'<text x="([\d.]+)%" y="12" text-anchor="(\w+)">([^<]+)<', axis(PAY))
    assert labels == [("0", "start", "10k"), ("33.33", "middle", "20k"), ("100", "end", "40k")]


def test_a_scale_of_many_labels_shows_every_second() -> None:
    column = Column("", "bar", scale=(0, 7), ticks=tuple((float(value), f"{value}k") for value in range(8)))
    assert re.findall(r">(\dk)<", axis(column)) == ["0k", "2k", "4k", "6k"]
    assert bar(Bar(), column).count("<line") == 8


def test_a_scale_without_labels_has_its_ends_and_middle_in_its_unit() -> None:
    column = Column("", "bar", scale=(0, 40), unit="%")
    assert list(ticks(column)) == [(0, "0%"), (20, "20%"), (40, "40%")]
    assert scale_in_words(column) == "scale 0% to 40%"
    assert scale_in_words(PAY) == "scale 10k to 40k"


def test_a_label_is_text() -> None:
    column = Column("", "bar", scale=(0, 1), ticks=((0, '<b>"'), (1, "b")))
    assert "&lt;b&gt;" in axis(column)
    assert "<b>" not in render(Document("t", (Table((column,), ((Bar(mark=1),),)),)))


def test_a_drawing_is_hidden_from_those_who_have_the_figures() -> None:
    assert 'aria-hidden="true"' in bar(Bar(), PAY)
    assert 'aria-hidden="true"' in axis(PAY)
    text = render(Document("t", (Table((Column("of"), PAY), (("a", Bar(mark=20_000)),)),)))
    assert '<th scope="col" class="bar"><span class="hidden">drawn</span>' in text
    assert 'data-label="scale 10k to 40k"' in text
