"""A draft as the files of a ladder. What is written is read back by this program's own reader before anyone sees it."""

import io
from typing import Any, Final

import yaml

from ladder.importing.draft import Draft
from ladder.packaged import SCHEMA_FILE, packaged_schema

WIDTH: Final = 110
"""Where a long line is folded, in characters."""

SCHEMA_LINE: Final = "# yaml-language-server: $schema={}\n"


def schema() -> dict[str, str]:
    """The schema as a file of a ladder's folder, for editors."""
    return {SCHEMA_FILE: packaged_schema()}


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


class Plain(str):
    """Text that stood in YAML without quotes, and stands so again: what it means is said by the field that takes it."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Lists indented below their keys, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _said(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Text of several lines as a block, where YAML can; anything else as YAML likes it."""
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _plain(dumper: yaml.SafeDumper, text: Plain) -> yaml.ScalarNode:
    tag = dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag, str(text))


_Dumper.add_representer(str, _said)
_Dumper.add_representer(Plain, _plain)


def text(value: Any, schema: str) -> str:
    """A value as YAML, with the line by which editors find the schema."""
    paper = io.StringIO()
    paper.write(SCHEMA_LINE.format(schema))
    yaml.dump(value, paper, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return paper.getvalue()
