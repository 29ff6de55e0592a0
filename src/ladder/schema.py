"""The ladder format as a JSON Schema, by which editors complete keys, show help and underline mistakes as one types.

It is made of the records and annotations by which `reading` decodes files, so that a key is the same in both. What
may be written in more than one way, and rules that span several keys, stand here once more, as they do in
`reading.forms`. What no schema can see is left to the decoder: names that stand for nothing, ids given twice, ranges
that fall, blocks that overlap. A schema may never refuse what the decoder takes.

`python -m ladder.schema` renews the packaged copy, which is what `ladder schema` prints.
"""

import json
import re
from collections.abc import Callable, Collection, Mapping
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from ladder import fieldwords, model
from ladder.model import Amount, Clock, Date, Level, Percent, Sources, Within, Years
from ladder.packaged import SCHEMA_PATH
from ladder.reading import kinds
from ladder.reading.header import FORMAT, Header
from ladder.reading.kinds import LEVELS, Kind
from ladder.reading.scalars import CLOCK

Schema = dict[str, Any]

IGNORED: Final = "^x-"
PERCENTILE: Final = "^[+]?0*[1-9][0-9]?$"
_MONTH: Final = "0[1-9]|1[0-2]"
_DAY: Final = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
_LEAP_DAY: Final = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"

NULL: Final[Schema] = {"type": "null"}
PLAIN: Final = ("string", "number", "boolean", "null")
TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""Where text is asked for, numbers and truth values are text, too: a version 2026.11, a level 1."""
ID: Final[Schema] = {
    "type": ["string", "number", "boolean"],
    "pattern": r"^[^\s:/\\\x00-\x1f\x7f]([^:/\\\x00-\x1f\x7f]*[^\s:/\\\x00-\x1f\x7f])?$",
    "not": {"enum": [".", ".."]},
}
DATE: Final[Schema] = {
    "type": ["string", "integer"],
    "pattern": f"^([0-9]{{4}}(-({_MONTH}|{_DAY}))?|{_LEAP_DAY})$",
    "minimum": 1000,
    "maximum": 9999,
}
"""A year alone is a number in YAML."""
TIME: Final[Schema] = {"type": "string", "pattern": f"^({CLOCK})$"}
BEGINNING: Final[Schema] = {"type": "string", "pattern": f"^({CLOCK.removesuffix('|24:00')})$"}

SCALARS: Final[dict[Any, Schema]] = {
    str: TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Date: DATE,
    Clock: TIME,
}


def schema() -> Schema:
    """The schema of every file of a ladder; which one a file is it sees by the file's keys."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "career ladder",
        "description": f"Any file of a ladder, format {FORMAT}.",
        "type": "object",
        **_by_its_keys(),
        "definitions": dict(sorted(_Making().everything().items())),
    }


def written() -> str:
    """The schema as its packaged copy has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


class _Making:
    """Annotations to schemas. That of a record stands in `definitions` and is referred to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {"id": ID, "key": _any({"pattern": IGNORED}, _ref("id"))}

    def everything(self) -> dict[str, Schema]:
        """The definitions of all files and of all that stands in them."""
        own = {"id": _described(_ref("id"), fieldwords.everywhere()["id"])}
        keys = {"format": _described({"enum": [FORMAT, str(FORMAT)]}, fieldwords.words(Header)["format"])}
        for kind in kinds.KINDS:
            if kind.folder:
                without = ("id", "level", "discipline") if kind is LEVELS else ("id",)
                value = _inline(self.record(kind.record, kind.one, without=without, more=own, about=kind.what))
            else:
                about = {"title": kind.file, "description": kind.about}
                self.definitions[kind.name] = about | self._mapping(str, kind.record)
                value = _or_null(_ref(kind.name))
            keys[kind.name] = _described(value, kind.about)
        self.record(Header, "ladder", without=keys, more=keys)
        return self.definitions

    def of(self, kind: object) -> Schema:
        """What an annotation says: the counterpart of `reading.decoder.decoder`."""
        if kind in SCALARS:
            return SCALARS[kind]
        if kind == Level.__annotations__["expects"]:
            return _keyed(_or_null(_any(TEXT, _list(self.of(model.Statement)), self.of(model.Cell))))
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return {**self.of(arguments[0]), **_limits(arguments[1])}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (UnionType, Union):
            return self.of(next(argument for argument in arguments if argument is not type(None)))
        if origin is tuple:
            return _some(self.of(arguments[0]))
        if origin is Mapping:
            return self._mapping(*arguments)
        if kind in (model.Share, model.Report):
            share = {"share": _described(_or_null(_any(*_one_or_two(Percent))), fieldwords.everywhere()["share"])}
            return self.record(kind, without=("low", "high", "spans"), more=share)
        return self.record(kind)

    def _mapping(self, key_kind: Any, kind: Any) -> Schema:
        """Values by percentile or by id. An id alone is enough where its record needs no key or it has a list."""
        if key_kind is int:
            return {**_object({}), "patternProperties": {IGNORED: True, PERCENTILE: self.of(kind)}}
        if "id" not in getattr(kind, "_fields", ()):
            return _keyed(_or_null(self.of(kind)) if get_origin(kind) is tuple else self.of(kind))
        value = self.record(kind, without=("id",))
        return _keyed(value if set(kind._fields) - {"id", *kind._field_defaults} else _or_null(value))

    def record(
        self,
        kind: Any,
        name: str = "",
        *,
        without: Collection[str] = (),
        more: Mapping[str, Schema] | None = None,
        about: str = "",
    ) -> Schema:
        """A reference to a record's definition: its fields as keys, but for those `without`, after `more` keys."""
        name = name or re.sub("(?<!^)(?=[A-Z])", "-", kind.__name__).lower()
        if name not in self.definitions:
            properties, required, words = dict(more or {}), [], fieldwords.words(kind)
            for field, annotation in kind.__annotations__.items():
                key, value = field.rstrip("_"), self.of(annotation) if field not in without else None
                if value is None:
                    continue
                if field in kind._field_defaults or annotation == Sources:  # the ladder's own source may stand for it
                    value = _or_null(value)
                else:
                    required.append(key)
                properties[key] = _described(value, words[key])
            made = _object(properties, required)
            head = {"title": name.replace("-", " "), "description": about or fieldwords.summary(kind)}
            self.definitions[name] = head | (FORMS[kind](made) if kind in FORMS else made)
        return _ref(name)


# -- what may be written in more than one way, and rules that span several keys; see `reading.forms`


def _share(made: Schema) -> Schema:
    reports = {**_has("reports"), "properties": {"reports": {"type": ["array", "object"], "minItems": 1}}}
    return _any(*_one_or_two(Percent), {**made, "anyOf": [_has("share"), reports]})


def _block(made: Schema) -> Schema:
    says = [_has(key) for key in ("title", "activity", "does")]
    return {**_but(made, **{"from": BEGINNING}), "anyOf": says}


def _band(made: Schema) -> Schema:
    amounts = {**_list(_number(Amount), most=2), "anyOf": [{"maxItems": 0}, {"minItems": 2}]}
    percentiles = {"type": "object", "not": {"propertyNames": {"pattern": IGNORED}}}
    statistics = [
        {**_has("percentiles"), "properties": {"percentiles": percentiles}},
        {**_has("range"), "properties": {"range": {"type": "array", "minItems": 1}}},
        _has("mean"),
    ]
    rules = [{"oneOf": statistics}, {"oneOf": [_has("for"), _has("about")]}]
    return {**_but(made, range=_any(amounts, NULL)), "allOf": rules}


def _ladder(made: Schema) -> Schema:
    """Every role names its level, unless it may be one of a ladder that is extended."""
    named = _has("level")
    roles = {"items": named, "patternProperties": {IGNORED: True}, "additionalProperties": named}
    return {**made, "required": ["format"], "if": _has("extends"), "else": {"properties": {"roles": roles}}}


FORMS: Final[dict[Any, Callable[[Schema], Schema]]] = {
    model.Statement: lambda made: _any(TEXT, made),
    model.Share: _share,
    model.Report: lambda made: {**made, "allOf": [_has("share")]},
    model.Span: lambda made: _any(*_one_or_two(Years), made),
    model.Next: lambda made: _but(made, years={"anyOf": [*_one_or_two(Years, least=0), NULL]}),
    model.Block: _block,
    model.Question: lambda made: _but(made, answers=_list(_ref("answer"), least=2)),
    model.Band: _band,
    Header: _ladder,
}


# -- which file it is


def _by_its_keys() -> Schema:
    """The definition that holds for a file; a level's where no key says that it is anything else."""
    head = _any(_typed("format", *PLAIN), _typed("levels", "array"))
    files = {"ladder": head, **{kind.one: _signed(kind) for kind in kinds.KINDS if kind.folder and kind.signs}}
    tables = [kind for kind in kinds.KINDS if not kind.folder]
    files |= {kind.name: _signed_table(kind) for kind in sorted(tables, key=lambda kind: not kind.signs)}
    chosen = _ref(LEVELS.one)
    for name, condition in reversed(files.items()):
        chosen = {"if": condition, "then": _ref(name), "else": chosen}
    return chosen


def _signed(kind: Kind) -> Schema:
    """Whether one of the keys stands there by which a file of this kind is known, with a value of the right type."""
    return _any(*(_typed(key, *_types(kind.record.__annotations__[key])) for key in kind.signs))


def _signed_table(kind: Kind) -> Schema:
    """The same of a table, in one of its values; a table that no key of a level looks like, if it is known by none."""
    of_level: Schema = {"anyOf": [{"pattern": IGNORED}, {"enum": [name.rstrip("_") for name in Level._fields]}]}
    table: Schema = {
        "patternProperties": {IGNORED: True},
        "additionalProperties": {"type": ["object", "null"]},
        "not": {"propertyNames": of_level},
    }
    if not kind.signs:
        return table
    value = {"type": "object", **_signed(kind)}
    return {**table, "allOf": [{"not": {"additionalProperties": {"not": value}}}]}


def _types(annotation: object) -> tuple[str, ...]:
    """The types of JSON that a value may have for a file to be taken for one in which it stands."""
    inner = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if get_origin(inner) is Mapping:
        return ("object",)
    if get_origin(inner) is tuple:
        return ("array",) if hasattr(get_args(inner)[0], "_fields") else ("array", *PLAIN)
    return PLAIN


def _typed(key: str, *types: str) -> Schema:
    return {"required": [key], "properties": {key: {"type": list(types)}}}


# -- pieces


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _any(*choices: Schema) -> Schema:
    return {"anyOf": list(choices)}


def _some(item: Schema) -> Schema:
    """A list; one item alone stands for a list of it."""
    return _any(item, _list(item))


def _list(item: Schema, *, least: int = 0, most: int = 0) -> Schema:
    limits = {"minItems": least} if least else {}
    return {"type": "array", "items": item, **limits, **({"maxItems": most} if most else {})}


def _one_or_two(kind: object, *, least: int = 1) -> tuple[Schema, Schema]:
    """A number, or a range."""
    return _number(kind), _list(_number(kind), least=least, most=2)


def _number(kind: object) -> Schema:
    inner, marker = get_args(kind)
    return {**SCALARS[inner], **_limits(marker)}


def _limits(marker: object) -> Schema:
    return {"minimum": marker.low, "maximum": marker.high} if isinstance(marker, Within) else {}


def _object(properties: Schema, required: Collection[str] = ()) -> Schema:
    needs = {"required": list(required)} if required else {}
    ignored = {"patternProperties": {IGNORED: True}, "additionalProperties": False}
    return {"type": "object", "properties": properties, **needs, **ignored}


def _keyed(value: Schema) -> Schema:
    """A mapping of ids to values."""
    ignored = {"patternProperties": {IGNORED: True}, "additionalProperties": value}
    return {"type": "object", **ignored, "propertyNames": _ref("key")}


def _inline(ref: Schema) -> Schema:
    """What may stand in ladder.yaml: ids of files, or the content itself with its id, listed or by id."""
    one = _any(_ref("id"), {"allOf": [ref, {"required": ["id"]}]})
    return _any(_list(one), _keyed(ref), _ref("id"), NULL)


def _but(made: Schema, **properties: Schema) -> Schema:
    """The same with other values under some keys, of which the help stays."""
    help = {key: {"description": made["properties"][key]["description"]} for key in properties}
    changed = {key: help[key] | value for key, value in properties.items()}
    return {**made, "properties": {**made["properties"], **changed}}


def _has(key: str) -> Schema:
    """The key stands there, and is not left empty."""
    return {"required": [key], "properties": {key: {"not": NULL}}}


def _or_null(value: Schema) -> Schema:
    """A key that is left empty is one that is absent."""
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    if "anyOf" in value and "type" not in value:
        return {**value, "anyOf": [*value["anyOf"], NULL]}
    if "type" in value:
        types = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*types, "null"]}
    return _any(value, NULL)


def _described(value: Schema, words: str) -> Schema:
    """The value with help for its key. Beside a reference nothing counts, so it is put one deeper."""
    return {"description": words} | ({"allOf": [value]} if "$ref" in value else value)


if __name__ == "__main__":
    with open(SCHEMA_PATH, "w", encoding="utf-8", newline="\n") as file:
        file.write(written())
