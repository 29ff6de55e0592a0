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
    """What the ladder is. Whatever else it holds may stand here, too, or in files beside."""

    format: Annotated[int, "format"]
    """The version of the format: `1`, the only one there is."""
    title: str = ""
    """The name that people read. Without it, pages show the name of the folder or file."""
    source: Sources = ()
    """The source of everything in this ladder that names none of its own."""
    about: str = ""
    version: str = ""
    """The version of this ladder."""
    language: str = "en"
    """The language in which it is written. Default: `en`."""
    licence: str = ""
    """The licence under which it may be used."""
    cumulative: bool = False
    """`true`: each level says only what it adds, and pages show what it inherits from the lower levels of its track and
    from those without a track. `false`, the default: each level says everything that it expects."""
    extends: str = ""
    """The path of the ladder that this one builds on, relative to this file's folder. What has the same id is merged,
    and this ladder wins."""
    tracks: Mapping[str, Track] = EMPTY
    """Tracks by id, such as one for engineers and one for managers."""
    competencies: Mapping[str, Competency] = EMPTY
    """The competencies by which levels are judged, by id, in the order in which pages show them."""
    activities: Mapping[str, Activity] = EMPTY
    """What people spend a week on, by id. `time` and the blocks of days refer to these ids."""
    topics: Mapping[str, Topic] = EMPTY
    """What else there is to tell about a level, by id, such as how people get hired."""
    points: Points | None = None
    """How many points the steps of scales earn."""
    baseline: Baseline | None = None
    """What every level expects."""


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
