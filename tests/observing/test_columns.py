"""Which column is what, by its name and by what the user says."""

import pytest

from ladder.errors import CannotRead, LadderError
from ladder.observing.columns import mapping, recognised


def test_names_of_many_tables_are_known() -> None:
    found = recognised(("Job Title", "salaryMin", "salary_max", "Posted", "Company Name", "id"), {}, "it")
    assert found.named == {
        "title": "Job Title", "low": "salaryMin", "high": "salary_max", "company": "Company Name", "date": "Posted",
    }  # fmt: skip
    assert found.understood() == (
        "columns: title = Job Title, low = salaryMin, high = salary_max, company = Company Name, date = Posted; "
        "passed over: id"
    )


def test_what_the_user_says_counts_before_what_is_recognised() -> None:
    found = recognised(("title", "Role", "pay", "Base (USD)"), {"title": "role", "base": "pay"}, "it")
    assert (found.named["title"], found.named["base"]) == ("Role", "pay")


def test_a_name_that_is_not_there_has_the_nearest() -> None:
    with pytest.raises(LadderError, match="no column 'Rol' in it") as caught:
        recognised(("Role",), {"title": "Rol"}, "it")
    assert caught.value.hint == "did you mean 'Role'?"
    with pytest.raises(LadderError, match="no column can be 'titel'"):
        recognised(("Role",), {"titel": "Role"}, "it")


def test_two_columns_with_one_name_are_an_error_where_the_name_is_used() -> None:
    with pytest.raises(CannotRead, match="two columns of it are called 'base'"):
        recognised(("title", "base", "base"), {}, "it")
    assert recognised(("title", "base", "x", "x"), {}, "it").named == {"title": "title", "base": "base"}


def test_a_mapping_as_it_is_typed() -> None:
    assert mapping(["title=Role,base=Pay", "company=Firm"]) == {"title": "Role", "base": "Pay", "company": "Firm"}
    with pytest.raises(LadderError, match="'base' is not a value for `--columns`"):
        mapping(["title=Role,base"])
