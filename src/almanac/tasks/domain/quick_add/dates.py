"""What phrases for dates mean. A date without a year is the next that really exists.

Nothing here is in the past: a date whose year is over is no due date, and stays ordinary words.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from almanac.schedules.periods import period_bounds
from almanac.schedules.rules import Period, Weekday
from almanac.tasks.domain.quick_add.model import Moment
from almanac.tasks.domain.quick_add.readings import DateReading, Daypart, Meaning, Said, Unit

EVENING = Daypart(19, pm_from=5)
_MONTHS = 12
_YEARS_TO_A_LEAP_YEAR = 8
"""Leap years are at most this far apart: 2096, 2104."""
_WEEK = 7
_PERIODS = {Unit.WEEK: Period.WEEK, Unit.MONTH: Period.MONTH, Unit.YEAR: Period.YEAR}


def days_ahead(days: int, daypart: Daypart | None = None) -> Meaning:
    """So many days from today: `tomorrow` is 1."""

    def meaning(_said: Said, moment: Moment) -> DateReading | None:
        return _relative(_plus_days(moment.today, days), daypart)

    return meaning


def units_ahead(said: Said, moment: Moment) -> DateReading | None:
    """`in 3 days`, `in 1 month`; a shorter month gives its last day."""
    count, today = said.number, moment.today
    if said.unit is Unit.DAY:
        return _relative(_plus_days(today, count))
    if said.unit is Unit.WEEK:
        return _relative(_plus_days(today, count * _WEEK))
    months = count * (_MONTHS if said.unit is Unit.YEAR else 1)
    first = _month_after(today, months)
    if first is None:
        return None
    return _relative(min(first + timedelta(today.day - 1), _last(first)))


def next_unit(said: Said, moment: Moment) -> DateReading | None:
    """The first day of the next week (the person's week), month or year."""
    last = _end(said.unit, moment.today, moment.week_start)
    return _relative(_plus_days(last, 1)) if last else None


def unit_after_next(said: Said, moment: Moment) -> DateReading | None:
    """The first day of the week, month or year after the next."""
    last = _end_of_next(said, moment)
    return _relative(_plus_days(last, 1)) if last else None


def end_of_next_unit(said: Said, moment: Moment) -> DateReading | None:
    """The last day of the next week, month or year."""
    return _relative(_end_of_next(said, moment))


def end_of_unit(said: Said, moment: Moment) -> DateReading | None:
    """The last day of this week, month or year."""
    return _relative(_end(said.unit, moment.today, moment.week_start))


def end_of(unit: Unit) -> Meaning:
    """The last day of this week, month or year, where a language has one word for it."""
    return lambda _said, moment: _relative(_end(unit, moment.today, moment.week_start))


def end_of_named_month(said: Said, moment: Moment) -> DateReading | None:
    """`end of june`: of the next June that is not over."""
    ahead = ((said.month or 0) - moment.today.month) % _MONTHS
    first = _month_after(moment.today, ahead)
    return _relative(_last(first)) if first else None


def coming_weekday(said: Said, moment: Moment) -> DateReading | None:
    """`friday`: the first one after today, since who means today says so."""
    return _relative(_on_weekday(said, _plus_days(moment.today, 1)))


def part_of(weekday: Weekday, daypart: Daypart) -> Meaning:
    """A weekday and a part of it, where a language has one word for both: `Freitagabend`."""

    def meaning(_said: Said, moment: Moment) -> DateReading | None:
        tomorrow = _plus_days(moment.today, 1)
        return _relative(tomorrow and _from(tomorrow, weekday), daypart)

    return meaning


def this_weekday(said: Said, moment: Moment) -> DateReading | None:
    """`this friday`: the first one from today on."""
    return _relative(_on_weekday(said, moment.today))


def next_weekday(said: Said, moment: Moment) -> DateReading | None:
    """`next friday`: the one of the next calendar week, by the person's week."""
    last = period_bounds(moment.today, Period.WEEK, moment.week_start)[1]
    return _relative(_on_weekday(said, _plus_days(last, 1)))


def this_weekend(_said: Said, moment: Moment) -> DateReading | None:
    """The Saturday ahead; on a Saturday or Sunday today."""
    is_weekend = moment.today.weekday() >= Weekday.SAT.number
    return _relative(moment.today if is_weekend else _from(moment.today, Weekday.SAT))


def next_weekend(_said: Said, moment: Moment) -> DateReading | None:
    """The Saturday after the weekend that is ahead or on."""
    sunday = _from(moment.today, Weekday.SUN)
    return _relative(sunday and _from(sunday, Weekday.SAT))


def calendar_date(said: Said, moment: Moment) -> DateReading | None:
    """A day and month, with or without a year: `24 june`, `24.6.2027`."""
    today, month, day = moment.today, said.month or 0, said.day or 0
    years: Iterable[int] = range(today.year, today.year + _YEARS_TO_A_LEAP_YEAR + 1)
    if said.year is not None:
        years = [said.year]
    return _first(today, ((year, month, day) for year in years))


def day_of_month(said: Said, moment: Moment) -> DateReading | None:
    """`the 24th`: of this month or the next that has such a day."""
    months = range(moment.today.month - 1, moment.today.month + _MONTHS)
    return _first(
        moment.today,
        (
            (moment.today.year + month // _MONTHS, month % _MONTHS + 1, said.day or 0)
            for month in months
        ),
    )


def _first(today: date, tries: Iterable[tuple[int, int, int]]) -> DateReading | None:
    """The first of these dates that exists and is not over."""
    days: Iterator[date | None] = (_real_date(*numbers) for numbers in tries)
    found = next((day for day in days if day and day >= today), None)
    return DateReading(found, is_calendar_date=True) if found else None


def _relative(on: date | None, daypart: Daypart | None = None) -> DateReading | None:
    return DateReading(on, daypart=daypart) if on else None


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plus_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _month_after(day: date, months: int) -> date | None:
    """The first of the month so many months later."""
    number = day.year * _MONTHS + day.month - 1 + months
    return _real_date(number // _MONTHS, number % _MONTHS + 1, 1)


def _last(day: date) -> date:
    return period_bounds(day, Period.MONTH, Weekday.MON)[1]


def _end(unit: Unit, day: date, week_start: Weekday) -> date | None:
    period = _PERIODS.get(unit)
    return period_bounds(day, period, week_start)[1] if period else None


def _end_of_next(said: Said, moment: Moment) -> date | None:
    first = next_unit(said, moment)
    return _end(said.unit, first.on, moment.week_start) if first else None


def _on_weekday(said: Said, first: date | None) -> date | None:
    (weekday,) = said.days
    return first and _from(first, weekday)


def _from(first: date, weekday: Weekday) -> date | None:
    """The first such weekday from a day on."""
    return _plus_days(first, (weekday.number - first.weekday()) % _WEEK)
