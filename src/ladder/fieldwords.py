"""What the fields of a record are for, in words: the text that stands under each of them in its source.

Python drops such text when it compiles a module, so that it costs a start nothing. It is read from the source where the
schema and the tables of FORMAT.md are renewed, and nowhere else.
"""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

from ladder.model import Everywhere


def words(kind: Any) -> Mapping[str, str]:
    """The words of a record's keys: a field's own, else those that a field of this name has everywhere.

    Raises LookupError where a field has none.
    """
    own, usual = _under_fields(kind), everywhere()
    found = {}
    for field in kind._fields:
        key = field.rstrip("_")
        if field not in own and field not in usual and field not in _WITHOUT:
            raise LookupError(f"{kind.__name__}.{field} has no words: write some under it in {kind.__module__}")
        found[key] = own.get(field) or usual.get(field, "")
    return found


def everywhere() -> Mapping[str, str]:
    """The words of keys that mean the same wherever they stand."""
    return _under_fields(Everywhere)


def summary(kind: Any) -> str:
    """The first paragraph of a record's docstring, with its fields' names as keys."""
    first, _, _ = inspect.cleandoc(kind.__doc__).partition("\n\n")
    return " ".join(first.replace("_`", "`").split())


_WITHOUT = ("low", "high", "spans")
"""Fields that one key fills, `share`."""


def _under_fields(kind: type) -> Mapping[str, str]:
    return _of_module(kind.__module__).get(kind.__name__, {})


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """The texts under the fields of every class of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {one.name: _of_class(one) for one in ast.walk(tree) if isinstance(one, ast.ClassDef)}


def _of_class(made: ast.ClassDef) -> Mapping[str, str]:
    found = {}
    for field, text in zip(made.body, made.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and _is_text(text):
            found[field.target.id] = " ".join(ast.literal_eval(text.value).split())  # type: ignore[attr-defined]
    return found


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


__all__ = ["everywhere", "summary", "words"]
