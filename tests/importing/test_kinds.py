"""Kinds of ladders that people write: each in the smallest form that shows what is meant."""

from importing.pages import cells, page
from importing.reading import understood
from ladder.importing.draft import Draft


def md(text: str) -> Draft:
    return understood([page(text)])


def sheet(text: str) -> Draft:
    return understood([page(text, "mill.csv")])


def test_numbers_in_a_matrix_name_steps_that_the_page_describes() -> None:
    scale = "## Steps\n\n### 1 - Knows\n\nHas seen a stone.\n\n### 2 - Does\n\nDresses a stone.\n\n## Matrix\n\n"
    draft = md(f"# Mill\n\n{scale}| Skill | Junior | Senior |\n|---|---|---|\n| Stone | 1 | 2 |\n| Grain | 1 | 1 |\n")
    stone = draft.competencies["stone"]
    assert [(step["id"], step["title"], step["expects"]) for step in stone["steps"]] == [
        ("1", "Knows", ["Has seen a stone."]),
        ("2", "Does", ["Dresses a stone."]),
    ]
    assert draft.levels["senior"]["expects"] == {"stone": {"step": "2"}, "grain": {"step": "1"}}


def test_levels_in_rows_of_their_own_stand_above_their_competencies() -> None:
    draft = sheet("Skill,Expected\nJunior,\nGrain,Sorts it\nStone,Turns it\nSenior,\nGrain,Buys it\nStone,Mends it\n")
    assert cells(draft) == {
        "Junior": {"Grain": ["Sorts it"], "Stone": ["Turns it"]},
        "Senior": {"Grain": ["Buys it"], "Stone": ["Mends it"]},
    }


def test_ticks_say_of_which_level_a_row_is_expected() -> None:
    draft = sheet("Expectation,Junior,Senior\nSorts grain,x,x\nBuys grain,,x\n")
    assert cells(draft) == {
        "Junior": {"Expectations": ["Sorts grain"]},
        "Senior": {"Expectations": ["Sorts grain", "Buys grain"]},
    }


def test_what_a_level_of_several_steps_says_is_said_of_each_step() -> None:
    draft = md(
        "# Mill\n\n## Engineer\n\n### Grain\n\n- Knows rye\n\n"
        "### Engineer I\n\n#### Stone\n\n- Turns it\n\n### Engineer II\n\n#### Stone\n\n- Mends it\n\n"
        "## Senior Engineer\n\n### Grain\n\n- Buys rye\n"
    )
    assert "Engineer" not in {level["title"] for level in draft.levels.values()}
    assert cells(draft)["Engineer I"] == {"Grain": ["Knows rye"], "Stone": ["Turns it"]}
    assert cells(draft)["Engineer II"] == {"Grain": ["Knows rye"], "Stone": ["Mends it"]}


def test_texts_in_the_order_of_levels_that_are_only_listed_are_said_of_one_each() -> None:
    tree = '{"levels": ["Junior", "Senior"], "skills": {"Grain": ["Sorts it well.", "Buys it well."]}}'
    draft = understood([page(tree, "mill.json")])
    assert cells(draft) == {"Junior": {"Grain": ["Sorts it well."]}, "Senior": {"Grain": ["Buys it well."]}}


def test_rows_that_describe_levels_are_no_competencies() -> None:
    draft = sheet(
        "Level,L2,L1\nTitle,Senior miller,Miller\nYears,5+,0-2\nRank,2,1\nAbout,Leads,Learns\nGrain,Buys,Sorts\n"
    )
    assert list(draft.competencies) == ["grain"]
    level = draft.levels["L1"]
    assert (level["title"], level["years"], level["summary"]) == ("Miller", {"from": 0, "to": 2}, "Learns")
    assert list(draft.levels) == ["L1", "L2"]


def test_levels_that_differ_by_what_is_in_brackets_are_neighbours_on_two_tracks() -> None:
    draft = sheet(
        "Skill,Miller,Senior (Maker),Senior (Manager),Lead (Maker),Lead (Manager)\n"
        "Grain,Sorts it,Buys it,Plans it,Prices it,Trades it\n"
    )
    ranks = [(level["title"], level.get("rank"), level.get("track")) for level in draft.levels.values()]
    assert ranks == [
        ("Miller", 1, None),
        ("Senior (Maker)", 2, "maker"),
        ("Senior (Manager)", 2, "manager"),
        ("Lead (Maker)", 3, "maker"),
        ("Lead (Manager)", 3, "manager"),
    ]


def test_a_small_margin_is_said_with_what_decides() -> None:
    draft = md(
        "# Mill\n\n## Junior\n\n### Senior\n\n- Grinds with one\n\n### Staff\n\n- Grinds with two\n\n"
        "## Lead\n\n### Senior\n\n- Grinds with three\n\n### Staff\n\n- Grinds with four\n"
    )
    assert any("could also be" in line and "--levels decides" in line for line in draft.did), draft.did


def test_a_word_that_says_what_a_name_is_makes_it_one_in_data() -> None:
    tree = "- {grade: Zork, theme: Grain, text: Sorts it}\n- {grade: Plim, theme: Grain, text: Buys it}\n"
    draft = understood([page(tree, "mill.yaml")])
    assert cells(draft) == {"Zork": {"Grain": ["Sorts it"]}, "Plim": {"Grain": ["Buys it"]}}


def test_a_link_and_markup_of_a_statement_become_its_link_and_plain_text() -> None:
    draft = sheet('Skill,Junior,Senior\nGrain,"**Sorts** [rye](https://mill.example) &amp; oats",Buys it\n')
    [said] = draft.levels["junior"]["expects"]["grain"]["statements"]
    assert said == {"text": "Sorts rye & oats", "links": ["https://mill.example"]}
