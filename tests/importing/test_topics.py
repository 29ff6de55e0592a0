"""Topics of numbered levels, in YAML or in the front matter of a Markdown page."""

import pytest

from importing.pages import cells, page
from importing.reading import into as read
from ladder.errors import InvalidLadder
from ladder.importing.draft import Draft
from ladder.importing.files import File

MILL = """\
---
title: "🌾 The mill"
levels: 3
topics:
  - name: "grain"
    title:
    content:
      - level: 10
        criteria:
          - "Owns the field"
      - level: 2
        criteria:
          - "Buys rye"
        exampleCriteria:
          - criteria: "Sells it: dear"
            examples:
              - "At the market"
              - "In town"
  - name: "wheel"
    title: "🛞 The wheel"
    content:
      - level: 2
        criteria:
          - "Turns it"
      - level: 3
---
Short words about the mill.
"""

BAKERY = """\
---
title: The bakery
topics:
  - name: grain
    title: "🌾 Grain"
    content:
      - level: 2
        criteria: [Bakes it]
---
"""


def drafted(*files: File) -> Draft:
    draft = Draft()
    read(files, draft)
    return draft


def test_files_with_topics_are_known_whatever_they_are_called() -> None:
    files = [
        page(MILL),
        page(BAKERY.strip("-\n"), "bakery.yaml"),
        page("---\ntitle: x\nyaml: false\n---\n## Level 1\ntopics: none\n"),
        page("---\ntopics: [grain]\n---\n"),
        page("title: x\n", "x.yml"),
        page('{"topics": [{"content": [{"level": 1}]}]}', "x.json"),
    ]
    assert fits(files) == files[:2]


def test_levels_are_in_the_order_of_their_numbers_with_those_as_ids() -> None:
    draft = drafted(page(MILL))
    assert [(name, level["title"]) for name, level in draft.levels.items()] == [
        ("2", "Level 2"),
        ("3", "Level 3"),
        ("10", "Level 10"),
    ]
    assert draft.head == {"title": "🌾 The mill", "about": "Short words about the mill."}


def test_criteria_are_statements_and_keep_their_examples() -> None:
    draft = drafted(page(MILL))
    assert cells(draft) == {
        "Level 2": {
            "grain": ["Buys rye", {"text": "Sells it: dear", "examples": ["At the market", "In town"]}],
            "🛞 The wheel": ["Turns it"],
        },
        "Level 3": {},
        "Level 10": {"grain": ["Owns the field"]},
    }
    assert list(draft.competencies) == ["grain", "wheel"]


def test_two_families_never_share_a_level_but_do_share_topics_of_one_name() -> None:
    draft = drafted(page(MILL, "mill.md"), page(BAKERY, "bakery.md"))
    assert {name: (level["track"], level["rank"]) for name, level in draft.levels.items()} == {
        "mill-2": ("mill", 2),
        "mill-3": ("mill", 3),
        "mill-10": ("mill", 10),
        "bakery-2": ("bakery", 2),
    }
    assert cells(draft)["The bakery: Level 2"] == {"🌾 Grain": ["Bakes it"]}
    assert list(draft.competencies) == ["grain", "wheel"]
    assert [one.text for one in draft.unplaced] == ["Short words about the mill."]


def test_two_topics_of_one_name_in_one_file_stay_two() -> None:
    topic = "  - {name: grain, title: %s, content: [{level: 1, criteria: [%s]}]}\n"
    draft = drafted(page("topics:\n" + topic % ("Rye", "a") + topic % ("Oats", "b"), "x.yaml"))
    assert cells(draft) == {"Level 1": {"Rye": ["a"], "Oats": ["b"]}}


def test_long_text_and_text_with_headings_below_the_front_matter_is_left_with_its_line() -> None:
    for body in ("word " * 200, "### About\nWhy."):
        draft = drafted(page(BAKERY + "\n" + body))
        assert "about" not in draft.head
        assert [(one.at, one.text) for one in draft.unplaced] == [("ladder.md:11", body.strip())]


def test_what_the_shape_does_not_know_is_kept() -> None:
    draft = drafted(
        page(
            """\
topics:
  - plain text
  - name: grain
    about: It feeds us
    content:
      - loose
      - {level: 1, criteria: one alone, note: by hand, exampleCriteria: [bare, {examples: [for nothing]}]}
      - {criteria: [of no level]}
""",
            "x.yaml",
        )
    )
    assert cells(draft) == {"Level 1": {"grain": ["one alone", "bare", "for nothing"]}}
    left = " ".join(one.text for one in draft.unplaced)
    for words in ("plain text", "It feeds us", "loose", "by hand", "of no level"):
        assert words in left


def test_a_level_that_is_no_number_goes_by_its_name_and_stands_after_those_that_are() -> None:
    draft = drafted(page("topics: [{name: a, content: [{level: Senior, criteria: [x]}, {level: 1.5}]}]", "x.yaml"))
    assert [level["title"] for level in draft.levels.values()] == ["Level 1.5", "Senior"]


def test_front_matter_that_is_no_yaml_is_an_error_with_its_place() -> None:
    broken = page(MILL.replace('          - "Owns', '          -\t"Owns'), "mill.md")
    assert fits([broken]) == [broken]
    with pytest.raises(InvalidLadder) as caught:
        drafted(broken)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("mill.md", 10)
    assert "tab" in problem.message
