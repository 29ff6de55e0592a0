"""The questions as tools: each is the function of the same name that answers the command.

A question becomes a tool by its name in `TOOLS`. One that the package does not have yet is passed over.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import ladder
from ladder import asking
from ladder.assistants import parameters
from ladder.frozen import Frozen

TOOLS: Final = (
    "compare",
    "day",
    "comp",
    "path",
    "map",
    "show",
    "list",
    "search",
    "matrix",
    "validate",
    "autopsy",
)
WITH_LOG: Final = ("gap", "plan")
"""What is asked of a log, too: only where the server was started with one."""

_OWN: Final[Mapping[str, Callable[..., Any]]] = {"show": asking.show, "list": asking.list}
"""Commands that several questions answer."""


class Tool(Frozen):
    """A question as an assistant calls it. `fixed` are arguments that no request gives."""

    name: str
    title: str
    description: str
    schema: parameters.Schema
    ask: Callable[..., Any]
    fixed: Mapping[str, Any]

    def __call__(self, arguments: Mapping[str, Any]) -> Any:
        """The answer. Raises LadderError for arguments that do not fit, and whatever the question raises."""
        parameters.check(arguments, self.schema)
        by_place, by_name = parameters.called_with(self.ask, arguments)
        return self.ask(*by_place, **by_name, **self.fixed)


def tools(ladders: Sequence[str], summaries: Mapping[str, str], log: str | None = None) -> tuple[Tool, ...]:
    """The tools of a server with these ladders. `summaries` are the commands' own, `log` the path of a log."""
    known = set(ladder.__all__) | set(_OWN)
    made = [_tool(name, ladders, summaries, {}) for name in TOOLS if name in known]
    if log is not None:
        made += [_tool(name, ladders, summaries, {"logs" if name == "gap" else "log": log}) for name in WITH_LOG]
    return tuple(made)


def _tool(name: str, ladders: Sequence[str], summaries: Mapping[str, str], fixed: Mapping[str, Any]) -> Tool:
    ask = _OWN.get(name) or getattr(ladder, name)
    summary = summaries.get(name, "")
    return Tool(
        name,
        summary.rstrip("."),
        " ".join([summary, *parameters.about(ask)[1:]]) if summary else " ".join(parameters.about(ask)),
        parameters.schema(ask, ladders),
        ask,
        fixed,
    )
