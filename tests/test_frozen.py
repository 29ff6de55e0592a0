"""A record does whatever a NamedTuple does."""

import copy
import pickle
from typing import Any, NamedTuple

import pytest

from ladder.frozen import Frozen


class Sack(Frozen):
    """A record as the model has them."""

    grain: str
    kilos: float = 50
    marks: tuple[str, ...] = ()

    @property
    def heavy(self) -> bool:
        """Whether two carry it."""
        return self.kilos > 60


class Twin(NamedTuple):
    """The same as a NamedTuple."""

    grain: str
    kilos: float = 50
    marks: tuple[str, ...] = ()


class Other(Frozen):
    """Another record with values of the same kinds."""

    name: str
    share: float = 50
    parts: tuple[str, ...] = ()


BOTH: list[Any] = [Sack, Twin]
either = pytest.mark.parametrize("kind", BOTH)


@either
def test_fields_are_read_by_name_by_place_and_all_at_once(kind: Any) -> None:
    sack = kind("rye", 70)
    assert (sack.grain, sack.kilos, sack.marks) == ("rye", 70, ())
    assert (sack[0], sack[-1], len(sack)) == ("rye", (), 3)
    grain, kilos, _ = sack
    assert (grain, kilos) == ("rye", 70)


@either
@pytest.mark.parametrize(
    ("values", "named"),
    [
        (("rye", 70.0, ("a",)), {}),
        (("rye", 70.0), {"marks": ("a",)}),
        ((), {"marks": ("a",), "kilos": 70.0, "grain": "rye"}),
        (("rye",), {"marks": ("a",), "kilos": 70.0}),
    ],
)
def test_values_are_given_by_place_or_by_name(kind: Any, values: tuple[Any, ...], named: dict[str, Any]) -> None:
    assert kind(*values, **named) == ("rye", 70.0, ("a",))


@either
def test_what_is_left_out_has_its_default(kind: Any) -> None:
    assert kind("rye") == ("rye", 50, ())
    assert kind("rye", marks=("a",)) == ("rye", 50, ("a",))


@either
@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((), {"kilos": 3}),
        (("rye",), {"colour": "red"}),
        (("rye",), {"grain": "oats"}),
        (("rye", 1, (), 4), {}),
        (("rye", 1, ()), {"more": 5}),
    ],
)
def test_a_value_missing_unknown_or_too_many_is_a_type_error(
    kind: Any, values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError, match=kind.__name__):
        kind(*values, **named)


@either
def test_nothing_of_a_record_can_be_changed_or_added(kind: Any) -> None:
    sack = kind("rye")
    with pytest.raises(AttributeError):
        sack.grain = "oats"
    with pytest.raises(AttributeError):
        sack.colour = "red"
    with pytest.raises(AttributeError):
        del sack.grain
    with pytest.raises(TypeError):
        sack[0] = "oats"
    assert not hasattr(sack, "__dict__")


@either
def test_another_with_some_fields_changed_leaves_the_first_as_it_was(kind: Any) -> None:
    sack = kind("rye", marks=("a",))
    other = sack._replace(kilos=1, grain="oats")
    assert other == ("oats", 1, ("a",))
    assert sack == ("rye", 50, ("a",))
    assert type(other) is kind
    with pytest.raises((TypeError, ValueError)):
        sack._replace(colour="red")


@either
def test_records_are_equal_and_hash_by_their_values(kind: Any) -> None:
    assert kind("rye") == kind("rye", 50)
    assert kind("rye") != kind("oats")
    assert len({kind("rye"), kind("rye", 50), kind("oats")}) == 2
    assert kind("oats") < kind("rye")


@either
def test_a_record_equals_and_hashes_as_any_tuple_of_its_values_of_whatever_class(kind: Any) -> None:
    for other in (("rye", 50, ()), Sack("rye"), Twin("rye"), Other("rye")):
        assert kind("rye") == other
        assert other == kind("rye")
        assert hash(kind("rye")) == hash(other)
    assert kind("rye") != ["rye", 50, ()]
    assert kind("rye") != ("rye", 50)


@either
def test_a_record_is_made_of_as_many_values_as_it_has_fields(kind: Any) -> None:
    made = kind._make(iter(["rye", 70, ("a",)]))
    assert made == kind("rye", 70, ("a",))
    assert type(made) is kind
    for values in ([], ["rye", 70], ["rye", 70, (), "more"]):
        with pytest.raises(TypeError):
            kind._make(values)


@either
def test_a_record_gives_its_values_by_name_in_the_order_of_its_fields(kind: Any) -> None:
    given = kind("rye", marks=("a",))._asdict()
    assert type(given) is dict
    assert list(given.items()) == [("grain", "rye"), ("kilos", 50), ("marks", ("a",))]
    assert kind(**given) == kind("rye", marks=("a",))


@either
def test_what_derives_from_a_record_has_its_fields_and_defaults_and_is_of_its_own_class(kind: Any) -> None:
    class Big(kind):  # type: ignore[misc]
        """One that adds a method."""

        def double(self) -> Any:
            """Twice the weight."""
            return self._replace(kilos=2 * self.kilos)

    big = Big("rye", marks=("a",)).double()
    assert big == ("rye", 100, ("a",))
    assert (big.grain, big.kilos, Big._fields) == ("rye", 100, ("grain", "kilos", "marks"))
    assert type(big) is type(Big._make(big)) is Big
    assert isinstance(big, kind)
    assert repr(big).startswith("Big(grain='rye'")


@either
def test_a_record_can_do_whatever_a_named_tuple_can(kind: Any) -> None:
    assert {name for name in dir(Twin) if not name.startswith("__")} <= {*dir(kind)}
    assert (*kind("rye"), "more") == ("rye", 50, (), "more")
    assert kind("rye")[1:] == (50, ())
    assert type(kind("rye")[:]) is tuple
    assert list(reversed(kind("rye"))) == [(), 50, "rye"]
    assert (kind("rye").index(50), kind("rye").count("rye"), "rye" in kind("rye")) == (1, 1, True)
    if hasattr(copy, "replace"):  # from Python 3.13 on
        assert copy.replace(kind("rye"), kilos=3) == ("rye", 3, ())


@either
def test_a_record_shows_its_fields(kind: Any) -> None:
    assert repr(kind("rye", 70)) == f"{kind.__name__}(grain='rye', kilos=70, marks=())"


@either
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_record_survives_being_stored(kind: Any, protocol: int) -> None:
    sack = kind("rye", 70, ("a",))
    again = pickle.loads(pickle.dumps(sack, protocol))  # noqa: S301 - made in the line itself
    assert again == sack
    assert type(again) is kind


@either
@pytest.mark.parametrize("double", [copy.copy, copy.deepcopy])
def test_a_record_survives_being_copied(kind: Any, double: Any) -> None:
    sack = kind("rye", 70, (["a list"],))
    again = double(sack)
    assert again == sack
    assert type(again) is kind


@either
def test_a_record_is_matched_by_place_and_by_name(kind: Any) -> None:
    match kind("rye", 70, ("a",)):
        case Sack(grain, kilos=weight) | Twin(grain, kilos=weight):
            assert (grain, weight) == ("rye", 70)
        case _:
            pytest.fail("no match")


@either
def test_a_kind_says_its_fields_and_defaults(kind: Any) -> None:
    assert kind._fields == kind.__match_args__ == ("grain", "kilos", "marks")
    assert kind._field_defaults == {"kilos": 50, "marks": ()}
    assert kind.__annotations__["kilos"] is float


def test_a_record_may_have_properties_of_its_own() -> None:
    assert [Sack("rye", kilos).heavy for kilos in (50, 70)] == [False, True]
    assert Sack.__doc__ == "A record as the model has them."
