"""YAML nodes to the model's records, by the records' own annotations.

One function a kind of annotation: list, mapping, record, reference; `scalars` has text, numbers and dates.
What the format allows beyond that (a statement that is only its text, a cell that is only a step) stands in
`forms`. Nothing stops at the first problem: each is noted with its place, and whoever asked raises them together.
"""

from collections.abc import Callable, Collection, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from ladder.errors import did_you_mean, nearest, quoted
from ladder.frozen import Frozen
from ladder.model import Clock, Date, Ref, Sources, Within
from ladder.reading.context import SPELL_IDS, Context, is_null, items, pairs, scalar, some, valid_id
from ladder.reading.nodes import MappingNode, Node
from ladder.reading.scalars import INTEGER, boolean, clock, date, number, text, whole

Decode = Callable[[Node, Context], Any]
Kind = TypeVar("Kind")

_decoders: dict[object, Decode] = {str: text, int: whole, float: number, bool: boolean, Date: date, Clock: clock}


def form(kind: object) -> Callable[[Decode], Decode]:
    """Registers a decoder for a record that may be written in more than one way."""

    def register(decode: Decode) -> Decode:
        _decoders[kind] = decode
        return decode

    return register


def decoder(kind: object) -> Decode:
    """The function that decodes what an annotation says."""
    decode = _decoders.get(kind)
    if decode is None:
        decode = _decoders[kind] = _build(kind)
    return decode


def rule(kind: type[Kind]) -> Callable[[Callable[[Kind, Node, Context], None]], Callable[[Kind, Node, Context], None]]:
    """Registers what must hold of a record besides; it is asked where nothing else is wrong with the record."""

    def register(check: Callable[[Kind, Node, Context], None]) -> Callable[[Kind, Node, Context], None]:
        def decode(node: Node, context: Context) -> Kind:
            before = len(context.problems)
            given = record(kind, node, context)
            if len(context.problems) == before:
                check(given, node, context)
            return given

        _decoders[kind] = decode
        return check

    return register


class Field(Frozen):
    """A key of a record: the field that it fills, what decodes it, and what stands where it is missing."""

    name: str
    decode: Decode
    required: bool
    is_source: bool


def record(kind: type[Kind], node: Node, context: Context, *, elsewhere: Collection[str] = (), **given: Any) -> Kind:
    """A mapping to a record of `kind`; `given` holds fields that come from elsewhere, such as the id.

    Keys `elsewhere` may stand there, too, and are read by whoever asks for them.
    An unknown key is a problem, with the nearest known one; keys that begin with `x-` are passed over.
    A record without a source of its own takes that of what it stands in, in the end its file's.
    """
    fields = _fields(kind)
    values = dict(given)
    outer, inside = context.source, pairs(node, context, what="a mapping")
    for key, _, value in inside:
        field = fields.get(key)
        if field is not None and field.is_source and field.name not in given and not is_null(value):
            context.source = values[field.name] = field.decode(value, context)
    for key, key_node, value in inside:
        field = fields.get(key)
        if field is not None and field.is_source and field.name not in given:
            continue
        if field is not None and field.name not in given:
            if not is_null(value):
                values[field.name] = field.decode(value, context)
        elif key not in elsewhere and not key.startswith("x-"):
            known = [*(name for name, field in fields.items() if field.name not in given), *elsewhere]
            hint = did_you_mean(nearest(key, known)) or f"known keys: {some(known, 20)}"
            context.wrong(key_node, "unknown-key", f"unknown key {quoted(key)}", hint)
    for key, field in fields.items():
        if field.name in values:
            continue
        if field.is_source and context.source:
            values[field.name] = context.source
        elif field.required:
            if is_null(node) or (isinstance(node, MappingNode) and not node.tag):  # else that is what is wrong
                context.wrong(node, "missing-key", f"the key {quoted(key)} is missing")
            values[field.name] = None
    context.source = outer
    return kind(**values)


def keyed(kind: Any, node: Node, context: Context, ref: str = "") -> dict[str, object]:
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
            context.wrong(key_node, "bad-id", f"an id cannot be {quoted(key)}", SPELL_IDS)
        result[key] = record(kind, value, context, id=key) if takes_id else decode(value, context)
    return result


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


def _marked(decode: Decode, kind: object, marker: object) -> Decode:
    if isinstance(marker, Within):

        def within(node: Node, context: Context) -> object:
            value = decode(node, context)
            if value is not None and not marker.low <= value <= marker.high:
                context.wrong(node, "value", f"{value:g} is not between {marker.low:g} and {marker.high:g}")
            return value

        return within
    assert isinstance(marker, Ref)
    if get_origin(kind) is Mapping:
        return lambda node, context: keyed(get_args(kind)[1], node, context, marker.kind)

    def referring(node: Node, context: Context) -> object:
        value = decode(node, context)
        if value is not None:
            context.refer(marker.kind, value, node)
        return value

    return referring


def _one_of(words: tuple[str, ...]) -> Decode:
    def one_of(node: Node, context: Context) -> str | None:
        value = scalar(node, context, f"one of {some(words, 20)}")
        if value is not None and value not in words:
            hint = did_you_mean(nearest(value, words)) or f"one of: {some(words, 20)}"
            context.wrong(node, "unknown-word", f"unknown word {quoted(value)}", hint)
        return value

    return one_of


def _many(decode: Decode, what: str) -> Decode:
    def many(node: Node, context: Context) -> tuple[object, ...]:
        return tuple(decode(item, context) for item in items(node, context, what=what))

    return many


def _mapping(key_kind: object, value_kind: object) -> Decode:
    if key_kind is not int:
        return lambda node, context: keyed(value_kind, node, context)
    decode = decoder(value_kind)

    def numbered(node: Node, context: Context) -> dict[int, object]:
        result = {}
        for key, key_node, value in pairs(node, context, what="a mapping"):
            if key.startswith("x-"):
                continue
            if not INTEGER.fullmatch(key):
                context.wrong(key_node, "type", f"expected a whole number, found {quoted(key)}")
            elif int(key) in result:
                context.wrong(key_node, "duplicate-key", f"the key {quoted(key)} is given twice", "keep one")
            else:
                result[int(key)] = decode(value, context)
        return result

    return numbered


_field_cache: dict[object, dict[str, Field]] = {}


def _fields(kind: Any) -> dict[str, Field]:
    """The keys of a record, in the order of its fields."""
    fields = _field_cache.get(kind)
    if fields is None:
        fields = _field_cache[kind] = {
            name.rstrip("_"): Field(name, decoder(annotation), name not in kind._field_defaults, annotation == Sources)
            for name, annotation in kind.__annotations__.items()
        }
    return fields
