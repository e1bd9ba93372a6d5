"""A timetable of 60 sessions as a PDF: cold, the first page of a process, and warm.

In one language as most are, in ten scripts with two weeks of rotation, and the largest there can
be. Cold counts the fonts being found and read, and typst's first compilation. Processor time is
told beside, as it suffers less from others on the machine.
"""

import json
import subprocess
import sys
import time
from datetime import date
from statistics import median
from uuid import UUID

from almanac.core.day import ThemeMark
from almanac.language.writing import writing
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import Cancellation, CancelScope, Grid, Routine, Session
from almanac.timetable.service.printing import Paper, page_data, template
from almanac.typesetting.press import set_page
from bench.harness.report import Figure, at_most, tell

WARM_MS, COLD_MS = 100, 500
ROUNDS = 15
COLD_ROUNDS = 5
LATIN = ("Mathematics", "Physics", "Geography", "History", "English", "Biology", "Choir", "Sport")
SCRIPTS = (
    *("Mathematics", "Русская литература", "Ελληνική ιστορία", "اللغة العربية", "ספרות עברית"),
    *("हिन्दी साहित्य", "ภาษาไทยเบื้องต้น", "中文阅读与写作", "日本語の会話", "한국어 문법", "Choir 🎶"),
)
DAY = (480, 555, 630, 705, 870, 945)
THEME = UUID(int=1)
MARKS = {THEME: ThemeMark(id=THEME, name="Languages", color="#2F5D7C")}


def routine(subjects: tuple[str, ...], count: int, weeks: int, round_: int) -> Routine:
    """So many sessions over the weeks; each round's differ, so that nothing is remembered."""
    sessions = tuple(
        Session(
            id=UUID(int=number + 1),
            routine_id=UUID(int=1),
            weekday=tuple(Weekday)[number // weeks % 5],
            starts=DAY[number // weeks // 5 % len(DAY)],
            minutes=75,
            week=number % weeks + 1,
            subject=subjects[number % len(subjects)],
            location=f"R {number}.{round_}",
            theme_id=THEME if number % 2 else None,
            cancellations=(Cancellation(CancelScope.SERIES, reason="ill"),) if number == 1 else (),
        )
        for number in range(count)
    )
    name = f"Spring term {round_}"
    return Routine(UUID(int=1), date(2026, 3, 2), Grid(), weeks, sessions=sessions, name=name)


def milliseconds(subjects: tuple[str, ...], count: int, weeks: int, round_: int) -> list[float]:
    """Time and processor time of one page."""
    data = page_data(routine(subjects, count, weeks, round_), MARKS, writing("en"), Paper.A4)
    begun, worked = time.perf_counter(), time.process_time()
    set_page(template(), data)
    return [(time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000]


KINDS = {
    "60 sessions": (LATIN, 60, 2),
    "60 sessions in ten scripts": (SCRIPTS, 60, 2),
}


def cold(kind: str) -> list[float]:
    """As `milliseconds`, in a process of its own."""
    command = [sys.executable, "-m", "bench.timetable_pdf", kind]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # ourselves
    found: list[float] = json.loads(done.stdout)
    return found


def figure(what: str, taken: list[list[float]], goal: float) -> Figure:
    """The median, with the best and with the processor's time beside."""
    times, work = zip(*taken, strict=True)
    note = f"best {min(times):.0f}, {median(work):.0f} of a processor"
    return at_most(what, median(times), goal, unit=" ms", note=note)


def measure() -> list[Figure]:
    """All kinds, cold and warm; of the largest only how long it takes."""
    figures = []
    for kind, asked in KINDS.items():
        figures.append(figure(f"{kind}, cold", [cold(kind) for _ in range(COLD_ROUNDS)], COLD_MS))
        milliseconds(*asked, 0)
        warm = [milliseconds(*asked, round_) for round_ in range(1, ROUNDS)]
        figures.append(figure(f"{kind}, warm", warm, WARM_MS))
    taken, worked = milliseconds(SCRIPTS, 500, 6, 0)
    figures.append(
        Figure("500 sessions, 6 weeks", f"{taken:.0f} ms  ({worked:.0f} of a processor)")
    )
    return figures


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(milliseconds(*KINDS[sys.argv[1]], 0)))
    else:
        tell(measure())
