"""The career ladder of a software engineer, explored from the command line.

The functions here return the answers that the commands print:

    >>> import ladder
    >>> [row.at.amount for row in ladder.comp("staff", percentile=75).rows]
    [245312, 252000]

Names are imported when they are first used: `ladder --help` needs none of them.
"""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ladder.api import archetypes as archetypes
    from ladder.api import bring as bring
    from ladder.api import comp as comp
    from ladder.api import compare as compare
    from ladder.api import competency as competency
    from ladder.api import day as day
    from ladder.api import diff as diff
    from ladder.api import equivalents as equivalents
    from ladder.api import explain as explain
    from ladder.api import faq as faq
    from ladder.api import fit as fit
    from ladder.api import ladders as ladders
    from ladder.api import listing as listing
    from ladder.api import load as load
    from ladder.api import path as path
    from ladder.api import record as record
    from ladder.api import search as search
    from ladder.api import show as show
    from ladder.api import sources as sources
    from ladder.api import validate as validate
    from ladder.errors import InvalidLadder as InvalidLadder
    from ladder.errors import LadderError as LadderError
    from ladder.errors import UnknownName as UnknownName
    from ladder.model import Ladder as Ladder

__version__: Final = "0.1.0"

_HOMES: Final = {
    "archetypes": "ladder.api",
    "bring": "ladder.api",
    "comp": "ladder.api",
    "compare": "ladder.api",
    "competency": "ladder.api",
    "day": "ladder.api",
    "diff": "ladder.api",
    "equivalents": "ladder.api",
    "explain": "ladder.api",
    "faq": "ladder.api",
    "fit": "ladder.api",
    "ladders": "ladder.api",
    "listing": "ladder.api",
    "load": "ladder.api",
    "path": "ladder.api",
    "record": "ladder.api",
    "search": "ladder.api",
    "show": "ladder.api",
    "sources": "ladder.api",
    "validate": "ladder.api",
    "InvalidLadder": "ladder.errors",
    "LadderError": "ladder.errors",
    "UnknownName": "ladder.errors",
    "Ladder": "ladder.model",
}

__all__ = ["__version__", *sorted(_HOMES)]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ladder' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
