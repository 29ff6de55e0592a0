"""What a log says, as immutable records. Nothing here knows a file, a ladder or a page."""

from ladder.frozen import Frozen


class Entry(Frozen):
    """One thing that somebody wrote down.

    `more` are the lines below its first. `date` is as precise as the log is: 2026-11-24, 2026-11, 2026-Q4, 2026-H2,
    2026 or None. `tags` are the writer's claims, `influence` or `influence/negotiates`, `level` is a claim, too.
    `impact` is what came of it, `said` what others said, `figures` a before and after as it stands in the text.
    `repeats`: it stood in the log before. `log` is the log's name; `file` and `line`, from 1, are its place.
    """

    text: str
    more: tuple[str, ...] = ()
    date: str | None = None
    links: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    level: str = ""
    impact: str = ""
    said: tuple[str, ...] = ()
    private: bool = False
    figures: tuple[str, ...] = ()
    repeats: bool = False
    log: str = ""
    file: str = ""
    line: int = 0

    @property
    def outcome(self) -> str:
        """What came of it, as far as the entry says: its impact, else a before and after in its text."""
        return self.impact or ", ".join(self.figures)


class PassedOver(Frozen):
    """A stretch of a log that was not taken for entries, and why."""

    file: str
    line: int
    why: str


class Log(Frozen):
    """A log. `ladder`, `now` and `next` are what its first lines say, empty where they do not.

    `names` and `customers` are those that its first lines declare. `notices` are lines that ask for confidence.
    """

    name: str
    path: str
    entries: tuple[Entry, ...] = ()
    ladder: str = ""
    now: str = ""
    next: str = ""
    names: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
