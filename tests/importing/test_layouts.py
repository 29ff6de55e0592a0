"""One ladder in every layout that people use, in several languages: each statement stands at its level, in its cell."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.pages import page
from importing.reading import understood
from ladder.errors import LadderError
from ladder.importing.draft import Draft
from ladder.markup.inline import bare

Mill = dict[str, dict[str, list[str]]]
"""Statements by level and competency."""
Layout = Callable[[Mill], str]

WORDS: Final[dict[str, tuple[list[str], list[str], str]]] = {
    "titles": (["Junior Engineer", "Engineer", "Senior Engineer"], ["Grain", "Stones", "Talk"], "Mills it all day"),
    "codes": (["L1", "L2", "L3", "L4"], ["Grain", "Stones"], "Mills it all day"),
    "numbers": (["Engineer I", "Engineer II", "Senior Engineer I"], ["Grain", "Talk"], "Mills it all day"),
    "both": (["E1 - Junior Developer", "E2 - Developer", "E3 - Senior Developer"], ["Grain", "Talk"], "Mills it well"),
    "pl": (["Młodszy programista", "Programista", "Starszy programista"], ["Ziarno", "Kamienie"], "Miele cały dzień"),
    "ru": (["Младший разработчик", "Разработчик", "Старший разработчик"], ["Зерно", "Камни"], "Мелет весь день"),
    "es": (
        ["Desarrollador júnior", "Desarrollador", "Desarrollador sénior"],
        ["Grano", "Piedras"],
        "Muele todo el día",
    ),
    "zh": (["初级工程师", "中级工程师", "高级工程师"], ["谷物", "石磨"], "为团队整天磨面"),
    "ja": (["ジュニアエンジニア", "シニアエンジニア", "リードエンジニア"], ["穀物", "石臼"], "チームのために粉を挽く"),
    "he": (["מפתח זוטר", "מפתח", "מפתח בכיר"], ["תבואה", "אבנים"], "טוחן כל היום"),
}


def written(language: str, counts: list[int]) -> Mill:
    """A ladder in which no two statements are the same; a cell has as many as `counts` says in turn."""
    levels, competencies, said = WORDS[language]
    cells = [(level, name) for level in levels for name in competencies]
    mill: Mill = {level: {} for level in levels}
    for number, (level, name) in enumerate(cells):
        many = counts[number % len(counts)]
        mill[level][name] = [f"{said} {number}.{place}" for place in range(many)]
    return mill


def names(mill: Mill) -> list[str]:
    return list(next(iter(mill.values())))


def bullets(texts: list[str], indent: str = "") -> str:
    return "".join(f"{indent}- {text}\n" for text in texts)


def sections(mill: Mill, *, label: str = "### {}\n\n", head: str = "## {}\n\n", end: str = "") -> str:
    body = ""
    for level, cells in mill.items():
        parts = (label.format(name) + bullets(texts) for name, texts in cells.items())
        body += head.format(level) + "\n".join(parts) + end + "\n"
    return f"# The mill\n\nHow we grind.\n\n{body}"


def turned(mill: Mill) -> Mill:
    return {name: {level: mill[level][name] for level in mill} for name in names(mill)}


def rows(mill: Mill, corner: str, join: str) -> list[list[str]]:
    """Competencies as rows, levels as columns."""
    return [[corner, *mill], *([name, *(join.join(mill[level][name]) for level in mill)] for name in names(mill))]


def piped(table: list[list[str]]) -> str:
    lines = [table[0], ["---"] * len(table[0]), *table[1:]]
    return "# The mill\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sheet(table: list[list[str]], delimiter: str = ",") -> str:
    paper = io.StringIO()
    csv.writer(paper, delimiter=delimiter, lineterminator="\n").writerows(table)
    return paper.getvalue()


def across(mill: Mill, corner: str, join: str) -> list[list[str]]:
    return [list(column) for column in zip(*rows(mill, corner, join), strict=True)]


def html_table(mill: Mill) -> str:
    def cell(texts: list[str]) -> str:
        return f"<td><ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul></td>"

    head = "".join(f"<th>{level}</th>" for level in mill)
    body = "".join(f"<tr><th>{n}</th>{''.join(cell(mill[level][n]) for level in mill)}</tr>" for n in names(mill))
    return f"<html><body><nav><a href='/'>Home</a></nav><h1>Mill</h1><table><tr><th></th>{head}</tr>{body}</table>"


def html_page(mill: Mill) -> str:
    body = ""
    for level, cells in mill.items():
        body += f"<section><h2>{level}</h2>\n"
        body += "".join(f"<h3>{n}</h3><ul>{''.join(f'<li>{t}' for t in texts)}</ul>\n" for n, texts in cells.items())
    return f"<!doctype html><html><main><h1>Mill</h1>{body}</main><footer>Bye</footer></html>"


def nested(mill: Mill) -> str:
    body = "".join(
        f"## {level}\n\n" + "".join(f"- {n}\n{bullets(texts, '  ')}" for n, texts in cells.items() if texts) + "\n"
        for level, cells in mill.items()
    )
    return f"# The mill\n\n{body}"


def listed(mill: Mill, key: str) -> list[dict[str, Any]]:
    return [
        {"name": level, key: [{"name": n, "expectations": t} for n, t in cells.items()]}
        for level, cells in mill.items()
    ]


def records(mill: Mill) -> list[dict[str, str]]:
    cells = [(level, name, texts) for level, of in mill.items() for name, texts in of.items()]
    return [{"level": level, "skill": name, "text": text} for level, name, texts in cells for text in texts]


def listing(mill: Mill) -> str:
    return sheet([["Level", "Skill", "Statement"], *([*record.values()] for record in records(mill))])


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


LAYOUTS: Final[dict[str, tuple[str, Layout]]] = {
    "headings": ("md", sections),
    "headings, competencies first": ("md", lambda mill: sections(turned(mill))),
    "bold paragraphs": ("md", lambda mill: sections(mill, label="**{}**\n\n")),
    "labels above lists": ("md", lambda mill: sections(mill, label="{}:\n\n")),
    "levels that fold out": (
        "md",
        lambda mill: sections(
            mill, head="<details>\n<summary>{}</summary>\n\n", label="#### {}\n\n", end="\n</details>\n"
        ),
    ),
    "nested bullets": ("md", nested),
    "a table of Markdown": ("md", lambda mill: piped(rows(mill, "", "<br>"))),
    "levels as its rows": ("md", lambda mill: piped(across(mill, "", "<br>"))),
    "CSV with bullets": ("csv", lambda mill: sheet(rows(mill, "", "\n- "))),
    "CSV with semicolons": ("csv", lambda mill: sheet(across(mill, "", "\n"), ";")),
    "a statement a row": ("csv", listing),
    "a page": ("html", html_page),
    "a table of HTML": ("html", html_table),
    "levels as keys": ("json", lambda mill: as_json(mill)),
    "competencies as keys": ("json", lambda mill: as_json(turned(mill))),
    "lists of levels": ("yaml", lambda mill: yaml.safe_dump({"levels": listed(mill, "skills")}, allow_unicode=True)),
    "lists of skills": ("json", lambda mill: as_json({"skills": listed(turned(mill), "levels")})),
    "records": ("json", lambda mill: as_json(records(mill))),
    "levels as keys of skills": ("json", lambda mill: as_json([{"name": n, **of} for n, of in turned(mill).items()])),
}


def placed(draft: Draft) -> dict[str, set[str]]:
    """What a level is called, its competency and the text, by the text."""
    found: dict[str, set[str]] = {}
    for level in draft.levels.values():
        for name, cell in level.get("expects", {}).items():
            for one in cell["statements"]:
                said = one if isinstance(one, str) else one["text"]
                found.setdefault(bare(said), set()).update({level["title"], draft.competencies[name]["title"]})
    return found


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_statement_stands_in_its_cell(layout: str, language: str) -> None:
    suffix, lay = LAYOUTS[layout]
    mill = written(language, [2, 1, 3])
    draft = understood([page(lay(mill), f"mill.{suffix}")])
    assert [level["title"] for level in draft.levels.values()] == list(mill)
    assert placed(draft) == {text: {a, b} for a, cells in mill.items() for b, texts in cells.items() for text in texts}


@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    language=st.sampled_from(sorted(WORDS)),
    counts=st.lists(st.integers(0, 3), min_size=2, max_size=7).filter(any),
    junk=st.sampled_from(["", "\n", "<table>", "**", "|", "\t", '"', "<!--", "\u2028", "```", "{", "\n\n# Senior\n"]),
    share=st.floats(0, 1),
)
@settings(max_examples=120, deadline=None)
def test_whatever_is_done_to_a_ladder_no_statement_of_it_is_lost(
    layout: str, language: str, counts: list[int], junk: str, share: float
) -> None:
    suffix, lay = LAYOUTS[layout]
    mill = written(language, counts)
    text = lay(mill)
    place = int(share * len(text))
    damaged = text[:place] + junk + text[place:]
    try:
        draft = understood([page(damaged, f"mill.{suffix}")])
    except LadderError:
        return  # it says in one line what is wrong
    kept = json.dumps([vars(draft)], default=str, ensure_ascii=False)
    seen = damaged.partition("<!--")[0]  # what stands in a comment is no text
    every = [one for cells in mill.values() for texts in cells.values() for one in texts]
    assert [one for one in every if one in seen and one not in kept] == []
