"""Observations of pay to a survey: a table is read, each row judged, what is left put into groups.

CSV, JSON lines and folders of saved postings are read with the standard library; larger tables by an engine, through
one Ibis expression. What a cell means is decided in `cells`, and when a row counts in `judging` and, in the same order,
in `expression`: a property test holds the two against each other. Nothing here knows a page or the command line.
"""
