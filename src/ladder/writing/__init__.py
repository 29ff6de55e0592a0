"""What `init` and `import` write: a value as YAML, the small ladder to begin with, and copies of ladders."""
