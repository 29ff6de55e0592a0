"""What differs between two versions of one record, key by key: statements paired by what they speak of, lists by names.

The keys are the model's: a field added there is compared here, and nothing that differs is left out.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

from ladder.comparing.entries import by_text, in_or_out, paired, places, says_nothing, staying
from ladder.comparing.renames import statements_of
from ladder.comparing.statements import changes
from ladder.frozen import Frozen
from ladder.language import Weights
from ladder.model import (
    Answer,
    Band,
    Block,
    Day,
    Faq,
    Ladder,
    Match,
    Move,
    Next,
    Period,
    Placement,
    Question,
    Quip,
    Report,
    Risk,
    Share,
    Span,
    Statement,
    Step,
)

ChangeKind = Literal["added", "removed", "reworded", "changed", "moved"]

WHOLE: Final = (Report, Block, Span, Answer, Quip, Match, Risk, Faq, Band, Period, Placement)
"""Records so small that they are shown whole, before and after."""

CALLED: Final[Mapping[type, tuple[str, ...]]] = {
    Next: ("to",),
    Move: ("title",),
    Question: ("ask",),
    Day: ("title",),
    Step: ("title",),
}
"""What one is called of which all is listed because it came or went, and what need not be listed again."""


class Change(Frozen):
    """One thing that differs.

    `part` is the key in which it stands ("expects", "summary"); `about` is the id of what it is about there (a
    competency, an activity, a topic), or what stands for one, and `about_title` says it for people; `key` is the key
    below that ("step", "evidence"). `before` and `after` are a Statement, a number, a text or whatever else stands
    there; None where nothing does. A statement that moved to another competency has the former one in `was_about`.
    """

    part: str
    about: str
    about_title: str
    key: str
    kind: ChangeKind
    before: Any = None
    after: Any = None
    was_about: str = ""
    was_about_title: str = ""


class Place(Frozen):
    """Where in a record something stands."""

    part: str = ""
    about: str = ""
    title: str = ""
    key: str = ""

    def at(self, field: str) -> "Place":
        """A key below this place."""
        name = field.rstrip("_")
        return self._replace(key="" if name == "statements" else name) if self.part else Place(name)

    def under(self, name: str, title: str) -> "Place":
        """What stands here under a name."""
        about = f"{self.about}, {name}" if self.about else name
        return self._replace(about=about, title=f"{self.title}, {title}" if self.title else title)


class Finder:
    """Finds the changes of one thing. `kept` counts the statements that stay as they are, by part and about."""

    def __init__(
        self,
        before: object,
        after: object,
        title: Callable[[str, str], str],
        sources: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    ) -> None:
        """Of two records of one kind, or of one and None. `title` gives the title of a part's id.

        `sources` are those that each ladder gives to whatever names none: to go from one to the other is no change.
        """
        self.changes: list[Change] = []
        self.kept: Counter[tuple[str, str]] = Counter()
        self._title = title
        self._sources = sources
        self._followed = 0
        if before == after:
            self._keep(after, Place())
            return
        self._weights = Weights(one.text for one in statements_of((before or (), after or ())))
        self.record(before, after, Place())
        self._moves()

    def record(self, before: Any, after: Any, at: Place) -> None:
        """Two records, or one and None: key by key."""
        found = len(self.changes) + self._followed
        kind: Any = type(after if before is None else before)
        alone = before is None or after is None
        fields = [field for field in kind._fields if not alone or field not in ("id", *CALLED.get(kind, ()))]
        if kind is Share:
            self._share(before, after, at)
            fields = [field for field in fields if field not in ("low", "high", "spans")]
        for field in fields:
            old, new = (None if one is None else getattr(one, field) for one in (before, after))
            if alone and (old if after is None else new) == kind._field_defaults.get(field):
                continue
            if field == "source" and kind is not Ladder and old != new and self._follows(before, after, old, new):
                self._followed += 1
            else:
                self.value(old, new, at.at(field))
        if len(self.changes) + self._followed == found and before != after:
            self._note(before, after, at)

    def value(self, before: Any, after: Any, at: Place) -> None:
        """What stands under one key in both versions."""
        if before == after:
            self._keep(after, at)
            return
        shape = after if says_nothing(before) else before
        if isinstance(shape, Mapping) and not says_nothing(shape):
            for name in dict.fromkeys((*(before or ()), *(after or ()))):
                inner = (before or {}).get(name), (after or {}).get(name)
                self.value(*inner, at.under(str(name), self._title(at.part, str(name))))
        elif hasattr(shape, "_fields"):
            if not isinstance(shape, WHOLE):
                self.record(before, after, at)
            elif before is not None and after is not None and self._same(before, after):
                self._followed += 1
            else:
                self._note(before, after, at)
        elif shape and isinstance(shape, tuple) and isinstance(shape[0], Statement):
            self._statements(before or (), after or (), at)
        elif shape and isinstance(shape, tuple) and hasattr(shape[0], "_fields"):
            self._records(before or (), after or (), at)
        else:
            self._note(before, after, at)

    def _statements(self, before: Sequence[Statement], after: Sequence[Statement], at: Place) -> None:
        """Every statement that is not kept, in the order of `after`, then those that were removed."""
        found = changes(before, after, self._weights)
        pairs = by_text([(one.before, one.after) for one in found])
        stay = staying(list(places(before, [old for old, new in pairs if old and new])))
        index = -1
        for old, new in pairs:
            index += bool(old and new)
            same = bool(old and new and self._same(old, new))
            self._followed += same and old != new
            if same and index in stay:
                self.kept[at.part, at.about] += 1
            elif old and new and old.text != new.text:
                self._note(old, new, at, "reworded")
            else:
                self._note(old, new, at, "moved" if same else None)

    def _records(self, before: Sequence[object], after: Sequence[object], at: Place) -> None:
        """Records of a list, which are one where what tells them apart is the same."""
        pairs = list(paired(before, after))
        both = [old for old, new in pairs if old is not None and new is not None]
        stays_put = iter(in_or_out(list(places(before, both))))
        for old, new in pairs:
            stays = next(stays_put) if old is not None and new is not None else True
            shown = old if new is None else new
            if old is not None and new is not None and self._same(old, new):
                self._followed += old != new
                self._keep(new, at)
                if not stays:
                    self._note(old, new, at, "moved")
            elif isinstance(shown, WHOLE):
                self._note(old, new, at)
            else:
                self.record(old, new, at.under(*self._label(shown, at)))

    def _label(self, record: object, at: Place) -> tuple[str, str]:
        """What a record of a list is called: its id and its title."""
        if isinstance(record, Next):
            return record.to, self._title("next", record.to)
        if isinstance(record, Day):
            name = record.title or " ".join(filter(None, (record.archetype, record.on))) or record.kind
            return name, name
        name = next((value for key in ("id", "title", "ask") if (value := getattr(record, key, ""))), at.part)
        return name, getattr(record, "title", "") or getattr(record, "ask", "") or name

    def _share(self, before: Share | None, after: Share | None, at: Place) -> None:
        """A share's two ends are one figure, with whether it only spans what people report."""
        old, new = (Share(one.low, one.high, spans=one.spans) if one else None for one in (before, after))
        if old != new:
            self._note(old, new, at.at("share"))

    def _moves(self) -> None:
        """A statement that one competency loses and another one gains has moved."""
        gone: dict[str, list[Change]] = {}
        for change in self.changes:
            if change.part == "expects" and change.kind == "removed" and isinstance(change.before, Statement):
                gone.setdefault(change.before.text, []).append(change)
        if not gone:
            return
        taken: set[int] = set()
        for place, change in enumerate(self.changes):
            if change.part != "expects" or change.kind != "added" or not isinstance(change.after, Statement):
                continue
            if same := gone.get(change.after.text):
                old = same.pop(0)
                taken.add(id(old))
                self.changes[place] = change._replace(
                    kind="moved", before=old.before, was_about=old.about, was_about_title=old.about_title
                )
        self.changes = [one for one in self.changes if id(one) not in taken]

    def _same(self, before: Any, after: Any) -> bool:
        """Whether two small records say the same, and have the same sources or each its ladder's own."""
        if before == after or "source" not in before._fields:
            return bool(before == after)
        sources = before.source, after.source
        return bool(sources == self._sources and before._replace(source=()) == after._replace(source=()))

    def _follows(self, before: object, after: object, old: object, new: object) -> bool:
        """Whether the sources of a record are those of its ladder; of one that came or went, on its side."""
        if before is None or after is None:
            return bool((new if before is None else old) == self._sources[before is None])
        return (old, new) == self._sources

    def _keep(self, value: object, at: Place) -> None:
        """Counts the statements in what stays as it is."""
        if isinstance(value, Statement):
            self.kept[at.part, at.about] += 1
        elif isinstance(value, Mapping):
            for name, inner in value.items():
                self._keep(inner, at if at.about else at.under(str(name), ""))
        elif hasattr(value, "_fields"):
            for field in value._fields:
                self._keep(getattr(value, field), at if at.part else at.at(field))
        elif isinstance(value, tuple):
            for inner in value:
                self._keep(inner, at)

    def _note(self, before: object, after: object, at: Place, kind: ChangeKind | None = None) -> None:
        if kind is None:
            kind = "added" if says_nothing(before) else "removed" if says_nothing(after) else "changed"
        self.changes.append(Change(*at, kind, before, after))
