"""What the browser gets: the stems and wordings of Python, each text once, and no more than it needs."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder import opening
from ladder.comparing.statements import ENOUGH
from ladder.language import ENDINGS, WORD, folded, telling
from ladder.shelf import bundled_path
from ladder.site import data as making
from ladder.site.building import asset
from ladder.site.data import DIGITS, shard, stems
from ladders import FULL, write, write_all
from sites.site_files import data, files


def decoded(text: str) -> set[str]:
    """The stems that a browser finds."""
    found, _ = stems(text)
    if isinstance(found, list):
        return set(found)
    words = [folded(word) for word in WORD.findall(text)]
    return {word[: DIGITS.index(code)] for word, code in zip(words, found, strict=True)} - {""}


@given(st.text(st.sampled_from("abeingsdz ZIéß½日.,10-'’\n"), max_size=60))
def test_the_browser_finds_the_stems_that_a_comparison_counts(text: str) -> None:
    assert decoded(text) == telling(text)


def test_a_plain_text_needs_a_character_a_word() -> None:
    assert stems("Mentors seniors, and organizes 1,000 reviews.")[0] == "660756"
    assert stems("naïve plans") == (["naïv", "plan"], {"naïv", "plan"})


def test_the_browser_has_the_bar_and_the_endings_from_python() -> None:
    header = data(files(opening.whole()), "ladder")
    assert header["enough"] == ENOUGH
    assert tuple(header["endings"]) == ENDINGS
    assert not re.search(r"\b0[.][34]\d*\b|ations", asset("compare.js") + asset("search.js"))


def test_each_text_stands_in_a_file_once() -> None:
    rows = data(files(opening.whole()), "levels")["rows"]
    texts = [(row[0], *row[3:]) for row in rows]
    assert len(texts) == len(set(texts))


def test_one_wording_has_one_number_wherever_it_stands(tmp_path: Path) -> None:
    text = "format: 1\ncompetencies: {x: {}}\nlevels:\n  - {id: a, expects: {x: [Grinds  flour.]}}\n"
    text += "  - {id: b, expects: {x: [grinds flour, Sells it.]}}\n"
    rows = data(files(write(tmp_path, text)), "levels")["rows"]
    numbers = {row[0]: [*row, 0, 0][2] for row in rows}
    assert (numbers["Grinds  flour."], numbers["grinds flour"], numbers["Sells it."]) == (1, 1, 0)


def test_a_role_has_only_what_differs_from_its_level(tmp_path: Path) -> None:
    site = files(write_all(tmp_path / "full", FULL))
    assert list(data(site, "roles")["sides"]["senior-wind"]["e"]) == ["grain"]


def test_many_roles_have_a_file_each_and_words_that_lead_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "FEW_ROLES", 3)
    site = files(opening.whole())
    header = data(site, "ladder")
    assert header["split"]
    assert "data/roles.js" not in site
    assert {f"data/words/{name}.js" for name in header["words"]} <= set(site)
    roles = [side[0] for side in header["sides"] if len(side) > 3]
    places = data(site, "words/t")["threat"]
    assert [roles[place] for place in places] == ["staff-security"]
    assert shard("éa") == "other"


def test_the_data_are_at_most_half_as_much_again_as_the_files() -> None:
    written = sum(path.stat().st_size for path in Path(bundled_path()).rglob("*.yaml"))
    made = sum(len(text) for name, text in files(opening.whole()).items() if name.startswith("data/"))
    assert made <= 1.5 * written
