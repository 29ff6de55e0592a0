"""The parameters of a question as JSON Schema, made from its signature and docstring, and arguments held against them.

A parameter that could be a path is never offered. The sentences of a docstring that name a parameter describe it.
"""

import inspect
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, get_args, get_origin

from ladder.errors import LadderError, did_you_mean, listed, nearest, quoted

Schema = dict[str, Any]

WITHHELD: Final = ("today", "log", "logs")
"""What no request decides: the clock, and which log is read."""

_PLAIN: Final[Mapping[Any, str]] = {str: "string", bool: "boolean", int: "integer", float: "number"}
_CALLED: Final = {
    "string": "a text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list of texts",
    "object": "an object of texts",
}


def schema(ask: Callable[..., Any], ladders: Sequence[str]) -> Schema:
    """The arguments that a question takes. `ladders` are the names of those that may be asked, the usual one first."""
    said = _described(inspect.getdoc(ask) or "")
    properties: dict[str, Schema] = {}
    required = []
    for name, one in inspect.signature(ask).parameters.items():
        if name in ("ladder", "ladders"):
            usual = f"The ladder that is asked; without it, {ladders[0]}."
            properties["ladder"] = {"type": "string", "enum": list(ladders), "description": usual}
        elif name not in WITHHELD and (found := _type(one)):
            properties[name] = found | ({"description": said[name]} if name in said else {})
            if one.default not in (inspect.Parameter.empty, None, "", (), False):
                properties[name]["default"] = one.default
            if one.default is inspect.Parameter.empty and one.kind is not inspect.Parameter.VAR_POSITIONAL:
                required.append(name)
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return made | ({"required": required} if required else {})


def about(ask: Callable[..., Any]) -> list[str]:
    """What a question answers: the sentences of its docstring that name no parameter, but for what it raises."""
    return [text for text in _sentences(inspect.getdoc(ask) or "") if not _named(text, ask)]


def called_with(ask: Callable[..., Any], arguments: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Checked arguments as a function takes them: by place where it takes any number, else by name."""
    by_place: list[Any] = []
    by_name = dict(arguments)
    for name, one in inspect.signature(ask).parameters.items():
        if one.kind is inspect.Parameter.VAR_POSITIONAL:
            own = "ladder" if name == "ladders" else name
            found = by_name.pop(own, [])
            by_place += found if isinstance(found, list) else [found]
    return by_place, by_name


def check(arguments: Mapping[str, Any], known: Schema) -> None:
    """Holds arguments against a schema.

    Raises LadderError for the first that does not fit, with what does.
    """
    properties: dict[str, Schema] = known["properties"]
    for name, value in arguments.items():
        if name not in properties:
            hint = did_you_mean(nearest(name, properties)) or f"known: {listed(properties)}"
            raise LadderError(f"no argument {quoted(name)}", hint)
        _check(name, value, properties[name])
    for name in known.get("required", ()):
        if name not in arguments:
            raise LadderError(f"the argument {quoted(name)} is missing", properties[name].get("description", ""))


def _check(name: str, value: Any, wanted: Schema) -> None:
    kind = wanted["type"]
    if not _fits(value, kind):
        raise LadderError(f"{quoted(name)} is not {_CALLED[kind]}", f"give {_CALLED[kind]}")
    if "enum" in wanted and value not in wanted["enum"]:
        near = did_you_mean(nearest(value, wanted["enum"]))
        raise LadderError(f"no {name} {quoted(value)}", near or f"one of {', '.join(wanted['enum'])}")


def _fits(value: Any, kind: str) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        case "array":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _type(one: inspect.Parameter) -> Schema | None:
    """The schema of one parameter; None for a type that no request may give, such as a path."""
    if one.kind is inspect.Parameter.VAR_POSITIONAL:
        return {"type": "array", "items": {"type": "string"}} if one.annotation is str else None
    choices = [given for given in get_args(one.annotation) if given is not type(None)]
    annotation = choices[0] if type(None) in get_args(one.annotation) and len(choices) == 1 else one.annotation
    origin = get_origin(annotation)
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation]}
    if origin is Literal:
        return {"type": "string", "enum": list(get_args(annotation))}
    if origin in (Sequence, list, tuple) and get_args(annotation)[0] is str:
        return {"type": "array", "items": {"type": "string"}}
    if origin in (Mapping, dict) and get_args(annotation) == (str, str):
        return {"type": "object", "additionalProperties": {"type": "string"}}
    return None


def _described(text: str) -> dict[str, str]:
    """The sentences that name each word in backticks."""
    found: dict[str, list[str]] = {}
    for sentence in _sentences(text):
        for name in dict.fromkeys(re.findall(r"`(\w+)`", sentence)):
            found.setdefault(name, []).append(sentence)
    return {name: " ".join(sentences) for name, sentences in found.items()}


def _named(sentence: str, ask: Callable[..., Any]) -> bool:
    return bool(set(re.findall(r"`(\w+)`", sentence)) & set(inspect.signature(ask).parameters))


def _sentences(text: str) -> list[str]:
    kept = [part for part in text.split("\n\n") if not part.startswith("Raises ")]
    return [one for part in kept for one in re.split(r"(?<=\.)\s+(?=[A-Z`])", " ".join(part.split())) if one]
