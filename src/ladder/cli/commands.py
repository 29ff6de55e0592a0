"""The commands by name: where each stands in the help, its one line, and examples that run.

This table is all that `ladder --help` needs; a command's own module is imported when it is called.
"""

from typing import Final

from ladder.frozen import Frozen


class Entry(Frozen):
    """A command as the help shows it. `module` is below `ladder.cli`."""

    module: str
    panel: str
    summary: str
    examples: tuple[tuple[str, str], ...]


EXPLORE: Final = "Explore"
YOURSELF: Final = "Yourself"
OWN: Final = "Your own ladders"

COMMANDS: Final[dict[str, Entry]] = {
    "compare": Entry(
        "compare",
        EXPLORE,
        "What changes between two to four levels or roles.",
        (
            ("ladder compare senior staff", "what is new, raised, kept and left behind"),
            ("ladder compare senior staff-ml principal", "stepwise, lowest first"),
            ("ladder compare senior staff --changes", "without what stays"),
            ("ladder compare senior staff --only scope,time", "some parts of it"),
            ("ladder compare google:L5 google:L6", "by a company's own levels"),
        ),
    ),
    "day": Entry(
        "day",
        EXPLORE,
        "What one would do all day.",
        (
            ("ladder day staff-ml", "the schedule as it was published"),
            ("ladder day staff", "composed from the time shares, and marked so"),
            ("ladder day staff --hours 7 --start 08:30", "a composed day of other hours"),
            ("ladder day staff-ml --voice plain", "without the satirist's voice"),
            ("ladder day staff-ml -o day.html", "as a web page"),
        ),
    ),
    "comp": Entry(
        "comp",
        EXPLORE,
        "What it pays, with who says so.",
        (
            ("ladder comp --percentile 75", "every level at one percentile"),
            ("ladder comp staff", "all figures for one level"),
            ("ladder comp --measure total", "base, bonus, equity or total"),
            ("ladder comp --yardsticks --sources", "with whole occupations, and how figures were made"),
            ("ladder comp -f csv", "as a table for a spreadsheet"),
        ),
    ),
    "path": Entry(
        "path",
        EXPLORE,
        "The way up from a level, and what else there is.",
        (
            ("ladder path senior staff", "what shows it, what stops people, how long it takes"),
            ("ladder path staff", "the ways up, sideways, out and back"),
            ("ladder path engineer principal", "step by step"),
        ),
    ),
    "archetypes": Entry(
        "archetypes",
        EXPLORE,
        "Hats, not levels: what each is about, and its week.",
        (
            ("ladder archetypes", "all of them in short"),
            ("ladder archetypes architect", "one, with its week"),
            ("ladder archetypes staff", "those of one level"),
        ),
    ),
    "map": Entry(
        "map_",
        EXPLORE,
        "What other companies call it, and who disagrees.",
        (
            ("ladder map staff", "one level at other companies"),
            ("ladder map google:L6", "what a company's level is here and elsewhere"),
            ("ladder map --company google", "all levels of one company"),
            ("ladder map", "companies and levels as a matrix"),
        ),
    ),
    "show": Entry(
        "show",
        EXPLORE,
        "Everything known of one level or role.",
        (
            ("ladder show staff", "topic by topic"),
            ("ladder show staff --topic hiring", "one topic, or several"),
            ("ladder show google:L6", "by a company's own level"),
            ("ladder show staff -f json", "for a program"),
        ),
    ),
    "faq": Entry(
        "faq",
        EXPLORE,
        "Questions that people ask, answered.",
        (
            ("ladder faq", "all of them"),
            ("ladder faq staff", "those about one level"),
        ),
    ),
    "record": Entry(
        "record",
        EXPLORE,
        "The satirical file record of a role.",
        (
            ("ladder record staff-ml", "all of it, marked as satire"),
            ("ladder record staff-ml -o record.html", "as a web page"),
        ),
    ),
    "list": Entry(
        "list_",
        EXPLORE,
        "What stands in the ladder.",
        (
            ("ladder list", "levels and roles"),
            ("ladder list competencies", "what levels are judged by"),
            ("ladder list companies", "how companies name these levels"),
            ("ladder list sources", "who says so"),
        ),
    ),
    "search": Entry(
        "search",
        EXPLORE,
        "Where something is said.",
        (
            ("ladder search mentoring", "the best hits, with who says so"),
            ("ladder search design review --role staff", "what one level says of it"),
            ("ladder search meetings --in time,days", "in some parts only"),
            ("ladder search remote -f json", "for a program"),
        ),
    ),
    "sources": Entry(
        "sources",
        EXPLORE,
        "Who says so, and what rests on it.",
        (
            ("ladder sources", "all of them, by kind"),
            ("ladder sources dropbox-2023", "all that rests on one"),
            ("ladder sources -f csv", "as a table, with notes and licences"),
        ),
    ),
    "fit": Entry(
        "fit",
        YOURSELF,
        "The questions behind: is this for me?",
        (
            ("ladder fit staff", "asked one by one on a terminal, listed elsewhere"),
            ("ladder fit staff --answers -", "with answers from a file, here standard input"),
            ("ladder fit staff -f json", "the questions, for a program"),
        ),
    ),
    "init": Entry(
        "init",
        OWN,
        "Begin a ladder of your own.",
        (
            ("ladder init acme", "a folder with a small, commented ladder"),
            ("ladder init acme --single", "one file, acme.yaml"),
            ("ladder init acme --from industry", "a copy of the bundled one"),
        ),
    ),
    "import": Entry(
        "import_",
        OWN,
        "A ladder out of a spreadsheet, Markdown, YAML or JSON.",
        (
            ("ladder import matrix.csv -o acme", "a spreadsheet saved as CSV or TSV"),
            ("ladder import ladder.md -o acme", "headings, bullets, tables; also a folder of them"),
            ("ladder import engineering.yml --from ft -o acme", "another ladder's YAML or JSON"),
            ("ladder import matrix.csv --transpose -o -", "levels along the other side; only printed"),
        ),
    ),
    "validate": Entry(
        "validate",
        OWN,
        "Every problem of a ladder's files, with its place and the cure.",
        (
            ("ladder validate acme", "a line a problem, and what may not be meant so"),
            ("ladder validate acme --strict", "warnings count as errors"),
            ("ladder validate acme -f github", "annotations of a pull request"),
            ("ladder validate --explain thin-step", "what a code means"),
        ),
    ),
    "schema": Entry(
        "schema",
        OWN,
        "The format as a JSON Schema, for editors.",
        (
            ("ladder schema", "as it is, to a pipe"),
            ("ladder schema -o ladder.schema.json", "beside ladder.yaml, whose first line names it"),
        ),
    ),
    "diff": Entry(
        "diff",
        OWN,
        "What changed between two versions of a ladder.",
        (
            ("ladder diff git:v1.0:acme", "since a tag, up to what is not committed yet"),
            ("ladder diff git:HEAD:acme acme --only levels,comp", "some parts of it"),
            ("ladder diff acme@old acme", "two folders, files, or names on the shelf"),
            ("ladder diff industry acme -o changes.html", "as a web page"),
        ),
    ),
    "matrix": Entry(
        "matrix",
        OWN,
        "Levels against competencies, as one table.",
        (
            ("ladder matrix", "a gist of what each level expects of each competency"),
            ("ladder matrix senior staff", "some levels or roles"),
            ("ladder matrix -f csv -o ladder.csv", "every statement, for a spreadsheet; `ladder import` takes it back"),
        ),
    ),
    "ladders": Entry(
        "ladders",
        OWN,
        "The ladders that are known by name, and where each stands.",
        (
            ("ladder ladders", "the bundled one, those of LADDER_PATH and of this folder"),
            ("ladder ladders -f json", "for a program"),
        ),
    ),
}

FRONT: Final = (
    ("ladder compare senior staff", "what is the difference"),
    ("ladder day staff-ml", "what would I do all day"),
    ("ladder comp --percentile 75", "what does it pay"),
)
"""The examples of the program's own help."""

EXIT_CODES: Final = (
    ("0", "the question was answered; an empty list is an answer"),
    ("1", "the answer is no: nothing found, an invalid ladder, a file that cannot be read or written"),
    ("2", "wrong usage, or a name that stands for nothing"),
    ("130", "interrupted"),
)
