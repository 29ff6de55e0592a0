"""Every kind of page as a person meets it: light and dark, on a phone, on paper, by keyboard, without JavaScript."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import Open, site
from cli.test_html_pages import quoted
from ladders import MILL, write
from render.documents import HOSTILE

CALM = {"preload": False}  # of its own accord axe fetches the style sheet again, which a page on a disk may not
PAGES = (
    "index.html",
    "level/staff.html",
    "role/staff-ml.html",
    "competency/people.html",
    "compare/senior..staff.html",
    "compare.html",
    "compare.html#senior..staff-ml",
    "day/staff.html",
    "companies/staff.html",
    "pay.html",
    "sources.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_serious_fault_for_who_cannot_see_it(page: str, scheme: str, opened: Open, built: Path) -> None:
    with opened(built, page, color_scheme=scheme, bypass_csp=True) as shown:
        if "#" in page:
            shown.locator("#Answer section").first.wait_for()
        shown.locator("#Search").wait_for()
        found = Axe().run(shown, options=CALM).response["violations"]
    serious = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []


def test_the_hits_of_a_search_have_no_serious_fault(opened: Open, built: Path) -> None:
    with opened(built, bypass_csp=True) as shown:
        shown.locator("#Search").fill("mentor")
        shown.locator("#Hits li").first.wait_for()
        found = Axe().run(shown, options=CALM).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_phone_scrolls_in_one_direction(page: str, opened: Open, built: Path) -> None:
    with opened(built, page, width=390) as shown:
        if "#" in page:
            shown.locator("#Answer section").first.wait_for()
        assert shown.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_cell_says_on_a_phone_which_level_it_is_of(opened: Open, built: Path) -> None:
    label = "(cell) => getComputedStyle(cell, '::before').content"
    with opened(built, width=390) as shown:
        assert "Staff" in shown.locator("td[data-label='Staff']").first.evaluate(label)


@pytest.mark.parametrize("page", PAGES)
def test_paper_is_light_and_has_neither_search_nor_navigation(page: str, opened: Open, built: Path) -> None:
    with opened(built, page, color_scheme="dark") as shown:
        shown.emulate_media(media="print", color_scheme="dark")
        body = "(body) => [getComputedStyle(body).backgroundColor, getComputedStyle(body).color]"
        assert shown.locator("body").evaluate(body) == ["rgb(255, 255, 255)", "rgb(29, 33, 41)"]
        assert not shown.locator("nav").is_visible()
        assert not shown.locator("#Search").is_visible()


def test_the_matrix_is_printed_across(opened: Open, built: Path) -> None:
    sizes = r"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]"
    with opened(built) as shown:
        wide, high = map(float, re.findall(sizes, shown.pdf(prefer_css_page_size=True).decode("latin-1"))[0])
        assert wide > high
    with opened(built, "level/staff.html") as shown:
        wide, high = map(float, re.findall(sizes, shown.pdf(prefer_css_page_size=True).decode("latin-1"))[0])
        assert wide < high


def test_two_are_chosen_and_the_title_says_which(opened: Open, built: Path) -> None:
    with opened(built, "compare.html") as shown:
        shown.locator("#Side0").select_option("senior")
        shown.locator("#Side1").select_option("principal")
        shown.get_by_role("heading", name="Senior engineer → Principal engineer").wait_for()
        assert shown.title() == "Senior engineer → Principal engineer – The software engineer's ladder"
        assert shown.url.endswith("compare.html#senior..principal")
        count = shown.locator("main [role=status]")
        count.filter(has_text=re.compile(r"\d+ new, \d+ change")).wait_for()
        shown.go_back()
        shown.get_by_role("heading", name="Neighbours").wait_for()


def test_only_what_changes_is_left(opened: Open, built: Path) -> None:
    for page in ("compare.html#senior..staff", "compare/senior..staff.html"):
        with opened(built, page) as shown:
            same = shown.locator("td.twin + td")
            same.first.wait_for()
            assert same.first.is_visible()
            shown.get_by_label("Only what changes").check()
            assert not any(same.nth(place).is_visible() for place in range(same.count()))


def test_an_address_that_names_nobody_says_so(opened: Open, built: Path) -> None:
    with opened(built, "compare.html#senior..nobody") as shown:
        shown.get_by_text("The ladder has no such two levels or roles.").wait_for()


def test_the_search_goes_by_keyboard_alone(opened: Open, built: Path) -> None:
    with opened(built, "level/senior.html") as shown:
        shown.keyboard.press("Tab")
        assert shown.locator(":focus").inner_text() == "Skip to the content"
        shown.locator("#Search").wait_for()
        shown.keyboard.press("/")
        shown.keyboard.type("mentors juniors")
        hits = shown.locator("#Hits li")
        hits.first.wait_for()
        shown.keyboard.press("ArrowDown")
        shown.keyboard.press("ArrowDown")
        shown.keyboard.press("ArrowUp")
        text = shown.locator(":focus").inner_text()
        assert text == "Mentors juniors on particular tasks"
        shown.keyboard.press("Enter")
        shown.wait_for_url("**/level/senior.html#people")


def test_escape_ends_a_search(opened: Open, built: Path) -> None:
    with opened(built) as shown:
        shown.locator("#Search").fill("zzzz")
        shown.get_by_text("Nothing found for “zzzz”.").wait_for()
        shown.keyboard.press("Escape")
        shown.locator("#Hits").wait_for(state="hidden")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_reads_without_javascript(page: str, opened: Open, built: Path) -> None:
    with opened(built, page, java_script_enabled=False) as shown:
        assert shown.locator("h1").is_visible()
        assert shown.locator("main a").first.is_visible()
        assert shown.locator("#Search").count() == 0
        assert not [one for one in shown.locator("main input, main select").all() if one.is_visible()]


def test_every_link_of_the_first_page_opens_a_page(opened: Open, built: Path) -> None:
    with opened(built) as shown:
        links = shown.locator("main a").evaluate_all("(links) => links.map((link) => link.href.split('#')[0])")
        for link in dict.fromkeys(links):
            shown.goto(link)
            assert shown.locator("h1").is_visible()


@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no policy"])
def test_hostile_text_stays_text(*, bypass: bool, opened: Open, tmp_path: Path) -> None:
    texts = [quoted(text) for name, text in HOSTILE.items() if name != "lone surrogate"]
    levels = [
        f"  - {{id: l{place}, title: {text}, expects: {{x: [{text}, {quoted(f'mentors {place}')}]}}}}\n"
        for place, text in enumerate(texts)
    ]
    script = quoted(HOSTILE["script"])
    head = f"format: 1\ntitle: {script}\ncompetencies: {{x: {{title: {script}, group: {script}}}}}\nlevels:\n"
    folder = site(write(tmp_path, head + "".join(levels), "hostile.yaml"), tmp_path / "public")
    last = len(texts) - 1
    for page in ("index.html", "level/l0.html", "competency/x.html", "compare/l0..l1.html"):
        with opened(folder, page, bypass_csp=bypass) as shown:
            assert shown.locator("h1").is_visible()
    with opened(folder, bypass_csp=bypass) as shown:
        for place in range(last):
            shown.goto(f"{folder.as_uri()}/compare.html#l{place}..l{place + 1}")
            shown.locator("#Answer section").wait_for()
            assert shown.locator("main img, main script, main style, main iframe").count() == 0
        for place in range(last + 1):
            shown.locator("#Search").fill(f"mentors {place}")
            shown.locator("#Hits li").first.filter(has_text=f"mentors {place}").wait_for()
            assert shown.locator("#Hits img, #Hits script").count() == 0


def test_a_ladder_with_something_in_every_field_shows_without_a_fault(opened: Open, tmp_path: Path) -> None:
    folder = site(str(MILL), tmp_path / "public", pay=True, accent="#fc0", base="https://mill.example/ladder")
    for page in sorted(folder.rglob("*.html")):
        if page.name != "404.html":
            with opened(folder, page.relative_to(folder).as_posix(), bypass_csp=True, width=390) as shown:
                assert shown.evaluate("document.documentElement.scrollWidth") <= 390, page
                found = Axe().run(shown, options=CALM).response["violations"]
            assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == [], page
