"""The next dates of a schedule that somebody is editing. Needs no database."""

from datetime import date

from almanac.habits.domain.days import next_due
from almanac.habits.domain.model import HabitHistory, HabitKind, ScheduleVersion
from almanac.habits.schemas.habit import SchedulePreview, SchedulePreviewRequest
from almanac.schedules.rules import Weekday
from almanac.schedules.schemas import rule_of


def preview_schedule(
    data: SchedulePreviewRequest, *, week_start: Weekday, today: date
) -> SchedulePreview:
    """The next `count` dates from today on, as they would be for a habit without check-ins."""
    starts_on = data.starts_on or today
    history = HabitHistory(
        kind=HabitKind.CHECK,
        starts_on=starts_on,
        ends_on=data.ends_on,
        versions=(ScheduleVersion(starts_on, rule_of(data.schedule), week_start=week_start),),
    )
    return SchedulePreview(dates=next_due(history, today=today, count=data.count))
