"""Shapes that refer from one place of a document to another: named steps, a library of them, points."""
