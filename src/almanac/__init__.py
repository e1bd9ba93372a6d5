"""Almanac: one self-hosted page for everything that comes round again."""
