"""Documents for the tests of imports: written down, read, and looked through for what was lost."""

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from importing.reading import understood
from ladder.importing import writing
from ladder.importing.draft import Draft, tidy
from ladder.importing.files import File
from ladder.importing.sources.fields import leaves
from ladder.model import Ladder
from ladder.reading.folder import Folder


def a_file(folder: Path, name: str, what: Any) -> File:
    """A file of this name with a text, or with anything else as JSON."""
    path = folder / name
    path.write_text(what if isinstance(what, str) else json.dumps(what), encoding="utf-8")
    return File(str(path))


def imported(module: object, folder: Path, *whats: Any, transpose: bool = False) -> Draft:
    """What a reader makes of documents, each a file f1, f2, … of its own; a text is YAML."""
    files = [
        a_file(folder, f"f{number}.{'yaml' if isinstance(what, str) else 'json'}", what)
        for number, what in enumerate(whats, 1)
    ]
    draft = understood(files, transpose=transpose)
    read_back(draft)
    return draft


def read_back(draft: Draft) -> Ladder:
    """The ladder as this program reads it from the file that is written of a draft. It must be a valid one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ladder.yaml"
        path.write_text(writing.single(draft), encoding="utf-8")
        return Folder(str(path)).ladder()


def cells(draft: Draft) -> dict[str, dict[str, list[str]]]:
    """The texts of each level's cells by the titles of their competencies; of a step its name in brackets."""
    return {
        name: {
            draft.competencies[competency]["title"]: [
                *([f"[{cell['step']}]"] if "step" in cell else []),
                *(one if isinstance(one, str) else one["text"] for one in cell.get("statements", ())),
            ]
            for competency, cell in level.get("expects", {}).items()
        }
        for name, level in draft.levels.items()
    }


def unplaced(draft: Draft) -> list[str]:
    """The texts for which there was no place."""
    return [one.text for one in draft.unplaced]


def lost(draft: Draft, files: Sequence[File]) -> list[str]:
    """The texts of the files that stand nowhere in the draft; case, blanks and the signs around a name do not count."""
    kept = [" ".join(text.casefold().split()) for text in _words(vars(draft))]
    return [
        text
        for file in files
        for _, text, _ in leaves(file.tree)
        if re.search(r"[^\W_]", text)
        and not any(" ".join(one.casefold().split()) in all_of for all_of in kept for one in (text, tidy(text)))
    ]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _words(inner)
    elif value is not None:
        yield str(value)
