"""The browser compares and searches as the command line does."""

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import ladder
from browser.conftest import Open, site
from ladder.contents.claims import claims
from ladder.language import stem, tells, words
from ladder.model import Ladder
from ladder.questions.compare import compare
from ladder.reading.folder import Folder
from ladder.site import data, documents
from ladders import FULL, MILL, write, write_all

COMPARED = """async (pairs) => {
  await ladder.load("compare", "assets/");
  const answers = [];
  for (const [one, other] of pairs) {
    const found = await ladder.compared(one, other);
    const text = (row) => row && row[0];
    answers.push([found.sides.map((side) => side[0]), found.parts.map((part) =>
      [part.id, part.changes.map(([kind, before, after]) => [kind, text(before), text(after)])])]);
  }
  return answers;
}"""

STEMS = """async (words) => {
  const search = await ladder.load("search", "assets/");
  await search("any");
  return words.map(search.stem);
}"""
FOUND = """async (typed) =>
  (await (await ladder.load("search", "assets/"))(typed)).found.map((hit) => [hit.id, hit.text])"""

TRICKY = """\
format: 1
title: Words that a browser may see otherwise
cumulative: true
competencies: {a: {title: A, steps: [{id: one, expects: [Knows it.]}, {id: two, expects: [Knows it well.]}]}, b: {}}
baseline: {expects: {b: [Greets everybody.]}}
levels:
  - {id: L1, title: One, expects: {a: {step: one, statements: [STRASSE fegen, "organizes  the grain", x]},
     b: [{text: Reads maps, id: maps}, "Ships 1,000 sacks on time"]}}
  - {id: L2, title: Two, expects: {a: {step: two, statements: [Straße fegen, Organises the grain., y, İstanbul trip]},
     b: [{text: Draws maps, id: maps, optional: true}, Ships 1.000 sacks on time, ships the sacks]}}
  - {id: L3, title: Three, expects: {a: [Die STRASSE fegen, "日本 旅行", istanbul trip, Σίσυφος rolls],
     b: [{text: Draws maps, id: maps}, {text: Reads maps, id: other}, "<b>bold</b> & ½ of it"]}}
  - {id: L4, title: Four, expects: {a: ["日本 旅行する", σίσυφοσ rolls it, "sacks sacks sacks"], b: [Reads maps]}}
roles:
  - {id: R1, title: Role, level: L2, discipline: d, expects: {a: [Straße fegen]}}
  - {id: "R 2..x", title: "Role #2", level: L3, expects: {b: [Ships sacks on time]}}
"""


def by_command(found: Ladder, pairs: Sequence[tuple[str, str]]) -> list[Any]:
    answers = []
    for one, other in pairs:
        answer = compare([(found, one), (found, other)])
        assert answer.moves is not None
        parts = [
            [
                part.id,
                [[one.kind, one.before and one.before.text, one.after and one.after.text] for one in part.changes],
            ]
            for part in answer.moves[0].subjects
        ]
        answers.append([[side.id for side in answer.sides], parts])
    return answers


def assert_agree(opened: Open, folder: Path, found: Ladder) -> int:
    pairs = list(combinations([*found.order, *found.role_ids], 2))
    with opened(folder, "compare.html") as page:
        answers = page.evaluate(COMPARED, [list(pair) for pair in pairs])
    for pair, browser, command in zip(pairs, answers, by_command(found, pairs), strict=True):
        assert browser == json.loads(json.dumps(command)), pair
    return len(pairs)


def test_all_pairs_of_the_bundled_ladder_agree(opened: Open, built: Path, bundled: Ladder) -> None:
    assert assert_agree(opened, built, bundled) == 78


def test_all_pairs_agree_where_each_role_has_a_file(
    opened: Open, bundled: Ladder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "FEW_ROLES", 3)
    folder = site(bundled, tmp_path / "public")
    assert (folder / "data" / "role" / "staff-ml.js").exists()
    assert_agree(opened, folder, bundled)


@pytest.mark.parametrize("name", ["full", "mill", "tricky", "starter"])
def test_all_pairs_of_other_ladders_agree(name: str, opened: Open, tmp_path: Path) -> None:
    from ladder.writing import starter

    path = {
        "full": lambda: write_all(tmp_path / "full", FULL),
        "mill": lambda: str(MILL),
        "tricky": lambda: write(tmp_path, TRICKY),
        "starter": lambda: write_all(tmp_path / "acme", starter.folder("acme")),
    }[name]()
    assert_agree(opened, site(path, tmp_path / "public"), Folder(path).ladder())


def test_pairs_on_both_sides_of_the_bar_agree(opened: Open, tmp_path: Path) -> None:
    told = ["grain", "flour", "stone", "river", "wheel", "dust", "sack", "price", "miller", "carter"]
    before = [" ".join(told[:shared]) + f" only{shared}a only{shared}b only{shared}c" for shared in range(2, 8)]
    after = [" ".join(told[:shared]) + f" also{shared}a also{shared}b" for shared in range(2, 8)]
    levels = [
        {"id": name, "expects": {f"c{at}": [said] for at, said in enumerate(some)}}
        for name, some in (("a", before), ("b", after))
    ]
    text = {"format": 1, "competencies": {f"c{at}": {} for at in range(len(before))}, "levels": levels}
    path = write(tmp_path, json.dumps(text))
    found = Folder(path).ladder()
    assert_agree(opened, site(path, tmp_path / "public"), found)
    kinds = [change[0] for _, changes in by_command(found, [("a", "b")])[0][1] for change in changes]
    assert {"new", "changes", "unsaid"} <= set(kinds)


def test_stems_agree_on_every_word_of_the_bundled_ladder(opened: Open, built: Path, bundled: Ladder) -> None:
    texts = {claim.text for claim in claims(bundled)}
    known = sorted({word for text in texts for word in words(text)} | {"organizing", "naïvely", "2000", "eee"})
    with opened(built) as page:
        assert page.evaluate(STEMS, known) == [stem(word) for word in known]


@pytest.mark.parametrize(
    "typed", ["mentoring", "design review", "influence without authority", "on-call", "the roadmap", "code"]
)
def test_a_search_finds_what_the_command_finds(typed: str, opened: Open, built: Path, bundled: Ladder) -> None:
    with opened(built) as page:
        found = page.evaluate(FOUND, typed)
    answer = ladder.search(typed, ladder=bundled, limit=500)
    known = [[hit.role, hit.text] for hit in answer.hits if hit.role and hit.part not in data.HIDDEN]
    mine = [one for one in found if one[0]]
    assert {tuple(one) for one in known} <= {tuple(one) for one in mine}
    assert mine[0] == known[0]
    assert all(any(tells(word) for word in words(text)) for _, text in mine)


def test_a_search_among_many_roles_opens_few_of_them(
    opened: Open, bundled: Ladder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "FEW_ROLES", 3)
    monkeypatch.setattr(documents, "FEW_ROLES", 3)
    folder = site(bundled, tmp_path / "public")
    with opened(folder) as page:
        page.locator("#Search").fill("threat")
        page.locator("#Hits li").first.wait_for()
        loaded = page.evaluate("[...document.head.querySelectorAll('script')].map((one) => one.src)")
        texts = page.locator("#Hits li").all_inner_texts()
    assert any("threat" in text.lower() for text in texts)
    assert 0 < sum("/role/" in one for one in loaded) < len(bundled.role_ids)
