"""Words in, claims out, the best first."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ladder import api, opening
from ladder.contents.claims import Claim, claims
from ladder.errors import LadderError, UnknownName
from ladder.language import WORD, stem
from ladder.model import Archetype, Competency, Day, Faq, Ladder, Level, Move, Record, Topic
from ladder.model import Block as Stretch
from ladder.opening import named
from ladder.questions.search import Findings, Hit, near, places, query, search
from ladder.reading.folder import Folder
from ladders import SMALL, read, write_all
from pages.bundled import ours
from questions.builders import a_ladder, cell, said, sources
from questions.every_field import EVERYTHING

TEXTS = (
    "Reviews designs",
    "Puts a design in review before it is built",
    "A design review",
    "Looks at the review of a design once more, and at whatever else there is to look at in such a week",
    "Designs bridges",
    "Mentors juniors",
    "Was a mentor of many",
    "Organises the mentorship programme",
    "Works without a plan",
    "Writes in Köln über Prüfungen",
    "設計レビューを書く",
)
ORGANIZE = "Organizes nothing"
LADDER = a_ladder(
    Level("low", "Low engineer", aliases=("newcomer",), expects={"design": cell(*TEXTS)}),
    Level("high", "High engineer", expects={"design": cell(ORGANIZE), "people": cell("Mentors seniors")}),
    competencies={"design": Competency("design", "Design"), "people": Competency("people", "Mentoring and people")},
    topics={"hiring": Topic("hiring", "Getting hired", "How one comes in.")},
)


def found(*words: str, ladder: Ladder = LADDER, limit: int = 1000, within: tuple[str, ...] = ()) -> Findings:
    return search(ladder, query(words), limit=limit, within=within)


def hits(*words: str, ladder: Ladder = LADDER, within: tuple[str, ...] = ()) -> list[str]:
    return [hit.text for hit in found(*words, ladder=ladder, within=within).hits]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.matches]


@pytest.fixture(scope="module")
def every_field(tmp_path_factory: pytest.TempPathFactory) -> Ladder:
    return read(write_all(tmp_path_factory.mktemp("full") / "mill", EVERYTHING))


@pytest.fixture(scope="module")
def vocabulary(every_field: Ladder) -> list[str]:
    """Every word that the ladder says."""
    return sorted({word for claim in claims(every_field) for word in WORD.findall(claim.text)})


def test_the_phrase_comes_first_then_all_words_then_some_and_short_before_long() -> None:
    order = hits("design review")
    assert order[0] == "A design review"
    assert order[1] == "Reviews designs"
    assert order[2] == "Puts a design in review before it is built"
    assert order[3].startswith("Looks at the review of a design once more")
    assert set(order[4:]) == {"Design", "Designs bridges"}


def test_the_phrase_in_a_long_claim_comes_before_its_words_in_a_short_one() -> None:
    long = "Looks after the design review of every team that builds bridges, dams or locks, and after its minutes"
    ladder = a_ladder(Level("low", expects={"design": cell("Reviews designs", "Review of a design", long)}))
    assert hits("design review", ladder=ladder)[:3] == [long, "Review of a design", "Reviews designs"]


def test_endings_do_not_count_and_the_word_as_typed_comes_first() -> None:
    assert hits("mentors") == [
        "Mentors juniors",
        "Mentors seniors",
        "Mentoring and people",
        "Was a mentor of many",
        "Organises the mentorship programme",
    ]
    assert set(hits("mentoring")) == set(hits("mentors"))
    assert hits("organised", within=("expects",)) == [ORGANIZE, "Organises the mentorship programme"]
    assert set(hits("organizing")) == set(hits("organises"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("code", "coding"),
        ("codes", "code"),
        ("plan", "planning"),
        ("hire", "hiring"),
        ("hired", "hires"),
        ("run", "runs"),
    ],
)
def test_short_words_meet_too(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("need", "ned"), ("string", "strong"), ("plan", "planet"), ("code", "cold")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_rare_word_counts_more_than_one_that_stands_everywhere() -> None:
    texts = [f"Grinds grain number {number}" for number in range(9)] + ["Hears a stone crack"]
    ladder = a_ladder(Level("low", expects={"grain": cell(*texts)}))
    assert hits("grinds crack", ladder=ladder)[0] == "Hears a stone crack"


def test_words_of_where_a_claim_stands_count_with_its_own() -> None:
    order = found("high mentors").hits
    assert [(hit.role, hit.text) for hit in order if hit.score >= 1] == [("high", "Mentors seniors")]
    assert order[0].text == "Mentors seniors"
    assert hits("people") == ["Mentoring and people"], "but where it stands alone is no hit"


def test_titles_aliases_competencies_and_topics_are_found() -> None:
    assert hits("newcomer") == ["newcomer"]
    assert hits("low engineer")[0] == "Low engineer"
    assert [(hit.part, hit.about) for hit in found("getting hired").hits] == [("topics", "hiring")]
    assert [(hit.part, hit.about) for hit in found("comes in").hits] == [("topics", "hiring")]


@pytest.mark.parametrize("typed", ["without", "of many", "in", "a"])
def test_words_that_tell_nothing_are_looked_for_where_there_are_no_others(typed: str) -> None:
    assert all(set(typed.split()) & set(WORD.findall(hit.text.casefold())) for hit in found(typed).hits)
    assert found(typed).hits
    assert found("without").hits[0].text == "Works without a plan"
    assert hits("without designs") == hits("designs"), "and nowhere else"


@pytest.mark.parametrize(
    ("typed", "text"),
    [("KÖLN", TEXTS[9]), ("köln", TEXTS[9]), ("prüfung", TEXTS[9]), ("レビュー", TEXTS[10]), ("設計", TEXTS[10])],
)
def test_other_scripts_and_umlauts_are_found(typed: str, text: str) -> None:
    assert hits(typed) == [text]


@pytest.mark.parametrize("typed", [(), ("",), ("  ", "\t"), ("!?",), ("--",), ("_",)])
def test_without_a_word_there_is_nothing_to_look_for(typed: tuple[str, ...]) -> None:
    with pytest.raises(LadderError) as caught:
        query(typed)
    assert caught.value.exit_code == 2
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_one_quoted_argument_and_several_are_the_same() -> None:
    assert query(["design review"]) == query(["design", "review"]) == query(["  design ", "review\n"])


def test_a_number_is_one_word() -> None:
    ladder = a_ladder(
        Level("low", summary="Earns 222,000 a year"), Level("high", summary="Earns 252,000 a year, or 4.5")
    )
    assert hits("222,000", ladder=ladder) == ["Earns 222,000 a year"]
    assert hits("4.5", ladder=ladder) == ["Earns 252,000 a year, or 4.5"]
    assert hits("000", ladder=ladder) == []


def test_what_was_found_is_marked_where_it_stands() -> None:
    (hit,) = [hit for hit in found("design review").hits if hit.text.startswith("Puts")]
    assert marked(hit) == ["design", "review"]
    assert [marked(hit) for hit in found("mentor").hits if hit.text.startswith("Organises")] == [["mentorship"]]


def test_more_than_the_limit_is_counted_and_the_best_are_kept() -> None:
    every, few = found("design review"), found("design review", limit=2)
    assert few.hits == every.hits[:2]
    assert (few.total, few.more) == (every.total, every.total - 2)
    assert (every.more, every.unread) == (0, 0)


def test_a_word_that_stands_in_no_hit_is_named() -> None:
    assert found("design coffee").missing == ("coffee",)
    assert found("coffee").missing == ()


def test_parts_competencies_and_topics_narrow_it() -> None:
    assert hits("mentors", within=("people",)) == ["Mentors seniors", "Mentoring and people"]
    assert hits("mentors", within=("competencies",)) == ["Mentoring and people"]
    assert hits("engineer", within=("title",)) == ["Low engineer", "High engineer"]
    assert hits("engineer", within=("design", "topics")) == []
    named_alike = a_ladder(
        Level("low", expects={"people": cell("Mentors seniors")}, moves=(Move("To mentors", "lateral", "people"),)),
        Level("people"),
    )
    assert hits("mentors", within=("people",), ladder=named_alike) == ["Mentors seniors"]
    assert set(places(LADDER)) >= {"design", "people", "hiring", "expects", "faq", "record"}


def test_the_nearest_words_are_those_that_occur() -> None:
    assert near(LADDER, query(["mentros"]))[0] == "mentors"
    assert near(LADDER, query(["mentros"]), within=["title"]) == ()
    for word in near(LADDER, query(["desing reveiw"])):
        assert hits(word)


def test_satire_is_marked_and_what_is_cited_comes_along() -> None:
    day = Day((Stretch(540, 600, "Standing", candid="Sits."),), kind="satire", source=("joker",))
    level = Level("low", "Low", days=(day,), record=Record(("joker",), habitat=("Hills",)), faq=(Faq("Why?", "No."),))
    ladder = a_ladder(level, sources=sources(joker="satire", guild="survey"))
    for word in ("standing", "sits", "hills"):
        answer = found(word, ladder=ladder)
        assert [hit.satire for hit in answer.hits] == [True]
        assert [source.id for source in answer.sources] == ["joker"]
    assert [hit.satire for hit in found("why", ladder=ladder).hits] == [False]


@given(st.data())
def test_every_claim_is_found_by_its_own_words(every_field: Ladder, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(list(claims(every_field))))
    words = data.draw(st.sets(st.sampled_from(WORD.findall(claim.text)), min_size=1))
    mine = [hit for hit in found(*words, ladder=every_field).hits if hit[:7] == claim[:7]]
    assert len(mine) == 1
    assert mine[0].score >= 2


@given(st.data())
def test_whatever_is_asked_the_order_is_by_score_and_the_same_again(
    every_field: Ladder, vocabulary: list[str], data: st.DataObject
) -> None:
    words = data.draw(st.lists(st.sampled_from(vocabulary) | st.text(max_size=8), min_size=1, max_size=5))
    assume(any(WORD.search(word) for word in words))
    answer = found(*words, ladder=every_field)
    assert answer == found(*words, ladder=every_field)
    assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)
    for hit in answer.hits:
        assert 0 < hit.score < 4
        assert hit.matches
        assert all(WORD.fullmatch(word) for word in marked(hit))


@given(st.text(min_size=1))
def test_hostile_text_is_found_by_its_own_words(text: str) -> None:
    assume(WORD.search(text))
    ladder = a_ladder(Level("low", expects={"x": cell(text)}), Level("high", topics={"t": said("Nothing")}))
    assert text in hits(text, ladder=ladder)


# -- through the front door


def test_a_file_is_searched_as_the_ladder_that_was_read_from_it(small_ladder: str, small: Ladder) -> None:
    for words in ("stone", "grinds flour", "milling", "sack of flour", "years", "next master"):
        assert api.search(words, ladder=small_ladder) == api.search(words, ladder=small)


def test_a_role_says_what_it_has_from_its_level(small_ladder: str) -> None:
    (hit,) = api.search("sack of flour", ladder=small_ladder, roles=["sail miller"]).hits[:1]
    assert (hit.role, hit.title) == ("senior-wind", "Senior miller, windmill")
    both = api.search("sack of flour", ladder=small_ladder, roles=["senior-wind", "senior miller"])
    assert [hit.role for hit in both.hits if hit.score >= 2] == ["senior-miller"]
    assert api.search("grinds", ladder=small_ladder, roles=["master"]).total == 0


def test_names_are_taken_as_people_type_them(small_ladder: str) -> None:
    answer = api.search("stone", ladder=small_ladder, roles=["tide:T2"], within=["Stones"])
    assert {hit.role for hit in answer.hits} == {"senior-miller"}
    assert answer.within == ("stones",)
    with pytest.raises(UnknownName) as unknown:
        api.search("stone", ladder=small_ladder, within=["stonse"])
    assert unknown.value.near == ("stones",)
    with pytest.raises(UnknownName):
        api.search("stone", ladder=small_ladder, roles=["nobody"])
    with pytest.raises(LadderError, match="one ladder"):
        api.search("stone", ladder=small_ladder, roles=["miller", "industry:staff"])


def test_where_nothing_is_found_words_like_it_are_offered(small_ladder: str) -> None:
    answer = api.search("flouur", ladder=small_ladder)
    assert (answer.total, answer.near) == (0, ("flour",))
    assert api.search("stoen", ladder=small_ladder, roles=["senior-miller"]).near[:1] == ("stone",)


def test_of_many_files_the_promising_are_opened_first_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["Grinds slowly", "Grinds stones", *["Grinds"] * 20, "Grinds two stones", "Sleeps", "Hears stones. Grinds."]
    names = [f"l{number}" for number in range(len(texts))]
    levels = {f"levels/{name}.yaml": f"week: [{text}]\n" for name, text in zip(names, texts, strict=True)}
    path = write_all(tmp_path / "many", {"ladder.yaml": f"format: 1\nlevels: [{', '.join(names)}]\n", **levels})
    whole = api.search("grinds", "stones", ladder=path, limit=100)
    assert [hit.role for hit in whole.hits[:3]] == ["l1", "l22", "l24"]
    assert (whole.total, whole.unread) == (24, 0)
    monkeypatch.setattr(opening, "OPENED", 2)
    few = api.search("grinds", "stones", ladder=path, limit=1)
    assert few.hits == whole.hits[:1]
    assert (few.total, few.unread, few.missing) == (3, 21, ())
    more = api.search("grinds", "stones", ladder=path, limit=1 + few.unread)
    assert (more.total, more.unread, more.hits) == (24, 0, whole.hits[:22])


def test_nothing_is_not_found_before_every_file_that_holds_the_word_was_opened(
    monkeypatch: pytest.MonkeyPatch, small_ladder: str
) -> None:
    monkeypatch.setattr(opening, "OPENED", 1)
    answer = api.search("title", ladder=small_ladder, limit=1)
    assert (answer.total, answer.unread) == (0, 0)


@pytest.mark.parametrize("which", ["full", "bundled"])
def test_whatever_a_claim_says_stands_in_its_file(which: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Folder(write_all(tmp_path_factory.mktemp("full") / "mill", EVERYTHING))
    here = folder if which == "full" else named()
    ladder = folder.ladder() if which == "full" else ours()
    words: dict[str, dict[str, Claim]] = {}
    for claim in claims(ladder):
        if claim.role:
            for word in WORD.findall(claim.text):
                words.setdefault(stem(word.casefold()), {})[claim.role] = claim
    for beginning in sorted(words)[:: 1 if which == "full" else 8]:
        likely, perhaps = here.mentioning([beginning])
        assert words[beginning].keys() <= {*likely, *perhaps}, (beginning, words[beginning])


def test_what_stands_in_a_ladder_that_is_extended_is_found_there(
    small_ladder: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("over")
    write_all(folder / "mill", SMALL)
    over = write_all(
        folder / "over",
        {"ladder.yaml": "format: 1\nextends: ../mill\n", "levels/miller.yaml": "topics: {tools: [A sieve.]}\n"},
    )
    monkeypatch.setattr(opening, "OPENED", 1)
    for words in ("sieve", "wheat from rye", "calm", "waits for wind"):
        assert api.search(words, ladder=over).total, words


def test_archetypes_and_pay_belong_to_no_level() -> None:
    ladder = a_ladder(Level("low"), archetypes={"rover": Archetype("rover", "Rover", about="Goes from mill to mill.")})
    hit = found("rover mill", ladder=ladder).hits[0]
    assert (hit.role, hit.part, hit.about) == ("", "archetypes", "rover")
