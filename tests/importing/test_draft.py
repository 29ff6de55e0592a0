"""A ladder in the making: ids that can be files anywhere, texts that YAML can hold, nothing said twice by accident."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder.importing.draft import LONGEST_ID, RESERVED, Draft, fresh, slug, tidy, trimmed
from ladder.reading.context import valid_id

MANY = settings(max_examples=200, deadline=None)


# -- ids


@pytest.mark.parametrize("code", ["L4", "MG1", "SRE", "3.2", "IC5", "1", "E3a", "QA", "4a", "l4"])
def test_one_short_code_stays_as_it_is_written(code: str) -> None:
    assert slug(code) == slug(f" {code}: ") == slug(f"({code})") == code


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Grain", "grain"),
        ("Junior", "junior"),
        ("Senior Engineer II", "senior-engineer-ii"),
        ("L4 Engineer", "l4-engineer"),
        ("TECHNICAL", "technical"),
        ("Craft / Code & Tools", "craft-code-tools"),
        ("X-ray", "xray"),
        ("x y", "xy"),
        ("Größe", "größe"),
        ("日本 語", "日本-語"),
        ("🛠️ Mastery", "mastery"),
        ("e\u0301tude", "e\u0301tude"),
        ("snake_case", "snake_case"),
        ("..a..b..", "a..b"),
        ("🛠️", ""),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_other_words_are_in_lower_case_and_hyphenated(words: str, id_: str) -> None:
    assert slug(words) == id_


@pytest.mark.parametrize("name", ["con", "NUL", "aux.x", "LPT1", "com9.yaml"])
def test_what_is_no_file_s_name_on_windows_is_none_here(name: str) -> None:
    assert not RESERVED.fullmatch(slug(name))
    assert slug(name).replace("-", "").lower() == name.lower()
    assert valid_id(slug(name))


def test_an_id_is_cut_between_words() -> None:
    assert slug("a very long title of a level " * 4) == "a-very-long-title-of-a-level-a-very-long-title"
    assert slug("x" * 200) == "x" * LONGEST_ID
    assert len(slug("語" * 100).encode()) <= LONGEST_ID


@given(words=st.text(max_size=80))
@MANY
def test_any_words_give_an_id_that_can_be_a_file_s_name_anywhere(words: str) -> None:
    id_ = slug(words)
    if id_:
        assert valid_id(id_)
        assert not RESERVED.fullmatch(id_)
        assert not id_.startswith(("x-", ".", "-"))
        assert not re.search(r"[\s/\\:*?\"<>|\x00-\x1f]", id_)
        assert len(id_.encode()) <= LONGEST_ID + 1


@given(words=st.lists(st.sampled_from(["L1", "l1", "Grain", "GRAIN", "grain", "x", "", "🛠️", "Con"]), max_size=9))
@MANY
def test_no_two_ids_are_the_same_on_a_disk_that_knows_no_case(words: list[str]) -> None:
    taken: list[str] = []
    for word in words:
        taken.append(fresh(word, taken, "level"))
    assert len({one.casefold() for one in taken}) == len(words)
    assert not [one for one in taken if one.startswith("x-")]


# -- texts


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("**Grain**", "Grain"),
        ("_Grain_", "Grain"),
        ("## Grain", "Grain"),
        (" Grain:\n ", "Grain"),
        ("Grain\n and  bins", "Grain and bins"),
        ("**a** and **b**", "a** and **b"),
        ("\x1b[1mGrain\x00", "[1mGrain"),
        ("", ""),
    ],
)
def test_a_label_is_one_line_without_marks(label: str, shown: str) -> None:
    assert tidy(label) == shown


def test_a_statement_keeps_its_lines_and_loses_the_blanks_at_their_ends() -> None:
    assert trimmed("\n  a  \n   b\t\n\nc \n") == "a\n   b\n\nc"
    assert trimmed("a\ufeffb\ud800c\x07") == "abc"
    assert trimmed(" \n ") == ""


# -- levels, competencies, tracks


def test_a_level_without_words_is_one_still() -> None:
    draft = Draft()
    assert draft.level("") == "level"
    assert draft.levels["level"]["title"] == "level"


def test_what_is_empty_is_left_out_and_nought_is_not() -> None:
    draft = Draft()
    name = draft.level("A", track="", rank=0, aliases=(), points=0, summary=None)
    assert draft.levels[name] == {"title": "A", "rank": 0, "points": 0}
    assert draft.levels[draft.level("B", aliases=("b",))]["aliases"] == ["b"]


def test_a_competency_of_one_title_and_group_is_the_same_and_of_another_group_another() -> None:
    draft = Draft()
    first = draft.competency("Grain", group="Craft")
    assert draft.competency("**Grain**", group="Craft") == draft.competency("Grain") == first
    other = draft.competency("Grain", group="Field")
    assert (first, other) == ("grain", "grain-2")
    assert draft.competency("Grain", id="other") == "other"
    assert draft.competencies[first] == {"title": "Grain", "group": "Craft"}


def test_a_track_of_one_title_is_the_same() -> None:
    draft = Draft()
    assert draft.track("Makers") == draft.track("**Makers:**") == "makers"
    assert draft.track("IC", id="ic") == "ic"
    assert draft.tracks == {"makers": {"title": "Makers"}, "ic": {"title": "IC"}}


# -- statements


def test_statements_are_said_of_levels_and_roles_and_counted_with_those_of_scales_and_of_all() -> None:
    draft = Draft("The mill")
    level, competency = draft.level("A"), draft.competency("Grain", steps=[{"id": "1", "expects": ["x", "y"]}])
    draft.roles["wind"] = {"level": level}
    draft.head["baseline"] = {"expects": {competency: {"statements": ["z"]}}}
    draft.say(level, competency, " a \n", tags=[], examples=("e",), id="")
    draft.say(level, competency, "b")
    draft.say("wind", competency, "c")
    draft.say(level, competency, " \ufeff\n")
    assert draft.cell(level, competency) == {"statements": [{"text": "a", "examples": ["e"]}, "b"]}
    assert draft.cell("wind", competency) == {"statements": ["c"]}
    assert draft.statements == 2 + 1 + 3
    assert draft.head["title"] == "The mill"


def test_what_has_no_place_is_kept_unless_it_is_blank() -> None:
    draft = Draft()
    draft.leave(" words \n", "a.md:3")
    draft.leave(" \n", "a.md:4")
    assert [tuple(one) for one in draft.unplaced] == [("a.md:3", "words", "")]
    assert draft.statements == 0
