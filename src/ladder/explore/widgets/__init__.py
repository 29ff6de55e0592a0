"""What stands on the explorer's screen: a matrix, and paper."""
