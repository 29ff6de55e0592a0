"""Imports: files to drafts, drafts to ladders."""
