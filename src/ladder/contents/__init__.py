"""What a ladder holds, gathered for the questions: what it claims, what a level expects, which sources are cited.

Pure functions. They know no question, and read no file, clock or environment.
"""
