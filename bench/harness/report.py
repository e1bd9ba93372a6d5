"""What a script of `bench/` hands to `run.py`: figures, one line of JSON each on standard output.

Progress goes to standard error, so that a script can also be read by eye when run alone.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured. `reached` is none where nothing was asked for."""

    what: str
    measured: str
    goal: str = ""
    reached: bool | None = None


def at_least(what: str, value: float, goal: float, *, unit: str = " x", note: str = "") -> Figure:
    """A figure that should not be lower than its goal."""
    measured = _text(value, goal, unit, note)
    return Figure(what, measured, f"≥ {goal:g}{unit}", reached=value >= goal)


def at_most(what: str, value: float, goal: float, *, unit: str = "", note: str = "") -> Figure:
    """A figure that should not be higher than its goal."""
    measured = _text(value, goal, unit, note)
    return Figure(what, measured, f"≤ {goal:g}{unit}", reached=value <= goal)


def _text(value: float, goal: float, unit: str, note: str) -> str:
    # As many digits as it takes to see on which side of the goal it lies.
    is_whole = float(value).is_integer() or goal >= 20  # noqa: PLR2004 - a digit less
    text = f"{value:,.0f}" if is_whole else f"{value:.2f}"
    return f"{text}{unit}{f'  ({note})' if note else ''}"


def tell(figures: Iterable[Figure]) -> None:
    """Print figures for `run.py`."""
    for figure in figures:
        sys.stdout.write(json.dumps(asdict(figure), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def progress(text: str) -> None:
    """Say what is being measured now."""
    sys.stderr.write(f"    {text}\n")
    sys.stderr.flush()
