"""Ladders for assistants: the questions as tools, ladders and levels as resources, three prompts.

What is offered is made from the functions that answer the commands. Nothing here writes a file, and no request opens
another ladder than those with which the server was started. Only `server` and `pipe` know the protocol.
"""
