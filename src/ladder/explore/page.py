"""A page of the explorer: what is asked of whom, and which command prints it. Pure: no screen, no file."""

import re
from typing import Final, Literal

from ladder.document import Command, Thing
from ladder.frozen import Frozen
from ladder.views import VIEWS

Asked = Literal["show", "compare", "day", "comp", "path", "sources", "competency", "archetypes", "company", "list"]

OPTIONS: Final = ("--ladder", "--full", "--only", "--changes", "--company")
"""Words of a command that are no names."""


class Page(Frozen):
    """What is asked, of whom; `only` one competency, or only the `changes`."""

    ask: Asked
    names: tuple[str, ...] = ()
    only: str = ""
    changes: bool = False

    @property
    def kind(self) -> str:
        """The kind of the answer, a key of `VIEWS`."""
        return "map" if self.ask == "company" else self.ask

    @property
    def slug(self) -> str:
        """The page in a few words, as a file may be called."""
        return "-".join(re.findall(r"[\w.]+", " ".join((self.ask, *self.names))))[:60]

    def command(self) -> tuple[str, ...]:
        """The words behind `ladder` that print this page."""
        words: tuple[str, ...] = {
            "competency": ("show",),
            "company": ("map", "--company"),
        }.get(self.ask, (self.ask,))
        guard = ("--",) if any(name.startswith("-") for name in self.names) and self.ask != "company" else ()
        options = (*(("--only", self.only) if self.only else ()), *(("--changes",) if self.changes else ()))
        full = ("--full",) if VIEWS[self.kind].short and not self.only else ()
        return (*words, *options, *full, *guard, *self.names) if guard else (*words, *self.names, *options, *full)


def page_of(thing: Thing) -> Page:
    """The page of something that a link leads to."""
    asked: dict[str, Asked] = {
        "competency": "competency",
        "archetype": "archetypes",
        "company": "company",
        "source": "sources",
    }
    name = f"{thing.ladder}:{thing.id}" if thing.ladder else thing.id
    return Page(asked.get(thing.kind, "show"), (name,))


def page_of_command(command: Command) -> Page | None:
    """The page that a suggested command prints, where it is one that is shown here."""
    words = [word for word in command.arguments if word != "--full"]
    if words[:1] == ["--ladder"]:
        words = words[2:]
    if not words or any(word.startswith("-") for word in words):
        return None
    name, *names = words
    known: dict[str, Asked] = {"show": "show", "compare": "compare", "day": "day", "comp": "comp", "path": "path"}
    return Page(known[name], tuple(names)) if name in known and (names or name == "comp") else None
