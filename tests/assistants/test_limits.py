"""What does not fit is left out from the end of lists, and always told."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ladder.assistants.limits import LeftOut, clipped, fitting, size

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=200),
    lambda inner: st.lists(inner, max_size=30) | st.dictionaries(st.text(max_size=5), inner, max_size=60),
    max_leaves=25,
)


def test_what_fits_is_as_it_was() -> None:
    value = {"rows": [1, 2, 3]}
    assert fitting(value, 100) == (value, ())


def test_a_long_list_keeps_its_first_items() -> None:
    value = {"rows": [{"steps": list(range(100))} for _ in range(2)], "title": "T"}
    short, left_out = fitting(value, 100)
    assert short["title"] == "T"
    kept = short["rows"][0]["steps"]
    assert kept == list(range(len(kept)))
    assert left_out == (LeftOut("rows[].steps", 2 * len(kept), 200),)


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=10))
def test_any_answer_fits_and_what_is_missing_is_told(value: dict[str, Any]) -> None:
    short, left_out = fitting(value, 200)
    assert size(short) <= 200 or not left_out
    assert (json.dumps(short) == json.dumps(value)) == (size(value) <= 200)


def test_a_page_is_clipped_at_the_end_of_a_line() -> None:
    text = "one\ntwo\nthree\n"
    assert clipped(text, 100) == (text, "")
    assert clipped(text, 9) == ("one\ntwo", "Left out: the last 7 of the page's 14 characters.")
    assert clipped("x" * 10, 4)[0] == "xxxx"
