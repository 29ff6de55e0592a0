"""Engines, to come."""

from ladder.observing.asked import Asked, Tally


def tally(source: object, asked: Asked, reading: object, progress: object) -> Tally:
    raise NotImplementedError
