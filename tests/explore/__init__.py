"""The explorer: its places without a screen, and its screens with one that is none."""
