"""A draft as files: whatever it says is read back as it was said."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ladder import schema
from ladder.importing import writing
from ladder.importing.draft import Draft, trimmed
from ladder.model import Cell, Ladder
from ladder.packaged import SCHEMA_FILE
from ladder.writing import yaml_text
from ladder.writing.yaml_text import Plain
from ladders import read, write, write_all

FEW = settings(max_examples=60, deadline=None)


def a_draft() -> Draft:
    """A draft with something of everything."""
    draft = Draft("The mill: #1")
    hand, miller = draft.level("L1", id="L1", rank=2), draft.level("Miller", aliases=["no", "1"], points=3)
    grain = draft.competency("Grain", group="Craft", about="- not a list")
    scale = draft.competency("Stones", steps=[{"id": "1", "title": "Turns", "expects": ["yes"]}])
    draft.levels[hand]["track"] = draft.track("Makers")
    draft.say(hand, grain, "Grinds: all day # long\nand night")
    draft.say(miller, grain, "null", examples=["=1+1", "2026-06-25"], optional=True)
    draft.cell(miller, scale)["step"] = "1"
    draft.cell(hand, scale).update(step="1", label="rarely")
    draft.roles["wind"] = {"title": "Wind", "level": miller, "discipline": "wind"}
    draft.say("wind", grain, "Waits for wind.")
    draft.leave("What is left", "a.md:3")
    return draft


def both(draft: Draft, folder: Path) -> Ladder:
    """The ladder as it is read from one file and from a folder, which are the same."""
    single = read(write(folder, writing.single(draft), "mill.yaml"))
    assert read(write_all(folder / "mill", writing.folder(draft))) == single
    return single


def test_what_a_draft_says_is_read_back_from_one_file_and_from_a_folder(tmp_path: Path) -> None:
    ladder = both(a_draft(), tmp_path)
    assert (ladder.title, ladder.order, ladder.role_ids) == ("The mill: #1", ("L1", "miller"), ("wind",))
    one, other = ladder.levels["L1"], ladder.levels["miller"]
    assert (one.rank, one.track, other.aliases) == (2, "makers", ("no", "1"))
    assert one.expects["grain"].statements[0].text == "Grinds: all day # long\nand night"
    (said,) = other.expects["grain"].statements
    assert (said.text, said.examples, said.optional) == ("null", ("=1+1", "2026-06-25"), True)
    assert (one.expects["stones"].step, one.expects["stones"].label) == ("1", "rarely")
    assert other.expects["stones"].step == "1"
    assert ladder.roles["wind"].expects["grain"].statements[0].text == "Waits for wind."
    assert ladder.competencies["grain"].about == "- not a list"


def test_levels_and_roles_have_a_file_each_which_names_the_schema_by_its_path() -> None:
    files = writing.folder(a_draft())
    assert list(files) == ["ladder.yaml", "levels/L1.yaml", "levels/miller.yaml", "roles/wind.yaml"]
    for name, text in files.items():
        place = f"../{SCHEMA_FILE}" if "/" in name else SCHEMA_FILE
        assert text.startswith(f"# yaml-language-server: $schema={place}\n")


def test_the_schema_is_the_one_that_the_program_prints() -> None:
    (name,) = yaml_text.schema()
    assert (name, json.loads(yaml_text.schema()[name])) == (SCHEMA_FILE, schema.schema())


def test_what_is_left_stands_at_the_end_and_is_passed_over() -> None:
    text = writing.single(a_draft())
    assert text.endswith("x-unplaced:\n  - at: a.md:3\n    text: What is left\n")
    assert "x-unplaced" not in writing.single(Draft("Nothing left"))


def test_cells_have_their_shortest_form() -> None:
    tree = yaml.safe_load(writing.single(a_draft()))
    hand, miller = tree["levels"]
    assert hand["expects"] == {
        "grain": ["Grinds: all day # long\nand night"],
        "stones": {"step": "1", "label": "rarely"},
    }
    assert miller["expects"]["stones"] == "1"


def test_a_step_of_a_competency_without_a_scale_is_not_taken_for_a_statement(tmp_path: Path) -> None:
    draft = Draft("T")
    draft.cell(draft.level("A"), draft.competency("Grain"))["label"] = "often"
    assert both(draft, tmp_path).levels["A"].expects["grain"].label == "often"


def test_text_of_several_lines_is_a_block_and_no_line_is_an_alias() -> None:
    draft = Draft("T")
    level, same = draft.level("L1"), ["one", "one"]
    draft.say(level, draft.competency("Grain"), "a\nb", examples=same, signals=same)
    text = writing.single(draft)
    assert "text: |-\n" in text
    assert "&id" not in text
    assert "*id" not in text


def test_words_without_quotes_stay_so() -> None:
    text = yaml_text.text({"a": Plain("10:30"), "b": "10:30", "c": Plain("1"), "d": "1", "e": "word"}, SCHEMA_FILE)
    assert text.splitlines()[1:] == ["a: 10:30", "b: '10:30'", "c: 1", "d: '1'", "e: word"]


ODD = ["- a", "a: b", "# c", "no", "~", "1", "'", '"', "|", ">", "&a", "*a", "!a", "%a", "@a", "`a", "a #b"]
TEXTS = st.text(max_size=40) | st.sampled_from([*ODD, "\u2028", "\x85", "a\n\n b", "\t", "a\n  - b\n c"])


@given(texts=st.lists(TEXTS, max_size=4), title=TEXTS)
@FEW
def test_any_text_is_read_back_as_it_was_said(
    texts: list[str], title: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    draft = Draft("T")
    level, competency = draft.level(title), draft.competency(title)
    for text in texts:
        draft.say(level, competency, text, examples=[trimmed(text)])
        draft.leave(text, "here")
    ladder = both(draft, tmp_path_factory.mktemp("any"))
    cell = ladder.levels[level].expects.get(competency, Cell())
    said = [one for one in map(trimmed, texts) if one]
    assert [one.text for one in cell.statements] == said
    assert [one.examples for one in cell.statements] == [(one,) for one in said]
    assert ladder.levels[level].title == draft.levels[level]["title"]
    assert ladder.competencies[competency].title == draft.competencies[competency]["title"]
