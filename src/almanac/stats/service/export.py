"""Statistics as files: the document, and a table of what it is made of.

The table has a row for every habit, every theme's tasks and every subject of the timetable in each
point of the range in which there was something of it.

Written for spreadsheets (RFC 4180, in UTF-8 with a byte order mark, without which the most used
one reads umlauts wrongly). A name that a spreadsheet would take for a formula is put behind an
apostrophe, as OWASP recommends, because names also come from imports.
"""

import asyncio
import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.stats.domain.ranges import points_of
from almanac.stats.service.collect import Asked, Collected, collect
from almanac.stats.service.document import document
from almanac.stats.service.hours import hours_in_points

COLUMNS = (
    "from",
    "to",
    "kind",
    "habit",
    "theme",
    "schedule",
    "due",
    "done",
    "missed",
    "skipped",
    "success_rate",
    "tasks_created",
    "tasks_done",
    "tasks_with_due",
    "tasks_on_time",
    "subject",
    "sessions",
    "session_minutes",
)
# Some spreadsheets take the full-width signs of East Asian keyboards for the others.
FORMULA_STARTS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
Cell = str | int | float | None


async def export_csv(session: AsyncSession, asked: Asked) -> str:
    """The table. Its columns add up to the totals of the statistics."""
    found = await collect(session, asked)
    return await asyncio.to_thread(_write, found)


async def export_json(session: AsyncSession, asked: Asked) -> str:
    """The same document as on the screen."""
    found = await collect(session, asked)
    return await asyncio.to_thread(lambda: document(found).model_dump_json(by_alias=True, indent=1))


def _write(found: Collected) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in _rows(found):
        writer.writerow([_safe(cell) for cell in row])
    return "\ufeff" + text.getvalue()


def _rows(found: Collected) -> Iterator[list[Cell]]:
    names = {theme_id: mark.name for theme_id, mark in found.themes.items()}
    for number, days in enumerate(found.points):
        dates: list[Cell] = [days.first.isoformat(), days.last.isoformat()]
        for line in found.habit_lines:
            count, habit = line.points[number], line.habit
            if any(count):
                theme = names.get(habit.theme_id) if habit.theme_id else None
                yield [
                    *dates,
                    *("habit", habit.name, theme, line.kind.value),
                    *(count.due, count.done, count.due - count.done, count.skipped, count.rate),
                    *(None,) * 7,
                ]
        for tasks in found.task_lines:
            if any(tasks.points[number]):
                theme = names.get(tasks.theme_id) if tasks.theme_id else None
                yield [
                    *dates,
                    "tasks",
                    None,
                    theme,
                    *(None,) * 6,
                    *tasks.points[number],
                    *(None,) * 3,
                ]
    yield from _timetable(found, names)


def _timetable(found: Collected, names: Mapping[UUID, str]) -> Iterator[list[Cell]]:
    """What took place, by subject and theme; all days may begin earlier than those of habits."""
    asked, timetable = found.asked, found.timetable
    points = points_of(asked.name, timetable.span, asked.week_start)
    for number, subject, theme_id, count in hours_in_points(timetable, points):
        theme = names.get(theme_id) if theme_id else None
        dates: list[Cell] = [points[number].first.isoformat(), points[number].last.isoformat()]
        blank: list[Cell] = [None] * 10
        yield [*dates, "timetable", None, theme, *blank, subject, count.count, count.minutes]


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
