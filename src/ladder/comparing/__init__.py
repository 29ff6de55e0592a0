"""What two versions of something have in common: statements, entries of a list, records, whole ladders.

Pure functions for the questions that compare. They know no question, and read no file, clock or environment.
"""
