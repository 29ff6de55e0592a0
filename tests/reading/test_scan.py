"""Which files hold words, without taking them apart: never one too few."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.nodes import all_text, compose
from ladder.reading.scan import begins, ranked

WORD = re.compile(r"[^\W_]+")
LONG = "Mentors the seniors of every team that builds upon the platform, and whoever else asks for it in time"


def found(*texts: str, words: tuple[str, ...], phrase: str = "") -> tuple[list[str], list[str]]:
    return ranked([(str(place), text) for place, text in enumerate(texts)], words, phrase)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.booleans(),
    st.sampled_from([5, 80]),
)
def test_every_word_of_a_text_is_found_however_it_is_written(text: str, style: str, plain: bool, width: int) -> None:
    written = yaml.dump({"week": [text]}, default_style=style, allow_unicode=plain, width=width)
    assert compose(written, "x") is not None
    for word in WORD.findall(text):
        folded = word.casefold().replace("iz", "is")
        likely, perhaps = found(written, words=(folded,))
        assert [*likely, *perhaps] == ["0"], word


@pytest.mark.parametrize(
    "written",
    [
        r'["caf\u00e9 au lait"]',
        r'["caf\xe9 au lait"]',
        r'["caf\U000000e9 au lait"]',
        '["caf\\\n    é au lait"]',
        r'["the\tcafé"]',
        r'["the\ncafé"]',
        "[Café.]",
    ],
)
def test_escapes_are_resolved(written: str) -> None:
    assert found(f"week: {written}\n", words=("café",)) == (["0"], [])


def test_a_word_counts_from_its_beginning_and_in_other_scripts_anywhere() -> None:
    assert begins("an end, a start", "start")
    assert not begins("a restart", "start")
    assert begins("a restart, a start", "start")
    assert begins("start", "start")
    assert begins("codeprüfung", "prüfung")
    assert not begins("", "start")


def test_keys_and_references_come_after_what_is_said() -> None:
    likely, perhaps = found(
        "level: staff\nexpects:\n  scope:\n    - Mentors seniors\n",
        "title: Staff engineer\n",
        "week: [{text: Helps, id: staff, source: staff}]\n",
        "staff: 1\n",
        "week: [Nothing]\n",
        words=("staff",),
    )
    assert (likely, perhaps) == (["1"], ["0", "2", "3"])


def test_what_stands_in_one_entry_comes_before_what_stands_apart() -> None:
    apart = "week:\n  - Mentors juniors\n  - Is one of the seniors\n"
    together = "week:\n  - Mentors seniors\n"
    folded = f"week:\n  - {LONG[:30]}\n    {LONG[30:]}\n"
    phrase = "week:\n  - Sleeps\n  - Is senior, mentors\n"
    assert found(apart, together, folded, phrase, words=("mentor", "senior"), phrase="senior, mentors")[0] == [
        "3",
        "1",
        "2",
        "0",
    ]


def test_a_rare_word_comes_before_one_that_stands_everywhere() -> None:
    texts = ["- Grinds"] * 4 + ["- Cracks"]
    assert found(*texts, words=("grind", "crack"))[0] == ["4", "0", "1", "2", "3"]


def test_british_and_american_spelling_meet() -> None:
    assert found("week: [Organizes]\n", words=("organis",))[0] == ["0"]


def test_what_stands_in_nodes_is_read_value_by_value_and_an_alias_once() -> None:
    node = compose("title: A\nweek: &w [B, {text: C, id: d}]\ntime: *w\n", "x")
    assert node is not None
    assert all_text(node).split("\n- ") == ["A", "B", "C", "d"]
