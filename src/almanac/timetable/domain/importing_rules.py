"""Rules of calendars as weekly series: each weekday is one, with its first and last date.

Nothing is expanded: last dates are reckoned, so a rule of a million dates costs what one of two
does. Dates are those of the event's own clock until the first, which is brought to the person's;
from there on a series stays at that time of their day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from almanac.calendars.reading_model import Frequency, ReadEvent, ReadRule, When
from almanac.timetable.domain.importing import (
    WEEK,
    Entry,
    LeftOut,
    Refused,
    Series,
    weekday_of,
)

MAX_EVERY = 6
_LAST_DAY = date(2200, 12, 31)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of one weekday on the event's own clock."""

    first: date
    last: date | None


def series_of_rule(event: ReadEvent, entry: Entry, zone: ZoneInfo) -> list[Series] | Refused:
    """The weekly series of an event with a time and a rule, or why it has none."""
    rule, starts = event.rule, event.starts
    assert rule is not None  # noqa: S101 - asked by the only caller
    assert isinstance(starts, datetime)  # noqa: S101 - likewise
    on = local(starts, zone).date()
    weekly = _weekly(rule, starts.date().weekday())
    if isinstance(weekly, LeftOut):
        return Refused(entry, weekly, on)
    every, weekdays = weekly
    excluded = [local(day, zone).date() for day in event.excluded if isinstance(day, datetime)]
    found = [
        _series(event, entry, dates, every=every, zone=zone, excluded=excluded)
        for dates in _dates(rule, starts.replace(tzinfo=None), every, weekdays)
    ]
    return found or Refused(entry, LeftOut.NO_DATE, on)


def local(when: When, zone: ZoneInfo) -> datetime:
    """What the person's clock shows at that moment, without seconds."""
    if not isinstance(when, datetime):
        return datetime(when.year, when.month, when.day)  # noqa: DTZ001 - on the wall
    if when.tzinfo is not None:
        when = when.astimezone(zone)
    return when.replace(second=0, tzinfo=None, fold=0)


def _weekly(rule: ReadRule, own: int) -> tuple[int, tuple[int, ...]] | LeftOut:
    """Every how many weeks and on which weekdays a rule has dates."""
    if rule.frequency not in {Frequency.DAILY, Frequency.WEEKLY}:
        return LeftOut.NOT_WEEKLY
    if rule.others:
        return LeftOut.UNSUPPORTED_RULE
    every, weekdays = rule.interval, rule.weekdays or (own,)
    if rule.frequency is Frequency.DAILY and rule.interval == 1:
        weekdays = rule.weekdays or tuple(range(7))
    elif rule.frequency is Frequency.DAILY:
        if rule.interval % 7 or own not in weekdays:
            return LeftOut.NOT_WEEKLY
        every, weekdays = rule.interval // 7, (own,)
    return LeftOut.INTERVAL_TOO_LONG if every > MAX_EVERY else (every, weekdays)


def _dates(
    rule: ReadRule, starts: datetime, every: int, weekdays: tuple[int, ...]
) -> Iterator[_Dates]:
    """First and last dates of each weekday, in order.

    The weeks that count are those from the week of the start on. All first dates lie within one
    round of weeks, so the dates of a `COUNT` fall to the weekdays in turn.
    """
    start = starts.date()
    week = start - timedelta(days=(start.weekday() - rule.week_start) % 7)
    step = every * WEEK
    firsts = []
    for weekday in weekdays:
        day = week + timedelta(days=(weekday - rule.week_start) % 7)
        firsts.append(day if day >= start else day + step)
    for turn, first in enumerate(sorted(firsts)):
        last = _last(rule, first, starts, step, (turn, len(firsts)))
        if last is None or last >= first:
            yield _Dates(first, last)


def _last(
    rule: ReadRule, first: date, starts: datetime, step: timedelta, turn: tuple[int, int]
) -> date | None:
    """The last date by `UNTIL` or `COUNT`; before the first when there is none."""
    last = _LAST_DAY
    if rule.until is not None:
        until = rule.until
        last = until.date() if isinstance(until, datetime) else until
        if isinstance(until, datetime) and starts.time() > until.time():
            last -= _DAY
    if rule.count is not None:
        number, of = turn
        times = rule.count // of + (number < rule.count % of)
        # Beyond the calendar a count is as good as none.
        rounds = min(times - 1, (_LAST_DAY - first) // step + 1)
        last = min(last, first + rounds * step)
    if last >= _LAST_DAY:
        return None
    return first + (last - first) // step * step


def _series(
    event: ReadEvent,
    entry: Entry,
    dates: _Dates,
    *,
    every: int,
    zone: ZoneInfo,
    excluded: Sequence[date],
) -> Series:
    starts = event.starts
    assert isinstance(starts, datetime)  # noqa: S101 - asked by the only caller
    begins = local(datetime.combine(dates.first, starts.timetz()), zone)
    shift = begins.date() - dates.first
    series = Series(
        entry=entry,
        weekday=weekday_of(begins.date()),
        starts=begins.hour * 60 + begins.minute,
        minutes=event.minutes,
        location=event.location,
        note=event.note,
        first_on=begins.date(),
        last_on=None if dates.last is None else dates.last + shift,
        every=every,
    )
    days = (day + shift for day in event.excluded if not isinstance(day, datetime))
    off = (day for day in (*excluded, *days) if series.plans(day))
    return replace(series, cancelled=frozenset(off))
