"""Bootstrap intervals: the same for the same observations, around the figure, and narrower with more of them."""

from random import Random

from ladder.figures import percentile_of, percentile_of_counts
from ladder.observing.resampling import intervals


def counted(number: int) -> list[tuple[float, int]]:
    return [(100_000 + 1000 * step, 1) for step in range(number)]


def test_the_same_observations_have_the_same_interval() -> None:
    assert intervals(counted(50), (50,)) == intervals(counted(50), (50,))


def test_an_interval_lies_around_its_percentile_and_narrows() -> None:
    few, many = intervals(counted(20), (50,))[50], intervals([(a, 100) for a, _ in counted(20)], (50,))[50]
    middle = percentile_of_counts(counted(20), 50)
    assert few[0] < middle < few[1]
    assert many[1] - many[0] < few[1] - few[0]


def test_only_percentiles_with_support_have_one() -> None:
    assert set(intervals(counted(12), (10, 25, 50))) == {50}
    assert intervals([], (50,)) == {}


def test_it_is_that_of_a_bootstrap_that_draws_every_resample() -> None:
    random = Random(3)  # noqa: S311 - test data
    amounts = [float(random.randrange(100, 200)) for _ in range(60)]
    medians = sorted(percentile_of(random.choices(amounts, k=60), 50) for _ in range(3000))
    low, high = intervals([(a, amounts.count(a)) for a in sorted(set(amounts))], (50,))[50]
    assert abs(low - medians[75]) <= 4
    assert abs(high - medians[2924]) <= 4
