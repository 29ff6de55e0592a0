"""The bundled data speaks plainly: short names and gists that fit, whole sentences that name their subject, true pairs.

What a test cannot know (whether a sentence is good) is for its reader. These are the slips that can be counted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import ladder
from ladder.model import Ladder, Level, Statement
from ladder.questions.compare import compare

TEXTS: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every scalar as text, in C where there is such a parser."""
DATA: Final = Path(__file__).parent.parent / "data"
OURS: Final[Ladder] = ladder.load()
EVERYONE: Final = (*OURS.levels.values(), *(OURS.role(name) for name in OURS.role_ids))
FILES: Final = sorted(DATA.rglob("*.yaml"))

GIST, SHORT = 30, 13
FEWEST, MOST = 4, 22
"""Words of a statement; it may be several sentences long only if it stays below."""

BANNED: Final = (
    r"\bone's\b",
    r"\bsomebody\b",
    r"\bis said to\b",
    r"\bas the job has it\b",
    r"\bthe advised way\b",
    r"\bwhere it burns\b",
    r"\bleft behind\b",
    r"\d %",
    r", at (?!least\b|most\b)[A-Z]\w+( [A-Z]\w+)?\.?$",
)
"""What the voice forbids: riddles, spaced percentages, and a company that trails behind its claim."""

BARE: Final = frozenset((
    "am", "are", "be", "been", "belongs", "brings", "builds", "calls", "came", "can", "cares", "changes", "chooses",
    "codes", "comes", "competes", "counts", "did", "does", "equals", "exists", "finds", "fixes", "gains", "gave",
    "gets", "gives", "goes", "had", "has", "have", "holds", "influences", "is", "keeps", "knows", "lacks", "leads",
    "leaves", "makes", "may", "meets", "might", "must", "needs", "owns", "passes", "pays", "plans", "puts", "ranks",
    "reports", "resolves", "reviews", "sets", "shows", "should", "sits", "splits", "spends", "spent", "split",
    "stands", "suits", "takes", "teaches", "took", "turns", "uses", "waits", "wants", "was", "were", "works",
    "would", "writes",
))  # fmt: skip
"""Verbs and auxiliaries with which a sentence that names its subject does not begin."""

FIGURE: Final = re.compile(r"\d ?%|\$\d|\d (?:\w+ )?(?:people|engineers|developers|fellows|employees|hours|jobs)\b")


def texts(node: object) -> Iterator[str]:
    """Every text in a file, keys left out."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in ("url", "source", "id", "licence"):
                yield from texts(value)
    elif isinstance(node, list):
        for one in node:
            yield from texts(one)
    elif isinstance(node, str):
        yield node


def expected(level: Level) -> list[Statement]:
    """What a level expects, in order."""
    return [one for cell in level.expects.values() for one in cell.statements]


def told(level: Level) -> list[Statement]:
    """Everything else that is a statement: topics, weeks, ways on, moves, fit."""
    return [
        *(one for topic in level.topics.values() for one in topic),
        *level.week,
        *(one for way in level.next for one in (*way.evidence, *way.obstacles)),
        *(one for move in level.moves for one in move.about),
        *(level.fit.for_ + level.fit.against if level.fit else ()),
    ]


def own(name: str) -> dict[str, Any]:
    """What a role's or a level's file says itself."""
    path = next(path for path in FILES if path.stem == name and path.parent.name in ("levels", "roles"))
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("level", EVERYONE, ids=lambda level: level.id)
def test_a_cell_with_statements_has_a_gist_that_fits(level: Level) -> None:
    for name, cell in level.expects.items():
        assert not cell.statements or 0 < len(cell.gist) <= GIST, (level.id, name, cell.gist)


@pytest.mark.parametrize("name", OURS.competencies)
def test_no_gist_is_that_of_the_level_beside_it(name: str) -> None:
    row = [level.expects[name].gist for level in OURS.levels.values() if name in level.expects]
    assert all(lower != upper for lower, upper in pairwise(row)), row


def test_short_names_are_there_and_fit() -> None:
    shorts = [level.short for level in EVERYONE]
    assert len(shorts) == len(set(shorts))
    for short in (*shorts, *(competency.short for competency in OURS.competencies.values())):
        assert 0 < len(short) <= SHORT, short


@pytest.mark.parametrize("level", EVERYONE, ids=lambda level: level.id)
def test_a_statement_is_neither_a_word_nor_a_paragraph(level: Level) -> None:
    for statement in (*expected(level), *told(level)):
        assert FEWEST <= len(statement.text.split()) <= MOST, statement.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_uses_a_phrase_that_the_voice_forbids(path: Path) -> None:
    for text in texts(yaml.load(path.read_text(encoding="utf-8"), Loader=TEXTS)):  # noqa: S506 - text alone
        for phrase in BANNED:
            assert not re.search(phrase, text, re.IGNORECASE if "[A-Z]" not in phrase else 0), text


@pytest.mark.parametrize("level", EVERYONE, ids=lambda level: level.id)
def test_no_level_says_a_sentence_twice(level: Level) -> None:
    said = Counter(statement.text.casefold().rstrip(".") for statement in (*expected(level), *told(level)))
    assert not [text for text, times in said.items() if times > 1]


@pytest.mark.parametrize("level", EVERYONE, ids=lambda level: level.id)
def test_an_expectation_begins_with_a_verb_and_ends_without_a_stop(level: Level) -> None:
    for statement in expected(level):
        assert re.match(r"[A-Z][a-z]+s,? ", statement.text), statement.text
        assert not statement.text.endswith("."), statement.text


@pytest.mark.parametrize("level", EVERYONE, ids=lambda level: level.id)
def test_every_other_line_is_a_sentence_that_names_its_subject(level: Level) -> None:
    ways = [way.summary for way in level.next]
    for text in (*(statement.text for statement in told(level)), level.summary):
        assert text.split()[0].casefold() not in BARE, text
        assert text.endswith((".", "?")), text
    for text in ways:
        assert text, level.id
        assert len(text) <= 150, text


@pytest.mark.parametrize("level", EVERYONE, ids=lambda level: level.id)
def test_a_figure_has_a_date(level: Level) -> None:
    for statement in told(level):
        dated = [source for name in statement.source if (source := OURS.sources[name]).published or source.read]
        if FIGURE.search(statement.text):
            assert dated or re.search(r"\b(19|20)\d\d\b", statement.text), statement.text


@pytest.mark.parametrize(("lower", "upper"), list(pairwise(OURS.order)))
def test_at_most_one_statement_in_seven_is_not_said_again_at_the_next_level(lower: str, upper: str) -> None:
    moves = compare([(OURS, lower), (OURS, upper)]).moves
    assert moves is not None
    assert moves[0].counts.unsaid * 7 <= len(expected(OURS.role(lower)))


@pytest.mark.parametrize("name", OURS.role_ids)
def test_a_role_keeps_in_step_with_its_level(name: str) -> None:
    """Whatever a role's cell leaves out of its level's is replaced by a statement of the same subject."""
    role = OURS.role(name)
    for competency in own(name).get("expects", {}):
        theirs = {one.id for one in OURS.role(role.level).expects[competency].statements}
        ours = {one.id for one in role.expects[competency].statements}
        assert len(theirs - ours) <= 1, (competency, theirs - ours)


def test_every_step_up_but_the_last_has_one_sentence() -> None:
    for lower, upper in pairwise(OURS.levels.values()):
        assert any(way.to == upper.id and way.summary for way in lower.next), lower.id
