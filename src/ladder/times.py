"""Minutes as people write them."""


def clock(minutes: int) -> str:
    """A time of day.

    >>> clock(570)
    '09:30'
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def stretch(start: int, end: int | None) -> str:
    """From when to when; from when on, where the end is not known.

    >>> stretch(540, 600), stretch(540, None)
    ('09:00–10:00', 'from 09:00')
    """
    return f"from {clock(start)}" if end is None else f"{clock(start)}–{clock(end)}"


def length(start: int, end: int | None) -> str:
    """How long that is; nothing where the end is not known.

    >>> length(540, 600), length(540, None)
    ('1 h', '')
    """
    return "" if end is None else duration(end - start)


def duration(minutes: int) -> str:
    """A stretch of time.

    >>> duration(90), duration(120), duration(45)
    ('1 h 30', '2 h', '45 min')
    """
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if hours and rest else f"{hours} h" if hours else f"{rest} min"
