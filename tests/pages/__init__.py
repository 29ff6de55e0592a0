"""Tests of the pages: what a document promises, and every page of the bundled ladder as it looks."""
