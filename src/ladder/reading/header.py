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
    """The name that people read. Without it, the ladder is called like its folder or file."""
    source: Sources = ()
    """The source of whatever in this ladder names none of its own."""
    about: str = ""
    version: str = ""
    """The version of this ladder."""
    language: str = "en"
    """The language in which it is written: `en` unless given."""
    licence: str = ""
    """The licence under which it may be used."""
    cumulative: bool = False
    """`true`: a level says only what it adds. The program brings along what the lower levels of its track, or of none,
    expect, and shows it as inherited. Otherwise (`false`) each level says all that it expects."""
    extends: str = ""
    """The path of a ladder that this one builds on, from this file's folder. What has the same id is merged, and this
    ladder wins."""
    tracks: Mapping[str, Track] = EMPTY
    """Lines of levels by id, such as one of engineers and one of managers."""
    competencies: Mapping[str, Competency] = EMPTY
    """What levels are judged by, by id, in the order in which pages show it."""
    activities: Mapping[str, Activity] = EMPTY
    """What a week is spent on, by id. `time` and the blocks of days name them."""
    topics: Mapping[str, Topic] = EMPTY
    """What more there is to tell of a level, by id, such as how one gets hired."""
    points: Points | None = None
    """What the steps of scales earn."""
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
