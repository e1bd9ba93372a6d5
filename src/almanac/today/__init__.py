"""The day: one ordered list of what every area contributes to it. Asks services, owns no tables."""
