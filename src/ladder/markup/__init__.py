"""Pages without the paper: HTML as blocks of text, and what stands inside of a text beside its words.

It knows no ladder. `html.lines` is all that most callers need; `ladder import` takes `html.blocks`.
"""
