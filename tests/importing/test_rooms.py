"""Who may know the rooms of importing: its command and the function behind it, and nobody else."""

from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "ladder"


def test_only_the_command_and_its_function_import_it() -> None:
    rooms = [path for path in SOURCE.rglob("*.py") if "importing" not in path.relative_to(SOURCE).parts]
    knowing = {path.relative_to(SOURCE).as_posix() for path in rooms if "ladder.importing" in path.read_text("utf-8")}
    assert knowing == {"api.py", "cli/import_.py"}


def test_markup_and_writing_know_nothing_of_an_import() -> None:
    for room in ("markup", "writing"):
        for path in (SOURCE / room).rglob("*.py"):
            assert "ladder.importing" not in path.read_text("utf-8"), path


def test_no_file_of_the_room_is_longer_than_four_hundred_lines() -> None:
    for path in (SOURCE / "importing").rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 400, path
