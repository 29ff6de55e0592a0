"""A ladder as a web site in a real browser: `make check-site`."""
