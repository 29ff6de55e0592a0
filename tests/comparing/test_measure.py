"""The bar from which two wordings are one subject, held against pairs that were read by hand."""

from collections import Counter

from comparing.measure import pairs, tally
from ladder.comparing.statements import ENOUGH


def test_a_hundred_pairs_were_read_each_once_of_both_kinds() -> None:
    read = pairs()
    assert len({(pair.before, pair.after) for pair in read}) == 100
    assert min(Counter(pair.one_subject for pair in read).values()) >= 45


def test_the_bar_finds_and_gets_wrong_what_its_docstring_says() -> None:
    assert tally(ENOUGH, pairs()) == (27, 4, 24)


def test_other_bars_find_and_get_wrong_what_its_docstring_says() -> None:
    assert tally(0.4, pairs()) == (20, 4, 31)
    assert tally(0.3, pairs()) == (31, 6, 20)


def test_a_lower_bar_finds_more_and_a_higher_one_less() -> None:
    read = pairs()
    right = [tally(bar, read).right for bar in (0.2, 0.3, ENOUGH, 0.6, 0.9)]
    assert right == sorted(right, reverse=True)
