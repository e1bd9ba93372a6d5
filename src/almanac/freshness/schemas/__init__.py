"""What the API of freshness takes and answers, by subject."""
