"""The twelve postings, read by the bundled ladder: what each of them is there to show."""

import pytest

import ladder
from ladder.postings.files import postings_of
from ladder.questions.autopsy import Autopsy
from postings import examples


def read(text: str) -> Autopsy:
    """A posting as its file would be read, title and all."""
    return ladder.autopsy_of(postings_of(text)[0], today="2026-11-20")


def pay(answer: Autopsy) -> tuple[float | None, float | None, str, str]:
    """The first range, with its currency and period."""
    return answer.money.low, answer.money.high, answer.money.currency, answer.money.period


def test_a_consistent_posting_is_said_to_be_consistent() -> None:
    answer = read(examples.CONSISTENT)
    assert answer.title
    assert (answer.title.level, answer.text.level, answer.verdict) == ("senior", "senior", "consistent")
    assert pay(answer) == (170_000, 200_000, "USD", "year")
    assert (answer.text.years, answer.money.placed) == (5, "inside")


def test_an_inflated_title_is_above_the_text_and_the_money() -> None:
    answer = read(examples.INFLATED)
    assert answer.title
    assert (answer.title.level, answer.text.level, answer.verdict) == ("staff", "engineer", "title above the text")
    assert {one.row.id: one.placed for one in answer.money.beside}["staff"] == "below"
    assert answer.ask[0] == "What does this role decide that an engineer does not?"


def test_a_modest_title_is_below_the_text() -> None:
    answer = read(examples.UNDER_TITLED)
    assert answer.title
    assert (answer.title.level, answer.text.level, answer.verdict) == ("engineer", "staff", "title below the text")
    assert answer.text.or_above
    assert answer.text.confidence == "high"
    assert answer.money.low is None


def test_a_title_without_a_level_leaves_the_text_to_speak() -> None:
    answer = read(examples.NO_LEVEL)
    assert answer.title
    assert (answer.title.level, answer.verdict) == ("", "no level in the title")
    assert answer.text.years == 4


def test_all_of_three_salaries_are_found_and_none_is_converted() -> None:
    answer = read(examples.THREE_SALARIES)
    assert [(one.low, one.high, one.currency) for one in answer.money.ranges] == [
        (190_000, 220_000, "USD"),
        (165_000, 195_000, "USD"),
        (70_000, 85_000, "EUR"),
    ]
    assert {one.row.currency for one in answer.money.beside} == {"USD"}


def test_a_retirement_plan_and_a_learning_budget_are_no_pay() -> None:
    answer = read(examples.RETIREMENT)
    assert pay(answer) == (None, None, "", "")
    assert "What is the range of base pay for this level?" in answer.ask
    assert {"competitive-pay", "unlimited-pto"} <= {one.id for one in answer.phrases}


def test_canadian_dollars_are_not_held_against_american_ones() -> None:
    answer = read(examples.CANADIAN)
    assert pay(answer) == (172_000, 232_000, "CAD", "year")
    assert (answer.money.beside, answer.verdict) == ((), "consistent")


def test_an_hourly_rate_stays_one() -> None:
    answer = read(examples.HOURLY)
    assert pay(answer) == (85, 110, "USD", "hour")
    assert answer.money.beside == ()


def test_a_posting_of_phrases_alone_is_not_enough_evidence() -> None:
    answer = read(examples.SATIRE)
    assert (answer.verdict, answer.text.level, answer.text.confidence) == ("not enough evidence", "", "")
    assert {"rockstar", "family", "wear-many-hats", "self-starter", "unlimited-pto"} <= {
        one.id for one in answer.phrases
    }
    assert all(one.words in examples.SATIRE for one in answer.phrases)


def test_markdown_is_read_without_its_marks_and_what_the_company_says_of_itself_is_left_out() -> None:
    answer = read(examples.MARKDOWN)
    assert answer.posting.title == "Principal Engineer, Platform"
    assert (answer.text.level, answer.text.or_above, answer.verdict) == ("staff", True, "consistent")
    quotes = {one.quote for one in answer.text.evidence}
    assert "Strategy: define the technical vision of the platform for several years" in quotes
    assert not any("raised" in quote or "not need" in quote for quote in quotes)
    assert answer.money.low is None


def test_a_saved_page_is_read_without_its_menus_and_scripts() -> None:
    answer = read(examples.HTML)
    assert answer.posting.title == "Staff Engineer, Ovens & Bread"
    assert (answer.text.level, answer.text.years) == ("staff", 9)
    assert pay(answer) == (110_000, 130_000, "GBP", "year")
    assert "Mentor engineers everywhere" not in {one.quote for one in answer.text.evidence}


def test_of_another_language_only_title_and_money_are_read() -> None:
    answer = read(examples.GERMAN)
    assert answer.title
    assert (answer.title.level, answer.text.level, answer.english) == ("senior", "", False)
    assert pay(answer) == (75_000, 90_000, "EUR", "year")
    assert "not English" in answer.text.why
    assert answer.phrases == ()


@pytest.mark.parametrize("text", ["", " ", "Engineer", "x" * 5000, "a b " * 2000, "$" * 300, "\ufeff", "1-2-3 " * 500])
def test_any_text_has_an_answer(text: str) -> None:
    assert ladder.autopsy(text).text.level == ""
    assert ladder.autopsy(text, title=text).verdict == "not enough evidence"
