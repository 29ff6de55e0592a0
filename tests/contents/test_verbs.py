"""Statements about an engineer, turned to the reader."""

import pytest

import ladder
from ladder.contents.verbs import infinitive


@pytest.mark.parametrize(
    ("statement", "turned"),
    [
        ("Owns a domain", "own a domain"),
        ("Corrects and extends runbooks", "correct and extend runbooks"),
        ("Answers for an area and consults principals", "answer for an area and consult principals"),
        ("Waits weeks, months or years to learn", "wait weeks, months or years to learn"),
        ("Puts their own growth first", "put your own growth first"),
        ("Puts teams in a position to meet their own targets", "put teams in a position to meet their own targets"),
        ("Teaches, and carries the pager", "teach, and carry the pager"),
        ("Always right", ""),
        ("Owns", ""),
        ("", ""),
    ],
)
def test_the_verbs_of_a_statement_lose_their_ending(statement: str, turned: str) -> None:
    assert infinitive(statement) == turned


def test_nearly_every_statement_of_the_bundled_ladder_can_be_turned() -> None:
    levels = ladder.load().levels.values()
    every = [one.text for level in levels for cell in level.expects.values() for one in cell.statements]
    assert sum(not infinitive(text) for text in every) <= 3
