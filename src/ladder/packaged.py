"""The schema of the format as a file of this package: what it is called, where it stands, and what it holds."""

import os
from typing import Final

SCHEMA_FILE: Final = "ladder.schema.json"
SCHEMA_PATH: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), SCHEMA_FILE)


def packaged_schema() -> str:
    """The text of the packaged copy, as editors read it. `ladder.schema` makes it."""
    with open(SCHEMA_PATH, encoding="utf-8") as file:
        return file.read()


__all__ = ["SCHEMA_FILE", "SCHEMA_PATH", "packaged_schema"]
