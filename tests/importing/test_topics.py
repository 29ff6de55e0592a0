"""Topics of numbered levels, in YAML or in the front matter of a Markdown page."""

from importing.pages import cells, page
from importing.reading import into as read
from ladder.importing.draft import Draft
from ladder.importing.files import File

MILL = """\
---
title: "🌾 The mill"
levels: 3
topics:
  - name: "grain"
    title:
    content:
      - level: 10
        criteria:
          - "Owns the field"
      - level: 2
        criteria:
          - "Buys rye"
        exampleCriteria:
          - criteria: "Sells it: dear"
            examples:
              - "At the market"
              - "In town"
  - name: "wheel"
    title: "🛞 The wheel"
    content:
      - level: 2
        criteria:
          - "Turns it"
      - level: 3
---
Short words about the mill.
"""

BAKERY = """\
---
title: The bakery
topics:
  - name: grain
    title: "🌾 Grain"
    content:
      - level: 2
        criteria: [Bakes it]
---
"""


def drafted(*files: File) -> Draft:
    draft = Draft()
    read(files, draft)
    return draft


def test_criteria_are_statements_and_keep_their_examples() -> None:
    draft = drafted(page(MILL))
    assert cells(draft) == {
        "Level 2": {
            "grain": ["Buys rye", {"text": "Sells it: dear", "examples": ["At the market", "In town"]}],
            "🛞 The wheel": ["Turns it"],
        },
        "Level 3": {},
        "Level 10": {"grain": ["Owns the field"]},
    }
    assert list(draft.competencies) == ["grain", "wheel"]
