"""What a document knows of itself."""

import pytest

from ladder.document import Change, Changes

RAISED = Change("raised", "↑", "raised", "old", "new")
KEPT = Change("kept", "=", "kept", "same", "same")
LEFT = [Change("left behind", "−", "left", before=f"gone {place}") for place in range(3)]
NEW = [Change("new", "+", "new", after=f"fresh {place}") for place in range(3)]


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ([RAISED, KEPT], [(RAISED, RAISED), (KEPT, KEPT)]),
        ([LEFT[0], KEPT, NEW[0]], [(KEPT, KEPT), (LEFT[0], NEW[0])]),
        ([NEW[0], NEW[1], LEFT[0]], [(LEFT[0], NEW[0]), (None, NEW[1])]),
        (LEFT, [(one, None) for one in LEFT]),
        (NEW, [(None, one) for one in NEW]),
        ([], []),
    ],
    ids=["both", "one of each", "more new", "left alone", "new alone", "none"],
)
def test_what_both_sides_have_comes_first_then_what_was_left_beside_what_is_new(
    rows: list[Change], pairs: list[tuple[Change | None, Change | None]]
) -> None:
    assert Changes("a", "b", tuple(rows)).side_by_side() == pairs
