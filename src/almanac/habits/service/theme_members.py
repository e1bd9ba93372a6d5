"""Habits as members of themes; those in the archive are over."""

from almanac.habits.models import Habit
from almanac.themes.service.members import RowsWithTheme

THEMED_HABITS = RowsWithTheme("habits", Habit, Habit.archived_on.is_(None))
