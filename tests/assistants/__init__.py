"""The tests of the server for assistants."""
