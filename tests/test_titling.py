"""Titles of jobs by the rules of titles.yaml: which level each states, which discipline, and why it states none."""

from pathlib import Path
from typing import Final

import pytest

import ladder
from ladder import api_pay
from ladder.model import TitleRule
from ladder.titling import Titles, fitted, tokens
from ladders import SMALL, lines_of, problems_of, write_all

RULES: Final = api_pay.titles()

LEVELS: Final = {
    "Staff Software Engineer": "staff",
    "Engineer, Staff": "staff",
    "Software Engineer - Senior": "senior",
    "SR. Backend Developer": "senior",
    "Sr. Staff Engineer": "senior-staff",
    "Senior Staff Site Reliability Engineer (Remote)": "senior-staff",
    "Senior Software Engineer II": "senior",
    "Senior Software Engineer (L5)": "senior",
    "Software Engineer II": "engineer",
    "Data Scientist 2": "engineer",
    "Software Engineer (New Grad)": "engineer",
    "Junior Front-End Developer": "engineer",
    "Principal Engineer/Software Architect": "principal",
    "Distinguished Engineer - AI": "distinguished",
    "Engineering Fellow": "fellow",
    "Staff Engineer, Tech Lead": "staff",
    "Senior Engineer, Secrets Manager": "senior",
    "Senior Engineer, Staffing Platform": "senior",
    "Principal responsibilities: Staff Engineer": "staff",
    "AirOps - Senior Software Engineer": "senior",
    "Senior Backend": "senior",
    "\u200bStaff Applied Scientist": "staff",
}
NONE: Final = {
    "Software Engineer": "no word for a level",
    "Senior/Staff Engineer": "several levels: senior and staff",
    "Mid-Senior Developer": "several levels: mid and senior",
    "Senior / Lead iOS Engineer": "several levels: senior and lead",
    "Member of Technical Staff": "technical staff",
    "Senior Member of Technical Staff": "technical staff",
    "Chief of Staff, Engineering": "chief of staff",
    "Staffing Manager": "manager",
    "Staff Nurse": "nurse",
    "Senior Copy Editor": "no word for the work of this ladder",
    "Machine Learning Scientist (All Levels)": "all levels",
    "Senior+ Engineer": "senior+",
    "Engineer, senior or above": "or above",
    "Tech Lead": "tech lead",
    "Software Engineer III": "III and above",
    "Software Engineer II/III": "several levels: ii and iii",
    "Data Scientist (L5/L6)": "l5",
    "Senior Principal Engineer": "this ladder has no such level",
    "Senior Engineering Manager": "manager",
    "Software Engineering Intern": "intern",
    "AI Fellowship for Engineers": "fellowship",
    "": "no word for a level",
    "!!! ???": "no word for a level",
}
DISCIPLINES: Final = {
    "Senior/Staff ML Engineer": "machine learning",
    "Staff Backend/Data Engineer": "back end",
    "Cloud Security Engineer": "security",
    "Data Platform Engineer": "data",
    "Front-End Developer": "front end",
    "React Native Engineer": "mobile",
    "Site Reliability Engineer": "platform and reliability",
    "Fullstack Engineer": "full stack",
    "Software Engineer, AI Startup": "",
    "Data Center Engineer": "",
    "Software Engineer": "",
}


@pytest.mark.parametrize("text", LEVELS)
def test_the_level_that_a_title_states(text: str) -> None:
    found = RULES.of(text)
    assert found.level == LEVELS[text]
    assert found.rule
    assert found.words in found.why


@pytest.mark.parametrize("text", NONE)
def test_a_title_that_states_no_level_says_why(text: str) -> None:
    found = RULES.of(text)
    assert found.level == ""
    assert NONE[text] in found.why


@pytest.mark.parametrize("text", DISCIPLINES)
def test_the_first_discipline_that_a_title_names(text: str) -> None:
    assert RULES.of(text).discipline == DISCIPLINES[text]


def test_from_python_one_title_at_a_time() -> None:
    found = ladder.title("Senior/Staff ML Engineer")
    assert (found.level, found.discipline, found.rule) == ("", "machine learning", "")
    assert ladder.title("Staff Engineer").rule == "staff"


def test_a_ladder_adds_rules_and_replaces_those_with_the_same_id(tmp_path: Path) -> None:
    own = "ic4: {says: level, level: master, words: [ic4]}\nengineering: {says: work, words: [miller]}\n"
    mill = write_all(tmp_path / "mill", {**SMALL, "titles.yaml": own})
    assert ladder.title("Miller, IC4", ladder=mill).level == "master"
    assert ladder.title("Senior Miller", ladder=mill).level == "senior-miller"
    assert ladder.title("Senior Engineer, Copy", ladder=mill).why == "no word for the work of this ladder"
    assert ladder.title("Miller, IC4", ladder=ladder.load(mill)).level == "master"


def test_bundled_rules_go_to_the_level_whose_title_says_the_same() -> None:
    titles = {"ic4": ["Senior engineer"], "ic5": ["Staff engineer"], "ic6": ["Staff engineer, platform"]}
    found = Titles(fitted(RULES.rules, tuple(titles), titles))
    assert found.of("Sr. Engineer").level == "ic4"
    assert found.of("Staff Engineer").why.endswith("several levels of this ladder are called so")
    assert found.of("Principal Engineer").why.endswith("this ladder has no such level")
    assert found.of("Software Engineer II").level == ""


def test_of_two_rules_with_the_same_words_the_later_counts() -> None:
    rules = [TitleRule("one", "level", ("top",), "a"), TitleRule("two", "level", ("top",), "b")]
    assert Titles(rules).of("Top").level == "b"


def test_mistakes_in_rules_have_their_place_and_cure(tmp_path: Path) -> None:
    bad = (
        "a: {says: level, words: [x]}\n"
        "b: {says: discipline, words: [x]}\n"
        "c: {says: work, level: master, words: [x]}\n"
        "d: {says: level, level: mastr, words: [x]}\n"
        "e: {says: lvl, words: [x]}\n"
        "f: {says: work, words: ['(x)']}\n"
        "g: {says: work}\n"
    )
    found = lines_of(problems_of(write_all(tmp_path / "mill", {**SMALL, "titles.yaml": bad})))
    assert [line.split(" | ")[0].partition(" ")[2] for line in found] == [
        "the key 'level' is missing",
        "the key 'discipline' is missing",
        "a rule that says 'work' has no level",
        "no level 'mastr'",
        "unknown word 'lvl'",
        "'(x)' is no word of a title",
        "the key 'words' is missing",
    ]


def test_words_and_the_signs_that_part_a_title() -> None:
    assert tokens("C++ & Node.js – Senior+") == ("c+", "and", "node", "js", "–", "senior+")
    assert tokens("Front-End- React") == ("front", "end", "-", "react")
