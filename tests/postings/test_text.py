"""What sentences come to: scores, thresholds, repeats, and what does not count."""

import pytest

from ladder.model import Cue, Threshold
from ladder.postings.sections import sentences
from ladder.postings.text import TextVoice, read

CUES = (
    Cue("ovens", "scope", 2, "Whoever runs ovens answers for them.", ("run ... ovens",), ("help run",)),
    Cue("teach", "people", 1, "Bakers teach.", ("teach ... bakers",)),
    Cue("learn", "junior", -2, "Apprentices learn.", ("learn",)),
    Cue("years", "years", 3, "Five years make a master.", years=(5, 20)),
)
STEPS = (
    Threshold("high", "master", 3, 5, above=True),
    Threshold("low", "hand"),
    Threshold("middle", "baker", 0, 2),
)


def judged(text: str) -> TextVoice:
    """The voice of a text by these cues."""
    return read(sentences(text), CUES, STEPS)


def test_weights_add_up_and_thresholds_say_for_which_level() -> None:
    voice = judged("- Run the ovens\n- Teach other bakers")
    assert (voice.level, voice.to, voice.or_above, voice.score) == ("master", "master", True, 3)
    assert [(one.cue, one.weight, one.quote) for one in voice.evidence] == [
        ("ovens", 2, "Run the ovens"),
        ("teach", 1, "Teach other bakers"),
    ]


def test_a_second_sentence_counts_half_and_a_third_not_at_all() -> None:
    voice = judged("- Run the ovens\n- Run our ovens\n- Run more ovens\n- Teach bakers")
    assert voice.score == 4
    assert [one.weight for one in voice.evidence if one.cue == "ovens"] == [2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "- Help run the ovens",
        "- You do not need to run ovens",
        "Benefits\n- Run the ovens",
        "Nice to have\n- Run the ovens",
    ],
)
def test_what_is_no_evidence_does_not_count(text: str) -> None:
    assert judged(text).evidence == ()


def test_one_cue_without_years_is_not_enough() -> None:
    voice = judged("- Run the ovens, run the ovens")
    assert (voice.level, voice.confidence, voice.why) == ("", "", "not enough evidence")
    assert voice.score == 2


def test_years_are_shown_apart_from_the_rest() -> None:
    voice = judged("- 6 years of experience\n- Learn from us")
    assert (voice.years, voice.years_level, voice.scope_level) == (6, "master", "hand")
    assert (voice.level, voice.score, voice.confidence) == ("baker", 1, "low")


def test_just_below_a_threshold_both_levels_fit() -> None:
    voice = judged("- Run the ovens\n- 2 years of experience")
    assert (voice.level, voice.to, voice.or_above) == ("baker", "master", True)


def test_without_thresholds_there_is_a_score_and_no_level() -> None:
    voice = read(sentences("- Run ovens\n- Teach bakers"), CUES, ())
    assert (voice.level, voice.score) == ("", 3)
