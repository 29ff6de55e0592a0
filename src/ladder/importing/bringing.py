"""An import as a whole: what was read, written as a ladder, and read back to see that nothing of it was lost."""

import os
import tempfile
from collections.abc import Mapping, Sequence

from ladder.errors import CannotRead, InvalidLadder, argument, quoted
from ladder.frozen import Frozen
from ladder.importing import census, writing
from ladder.importing.draft import Draft, Unplaced, tidy
from ladder.importing.files import File, opened
from ladder.importing.shapes import Wish, read
from ladder.model import Ladder
from ladder.questions.validation import said
from ladder.reading.files import says_format
from ladder.reading.folder import Folder
from ladder.reading.header import FORMAT
from ladder.reading.places import HEADER, SUFFIXES


class InvalidInput(InvalidLadder):
    """A file that is no text, YAML or JSON, with where it is not."""

    where = "what is to be imported"


class Brought(Frozen):
    """A ladder that was made of other files: as the model has it, as the files of a folder, and as one text.

    `statements` counts what stands in cells and on scales; `unplaced` is kept under `x-unplaced`; `did` says how the
    input was read.
    """

    ladder: Ladder
    files: Mapping[str, str]
    single: str
    statements: int
    unplaced: tuple[Unplaced, ...]
    did: tuple[str, ...]


def bring(
    paths: Sequence[str],
    *,
    shape: str = "",
    title: str = "",
    cumulative: bool = False,
    transpose: bool = False,
    levels: str = "",
    competencies: str = "",
    kind: str = "",
) -> Brought:
    """Files of a shape that is named, or recognised, as a ladder. `cumulative`: its levels add up.

    `levels` and `competencies` say where these stand, `kind` what standard input is, as a suffix.

    Raises LadderError where there is nothing to read, InvalidInput with the place of what is no text, YAML or JSON.
    """
    for path in paths:
        check_foreign(path)
    try:
        over: list[str] = []
        files = opened(list(paths), kind, over)
        understood = read(files, shape=shape, wish=Wish(levels, competencies, transpose), over=over)
    except InvalidLadder as error:
        raise InvalidInput(error.problems) from error
    draft = understood.draft
    census.settle(understood.ledger, draft)
    if tidy(title) or not draft.head.get("title"):
        draft.head["title"] = tidy(title) or tidy(called(paths[0])).strip("-") or "Imported"
    if cumulative:
        draft.head["cumulative"] = True
    single = writing.single(draft)
    ladder = _read_back(single, draft)
    return Brought(ladder, writing.folder(draft), single, said(ladder), tuple(draft.unplaced), tuple(draft.did))


def check_foreign(path: str) -> None:
    """Raises CannotRead where a ladder of this format stands already, as a folder or a file."""
    head = os.path.join(path, HEADER) if os.path.isdir(path) else path
    if head.endswith(SUFFIXES) and os.path.isfile(head) and says_format(head) and _says_ours(head):
        shown = argument(path)
        hint = f"`ladder --ladder {shown} list` reads it, `ladder init NAME --from {shown}` copies it"
        raise CannotRead(f"{quoted(path)} is a ladder already", hint)


def _says_ours(head: str) -> bool:
    """Whether a YAML file has the key and the number of this format at its top."""
    tree = File(head).tree_if_any
    return isinstance(tree, dict) and tree.get("format") == str(FORMAT)


def called(path: str) -> str:
    """What something is called that is imported: the name of its folder, or of its file without the suffix."""
    name = os.path.basename(os.path.abspath(path))
    return name if os.path.isdir(path) else os.path.splitext(name)[0]


def _read_back(single: str, draft: Draft) -> Ladder:
    """The ladder as this program reads it; whatever is wrong with it, or missing from it, is a fault of the import."""
    with tempfile.TemporaryDirectory(prefix="ladder-") as folder:
        path = os.path.join(folder, "imported.yaml")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(single)
        ladder = Folder(path).ladder()
    if said(ladder) != draft.statements:
        raise AssertionError(f"{draft.statements} statements were found and {said(ladder)} written")
    return ladder


__all__ = ["Brought", "InvalidInput", "bring", "called", "check_foreign"]
