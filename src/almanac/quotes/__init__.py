"""Quotes: one a day, from the pack that ships with Almanac or from a configured provider."""
