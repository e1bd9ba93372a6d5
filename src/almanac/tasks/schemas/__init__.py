"""Bodies of tasks, by subject."""
