"""kill -9 under load and simulated power cuts: what was acknowledged is there.

Runs the tests of `tests/reliability` with many more rounds than `make test` does.
"""

import argparse
import os
import subprocess
import sys

from bench.harness.report import Figure, progress, tell
from tests.postgres import ROOT

SECONDS_A_ROUND = 15
KILLS = "tests/reliability/test_kill.py"
POWER_CUTS = "tests/reliability/test_power_cut.py"


def passes(path: str, variable: str, rounds: int) -> bool:
    """Whether the tests of a file hold for so many rounds; their output is progress."""
    progress(f"{path}: {rounds} rounds")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *(
                f"--override-ini=timeout={rounds * SECONDS_A_ROUND}",
                "--timeout-method=thread",
                path,
            ),
        ],
        cwd=ROOT,
        env=os.environ | {variable: str(rounds)},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        check=False,
    )
    return done.returncode == 0


def _figure(what: str, *, is_passed: bool) -> Figure:
    return Figure(what, "nothing lost" if is_passed else "failed", "nothing lost", is_passed)


def main() -> None:
    """Read the options, run both."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--kills", type=int, default=200, help="rounds, on each database")
    parser.add_argument("--power-cuts", type=int, default=1000)
    options = parser.parse_args()
    cuts, kills = options.power_cuts, options.kills
    is_passed = passes(POWER_CUTS, "ALMANAC_TEST_POWER_CUTS", cuts)
    tell([_figure(f"{cuts:,} power cuts on SQLite", is_passed=is_passed)])
    is_passed = passes(KILLS, "ALMANAC_TEST_KILLS", kills)
    tell([_figure(f"{kills} kills on SQLite and on PostgreSQL", is_passed=is_passed)])


if __name__ == "__main__":
    main()
