"""Minutes as people write them."""


def clock(minutes: int) -> str:
    """A time of day.

    >>> clock(570)
    '09:30'
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def duration(minutes: int) -> str:
    """A stretch of time.

    >>> duration(90), duration(120), duration(45)
    ('1 h 30', '2 h', '45 min')
    """
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if hours and rest else f"{hours} h" if hours else f"{rest} min"
