"""The years of experience that sentences ask for."""

import pytest

from ladder.postings.years import Asked, asked


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of experience with Python", 5),
        ("At least five years of professional experience", 5),
        ("3-5 years building software", 3),
        ("8 to 10 years in the industry", 8),
        ("7 or more years of experience", 7),
        ("10+ yrs experience", 10),
        ("We were founded 10 years ago", None),
        ("Options vest over 4 years", None),
        ("in the last 5 years of our history", None),
        ("a 30 years old company", None),
        ("99 years of experience", None),
    ],
)
def test_years_are_those_that_are_asked_for(text: str, years: int | None) -> None:
    found = asked([text])
    assert (found.years if found else None) == years


def test_the_largest_of_the_first_three_mentions_counts() -> None:
    sentences = ["2 years of experience", "6 years of experience", "3 years of experience", "9 years of experience"]
    assert asked(sentences) == Asked(6, 1)
