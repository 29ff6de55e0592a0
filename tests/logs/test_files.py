"""Files and folders to logs: what cannot be read is one clear error, and nothing is ever touched."""

import os
from pathlib import Path

import pytest

from ladder.errors import CannotRead
from ladder.logs.files import MOST, default_path, read_log
from ladders import write


def test_a_folder_is_one_log_in_the_order_of_its_names(tmp_path: Path) -> None:
    write(tmp_path, "- Swept\n", "2026/02/2026-02-03.md")
    write(tmp_path, "- Bought wheat\n", "2025.txt")
    write(tmp_path, "* 05/01/2026\n** Dug\n", "z.org")
    log = read_log(str(tmp_path))
    assert [(one.date, one.text, one.file) for one in log.entries] == [
        ("2025", "Bought wheat", "2025.txt"),
        ("2026-02-03", "Swept", os.path.join("2026", "02", "2026-02-03.md")),
        ("2026-01-05", "Dug", "z.org"),
    ]
    assert {one.log for one in log.entries} == {tmp_path.name}


def test_links_and_other_files_of_a_folder_are_passed_over_and_named(tmp_path: Path) -> None:
    secret = write(tmp_path, "- Somebody else's\n", "other.md")
    write(tmp_path, "- Swept\n", "log/2026.md")
    write(tmp_path, b"\x89PNG", "log/mill.png")
    write(tmp_path, "- hidden\n", "log/.git/a.md")
    os.symlink(secret, tmp_path / "log" / "more.md")
    log = read_log(str(tmp_path / "log"))
    assert [one.text for one in log.entries] == ["Swept"]
    assert [(one.file, one.why) for one in log.passed_over] == [
        ("mill.png", "no .md, .org or .txt file"),
        ("more.md", "a link"),
    ]


def test_the_first_lines_say_whose_log_it_is_and_where_they_stand(tmp_path: Path) -> None:
    path = write(tmp_path, "---\nname: Odo\nnow: senior\nnext: staff\nladder: acme\nnames: Ulla, Ana\n---\n- Swept\n")
    log = read_log(path)
    assert (log.name, log.now, log.next, log.ladder, log.names) == ("Odo", "senior", "staff", "acme", ("Ulla", "Ana"))


def test_what_is_carried_over_is_marked_and_its_first_keeps_all_claims(tmp_path: Path) -> None:
    write(tmp_path, "- Mar 2024: Dug a sluice (ongoing)\n- Taught Odo\n- 2024-01-02 On call\n", "2024.md")
    write(tmp_path, "- Mar 2024: Dug a sluice (done!) #code\n- taught odo\n- 2025-01-02 On call\n", "2025.md")
    found = read_log(str(tmp_path)).entries
    assert [(one.date, one.repeats) for one in found] == [
        ("2024-03", False),
        ("2024", False),
        ("2024-01-02", False),
        ("2024-03", True),
        ("2025", True),
        ("2025-01-02", False),
    ]
    assert found[0].tags == ("code",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"- a\n- caf\xe9\n", "is no UTF-8 in line 2"),
        (b"- a\0b\n", "is no text"),
        (b"-" * (MOST + 1), "more than a log of 8 MB"),
    ],
)
def test_what_is_no_text_is_one_clear_error(data: bytes, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, data, "log.md")
    with pytest.raises(CannotRead, match=message) as error:
        read_log(path)
    assert error.value.hint
    assert Path(path).read_bytes() == data


def test_a_missing_file_an_empty_folder_a_device_and_a_pipe_are_clear_errors(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "empty").mkdir()
    for path, message in (
        (tmp_path / "none.md", "no log at"),
        (tmp_path / "empty", "no log in the folder"),
        (Path("/dev/full"), "is no file"),
        (pipe, "is no file"),
    ):
        with pytest.raises(CannotRead, match=message):
            read_log(str(path))
    assert not (tmp_path / "none.md").exists()


def test_the_log_is_where_the_environment_says_else_in_the_users_data() -> None:
    assert default_path({"LADDER_LOG": "/a/b.md", "XDG_DATA_HOME": "/c"}) == "/a/b.md"
    assert default_path({"XDG_DATA_HOME": "/c"}) == "/c/ladder/log.md"
    assert default_path({}).endswith("/ladder/log.md")
