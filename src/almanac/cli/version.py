"""`almanac version`: what to name in a report of a problem."""

import platform
import sqlite3

import almanac
from almanac.cli.output import print_facts, print_json
from almanac.migrations import head_revision


def print_version(*, as_json: bool) -> None:
    """The versions of Almanac, its schema, Python and SQLite."""
    facts = {
        "almanac": almanac.__version__,
        "schema": head_revision(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "platform": platform.platform(),
    }
    if as_json:
        print_json(facts)
    else:
        print_facts(facts)
