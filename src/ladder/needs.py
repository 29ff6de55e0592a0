"""What a question reads of a ladder. It says so itself, beside its function, and no other file is opened for it."""

from typing import Final, Literal, get_args

from ladder.frozen import Frozen

Part = Literal["expects", "time", "week", "days", "topics", "next", "moves", "fit", "faq", "record"]
"""A part of a level or role that takes long to decode. What else it says (title, track, summary) is always read."""

PARTS: Final[tuple[Part, ...]] = get_args(Part)

Also = Literal["levels", "roles", "ways", "hats", "placed", "paid"]
"""Levels and roles that nobody named.

levels, roles: all of them. ways: those to which the ways on lead, and where others place the companies' levels that
are placed here. hats: those at which archetypes are worn. placed: those that companies' levels are said to be or to
rank beside. paid: those of which a figure of pay exists.
"""


class Needs(Frozen):
    """What a question reads.

    `parts` are those of each level and role, None for all; `pay` and `companies` are the files of these names. `also`
    are levels and roles that are opened beside those that were named, `all` those where none was named.
    """

    parts: tuple[Part, ...] | None = None
    pay: bool = False
    companies: bool = False
    also: tuple[Also, ...] = ()
    all: tuple[Also, ...] = ("levels", "roles")


EVERYTHING: Final = Needs(pay=True, companies=True)
"""A whole ladder, as `ladder.load` reads it."""
