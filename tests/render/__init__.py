"""Tests of the papers: one small document in every format, hostile text, and every width."""
