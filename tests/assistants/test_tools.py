"""Tools are made from signatures and docstrings, and take nothing that could be a path."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pytest

from ladder.assistants import parameters
from ladder.assistants.tools import TOOLS, tools
from ladder.cli.commands import COMMANDS
from ladder.errors import LadderError
from ladder.opening import Where

SUMMARIES = {name: entry.summary for name, entry in COMMANDS.items()}


def question(
    role: str,
    *others: str,
    ladder: Where = None,
    hours: float | None = None,
    kind: Literal["a", "b"] | None = None,
    only: Sequence[str] = (),
    match: Mapping[str, str] | None = None,
    limit: int = 20,
    log: str | None = None,
    file: str | os.PathLike[str] | None = None,
    today: str | None = None,
) -> None:
    """What it answers. It says more of it, e.g. this.

    `role` is where it starts. `hours` and `limit` are numbers; `kind` is a letter.

    Raises `LadderError`.
    """


def test_a_signature_becomes_a_schema() -> None:
    made = parameters.schema(question, ["mill", "industry"])
    assert made["required"] == ["role"]
    assert made["additionalProperties"] is False
    both = "`hours` and `limit` are numbers; `kind` is a letter."
    texts = {"type": "array", "items": {"type": "string"}}
    assert made["properties"] == {
        "role": {"type": "string", "description": "`role` is where it starts."},
        "others": texts,
        "ladder": {
            "type": "string",
            "enum": ["mill", "industry"],
            "description": "The ladder that is asked; without it, mill.",
        },
        "hours": {"type": "number", "description": both},
        "kind": {"type": "string", "enum": ["a", "b"], "description": both},
        "only": texts,
        "match": {"type": "object", "additionalProperties": {"type": "string"}},
        "limit": {"type": "integer", "description": both, "default": 20},
    }
    assert parameters.about(question) == ["What it answers.", "It says more of it, e.g. this."]


def test_what_could_be_a_path_is_no_parameter_of_any_tool() -> None:
    for one in tools(["mill"], SUMMARIES, "log.md"):
        assert not {"log", "logs", "path", "file", "files", "today"} & set(one.schema["properties"]), one.name


def test_every_question_of_the_list_is_a_tool_once_it_can_be_asked() -> None:
    import ladder

    names = [one.name for one in tools(["mill"], SUMMARIES)]
    assert names == [name for name in TOOLS if hasattr(ladder, name) or name == "show"]
    assert set(TOOLS) - set(names) <= {"autopsy"}
    assert [one.name for one in tools(["mill"], SUMMARIES, "log.md")][-2:] == ["gap", "plan"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "the argument 'role' is missing"),
        ({"role": 1}, "'role' is not a text"),
        ({"role": "a", "log": "x"}, "no argument 'log'"),
        ({"role": "a", "file": "x"}, "no argument 'file'"),
        ({"role": "a", "kind": "c"}, "no kind 'c'"),
        ({"role": "a", "ladder": "git:HEAD:x"}, "no ladder 'git:HEAD:x'"),
        ({"role": "a", "match": {"a": 1}}, "'match' is not an object of texts"),
        ({"role": "a", "limit": 2.5}, "'limit' is not a whole number"),
        ({"role": "a", "only": None}, "'only' is not a list of texts"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(LadderError) as refused:
        parameters.check(arguments, parameters.schema(question, ["mill"]))
    assert refused.value.message == message
    assert refused.value.hint


def test_arguments_go_by_place_where_any_number_is_taken() -> None:
    def ask(*roles: str, ladder: Where = None) -> None:
        """Asks."""

    def check(*ladders: str, strict: bool = False) -> None:
        """Checks."""

    assert parameters.called_with(ask, {"roles": ["a", "b"], "ladder": "m"}) == (["a", "b"], {"ladder": "m"})
    assert parameters.called_with(check, {"ladder": "m", "strict": True}) == (["m"], {"strict": True})
