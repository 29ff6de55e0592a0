"""Text from files is data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.render.text import one_line, printable, steering
from ladder.times import clock, duration, length, stretch
from render.documents import HOSTILE


@given(st.text())
def test_nothing_that_steers_is_left_in_a_printable_text(text: str) -> None:
    assert not steering().search(printable(text))
    assert not steering().search(one_line(text))
    assert "\n" not in one_line(text)


@given(st.text())
def test_a_text_that_was_made_printable_stays_as_it_is(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reviews code.",
        "日本語",
        "naïve café",
        "👩‍💻",
        "5 → 6 ┃ ▓",
        "[bold]x[/]",
        "<b>&amp;</b>",
        "a\nb",
        "नमस्ते",
        "שלום",
    ],
)
def test_a_harmless_text_is_left_alone(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\x00b\x7f\x9b", r"a\x00b\x7f\x9b"),
        ("\u202e", r"\u202e"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud800", r"\ud800"),
        ("\uffff\ufffe", r"\uffff\ufffe"),
        ("a\r\nb", "a\nb"),
        ("a\rb", r"a\x0db"),
        ("a\tb", "a   b"),
    ],
)
def test_what_would_steer_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_cell_or_heading_is_one_line() -> None:
    assert one_line("  a\n\n b\tc ") == "a b c"


@pytest.mark.parametrize(("minutes", "time"), [(0, "00:00"), (570, "09:30"), (1440, "24:00")])
def test_a_time_of_day_has_two_digits_each(minutes: int, time: str) -> None:
    assert clock(minutes) == time


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30"), (605, "10 h 05")]
)
def test_a_stretch_of_time_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert duration(minutes) == said


@pytest.mark.parametrize(
    ("start", "end", "when", "long"),
    [
        (540, 600, "09:00–10:00", "1 h"),
        (0, 1440, "00:00–24:00", "24 h"),
        (540, None, "from 09:00", ""),
        (0, None, "from 00:00", ""),
    ],
)
def test_of_a_stretch_without_an_end_only_the_beginning_is_said(
    start: int, end: int | None, when: str, long: str
) -> None:
    assert (stretch(start, end), length(start, end)) == (when, long)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_hostile_text_is_lost(text: str) -> None:
    assert printable(text).strip()
