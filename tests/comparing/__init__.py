"""Tests of what two versions have in common."""
