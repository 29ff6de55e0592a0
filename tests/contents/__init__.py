"""Tests of what is gathered from a ladder."""
