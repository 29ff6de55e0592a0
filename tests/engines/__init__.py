"""The engines on the same rows as the standard library. `make check-engines` has them all."""
