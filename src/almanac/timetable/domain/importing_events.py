"""The events of a calendar as weekly series: rules, single dates, dates replaced and cancelled.

A date that is replaced (`RECURRENCE-ID`) is a moved one, or a cancelled one. Days without a time
are holidays when that is asked for. What is over is left out unless it is asked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from almanac.calendars.reading_model import MAX_DATES, ReadCalendar, ReadEvent
from almanac.timetable.domain.checks import MAX_EXCEPTIONS, MAX_HOLIDAYS, MAX_RANGE_DAYS
from almanac.timetable.domain.importing import (
    MAX_SERIES,
    Entry,
    LeftOut,
    ReadTimetable,
    Refused,
    Series,
    Single,
    has_uid,
    in_order,
    key_of,
)
from almanac.timetable.domain.importing_merging import merged, present
from almanac.timetable.domain.importing_rules import local, series_of_rule
from almanac.timetable.domain.importing_singles import placed, series_of_singles
from almanac.timetable.domain.model import DAY_MINUTES, Holiday, Move

MAX_HOLIDAY_NAME = 80
_DAY = timedelta(days=1)
_SERIES_OF_UID = 20
_MAX_SORTED = 10 * MAX_SERIES
# How universities say in the title that a lecture is off.
_OFF = re.compile(
    r"\s*[\[(](?:fällt aus|entfällt|abgesagt|cancelled|canceled)[\])]\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Choices:
    """For whom a calendar is read, and what the person chose."""

    zone: ZoneInfo
    today: date
    with_past: bool = False
    with_holidays: bool = False


@dataclass(slots=True)
class _Sorted:
    """The events of a calendar by what they are."""

    series: list[Series] = field(default_factory=list)
    singles: list[Single] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    holidays: dict[Holiday, None] = field(default_factory=dict)


def read_events(calendar: ReadCalendar, choices: Choices) -> ReadTimetable:
    """A calendar as a timetable."""
    found = _Sorted()
    found.refused += [
        Refused(Entry(each.line, each.subject, each.uid), LeftOut(each.fault))
        for each in calendar.unread
    ]
    replacing = [event for event in calendar.events if event.replaces is not None]
    for event in calendar.events:
        if event.replaces is None:
            _sort(found, event, choices)
    _replace(found, replacing, choices.zone)
    made, alone, repeated = series_of_singles(found.singles)
    series, left = placed([*found.series, *made], alone)
    series, over = present(series, today=choices.today, with_past=choices.with_past)
    series, twice = merged(series)
    series.sort(key=lambda each: (each.entry.line, each.weekday.number))
    crowd = [Refused(each.entry, LeftOut.TOO_MANY_SESSIONS) for each in series[MAX_SERIES:]]
    return ReadTimetable(
        name=calendar.name,
        series=tuple(series[:MAX_SERIES]),
        refused=in_order([*found.refused, *repeated, *left, *over, *twice, *crowd]),
        holidays=tuple(sorted(found.holidays, key=lambda each: each.first_on))[:MAX_HOLIDAYS],
        unknown_zones=calendar.unknown_zones,
        is_cut_off=calendar.is_cut_off,
    )


def _sort(found: _Sorted, event: ReadEvent, choices: Choices) -> None:
    entry, zone = Entry(event.line, event.subject, event.uid), choices.zone
    if event.is_all_day:
        _keep_days(found, event, entry, choices)
        return
    on = local(event.starts, zone).date()
    reason = _reason(event)
    if reason:
        found.refused.append(Refused(entry, reason, on))
        return
    if event.rule is None:
        found.singles += [_single(event, zone), *_added(event, zone)]
        return
    if event.is_cancelled:
        found.refused.append(Refused(entry, LeftOut.CANCELLED, on))
    else:
        _sort_rule(found, event, entry, zone)


def _sort_rule(found: _Sorted, event: ReadEvent, entry: Entry, zone: ZoneInfo) -> None:
    if len(found.series) > _MAX_SORTED:
        found.refused.append(Refused(entry, LeftOut.TOO_MANY_SESSIONS))
        return
    series = series_of_rule(event, entry, zone)
    if isinstance(series, Refused):
        found.refused.append(series)
        return
    for each in series:
        # A rule of one date is a date.
        if each.first_on is not None and each.first_on == each.last_on:
            found.singles.append(replace(_single(event, zone), on=each.first_on))
        else:
            found.series.append(each)
    planned = (day for day in _added(event, zone) if not any(s.plans(day.on) for s in series))
    found.singles += planned


def _reason(event: ReadEvent) -> LeftOut | None:
    if not event.subject:
        return LeftOut.NO_SUBJECT
    if event.rule is not None and event.rule.frequency.is_sub_daily:
        return LeftOut.SUB_DAILY
    if event.minutes < 1:
        return LeftOut.NO_LENGTH
    return LeftOut.TOO_LONG if event.minutes > DAY_MINUTES else None


def _keep_days(found: _Sorted, event: ReadEvent, entry: Entry, choices: Choices) -> None:
    """A holiday, if that is wanted; one that repeats by a rule is only its first."""
    first = local(event.starts, choices.zone).date()
    days = max(1, event.minutes // DAY_MINUTES)
    last = first + (min(days, MAX_RANGE_DAYS) - 1) * _DAY
    if not choices.with_holidays or event.rule is not None or event.is_cancelled:
        found.refused.append(Refused(entry, LeftOut.ALL_DAY, first))
    elif last < choices.today and not choices.with_past:
        found.refused.append(Refused(entry, LeftOut.OVER, first))
    else:
        found.holidays.setdefault(Holiday(first, last, event.subject[:MAX_HOLIDAY_NAME].strip()))


def _single(event: ReadEvent, zone: ZoneInfo) -> Single:
    at = local(event.starts, zone)
    subject = _OFF.sub(" ", event.subject).strip() or event.subject
    return Single(
        entry=Entry(event.line, subject, event.uid),
        on=at.date(),
        starts=at.hour * 60 + at.minute,
        minutes=event.minutes,
        location=event.location,
        note=event.note,
        is_cancelled=event.is_cancelled or subject != event.subject,
    )


def _added(event: ReadEvent, zone: ZoneInfo) -> list[Single]:
    """Further dates (`RDATE`), at the time that each has."""
    single = _single(event, zone)
    found = []
    for day in event.added:
        at = local(day, zone)
        starts = at.hour * 60 + at.minute if isinstance(day, datetime) else single.starts
        found.append(replace(single, on=at.date(), starts=starts))
    return found


def _replace(found: _Sorted, events: Iterable[ReadEvent], zone: ZoneInfo) -> None:
    """Put dates that are replaced into their series; one without a series is a date of its own."""
    of_uid: defaultdict[str, list[int]] = defaultdict(list)
    for number, series in enumerate(found.series):
        of_uid[series.entry.uid].append(number)
    for event in events:
        entry = Entry(event.line, event.subject, event.uid)
        if event.replaces is None or event.replaces_following or event.is_all_day:
            found.refused.append(Refused(entry, LeftOut.UNSUPPORTED_RULE))
            continue
        planned = local(event.replaces, zone).date()
        numbers = of_uid[event.uid][:_SERIES_OF_UID] if has_uid(entry) else []
        place = next((n for n in numbers if found.series[n].plans(planned)), None)
        if place is None:
            reason = _reason(event)
            if reason:
                found.refused.append(Refused(entry, reason, planned))
            else:
                found.singles.append(_single(event, zone))
        elif _is_full(found.series[place]):
            found.refused.append(Refused(entry, LeftOut.TOO_MANY_DATES, planned))
        else:
            found.series[place] = _replaced(found.series[place], planned, event, zone)


def _is_full(series: Series) -> bool:
    """Whether so many of its dates are replaced that no session could hold them."""
    return len(series.moves) > MAX_EXCEPTIONS or len(series.cancelled) > MAX_DATES


def _replaced(series: Series, planned: date, event: ReadEvent, zone: ZoneInfo) -> Series:
    moves = tuple(move for move in series.moves if move.planned_on != planned)
    if event.is_cancelled or _OFF.search(event.subject):
        return replace(series, moves=moves, cancelled=series.cancelled | {planned})
    at = local(event.starts, zone)
    starts = at.hour * 60 + at.minute
    minutes = event.minutes if 1 <= event.minutes <= DAY_MINUTES else series.minutes
    elsewhere = key_of(event.location) != key_of(series.location)
    move = Move(planned, at.date(), starts, minutes, event.location if elsewhere else None)
    if (move.on, starts, minutes, elsewhere) != (planned, series.starts, series.minutes, False):
        moves = (*moves, move)
    return replace(series, moves=moves, cancelled=series.cancelled - {planned})
