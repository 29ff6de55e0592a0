"""A draft as the files of a ladder. What is written is read back by this program's own reader before anyone sees it."""

from typing import Any

from ladder.importing.draft import Draft
from ladder.packaged import SCHEMA_FILE
from ladder.writing.yaml_text import text


def folder(draft: Draft) -> dict[str, str]:
    """The texts of a ladder's files by their paths in its folder; levels and roles have one each."""
    head = _head(draft) | {"levels": list(draft.levels)}
    files = {"ladder.yaml": text({**head, **_rest(draft)}, SCHEMA_FILE)}
    for where, of in (("levels", draft.levels), ("roles", draft.roles)):
        for name, keys in of.items():
            files[f"{where}/{name}.yaml"] = text(_level(draft, keys), f"../{SCHEMA_FILE}")
    return files


def single(draft: Draft) -> str:
    """The whole ladder in one text."""
    head = _head(draft) | {"levels": [{"id": name, **_level(draft, keys)} for name, keys in draft.levels.items()]}
    if draft.roles:
        head["roles"] = [{"id": name, **_level(draft, keys)} for name, keys in draft.roles.items()]
    return text({**head, **_rest(draft)}, SCHEMA_FILE)


def _head(draft: Draft) -> dict[str, Any]:
    head: dict[str, Any] = {"format": 1, **draft.head}
    if draft.tracks:
        head["tracks"] = draft.tracks
    if draft.competencies:
        head["competencies"] = draft.competencies
    return head


def _rest(draft: Draft) -> dict[str, Any]:
    """What could not be placed comes last."""
    left = [{"at": one.at, **({"under": one.under} if one.under else {}), "text": one.text} for one in draft.unplaced]
    return {"x-unplaced": left} if left else {}


def _level(draft: Draft, keys: dict[str, Any]) -> dict[str, Any]:
    """A level with its cells in the shortest form that says the same, in the order of the competencies."""
    cells = keys.get("expects", {})
    short = {
        name: _cell(cells[name], scaled="steps" in draft.competencies[name])
        for name in draft.competencies
        if name in cells
    }
    return {key: value for key, value in keys.items() if key != "expects"} | ({"expects": short} if short else {})


def _cell(cell: dict[str, Any], *, scaled: bool) -> Any:
    if set(cell) == {"statements"}:
        return cell["statements"]
    if set(cell) == {"step"} and scaled:
        return cell["step"]
    return cell
