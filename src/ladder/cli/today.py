"""The clock. Questions have none: the day is read here and passed in."""

import time


def today() -> str:
    """The day, 2026-11-20."""
    return time.strftime("%Y-%m-%d")
