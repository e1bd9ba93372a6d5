"""Hours of the timetable: what took place, and of the same days what is still to come."""

from almanac.core.day import ThemeMark
from almanac.core.schema import View
from almanac.stats.schemas.days import Days


class HoursFigures(View):
    """`count` sessions of `minutes` took place; `planned_count` more are still to come."""

    minutes: int
    count: int
    planned_minutes: int
    planned_count: int


class SubjectRow(HoursFigures):
    """A subject in one theme, or in none (null)."""

    subject: str
    theme: ThemeMark | None


class ThemeHoursRow(HoursFigures):
    """The sessions of a theme, or of none (null)."""

    theme: ThemeMark | None


class TimetableHours(Days, HoursFigures):
    """Hours of some days; the rows, most hours first, each add up to them."""

    by_subject: list[SubjectRow]
    by_theme: list[ThemeHoursRow]
