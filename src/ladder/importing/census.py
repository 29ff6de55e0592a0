"""The last look at every import: each text of the input stands in the ladder, or with what found no place.

The ledger says what its readers believe that they placed. This looks for the words themselves, so that a fault in a
reader keeps a text under `x-unplaced` twice rather than losing it.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from ladder.importing.cells import is_nothing, statements
from ladder.importing.draft import Draft
from ladder.importing.node import Ledger, Text
from ladder.importing.words import is_head
from ladder.markup.inline import OFF, bare, marked

FIGURES: Final = re.compile(r"(?i)[\d\s.,+/–-]*(?:years?|yrs?|y|months?)?")
"""Ranks and years, which stand in a ladder as numbers."""
NOTED: Final = re.compile(r"\[\^[^\]\s]+\]")
LABELLED: Final = re.compile(rf"{OFF}|[:.–—-]\s")
"""Where a label ends with which a text begins."""


def settle(ledger: Ledger, draft: Draft) -> None:
    """Leaves with the draft what the ledger has left, and whatever of the rest does not stand there word by word.

    Raises AssertionError where something still is missing: a fault of the program that must not go unseen.
    """
    for one in ledger.left():
        draft.leave(bare(one.text), one.at, under=one.under)
    lost = missing(ledger, draft)
    for one in lost:
        draft.leave(bare(_text(one)), one.at, under=one.under)
    if lost and (lost := missing(ledger, draft)):
        raise AssertionError(
            f"{len(lost)} texts of the input would be lost, the first from {lost[0].at}: {lost[0].text!r}"
        )


def missing(ledger: Ledger, draft: Draft) -> list[Text]:
    """The texts of which not every statement stands in the draft."""
    said = set(_strings(vars(draft)))
    texts = [one for one in ledger.texts if one.text not in said and one.kind != "key" and not ledger.exempt(one)]
    kept = {_words(part) for text in said for part in (text, *text.split("\n"))} if texts else set()
    whole = ""
    found = []
    for one in texts:
        text = _text(one)
        if not re.search(r"\w", text):
            continue
        forms = [[text], [NOTED.sub("", text)], LABELLED.split(text, maxsplit=1)]  # a label and what it says
        if _is_form(text) or any(all(_words(part) in kept for part in parts) for parts in forms):
            continue
        whole = whole or f" {' | '.join(sorted(kept))} "
        pieces = [_words(piece) for line in text.split("\n") for piece in (statements(line) or [line])]
        if f" {_words(text)} " not in whole and not all(one in kept or f" {one} " in whole for one in pieces):
            found.append(one)
    return found


def _text(one: Text) -> str:
    return marked(one.text) if one.kind == "raw" else one.text


def _is_form(text: str) -> bool:
    """Whether a text only says what stands beside it, or that nothing does."""
    return is_nothing(bare(text)) or is_head(text) or bool(FIGURES.fullmatch(bare(text).strip()))


def _words(text: str) -> str:
    """The words of a text alone, and where it leads nowhere."""
    return " ".join(re.findall(r"[^\W_]+", bare(text).casefold()))


def _strings(value: Any) -> Iterator[str]:
    """Every text of the draft, keys among them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


__all__ = ["missing", "settle"]
