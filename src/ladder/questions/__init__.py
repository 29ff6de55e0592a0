"""The questions that people ask of a ladder: one module each, pure functions, ladder in, answer out.

A question reads no file, no clock and no environment; what it needs is passed in. An answer is an
immutable record of the model's words, with raw numbers: how it looks is for `pages` and `render`.
"""
