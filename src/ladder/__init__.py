"""The career ladder of a software engineer, explored from the command line.

The functions here return the answers that the commands print:

    >>> import ladder
    >>> [row.at.amount for row in ladder.comp("staff", percentile=75).rows]
    [245312, 252000]

`print(answer)` is the page on one screen, `ladder.rendered(answer, "html")` any format, and `ladder.table(answer)` has
the rows of its CSV. Functions are called like the commands.

Names are imported when they are first used: `ladder --help` needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ladder.api import *  # noqa: F403 - the functions of `_HOMES`, which a test holds against them
    from ladder.api_logs import *  # noqa: F403
    from ladder.errors import InvalidLadder as InvalidLadder
    from ladder.errors import LadderError as LadderError
    from ladder.errors import UnknownName as UnknownName
    from ladder.model import Ladder as Ladder

__version__: Final = "0.1.0"

_HOMES: Final = {
    "ladder.api": (
        "archetypes", "comp", "compare", "competency", "day", "diff", "explain", "faq", "fit", "import_", "ladders",
        "list", "load", "map", "matrix", "path", "record", "rendered", "search", "show", "sources", "statements",
        "table", "validate",
    ),
    "ladder.api_logs": ("evidence", "gap", "log", "packet", "plan", "suggest"),
    "ladder.errors": ("InvalidLadder", "LadderError", "UnknownName"),
    "ladder.model": ("Ladder",),
}  # fmt: skip

__all__ = ["__version__", *sorted(name for names in _HOMES.values() for name in names)]


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'ladder' has no attribute {name!r}")


def __dir__() -> "list[str]":  # type: ignore[valid-type]
    return __all__
