"""Asking a person which competency an entry claims: three are offered, each with the words that speak for it."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ladder import api_logs, opening
from ladder.cli.streams import tell, typed_line
from ladder.errors import CannotRead, did_you_mean, nearest
from ladder.logs.entry import Entry, Log

if TYPE_CHECKING:
    from ladder.questions.suggest import Suggestion

OFFERED = 3


def at_a_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def offer(text: str, path: str, ladder: str | None) -> tuple[str, ...]:
    """The competencies that the writer claims for a new entry; none where they are skipped."""
    try:
        known: Log | None = api_logs.evidence(path) if os.path.isfile(path) else None
    except CannotRead:
        known = None
    where = ladder or (known.ladder if known else "") or None
    found = api_logs.suggest(text, ladder=where, log=known)[:OFFERED]
    claims = _ask(found, list(opening.header(where).competencies)) if found else ()
    return claims or ()


def waiting(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that claim nothing yet, each once."""
    return tuple(one for one in entries if not one.tags and not one.repeats)


def walk(path: str, ladder: str | None) -> None:
    """Walks through the entries of a log that claim nothing; adds claims to their lines, one by one.

    Raises CannotWrite where the file changes meanwhile.
    """
    log = api_logs.evidence(path)
    where = ladder or log.ladder or None
    known = list(opening.header(where).competencies)
    left = waiting(log.entries)
    tell("Enter skips, Ctrl-D ends." if left else "every entry claims something")
    for entry in left:
        tell("")
        tell(f"{entry.date or 'no date'}  {entry.text}")
        claims = _ask(api_logs.suggest(entry.text, ladder=where, log=log)[:OFFERED], known)
        if claims is None:
            return
        if claims:
            _claim(os.path.join(log.path, entry.file) if os.path.isdir(log.path) else log.path, entry, claims)


def _claim(path: str, entry: Entry, claims: tuple[str, ...]) -> None:
    """Adds claims to an entry's line, after it was shown as it will be."""
    from ladder.logs.files import decoded, read_bytes
    from ladder.logs.reading import read
    from ladder.logs.writing import add_claims, with_claims

    old = read_bytes(path)
    before = read(decoded(old, path), path).entries
    after = read(decoded(with_claims(old, entry.line, claims), path), path).entries
    place = next((at for at, one in enumerate(before) if (one.line, one.text) == (entry.line, entry.text)), None)
    if place is None:
        raise CannotRead("the log has changed meanwhile", "nothing was changed; begin again")
    changed = after[place] if len(after) == len(before) else None
    rest = [one for at, one in enumerate(after) if at != place] == [one for at, one in enumerate(before) if at != place]
    if path.endswith(".org") or changed is None or not rest or changed._replace(tags=()) != before[place]:
        tell(f"not written: line {entry.line} is no line to add to; `ladder log --edit` opens the log")
        return
    shown = with_claims(old, entry.line, claims).split(b"\n")[entry.line - 1].decode().strip()
    tell(f"line {entry.line} will be: {shown}")
    tell("Enter writes it, n leaves it as it is.")
    agreed = typed_line()
    if agreed is not None and agreed.strip().lower() in ("", "y", "yes"):
        add_claims(path, entry.line, old, claims)


def _ask(found: "Sequence[Suggestion]", known: Sequence[str]) -> tuple[str, ...] | None:
    """What is picked: numbers, or claims that are typed; nothing where it is skipped, None at the end of input."""
    for number, one in enumerate(found, 1):
        because = ", ".join(f"“{word}”" for word in one.because)
        tell(f"  {number} {one.title} (#{one.competency}), because of {because}")
    tell("Number, or a competency; Enter skips.")
    while True:
        line = typed_line()
        if line is None:
            return None
        picked = []
        for word in line.replace(",", " ").split():
            claim = found[int(word) - 1].competency if word.isdecimal() and 0 < int(word) <= len(found) else word
            picked.append(claim.lstrip("#"))
        wrong = [one for one in picked if one.partition("/")[0] not in known]
        if not wrong:
            return tuple(dict.fromkeys(picked))
        tell(f"no competency '{wrong[0]}'; {did_you_mean(nearest(wrong[0], known)) or 'one of ' + ', '.join(known)}")
