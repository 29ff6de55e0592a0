"""What a person types leads to the level that was meant, or to a line that says what it could have been."""

import os
from functools import cache
from pathlib import Path

import pytest

from ladder.errors import AmbiguousName, ExitCode, LadderError, UnknownName
from ladder.model import Company, CompanyLevel
from ladder.names import Named, find, find_company, find_role, find_rung, find_word, normal
from ladder.opening import named, other
from ladder.reading import files, nodes
from ladder.reading.folder import Folder
from ladders import SMALL, write, write_all


def nowhere(_: str) -> Named | None:
    """A shelf without other ladders."""
    return None


@cache
def bundled() -> Named:
    """The bundled ladder, as names are looked up in it; each of its files is read once."""
    return named()


@pytest.fixture
def mill(small_ladder: str) -> Named:
    """The small ladder, as names are looked up in it."""
    return Folder(small_ladder)


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("senior", "senior"),
        ("Senior", "senior"),
        ("senior-staff", "senior-staff"),
        ("Senior Staff", "senior-staff"),
        ("sr staff", "senior-staff"),
        ("snr. staff", "senior-staff"),
        ("Sr Staff SWE", "senior-staff"),
        ("senior_staff", "senior-staff"),
        ("  senior   staff ", "senior-staff"),
        ("SENIOR/STAFF", "senior-staff"),
        ("staff swe", "staff"),
        ("Staff Software Engineer", "staff"),
        ("staff eng", "staff"),
        ("staff engr", "staff"),
        ("princ eng", "principal"),
        ("dist", "distinguished"),
        ("junior eng", "engineer"),
        ("jr. engineer", "engineer"),
        ("Staff ML", "staff-ml"),
        ("staff machine learning engineer", "staff-ml"),
        ("staff-ml", "staff-ml"),
        ("google:L6", "staff"),
        ("Google:l6", "staff"),
        ("alphabet:L7", "senior-staff"),
        ("GOOGLE:staff software engineer", "staff"),
        ("industry:fellow", "fellow"),
        ("Industry:sr staff", "senior-staff"),
    ],
)
def test_a_level_of_the_bundled_ladder_is_found_however_it_is_written(typed: str, role: str) -> None:
    assert find(typed, bundled(), nowhere).id == role


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("master", "master"),
        ("Master Miller", "master"),
        ("sr miller", "senior-miller"),
        ("mill-hand", "miller"),
        ("first miller", "senior-miller"),
        ("Sail Miller", "senior-wind"),
        ("senior miller, windmill", "senior-wind"),
        ("tide:T2", "senior-miller"),
        ("tidewater:stoneman", "senior-miller"),
        ("Tidewater Mills:t1", "miller"),
        ("mill:sr miller", "senior-miller"),
    ],
)
def test_ids_titles_aliases_and_companies_of_any_ladder_are_found(mill: Named, typed: str, role: str) -> None:
    assert find(typed, mill, nowhere).id == role


def test_an_id_typed_exactly_opens_nothing_but_the_header(small_ladder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def spy(path: str, shown: str) -> str:
        opened.append(os.path.basename(path))
        return nodes.read_text(path, shown)

    monkeypatch.setattr(files, "read_text", spy)
    for typed in ("miller", "senior-wind", "Senior Miller", "sr-miller", "mill:master"):
        opened.clear()
        find(typed, Folder(small_ladder), nowhere)
        assert set(opened) - {"companies.yaml"} == {"ladder.yaml", "sources.yaml"}
        assert ("companies.yaml" in opened) == (":" in typed)


def test_an_id_wins_over_the_title_of_another(tmp_path: Path) -> None:
    path = write(
        tmp_path, "format: 1\nlevels: [{id: a, title: B}, {id: b, title: C, aliases: [a]}, {id: c, aliases: [B]}]"
    )
    assert [find_role(typed, Folder(path)) for typed in ("a", "A", "b", "B", "C")] == ["a", "a", "b", "b", "c"]


def test_a_title_wins_over_an_alias(tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: a, title: X, aliases: [Boss]}, {id: b, title: Boss}]")
    assert find_role("boss", Folder(path)) == "b"


@pytest.mark.parametrize(
    ("levels", "typed", "could_be"),
    [
        ("{id: a, title: Boss}, {id: b, title: boss}", "Boss", "'a', 'b'"),
        ("{id: a, aliases: [Boss]}, {id: b, aliases: [x, boss]}", "boss", "'a', 'b'"),
        ("{id: the-boss}, {id: The_Boss}", "the boss", "'the-boss', 'The_Boss'"),
    ],
)
def test_a_name_that_could_be_several_lists_them_all(tmp_path: Path, levels: str, typed: str, could_be: str) -> None:
    path = write(tmp_path, f"format: 1\nlevels: [{levels}]")
    with pytest.raises(AmbiguousName) as caught:
        find_role(typed, Folder(path))
    assert caught.value.message == f"'{typed}' could mean several"
    assert caught.value.hint == f"say which: {could_be}"
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("staf", "staff"), ("prinicpal", "principal"), ("Senior Staf Engineer", "senior-staff"), ("felow", "fellow")],
)
def test_an_unknown_name_offers_the_nearest_first(typed: str, nearest: str) -> None:
    with pytest.raises(UnknownName) as caught:
        find(typed, bundled(), nowhere)
    assert caught.value.message == f"no level or role '{typed}' in the ladder"
    assert caught.value.hint.startswith(f"did you mean '{nearest}'")
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("typed", ["zzzzzz", "", "---"])
def test_a_name_like_no_other_is_told_where_they_all_are(typed: str) -> None:
    with pytest.raises(UnknownName) as caught:
        find(typed, bundled(), nowhere)
    assert caught.value.hint == "`ladder list` shows them all"


def test_the_nearest_names_look_at_titles_and_aliases_and_are_ids(mill: Named) -> None:
    with pytest.raises(UnknownName) as caught:
        find_role("furst miler", mill)
    assert caught.value.near[0] == "senior-miller"
    assert len(caught.value.near) == len(set(caught.value.near)) <= 3


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("tidewatr:T1", "no ladder or company 'tidewatr'", "did you mean 'tidewater'?"),
        ("milll:master", "no ladder or company 'milll'", "did you mean 'mill'?"),
        ("zzz:T1", "no ladder or company 'zzz'", "`ladder list companies` shows those that are known"),
        (":T1", "no ladder or company ''", "`ladder list companies` shows those that are known"),
        ("tide:T3", "no level of Tidewater Mills 'T3'", "did you mean 'T9', 'T2' or 'T1'?"),
        ("tide:zzz", "no level of Tidewater Mills 'zzz'", "known: T1, T2, T9"),
        ("tide:", "no level of Tidewater Mills ''", "known: T1, T2, T9"),
        ("mill:mastr", "no level or role 'mastr' in the ladder", "did you mean 'master'?"),
        ("tide:T9", "no level of this ladder corresponds to 'tide:T9'", "Owners stand on no ladder."),
    ],
)
def test_a_prefix_or_what_follows_it_that_is_unknown_is_named(mill: Named, typed: str, message: str, hint: str) -> None:
    with pytest.raises(LadderError) as caught:
        find(typed, mill, nowhere)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_company_without_a_title_is_called_by_its_id(tmp_path: Path) -> None:
    path = write(tmp_path, "format: 1\nlevels: [{id: a}]\ncompanies: {big: {levels: {L1: {is: a}, L2: }}, mute: }")
    here = Folder(path)
    assert find("big:l1", here, nowhere).id == "a"
    with pytest.raises(LadderError) as caught:
        find("big:L2", here, nowhere)
    assert caught.value.hint == "`ladder map --company big` shows big's levels"
    with pytest.raises(UnknownName, match="no ladder or company ''"):
        find(":L1", here, nowhere)


@pytest.mark.parametrize("typed", ["M1", "m1", "mill manager", "Mill Mgr"])
def test_a_manager_s_level_leads_to_the_one_that_it_ranks_beside(tmp_path: Path, typed: str) -> None:
    levels = "M1: {title: Mill manager, beside: a, note: Of two kinds.}, M2: {note: Alone.}"
    here = Folder(write(tmp_path, f"format: 1\nlevels: [{{id: a}}]\ncompanies: {{big: {{levels: {{{levels}}}}}}}"))
    with pytest.raises(LadderError) as caught:
        find(f"big:{typed}", here, nowhere)
    assert caught.value.message == f"no level of this ladder corresponds to 'big:{typed}'"
    assert caught.value.hint.startswith("it ranks beside 'a'")
    assert "`ladder map big:M1`" in caught.value.hint
    with pytest.raises(LadderError) as caught:
        find("big:M2", here, nowhere)
    assert caught.value.hint == "Alone."


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("T1", "T1"),
        ("t1", "T1"),
        ("hand", "T1"),
        ("STONEMAN", "T2"),
        ("t-9", ""),
        ("T9", "T9"),
        ("owner", "T9"),
        ("", ""),
    ],
)
def test_a_company_s_level_is_found_by_id_or_title_also_where_none_here_corresponds(
    mill: Named, typed: str, level: str
) -> None:
    company = mill.companies()["tidewater"]
    if level:
        assert find_rung(typed, company) == company.levels[level]
    else:
        with pytest.raises(UnknownName, match="no level of Tidewater Mills"):
            find_rung(typed, company)


def test_of_two_levels_of_a_company_with_one_title_the_first_counts() -> None:
    levels = {name: CompanyLevel(name, title) for name, title in (("L1", "Hand"), ("L2", "hand"), ("hand", "L1"))}
    company = Company("big", levels=levels)
    assert [find_rung(typed, company).id for typed in ("hand", "l2", "L1")] == ["L1", "L2", "L1"]


def test_a_company_s_level_that_is_none_is_told_the_nearest_and_else_all(mill: Named) -> None:
    company = mill.companies()["tidewater"]
    for typed, near, hint in (("T10", ("T1",), "did you mean 'T1'?"), ("zzz", (), "known: T1, T2, T9")):
        with pytest.raises(UnknownName) as caught:
            find_rung(typed, company)
        assert (caught.value.near[:1], caught.value.hint) == (near, hint)
    with pytest.raises(UnknownName) as caught:
        find_rung("L1", Company("mute"))
    assert (caught.value.message, caught.value.near) == ("no level of mute 'L1'", ())


def test_another_ladder_on_the_shelf_is_named_before_a_colon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path / "shelf" / "old-mill", SMALL)
    monkeypatch.setenv("LADDER_PATH", str(tmp_path / "shelf"))
    found = find("Old Mill:sr miller", named(), other)
    assert (found.ladder.name, found.id) == ("old-mill", "senior-miller")
    with pytest.raises(UnknownName, match="no level or role 'staff' in the ladder"):
        find("old-mill:staff", named(), other)


def test_a_company_wins_over_a_ladder_of_the_same_name(small_ladder: str) -> None:
    def other(_: str) -> Named | None:
        raise AssertionError

    assert find("tidewater:T1", Folder(small_ladder, name="tidewater"), other).id == "miller"


def test_find_company_takes_id_title_or_alias_and_never_nothing(mill: Named) -> None:
    companies = mill.companies()
    for typed in ("tidewater", "Tidewater  mills", "TIDE"):
        company = find_company(typed, companies)
        assert company is not None
        assert company.id == "tidewater"
    assert find_company("", companies) is None
    assert find_company("brook", companies) is None


def test_a_word_out_of_few_is_found_by_id_or_title() -> None:
    known = {"scope": "Scope", "horizon": "Planning horizon"}
    assert find_word("SCOPE", known, "part") == "scope"
    assert find_word("planning-horizon", known, "part") == "horizon"


@pytest.mark.parametrize(
    ("typed", "known", "hint"),
    [
        ("scop", {"scope": "Scope"}, "did you mean 'scope'?"),
        ("zzz", {"scope": "Scope", "time": "Time"}, "known: scope, time"),
        ("", {"scope": "Scope"}, "known: scope"),
        ("scope", {}, ""),
    ],
)
def test_a_word_that_is_none_of_few_is_told_those_that_are(typed: str, known: dict[str, str], hint: str) -> None:
    with pytest.raises(UnknownName) as caught:
        find_word(typed, known, "part")
    assert (caught.value.message, caught.value.hint) == (f"no part '{typed}'", hint)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Sr_Staff  SWE", "senior staff software engineer"),
        ("snr.EM", "senior engineering manager"),
        ("ML/mgr", "machine learning manager"),
        ("SDE-2", "software development engineer 2"),
        ("Straße", "strasse"),
        ("日本 L5", "日本 l5"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_names_are_compared_without_case_punctuation_and_abbreviations(text: str, same: str) -> None:
    assert normal(text) == same


@pytest.mark.parametrize("between", ["-", "_", " ", ".", "/", ", "])
def test_case_and_what_stands_between_words_do_not_matter(between: str) -> None:
    for fold in (str.upper, str.title, str.lower):
        assert normal(fold(between.join(["senior", "staff", "engineer"]))) == "senior staff engineer", fold
