"""How commands speak: JSON for scripts, tables and sentences for people, bars on long work.

Answers go to stdout, everything else to stderr, so that stdout can be piped.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

Advance = Callable[[int, int], None]
"""Tells a bar how many of how many steps are done."""


def print_json(value: Any) -> None:
    """One JSON document on stdout: sorted keys, two spaces, a newline at its end."""
    text = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, default=str)
    sys.stdout.write(f"{text}\n")


def print_line(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A plain table; piped, it keeps its whole width instead of cutting cells."""
    table = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    console = Console()
    console.print(table, soft_wrap=not console.is_terminal)


def print_facts(facts: Mapping[str, object]) -> None:
    """Names and values, aligned."""
    width = max(map(len, facts), default=0)
    for name, value in facts.items():
        print_line(f"{name:<{width}}  {value}")


@contextmanager
def progress(title: str) -> Iterator[Advance]:
    """A bar on stderr when that is a terminal, else silence."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _done, _total: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        task = bars.add_task(title, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)
