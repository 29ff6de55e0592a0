"""The answer on one screen, one module a question. Everything else stands on the full page, one flag away."""
