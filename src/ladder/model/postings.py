"""By what a posting is read: cues and thresholds for its text, and what its stock phrases mean."""

from typing import Annotated

from ladder.frozen import Frozen
from ladder.model.values import Ref, Within, Years


class Cue(Frozen):
    """What in the text of a posting speaks for a higher or a lower level: turns of phrase, or the years asked for."""

    id: str
    family: str
    """What kind of cue it is, such as scope, influence or people. Pages group the cues by it."""
    weight: Annotated[float, Within(-10, 10)]
    """How much it says: above 0 it speaks for a higher level, below 0 for a lower one."""
    why: str
    """Why it says so, as pages show it beside the sentence."""
    phrases: tuple[str, ...] = ()
    """Turns of phrase, of which one must stand in a sentence: `run ... ovens`, `every (single) shift`."""
    unless: tuple[str, ...] = ()
    """Turns of phrase with which a sentence does not count."""
    years: tuple[Years, ...] = ()
    """In place of phrases: the years of experience that the posting asks for, from and to: `[5, 6]`."""
    ask: str = ""
    """What to ask where the title is of a level that has this, and the text says nothing of it."""


class Phrase(Frozen):
    """A stock phrase of postings, and what it usually means."""

    id: str
    phrases: tuple[str, ...]
    """The phrase in its forms, written like the `phrases` of a cue."""
    means: str
    """What it usually means, said plainly."""
    candid: str = ""
    ask: str = ""
    """What to ask about it in the first call."""


class Threshold(Frozen):
    """From where on the text of a posting speaks for a level. The lowest one needs no score."""

    id: str
    level: Annotated[str, Ref("level")]
    """The level: an id from `levels`."""
    score: Annotated[float, Within(-1000, 1000)] | None = None
    """From which sum of the weights of cues on. Without it, the level is the lowest that a text can speak for."""
    years: Years | None = None
    """From how many years of experience on the years alone speak for it."""
    above: bool = False
    """`true` if a text cannot tell this level from those above it."""


__all__ = ["Cue", "Phrase", "Threshold"]
