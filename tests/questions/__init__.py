"""Tests of the questions: pure functions on ladders small enough to see the answer."""
