"""A page on a terminal: nothing wider than the paper, nothing lost, nothing obeyed."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ladder.document import (
    Bar,
    Block,
    Change,
    Changes,
    Column,
    Document,
    Entry,
    Facts,
    Heading,
    Item,
    Items,
    Prose,
    Schedule,
    Span,
    Table,
)
from ladder.render.terminal import render
from ladder.render.text import printable, steering
from render.documents import EVERY_BLOCK, HOSTILE, hostile, words

WIDTHS = (20, 40, 57, 58, 59, 60, 61, 80, 120, 200)
STYLED = re.compile(r"\x1b\[[0-9;]*m")
WIDE = "日本語のエンジニアが設計と実装を担当する"


def signs(text: str) -> Counter[str]:
    """The characters of a text but its white space."""
    return Counter(re.sub(r"\s", "", text))


def lines(document: Document, width: int) -> list[str]:
    return render(document, width=width, colour=False).splitlines()


def page(*blocks: Block) -> Document:
    return Document("t", blocks)


def assert_fits(document: Document, *widths: int) -> None:
    data = signs("".join(map(printable, words(document))))
    for width in widths:
        text = render(document, width=width, colour=False)
        assert [line for line in text.splitlines() if cell_len(line) > width] == [], width
        assert data - signs(text) == Counter(), width
        assert text.count("…") <= data["…"], width


def test_no_block_is_wider_than_the_paper_or_loses_a_letter() -> None:
    assert_fits(EVERY_BLOCK, *WIDTHS, *range(22, 120, 7))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_never_wider_than_the_paper_and_loses_no_letter(text: str) -> None:
    assert_fits(hostile(text), 20, 58, 60, 80)


@given(st.text(st.characters(exclude_categories=["Cn", "Co"]), max_size=60), st.sampled_from(WIDTHS))
def test_any_text_fits_and_loses_no_letter(text: str, width: int) -> None:
    assert_fits(hostile(text), width)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_without_colour_not_one_escape_byte_is_printed(text: str) -> None:
    printed = render(hostile(text), width=80, colour=False)
    assert not steering().search(printed)
    assert not any(line != line.rstrip() for line in printed.split("\n"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_with_colour_only_our_own_styles_are_printed_and_the_words_are_the_same(text: str) -> None:
    bare = STYLED.sub("", render(hostile(text), width=80, colour=True))
    assert not steering().search(bare)
    assert "\n".join(line.rstrip() for line in bare.split("\n")) == render(hostile(text), width=80, colour=False)


def test_every_style_is_switched_off_again() -> None:
    for line in render(EVERY_BLOCK, width=80, colour=True).splitlines():
        found = STYLED.findall(line)
        assert not found or found[-1] == "\x1b[0m"


@pytest.mark.parametrize("text", ["[bold red]loud[/]", "[link=https://x.example]x[/link]", ":smile:", "[/]", "\\[x]"])
def test_markup_and_emoji_codes_are_words(text: str) -> None:
    assert text in render(page(Prose(text)), width=80, colour=True)


def changes() -> Document:
    rows = (
        Change("raised", "↑", "raised", "Old words", "New words"),
        Change("kept", "=", "kept", "Same words", "Same words"),
        Change("left behind", "−", "left", before="Gone words"),
        Change("new", "+", "new", after="Fresh words"),
    )
    return page(Changes("Low", "High", rows))


def test_sides_stand_side_by_side_on_wide_paper_under_their_names() -> None:
    for width in (60, 61, 80, 200):
        assert [line.split() for line in lines(changes(), width)] == [
            ["Low", "High"],
            ["Old", "words", "↑", "New", "words"],
            ["=", "Same", "words", "=", "Same", "words"],
            ["−", "Gone", "words", "+", "Fresh", "words"],
        ], width


def test_sides_stand_one_below_the_other_on_narrow_paper() -> None:
    for width in (20, 40, 57, 58, 59):
        assert [line.strip() for line in lines(changes(), width)] == [
            "↑ was: Old words",
            "New words",
            "= Same words",
            "− Gone words",
            "+ Fresh words",
        ], width


def test_what_was_left_behind_stands_beside_what_is_new_below_what_both_sides_have() -> None:
    left, new = (
        (Change("left", "−", "left", before=f"Gone {n}") for n in (1, 2)),
        Change("new", "+", "new", after="Won"),
    )
    both = Change("kept", "=", "kept", "Same", "Same")
    found = lines(page(Changes("Low", "High", (*left, new, both))), 80)
    assert [line.split() for line in found[1:]] == [
        ["=", "Same"] * 2,
        ["−", "Gone", "1", "+", "Won"],
        ["−", "Gone", "2"],
    ]


def test_every_change_has_a_mark_that_needs_no_colour() -> None:
    for width in (40, 100):
        text = render(changes(), width=width, colour=False)
        assert all(mark in text for mark in "↑=−+")


PAID = page(
    Table(
        (
            Column("base"),
            Column("p50", "figures"),
            Column("", "bar", scale=(0, 100), ticks=((0, "0"), (100, "100"))),
            Column("source", below=True),
        ),
        (
            (Span("Hand", "strong"), "9", Bar((0, 100), (20, 60), 40, 80), "The guild of millers"),
            ("Miller", "1,000", Bar(mark=100), "The almanac"),
        ),
    )
)


def test_figures_are_right_aligned_under_their_head() -> None:
    found = lines(PAID, 120)
    ends = [found[0].index("p50") + 3, found[1].index(" 9 ") + 2, found[2].index("1,000") + 5]
    assert len(set(ends)) == 1


def test_where_there_is_room_the_source_stands_in_the_row_and_else_below_it() -> None:
    assert "The guild of millers" in lines(PAID, 120)[1]
    narrow = lines(PAID, 40)
    assert "Hand" in narrow[1]
    assert narrow[2].strip() == "The guild of millers"


def test_bars_shrink_before_words_and_go_before_words_are_lost() -> None:
    drawn = [sum(line.count(sign) for line in lines(PAID, width) for sign in "─▓┃◆") for width in (120, 40, 20)]
    assert drawn[0] > drawn[1] > drawn[2] == 0


@pytest.mark.parametrize(
    ("ticks", "least"), [(((0, "0"), (50, "50"), (100, "100")), 18), ((), 10)], ids=["labelled", "bare"]
)
def test_a_bar_is_long_enough_to_be_read_or_is_left_out(ticks: tuple[tuple[float, str], ...], least: int) -> None:
    columns = (Column("base"), Column("p50", "figures"), Column("", "bar", ticks=ticks))
    table = page(Table(columns, (("Staff engineer", "222,000", Bar(thin=(0, 100))),)))
    long = {width: render(table, width=width, colour=False).count("─") for width in range(20, 121)}
    assert {*long.values()} == {0, *range(least, 37)}
    for widths in (range(20, 60), range(60, 121)):
        assert [long[width] for width in widths] == sorted(long[width] for width in widths)
    labelled = {bool(re.search(r"\b100\b", render(table, width=width, colour=False))) for width in long if long[width]}
    assert labelled == {bool(ticks)}


def test_bars_of_several_sides_are_of_one_length_so_that_equal_shares_look_equal() -> None:
    columns = (Column(""), Column("Senior engineer"), Column("", "bar"), Column("Staff engineer"), Column("", "bar"))
    rows = (("Architecture and design", "99%", Bar(thin=(0, 100)), "not reported", Bar(thick=(0, 100))),)
    for width in range(60, 160):
        text = render(page(Table(columns, rows)), width=width, colour=False)
        assert text.count("─") == text.count("▓"), width
        assert text.count("─") in (range(10, 37) if width >= 90 else (0, *range(10, 37))), width


FIGURES = (
    Column("level"),
    Column("pay", "figures"),
    Column("n", "figures"),
    Column("p90", "figures"),
    Column("what"),
    Column("", below=True),
)


def test_on_the_narrowest_paper_a_row_is_a_little_list_with_its_figures_in_one_line() -> None:
    rows = (
        ("Miller", "100,000", "12", "30", "mills flour all day", "guild"),
        ("Hand", None, "7", None, None, None),
        ("Master", "9", "100,000,000", "100,000,001", None, None),
    )
    assert [line.strip() for line in lines(page(Table(FIGURES, rows)), 24)] == [
        "Miller",
        "pay 100,000  n 12",
        "p90 30",
        "what mills flour all",
        "day",
        "guild",
        "Hand",
        "n 7",
        "Master",
        "pay 9  n 100,000,000",
        "p90 100,000,001",
    ]


@given(st.lists(st.integers(0, 10**10), min_size=3, max_size=3), st.integers(21, 59))
def test_figures_on_narrow_paper_are_packed_and_none_of_them_is_broken(figures: list[int], width: int) -> None:
    row = ("a level", *(f"{figure:,}" for figure in figures), "x" * 80, None)
    pieces = [f"{column.title} {figure}" for column, figure in zip(FIGURES[1:4], row[1:4], strict=True)]
    found = [line[3:] for line in lines(page(Table(FIGURES, (row,))), width)[1:] if re.search(r"\d", line)]
    assert "  ".join(found).split("  ") == pieces
    for line, following in pairwise(found):
        assert len(f"   {line}  {following.split('  ')[0]}") > width


def test_a_bar_draws_its_stretches_its_mark_and_the_offer_in_their_places() -> None:
    bar = lines(PAID, 120)[1].split("9")[1].split("The")[0].strip()
    assert (bar[0], bar[-1], bar.count("┃"), bar.count("◆")) == ("─", "─", 1, 1)
    assert bar.index("▓") < bar.index("┃") < bar.rindex("▓") < bar.index("◆")
    places = [round(at * (len(bar) - 1) / 100) for at in (20, 40, 60, 80)]
    assert [bar.index("▓"), bar.index("┃"), bar.rindex("▓"), bar.index("◆")] == places


@pytest.mark.parametrize("bar", [Bar(thin=(-50, 500)), Bar(mark=50), Bar(thick=(30, 20))])
def test_a_figure_off_the_scale_or_a_scale_without_length_is_no_fault(bar: Bar) -> None:
    for scale in ((0.0, 100.0), (5.0, 5.0)):
        assert_fits(page(Table((Column("a"), Column("", "bar", scale=scale)), (("x", bar),))), 60)


@pytest.mark.parametrize("step", [5, 10, 20, 25, 50])
def test_labels_of_a_scale_never_touch_and_are_every_first_second_or_third_tick(step: int) -> None:
    ticks = tuple((float(value), f"{value}k") for value in range(0, 101, step))
    column = Column("", "bar", ticks=ticks)
    for width in range(26, 90):
        head = lines(page(Table((Column("a"), column), (("x", Bar(mark=1)),))), width)[0]
        title, *labels = head.split()
        assert title == "a"
        places = [[label for _, label in ticks].index(label) for label in labels]
        stride = places[1] if len(places) > 1 else 0
        assert stride > 0
        assert places == list(range(0, len(ticks), stride))
        assert re.fullmatch(r" *a +\d+k(  +\d+k)*", head)


def test_all_ticks_of_a_scale_are_labelled_where_there_is_room() -> None:
    ticks = tuple((float(value), f"{value}k") for value in range(0, 101, 20))
    assert lines(page(Table((Column("", "bar", ticks=ticks),), ((Bar(mark=1),),))), 80)[0].split() == [
        label for _, label in ticks
    ]


DAY = page(
    Schedule(
        (
            Entry(540, 600, "Stand-up", "Meetings", (("", "Says little."), ("candid", "Says nothing."))),
            Entry(600, 630, "not recorded", recorded=False),
            Entry(630, 720, "Code"),
        )
    )
)


def test_a_gap_in_a_day_has_another_spine_and_the_day_ends_with_its_time() -> None:
    found = [line.strip() for line in lines(DAY, 80)]
    assert [line[:7] for line in found] == ["09:00 ┃", "┃   Say", "┃   can", "10:00 ┊", "10:30 ┃", "12:00"]


def test_lengths_of_a_day_are_right_aligned() -> None:
    assert len({cell_len(line) for line in lines(DAY, 80) if re.search(r"(h|min| 30)$", line)}) == 1


OPEN = page(
    Schedule(
        (
            Entry(540, None, "Stand-up", "Meetings · end not recorded"),
            Entry(600, 720, "Code"),
            Entry(720, None, "Walks", "end not recorded"),
        )
    )
)


def test_a_stretch_without_an_end_has_no_length_and_a_day_that_ends_with_one_has_no_last_time() -> None:
    found = [" ".join(line.split()) for line in lines(OPEN, 80)]
    assert found == [
        "09:00 ┃ Stand-up Meetings · end not recorded",
        "10:00 ┃ Code 2 h",
        "12:00 ┃ Walks end not recorded",
    ]


def test_what_stands_beside_a_stretch_without_an_end_is_in_line_with_that_beside_the_others() -> None:
    first, code, _ = lines(OPEN, 80)
    assert first.rindex("recorded") + len("recorded") == code.rindex("2 h") - 2


def test_on_narrow_paper_a_stretch_without_an_end_says_so_below() -> None:
    for width in (22, 30, 38):
        said = " ".join(" ".join(lines(OPEN, width)).replace("┃", " ").split())
        assert said == "09:00 Stand-up Meetings · end not recorded 10:00 Code 2 h 12:00 Walks end not recorded", width
    assert_fits(OPEN, 22, 30, 38)


def test_on_narrow_paper_length_and_activity_stand_below_what_is_done() -> None:
    for width in (24, 26, 28):
        found = [" ".join(line.split()) for line in lines(DAY, width)]
        assert found[:2] == ["09:00 ┃ Stand-up", "┃ 1 h · Meetings"], width
        assert found[-2:] == ["10:30 ┃ Code 1 h 30", "12:00"], width


def test_wide_scripts_are_aligned_and_stay_on_the_paper() -> None:
    table = Table((Column("語"), Column("数", "figures")), ((WIDE[:6], "1"), ("abc", "22"), ("é", "333")))
    day = Schedule((Entry(0, 60, WIDE, "設計", (("", WIDE * 3),)), Entry(60, 90, "abc", "d")))
    blocks = (Heading(WIDE, "段階"), table, day, Facts((("別名", WIDE),)), Items((Item(WIDE * 4, (WIDE,), "任意"),)))
    for block in blocks:
        assert_fits(page(block), *WIDTHS)
    ends = {cell_len(line) for line in lines(page(table), 80)}
    assert len(ends) == 1


def test_sides_in_a_wide_script_begin_in_one_column() -> None:
    rows = tuple(Change("raised", "↑", "raised", before, "after") for before in (WIDE[:8], "abc", "é" * 9))
    for width in (60, 80, 120):
        found = [line for line in lines(page(Changes("前", "b", rows)), width) if "↑" in line]
        assert len({cell_len(line[: line.index("↑")]) for line in found}) == 1, width


def test_a_mark_stands_in_the_place_of_the_bullet() -> None:
    marked = page(Items((Item("one two", ("three",), "four", "¹²"), Item("five"), Item("six", mark="³"))))
    assert [line.strip() for line in lines(marked, 80)] == ["¹² one two  four", "three", "· five", "³ six"]
    assert [line.strip() for line in lines(marked, 20)] == ["¹² one two  four", "three", "· five", "³ six"]
    assert lines(marked, 80)[1].index("three") == lines(marked, 80)[0].index("one")


def test_what_a_reader_may_type_has_a_colour_and_its_words_need_none() -> None:
    typed = page(Prose((Span("Say "), Span("ladder -h", "code"), Span("."))))
    assert [line.strip() for line in lines(typed, 80)] == ["Say ladder -h."]
    assert "\x1b[36mladder -h\x1b[0m" in render(typed, width=80, colour=True)


def asides(width: int) -> Iterator[str]:
    yield from lines(page(Heading("Scope", "Reach")), width)


def test_the_aside_of_a_heading_stands_at_the_end_of_the_line_or_below() -> None:
    assert [cell_len(line) for line in asides(80)] == [80]
    long = lines(page(Heading("A title of some length", "and an aside")), 30)
    assert [line.strip() for line in long] == ["A title of some length", "and an aside"]


def test_facts_are_aligned_on_wide_paper_and_stacked_on_narrow() -> None:
    facts = page(Facts((("a", "one"), ("long label", "two"))))
    assert len({line.index(word) for line, word in zip(lines(facts, 80), ("one", "two"), strict=True)}) == 1
    assert [line.strip() for line in lines(facts, 30)] == ["a", "one", "long label", "two"]


def test_a_label_that_leaves_no_room_is_stacked_on_wide_paper_too() -> None:
    assert [line.strip() for line in lines(page(Facts((("x" * 40, "two"),))), 80)] == ["x" * 40, "two"]
