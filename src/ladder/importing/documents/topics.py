"""Ladders written as topics of numbered levels, in YAML or in the front matter of a Markdown page.

`topics: [{name, title, content: [{level, criteria: […], exampleCriteria: [{criteria, examples: […]}]}]}]`. A topic may
skip levels, and a level that nobody mentions is never made up. Two families that both number their levels never share
one: each is a track of its own.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from ladder.importing.draft import Draft, fresh, slug, tidy
from ladder.importing.files import File, Tree

SHORT: Final = 600
"""Up to so many characters the text below the front matter is what the ladder is about."""

TOPIC: Final = frozenset({"name", "title", "content"})
CONTENT: Final = frozenset({"level", "criteria", "exampleCriteria"})
EXAMPLE: Final = frozenset({"criteria", "examples"})


def fits(files: Sequence[File]) -> list[File]:
    """Those with topics, and those that begin to have them and are not YAML: reading says where they break."""
    return [file for file in files if _has_topics(file)]


def read(files: Sequence[File], draft: Draft, *, transpose: bool = False) -> None:
    """Reads all of them into one draft. `transpose` means nothing here: what is a level is written.

    Raises InvalidLadder with the place where a file is not YAML.
    """
    for file in files:
        tree = file.tree
        if isinstance(tree, dict):
            _family(file, tree, draft, alone=len(files) == 1)
    which = "the file is" if len(files) == 1 else f"{len(files)} files are"
    draft.did.append(f"{which} read as topics: competencies with numbered levels")


def _has_topics(file: File) -> bool:
    if file.suffix == ".json":
        return False
    text = file.front[0] if file.suffix in (".md", ".markdown") else file.text
    if not re.search(r"(?m)^topics[ \t]*:", text):
        return False
    tree = file.tree_if_any
    return tree is None or (isinstance(tree, dict) and any(_levels(topic) for topic in _list(tree.get("topics"))))


def _levels(topic: Tree) -> list[str]:
    """The levels that a topic mentions."""
    content = _list(topic.get("content")) if isinstance(topic, dict) else []
    return [_text(one["level"]) for one in content if isinstance(one, dict) and _text(one.get("level"))]


def _family(file: File, tree: dict[str, Any], draft: Draft, *, alone: bool) -> None:
    """One file: its levels in the order of their numbers, and what its topics say of them."""
    title = _text(tree.get("title")) or _text(tree.get("name")) or file.stem
    if alone:
        draft.head.setdefault("title", tidy(title))
    topics = _list(tree.get("topics"))
    names = dict.fromkeys(name for topic in topics for name in _levels(topic))
    levels = {
        name: _level(name, draft, family="" if alone else file.stem, title=title)
        for name in sorted(names, key=_numeric)
    }
    taken: set[str] = set()
    for topic in topics:
        _topic(topic, levels, draft, file, taken)
    _body(file, draft, alone=alone)


def _level(name: str, draft: Draft, *, family: str, title: str) -> str:
    """A level of one family; with several families their names tell their levels apart."""
    shown = f"Level {name}" if name[:1].isdigit() else name
    if not family:
        return draft.level(shown, id=name)
    track = draft.track(title, id=family)
    rank = int(name) if re.fullmatch(r"[1-9]\d{0,3}", name) else None
    return draft.level(f"{tidy(title)}: {shown}", id=f"{family}-{name}", track=track, rank=rank)


def _topic(topic: Tree, levels: dict[str, str], draft: Draft, file: File, taken: set[str]) -> None:
    if not isinstance(topic, dict):
        draft.leave(_said(topic), file.path)
        return
    competency = _competency(_text(topic.get("name")), _text(topic.get("title")), draft, taken)
    _leave_rest(topic, TOPIC, draft, file)
    for one in _list(topic.get("content")):
        level = levels.get(_text(one.get("level"))) if isinstance(one, dict) else None
        if level is None or not isinstance(one, dict):
            draft.leave(_said(one), file.path)
            continue
        _leave_rest(one, CONTENT, draft, file)
        for said in _list(one.get("criteria")):
            draft.say(level, competency, _said(said))
        for said in _list(one.get("exampleCriteria")):
            _exemplified(said, level, competency, draft, file)


def _competency(name: str, title: str, draft: Draft, taken: set[str]) -> str:
    """The competency of a topic: another family's of that name, but never that of another topic in the same file."""
    id = slug(name)
    if id in draft.competencies and id not in taken:
        if title and draft.competencies[id]["title"] == tidy(name):
            draft.competencies[id]["title"] = tidy(title)
    else:
        id = draft.competency(title or name or "Expectations", fresh(name or title, draft.competencies, "competency"))
    taken.add(id)
    return id


def _exemplified(said: Tree, level: str, competency: str, draft: Draft, file: File) -> None:
    """A statement with its examples; several statements share them, and examples of nothing stand for themselves."""
    if not isinstance(said, dict):
        draft.say(level, competency, _said(said))
        return
    _leave_rest(said, EXAMPLE, draft, file)
    examples = [text for one in _list(said.get("examples")) if (text := _said(one).strip())]
    *first, last = [text for one in _list(said.get("criteria")) if (text := _said(one).strip())] or [""]
    for text in first:
        draft.say(level, competency, text)
    if last:
        draft.say(level, competency, last, examples=examples)
    else:
        for text in examples:
            draft.say(level, competency, text)


def _leave_rest(tree: dict[str, Any], known: frozenset[str], draft: Draft, file: File) -> None:
    """Keys that this shape does not have are kept."""
    for key, value in tree.items():
        if key not in known and _said(value).strip():
            draft.leave(f"{key}: {_said(value)}", file.path)


def _body(file: File, draft: Draft, *, alone: bool) -> None:
    """The text below the front matter."""
    if file.suffix not in (".md", ".markdown"):
        return
    body = file.front[1]
    text = body.strip()
    if alone and text and len(text) <= SHORT and not text.startswith("#") and "about" not in draft.head:
        draft.head["about"] = text
    else:
        line = body[: len(body) - len(body.lstrip())].count("\n") + 1
        draft.leave(text, f"{file.path}:{line}")


def _numeric(name: str) -> tuple[float, str]:
    return (float(name), "") if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", name) else (float("inf"), name)


def _list(tree: Tree) -> list[Any]:
    """A list; one thing alone is a list of it."""
    if isinstance(tree, list):
        return tree
    return [] if tree is None else [tree]


def _text(tree: Tree) -> str:
    return tree.strip() if isinstance(tree, str) else ""


def _said(tree: Tree) -> str:
    """All that a tree says, as text."""
    if isinstance(tree, dict):
        return "\n".join(f"{key}: {_said(value)}" for key, value in tree.items())
    if isinstance(tree, list):
        return "\n".join(_said(one) for one in tree)
    return tree or ""


__all__ = ["fits", "read"]
