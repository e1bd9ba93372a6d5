"""Use cases of freshness, by subject."""
