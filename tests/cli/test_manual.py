"""The man page is today's, is roff without a warning, and tells of every command, option and variable."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from ladder.cli import manual
from ladder.cli.commands import LISTED

SOURCE: Final = Path(manual.__file__).parent.parent
PAGE: Final = Path(manual.PACKAGED)
INTERNAL: Final = {"LADDER_LINE", "_LADDER_COMPLETE"}
"""Variables by which a shell asks for completion."""


def test_the_packaged_man_page_is_what_the_commands_say() -> None:
    message = "the help has changed: run `python -m ladder.cli.manual`"
    assert PAGE.read_text(encoding="ascii") == manual.manual(), message


def test_it_names_every_command_and_example() -> None:
    text = manual.manual()
    for name, entry in LISTED.items():
        assert f'.SS "ladder {name}' in text
        for example, _ in entry.examples:
            assert manual._text(example) in text


def test_it_names_every_variable_that_the_program_reads() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    read = set(re.findall(r"environ(?:ment)?(?:\.get\(|\[)\"(\w+)\"", code)) | {"LADDER_PAGER", "PAGER"}
    assert {"LADDER_PATH", "NO_COLOR"} <= read
    named = {name for names, _ in manual.ENVIRONMENT for name in names.split(", ")}
    assert read - INTERNAL == named


def test_no_text_is_taken_for_a_command_of_roff() -> None:
    assert manual._text(".SH a\\b `-x` 'é'") == r"\&.SH a\eb \fB\-x\fR \(aq\[u00E9]\(aq"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("width", [40, 80])
def test_groff_has_nothing_to_complain_of(width: int) -> None:
    command = ["groff", "-man", "-Tutf8", "-ww", f"-rLL={width}n", str(PAGE)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stderr == ""
    assert "LADDER_DEFAULT" in re.sub(r".\x08", "", ran.stdout)
