"""`comp --offer FILE`: whole offers, four years of each, side by side."""

from pathlib import Path
from typing import Final

import pytest

import ladder
from ladder.errors import CannotRead
from ladder.offering import Grant, Offer, average, parts, years
from ladder.reading.offers import InvalidOffer, read_offer
from ladders import write
from running import Run

PLAIN: Final = "base: 245000\nbonus: 10%\nequity: {grant: 400000, years: 4, vesting: even}\nsign_on: 30000\n"


def test_four_years_of_an_offer_as_it_is_written(tmp_path: Path) -> None:
    offer = read_offer(write(tmp_path, PLAIN, "a.yaml"))
    assert offer == Offer("a", 245_000, 24_500, 0.1, Grant(400_000, (0.25,) * 4, "even"), 30_000)
    assert [year.total for year in years(offer)] == [399_500, 369_500, 369_500, 369_500]
    assert average(years(offer)) == 377_000


def test_amounts_as_people_write_them_and_currencies(tmp_path: Path) -> None:
    text = "title: Rye\nbase: €230k\nbonus: 20,000\nequity: {grant: 100k, years: 2}\nlevel: staff\n"
    offer = read_offer(write(tmp_path, text, "a.yaml"))
    assert (offer.title, offer.base, offer.bonus, offer.currency, offer.level) == (
        "Rye",
        230_000,
        20_000,
        "EUR",
        "staff",
    )
    assert [year.equity for year in years(offer)] == [50_000, 50_000, 0, 0]


def test_vesting_refreshers_and_growth() -> None:
    assert parts("cliff", 4) == (0.25,) * 4
    offer = Offer("a", 0, equity=Grant(100, parts("40/30/20/10", 4), ""), refreshers=Grant(40, parts("even", 4), ""))
    assert [year.equity for year in years(offer)] == [40, 30, 20, 10]
    assert [year.refreshers for year in years(offer)] == [0, 10, 20, 30]
    assert [round(year.equity, 2) for year in years(offer, 0.1)] == [40, 33, 24.2, 13.31]
    assert [round(year.refreshers, 2) for year in years(offer, 0.1)] == [0, 10, 21, 33.1]


WRONG: Final = {
    "base: competitive\n": "1:7: 'competitive' is no amount",
    "bonus: 3\n": "1:1: the key 'base' is missing",
    "base: 1\nbonos: 3\n": "2:1: unknown key 'bonos'",
    "base: 1\nequity: {grant: 5, vesting: 50/40}\n": "2:9: '50/40' is no vesting",
    "base: 1\nequity: {grant: 5, years: 40}\n": "2:9: a grant cannot vest over '40' years",
    "base: 1\nequity: {years: 4}\n": "2:9: the key 'grant' is missing",
    "base: $1\ncurrency: EUR\n": "2:11: an offer in several currencies, or in none",
    "- base\n": "1:1: expected an offer, which is a mapping",
    "base: [\n": "2:1: ",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_in_an_offer_has_its_place(text: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidOffer) as caught:
        read_offer(write(tmp_path, text, "a.yaml"))
    problem = caught.value.problems[0]
    assert f"{problem.line}:{problem.column}: {problem.message}".startswith(WRONG[text])
    assert caught.value.message.endswith("in the offer")


def test_an_offer_that_is_not_there() -> None:
    with pytest.raises(CannotRead, match=r"no file 'none\.yaml'"):
        read_offer("none.yaml")


def test_two_offers_side_by_side_with_every_assumption(tmp_path: Path, run: Run) -> None:
    one = write(tmp_path, PLAIN, "a.yaml")
    two = write(tmp_path, "title: Rye\nbase: 230000\nrefreshers: {grant: 40000}\n", "b.yaml")
    for form in ("terminal", "markdown", "json", "csv", "html", "svg"):
        ran = run("comp", "staff", "--offer", one, "--offer", two, "--growth", "5%", "-f", form)
        assert (ran.code, ran.err) == (0, "")
        assert "399,500" in ran.out or "399500" in ran.out
    page = run("comp", "staff", "--offer", one, "--offer", two).out
    for words in (
        "Rye",
        "vests evenly over 4 years",
        "keeps the price of its grant",
        "job boards",
        "no figure of total",
    ):
        assert words in page
    narrow = run("comp", "--offer", one, "--offer", two, "-f", "terminal", "--width", "60").out
    assert max(map(len, narrow.splitlines())) <= 60


def test_offers_in_two_currencies_are_not_converted_unless_the_rate_is_given(tmp_path: Path) -> None:
    euro = write(tmp_path, "base: €100k\n", "e.yaml")
    dollar = write(tmp_path, "base: $100k\n", "d.yaml")
    apart = ladder.offers(euro, dollar)
    assert [one.average for one in apart.offers] == [100_000, 100_000]
    assert any("several currencies" in one for one in apart.assumptions)
    joined = ladder.offers(euro, dollar, rates={"EUR": 1.1})
    assert [round(one.average) for one in joined.offers] == [110_000, 100_000]
    assert any("EUR counts at 1.1 USD" in one for one in joined.assumptions)


def test_an_amount_beside_a_file_is_base_alone(tmp_path: Path, run: Run) -> None:
    ran = run("comp", "--offer", write(tmp_path, PLAIN, "a.yaml"), "--offer", "250k", "-f", "csv")
    assert ran.out.splitlines()[5].startswith("an offer of 250k,,1,250000")
