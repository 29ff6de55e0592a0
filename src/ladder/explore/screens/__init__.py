"""What the explorer lays over its screen: lists to choose from, a name to write to, the keys."""
