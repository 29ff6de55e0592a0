"""What companies have (spreadsheets, Markdown, YAML and JSON of several shapes) to a ladder in this program's format.

The way of every import: `files` opens what was named, a reader of one shape (`table`, `markdown`, …) says what it
understood to a `Draft`, and `writing` turns the draft into the files of a ladder. No statement is lost: what a reader
cannot place it leaves with the draft, which keeps it under `x-unplaced`.
"""
