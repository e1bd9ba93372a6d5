"""Rules of style that put the sessions of one page in their places and give them their colours.

A page may carry no style attributes, so every place and colour in use is a class with a rule.
"""

import re
from itertools import groupby

from almanac.timetable.domain.model import Stretch
from almanac.timetable.domain.sheet import Place, Sheet

# The hours of a week, however many, are about so tall: in pixels, and in millimetres on paper.
SCREEN_HEIGHT = 620
PAPER_HEIGHT = 96
LEAST_PIXELS_A_MINUTE = 0.45
HOUR_WIDTH = "4.4em"
# How much wider a day is for each that stands beside another.
SHARE_OF_A_LANE = 0.6
# So many sessions side by side in a week need a wide screen.
BROAD = 7
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


class SheetStyle:
    """Collects rules while a page is put together; asking for one twice keeps it once."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}

    @property
    def text(self) -> str:
        """The rules, in the order in which they were first asked for."""
        return "".join(f".{name}{{{rule}}}" for name, rule in self._rules.items())

    def week(self, sheet: Sheet, number: int) -> str:
        """The classes of a week: how many days, and how tall its rows are at least."""
        days = self._add(f"n{len(sheet.days)}", f"--n:{len(sheet.days)}")
        if sheet.is_crowded:
            return f"week list {days}"
        tracks = "".join(_track(minutes, len(list(run))) for minutes, run in groupby(sheet.heights))
        minutes = sum(sheet.heights)
        pixels = max(SCREEN_HEIGHT / minutes, LEAST_PIXELS_A_MINUTE)
        widths = "".join(
            f" minmax(0,{1 + SHARE_OF_A_LANE * (day.lanes - 1):g}fr)" for day in sheet.days
        )
        broad = " broad" if sum(day.lanes for day in sheet.days) > BROAD else ""
        rule = (
            f"--px:{pixels:.3f}px;--mm:{PAPER_HEIGHT / minutes:.4f}mm;"
            f"grid-template:auto{tracks}/{HOUR_WIDTH}{widths}"
        )
        return f"week grid{broad} {days} {self._add(f'g{number}', rule)}"

    def columns(self, count: int) -> str:
        """The class of a day of so many columns."""
        return self._add(f"k{count}", f"--k:{count}")

    def rows(self, rows: Stretch) -> str:
        """The class of what stands in these rows of a week, counted from 0."""
        # The first line is above the name of the day, the second below it.
        return self._add(
            f"r{rows.starts}-{rows.ends}", f"grid-row:{rows.starts + 2}/{rows.ends + 2}"
        )

    def place(self, place: Place) -> str:
        """The classes of a session in the list of its day, whose rows begin below the name."""
        (top, bottom), (left, right) = place
        rows = self._add(f"s{top}-{bottom}", f"grid-row:{top + 1}/{bottom + 1}")
        return f"{rows} {self._add(f'c{left}-{right}', f'grid-column:{left + 1}/{right + 1}')}"

    def color(self, color: str | None) -> str:
        """The class of a session with a mark in its colour; none when it has none."""
        if color is None or not _COLOR.fullmatch(color):
            return ""
        return self._add(f"m{color[1:]}", f"--mark:{color}")

    def _add(self, name: str, rule: str) -> str:
        self._rules[name] = rule
        return name


def _track(minutes: int, times: int) -> str:
    track = f"minmax(calc({minutes}*var(--m)),auto)"
    return f" {track}" if times == 1 else f" repeat({times},{track})"
