"""ladder.yaml: what a ladder is. What else may stand in it, `kinds` says, and it stays a node until it is asked for."""

from collections.abc import Mapping
from typing import Annotated, Final

from ladder.errors import quoted
from ladder.frozen import Frozen
from ladder.model import EMPTY, Activity, Baseline, Competency, Points, Sources, Topic, Track
from ladder.reading.context import Context, scalar
from ladder.reading.decoder import form
from ladder.reading.nodes import MappingNode, Node

FORMAT: Final = 1
"""The version of the format that this program reads."""


class Header(Frozen):
    """The keys of ladder.yaml, but for those of things that have files of their own."""

    format: Annotated[int, "format"]
    title: str = ""
    source: Sources = ()
    about: str = ""
    version: str = ""
    language: str = "en"
    licence: str = ""
    cumulative: bool = False
    extends: str = ""
    tracks: Mapping[str, Track] = EMPTY
    competencies: Mapping[str, Competency] = EMPTY
    activities: Mapping[str, Activity] = EMPTY
    topics: Mapping[str, Topic] = EMPTY
    points: Points | None = None
    baseline: Baseline | None = None


@form(Header.__annotations__["format"])
def version_of_the_format(node: Node, context: Context) -> int:
    """1, the only version there is."""
    version = scalar(node, context, "the version of the format")
    if version not in (None, str(FORMAT)):
        context.wrong(node, "format", f"unknown format {quoted(version)}", f"this program reads format: {FORMAT}")
    return FORMAT


def keys(node: Node | None) -> tuple[str, ...]:
    """The keys of a mapping that is not decoded yet."""
    named = [key.value for key, _ in node.value] if isinstance(node, MappingNode) else []
    return tuple(name for name in named if isinstance(name, str) and not name.startswith("x-"))


def scales(node: Node | None) -> dict[str, tuple[str, ...]]:
    """The ids of the steps of each competency that has a scale, read ahead: cells are decoded by them."""
    found: dict[str, tuple[str, ...]] = {}
    for name, competency in node.value if isinstance(node, MappingNode) else []:
        for key, steps in competency.value if isinstance(competency, MappingNode) else []:
            if key.value == "steps" and isinstance(steps.value, list):
                entries = [entry for step in steps.value if isinstance(step, MappingNode) for entry in step.value]
                ids = [value.value for word, value in entries if word.value == "id"]
                found[str(name.value)] = tuple(one for one in ids if isinstance(one, str))
    return found
