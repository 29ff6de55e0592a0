"""What the shell offers on Tab, with titles where the shell shows them."""

import os
from pathlib import Path

import pytest

from ladder.cli import app, complete
from pages.bundled import ours

SMALL = "format: 1\ntitle: Small [bold]\nlevels: [{id: 'l 1', title: 'One [red]'}, {id: l2}]\n"


def offered(words: str, capsys: pytest.CaptureFixture[str], shell: str = "fish") -> dict[str, str]:
    """What a shell would be offered at the end of a line, with the help beside it."""
    os.environ["_LADDER_COMPLETE"] = f"complete_{shell}"
    os.environ["_TYPER_COMPLETE_ARGS"] = words
    os.environ["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    os.environ["COMP_WORDS"] = words
    os.environ["COMP_CWORD"] = str(len(words.split(" ")) - 1)
    try:
        with pytest.raises(SystemExit):
            app.program()([], prog_name="ladder")
    finally:
        for name in (
            "_LADDER_COMPLETE",
            "_TYPER_COMPLETE_ARGS",
            "_TYPER_COMPLETE_FISH_ACTION",
            "COMP_WORDS",
            "COMP_CWORD",
        ):
            del os.environ[name]
    lines = [line for line in capsys.readouterr().out.splitlines() if line]
    return {line.partition("\t")[0]: line.partition("\t")[2] for line in lines}


def test_levels_and_roles_are_offered_with_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    known = {**ours().levels, **ours().roles}
    found = offered("ladder compare s", capsys)
    assert found == {name: one.title for name, one in known.items() if name.startswith("s")}
    assert {"senior", "staff", "senior-staff", "staff-ml"} <= found.keys()


COMMANDS_OF_LEVELS = ("compare", "day", "comp", "show", "path", "archetypes", "map", "fit", "record", "faq")


@pytest.mark.parametrize("command", COMMANDS_OF_LEVELS)
def test_every_command_that_takes_a_level_completes_it_in_bash_and_zsh(
    command: str, full_ladder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = f"ladder --ladder {full_ladder} {command} senior-m"
    assert "senior-miller" in offered(line, capsys, "bash")
    assert "senior-miller" in next(iter(offered(line, capsys, "zsh")))


def test_a_companys_levels_are_offered_once_its_name_is_begun(capsys: pytest.CaptureFixture[str]) -> None:
    assert "google:L6" in offered("ladder show goo", capsys)
    assert offered("ladder show google:L6", capsys)["google:L6"].startswith("Google: ")
    assert "google:L6" not in offered("ladder show ", capsys)
    assert "google:L6" not in offered("ladder show g", capsys)  # it could be GitLab's


def test_commands_lists_topics_and_formats_are_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert "compare" in offered("ladder com", capsys)
    assert "sources" in offered("ladder list s", capsys)
    assert "hiring" in offered("ladder show staff --topic hi", capsys)
    assert "scope,time" in offered("ladder compare senior staff --only scope,ti", capsys)
    assert set(offered("ladder list --format m", capsys)) == {"markdown"}
    assert set(offered("ladder list --color al", capsys)) == {"always"}


def test_ladders_of_the_shelf_are_offered_with_their_titles_and_their_levels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    (tmp_path / "broken.yaml").write_text("format: 1\nfoo: 1\n")
    monkeypatch.setenv("LADDER_PATH", str(tmp_path))
    assert offered("ladder --ladder ", capsys) == {
        "industry": ours().title,
        "small": "Small [bold]",
        "broken": "not a valid ladder",
    }
    assert offered("ladder --ladder small show ", capsys) == {"l 1": "One [red]", "l2": "l2"}
    assert offered("ladder show small:l", capsys) == {"small:l 1": "One [red]", "small:l2": "l2"}


def test_nothing_is_offered_and_nothing_said_where_a_ladder_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("levels: ]")
    assert complete.roles(str(broken), "s") == []
    assert complete.topics(str(broken), "s") == []
    assert capsys.readouterr() == ("", "")


def test_hats_are_offered_before_the_levels_that_wear_them(
    full_ladder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = offered(f"ladder --ladder {full_ladder} archetypes ", capsys)
    assert list(found)[:3] == ["keeper", "rover", "miller"]
    assert (found["keeper"], found["miller"]) == ("Keeper of the sluice", "Miller")
    assert offered(f"ladder --ladder {full_ladder} archetypes ke", capsys) == {"keeper": "Keeper of the sluice"}
    assert offered(f"ladder archetypes --ladder {full_ladder} ro", capsys) == {"rover": "Rover"}
    assert offered(f"ladder --ladder {full_ladder} day master --archetype r", capsys) == {"rover": "Rover"}


def test_companies_are_offered_with_their_titles(full_ladder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert offered(f"ladder --ladder {full_ladder} map --company ", capsys) == {
        "tidewater": "Tidewater Mills",
        "hill": "Hill Mills",
        "bare": "Bare Mills",
    }
    assert set(offered(f"ladder --ladder {full_ladder} map --company t", capsys)) == {"tidewater"}
    assert "google" in offered("ladder map --company g", capsys)


def test_a_map_is_offered_every_level_of_a_company_and_managers_too(
    full_ladder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = offered(f"ladder --ladder {full_ladder} map tidewater:", capsys)
    assert list(found) == ["tidewater:T1", "tidewater:T2", "tidewater:T9", "tidewater:M1"]
    assert found["tidewater:M1"] == "Tidewater Mills: Overseer"


def test_what_is_offered_to_a_command_is_not_refused_by_it(
    full_ladder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for word in offered(f"ladder --ladder {full_ladder} show tidewater:", capsys):
        assert app.run(["--ladder", full_ladder, "show", word]) == 0


def test_both_ends_of_a_path_are_offered(full_ladder: str, capsys: pytest.CaptureFixture[str]) -> None:
    for line in ("path m", "path miller m"):
        assert offered(f"ladder --ladder {full_ladder} {line}", capsys) == {
            "miller": "Miller",
            "master": "Master miller",
        }


@pytest.mark.parametrize("command", ["fit", "record", "faq"])
def test_one_level_or_role_is_offered(command: str, full_ladder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert offered(f"ladder --ladder {full_ladder} {command} senior-w", capsys) == {
        "senior-wind": "Senior miller, windmill"
    }


def test_of_a_broken_ladder_no_hat_and_no_company_is_offered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("levels: ]")
    assert complete.archetypes(str(broken), "") == []
    assert complete.companies(str(broken), "") == []
    assert complete.companies(str(tmp_path / "gone"), "") == []
    assert capsys.readouterr() == ("", "")
