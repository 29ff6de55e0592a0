"""YAML nodes to the model's records, by the records' own annotations.

One function a kind of annotation: text, number, date, list, mapping, record. What FORMAT allows beyond
that (a statement that is only its text, a cell that is only a step) stands in `forms`. Nothing stops at
the first problem: each is noted with its place, and whoever asked raises them together.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from types import UnionType
from typing import Annotated, Any, Final, Literal, NoReturn, Union, get_args, get_origin

from ladder.errors import InvalidLadder, Problem, did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.model import Clock, Date, Ref, Sources, Within
from ladder.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode, place

Decode = Callable[[Node, "Context"], Any]

INTEGER: Final = re.compile(r"[-+]?[0-9]{1,18}")
NUMBER: Final = re.compile(r"[-+]?(\.[0-9]{1,18}|[0-9]{1,18}(\.[0-9]{0,18})?)([eE][-+]?[0-9]{1,2})?")
DATE: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00")

SPELL_IDS: Final = "leave out `:`, `/` and blanks at its ends"

HINTED: Final = 50
"""How many problems are given the nearest names; two thousand, each against two thousand names, take a minute."""

KINDS: Final = {
    "source": "source",
    "level": "level",
    "role": "level or role",
    "track": "track",
    "competency": "competency",
    "activity": "activity",
    "topic": "topic",
    "archetype": "archetype",
}


class Context:
    """What decoding one file needs to know, and the problems it has found."""

    def __init__(self, shown: str, known: Mapping[str, Collection[str]], problems: list[Problem]) -> None:
        self.shown = shown
        self.known = known
        self.problems = problems
        self.source: tuple[str, ...] = ()
        self.steps: Mapping[str, Collection[str]] = {}

    def wrong(self, node: Node, message: str, hint: str = "") -> None:
        """Notes a problem at a node."""
        self.problems.append(Problem(self.shown, *place(node), message, hint))

    def fail(self, node: Node, message: str, hint: str = "") -> NoReturn:
        """Notes a problem and gives up on this file: there is nothing in it to go on with."""
        self.wrong(node, message, hint)
        raise InvalidLadder(self.problems)

    def near(self, word: str, known: Iterable[str]) -> str:
        """A hint with the nearest names. Only the first problems have one: it takes a look at every name."""
        return did_you_mean(nearest(word, known)) if len(self.problems) < HINTED else ""

    def refer(self, kind: str, name: str, node: Node) -> None:
        """Notes a problem where `name` is none of the `kind` that the ladder knows."""
        known = self.known.get(kind, ())
        if name and name not in known:
            words = KINDS[kind]
            hint = self.near(name, known) or (f"known: {_some(known)}" if known else f"the ladder has no {words}")
            self.wrong(node, f"no {words} {quoted(name)}", hint)


def is_null(node: Node) -> bool:
    """Whether a key was left empty, or says null."""
    return isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null", "Null", "NULL")


def pairs(node: Node, context: Context, *, what: str) -> list[tuple[str, Node, Node]]:
    """The keys of a mapping with their nodes; a key given twice, and one that is no text, is a problem."""
    if is_null(node):
        return []
    if not isinstance(node, MappingNode) or node.tag:
        context.wrong(node, f"expected {what}, found {found(node)}")
        return []
    seen: dict[str, Node] = {}
    result: list[tuple[str, Node, Node]] = []
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or key.tag:
            context.wrong(key, f"expected a key, found {found(key)}")
        elif key.value in seen:
            line = place(seen[key.value])[0]
            context.wrong(
                key, f"the key {quoted(key.value)} is given twice", f"it stands in line {line}, too: keep one"
            )
        else:
            seen[key.value] = key
            result.append((key.value, key, value))
    return result


def items(node: Node, context: Context, *, what: str) -> list[Node]:
    """The items of a list; one item alone stands for a list of it, an empty key for an empty list."""
    if is_null(node):
        return []
    if isinstance(node, SequenceNode):
        if node.tag:
            context.wrong(node, f"expected {what}, found {found(node)}")
        return list(node.value)
    return [node]


def found(node: Node) -> str:
    """What a node is, in a user's words."""
    if node.tag:
        return f"the tag {quoted(node.tag.replace('tag:yaml.org,2002:', '!!'))}"
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    return "nothing" if is_null(node) else quoted(node.value)


def quotes(node: Node) -> bool:
    """Whether a scalar stands in quotes, or in a block, and so is text and nothing else."""
    return isinstance(node, ScalarNode) and bool(node.style)


def scalar(node: Node, context: Context, what: str) -> str | None:
    """The text of a scalar, or a problem and None."""
    if not isinstance(node, ScalarNode) or node.tag or is_null(node):
        context.wrong(node, f"expected {what}, found {found(node)}")
        return None
    return str(node.value)


def text(node: Node, context: Context) -> str | None:
    """Text. Numbers, dates and `no` are text where text is asked for."""
    value = scalar(node, context, "text")
    if value is not None and not value.strip():
        context.wrong(node, "expected text, found only blanks")
        return None
    return value.strip() if value is not None else None


def whole(node: Node, context: Context) -> int | None:
    """A whole number."""
    value = scalar(node, context, "a whole number")
    if value is None:
        return None
    if quotes(node) or not INTEGER.fullmatch(value):
        context.wrong(node, f"expected a whole number, found {quoted(value)}", _unquote(node, INTEGER))
        return None
    return int(value)


def number(node: Node, context: Context) -> float | None:
    """A number: whole where it was written so, so that 198000 stays 198000."""
    value = scalar(node, context, "a number")
    if value is None:
        return None
    if quotes(node) or not NUMBER.fullmatch(value):
        context.wrong(node, f"expected a number, found {quoted(value)}", _unquote(node, NUMBER))
        return None
    return int(value) if INTEGER.fullmatch(value) else float(value)


def boolean(node: Node, context: Context) -> bool | None:
    """True or false, as YAML 1.2 has them."""
    value = scalar(node, context, "true or false")
    if value is None:
        return None
    if quotes(node) or value.lower() not in ("true", "false"):
        context.wrong(node, f"expected true or false, found {quoted(value)}")
        return None
    return value.lower() == "true"


def date(node: Node, context: Context) -> str | None:
    """A day, month or year, kept as written."""
    value = scalar(node, context, "a date")
    if value is None:
        return None
    match = DATE.fullmatch(value)
    if not match or (match[3] and int(match[3]) > _days(int(match[1]), int(match[2]))):
        context.wrong(node, f"expected a date, found {quoted(value)}", "write 2026-06-25, 2026-06 or 2026")
        return None
    return value


def clock(node: Node, context: Context) -> int | None:
    """A time of day in minutes after midnight."""
    value = scalar(node, context, "a time of day")
    if value is None:
        return None
    if not CLOCK.fullmatch(value):
        context.wrong(node, f"expected a time of day, found {quoted(value)}", 'write "09:30"')
        return None
    hours, minutes = value.split(":")
    return int(hours) * 60 + int(minutes)


_decoders: dict[Any, Decode] = {str: text, int: whole, float: number, bool: boolean, Date: date, Clock: clock}


def form(kind: Any) -> Callable[[Decode], Decode]:
    """Registers a decoder for a record that may be written in more than one way."""

    def register(decode: Decode) -> Decode:
        _decoders[kind] = decode
        return decode

    return register


def decoder(kind: Any) -> Decode:
    """The function that decodes what an annotation says."""
    decode = _decoders.get(kind)
    if decode is None:
        decode = _decoders[kind] = _build(kind)
    return decode


class Field(Frozen):
    """A key of a record: the field that it fills, what decodes it, and what stands where it is missing."""

    name: str
    decode: Decode
    required: bool
    is_source: bool


def record(kind: Any, node: Node, context: Context, **given: Any) -> Any:
    """A mapping to a record of `kind`; `given` holds fields that come from elsewhere, such as the id.

    An unknown key is a problem, with the nearest known one; keys that begin with `x-` are passed over.
    A record without a source of its own takes its file's.
    """
    fields = _fields(kind)
    values = dict(given)
    for key, key_node, value in pairs(node, context, what="a mapping"):
        field = fields.get(key)
        if field is not None and field.name not in given:
            if not is_null(value):
                values[field.name] = field.decode(value, context)
        elif not key.startswith("x-"):
            known = [name for name, field in fields.items() if field.name not in given]
            hint = did_you_mean(nearest(key, known)) or f"known keys: {_some(known, 20)}"
            context.wrong(key_node, f"unknown key {quoted(key)}", hint)
    for key, field in fields.items():
        if field.name in values:
            continue
        if field.is_source and context.source:
            values[field.name] = context.source
        elif field.required:
            if is_null(node) or (isinstance(node, MappingNode) and not node.tag):  # else that is what is wrong
                context.wrong(node, f"the key {quoted(key)} is missing")
            values[field.name] = None
    return kind(**values)


def keyed(kind: Any, node: Node, context: Context, ref: str = "") -> dict[str, Any]:
    """A mapping of ids to records; where `ref` is given the ids must be known to the ladder."""
    decode = decoder(kind)
    takes_id = "id" in getattr(kind, "_fields", ())
    result = {}
    for key, key_node, value in pairs(node, context, what="a mapping"):
        if key.startswith("x-"):
            continue
        if ref:
            context.refer(ref, key, key_node)
        elif not valid_id(key):
            context.wrong(key_node, f"an id cannot be {quoted(key)}", SPELL_IDS)
        result[key] = record(kind, value, context, id=key) if takes_id else decode(value, context)
    return result


def valid_id(name: str) -> bool:
    """Whether text can be an id: not blank, no blanks at its ends, without `:` and `/`, no control characters."""
    return name.strip() == name != "" and not re.search(r"[:/\\\x00-\x1f\x7f]", name) and name not in (".", "..")


def _build(kind: Any) -> Decode:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(decoder(arguments[0]), arguments[0], arguments[1])
    if origin is Literal:
        return _one_of(arguments)
    if origin in (UnionType, Union):
        return decoder(next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return _many(decoder(arguments[0]), "a list")
    if origin is Mapping:
        return _mapping(arguments[0], arguments[1])
    return lambda node, context: record(kind, node, context)


def _marked(decode: Decode, kind: Any, marker: Any) -> Decode:
    if isinstance(marker, Within):

        def within(node: Node, context: Context) -> Any:
            value = decode(node, context)
            if value is not None and not marker.low <= value <= marker.high:
                context.wrong(node, f"{value:g} is not between {marker.low:g} and {marker.high:g}")
            return value

        return within
    assert isinstance(marker, Ref)
    if get_origin(kind) is Mapping:
        return lambda node, context: keyed(get_args(kind)[1], node, context, marker.kind)

    def referring(node: Node, context: Context) -> Any:
        value = decode(node, context)
        if value is not None:
            context.refer(marker.kind, value, node)
        return value

    return referring


def _one_of(words: tuple[str, ...]) -> Decode:
    def one_of(node: Node, context: Context) -> str | None:
        value = scalar(node, context, f"one of {_some(words, 20)}")
        if value is not None and value not in words:
            hint = did_you_mean(nearest(value, words)) or f"one of: {_some(words, 20)}"
            context.wrong(node, f"unknown word {quoted(value)}", hint)
        return value

    return one_of


def _many(decode: Decode, what: str) -> Decode:
    def many(node: Node, context: Context) -> tuple[Any, ...]:
        return tuple(decode(item, context) for item in items(node, context, what=what))

    return many


def _mapping(key_kind: Any, value_kind: Any) -> Decode:
    if key_kind is not int:
        return lambda node, context: keyed(value_kind, node, context)
    decode = decoder(value_kind)

    def numbered(node: Node, context: Context) -> dict[int, Any]:
        result = {}
        for key, key_node, value in pairs(node, context, what="a mapping"):
            if key.startswith("x-"):
                continue
            if not INTEGER.fullmatch(key):
                context.wrong(key_node, f"expected a whole number, found {quoted(key)}")
            elif int(key) in result:
                context.wrong(key_node, f"the key {quoted(key)} is given twice", "keep one")
            else:
                result[int(key)] = decode(value, context)
        return result

    return numbered


_field_cache: dict[Any, dict[str, Field]] = {}


def _fields(kind: Any) -> dict[str, Field]:
    """The keys of a record, in the order of its fields."""
    fields = _field_cache.get(kind)
    if fields is None:
        fields = _field_cache[kind] = {
            name.rstrip("_"): Field(name, decoder(annotation), name not in kind._field_defaults, annotation == Sources)
            for name, annotation in kind.__annotations__.items()
        }
    return fields


def _unquote(node: Node, pattern: re.Pattern[str]) -> str:
    return "write it without quotes" if quotes(node) and pattern.fullmatch(node.value) else ""


def _some(words: Collection[str], most: int = 8) -> str:
    shown = ", ".join(list(words)[:most])
    return f"{shown}, …" if len(words) > most else shown


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
