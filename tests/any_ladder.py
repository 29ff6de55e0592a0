"""Ladders in one file as hypothesis makes them, in every form that the format allows, and mistakes put into them.

The values are made by the model's annotations, so a key that is new in the model is written here, too.
"""

import copy
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from ladder import model
from ladder.model import Clock, Date, Ref, Within
from ladder.reading import kinds
from ladder.reading.header import Header

Values = st.SearchStrategy[Any]

BASE: Final[Mapping[str, Any]] = {
    "format": 1,
    "sources": {"house": {"title": "The mill", "kind": "editorial"}, "7": {"title": 7, "kind": "satire"}},
    "tracks": {"ic": None},
    "competencies": {"grain": {}, "stones": {"steps": [{"id": "turns"}, {"id": "dresses"}]}},
    "activities": {"milling": {"title": "Milling"}, "talk": None},
    "topics": {"hiring": None, "x-tools": ["ignored"]},
    "archetypes": {"rover": {}},
    "levels": [{"id": "miller"}, {"id": "master"}],
    "roles": {"wind": {"level": "miller"}},
}
NAMES: Final[Mapping[str, list[Any]]] = {
    "source": ["house", "7", 7],
    "track": ["ic", " ic "],
    "competency": ["grain", "stones"],
    "activity": ["milling", "talk"],
    "topic": ["hiring"],
    "archetype": ["rover"],
    "level": ["miller", "master"],
    "role": ["miller", "wind"],
}
TEXTS: Final = ["Grinds.", " a: [b] ", "5", "null", "~", "no", "10:30", 5, -1.5, True, 10**20, "日本 #"]
DATES: Final = ["2026-06-25", "2026-06", "2026", 2026, "2024-02-29", "2000-02-29", "0001-01", "1996-12-31"]
CLOCKS: Final = ["00:00", "6:05", "06:05", "09:30", "12:00", "17:59", "23:59"]
IDS: Final = ["a", "IC 5", "5", "x-ignored", "é", "a.b", "..."]


@cache
def values(kind: Any) -> Values:
    """Values that an annotation takes, in all their forms."""
    if kind in FORMS:
        made: Values = FORMS[kind]()
        return made
    if kind in SCALARS:
        return SCALARS[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        marker = arguments[1]
        if isinstance(marker, Within):
            return numbers(marker.low, marker.high, whole=arguments[0] is int)
        assert isinstance(marker, Ref)
        names = st.sampled_from(NAMES[marker.kind])
        if arguments[0] is str:
            return names
        return st.dictionaries(
            names.filter(lambda name: isinstance(name, str)), values(get_args(arguments[0])[1]), max_size=2
        )
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (UnionType, Union):
        return values(arguments[0])
    if origin is tuple:
        return listed(values(arguments[0]))
    if origin is Mapping:
        return by_id(arguments[1])
    return keys(kind)


def numbers(low: float, high: float, *, whole: bool = False) -> Values:
    """Numbers between two bounds, as people write them: no whole one with a point."""
    between = st.integers(int(low), int(high)) | st.sampled_from([int(low), int(high)])
    return between if whole else between | st.integers(int(low), int(high) - 1).map(lambda one: one + 0.5)


def listed(item: Values, least: int = 0) -> Values:
    """A list, or where one is enough, its only item without the list."""
    alone = item.filter(lambda one: not isinstance(one, list)) if least < 2 else st.nothing()
    return st.lists(item, min_size=least, max_size=max(2, least)) | alone


def by_id(kind: Any) -> Values:
    """A mapping of ids to records."""
    takes_id = "id" in getattr(kind, "_fields", ()) and kind not in FORMS
    own = keys(kind, without=("id",)) if takes_id else values(kind)
    return st.dictionaries(st.sampled_from(IDS), own, max_size=2)


@st.composite
def keys(
    draw: st.DrawFn,
    /,
    kind: Any,
    without: Collection[str] = (),
    own: Mapping[str, Values] | None = None,
    always: Collection[str] = (),
) -> dict[str, Any]:
    """A mapping with the keys that a record needs, those of `own`, and a few of those that it may have, some empty."""
    mine = own or {}
    kinds = {field: note for field, note in kind.__annotations__.items() if field not in (*without, *mine)}
    needed = [field for field in kinds if field not in kind._field_defaults or field in always]
    more = [field for field in kinds if field not in needed]
    chosen = draw(st.lists(st.sampled_from(more), max_size=3, unique=True)) if more else []
    made = {field.rstrip("_"): draw(values(kinds[field])) for field in [*needed, *chosen]}
    made |= {key.rstrip("_"): draw(value) for key, value in mine.items()}
    unusual = draw(st.sampled_from(["", "", "", "", "ignored", "empty"]))
    if unusual == "ignored":
        made["x-mine"] = draw(st.sampled_from([None, 1, ["a"], {"b": {}}]))
    if unusual == "empty" and chosen:
        made[chosen[0].rstrip("_")] = None
    return made


def ranges(one: Values) -> Values:
    """One number, or two that rise."""
    return one | st.lists(one, min_size=1, max_size=2).map(sorted)


def _span() -> Values:
    years = values(model.Years)
    ends = ("from_", "to")
    return ranges(years) | keys(model.Span, ends) | keys(model.Span, ends, {"from_": years})


ENDS: Final = ("low", "high", "spans")
"""Fields for which files have the one key `share`."""


def _share() -> Values:
    percents = ranges(values(model.Percent))
    reports = listed(values(model.Report), 1)
    return percents | keys(model.Share, ENDS, {"share": percents}) | keys(model.Share, ENDS, {"reports": reports})


@st.composite
def _day(draw: st.DrawFn) -> dict[str, Any]:
    times = sorted(draw(st.lists(st.sampled_from(CLOCKS), max_size=4, unique_by=lambda time: time.zfill(5))), key=_five)
    blocks = []
    for begins, ends in zip(times[::2], [*times[1::2], "24:00"], strict=False):
        own = {"from_": st.just(begins), draw(st.sampled_from(["title", "does"])): values(str)}
        blocks.append(draw(keys(model.Block, ("to",), own | ({"to": st.just(ends)} if draw(st.booleans()) else {}))))
    return draw(keys(model.Day, (), {"blocks": st.just(blocks[0] if len(blocks) == 1 else blocks)}))


def _five(time: str) -> str:
    return time.zfill(5)


def _cells() -> Values:
    statements = values(tuple[model.Statement, ...]).filter(lambda made: not isinstance(made, dict))
    steps = st.sampled_from(["turns", "dresses"])
    rest = ("step",)
    cells = {
        "grain": st.none() | statements | keys(model.Cell, rest),
        "stones": st.none() | steps | keys(model.Cell, rest, {"step": steps}) | keys(model.Cell, rest),
    }
    return st.fixed_dictionaries({}, optional=cells)


def _band() -> Values:
    amounts = values(model.Amount)
    statistics = ("percentiles", "intervals", "range", "mean", "for_", "about")
    percentiles = st.lists(amounts, min_size=1, max_size=2).map(
        lambda rising: dict(zip(("25", "90"), sorted(rising), strict=False))
    )
    whose: list[dict[str, Values]] = [{"for_": values(Annotated[str, Ref("role")])}, {"about": values(str)}]
    said: list[dict[str, Values]] = [
        {"percentiles": percentiles},
        {
            "percentiles": percentiles,
            "intervals": st.lists(amounts, min_size=2, max_size=2).map(lambda two: {"25": sorted(two)}),
        },
        {"range": st.lists(amounts, min_size=2, max_size=2).map(sorted), "percentiles": st.just({"x-a": 1})},
        {"mean": amounts, "range": st.just([])},
    ]
    return st.one_of(*(keys(model.Band, statistics, {**one, **other}) for one in whose for other in said))


def _question() -> Values:
    answers = [keys(model.Answer, (), {"say": st.just(said)}) for said in ("Yes", "No")]
    return keys(model.Question, ("id",), {"answers": st.tuples(*answers).map(list)})


def _title_rule() -> Values:
    rest, level = ("id", "level", "discipline"), values(Annotated[str, Ref("level")])
    words = {"words": listed(st.sampled_from(["miller", "head of mills", "IV", 5]))}
    said: list[dict[str, Values]] = [
        {"says": st.just("level"), "level": level},
        {"says": st.just("grade"), "level": level},
        {"says": st.just("discipline"), "discipline": values(str)},
        {"says": st.sampled_from(["grade", "unclear", "no level", "other", "nothing", "work"])},
    ]
    return st.one_of(*(keys(model.TitleRule, rest, {**words, **one}) for one in said))


TURNS: Final = ["grinds|mills ... rye", "a (second) shift", "5", 5, "日本"]


def _cue() -> Values:
    turns, rest = listed(st.sampled_from(TURNS)), ("id", "years")
    years = st.lists(values(model.Years), min_size=2, max_size=2).map(sorted)
    phrased = keys(model.Cue, rest, {"phrases": listed(st.sampled_from(TURNS), 1), "unless": turns})
    return phrased | keys(model.Cue, ("id", "phrases"), {"years": years, "unless": turns})


def _phrase() -> Values:
    return keys(model.Phrase, ("id",), {"phrases": listed(st.sampled_from(TURNS))})


FORMS: Final[dict[Any, Any]] = {
    model.Statement: lambda: values(str) | keys(model.Statement),
    model.Level.__annotations__["expects"]: _cells,
    model.Span: _span,
    model.Share: _share,
    model.Report: lambda: keys(model.Report, ENDS, {"share": ranges(values(model.Percent))}),
    model.Day: _day,
    model.Next: lambda: keys(model.Next, (), {"years": ranges(values(model.Years)) | st.just([])}),
    model.Question: _question,
    model.Band: _band,
    model.Cue: _cue,
    model.Phrase: _phrase,
    model.TitleRule: _title_rule,
}
SCALARS: Final[dict[Any, Values]] = {
    str: st.sampled_from(TEXTS),
    int: st.integers(),
    float: st.integers(),
    bool: st.booleans(),
    Date: st.sampled_from(DATES),
    Clock: st.sampled_from(CLOCKS),
}

TABLES: Final = {kind.name: kind.record for kind in kinds.KINDS if not kind.folder}
LEVEL: Final = ("id", "level", "discipline")
PARTS: Final = [
    *("header", "role", "survey", "survey", *TABLES),
    *(field for field in model.Level._fields if field not in LEVEL),
]


@cache
def given(part: str) -> Values:
    """What is given of one part of a ladder."""
    if part == "header":
        return keys(Header, ("format", "extends"))
    if part == "role":
        return keys(model.Level, ("id",), {"level": st.just("miller")})
    if part == "survey":
        return keys(model.Survey, ("id",), {"bands": listed(values(model.Band), 1)})
    return by_id(TABLES[part]) if part in TABLES else keys(model.Level, LEVEL, always=(part,))


@st.composite
def ladders(draw: st.DrawFn) -> dict[str, Any]:
    """A ladder in one file without a mistake, of which one part has a few of its keys, in any form."""
    made = copy.deepcopy(dict(BASE))
    part = draw(st.sampled_from(PARTS))
    one = draw(given(part))
    by_key = draw(st.booleans())
    if part == "header":
        made |= {
            key: {**value, **made.get(key, {})} if isinstance(value, dict) else value for key, value in one.items()
        }
        made |= {key: value for key, value in BASE.items() if made[key] is None}
    elif part == "role":
        made["roles"] = {"wind": one} if by_key else [{"id": "wind", **one}]
    elif part == "survey":
        made["comp"] = {"guild": one} if by_key else [{"id": "guild", **one}]
    elif part in TABLES:
        made[part] = {**made.get(part, {}), **one}
    else:
        master = {"id": "master"}
        made["levels"] = {"miller": one, "master": master} if by_key else [{"id": "miller", **one}, master]
    return made


NUMBERS: Final = (-1, 0, 1, 2.5, 50, 99.5, 101, 150, 2026, 100_001, 10**13)
WORDS: Final = (
    *("", " ", "a", "5", "a/b", "satire", "base", "house", "miller"),
    *("25:00", "24:00", "9:60", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13", "2026-6"),
)
WRONG: Final[tuple[Any, ...]] = (
    *(*NUMBERS, *WORDS, None, True, [], {}, [[]], [["a"]], [None], ["a", "b", "c"], [1, 2, 3], [30, 40], [9]),
    *({"q": 1}, {"x-q": 1}, {"a": None}, {"text": "a"}, {"share": 30}, {"from": 2}, {"50": 1}, {"150": 1}),
)
KEYS: Final = (
    *("q", "x-q", "a/b", ".", " a", "text", "id", "level", "from", "to", "share", "range", "mean", "for", "about"),
    *("150", "0", "title", "step"),
)


def places(made: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in which a value stands: what it stands in, and its key or position there."""
    for key in list(made) if isinstance(made, dict) else range(len(made)) if isinstance(made, list) else ():
        yield made, key
        yield from places(made[key])


@st.composite
def mistaken(draw: st.DrawFn) -> dict[str, Any]:
    """A ladder with one place changed, which is a mistake more often than not."""
    made = copy.deepcopy(draw(ladders()))
    rich = {key: value for key, value in made.items() if value != BASE.get(key)}
    within = [place for value in rich.values() for place in places(value)] or list(places(made))
    inside, key = draw(st.sampled_from(draw(st.sampled_from([within, within, within, list(places(made))]))))
    how = draw(st.sampled_from(["replace", "replace", "replace", "delete", "rename", "add", "wrap", "double"]))
    value = inside[key]
    if how == "delete":
        del inside[key]
    elif how == "rename" and isinstance(inside, dict):
        inside[draw(st.sampled_from(KEYS))] = inside.pop(key)
    elif how == "add" and isinstance(value, dict):
        value[draw(st.sampled_from(KEYS))] = draw(st.sampled_from(WRONG))
    elif how == "wrap":
        inside[key] = [value]
    elif how == "double":
        inside[key] = [value, copy.deepcopy(value)]
    else:
        like: tuple[Any, ...] = (
            NUMBERS if isinstance(value, int | float) else WORDS if isinstance(value, str) else WRONG
        )
        inside[key] = draw(st.sampled_from(like) | st.sampled_from(WRONG))
    return made
