"""What repeats by the clock on the wall, told so that every calendar shows the same hours.

Almanac reads begin and end from the clock; a calendar reads the begin and adds the same number of
hours on every date, and lets a time that does not exist begin an hour later (RFC 5545, 3.3.5). A
time that happens twice should be the first one, which not every program knows. The few dates on
which that matters, in nights of clock changes, are therefore named one by one.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from almanac.calendars.events import Frequency, Override, RepeatRule, Timing
from almanac.calendars.zones import LAST_YEAR, is_ambiguous, unsteady_times
from almanac.schedules.times import held_between

_DAY = timedelta(days=1)
_LAST_OF_DAY = timedelta(days=1, microseconds=-1)
_MONTHS = 12
# Two dates in a row in nights of clock changes may be; so many are a rule that has no other.
_MOST_ODD = 8


@dataclass(frozen=True, slots=True)
class Moved:
    """A date that takes place elsewhere; without a `location`, in its own."""

    planned_on: date
    on: date
    starts: int
    minutes: int
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A rule from its first date on, and the dates about which something else is said.

    `starts` is in minutes after midnight, none for what takes the whole day. `is_on` tells whether
    the rule has a date, left out or not.
    """

    first_on: date
    starts: int | None
    minutes: int
    rule: RepeatRule
    is_on: Callable[[date], bool]
    excluded_on: tuple[date, ...] = ()
    moved: tuple[Moved, ...] = ()


def once(on: date, starts: int | None, minutes: int, zone: ZoneInfo) -> Timing:
    """The timing of a single date."""
    if starts is None:
        return Timing(on, on + _DAY)
    return Timing(*held_between(on, starts, minutes, zone))


def repeated(series: Series, zone: ZoneInfo) -> Timing:
    """The timing of a series in a zone."""
    if series.starts is None:
        first = series.first_on
        return Timing(first, first + _DAY, series.rule, series.excluded_on)
    odd = dict(_odd_dates(series, series.starts, zone))
    # The first date sets begin and length for all, so it is an earlier one that has both.
    anchor = series.first_on
    skipped: list[date] = []
    while _is_odd(series, anchor, zone) and len(skipped) < _MOST_ODD:
        anchor = _earlier(anchor, series.rule)
        skipped.append(anchor)
    said = {*series.excluded_on, *(move.planned_on for move in series.moved)}
    overrides = [
        Override(_planned(day, series.starts, zone), *held)
        for day, held in odd.items()
        if day not in said
    ]
    overrides += [_moved(move, series.starts, zone) for move in series.moved]
    excluded = sorted({*skipped, *series.excluded_on})
    return Timing(
        *held_between(anchor, series.starts, series.minutes, zone),
        series.rule,
        tuple(_planned(day, series.starts, zone) for day in excluded),
        tuple(sorted(overrides, key=lambda each: _wall(each.instead_of))),
    )


def _planned(day: date, starts: int, zone: ZoneInfo) -> datetime:
    """When the rule has it begin, whether the clock shows that time or not."""
    return datetime.combine(day, time(*divmod(starts, 60)), zone)


def _wall(moment: date) -> str:
    return moment.isoformat()


def _moved(move: Moved, starts: int, zone: ZoneInfo) -> Override:
    held = held_between(move.on, move.starts, move.minutes, zone)
    return Override(_planned(move.planned_on, starts, zone), *held, move.location)


def _odd_dates(
    series: Series, starts: int, zone: ZoneInfo
) -> Iterator[tuple[date, tuple[datetime, datetime]]]:
    """The dates that no rule tells right, with when they are held."""
    last_on = series.rule.last_on or date(LAST_YEAR, 12, 31)
    begin, length = timedelta(minutes=starts), timedelta(minutes=series.minutes)
    for night in unsteady_times(zone, series.first_on.year):
        # What begins on a day in this range has a minute in that night.
        day = (night[0] - begin - length + _LAST_OF_DAY).date()
        last = (night[1] - begin).date()
        while day <= last:
            if series.first_on <= day <= last_on and series.is_on(day):
                held = held_between(day, starts, series.minutes, zone)
                if _differs(held, datetime.combine(day, time()) + begin, series.minutes):
                    yield day, held
            day += _DAY


def _is_odd(series: Series, day: date, zone: ZoneInfo) -> bool:
    starts = series.starts or 0
    held = held_between(day, starts, series.minutes, zone)
    return _differs(held, _planned(day, starts, zone).replace(tzinfo=None), series.minutes)


def _differs(held: tuple[datetime, datetime], begins: datetime, minutes: int) -> bool:
    """Whether some program, reading the clock or counting hours, would see other times."""
    length = timedelta(minutes=minutes)
    walls = tuple(moment.replace(tzinfo=None) for moment in held)
    took = held[1].astimezone(UTC) - held[0].astimezone(UTC)
    is_plain = walls == (begins, begins + length) and took == length
    return not is_plain or any(is_ambiguous(moment) for moment in held)


def _earlier(day: date, rule: RepeatRule) -> date:
    """The date that the rule would have before this one, or at least a date of the rule."""
    if rule.frequency is Frequency.DAILY:
        return day - rule.interval * _DAY
    if rule.frequency is Frequency.WEEKLY:
        return day - 7 * rule.interval * _DAY
    months = rule.interval * (1 if rule.frequency is Frequency.MONTHLY else _MONTHS)
    number = day.year * _MONTHS + day.month - 1 - months
    year, month = number // _MONTHS, number % _MONTHS + 1
    wanted = max(rule.month_days, default=day.day)
    last = monthrange(year, month)[1]
    return date(year, month, last if wanted < 0 else min(wanted, last))
