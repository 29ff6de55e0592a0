"""What `import ladder` promises to programs."""

import json

import pytest

import ladder
from ladder.cli.app import run
from ladder.questions.compare import Counts
from ladder.render.json import render


def test_a_dozen_names_and_no_more_are_public() -> None:
    assert len(ladder.__all__) <= 12
    assert set(ladder.__all__) <= set(dir(ladder))
    for name in ladder.__all__:
        assert getattr(ladder, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        ladder.nonsense  # noqa: B018


@pytest.mark.parametrize(
    ("command", "kind", "ask"),
    [
        (
            ["compare", "senior", "staff", "--changes"],
            "compare",
            lambda: ladder.compare("senior", "staff", changes=True),
        ),
        (["day", "staff", "--hours", "7"], "day", lambda: ladder.day("staff", hours=7)),
        (["show", "google:L6", "--topic", "hiring"], "show", lambda: ladder.show("google:L6", topics=["hiring"])),
        (["list", "sources"], "list", lambda: ladder.listing("sources")),
    ],
)
def test_functions_return_what_the_commands_print(
    command: list[str], kind: str, ask: object, capsys: pytest.CaptureFixture[str]
) -> None:
    run([*command, "-f", "json"])
    printed = json.loads(capsys.readouterr().out)
    assert callable(ask)
    assert json.loads(render(kind, ask())) == printed


def test_a_loaded_ladder_answers_as_its_path_does(small_ladder: str) -> None:
    loaded = ladder.load(small_ladder)
    assert isinstance(loaded, ladder.Ladder)
    names = list(loaded.order[:2])
    assert ladder.compare(*names, ladder=loaded) == ladder.compare(*names, ladder=small_ladder)
    assert ladder.show(names[0], ladder=loaded).id == names[0]
    assert ladder.comp(ladder=loaded).missing == ladder.comp(ladder=small_ladder).missing
    assert ladder.listing(ladder=loaded) == ladder.listing(ladder=small_ladder)


def test_the_staff_median_and_what_lies_between() -> None:
    rows = {row.survey: row for row in ladder.comp("staff", percentile=60).rows}
    at = rows["rfs-2026"].at
    assert at is not None
    assert (at.found, at.amount) == ("interpolated", 234_000)


def test_a_comparison_counts_what_it_lists() -> None:
    answer = ladder.compare("senior", "staff")
    assert answer.moves is not None
    move = answer.moves[0]
    kinds = [change.kind for subject in move.subjects for change in subject.changes]
    assert move.counts == Counts(*(kinds.count(kind) for kind in ("new", "raised", "differs", "kept", "left")))
    assert min(move.counts.new, move.counts.raised, move.counts.kept, move.counts.left) > 0


def test_what_a_caller_can_mend_is_a_ladder_error(tmp_path: object) -> None:
    with pytest.raises(ladder.UnknownName) as unknown:
        ladder.show("staf")
    assert unknown.value.near == ("staff",)
    with pytest.raises(ladder.LadderError):
        ladder.load("/no/such/ladder")
    with pytest.raises(ladder.LadderError, match="no ladder or company"):
        ladder.comp("google:L6", "nowhere:l1")
