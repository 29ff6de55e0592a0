"""Every page of a site: one frame, a strict policy, links that lead somewhere, text that stays text."""

import gzip
import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from cli.test_html_pages import quoted
from ladder import opening
from ladder.errors import LadderError
from ladder.site import documents
from ladders import FULL, MILL, write, write_all
from render.documents import HOSTILE
from render.test_html import Page, values
from sites.site_files import files


@pytest.fixture(scope="module")
def bundled() -> dict[str, str]:
    """The bundled ladder's site."""
    return files(opening.whole(), pay=True)


def assert_sound(site: Mapping[str, str]) -> None:
    """Every page has one frame and a policy; nothing runs or loads from elsewhere; no link leads to nowhere."""
    pages = {path: Page(text) for path, text in site.items() if path.endswith(".html")}
    for path, page in pages.items():
        ids = values(page, "id")
        assert len(ids) == len(set(ids)), path
        assert [sum(tag == name for tag, _ in page.tags) for name in ("main", "h1", "title", "nav")] == [1, 1, 1, 1]
        names = {name for _, attributes in page.tags for name, _ in attributes}
        assert not [name for name in names if name.startswith("on") or name == "style"], path
        policy = next(one for one in values(page, "content") if "default-src" in one)
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert page.others == []
        for loaded in values(page, "src"):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), loaded)) in site
        for link in values(page, "href"):
            if re.match(r"https?://\w", link):
                continue
            assert not re.match(r"[a-z]+:|/", link), (path, link)
            target, _, place = link.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))) if target else path
            assert to in site, (path, link)
            if place and to != "compare.html":
                assert unquote(place) in values(pages[to], "id"), (path, link)


def test_every_page_of_the_bundled_ladder_is_sound(bundled: dict[str, str]) -> None:
    assert_sound(bundled)
    assert {"index.html", "compare.html", "sources.html", "pay.html", "compare/senior..staff.html"} <= set(bundled)
    assert {"level/staff.html", "role/staff-ml.html", "competency/people.html"} <= set(bundled)


@pytest.mark.parametrize("name", ["full", "mill", "bare"])
def test_every_page_of_other_ladders_is_sound(name: str, tmp_path: Path) -> None:
    path = {
        "full": lambda: write_all(tmp_path / "full", FULL),
        "mill": lambda: str(MILL),
        "bare": lambda: write(tmp_path, "format: 1\nlevels: [{id: only}]\n"),
    }[name]()
    assert_sound(files(path))
    assert_sound(files(path, pay=True))


def test_the_same_ladder_gives_the_same_files(bundled: dict[str, str]) -> None:
    assert files(opening.whole(), pay=True) == bundled


def test_the_scripts_write_text_alone(bundled: dict[str, str]) -> None:
    script = bundled["assets/site.js"]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval|Function\(|\.style\b", script)


def test_a_link_to_the_web_tells_nobody_where_it_stands(bundled: dict[str, str]) -> None:
    for path, text in bundled.items():
        for link in re.findall(r'<a href="https?:[^>]*>', text):
            assert 'rel="noreferrer"' in link, (path, link)


def test_a_cell_of_the_matrix_leads_to_its_place_on_the_level(bundled: dict[str, str]) -> None:
    assert '<a href="level/staff.html#scope">a domain that teams share</a>' in bundled["index.html"]


def test_a_role_has_what_it_says_itself_and_a_link_to_its_level(bundled: dict[str, str]) -> None:
    page = bundled["role/staff-platform.html"]
    assert 'href="../level/staff.html"' in page
    assert 'href="../compare.html#staff..staff-platform"' in page
    assert "Mentors senior engineers, not only juniors" in bundled["level/staff.html"]
    assert "Mentors senior engineers, not only juniors" not in page


def test_days_on_record_have_a_page_and_commands_do_not_show(bundled: dict[str, str]) -> None:
    assert 'href="../day/staff-ml.html"' in bundled["role/staff-ml.html"]
    assert "satir" in bundled["day/staff-ml.html"].lower()
    assert "day/fellow.html" not in bundled
    assert "<code>ladder" not in "".join(text for path, text in bundled.items() if path.endswith(".html"))


def test_satire_is_marked_on_its_page(bundled: dict[str, str]) -> None:
    assert "satir" in bundled["role/staff-ml.html"].lower()


def test_without_pay_nothing_of_it_is_published(tmp_path: Path) -> None:
    path = write_all(tmp_path / "full", FULL)
    secret = ("36,000", "36000", "24,000", "Wages of the guild", "pay.html")
    open_ = "".join(files(path, pay=True).values())
    shut = "".join(text for name, text in files(path).items() if not name.startswith("assets/"))
    for word in secret:
        assert word in open_ or word == "36000"
        assert word not in shut


def test_a_source_of_pay_alone_is_not_published_without_it(tmp_path: Path) -> None:
    text = """\
format: 1
sources:
  sheet: {title: Our pay sheet, kind: survey}
  book: {title: A book, kind: article}
  idle: {title: Idle, kind: article}
competencies: {x: {}}
levels: [{id: a, expects: {x: [{text: Reads., source: book}]}}, {id: b}]
comp: [{id: s, title: Pay, source: sheet, currency: EUR, measure: base, bands: [{for: a, mean: 5}]}]
"""
    path = write(tmp_path, text)
    assert "Our pay sheet" in files(path, pay=True)["sources.html"]
    shut = files(path)["sources.html"]
    assert "Our pay sheet" not in shut
    assert "A book" in shut
    assert "Idle" in shut


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "lone surrogate"])
def test_hostile_text_stays_text(name: str, tmp_path: Path) -> None:
    text = quoted(HOSTILE[name])
    path = write(
        tmp_path,
        f"format: 1\ntitle: {text}\nabout: {text}\nversion: {text}\nlicence: {text}\nlanguage: {text}\n"
        f"sources: {{s: {{title: {text}, kind: article, url: {text}, note: {text}}}}}\n"
        f"competencies: {{x: {{title: {text}, group: {text}, about: {text}}}}}\n"
        f"levels:\n  - {{id: a, title: {text}, summary: {text}, expects: {{x: [{{text: {text}, source: s}}]}}}}\n"
        "  - {id: b}\n"
        f"roles: [{{id: r, level: a, title: {text}, discipline: {text}}}]\n",
    )
    site = files(path)
    assert_sound(site)
    assert "<script>alert" not in "".join(text for name, text in site.items() if not name.startswith("assets/"))
    assert all(site[name].isascii() and "<" not in site[name] for name in site if name.startswith("data/"))


def test_the_address_of_a_site_stands_on_every_page_and_in_a_page_for_lost_visitors(tmp_path: Path) -> None:
    site = files(write_all(tmp_path / "full", FULL), base="https://mill.example/our/ladder")
    assert '<link rel="canonical" href="https://mill.example/our/ladder/">' in site["index.html"]
    assert (
        '<link rel="canonical" href="https://mill.example/our/ladder/level/miller.html">' in site["level/miller.html"]
    )
    assert 'href="/our/ladder/assets/style.css"' in site["404.html"]
    assert 'href="/our/ladder/index.html"' in site["404.html"]


@pytest.mark.parametrize(
    "typed", ["mill.example", "ftp://a.example", "https://", "https://a.example/?x", 'https://a"b/']
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(LadderError, match="not the address of a site"):
        files(opening.whole(), base=typed)


def test_another_title_stands_on_every_page() -> None:
    site = files(opening.whole(), title="How we grow")
    assert "<title>How we grow</title>" in site["index.html"]
    assert "<title>Staff engineer – How we grow</title>" in site["level/staff.html"]


def test_a_page_is_light_beside_an_empty_one_of_mkdocs_material(bundled: dict[str, str]) -> None:
    empty = 74_459  # bytes, gzipped, that a browser loads for one of mkdocs-material 9.8 without fonts
    frame = sum(map(zipped, (bundled[f"assets/{name}"] for name in ("style.css", "site.js", "icon.svg"))))
    assert frame <= 0.08 * empty
    assert frame + zipped(bundled["index.html"]) <= 0.25 * empty
    more = zipped(bundled["assets/compare.js"]) + zipped(bundled["data/ladder.js"])
    assert frame + zipped(bundled["compare.html"]) + more <= 0.25 * empty


def zipped(text: str) -> int:
    return len(gzip.compress(text.encode()))


def test_a_ladder_from_right_to_left_is_a_site_from_right_to_left(tmp_path: Path) -> None:
    site = files(write(tmp_path, "format: 1\nlanguage: he\nlevels: [{id: a}]\n"))
    assert all('<html lang="he" dir="rtl">' in text for path, text in site.items() if path.endswith(".html"))


def test_very_many_roles_are_listed_on_their_levels_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "FEW_ROLES", 3)
    site = files(opening.whole())
    assert "role/staff-ml.html" not in site["index.html"]
    assert 'href="level/staff.html"' in site["index.html"]
    assert 'href="../role/staff-ml.html"' in site["level/staff.html"]


def test_ids_of_a_ladder_and_of_the_frame_do_not_meet(tmp_path: Path) -> None:
    names = ("main", "search", "hits", "only", "answer", "roles", "sources")
    judged = ", ".join(f"{name}: {{}}" for name in names)
    said = ", ".join(f"{name}: [Grows.]" for name in names)
    text = f"format: 1\ncompetencies: {{{judged}}}\nlevels: [{{id: a, expects: {{{said}}}}}]\n"
    site = files(write(tmp_path, text))
    assert_sound(site)
    assert '<main id="Main"' in site["level/a.html"]
    assert 'id="main"' in site["level/a.html"]


def test_two_pairs_cannot_be_one_file(tmp_path: Path) -> None:
    levels = "[{id: a, track: x}, {id: b..c, track: x}, {id: a..b, track: y}, {id: c, track: y}]"
    path = write(tmp_path, f"format: 1\ntracks: {{x: {{}}, y: {{}}}}\nlevels: {levels}\n")
    with pytest.raises(LadderError, match="are one file"):
        files(path)


@pytest.mark.parametrize(
    ("ids", "why"),
    [
        (["con", "b"], "the level id 'con' cannot be a file's name: Windows keeps it for a device"),
        (["LPT1.x", "b"], "Windows keeps it for a device"),
        (["a?", "b"], "it holds '?'"),
        (['"<b>"', "b"], "it holds '\"'"),
        (["x" * 101, "b"], "it is longer than 100 bytes"),
        (["Staff", "staff"], "'level/Staff.html' and 'level/staff.html' are one file where capitals do not count"),
        (["\u00e9", "e\u0301"], "are one file"),
    ],
)
def test_ids_that_cannot_be_files_everywhere_are_refused(ids: list[str], why: str, tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [" + ", ".join(f"{{id: {json.dumps(one)}}}" for one in ids) + "]\n")
    with pytest.raises(LadderError) as caught:
        files(path)
    assert why in caught.value.message
    assert "another id in the ladder" in caught.value.hint


@pytest.mark.parametrize("ids", [["C#", "100% done"], ["IC 5", "é"], ["a..b", "c&d;'"], ["日本", "..."]])
def test_other_ids_have_pages_that_links_find(ids: list[str], tmp_path: Path) -> None:
    levels = ", ".join(f"{{id: {json.dumps(one)}, expects: {{x: [Grows.]}}}}" for one in ids)
    site = files(write(tmp_path, f"format: 1\ncompetencies: {{x: {{}}}}\nlevels: [{levels}]\n"))
    assert_sound(site)
    assert {f"level/{one}.html" for one in ids} <= set(site)
