"""What a level expects beside a log: only the writer's claims count, and nothing is counted up."""

import json
import re
from pathlib import Path

import pytest

import ladder
from ladder.errors import LadderError, UnknownName
from ladder.logs.entry import Entry, Log
from ladder.model import Ladder
from ladder.questions.gap import Asked, Gap, above, gap
from ladder.questions.packet import packet
from ladder.questions.plan import plan
from ladder.render.json import render
from ladders import write


def log(*entries: Entry, name: str = "log.md") -> Log:
    """A log of entries."""
    return Log(name, f"/{name}", entries)


def asked(answer: Gap) -> dict[str, Asked]:
    """The statements of an answer, by what claims them."""
    return {one.claim: one for part in answer.competencies for one in part.statements}


def test_an_entry_stands_where_its_writer_put_it_the_newest_first(small: Ladder) -> None:
    old = Entry("Old wheat", date="2026-01", tags=("grain/buying",))
    new = Entry("New wheat", date="2026-Q2", tags=("grain/buying", "people"), impact="no wet load")
    answer = gap(small, "senior-miller", [log(old, new, Entry("Swept"))])
    found = asked(answer)
    assert (found["grain/buying"].marks, found["grain/buying"].evidence) == (("outcome",), ((1, 0),))
    assert (found["grain/2"].marks, found["grain/2"].evidence) == (("absent",), ((),))
    assert {part.id: part.others for part in answer.competencies} == {"grain": (), "stones": (), "people": (1,)}
    assert answer.waiting == (2,)
    assert (answer.before, answer.before_title) == ("miller", "Miller")


def test_without_an_outcome_the_mark_says_so(small: Ladder) -> None:
    answer = gap(small, "senior-miller", [log(Entry("Wheat", tags=("grain/buying",)))])
    assert asked(answer)["grain/buying"].marks == ("open",)


def test_a_claim_for_a_lower_level_does_not_count_for_a_higher_one(small: Ladder) -> None:
    low, high = Entry("a", tags=("grain/buying",), level="miller"), Entry("b", tags=("grain/buying",), level="master")
    assert asked(gap(small, "senior-miller", [log(low)]))["grain/buying"].marks == ("absent",)
    assert asked(gap(small, "senior-miller", [log(high)]))["grain/buying"].marks == ("open",)


def test_what_stood_before_is_shown_once_and_unknown_claims_are_named(small: Ladder) -> None:
    entry = Entry("a", tags=("grain/buying", "golang"))
    answer = gap(small, "senior-miller", [log(entry, entry._replace(repeats=True))])
    assert asked(answer)["grain/buying"].evidence == ((0,),)
    assert answer.unknown == ("golang",)


def test_logs_stand_side_by_side_by_name_and_are_never_added_up(small: Ladder) -> None:
    mine, hers = log(Entry("a", tags=("grain/buying",))), log(Entry("b", tags=("grain/buying",), impact="dry"))
    answer = gap(small, "senior-miller", [mine, hers])
    assert answer.logs == ("log.md (1)", "log.md (2)")
    assert asked(answer)["grain/buying"].marks == ("open", "outcome")
    assert asked(answer)["grain/buying"].evidence == ((0,), (1,))


def test_on_a_role_the_level_below_is_its_levels(small: Ladder) -> None:
    answer = gap(small, "senior-wind", [log(Entry("a", tags=("grain/1",), level="senior-miller"))])
    assert asked(answer)["grain/1"].marks == ("open",)
    assert answer.before == "miller"


def test_the_level_above_is_where_the_first_way_leads_else_the_next_of_the_track(small: Ladder) -> None:
    assert above(small, "miller") == "senior-miller"
    assert above(small, "senior-miller") == "master"
    with pytest.raises(LadderError, match="no level above 'master'"):
        above(small, "master")


def test_a_plan_is_for_the_first_that_are_not_in_the_log_or_for_those_that_are_named(small: Ladder) -> None:
    empty = log(Entry("a", tags=("grain/buying",)))
    answer = plan(small, "senior-miller", empty)
    assert [one.claim for one in answer.steps] == ["grain/2", "stones/1", "stones/2"]
    named = plan(small, "senior-miller", empty, wanted=["buying", "#people"])
    assert [one.claim for one in named.steps] == ["grain/buying", "people/1", "people/2"]
    assert [one.text for one in named.steps[0].entries] == ["a"]
    assert named.picked
    with pytest.raises(UnknownName, match="no statement 'buyin'") as error:
        plan(small, "senior-miller", empty, wanted=["buyin"])
    assert "buying" in error.value.hint


def test_an_activity_and_an_obstacle_belong_to_a_competency_by_their_words(small: Ladder) -> None:
    words = {"people": ("talk", "hands"), "grain": ("needs no help",), "stones": ("river",)}
    spoken = {name: one._replace(words=words[name]) for name, one in small.competencies.items()}
    answer = plan(small._replace(competencies=spoken), "senior-miller", log(), wanted=["people/1", "grain/2"])
    grain, people = answer.steps
    assert [one.id for one in people.activities] == ["talk"]
    assert [one.text for one in grain.evidence] == ["Needs no help with the sluice."]
    assert grain.activities == ()


def test_a_packet_quotes_two_entries_a_statement_at_most_and_leaves_private_ones_out(small: Ladder) -> None:
    claim = ("grain/buying",)
    entries = [Entry(f"wheat {n}", date=f"2026-0{n}", tags=claim, impact="dry" if n == 1 else "") for n in range(1, 5)]
    secret = Entry(
        "secret wheat", tags=claim, private=True, impact="wet", said=("no", "Ulla"), links=("https://x.example",)
    )
    spoken = Entry("Taught Odo to hear", tags=("people/2",), said=('"he hears", Ulla, baker',))
    logged = log(*entries, secret, spoken)._replace(
        names=("Odo", "Nobody"), customers=("wheat 4",), notices=("CONFIDENTIAL",)
    )
    answer = packet(small, "senior-miller", logged)
    told = {one.claim: [answer.entries[place].text for place in one.evidence] for one in answer.statements}
    assert told == {"grain/buying": ["wheat 1", "wheat 4"], "people/2": ["Taught Odo to hear"]}
    assert "secret" not in render("packet", answer)
    assert [answer.entries[place].text for place in answer.outcomes] == ["wheat 1"]
    assert [answer.entries[place].text for place in answer.people] == ["Taught Odo to hear"]
    assert [(one.said, one.by) for one in answer.voices] == [('"he hears", Ulla, baker', "Ulla, baker")]
    assert answer.declared == ((), ("Ulla, baker", "Odo"), ("wheat 4",), ("CONFIDENTIAL",))
    assert [one.claim for one in answer.gaps if one.mark == "open"] == ["people/2"]


LOG = "---\nnow: senior\n---\n- 2026-11-24 Four teams agreed #influence/negotiates\n- Swept\n"


@pytest.fixture
def own(tmp_path: Path) -> str:
    """The path of a log."""
    return write(tmp_path, LOG, "log.md")


def test_the_level_is_the_one_named_else_the_logs_next_else_the_one_above_its_now(own: str, tmp_path: Path) -> None:
    assert ladder.gap("principal", logs=own).id == "principal"
    assert (ladder.gap(logs=own).before, ladder.gap(logs=own).id) == ("senior", "staff")
    aimed = write(tmp_path, LOG.replace("now: senior", "next: principal"), "aimed.md")
    assert ladder.gap(logs=aimed).id == "principal"
    bare = write(tmp_path, "- Swept\n", "bare.md")
    for ask in (ladder.gap, ladder.plan, ladder.packet):
        with pytest.raises(LadderError, match="neither the command nor the log") as error:
            ask(**{"logs" if ask is ladder.gap else "log": bare})
        assert "next: staff" in error.value.hint


def test_the_log_names_its_ladder_and_a_named_ladder_comes_first(small_ladder: str, tmp_path: Path) -> None:
    path = write(tmp_path, f"---\nladder: {small_ladder}\nnow: miller\n---\n- Wheat #grain/buying\n", "log.md")
    assert ladder.gap(logs=path).id == "senior-miller"
    page = " ".join(str(ladder.gap(logs=path)).split())
    assert f"ladder --ladder {small_ladder} path miller senior-miller" in page
    assert ladder.gap("staff", logs=path, ladder="industry").id == "staff"
    other = write(tmp_path, "---\nladder: industry\n---\n", "other.md")
    with pytest.raises(LadderError, match="the logs differ in their `ladder`"):
        ladder.gap("staff", logs=[path, other])


def test_a_short_page_fits_a_screen_and_ends_with_what_it_does_not_say(own: str) -> None:
    for answer in (ladder.gap(logs=own), ladder.plan(log=own), ladder.packet(log=own), ladder.log(own)):
        assert len(str(answer).splitlines()) <= 22
    page = " ".join(str(ladder.gap(logs=own)).split())
    assert (
        "Not in the log is not the same as not done. Meeting all of it promotes nobody: ladder path senior staff."
        in page
    )


def test_no_page_has_a_number_for_the_person(own: str) -> None:
    for kind, answer in (("gap", ladder.gap(logs=own)), ("packet", ladder.packet(log=own))):
        assert not re.search(r"\d+ ?%|\bready\b|\bscore", str(answer), re.IGNORECASE)
        keys = set(re.findall(r'"(\w+)":', json.dumps(json.loads(render(kind, answer)))))
        assert not [key for key in keys if re.search("count|score|percent|strength|ready", key)]
