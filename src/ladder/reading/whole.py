"""A whole ladder with everything that is wrong in any of its files, which stops nowhere."""

import os
from collections.abc import Iterator

from ladder.errors import InvalidLadder, Problem
from ladder.frozen import Frozen
from ladder.model import Ladder
from ladder.reading import kinds
from ladder.reading.folder import Folder
from ladder.reading.nodes import compose, read_text
from ladder.reading.places import HEADER, SUFFIXES


class Examined(Frozen):
    """What could be read: the ladder's sound parts, None where its header is not sound, and all problems."""

    folder: Folder | None
    ladder: Ladder | None
    problems: list[Problem]


def examine(path: str, *, name: str = "", reach: tuple[str, ...] = ()) -> Examined:
    """Reads everything.

    Raises CannotRead where no ladder stands there.
    """
    try:
        folder = Folder(path, name=name, reach=reach)
        return Examined(folder, *folder.sound())
    except InvalidLadder as error:
        problems = list(error.problems)
        known = {problem.path for problem in problems}
        problems += [one for file in _files(path) if file not in known for one in _syntax(file)]
        return Examined(None, None, problems)


def _files(path: str) -> Iterator[str]:
    """The YAML files of a ladder's folder, links left out, where its header cannot say which there are."""
    for folder in (path, *(os.path.join(path, part) for part in kinds.folders())):
        if os.path.isdir(folder) and (folder == path or not os.path.islink(folder)):
            try:
                names = sorted(os.listdir(folder))
            except OSError:
                continue  # the header's problem is told; whoever mends it hears of this one next
            for file in names:
                whole = os.path.join(folder, file)
                visible = file.endswith(SUFFIXES) and file[0] != "." and file != HEADER
                if visible and not os.path.islink(whole) and os.path.isfile(whole):
                    yield whole


def _syntax(file: str) -> list[Problem]:
    """What is wrong with a file as YAML."""
    try:
        compose(read_text(file, file), file)
    except InvalidLadder as error:
        return list(error.problems)
    return []
