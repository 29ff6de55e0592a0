"""Tests of `ladder.postings`."""
