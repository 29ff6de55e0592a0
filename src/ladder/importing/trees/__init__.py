"""YAML and JSON of other programs: mappings and lists in which levels and competencies are names or keys."""
