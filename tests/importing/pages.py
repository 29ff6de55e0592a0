"""Pages of Markdown without a disk, and what a draft says in a form that is easy to compare."""

from typing import Any

from ladder.importing.draft import Draft
from ladder.importing.files import File


def page(text: str, name: str = "ladder.md") -> File:
    """A file that holds this text."""
    file = File(name)
    file.__dict__["text"] = text
    return file


def cells(draft: Draft) -> dict[str, dict[str, list[Any]]]:
    """What each level expects, by the titles of levels and competencies."""
    return {
        level["title"]: {
            draft.competencies[name]["title"]: cell.get("statements", [])
            for name, cell in level.get("expects", {}).items()
        }
        for level in draft.levels.values()
    }


def everything(draft: Draft) -> str:
    """All words of a draft, placed and unplaced, on one line."""
    kept: list[Any] = [draft.head, draft.competencies, draft.tracks, draft.levels]
    kept += [f"{one.under} {one.text}" for one in draft.unplaced]
    return " ".join(_texts(kept))


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [str(value)]
