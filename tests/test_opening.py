"""What questions need is what they declare, and a ladder answers alike however it was opened."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args

import pytest

import ladder
from ladder import names, opening, views
from ladder.cli.app import run as run_program
from ladder.errors import LadderError
from ladder.model import Ladder, Level
from ladder.needs import Needs, Part
from ladder.offering import Offer
from ladder.postings.posting import Posting
from ladder.questions import compare as compare_question
from ladder.questions import path as path_question
from ladders import FULL, write_all
from postings import examples
from test_history import git_in, settle

MILLERS = Path(__file__).parent / "logs" / "miller.md"
BAKER = Posting(examples.INFLATED, "Senior miller", "Crumb")
MILLERS_PAY = Path(__file__).parent / "observing" / "offers.csv"

ASK: dict[str, Callable[[Any], object]] = {
    "compare": lambda mill: ladder.compare("miller", "senior-wind", "master", ladder=mill, today="2026-01-01"),
    "compare, a part": lambda mill: ladder.compare("miller", "master", only=["Grain"], ladder=mill),
    "day": lambda mill: ladder.day("senior-wind", ladder=mill),
    "day, composed": lambda mill: ladder.day("senior-miller", ladder=mill, hours=7),
    "day, a hat": lambda mill: ladder.day("master", ladder=mill, archetype="Keeper of the sluice", every=True),
    "comp": lambda mill: ladder.comp(ladder=mill, yardsticks=True),
    "comp, one": lambda mill: ladder.comp("senior-wind", "tide:T2", ladder=mill, offer=40_000),
    "offers": lambda mill: ladder.offers(Offer("one", 40_000), role="senior-wind", ladder=mill),
    "survey": lambda mill: ladder.survey(MILLERS_PAY, ladder=mill, as_of="2026-06-25", explain=True),
    "show": lambda mill: ladder.show("senior-wind", ladder=mill),
    "show, a topic": lambda mill: ladder.show("senior-miller", topics=["Getting hired"], ladder=mill),
    "competency": lambda mill: ladder.competency("stones", ladder=mill),
    "archetypes": lambda mill: ladder.archetypes(ladder=mill),
    "archetypes, one": lambda mill: ladder.archetypes("keeper", ladder=mill),
    "archetypes, of a level": lambda mill: ladder.archetypes("hill:5", ladder=mill),
    "path": lambda mill: ladder.path("sail miller", "master", ladder=mill),
    "path, ways": lambda mill: ladder.path("senior-miller", ladder=mill),
    "map": lambda mill: ladder.map(ladder=mill),
    "map, a level": lambda mill: ladder.map("sail miller", ladder=mill),
    "map, a company's level": lambda mill: ladder.map("tide:M1", ladder=mill),
    "map, a company": lambda mill: ladder.map(company="tide", ladder=mill),
    "matrix": lambda mill: ladder.matrix(ladder=mill),
    "matrix, some": lambda mill: ladder.matrix("miller", "sail miller", ladder=mill),
    "gap": lambda mill: ladder.gap("master", logs=MILLERS, ladder=mill),
    "plan": lambda mill: ladder.plan("senior-miller", log=MILLERS, ladder=mill),
    "packet": lambda mill: ladder.packet("senior-wind", log=MILLERS, ladder=mill),
    "autopsy": lambda mill: ladder.autopsy(examples.INFLATED, "Staff Engineer", ladder=mill, today="2026-01-01"),
    "autopsies": lambda mill: ladder.autopsies([BAKER, BAKER], ladder=mill, today="2026-01-01"),
    "reposted": lambda mill: ladder.reposted(BAKER, BAKER, ladder=mill, today="2026-01-01"),
    "posting": lambda mill: ladder.posting("senior-miller", pay=True, ladder=mill, today="2026-01-01"),
    "show, an interview": lambda mill: ladder.show("senior-miller", topics=["interview"], ladder=mill),
    "fit": lambda mill: ladder.fit("senior-wind", answers={"noise": "always"}, ladder=mill),
    "record": lambda mill: ladder.record("senior-wind", ladder=mill),
    "faq": lambda mill: ladder.faq(ladder=mill),
    "faq, one": lambda mill: ladder.faq("senior-wind", ladder=mill),
    "list": lambda mill: ladder.list(ladder=mill),
    "list levels": lambda mill: ladder.list("levels", ladder=mill),
    "list roles": lambda mill: ladder.list("roles", ladder=mill),
    "list competencies": lambda mill: ladder.list("competencies", ladder=mill),
    "list companies": lambda mill: ladder.list("companies", ladder=mill),
    "list sources": lambda mill: ladder.list("sources", ladder=mill),
    "statements": lambda mill: ladder.statements(ladder=mill),
    "search": lambda mill: ladder.search("stone", ladder=mill),
    "search, a role": lambda mill: ladder.search("wind", roles=["senior-wind"], within=["expects"], ladder=mill),
    "search, nothing": lambda mill: ladder.search("stoone", ladder=mill),
    "sources": lambda mill: ladder.sources(ladder=mill),
    "sources, one": lambda mill: ladder.sources("guild rolls", ladder=mill),
    "diff": lambda mill: ladder.diff(mill, mill),
}


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_all(tmp_path_factory.mktemp("opening") / "mill", FULL)


@pytest.fixture(scope="module")
def loaded(mill: str) -> Ladder:
    return ladder.load(mill)


def test_every_question_about_a_ladder_is_asked_here() -> None:
    asked = {name.split(",")[0].split(" ")[0] for name in ASK}
    without_a_ladder = {"ladder", "validation", "code", "ladders", "log"}
    assert asked == set(views.VIEWS) - without_a_ladder


@pytest.mark.parametrize("question", ASK)
def test_a_loaded_ladder_answers_as_its_path_does(question: str, loaded: Ladder, answers: dict[str, object]) -> None:
    assert ASK[question](loaded) == answers[question]


class Spied:
    """A ladder that has only what was asked for; touching another part of a level is a fault."""

    def __init__(self, whole: Ladder, parts: Iterable[Part] | None) -> None:
        self.held = opening.Held(whole)
        self.name, self.order, self.role_ids = whole.name, whole.order, whole.role_ids
        self.titles, self.companies, self.surveys = self.held.titles, self.held.companies, self.held.surveys
        self.mentioning, self.title_rules = self.held.mentioning, self.held.title_rules
        self.kind = _guarded(set(get_args(Part)) - set(get_args(Part) if parts is None else parts))

    def ladder(self, ids: Iterable[str] | None = None, *, pay: bool = True, companies: bool = True) -> Ladder:
        whole = self.held.held
        wanted = {*self.order, *self.role_ids} if ids is None else set(ids)
        wanted |= {role.level for name, role in whole.roles.items() if name in wanted}

        def some(levels: Any) -> dict[str, Level]:
            return {name: tuple.__new__(self.kind, level) for name, level in levels.items() if name in wanted}

        return whole._replace(
            levels=some(whole.levels),
            roles=some(whole.roles),
            surveys=whole.surveys if pay else {},
            companies=whole.companies if companies else {},
        )


def _guarded(closed: set[str]) -> Any:
    def guard(part: str) -> property:
        def read(level: Level) -> None:
            raise AssertionError(f"{part} of {level.id} is read and was not declared")

        return property(read)

    return type.__new__(type(Level), "Guarded", (Level,), {"__slots__": (), **{part: guard(part) for part in closed}})


@pytest.fixture(scope="module")
def answers(mill: str) -> dict[str, object]:
    return {question: ask(mill) for question, ask in ASK.items()}


@pytest.fixture
def spied(loaded: Ladder, monkeypatch: pytest.MonkeyPatch) -> None:
    known = opening.named

    def named(where: Any, parts: Any = None) -> Any:
        return Spied(loaded, parts) if where is loaded else known(where, parts)

    monkeypatch.setattr(opening, "named", named)


@pytest.mark.usefixtures("spied")
@pytest.mark.parametrize("question", ASK)
def test_no_question_reads_what_it_did_not_declare(question: str, loaded: Ladder, answers: dict[str, object]) -> None:
    assert ASK[question](loaded) == answers[question]


@pytest.mark.usefixtures("spied")
@pytest.mark.parametrize(
    ("module", "too_little", "question"),
    [
        (compare_question, Needs(parts=("expects",), pay=True), "compare"),
        (path_question, Needs(parts=("next", "moves")), "path, ways"),
    ],
)
def test_a_question_that_declares_too_little_is_found_out(
    module: Any,
    too_little: Needs,
    question: str,
    loaded: Ladder,
    answers: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "NEEDS", too_little)
    try:
        found = ASK[question](loaded)
    except (AssertionError, KeyError):
        return
    assert found != answers[question]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("revisions") / "here"
    write_all(here / "mill", FULL)
    git = git_in(here)
    git("init", "-q", "-b", "trunk")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    return here


@pytest.mark.parametrize(
    "line",
    [
        "", "compare miller master", "day miller", "comp", "path miller", "archetypes", "map", "matrix", "show miller",
        "show grain", "faq", "record senior-wind", "list", "list statements", "search stone", "sources", "fit foreman",
    ],
)  # fmt: skip
def test_every_command_asks_a_ladder_at_a_revision(
    line: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(repository, monkeypatch)
    assert run_program([*line.split(), "--ladder", "git:HEAD:mill", "-f", "csv"]) == 0
    at_revision = capsys.readouterr().out
    assert run_program([*line.split(), "--ladder", "mill", "-f", "csv"]) == 0
    assert at_revision.replace("mill@HEAD", "mill") == capsys.readouterr().out


def test_the_public_functions_are_those_of_the_api() -> None:
    from ladder import api

    written = {
        name for name, one in vars(api).items() if callable(one) and getattr(one, "__module__", "") == api.__name__
    }
    public = {name for name in ladder.__all__ if callable(getattr(api, name, None))}
    others = {"Ladder", "LadderError", "UnknownName", "rendered", "table"}
    assert {name for name in written if not name.startswith("_")} == public - others


def test_every_view_names_modules_that_ask_and_lay_out() -> None:
    for kind, view in views.VIEWS.items():
        needs = views.needs(kind)
        assert needs is None or isinstance(needs, Needs)
        assert callable(views._function(f"ladder.pages.{view.page}", view.layout))
        assert callable(views._function(f"ladder.pages.{view.page}", "sheet"))


def test_names_of_two_ladders_are_refused_where_one_is_asked(mill: str) -> None:
    with pytest.raises(LadderError, match="`matrix` works within one ladder"):
        ladder.matrix("miller", "industry:staff", ladder=mill)


def test_a_companys_level_stays_what_was_typed(mill: str) -> None:
    found = opening.opened(["tide:T2", "miller"], mill, Needs(parts=())).found
    assert [one.rung for one in found] == [("tidewater", "T2"), None]
    assert isinstance(names.find("tide:T9", opening.named(mill), opening.other, any_rung=True).id, str)
