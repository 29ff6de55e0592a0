"""YAML as `init` and `import` write it: whatever is written is read back the same, by any reader of YAML."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.writing.yaml_text import WIDTH, Plain, text

SIGNS = [*"aé技:-'\"[{|>%@&*?!`,~\t\n\u2028\\😀", " ", "  ", ": ", " #", "- ", "no", "1", "2.5", "---", "...", "<<"]
SIGNS.append("word " * 15)
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=9).map("".join)
VALUES: Any = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=9
)


@given(value=st.dictionaries(TEXTS, VALUES, max_size=3))
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_back_by_any_reader(value: dict[str, Any]) -> None:
    said = text(value, "schema.json")
    assert yaml.safe_load(said) == value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Grinds all day", "Grinds all day"),
        ("3 years of it", "3 years of it"),
        ("3", "'3'"),
        ("no", "'no'"),
        ("10:30", "'10:30'"),
        ("a: b", "'a: b'"),
        ("it's", "it's"),
        ("a\nb", "|-\n  a\n  b"),
        (True, "true"),
        (4, "4"),
        (None, "null"),
        ([], "[]"),
        (Plain("10:30"), "10:30"),
    ],
)
def test_a_value_stands_as_people_write_it(value: Any, said: str) -> None:
    assert text({"k": value}, "s").partition("\n")[2] == f"k: {said}\n"


def test_long_text_is_folded_between_words() -> None:
    said = text({"k": ["word " * 60 + "end"]}, "s")
    assert max(map(len, said.splitlines())) <= WIDTH
    assert yaml.safe_load(said) == {"k": ["word " * 60 + "end"]}


def test_lists_stand_indented_below_their_keys() -> None:
    assert text({"a": [{"b": ["c"]}, ["d"]]}, "s").splitlines()[1:] == ["a:", "  - b:", "      - c", "  - - d"]
