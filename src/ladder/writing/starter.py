"""The small ladder with which `ladder init` begins: comments say what each key is for, and what else there is."""

from typing import Final

from ladder.packaged import SCHEMA_FILE
from ladder.writing.yaml_text import SCHEMA_LINE

HEAD: Final = """\
# What this ladder is. `ladder validate` checks it, `ladder --ladder PATH compare l3 l4` shows it.
# Every key is described in the schema that `ladder schema` prints; keys of your own begin with `x-`.
format: 1
title: {title}
about: Who this ladder is for, and how you use it.
version: "1"

# Who says so. `source` here stands for every claim in this ladder that names no other.
source: handbook
sources:
  handbook: {{title: Our handbook, kind: editorial}}

# cumulative: true        # a level also expects all that the levels below it expect
# extends: ../other       # another ladder: what has the same id is merged, and this one wins

tracks:
  ic: {{title: Individual contributor}}
  # management: {{title: Management}}

# What a level is judged by, in the order of the pages. `group` may be two deep: Craft / Code.
competencies:
  scope: {{title: Scope, group: Reach, about: How far the work reaches.}}
  code: {{title: Code, group: Craft}}
  people: {{title: People, group: Reach}}
  # A named scale instead of free text; a cell then names a step, as in `technology: adopts`.
  # technology:
  #   title: Technology
  #   steps:
  #     - {{id: adopts, title: Adopts, expects: [Learns the tools of the team.]}}
  #     - {{id: extends, title: Extends, expects: [Brings a new tool to the team.]}}

# activities: {{coding: {{title: Coding}}, reviews: {{title: Reviews}}}}   # what a week is spent on
# topics: {{hiring: {{title: Getting hired}}}}                          # what else can be said of a level

# The levels, lowest first: the order is the rank.
levels:
"""

LEVELS: Final = {
    "l3": """\
title: Engineer
aliases: [engineer]
track: ic
summary: Builds well-defined parts of a product with some guidance.
expects:
  scope:
    - Finishes tasks that somebody else has cut.
  code:
    - Writes tested code that a reviewer follows at once.
    - Asks before a problem grows.
  people:
    - Says openly what is unclear.
""",
    "l4": """\
title: Senior engineer
aliases: [senior]
track: ic
summary: Owns features from the idea to their running.
# years: [4, 8]                            # of experience; never binding
expects:
  # A statement is its text, or a mapping that says more of it.
  scope:
    - text: Owns features from the first sketch to the last alert.
      examples: [Cuts a quarter's feature into weekly deliveries.]
  code:
    - Designs what two or three people build together.
    - {text: Reviews in a way that others learn from., tags: [review]}
  people:
    - Guides one or two engineers through their first features.
# time:                                    # shares of a week in percent
#   coding: {share: [40, 60], source: handbook}
# next: [{to: l5, years: [2, 5], evidence: [Two teams ask for their designs.]}]
""",
    "l5": """\
title: Staff engineer
aliases: [staff]
track: ic
summary: Gives several teams a direction and takes what blocks them out of the way.
expects:
  scope:
    - Owns a problem that no single team can solve.
    - Decides with the teams what is left undone.
  code:
    - Sets the standards by which several teams build.
  people:
    - Makes seniors grow, and speaks up for them.
    - Settles disputes between teams by going back to what is known.
""",
}


def folder(title: str) -> dict[str, str]:
    """The files of the small ladder by their paths in its folder."""
    names = "".join(f"  - {name}\n" for name in LEVELS)
    files = {"ladder.yaml": SCHEMA_LINE.format(SCHEMA_FILE) + HEAD.format(title=_quoted(title)) + names}
    for name, text in LEVELS.items():
        files[f"levels/{name}.yaml"] = SCHEMA_LINE.format(f"../{SCHEMA_FILE}") + text
    return files


def single(title: str) -> str:
    """The small ladder in one text."""
    levels = "".join(f"  - id: {name}\n" + _indented(text) for name, text in LEVELS.items())
    return SCHEMA_LINE.format(SCHEMA_FILE) + HEAD.format(title=_quoted(title)) + levels


def _indented(text: str) -> str:
    return "".join(f"    {line}" for line in text.splitlines(keepends=True))


def _quoted(title: str) -> str:
    """A title as YAML takes it whatever it holds."""
    import json

    return json.dumps(title, ensure_ascii=False)
