"""The kinds of files that a ladder is made of, beside ladder.yaml: the one place that lists them.

Whoever reads, checks, copies, overwrites or describes a ladder's files goes through `KINDS`. A new kind is a record in
`model` and a row here. It is then read and checked with the rest, may stand in ladder.yaml under its name, is taken out
of git's revisions, makes room for an import, and has its place in the schema. A field of `Ladder` holds what questions
ask for.
"""

from typing import Any, Final

from ladder.frozen import Frozen
from ladder.model import Archetype, Company, Level, Source, Survey
from ladder.reading.places import HEADER


class Kind(Frozen):
    """One kind: what its files are called, what stands in them, and who needs it.

    `name` is a folder with a file for each, or without `folder` a file `NAME.yaml` that holds all by their ids; it is
    also the key of ladder.yaml under which they may stand instead. `one` says what one of them is, which is the `kind`
    of a `Ref` to it, and `referred` whether there are such references: then the ids are known before anything else is
    read. `field` is the field of `Ladder` that holds them; where it is empty, `Folder.things` alone gives them.

    Where only parts of a ladder are read, these are if they are asked for by name, or what refers to them is: `parts`
    names it, a key of a level or another kind. `sourced`: the ladder's own source stands for a missing one.

    `signs` are keys by which an editor tells such a file from others. `about` is what it says of the key in
    ladder.yaml, and `what`, if anything, what it says of one of them in place of the record's docstring.
    """

    name: str
    record: type[Any]
    one: str
    about: str
    what: str = ""
    folder: bool = False
    field: str = ""
    referred: bool = False
    parts: tuple[str, ...] = ()
    sourced: bool = True
    signs: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What its folder or file is called in a ladder's folder."""
        return self.name if self.folder else f"{self.name}.yaml"


LEVELS: Final = Kind(
    name="levels",
    record=Level,
    one="level",
    about="All levels, lowest first. Each entry is the id of a file in `levels/`, or a whole level with its `id`; a "
    "mapping of ids to levels works, too. A file that is not listed is an error. Without this key, the files count in "
    "alphabetical order.",
    what="A level. Its file's name is its id.",
    folder=True,
    field="levels",
    referred=True,
)
ROLES: Final = Kind(
    name="roles",
    record=Level,
    one="role",
    about="Roles, written like `levels`: ids of files in `roles/`, or whole roles. Others come last.",
    what="A level in one discipline. It inherits from its level what it leaves out; what it gives replaces that.",
    folder=True,
    field="roles",
    referred=True,
    signs=("level", "discipline"),
)
PAY: Final = Kind(
    name="comp",
    record=Survey,
    one="survey",
    about="Surveys of pay, written like `levels`: ids of files in `comp/`, or whole surveys.",
    folder=True,
    field="surveys",
    signs=("currency", "measure", "bands"),
)
COMPANIES: Final = Kind(
    name="companies",
    record=Company,
    one="company",
    about="Other companies' levels, and what they correspond to here. They can be in `companies.yaml` instead.",
    field="companies",
    sourced=False,
    signs=("levels", "aliases"),
)
SOURCES: Final = Kind(
    name="sources",
    record=Source,
    one="source",
    about="The sources of statements and figures, by id. They can be in `sources.yaml` instead.",
    field="sources",
    referred=True,
    signs=("kind",),
)
ARCHETYPES: Final = Kind(
    name="archetypes",
    record=Archetype,
    one="archetype",
    about="Ways of working at a level, such as architect or tech lead. They can be in `archetypes.yaml` instead.",
    field="archetypes",
    referred=True,
    parts=("days",),
)

KINDS = (LEVELS, ROLES, PAY, COMPANIES, SOURCES, ARCHETYPES)
"""Every kind. Those to which something refers are read first, the others in this order when they are asked for."""


def names() -> tuple[str, ...]:
    """The keys of ladder.yaml under which they may stand."""
    return tuple(kind.name for kind in KINDS)


def folders() -> tuple[str, ...]:
    """The folders with a file for each."""
    return tuple(kind.name for kind in KINDS if kind.folder)


def tables() -> tuple[str, ...]:
    """The files with a table each, without their suffix."""
    return tuple(kind.name for kind in KINDS if not kind.folder)


def entries() -> tuple[str, ...]:
    """What of a ladder's folder is read, as it is called there: ladder.yaml, files beside it, and folders."""
    return (HEADER, *(kind.file for kind in KINDS))


__all__ = [
    "ARCHETYPES",
    "COMPANIES",
    "KINDS",
    "LEVELS",
    "PAY",
    "ROLES",
    "SOURCES",
    "Kind",
    "entries",
    "folders",
    "names",
    "tables",
]
