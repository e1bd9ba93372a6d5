"""Use cases of tasks, by subject."""
