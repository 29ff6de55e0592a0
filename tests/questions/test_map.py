"""What companies call a level, what a company's level is here, and who disagrees."""

import pytest

from ladder.errors import LadderError, UnknownName
from ladder.model import Company, CompanyLevel, Level, Placement, Track
from ladder.names import find
from ladder.questions.map import Map, map
from questions.builders import a_ladder, sources

TIDE = Company(
    "tide",
    "Tidewater",
    ("tidy",),
    {
        "T1": CompanyLevel("T1", "Hand", "hand"),
        "T2": CompanyLevel(
            "T2",
            "Stoneman",
            "miller",
            "By rumour.",
            ("guild",),
            disagree=(Placement("master", "Paid as one.", ("rolls",)), Placement("hand")),
        ),
        "T3": CompanyLevel("T3", is_="miller"),
        "T9": CompanyLevel("T9", "Owner", note="Owners stand on no ladder."),
        "M1": CompanyLevel("M1", "Overseer", note="Same pay.", source=("rolls",), track="lead", beside="miller"),
    },
)
HILL = Company(
    "hill",
    levels={
        "5": CompanyLevel("5", is_="master", disagree=(Placement("miller"),)),
        "m": CompanyLevel("m", track="other", beside="master"),
    },
)
BARE = Company("bare", "Bare Mills")
LADDER = a_ladder(
    Level("hand"),
    Level("miller", "Miller"),
    Level("master", "Master"),
    roles=[Level("wind", "Wind miller", level="miller")],
    companies={"tide": TIDE, "hill": HILL, "bare": BARE},
    tracks={"lead": Track("lead", "Leads")},
    sources=sources(guild="survey", rolls="article", idle="article"),
)


def named(answer: Map) -> tuple[list[str], list[str], list[str]]:
    """The company levels that correspond, those that others count among them, and the managers beside."""
    one, two, three = (
        [f"{rung.company}:{rung.id}" for rung in some] for some in (answer.rungs, answer.disputed, answer.managers)
    )
    return one, two, three


def test_a_level_has_what_companies_call_it_who_disagrees_and_the_managers_beside() -> None:
    answer = map(LADDER, level="miller")
    assert named(answer) == (["tide:T2", "tide:T3"], ["hill:5"], ["tide:M1"])
    assert answer.level is not None
    assert (answer.level.id, answer.level.title, answer.rung, answer.company) == ("miller", "Miller", None, "")


def test_disagreement_shows_on_the_side_of_both_levels() -> None:
    assert "tide:T2" in named(map(LADDER, level="miller"))[0]
    for other in ("master", "hand"):
        answer = map(LADDER, level=other)
        assert named(answer)[1] == ["tide:T2"]
        (rung,) = answer.disputed
        assert (rung.here, rung.here_title) == ("miller", "Miller")
        assert other in [by.id for by in rung.disagree]


def test_those_who_disagree_say_where_why_and_by_whom() -> None:
    rung = map(LADDER, level="miller").rungs[0]
    assert [(by.id, by.title, by.note, by.source) for by in rung.disagree] == [
        ("master", "Master", "Paid as one.", ("rolls",)),
        ("hand", "hand", "", ()),
    ]


def test_a_role_corresponds_as_its_level_does() -> None:
    assert map(LADDER, level="wind") == map(LADDER, level="miller")


def test_a_companys_level_is_asked_for_with_all_that_corresponds_to_it() -> None:
    answer = map(LADDER, rung=("tide", "T2"))
    assert answer.rung is not None
    assert (answer.rung.title, answer.rung.here, answer.rung.note) == ("Stoneman", "miller", "By rumour.")
    assert answer.level is not None
    assert answer.level.id == "miller"
    assert named(answer) == named(map(LADDER, level="miller"))


def test_a_companys_level_that_corresponds_to_none_stands_alone() -> None:
    answer = map(LADDER, rung=("tide", "T9"))
    assert answer.rung is not None
    assert (answer.rung.here, answer.rung.beside, answer.level) == ("", "", None)
    assert named(answer) == ([], [], [])


def test_a_managers_level_is_shown_beside_and_is_none_of_the_levels() -> None:
    answer = map(LADDER, rung=("tide", "M1"))
    assert answer.rung is not None
    assert (answer.rung.here, answer.rung.beside, answer.rung.beside_title) == ("", "miller", "Miller")
    assert answer.rung.track == "Leads"
    assert named(answer) == (["tide:T2", "tide:T3"], ["hill:5"], ["tide:M1"])
    for level in LADDER.order:
        assert not any("M1" in one or ":m" in one for one in named(map(LADDER, level=level))[0])


def test_a_managers_level_is_no_name_of_a_level() -> None:
    class Here:
        name, order, role_ids = "mill", LADDER.order, LADDER.role_ids

        def __getattr__(self, name: str) -> object:
            return lambda *_, **__: LADDER.companies

    with pytest.raises(LadderError, match="no level of this ladder corresponds to 'tide:M1'") as caught:
        find("tide:M1", Here(), lambda _: None)  # type: ignore[arg-type]
    assert "beside 'miller', on another track: `ladder map tide:M1`" in caught.value.hint
    assert not isinstance(caught.value, UnknownName)


def test_a_company_has_all_its_levels_managers_apart() -> None:
    answer = map(LADDER, company="tide")
    assert named(answer) == (["tide:T1", "tide:T2", "tide:T3", "tide:T9"], [], ["tide:M1"])
    assert (answer.company, answer.company_title, answer.level, answer.rung) == ("tide", "Tidewater", None, None)


def test_a_company_without_levels_has_none() -> None:
    answer = map(LADDER, company="bare")
    assert (named(answer), answer.company_title, answer.sources) == (([], [], []), "Bare Mills", ())


def test_a_company_and_a_level_without_a_title_are_called_by_their_ids() -> None:
    answer = map(LADDER, company="hill")
    assert answer.company_title == "hill"
    assert [(rung.company_title, rung.title) for rung in answer.rungs] == [("hill", "")]
    assert answer.managers[0].track == "other"


def test_all_is_every_level_of_every_company_in_the_order_of_the_files() -> None:
    answer = map(LADDER)
    assert named(answer) == (["tide:T1", "tide:T2", "tide:T3", "tide:T9", "hill:5"], [], ["tide:M1", "hill:m"])
    assert [here.id for here in answer.levels] == ["hand", "miller", "master"]


def test_only_the_sources_of_what_is_shown_are_cited() -> None:
    assert {source.id for source in map(LADDER, level="miller").sources} == {"guild", "rolls"}
    assert map(LADDER, company="hill").sources == ()


def test_a_level_that_nobody_names_has_none() -> None:
    ladder = LADDER._replace(companies={})
    assert named(map(ladder, level="miller")) == ([], [], [])
    assert named(map(ladder)) == ([], [], [])


def test_a_companys_level_that_is_a_role_here_counts_for_the_level_of_that_role() -> None:
    sails = Company("sails", levels={"S1": CompanyLevel("S1", is_="wind")})
    ladder = LADDER._replace(companies={"sails": sails})
    assert named(map(ladder, level="miller"))[0] == ["sails:S1"]
    assert named(map(ladder, level="wind"))[0] == ["sails:S1"]
    assert named(map(ladder, rung=("sails", "S1")))[0] == ["sails:S1"]


def test_who_places_a_level_at_a_role_disputes_the_level_of_that_role() -> None:
    sails = Company("sails", levels={"S1": CompanyLevel("S1", is_="hand", disagree=(Placement("wind"),))})
    assert named(map(LADDER._replace(companies={"sails": sails}), level="miller"))[1] == ["sails:S1"]


def test_a_level_is_disputed_by_whom_it_concerns() -> None:
    placed = (Placement("hand", "As a hand."), Placement("wind", "As one of the wind."))
    ladder = LADDER._replace(
        companies={"sails": Company("sails", levels={"S1": CompanyLevel("S1", is_="master", disagree=placed)})}
    )
    assert named(map(ladder, level="wind"))[1] == ["sails:S1"]
    assert named(map(ladder, level="hand"))[1] == ["sails:S1"]
    assert named(map(ladder, level="master"))[1] == []


def test_a_manager_who_ranks_beside_a_role_ranks_beside_its_level() -> None:
    sails = Company("sails", levels={"M": CompanyLevel("M", beside="wind")})
    assert named(map(LADDER._replace(companies={"sails": sails}), level="wind"))[2] == ["sails:M"]
