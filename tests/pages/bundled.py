"""The bundled ladder, read once."""

from functools import cache

import ladder
from ladder.model import Ladder


@cache
def ours() -> Ladder:
    """The bundled ladder."""
    return ladder.load()
