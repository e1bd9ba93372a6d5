"""Runs the scripts of `bench/` and prints their figures as one table.

    make bench                                     all of them
    make bench ARGS=--list                         what there is
    make bench ARGS="today tick"                   some of them
    make bench ARGS="memory --requests=100000"     one with options of its own

Each script runs in a process of its own, one after the other. The exit code tells of a crash,
never of a speed that was missed.
"""

import argparse
import ast
import json
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Longer than the longest script takes when asked for everything.
LIMIT_SECONDS = 3600
MARKS = {True: "yes", False: "NO", None: ""}
Row = dict[str, str | bool | None]


def scripts() -> dict[str, str]:
    """Name and purpose of every script, in the order of their names."""
    found = {}
    for path in sorted(HERE.glob("*.py")):
        if path.stem not in {"run", "__init__"}:
            text = ast.get_docstring(ast.parse(path.read_text())) or ""
            found[path.stem] = text.splitlines()[0]
    return found


def run(name: str, options: list[str]) -> list[Row] | None:
    """The figures of one script; none when it crashed."""
    sys.stderr.write(f"  {name}\n")
    sys.stderr.flush()
    try:
        done = subprocess.run(
            [sys.executable, "-m", f"bench.{name}", *options],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        sys.stderr.write(f"    no end after {LIMIT_SECONDS} s\n")
        return None
    if done.returncode:
        sys.stderr.write(f"    ended with {done.returncode}\n")
        return None
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def table(results: dict[str, list[Row] | None]) -> str:
    """All figures, a line each."""
    rows = [("script", "figure", "measured", "to reach", "reached")]
    for name, figures in results.items():
        if figures is None:
            rows.append((name, "crashed", "", "", "NO"))
        for row in figures or ():
            cells = (str(row["what"]), str(row["measured"]), str(row["goal"]))
            rows.append((name, *cells, MARKS[row["reached"]]))  # type: ignore[index]  # a bool
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def main() -> int:
    """Read the command line, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="script", help="all of them without")
    parser.add_argument("--list", action="store_true", help="list the scripts and end")
    arguments, options = parser.parse_known_args()
    known = scripts()
    if arguments.list:
        print("\n".join(f"{name:<12}{purpose}" for name, purpose in known.items()))
        return 0
    unknown = set(arguments.names) - set(known)
    if unknown:
        parser.error(f"no such script: {', '.join(sorted(unknown))}; --list shows what there is")
    if options and len(arguments.names) != 1:
        parser.error(f"options belong to one script, name it: {' '.join(options)}")
    results = {name: run(name, options) for name in arguments.names or known}
    print(f"\nPython {platform.python_version()}, {platform.platform()}\n\n{table(results)}")
    return 1 if None in results.values() else 0


if __name__ == "__main__":
    sys.exit(main())
