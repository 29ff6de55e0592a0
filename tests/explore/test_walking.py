"""What keys and the mouse do, and that whatever is shown is what the command prints."""

import shlex
import time
from pathlib import Path

import pytest

from explore.stage import Stage, played, screens
from ladder.cli.app import run as run_program
from ladder.errors import LadderError
from ladder.explore.library import Library
from ladder.explore.widgets.paper import Paper
from ladders import FULL, write, write_all


def page(stage: Stage) -> Paper:
    """The paper on the right."""
    return stage.walk.paper


def test_arrows_and_hjkl_walk_and_the_cell_below_follows(mill: str) -> None:
    async def play(stage: Stage) -> None:
        assert "Tells wheat from rye." in stage.text
        for there, back, said in (("right", "left", "Buys the right wheat."), ("l", "h", "Buys the right wheat.")):
            assert said in await stage.press(there)
            assert said not in await stage.press(back)
        for there, back in (("down", "up"), ("j", "k")):
            assert "Keeps a stone turning." in await stage.press(there)
            assert "Tells wheat from rye." in await stage.press(back)
        for there, back in (("G", "g"), ("end", "home")):
            await stage.press(there)
            assert stage.walk.state.competency == "people"
            await stage.press(back)
            assert stage.walk.state.competency == "grain"

    played(play, mill)


def test_enter_opens_the_level_where_it_speaks_of_the_cell_and_escape_goes_back(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "down")
        first = (await stage.press("enter")).splitlines()
        assert first[0].endswith("· Senior miller")
        below = next(line.strip() for line in first[3:] if line.strip())
        assert below.startswith("Stones"), below
        assert stage.focus == "page"
        await stage.press("escape")
        assert stage.focus == "matrix"

    played(play, mill, (80, 14))


def test_tab_goes_to_the_page_and_back_where_one_pane_has_room(mill: str) -> None:
    first, there, back = screens("tab", "tab", ladder=mill)
    assert "Compare" not in first
    assert "Level  Compare  Day  Pay  Path  Sources" in there
    assert "Grinds what is brought." in there
    assert back == first


def test_both_panes_stand_side_by_side_from_a_hundred_columns_on(mill: str) -> None:
    for columns, both in ((99, False), (100, True)):
        screen = screens(ladder=mill, size=(columns, 24))[0]
        assert ("Compare" in screen and "Senior" in screen.splitlines()[1]) is both, columns


def test_in_a_page_left_and_right_go_to_the_levels_beside(mill: str) -> None:
    shown = screens("1", "right", "l", "h", ladder=mill)
    titles = [screen.splitlines()[0].split(" · ")[-1] for screen in shown[1:]]
    assert titles == ["Miller", "Senior miller", "Foreman", "Senior miller"]


def test_a_fifth_mark_is_refused_in_words() -> None:
    async def play(stage: Stage) -> None:
        for _ in range(5):
            await stage.press("space", "right")
        assert len(stage.walk.state.marks) == 4
        assert "4 are marked, which is the most; take a mark away first" in stage.told

    played(play)


def test_equals_leaves_out_what_stays_the_same(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("c")
        assert stage.walk.library is not None
        assert not stage.walk.state.changes
        await stage.press("equals_sign")
        asked = stage.walk.state.page()
        assert asked is not None
        assert "--changes" in stage.walk.library.command(asked)

    played(play, mill)


def test_a_role_is_picked_from_a_list_that_follows_what_is_typed(mill: str) -> None:
    async def play(stage: Stage) -> None:
        every = await stage.press("R")
        assert every.count("iller") > 3
        some = await stage.type("wind")
        assert "Senior miller, windmill" in some
        assert "Foreman" not in some
        screen = await stage.press("enter")
        assert stage.walk.state.subject == "senior-wind"
        assert "Senior miller, windmill" in screen.splitlines()[0]
        await stage.press("space", "escape", "space")
        assert stage.walk.state.marks == ("senior-wind", "miller")
        assert "Senior miller, windmill" in await stage.press("c")

    played(play, mill)


def test_search_follows_what_is_typed_and_leads_to_the_sentence(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("slash")
        found = await stage.type("wheat")
        assert "Buys the right wheat." in found
        assert "2 found" in found
        assert "nothing found" in await stage.type("zzz")
        await stage.press(*["backspace"] * 3)
        await stage.press("enter")
        assert stage.walk.state.subject in ("miller", "senior-miller")
        assert page(stage).found
        assert page(stage).texts[page(stage).found[0].line].lower().count("wheat") == 1

    played(play, mill, (80, 24))


def test_words_are_found_in_a_page_and_n_goes_on(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "1", "slash")
        await stage.type("MILLER")
        paper = page(stage)
        number = sum(one.first for one in paper.found)
        assert number > 2
        await stage.press("enter")
        assert f"{number} found; n and N go on" in stage.told
        seen = {paper.at}
        for _ in range(number - 1):
            await stage.press("n")
            seen.add(paper.at)
        assert len(seen) == number
        last = paper.at
        await stage.press("n", "N")
        assert paper.at == last

    played(play, mill)


def test_links_are_listed_followed_and_left_again(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "v", "f")
        assert "Master miller" in await stage.type("master")
        await stage.press("enter")
        assert stage.walk.state.page() == ("show", ("master",), "", False)
        assert "Builds mills." in stage.text
        await stage.press("escape")
        assert "From Senior miller" in stage.text

    played(play, mill)


def test_a_source_behind_a_statement_is_a_link(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "1", "f")
        await stage.type("guild")
        await stage.press("enter")
        assert "Guild rolls" in stage.text.splitlines()[3]

    played(play, mill)


def test_a_click_goes_to_a_cell_and_a_second_opens_it(mill: str) -> None:
    async def play(stage: Stage) -> None:
        row = next(number for number, line in enumerate(stage.lines) if "Stones" in line)
        column = stage.lines[1].index("Senior")
        await stage.pilot.click(offset=(column + 1, row))
        await stage.settle()
        assert (stage.walk.state.level, stage.walk.state.competency) == ("senior-miller", "stones")
        await stage.pilot.click(offset=(column + 1, 1))
        await stage.settle()
        assert stage.walk.state.marks == ("senior-miller",)
        row = next(number for number, line in enumerate(stage.lines) if "Stones" in line)
        await stage.pilot.click(offset=(stage.lines[1].index("Senior") + 1, row))
        await stage.settle()
        assert stage.focus == "page"

    played(play, mill)


def test_a_click_follows_a_link_and_chooses_a_tab(mill: str) -> None:
    async def play(stage: Stage) -> None:
        column, row = stage.lines[1].index("Path"), 1
        await stage.pilot.click(offset=(column, row))
        await stage.settle()
        assert stage.walk.state.tab == "path"
        row = next(number for number, line in enumerate(stage.lines) if "Senior miller" in line[60:])
        column = stage.lines[row].index("Senior miller", 60)
        await stage.pilot.click(offset=(column, row))
        await stage.settle()
        assert stage.walk.state.opened

    played(play, mill, (120, 30))


@pytest.mark.parametrize("keys", [["1"], ["c"], ["d"], ["p"], ["v"], ["6"], ["equals_sign"], ["R", "down", "enter"]])
def test_what_is_shown_is_what_the_copied_command_prints(
    keys: list[str], mill: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    async def play(stage: Stage) -> None:
        await stage.press("right", *keys, "y")
        assert f"copied: {stage.app.clipboard}" in stage.told
        paper = page(stage)
        shown.extend([stage.app.clipboard, str(paper.scrollable_content_region.width), *paper.texts])

    played(play, mill)
    line, width, *texts = shown
    capsys.readouterr()
    assert run_program([*shlex.split(line)[1:], "-f", "terminal", "--width", width]) == 0
    assert [text.rstrip() for text in texts] == capsys.readouterr().out.splitlines()


def test_a_page_is_written_with_the_suffix_for_its_format_and_nothing_is_overwritten_at_once(
    mill: str, tmp_path: Path
) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("c", "o")
        assert "compare-miller-senior-miller.md" in stage.text
        await stage.press("enter")
        assert "wrote compare-miller-senior-miller.md" in stage.told
        await stage.press("o")
        assert "exists" in await stage.press("enter")
        assert stage.focus == "typed"
        await stage.press("enter")
        assert stage.focus == "page"
        await stage.press("o", *["backspace"] * 3)
        await stage.type(".pdf")
        assert "is not a format" in await stage.press("enter")
        await stage.press("escape")

    played(play, mill)
    assert "Senior miller" in (tmp_path / "compare-miller-senior-miller.md").read_text()


def test_another_ladder_of_the_shelf_is_opened(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "L")
        await stage.type("industry")
        screen = await stage.press("enter")
        assert "The software engineer's ladder" in screen.splitlines()[0]
        assert stage.walk.state.level == "engineer"
        await stage.press("c", "y")
        assert stage.app.clipboard == "ladder --ladder industry compare engineer senior --full"

    played(play, mill)


def test_the_palette_does_what_a_key_does_and_goes_to_levels(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("ctrl+p")
        await stage.type("show the pay")
        await stage.press("enter")
        assert stage.walk.state.tab == "pay"
        await stage.press("ctrl+p")
        await stage.type("go to foreman")
        await stage.press("enter")
        assert stage.walk.state.level == "foreman"

    played(play, mill)


def test_q_and_ctrl_c_leave(mill: str) -> None:
    for key in ("q", "ctrl+c", "ctrl+q"):

        async def play(stage: Stage, key: str = key) -> None:
            await stage.pilot.press(key)

        assert played(play, mill).return_code == 0


def test_the_list_closes_with_nothing_chosen(mill: str) -> None:
    first, *_, last = screens("R", "escape", "s", "escape", "question_mark", "escape", ladder=mill)
    assert first == last


def test_a_wider_screen_shows_both_panes_and_a_narrower_one_keeps_what_is_read(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.pilot.resize_terminal(120, 30)
        await stage.settle()
        assert "Grinds what is brought." in stage.text
        await stage.press("tab")
        await stage.pilot.resize_terminal(60, 20)
        await stage.settle()
        assert "Level  Compare" in stage.text
        assert "Grinds what is brought." in stage.text

    played(play, mill)


def test_a_ladder_that_changes_on_disk_is_read_again_in_its_place(mill: str, tmp_path: Path) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "down", "space")
        level = "levels/senior-miller.yaml"
        write(tmp_path / mill, FULL[level].replace("Hears a stone", "Feels a stone"), level)
        assert "Hears a stone" in stage.text
        assert "Feels a stone" in await stage.press("r")
        assert (stage.walk.state.level, stage.walk.state.competency) == ("senior-miller", "stones")
        assert stage.walk.state.marks == ("senior-miller",)
        write(tmp_path / mill, FULL[level].replace("title:", "titel:"), level)
        screen = await stage.press("r", "1")
        assert "levels/senior-miller.yaml:1:1" in screen
        assert "did you mean 'title'" in stage.words
        write(tmp_path / mill, FULL[level], level)
        assert "Runs a pair of stones." in await stage.press("r")

    played(play, mill)


def test_a_ladder_with_errors_shows_them_with_their_places_and_is_read_again_once_they_are_mended(
    mill: str, tmp_path: Path
) -> None:
    level = "levels/senior-miller.yaml"
    write(tmp_path / mill, FULL[level].replace("expects:", "expect:"), level)

    async def play(stage: Stage) -> None:
        assert f"{mill}/{level}:6:1: error[unknown-key]: unknown key 'expect'" in stage.words
        assert "hint: did you mean 'expects' or 'next'?" in stage.words
        assert f"ladder validate {mill} says more" in stage.words
        await stage.press("y", "o", "s", "R", "f", "down", "c", "space", "equals_sign")
        write(tmp_path / mill, FULL[level], level)
        await stage.press("r", "tab", "down")
        assert (stage.walk.trouble, stage.walk.state.competency) == (None, "stones")

    played(play, mill)


def test_a_problem_in_a_part_that_the_matrix_does_not_read_stands_where_the_page_would(
    mill: str, tmp_path: Path
) -> None:
    write(tmp_path / mill, FULL["comp/guild.yaml"].replace("currency: EUR", "currency: [1]"), "comp/guild.yaml")

    async def play(stage: Stage) -> None:
        assert "Miller" in stage.text
        assert "comp/guild.yaml:" in await stage.press("p")

    played(play, mill)


def test_an_empty_ladder_is_told_apart_from_a_broken_one(tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\ntitle: Nothing yet\nlevels: [{id: a}]\n")

    async def play(stage: Stage) -> None:
        assert "Nothing yet" in stage.text
        await stage.press("down", "right", "space", "enter", "c", "equals_sign", "d", "p", "v", "6", "f", "n", "y", "r")

    played(play, path)


def test_a_ladder_at_a_revision_and_one_of_many_roles_are_walked_through(tmp_path: Path) -> None:
    roles = {f"roles/r{number}.yaml": f"title: Role {number}\nlevel: miller\n" for number in range(150)}
    path = write_all(tmp_path / "many", {**FULL, **roles})

    async def play(stage: Stage) -> None:
        screen = await stage.press("R")
        assert "and 55 more" in screen
        await stage.type("role 149")
        assert "Role 149" in (await stage.press("enter")).splitlines()[0]
        assert "Tells wheat from rye." in stage.text

    played(play, path)


def test_what_is_laid_over_the_screen_hears_no_key_of_it_and_what_is_below_goes_on(mill: str) -> None:
    async def play(stage: Stage) -> None:
        await stage.pilot.press("right", "1", "question_mark")  # before the page is there
        await stage.settle()
        await stage.press("tab", "enter", "left", "c", "r", "space", "down", "end")
        await stage.pilot.resize_terminal(120, 30)
        await stage.settle()
        assert "With a screen reader" in stage.text
        await stage.press("escape")
        assert (stage.walk.state.tab, stage.walk.state.marks) == ("level", ())
        assert "Runs a pair of stones." in stage.text

    played(play, mill)


def test_leaving_while_something_is_asked_waits_for_no_answer_and_is_no_fault(
    mill: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def slow(self: Library, typed: str) -> object:
        asked.append(typed)
        time.sleep(0.3)
        raise LadderError("too late")

    monkeypatch.setattr(Library, "search", slow)

    async def play(stage: Stage) -> None:
        await stage.press("s")
        await stage.pilot.press("x", "escape", "q")

    app = played(play, mill)
    assert asked == ["x"]
    assert (app.bug, app.return_code) == (None, 0)


def test_whoever_reads_a_page_and_reads_the_files_again_stays_where_they_are(mill: str, tmp_path: Path) -> None:
    async def play(stage: Stage) -> None:
        await stage.press("right", "1", "pagedown")
        line = stage.walk.paper.scroll_offset.y
        assert line > 5
        level = "levels/senior-miller.yaml"
        write(tmp_path / mill, FULL[level].replace("Hears a stone", "Feels a stone"), level)
        await stage.press("r")
        assert any("Feels a stone" in text for text in stage.walk.paper.texts)
        assert stage.walk.paper.scroll_offset.y == line

    played(play, mill)
