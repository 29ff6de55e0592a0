"""Bands of pay as drawings on a common scale."""

from collections.abc import Mapping, Sequence

from ladder.document import Bar
from ladder.questions.comp import Row


def scale_of(rows: Sequence[Row]) -> tuple[tuple[float, float], tuple[tuple[float, str], ...]]:
    """A common scale for bars of these rows, from a round number below to one above, with its ticks."""
    ends = [
        value
        for row in rows
        for value in (*row.percentiles.values(), *row.range, *([row.mean] if row.mean is not None else []))
    ]
    return scale_over(ends)


def scale_over(ends: Sequence[float]) -> tuple[tuple[float, float], tuple[tuple[float, str], ...]]:
    """A scale over these amounts, from a round number below them to one above, with its ticks."""
    low, high = min(ends, default=0), max(ends, default=1)
    low = low if low < high else 0
    step = next(
        step for step in (10**power * factor for power in range(13) for factor in (1, 2, 5)) if (high - low) / step <= 6
    )
    first, last = int(low // step) * step, -int(-high // step) * step
    ticks = tuple((value, _tick(value)) for value in range(int(first), int(last) + 1, int(step)))
    return (first, last), ticks


def bar(row: Row, offer: float | None) -> Bar | None:
    """A row as a drawing: whiskers p10 to p90, body p25 to p75, a mark at the median; a range is a body alone."""
    if row.mean is not None:
        return Bar(mark=row.mean, offer=offer)
    return bar_of(row.percentiles, row.range, offer)


def bar_of(known: Mapping[int, float], range: Sequence[float] = (), offer: float | None = None) -> Bar | None:
    """Percentiles, or a range, as a drawing; None where there is neither."""
    if range:
        return Bar(thick=(range[0], range[1]), offer=offer)
    if not known:
        return None
    thin = (known[10], known[90]) if 10 in known and 90 in known else None
    thick = (known[25], known[75]) if 25 in known and 75 in known else (min(known.values()), max(known.values()))
    return Bar(thin, thick, known.get(50), offer)


def _tick(value: float) -> str:
    return f"{value / 1000:g}k" if value >= 1000 else f"{value:g}"
