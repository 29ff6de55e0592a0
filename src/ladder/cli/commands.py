"""The commands by name: where each stands in the help, its one line, and examples that run.

This table is all that `ladder --help` needs; a command's own module is imported when it is called.
"""

from typing import Final

from ladder.frozen import Frozen


class Entry(Frozen):
    """A command as the help shows it. `module` is below `ladder.cli`; one without a panel works and is not listed.

    `more` are paragraphs that only the command's own help has, below the summary.
    """

    module: str
    panel: str
    summary: str
    examples: tuple[tuple[str, str], ...]
    more: tuple[str, ...] = ()


ASK: Final = "Ask"
YOU: Final = "You"
OWN: Final = "Your own ladder"

COMMANDS: Final[dict[str, Entry]] = {
    "compare": Entry(
        "compare",
        ASK,
        "Show what changes between two to four levels or roles.",
        (
            ("ladder compare senior staff", "the answer on one screen"),
            ("ladder compare senior staff --full", "every statement: new, changed, the same, not said again"),
            ("ladder compare senior staff --only scope,time", "some parts, in full"),
            ("ladder compare google:L5 google:L6", "by a company's own names"),
            ("ladder compare senior staff-ml principal", "step by step, lowest first"),
        ),
    ),
    "day": Entry(
        "day",
        ASK,
        "Show what a day at a level looks like.",
        (
            ("ladder day staff", "composed from the shares of a week, and marked as composed"),
            ("ladder day staff --archetype architect --week", "five days on record, hour by hour"),
            ("ladder day staff --hours 7 --start 08:30", "a composed day with other hours"),
            ("ladder day staff-ml", "a satirical record, marked as satire"),
            ("ladder day staff --full", "with what the day adds up to, and other reports"),
        ),
    ),
    "comp": Entry(
        "comp",
        ASK,
        "Show what levels pay, with the source of each figure.",
        (
            ("ladder comp --percentile 75", "every level at one percentile"),
            ("ladder comp staff --offer 245k", "where an offer stands, in words"),
            ("ladder comp --measure total", "base, bonus, equity or total"),
            ("ladder comp --yardsticks --sources", "with whole occupations, and how each figure was made"),
            ("ladder comp -f csv", "a table for a spreadsheet"),
        ),
    ),
    "path": Entry(
        "path",
        ASK,
        "Show the way up from a level, and the ways sideways, out and back.",
        (
            ("ladder path senior staff", "what shows that you are ready, what stops people, how long it takes"),
            ("ladder path staff", "the next step, and the ways sideways, out and back"),
            ("ladder path engineer principal", "step by step"),
        ),
    ),
    "map": Entry(
        "map",
        ASK,
        "Show what other companies call a level.",
        (
            ("ladder map google:L6", "what a company's level is here and elsewhere"),
            ("ladder map staff", "one level at other companies"),
            ("ladder map google", "all levels of one company"),
            ("ladder map", "companies and levels as one table"),
        ),
    ),
    "show": Entry(
        "show",
        ASK,
        "Show whatever has a name: a level, role, competency, archetype, company or source.",
        (
            ("ladder show staff", "a level at a glance"),
            ("ladder show staff --only hiring,traps", "some topics, in full"),
            ("ladder show staff-ml --only record", "a satirical file record, marked as satire"),
            ("ladder show architect", "an archetype, with its week"),
            ("ladder show larson-staffeng", "a source, with everything that cites it"),
        ),
    ),
    "list": Entry(
        "list",
        ASK,
        "List what is in the ladder.",
        (
            ("ladder list", "levels and roles"),
            ("ladder list competencies", "what levels are judged by"),
            ("ladder list faq", "questions that people ask, answered"),
            ("ladder list sources", "where statements and figures come from"),
        ),
    ),
    "search": Entry(
        "search",
        ASK,
        "Search every statement of the ladder.",
        (
            ("ladder search mentoring", "the best hits first"),
            ("ladder search design review --role staff", "only in one level"),
            ("ladder search meetings --only time,days", "only in some parts"),
            ("ladder search remote -f json", "for a program"),
        ),
    ),
    "explore": Entry(
        "explore",
        ASK,
        "Walk through a ladder on the whole screen.",
        (
            ("ladder explore", "the matrix, and beside it what the commands print; ? shows the keys"),
            ("ladder explore acme", "another ladder, by its path or name"),
        ),
        (
            "Screen readers cope badly with full-screen programs. The commands print the same pages line by line.",
            "See `ladder matrix`, `ladder show staff --full` and `ladder compare senior staff --full`.",
            "It needs Textual: pip install 'career-ladder[explore]'.",
        ),
    ),
    "mcp": Entry(
        "mcp",
        ASK,
        "Let an assistant ask: a server for the Model Context Protocol.",
        (
            ("ladder mcp", "answers from the bundled ladder, on standard input and output"),
            ("ladder mcp acme industry", "from several; the first is asked unless the assistant names another"),
            ("ladder mcp acme --log log.md", "with your log, for what is missing and what to do about it"),
        ),
    ),
    "archetypes": Entry(
        "archetypes",
        "",
        "Show archetypes: what each is about, and its week.",
        (
            ("ladder archetypes", "all of them"),
            ("ladder archetypes architect", "one, with its week"),
            ("ladder archetypes staff", "those of one level"),
        ),
    ),
    "faq": Entry(
        "faq",
        "",
        "Answer questions that people ask.",
        (
            ("ladder faq", "all of them"),
            ("ladder faq staff", "those about one level"),
        ),
    ),
    "record": Entry(
        "record",
        "",
        "Show the satirical file record of a role.",
        (
            ("ladder record staff-ml", "all of it, marked as satire"),
            ("ladder record staff-ml -o record.html", "as a web page"),
        ),
    ),
    "sources": Entry(
        "sources",
        "",
        "Show the sources, and what cites each of them.",
        (
            ("ladder sources", "all of them, by kind"),
            ("ladder sources dropbox-2023", "everything that cites one source"),
            ("ladder sources -f csv", "as a table, with notes and licences"),
        ),
    ),
    "fit": Entry(
        "fit",
        YOU,
        "Answer questions to find out whether a level is for you.",
        (
            ("ladder fit staff", "asked one by one on a terminal, listed elsewhere"),
            ("ladder fit staff --answers -", "with answers from a file, here standard input"),
            ("ladder fit staff -f json", "the questions, for a program"),
        ),
    ),
    "log": Entry(
        "log",
        YOU,
        "Keep a log of what you did; it stays on this machine.",
        (
            ('ladder log "Four teams agreed on one registry" --on yesterday', "adds an entry, and offers competencies"),
            ('ladder log "Paired with Noor on her first service #people"', "claims a competency itself"),
            ("ladder log", "lists the entries"),
            ("ladder log --review", "walks through those that claim nothing yet"),
        ),
    ),
    "gap": Entry(
        "gap",
        YOU,
        "Show what a level expects beside what is in your log.",
        (
            ("ladder gap staff", "statement by statement: in the log, without an outcome yet, not in the log"),
            ("ladder gap", "the level that the log names, or the one above yours"),
            ("ladder gap staff --full", "with the entries themselves"),
            ("ladder gap staff --log alba.md --log ben.md", "several logs side by side, by name"),
        ),
    ),
    "plan": Entry(
        "plan",
        YOU,
        "Plan what to do about what is not in your log.",
        (
            ("ladder plan", "the first statements that the log has nothing for"),
            ("ladder plan staff --for people/sponsors --for debt", "statements that you pick"),
            ("ladder plan -o plan.md", "to edit"),
        ),
    ),
    "packet": Entry(
        "packet",
        YOU,
        "Put the case for your next level together from your log.",
        (
            ("ladder packet -o packet.md", "outcomes, two entries a statement, who can say so, what is missing"),
            ("ladder packet staff", "at a glance"),
        ),
    ),
    "init": Entry(
        "init",
        OWN,
        "Start a ladder of your own.",
        (
            ("ladder init acme", "a folder with a small, commented ladder"),
            ("ladder init acme --single", "one file, acme.yaml"),
            ("ladder init acme --from industry", "a copy of the bundled one"),
        ),
    ),
    "import": Entry(
        "import_",
        OWN,
        "Make a ladder from a spreadsheet, Markdown, YAML or JSON.",
        (
            ("ladder import matrix.csv -o acme", "a spreadsheet saved as CSV or TSV"),
            ("ladder import ladder.md -o acme", "headings, bullets, tables; also a folder of them"),
            ("ladder import engineering.yml --from ft -o acme", "another ladder's YAML or JSON"),
            ("ladder import matrix.csv --transpose -o -", "swap levels and competencies; only print the ladder"),
        ),
    ),
    "validate": Entry(
        "validate",
        OWN,
        "Find every problem in a ladder's files, where it is, and how to fix it.",
        (
            ("ladder validate acme", "one line per problem; warnings for what you may not have meant"),
            ("ladder validate acme --strict", "warnings count as errors"),
            ("ladder validate acme -f github", "annotations on a pull request"),
            ("ladder validate --explain thin-step", "what a code means"),
        ),
    ),
    "diff": Entry(
        "diff",
        OWN,
        "Show what changed between two versions of a ladder.",
        (
            ("ladder diff git:v1.0:acme", "since a tag, up to what is not committed yet"),
            ("ladder diff git:HEAD:acme acme --only levels,comp", "only some parts"),
            ("ladder diff acme@old acme", "two folders, two files, or two ladders by name"),
            ("ladder diff industry acme -o changes.html", "as a web page"),
        ),
    ),
    "matrix": Entry(
        "matrix",
        OWN,
        "Show levels and competencies as one table.",
        (
            ("ladder matrix", "a gist of what each level expects of each competency"),
            ("ladder matrix senior staff", "some levels or roles"),
            ("ladder matrix -f csv -o ladder.csv", "every statement, for a spreadsheet; `ladder import` reads it back"),
        ),
    ),
    "schema": Entry(
        "schema",
        OWN,
        "Print the format as a JSON Schema, for editors.",
        (
            ("ladder schema", "to standard output"),
            ("ladder schema -o ladder.schema.json", "beside ladder.yaml, whose first line names it"),
        ),
    ),
    "ladders": Entry(
        "ladders",
        OWN,
        "List the ladders that are known by name.",
        (
            ("ladder ladders", "the bundled one, and those on LADDER_PATH and in this folder"),
            ("ladder ladders -f json", "for a program"),
        ),
    ),
}

LISTED: Final = {name: entry for name, entry in COMMANDS.items() if entry.panel}
"""The commands that the help lists; the others are older names for what `show` and `list` do."""

FRONT: Final = (
    ("ladder compare senior staff", "what is the difference?"),
    ("ladder day staff", "what would I do all day?"),
    ("ladder comp --percentile 75", "what does it pay?"),
)
"""The examples of the program's own help."""

EXIT_CODES: Final = (
    ("0", "the question was answered; an empty list is an answer"),
    ("1", "the answer is no: nothing found, an invalid ladder, a file that cannot be read or written"),
    ("2", "wrong usage, or an unknown name"),
    ("130", "interrupted"),
)
