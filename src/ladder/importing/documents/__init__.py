"""Markdown: headings, bullets and tables that people wrote to be read, and nobody for a program."""
