"""Where a new kind of document goes: a module here that turns it into nodes, texts and tables, and says nothing else.

`marked` reads Markdown and HTML, `word` a word processor's file by way of HTML, `sheet` tables, `data` YAML and JSON.
None of them knows what a level is.
"""
