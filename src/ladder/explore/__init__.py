"""A ladder on the whole screen: a matrix to walk through, and beside it the pages that the commands print.

Nothing here asks or lays out anew: questions are asked through `api`, and pages are drawn by `render/terminal`.
Only this package imports Textual, and only `ladder explore` imports this package.
"""
