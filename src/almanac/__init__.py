"""Almanac: one self-hosted page for everything that comes round again."""

from importlib.metadata import version

__version__ = version("almanac")
