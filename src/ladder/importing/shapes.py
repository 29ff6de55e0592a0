"""Which shape the files of an import have, and who reads it."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

from ladder.errors import CannotRead, LadderError, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.importing.draft import Draft
from ladder.importing.files import File


class Shape(Frozen):
    """A shape by the name that `--from` takes. `module` has `fits`, which picks the files of that shape, and `read`."""

    name: str
    module: str
    about: str


SHAPES: Final = (
    Shape(
        "engineeringladders", "documents.positions", "Markdown: scales of named steps, and positions that stand on them"
    ),
    Shape("monzo", "documents.topics", "Markdown with topics, levels and criteria in its front matter"),
    Shape("snowflake", "trees.milestones", "JSON or YAML: tracks of milestones that earn points"),
    Shape("unidays", "trees.library", "JSON or YAML: a library of competencies, and roles that refer to it"),
    Shape("ft", "trees.records", "YAML or JSON: levels, themes, and records that name one of each"),
    Shape("table", "tables.sheet", "CSV or TSV: a matrix of levels and competencies, or a row a statement"),
    Shape("markdown", "documents.markdown", "Markdown: headings for levels and competencies, bullets, tables"),
    Shape("tree", "trees.nested", "any other YAML or JSON in which levels and competencies are names or keys"),
)
"""The known shapes, the most particular first: of a folder that holds several only the first is read."""


NAMED: Final = 5
"""How many of the files that are passed over are named."""


def read(files: Sequence[File], *, shape: str = "", transpose: bool = False) -> Draft:
    """What the files say, read as the shape that is named, else as the first one that fits.

    Raises LadderError for a shape that is none, CannotRead where no file has it, or nothing was found in them.
    """
    chosen = [_named(shape)] if shape else SHAPES
    for one in chosen:
        reader: Any = import_module(f"ladder.importing.{one.module}")
        if matching := reader.fits(files):
            _say_what_is_wrong(matching)
            draft = Draft()
            reader.read(matching, draft, transpose=transpose)
            if over := [file.path for file in files if file not in matching]:
                draft.did.append(f"passed over, since the import is one of {one.about}: {_listed(over)}")
            return _checked(draft, matching)
    _say_what_is_wrong(files)
    names = ", ".join(file.path for file in files[:3])
    raise CannotRead(
        f"no ladder found in {quoted(names)}" + (f" as {chosen[0].name}" if shape else ""),
        f"`--from` names the shape: {', '.join(one.name for one in SHAPES)}",
    )


def _named(shape: str) -> Shape:
    for one in SHAPES:
        if one.name == shape.lower():
            return one
    known = [one.name for one in SHAPES]
    raise LadderError(f"no shape {quoted(shape)}", did_you_mean(nearest(shape, known)) or f"one of {', '.join(known)}")


def _checked(draft: Draft, files: Sequence[File]) -> Draft:
    """The draft, unless nothing of a ladder is in it."""
    if not draft.levels:
        names = ", ".join(file.path for file in files[:3])
        raise CannotRead(
            f"no level found in {quoted(names)}",
            "a table needs levels along one side; in Markdown they are headings; `--from` and `--transpose` may help",
        )
    return draft


def _say_what_is_wrong(files: Sequence[File]) -> None:
    """Raises what keeps a file from being read at all, and that all of them are empty."""
    for file in files:
        if file.suffix in (".json", ".yaml", ".yml") or (file.suffix in (".md", ".markdown") and file.front[0]):
            _ = file.tree
    if not any(file.text.strip() for file in files):
        raise CannotRead(f"nothing stands in {quoted(_listed([file.path for file in files]))}", "give a file with text")


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
