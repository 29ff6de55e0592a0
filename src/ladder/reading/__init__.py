"""YAML text to the model. Every problem is found, not the first, each with file, line, column and a hint.

Nothing here knows where ladders stand (`shelf` does) or what will be asked of them.
"""
