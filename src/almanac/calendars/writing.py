"""A calendar in the format that every calendar program reads (RFC 5545).

The same events give the same bytes, in any process and at any time: nothing in here asks the clock
or counts. Rules, time zones and folded lines are the `icalendar` library's; an event is put
together line by line, which takes a tenth of the time of its components.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.cal.component import Component
from icalendar.parser import Contentline
from icalendar.prop import vRecur, vUTCOffset

from almanac.calendars.events import CalendarEvent, Override, RepeatRule, Timing, When
from almanac.calendars.zones import Observance, is_ambiguous, observances
from almanac.schedules.rules import Weekday

PRODUCT = "-//Almanac//Almanac//EN"
# How often programs that ask by themselves may ask again.
REFRESH_EVERY = "PT1H"
_DAYS = dict(zip(Weekday, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_LONGEST_LINE = 75
_LINE: Any = Contentline  # its makers say nothing of its types
_WALL = "%Y%m%dT%H%M%S"
_DATE = "%Y%m%d"


def write_calendar(name: str, events: Iterable[CalendarEvent], zone: ZoneInfo) -> bytes:
    """The calendar of that name; `zone` is where its owner is.

    Events are written in the order given.
    """
    written = list(events)
    parts = [
        _folded(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:{PRODUCT}",
            "CALSCALE:GREGORIAN",
            f"NAME:{_text(name)}",
            f"X-WR-CALNAME:{_text(name)}",
            f"X-WR-TIMEZONE:{_text(zone.key)}",
            f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH_EVERY}",
            f"X-PUBLISHED-TTL:{REFRESH_EVERY}",
        )
    ]
    parts += [_timezone(used, first_year) for used, first_year in _zones(written)]
    parts += [part for event in written for part in _event(event)]
    parts.append(_folded("END:VCALENDAR"))
    return b"".join(parts)


def _zones(events: Sequence[CalendarEvent]) -> list[tuple[ZoneInfo, int]]:
    """The zones that moments are told in, by name, each with the first year that it is needed."""
    first_years: dict[str, tuple[ZoneInfo, int]] = {}
    for event in events:
        for moment in _beginnings(event.timing):
            if isinstance(moment, datetime):
                zone = _zone(moment)
                _, known = first_years.get(zone.key, (zone, moment.year))
                first_years[zone.key] = zone, min(known, moment.year)
    return [first_years[key] for key in sorted(first_years)]


def _beginnings(timing: Timing) -> Iterator[When]:
    yield timing.begins
    for override in timing.overrides:
        yield from (override.instead_of, override.begins)


def _zone(moment: datetime) -> ZoneInfo:
    if not isinstance(moment.tzinfo, ZoneInfo):
        msg = "A moment in a calendar needs a named zone"
        raise TypeError(msg)
    return moment.tzinfo


@lru_cache(maxsize=128)
def _timezone(zone: ZoneInfo, first_year: int) -> bytes:
    component = Timezone()
    component.add("tzid", zone.key)
    for observance in observances(zone, first_year):
        component.add_component(_observance(observance))
    data: bytes = component.to_ical()
    return data


def _observance(observance: Observance) -> Component:
    change = observance.change
    component: Component = TimezoneDaylight() if change.is_daylight else TimezoneStandard()
    component.add("dtstart", change.wall)
    component.add("tzoffsetfrom", vUTCOffset(change.before))
    component.add("tzoffsetto", vUTCOffset(change.after))
    component.add("tzname", change.name)
    if observance.rule is not None:
        component.add("rrule", _rule(observance.rule, observance.until))
    return component


def _event(event: CalendarEvent) -> Iterator[bytes]:
    """The event, and one more for each date that differs."""
    timing, described = event.timing, _folded("BEGIN:VEVENT", *_description(event))
    lines = [_when("DTSTART", timing.begins), _when("DTEND", timing.ends)]
    if timing.rule is not None:
        until = _until(timing.rule.last_on, timing.begins)
        lines.append(f"RRULE:{_written(_rule(timing.rule, until))}")
    if timing.excluded:
        excluded = ",".join(_value(moment) for moment in timing.excluded)
        lines.append(f"{_named('EXDATE', timing.excluded[0])}:{excluded}")
    yield described + _folded(*_location(event.location), *lines, "END:VEVENT")
    for override in timing.overrides:
        yield described + _folded(*_override(event, override), "END:VEVENT")


def _override(event: CalendarEvent, override: Override) -> Iterator[str]:
    yield from _location(event.location if override.location is None else override.location)
    yield _wall("RECURRENCE-ID", override.instead_of)
    yield _when("DTSTART", override.begins)
    yield _when("DTEND", override.ends)


def _description(event: CalendarEvent) -> Iterator[str]:
    """All of an event but its time and place."""
    stamp = event.stamped_at.astimezone(UTC).strftime(_WALL)
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp}Z"
    yield f"LAST-MODIFIED:{stamp}Z"
    yield f"SEQUENCE:{event.sequence}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(_text, event.categories))}"
    yield f"TRANSP:{'OPAQUE' if event.is_busy else 'TRANSPARENT'}"
    yield "STATUS:CONFIRMED"


def _location(location: str) -> Iterator[str]:
    if location:
        yield f"LOCATION:{_text(location)}"


def _text(words: str) -> str:
    """People's words, every character as it is (the library breaks a line at a backslash and N)."""
    return _CONTROLS.sub("", words.replace("\r\n", "\n")).translate(_SPECIAL)


def _folded(*lines: str) -> bytes:
    """Lines as they are sent, none with more than 75 octets."""
    return b"".join(_line(line) for line in lines)


def _line(line: str) -> bytes:
    data: bytes = line.encode("utf-8", "replace")
    if len(data) > _LONGEST_LINE:
        data = _written(_LINE(data.decode())).encode()
    return data + b"\r\n"


def _written(value: Any) -> str:
    """A value of the library's as it is sent."""
    data: bytes = value.to_ical()
    return data.decode()


def _when(name: str, when: When) -> str:
    if isinstance(when, datetime) and is_ambiguous(when):
        # Programs differ in which of the two times they take.
        return f"{name}:{when.astimezone(UTC).strftime(_WALL)}Z"
    return _wall(name, when)


def _wall(name: str, when: When) -> str:
    """A date, or what the clock on the wall shows."""
    return f"{_named(name, when)}:{_value(when)}"


def _named(name: str, when: When) -> str:
    if isinstance(when, datetime):
        return f"{name};TZID={_zone(when).key}"
    return f"{name};VALUE=DATE"


def _value(when: When) -> str:
    return when.strftime(_WALL if isinstance(when, datetime) else _DATE)


def _until(last_on: date | None, begins: When) -> When | None:
    """The end of the last day: an instant in UTC where events have a time (RFC 5545, 3.3.10)."""
    if last_on is None or not isinstance(begins, datetime):
        return last_on
    return datetime.combine(last_on, time(23, 59, 59), begins.tzinfo).astimezone(UTC)


def _rule(rule: RepeatRule, until: When | None) -> vRecur:
    parts: dict[str, object] = {"FREQ": rule.frequency.value}
    if until is not None:
        parts["UNTIL"] = until
    if rule.interval > 1:
        parts["INTERVAL"] = rule.interval
    if rule.weekdays:
        parts["BYDAY"] = [f"{rule.nth or ''}{_DAYS[day]}" for day in rule.weekdays]
    for name, numbers in (("BYMONTHDAY", rule.month_days), ("BYMONTH", rule.months)):
        if numbers:
            parts[name] = list(numbers)
    if rule.week_start is not None:
        parts["WKST"] = _DAYS[rule.week_start]
    return vRecur(parts)
