"""Whatever document is written: every text of it stands in the ladder, or with what found no place."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.pages import page
from importing.reading import understood
from ladder.errors import CannotRead, InvalidLadder, LadderError
from ladder.importing.bringing import bring
from ladder.importing.draft import Draft
from ladders import write, write_all

OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LEVELS = ["Junior", "Senior", "L1", "L2", "Staff Miller", "Miller II"]
NAMES = ["Grain", "Stone", "Talk", "How we mill", "FAQ", *LEVELS]


class Written:
    """A document in the making, with a word of its own for each text that must not be lost."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def word(self) -> str:
        """A word that no other text has."""
        self.words.append(f"milled{len(self.words)}grain")
        return self.words[-1]


def kept(draft: Draft) -> str:
    """All that a draft says."""
    return json.dumps([vars(draft)], default=str, ensure_ascii=False)


BLOCKS = st.sampled_from([
    "## {name}", "### {name}", "#### {word}", "## {word}", "{word} {word}.", "- {word}", "- **{name}**: {word}",
    "- {name}\n  - {word}", "**{name}**\n\n- {word}", "<details>\n<summary>{word}</summary>\n{word}\n</details>",
    "| {name} | {word} |\n|---|---|\n| {word} | {word} |",
    "| Skill | Junior | Senior |\n|---|---|---|\n| {word} | {word} | {word} |",
    "> {word}", "1. {word}\n2. {word}", "```\n{word}\n```", "{word}[^n]\n\n[^n]: {word}", "{word}<br>{word}",
    "<table><tr><th>{name}<th>{word}<tr><td>{word}<td><ul><li>{word}<li>{word}</ul></table>", "[{word}](page.md)",
])  # fmt: skip
PAGES = st.lists(st.tuples(BLOCKS, st.sampled_from(NAMES)), min_size=1, max_size=14)


def filled(blocks: list[tuple[str, str]], written: Written, head: str = "") -> str:
    """A page of these blocks."""
    parts = [head + "# The mill", "## Junior", "### Grain", f"- {written.word()}", "## Senior", "### Grain"]
    parts.append(f"- {written.word()}")
    for block, name in blocks:
        text = block.replace("{name}", name)
        while "{word}" in text:
            text = text.replace("{word}", written.word(), 1)
        parts.append(text)
    return "\n\n".join(parts) + "\n"


@given(blocks=PAGES, front=st.booleans())
@OFTEN
def test_no_text_of_any_page_is_lost(blocks: list[tuple[str, str]], front: bool) -> None:
    written = Written()
    head = f"---\ntitle: The mill\nmotto: {written.word()} and {written.word()}\n---\n\n" if front else ""
    draft = understood([page(filled(blocks, written, head))])
    said = kept(draft)
    assert [word for word in written.words if word not in said] == []


@given(
    rows=st.lists(st.lists(st.sampled_from(["", "w", "w", "- w\n- w", *NAMES]), min_size=3, max_size=3), max_size=7),
    head=st.lists(st.sampled_from(["w", "", "Skill", "Notes", *LEVELS]), min_size=3, max_size=3),
)
@OFTEN
def test_no_cell_of_any_table_is_lost(rows: list[list[str]], head: list[str]) -> None:
    written = Written()

    def cell(text: str) -> str:
        while "w" in text.split() or "\n- w" in text or text == "w" or text.startswith("- w\n"):
            text = text.replace("- w", f"- {written.word()}", 1) if "- w" in text else written.word()
        return text

    table = [["Skill", "Junior", "Senior"], ["Grain", written.word(), written.word()]]
    table += [[cell(text) for text in row] for row in (head, *rows)]
    lines = [",".join('"' + text.replace('"', '""') + '"' for text in row) for row in table]
    draft = understood([page("\n".join(lines) + "\n", "mill.csv")])
    said = kept(draft)
    assert [word for word in written.words if word not in said] == []


VALUES: Any = st.recursive(
    st.just("w") | st.none() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*NAMES, "name", "levels", "skills", "text", "examples", "about", "level", "motto"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=16,
)


@given(value=VALUES)
@OFTEN
def test_no_text_of_any_data_is_lost(value: Any) -> None:
    written = Written()

    def told(one: Any) -> Any:
        if isinstance(one, dict):
            return {key: told(inner) for key, inner in one.items()}
        if isinstance(one, list):
            return [told(inner) for inner in one]
        return f"{written.word()} said" if one == "w" else one

    tree = {"levels": {"Junior": {"Grain": told("w")}, "Senior": {"Grain": told("w")}}, "more": told(value)}
    draft = understood([page(json.dumps(tree), "mill.json")])
    said = kept(draft)
    assert [word for word in written.words if word not in said] == []


@given(blocks=PAGES, second=PAGES)
@settings(max_examples=15, deadline=None)
def test_no_text_of_a_folder_of_several_kinds_is_lost(
    blocks: list[tuple[str, str]], second: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = Written()
    folder = tmp_path_factory.mktemp("mix")
    rows = f"Skill,Junior,Senior\nStone,{written.word()},{written.word()}\n"
    data = json.dumps({"Junior": {"Talk": written.word()}, "Senior": {"Talk": written.word()}})
    html = f"<html><body><h1>Mill</h1><h2>Junior</h2><p>{written.word()}</p><h2>Senior</h2><p>{written.word()}</p>"
    files = {"a.md": filled(blocks, written), "b.md": filled(second, written), "c.csv": rows, "d.json": data}
    write_all(folder, {**files, "e.html": html})
    brought = bring([str(folder)])
    assert [word for word in written.words if word not in brought.single] == []


@given(text=st.text(max_size=200), suffix=st.sampled_from(["md", "csv", "json", "yaml", "html", "txt"]))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_a_ladder_or_one_clear_line(text: str, suffix: str) -> None:
    with suppress(LadderError):  # anything else is a fault
        understood([page(text.replace("\0", ""), f"mill.{suffix}")])


# -- kinds of documents


def statements(draft: Draft) -> set[tuple[str, str, str]]:
    """Level, competency and text of every statement."""
    return {
        (level["title"], draft.competencies[name]["title"], one if isinstance(one, str) else one["text"])
        for level in draft.levels.values()
        for name, cell in level.get("expects", {}).items()
        for one in cell.get("statements", ())
    }


MILL = {("Junior", "Grain", "Sorts it"), ("Senior", "Grain", "Buys it"), ("Senior", "Grain", "Sells it")}
PAGE = """<html><head><title>x</title></head><body><nav>Menu</nav><main><h1>Mill</h1>
<h2>Junior</h2><h3>Grain</h3><ul><li>Sorts it</li></ul>
<h2>Senior</h2><h3>Grain</h3><ul><li>Buys <b>it</b></li><li>Sells it</li></ul></main>
<footer>Bye</footer></body></html>"""


def test_a_page_of_the_web_is_read_without_its_menu_and_its_footer() -> None:
    draft = understood([page(PAGE, "mill.html")])
    assert statements(draft) == MILL
    assert not {"Menu", "Bye"} & {one.text for one in draft.unplaced}


@pytest.mark.parametrize(
    ("table", "levels"),
    [
        ("Kompetencja,Młodszy,Starszy\nZiarno,Sortuje je,Kupuje je\n", ["Młodszy", "Starszy"]),
        ("Навык,Младший,Старший\nЗерно,Сортирует его,Покупает его\n", ["Младший", "Старший"]),
        ("能力,初级,高级\n谷物,分拣谷物,购买谷物\n", ["初级", "高级"]),
        ("スキル,ジュニア,シニア\n穀物,穀物を分ける,穀物を買う\n", ["ジュニア", "シニア"]),
        ("שלב,תבואה\nזוטר,ממיין אותה\nבכיר,קונה אותה\n", ["זוטר", "בכיר"]),
        ("Competencia,Júnior,Sénior\nGrano,Lo clasifica bien,Lo compra bien\n", ["Júnior", "Sénior"]),
        ("Rzecz,Pierwszy,Drugi\nZiarno,Sortuje je bardzo dobrze,Kupuje je bardzo dobrze\n", ["Pierwszy", "Drugi"]),
    ],
)
def test_a_matrix_reads_the_same_in_any_language(table: str, levels: list[str]) -> None:
    draft = understood([page(table, "mill.csv")])
    assert [level["title"] for level in draft.levels.values()] == levels


def test_headings_in_what_folds_out_stand_below_its_summary() -> None:
    fold = "<details>\n<summary>{}</summary>\n\n#### Grain\n\n- {}\n\n</details>\n\n"
    draft = understood([page("# Mill\n\n" + fold.format("Junior", "Sorts it") + fold.format("Senior", "Buys it"))])
    assert statements(draft) == {("Junior", "Grain", "Sorts it"), ("Senior", "Grain", "Buys it")}


def test_a_row_with_more_cells_than_its_head_loses_none() -> None:
    draft = understood([page("| Skill | Junior | Senior |\n|---|---|---|\n| Grain | Sorts | Buys | Pays well |\n")])
    assert {one.text for one in draft.unplaced} == {"Pays well"}


def test_front_matter_in_which_nothing_stands_below_another_describes_the_page() -> None:
    front = "---\ntitle: The mill\nlevels: [Junior, Senior]\nmotto: We grind all day\n---\n"
    draft = understood([page(f"{front}\n## Junior\n### Grain\n- Sorts it\n## Senior\n### Grain\n- Buys it\n")])
    assert statements(draft) == {("Junior", "Grain", "Sorts it"), ("Senior", "Grain", "Buys it")}
    assert draft.head["title"] == "The mill"
    assert {one.text for one in draft.unplaced} == {"Junior", "Senior", "We grind all day"}


def test_lines_of_one_paragraph_that_begin_in_bold_are_labels_of_their_own() -> None:
    level = "## {}\n\n**Scope**: {}\n**Skills**:\n- {}\n\n"
    text = "# Mill\n\n" + level.format("L1", "A stone", "Sorts") + level.format("L2", "A mill", "Buys")
    said = {("L1", "Scope", "A stone"), ("L1", "Skills", "Sorts"), ("L2", "Scope", "A mill"), ("L2", "Skills", "Buys")}
    assert statements(understood([page(text)])) == said


def test_one_code_for_two_jobs_makes_two_levels_and_for_two_spellings_one() -> None:
    def sheet(title: str, text: str) -> str:
        return f"| Skill | {title} |\n|---|---|\n| Grain | {text} |\n"

    jobs = [page(sheet("Miller (L1)", "Sorts it"), "a.md"), page(sheet("Baker (L1)", "Bakes it"), "b.md")]
    titles = {level["title"] for level in understood(jobs, levels="columns").levels.values()}
    assert titles == {"Miller (L1)", "Baker (L1)"}
    same = [page(sheet("Miller (L1)", "Sorts it"), "a.md"), page(sheet("L1", "Grinds it"), "b.md")]
    assert len(understood(same, levels="columns").levels) == 1


def test_a_guess_is_left_where_another_file_names_the_levels() -> None:
    data = page(json.dumps({"Junior": {"Grain": ["Sorts it"]}, "Senior": {"Grain": ["Buys it"]}}), "mill.json")
    notes = page("# Notes\n## Monday\n### Grain\n- Rye came\n## Friday\n### Grain\n- Oats came\n", "notes.md")
    draft = understood([data, notes])
    assert list(draft.levels) == ["junior", "senior"]
    assert {"Rye came", "Oats came"} <= {one.text for one in draft.unplaced}


def test_where_no_word_tells_the_labels_that_vary_one_word_are_the_levels() -> None:
    table = "X,Zork prime,Zork beta\nPlim,Grinds it all day,Sells it all day\nTrok,Turns it slowly,Mends it quickly\n"
    upright = understood([page(table, "mill.csv")])
    rows = [line.split(",") for line in table.split("\n")[:3]]
    across = "".join(",".join(column) + "\n" for column in zip(*rows, strict=True))
    assert list(upright.levels) == list(understood([page(across, "mill.csv")]).levels) == ["zork-prime", "zork-beta"]


def test_what_is_placed_is_not_kept_a_second_time() -> None:
    bullets = "- **Scope**: A stone of {}\n- **Skills**: Turns it, mends it\n- Talk: Greets\n"
    level = f"## {{}}\n\n{bullets}\n**Years:** two of them\n\n"
    draft = understood([page("# Mill\n\n" + level.format("Junior", 1) + level.format("Senior", 2))])
    assert len(statements(draft)) == 8
    assert draft.unplaced == []


def test_highest_first_is_turned_round_and_said() -> None:
    draft = understood([page("Skill,Principal,Senior,Junior\nGrain,Prices it,Buys it,Sorts it\n", "mill.csv")])
    assert list(draft.levels) == ["junior", "senior", "principal"]
    assert "the highest level stood first: turned round, lowest first" in draft.did


def test_money_weights_dates_and_ways_up_are_no_levels() -> None:
    table = "Skill,Weight,Junior,Senior,Salary,2024\nGrain,30%,Sorts it,Buys it,$90k,done\n"
    draft = understood([page(table, "mill.csv")])
    assert [level["title"] for level in draft.levels.values()] == ["Junior", "Senior"]
    assert {"30%", "$90k", "done"} <= {one.text for one in draft.unplaced}


def test_a_person_may_say_where_the_levels_stand() -> None:
    table = page(",Red one,Blue one\nGrain,Sorts it well,Buys it well\nStone,Turns it well,Mends it well\n", "m.csv")
    titles = [level["title"] for level in understood([table], levels="rows").levels.values()]
    assert titles == ["Grain", "Stone"]
    titles = [level["title"] for level in understood([table], levels="columns").levels.values()]
    assert titles == ["Red one", "Blue one"]
    pages = page("# Mill\n## Alpha\n### Grain\n- Sorts it\n## Beta\n### Grain\n- Buys it\n")
    assert list(understood([pages], levels="headings 3").levels) == ["grain"]
    assert list(understood([pages], levels="headings 2").levels) == ["alpha", "beta"]


def test_a_quote_that_never_closes_is_told_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, 'Skill,Junior,Senior\nGrain,"Sorts it,Buys it\nStone,Turns it,Mends it\n', "open.csv")
    with pytest.raises(LadderError) as caught:
        bring([path])
    assert isinstance(caught.value, InvalidLadder)
    assert str(caught.value.problems[0]).startswith(f"{path}:2:7: error[syntax]: a quote opens here")


@pytest.mark.parametrize("name", ["mill.pdf", "mill.tex", "mill.js", "mill.rtf", "mill.numbers"])
def test_what_is_not_read_says_why_and_what_to_do(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, "x", name)
    with pytest.raises(CannotRead, match="is not read") as caught:
        bring([path])
    assert caught.value.hint


@pytest.mark.parametrize("name", ["mill.xlsx", "mill.ods", "mill.docx"])
def test_a_missing_extra_is_one_line_with_what_installs_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    for module in ("python_calamine", "mammoth"):
        monkeypatch.setitem(sys.modules, module, None)
    path = write(tmp_path, "x", name)
    with pytest.raises(CannotRead, match="needs what reads") as caught:
        bring([path])
    assert "career-ladder[office]" in caught.value.hint
