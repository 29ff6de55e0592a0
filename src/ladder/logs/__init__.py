"""A person's own log of work, read as people write it, and added to without touching what stands there.

The room is not called `evidence`: `ladder.evidence` is the function that reads a log.
"""
