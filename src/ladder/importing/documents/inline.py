"""What a line of Markdown says and where it leads, without its signs."""

import re
from typing import TYPE_CHECKING, Final

from ladder.importing.documents.sections import bold_label
from ladder.importing.draft import tidy

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode as Node

LINK: Final = re.compile(r"\[[^\[\]]+\]\(([^()]+)\)")
"""A link alone, also one to a name with blanks, which is none to Markdown."""


def words(inline: "Node") -> str:
    """The text of a heading without its links, emphasis, pictures and HTML."""
    if inline.type in ("softbreak", "hardbreak"):
        return " "
    if inline.type in ("text", "code_inline"):
        return inline.content
    return "" if inline.type == "image" else "".join(words(child) for child in inline.children)


def pictures(inline: "Node") -> bool:
    """Whether nothing is said but pictures and HTML."""
    return not words(inline).strip()


def last_label(inline: "Node") -> str:
    """The last line of several, if it is a label in bold and those before it are not."""
    *before, last = inline.content.split("\n")
    if not before or all(bold_label(line.strip()) for line in before):
        return ""
    parted = bold_label(last.strip())
    return last.strip() if parted and not parted[1] and not re.search(r"[.;,!]$", parted[0]) else ""


def target(inline: "Node") -> str:
    """Where text leads that is one link and nothing else."""
    if written := LINK.fullmatch(re.sub(r"<[^<>]*>", "", inline.content).strip()):
        return written[1]
    links = [node for node in inline.walk() if node.type == "link"]
    if len(links) != 1:
        return ""
    inside = words(links[0])
    return str(links[0].attrs.get("href", "")) if tidy(inside) == tidy(words(inline)) else ""


def targets(node: "Node") -> list[str]:
    """Where the items of a list lead, if every one is a link and nothing else."""
    found: list[str] = []
    for item in node.children:
        for child in item.children:
            if child.type == "paragraph":
                inner = [target(child.children[0])]
            else:
                inner = targets(child) if child.type.endswith("_list") else []
            if not inner or not all(inner):
                return []
            found += inner
    return found


__all__ = ["last_label", "pictures", "target", "targets", "words"]
