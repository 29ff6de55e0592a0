"""Everything that a ladder says, each once, where it stands."""

from collections import Counter

import pytest

from ladder.contents.claims import Claim, claims
from ladder.contents.titles import TITLES
from ladder.model import Faq, Fit, Ladder, Level, Next, Record, Span, Statement
from ladders import read, write_all
from pages.bundled import ours
from questions.builders import a_ladder, cell, said, shares, sources
from questions.every_field import EVERYTHING, fields_of_text, texts


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Ladder:
    return read(write_all(tmp_path_factory.mktemp("full") / "mill", EVERYTHING))


HEARD = ("Competency", "words")
"""What a log is understood by, and says nothing of a level."""


def placed(ladder: Ladder, **where: str) -> list[str]:
    return [claim.text for claim in claims(ladder) if all(getattr(claim, field) == one for field, one in where.items())]


def one(ladder: Ladder, text: str) -> Claim:
    (found,) = [claim for claim in claims(ladder) if claim.text == text]
    return found


def test_the_full_ladder_fills_every_field_in_which_something_can_be_said(full: Ladder) -> None:
    assert fields_of_text() - {(kind, field) for kind, field, _ in texts(full)} == {HEARD}


def test_whatever_is_said_is_a_claim(full: Ladder) -> None:
    every = "\n".join(claim.text for claim in claims(full))
    assert [found for found in texts(full) if found[-1] not in every] == []


def test_whatever_the_bundled_ladder_says_is_a_claim() -> None:
    every = "\n".join(claim.text for claim in claims(ours()))
    known = ("Survey", "method", "published")
    assert [found for found in texts(ours()) if found[-1] not in every and found != known and found[:2] != HEARD] == []


@pytest.mark.parametrize("which", ["full", "bundled"])
def test_each_claim_stands_once_and_in_a_part_that_has_a_title(which: str, full: Ladder) -> None:
    every = list(claims(full if which == "full" else ours()))
    assert [claim for claim, number in Counter(every).items() if number > 1] == []
    assert {claim.part for claim in every} <= set(TITLES)
    assert all(claim.text.strip() for claim in every)
    if which == "full":
        assert {claim.part for claim in every} == set(TITLES)


def test_levels_come_lowest_first_then_roles_then_the_ladder_itself(full: Ladder) -> None:
    roles = list(dict.fromkeys(claim.role for claim in claims(full)))
    assert roles == ["miller", "senior-miller", "foreman", "master", "senior-wind", ""]


def test_a_claim_names_where_it_stands_and_who_says_so(full: Ladder) -> None:
    assert one(full, "Buys the right wheat.") == Claim(
        "senior-miller", "Senior miller", "expects", "grain", "Grain", "Buys the right wheat.", ("house",)
    )
    assert one(full, "Sent back a wet load.").about_title == "Grain, for example"
    assert one(full, "A dry bin.").about_title == "Grain, seen in"
    assert one(full, "No river.").about_title == "Master miller: what stops people"
    assert one(full, "Goes from mill to mill.")[2:5] == ("archetypes", "rover", "Rover")
    assert one(full, "A rover's Monday")[2:5] == ("archetypes", "rover", "Rover")
    assert one(full, "Walks").about_title == "Rover: A rover's Monday, from 08:00"
    assert one(full, "Printed on Sundays.")[2:5] == ("sources", "almanac", "The almanac")


def test_figures_are_claims(full: Ladder) -> None:
    assert placed(full, role="senior-miller", part="years") == ["3–6: Some say four."]
    assert placed(full, role="senior-miller", about="milling") == ["50–60%", "Grinds the fine flour."]
    assert one(full, "2–4").about_title == "Senior miller: how many years it takes"
    bands = placed(full, part="comp")
    assert "senior-miller: base p25 31,000, p50 36,000, p75 44,000 EUR a year (14 people, The lowlands)" in bands
    assert "senior-miller, windmills: base 30,000–50,000 EUR a year (people, The lowlands)" in bands
    assert "senior-wind: base mean 41,000.50 EUR a year (people, The lowlands)" in bands


@pytest.mark.parametrize(
    ("years", "text"),
    [(Span(7), "7+"), (Span(None, 3), "≤3"), (Span(2, 2), "2"), (Span(1.5, 4, "At most."), "1.5–4: At most.")],
)
def test_years_are_written_as_they_are_known(years: Span, text: str) -> None:
    assert placed(a_ladder(Level("low", years=years)), part="years") == [text]


def test_what_only_reports_span_is_no_range_that_anybody_gave(full: Ladder) -> None:
    assert placed(full, role="senior-miller", part="time", about="talk") == ["20%: In winter.", "40%"]
    assert [claim.source for claim in claims(full) if claim.about == "talk" and claim.text == "40%"] == [("almanac",)]


def test_a_companys_level_is_said_with_what_it_is_here_and_who_disagrees(full: Ladder) -> None:
    assert placed(full, part="companies", about="tidewater:T2") == [
        "T2 (Stoneman) is senior-miller here",
        "By the stone.",
        "T2 (Stoneman) is miller by another account: Paid as one.",
    ]
    assert placed(full, part="companies", about="tidewater:T9")[0] == "T9 (Owner) is no level here"


def test_satire_is_marked_by_its_source_its_day_and_its_voice(full: Ladder) -> None:
    jokes = {claim.text for claim in claims(full) if claim.satire}
    assert {"Sleeps.", "Waits", "A calm", "Hold your hat.", "Printed on Sundays.", "Turns it again.", "40%"} <= jokes
    assert {claim.part for claim in claims(full) if not claim.satire} >= {"days", "moves", "sources"}
    assert not {claim.text for claim in claims(full) if claim.part == "record" and not claim.satire}


LEVEL = Level(
    "low",
    "Low",
    summary="Grinds.",
    source=("guild",),
    years=Span(2, 2),
    expects={"grain": cell("Tells wheat from rye.", "Counts."), "people": cell("Greets.")},
    time=shares(milling=80, talk=20),
    week=said("Rests on Sunday."),
    topics={"hiring": said("Ask at the door.")},
    next=(Next("high", evidence=said("Needs no help.")),),
    fit=Fit(for_=said("Early risers.")),
    faq=(Faq("Dusty?", "Yes."),),
    record=Record(aliases=("Dusty",)),
)
ROLE = LEVEL._replace(
    id="wind",
    title="Low, wind",
    level="low",
    discipline="wind",
    record=None,
    expects={**LEVEL.expects, "grain": cell("Tells wheat from rye.", "Waits for wind.")},
    time={**LEVEL.time, **shares(talk=50)},
)
LADDER = a_ladder(LEVEL, Level("high", "High"), roles=[ROLE], sources=sources(guild="survey", study="survey"))


def test_a_role_does_not_repeat_what_it_has_from_its_level() -> None:
    assert [claim.text for claim in claims(LADDER) if claim.role == "wind"] == [
        "Low, wind",
        "wind",
        "Waits for wind.",
        "50%",
    ]


def test_a_role_that_is_asked_alone_says_what_its_level_says() -> None:
    alone = list(claims(LADDER, ["wind"]))
    assert {claim.role for claim in alone} == {"wind"}
    assert {claim.title for claim in alone} == {"Low, wind"}
    assert {"Greets.", "Rests on Sunday.", "Waits for wind.", "Early risers."} <= {claim.text for claim in alone}
    assert "Dusty" not in {claim.text for claim in alone}, "a record is nobody's but its own level's"


def test_asked_with_its_level_a_role_says_its_own_alone() -> None:
    both = list(claims(LADDER, ["wind", "low"]))
    assert both == [claim for claim in claims(LADDER) if claim.role in ("low", "wind")]


def test_the_same_words_by_another_source_are_another_claim() -> None:
    told = Statement("Greets.", source=("guild",))
    role = Level("wind", "Wind", level="low", expects={"people": cell(told)})
    ladder = a_ladder(Level("low", "Low", expects={"people": cell("Greets.")}), roles=[role])
    assert [claim.source for claim in claims(ladder) if claim.text == "Greets."] == [(), ("guild",)]


def test_a_role_of_a_level_that_was_not_opened_says_all_that_it_says() -> None:
    part = LADDER._replace(levels={})
    assert "Greets." in [claim.text for claim in claims(part)]


def test_an_empty_ladder_says_nothing() -> None:
    assert list(claims(Ladder("void"))) == []
