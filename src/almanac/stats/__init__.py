"""Statistics: what was due and what was done over a range, composed from what features count."""
