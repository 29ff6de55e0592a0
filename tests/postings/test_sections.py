"""Which sentences of a posting are about the work, and which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.postings.sections import Part, heading, sentences

TEXT = """\
About Crumb
We sell bread. Our ovens are trusted by kings.

What you'll do
- Lead the design of ovens. Keep them hot, e.g. at night.
• Mentor bakers
Equal opportunity
We welcome everyone.
Requirements:
3+ years of experience
Nice to have
- A driving licence
Benefits
- Bread
"""


def test_headings_say_what_follows_them() -> None:
    assert [(one.part, one.text) for one in sentences(TEXT)] == [
        ("company", "We sell bread."),
        ("company", "Our ovens are trusted by kings."),
        ("work", "Lead the design of ovens."),
        ("work", "Keep them hot, e.g. at night."),
        ("work", "Mentor bakers"),
        ("offer", "We welcome everyone."),
        ("work", "3+ years of experience"),
        ("bonus", "A driving licence"),
        ("offer", "Bread"),
    ]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("What you will bring", "work"),
        ("Why join us?", "offer"),
        ("Our values", "company"),
        ("Bonus points:", "bonus"),
        ("How we hire", "offer"),
        ("You lead the design of all the ovens.", None),
        ("A sentence that is longer than any heading ever would be here", None),
    ],
)
def test_a_heading_is_short_and_known_by_its_words(line: str, part: Part | None) -> None:
    assert heading(line) == part


def test_what_a_company_says_of_itself_between_the_tasks_is_left_out() -> None:
    text = "- Bake\nWe believe in bread.\nWe are looking for a baker who leads the design.\nYou lead our ovens."
    assert [one.part for one in sentences(text)] == ["work", "company", "work", "work"]


@given(st.text(max_size=300))
def test_every_sentence_stands_in_the_text(text: str) -> None:
    squeezed = " ".join(text.split())
    assert all(" ".join(one.text.split()) in squeezed for one in sentences(text))
