"""Tests of `ladder.observing`."""
