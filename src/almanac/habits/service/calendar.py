"""Habits as calendars know them: their planned days, told as reminders that take no time.

A quota and what is due some days after it was done have no days of their own and are left out.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.calendars.events import CalendarEvent, Owner, first_day_told, sequence_of
from almanac.calendars.rules import Stretch, series_of
from almanac.calendars.series import Series, repeated
from almanac.calendars.zones import LAST_YEAR
from almanac.habits import models, queries
from almanac.habits.domain.model import HabitHistory, Pause, ScheduleVersion
from almanac.habits.domain.spans import Span, paused_stretches, version_spans, window_last
from almanac.habits.service.figures import history_of
from almanac.schedules.ordinals import LAST_ORDINAL
from almanac.schedules.rules import AfterCompletion, TimesPerPeriod

REMINDER_MINUTES = 15
_DAY = timedelta(days=1)
_END = date(LAST_YEAR, 12, 31).toordinal()


async def calendar_events(
    session: AsyncSession, user_id: UUID, owner: Owner
) -> Iterator[CalendarEvent]:
    """The habits that are not archived, worked out while they are taken: three statements."""
    habits = await queries.list_habits(session, user_id)
    versions = await queries.load_versions(session, user_id)
    pauses = await queries.load_pauses(session, user_id)
    return (
        event
        for habit in habits
        # One may have been made between two of the readings.
        if habit.archived_on is None and habit.id in versions
        for event in _events(habit, versions[habit.id], pauses.of(habit.id), owner)
    )


def _events(
    habit: models.Habit,
    versions: tuple[ScheduleVersion, ...],
    pauses: tuple[Pause, ...],
    owner: Owner,
) -> Iterator[CalendarEvent]:
    history = history_of(habit, versions, {}, pauses)
    since = first_day_told(habit.starts_on, habit.updated_at)
    paused = paused_stretches(history, since.toordinal(), LAST_ORDINAL)
    last = window_last(history, None)
    if paused and paused[-1][1] >= _END:
        # Until further notice: the calendar ends before it.
        last = min(last, paused.pop()[0] - 1)
    days = {day for first, end in paused for day in range(first, end + 1)}
    starts = _starts(habit, owner)
    for number, series in _numbered(history, versions, since, last, starts):
        kept = _without(series, days)
        if kept is not None:
            yield CalendarEvent(
                uid=f"habit-{habit.id}{number}@almanac",
                stamped_at=habit.updated_at,
                sequence=sequence_of(habit.created_at, habit.updated_at),
                summary=habit.name,
                timing=repeated(kept, owner.zone),
                description=habit.description,
                is_busy=False,
            )


def _numbered(
    history: HabitHistory,
    versions: tuple[ScheduleVersion, ...],
    since: date,
    last: int,
    starts: int | None,
) -> Iterator[tuple[str, Series]]:
    """The series of each version, with what tells it from the others and stays with it."""
    for span in version_spans(history, last):
        is_first = span.version is versions[0]
        begun = "" if is_first else f"-{span.version.effective_from:%Y%m%d}"
        for number, series in enumerate(_series(span, history.starts_on, since, starts)):
            yield (f"{begun}-{number}" if number else begun), series


def _series(span: Span, starts_on: date, since: date, starts: int | None) -> list[Series]:
    rule = span.version.rule
    first = max(span.first, since.toordinal())
    if isinstance(rule, TimesPerPeriod | AfterCompletion) or first > span.last:
        return []
    within = Stretch(
        starts_on=starts_on,
        first_on=date.fromordinal(first),
        last_on=None if span.last == LAST_ORDINAL else date.fromordinal(span.last),
        week_start=span.version.week_start,
    )
    return series_of(rule, within, starts, REMINDER_MINUTES)


def _starts(habit: models.Habit, owner: Owner) -> int | None:
    """The first reminder, which is the habit's place in the day, in minutes.

    One before the person's day begins belongs to the morning after the date: then the habit is
    told for the whole day.
    """
    if not habit.reminders:
        return None
    hour, _, minute = habit.reminders[0].partition(":")
    starts = int(hour) * 60 + int(minute)
    return None if starts < owner.day_start else starts


def _without(series: Series, paused: set[int]) -> Series | None:
    """The series without the days of pauses; none when nothing is left of it."""
    if not paused:
        return series
    excluded = tuple(
        day
        for ordinal in sorted(paused)
        if (day := date.fromordinal(ordinal)) >= series.first_on
        and (series.rule.last_on is None or day <= series.rule.last_on)
        and series.is_on(day)
    )
    if series.rule.last_on is not None and _is_all_of(series, excluded):
        return None
    return replace(series, excluded_on=tuple(sorted({*series.excluded_on, *excluded})))


def _is_all_of(series: Series, excluded: tuple[date, ...]) -> bool:
    """Whether a series that ends has no other dates than these."""
    left, day = set(excluded), series.first_on
    last_on = series.rule.last_on or day
    while day <= last_on:
        if series.is_on(day) and day not in left:
            return False
        day += _DAY
    return True
