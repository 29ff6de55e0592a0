"""Ladders that say in one place what another refers to: scales of named steps, libraries, points.

A new one is a module with `fits(files)`, the files that are its, and `read(files, draft, ledger)`, named in `shapes`.
"""

from typing import Any

from ladder.importing.draft import Draft, fresh, tidy
from ladder.importing.sources.fields import below


def scaled(draft: Draft, title: str, id: str, **keys: Any) -> str:
    """Adds a competency with a scale and returns its id. It is always a new one: another's scale is another scale."""
    name = fresh(id or title, draft.competencies, "competency")
    draft.competencies[name] = {"title": tidy(title) or name, **{key: value for key, value in keys.items() if value}}
    return name


def merge(keys: dict[str, Any], more: dict[str, Any], at: str, draft: Draft) -> None:
    """Adds keys to those that are there. What is there already stays, and what says something else is left."""
    for key, value in more.items():
        if value not in ("", None) and keys.setdefault(key, value) != value:
            draft.leave(str(value), below(at, key))


__all__ = ["merge", "scaled"]
