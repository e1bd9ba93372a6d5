"""An iCalendar file (RFC 5545) as neutral values: what programs write, not only what they should.

Missing ends, foreign parts, alarms, odd encodings and unknown properties are passed over; an event
that cannot be understood is named and left out. Nothing is expanded, nothing is written, and the
work is bounded by the sizes of `reading_model`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from almanac.calendars.reading_events import read_event
from almanac.calendars.reading_lines import ContentLine, content_lines, unescaped
from almanac.calendars.reading_model import (
    MAX_DATES_OF_ALL,
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_NAME,
    MAX_OBSERVANCES,
    MAX_PROPERTIES,
    MAX_UNKNOWN_ZONES,
    MAX_ZONES,
    CalendarFault,
    CalendarUnreadable,
    EventFault,
    ReadCalendar,
    ReadEvent,
    Unread,
)
from almanac.calendars.reading_zones import FileZone, Zones, read_zone

_NAMES = ("X-WR-CALNAME", "NAME")
_OF_EVENTS = frozenset({
    "UID", "SUMMARY", "LOCATION", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE",
    "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS",
})  # fmt: skip
_OF_DATES = frozenset({"EXDATE", "RDATE"})
_OBSERVANCES = frozenset({"STANDARD", "DAYLIGHT"})
_OF_OBSERVANCES = frozenset({"DTSTART", "TZOFFSETTO", "RRULE"})


@dataclass(slots=True)
class _Event:
    """Lines of an event as they are found."""

    line: int
    lines: list[ContentLine] = field(default_factory=list)
    is_complete: bool = False


@dataclass(slots=True)
class _Zone:
    """Lines of a time zone, by its parts."""

    tzid: str = ""
    location: str = ""
    observances: list[list[ContentLine]] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What the lines of a file add up to; `open` are the parts that have begun and not ended."""

    open: list[str] = field(default_factory=list)
    name: str = ""
    events: list[_Event] = field(default_factory=list)
    zones: list[_Zone] = field(default_factory=list)
    is_calendar: bool = False


def read_calendar(data: bytes) -> ReadCalendar:
    """What a file holds. Raises `CalendarUnreadable`."""
    if not data.strip():
        raise CalendarUnreadable(CalendarFault.EMPTY, "The file is empty")
    found = _find(content_lines(data))
    if not found.is_calendar:
        message = "This is no calendar (iCalendar, .ics)"
        raise CalendarUnreadable(CalendarFault.NOT_CALENDAR, message)
    if sum(_dates_of(event) for event in found.events) > MAX_DATES_OF_ALL:
        message = f"The file excludes or adds more than {MAX_DATES_OF_ALL} dates"
        raise CalendarUnreadable(CalendarFault.TOO_MUCH_DATA, message)
    zones = _zones(found.zones)
    read = [_read(event, zones) for event in found.events]
    return ReadCalendar(
        name=found.name,
        events=tuple(event for event in read if isinstance(event, ReadEvent)),
        unread=tuple(event for event in read if isinstance(event, Unread)),
        unknown_zones=tuple(zones.unknown)[:MAX_UNKNOWN_ZONES],
        is_cut_off=bool(found.open),
    )


def _dates_of(event: _Event) -> int:
    return sum(line.value.count(",") + 1 for line in event.lines if line.name in _OF_DATES)


def _find(lines: Iterable[ContentLine]) -> _Found:
    found = _Found()
    for line in lines:
        if line.name == "BEGIN":
            _begin(found, line)
        elif line.name == "END":
            _end(found, line.value.strip().upper())
        elif found.open:
            _keep(found, line)
    return found


def _begin(found: _Found, line: ContentLine) -> None:
    part = line.value.strip().upper()
    if part in {"VEVENT", "VTIMEZONE", "VCALENDAR"}:
        # None of these lies within an event or a zone: the end of what was open is missing.
        while found.open and found.open[-1] != "VCALENDAR":
            _close(found)
    if part == "VCALENDAR":
        found.open.clear()
    found.open.append(part)
    if len(found.open) > MAX_DEPTH:
        message = f"Line {line.number}: parts of the calendar lie too deep in each other"
        raise CalendarUnreadable(CalendarFault.TOO_DEEP, message)
    _make_room(found, part, line.number)


def _make_room(found: _Found, part: str, number: int) -> None:
    """Make room for the lines of a part that has begun."""
    if part == "VEVENT":
        found.events.append(_Event(number))
    elif part == "VTIMEZONE":
        found.zones.append(_Zone())
    elif part in _OBSERVANCES and found.zones:
        found.zones[-1].observances.append([])
    found.is_calendar = found.is_calendar or part in {"VCALENDAR", "VEVENT"}
    if len(found.events) > MAX_EVENTS or len(found.zones) > MAX_ZONES:
        message = f"The file holds more than {MAX_EVENTS} events"
        raise CalendarUnreadable(CalendarFault.TOO_MUCH_DATA, message)


def _end(found: _Found, part: str) -> None:
    if part in found.open:
        while _close(found) != part:
            pass


def _close(found: _Found) -> str:
    """Close the part that began last, with its end or without; its name."""
    part = found.open.pop()
    if part == "VEVENT":
        found.events[-1].is_complete = True
    return part


def _keep(found: _Found, line: ContentLine) -> None:
    """Keep a line that says something of the part it stands in; alarms and the like do not."""
    part = found.open[-1]
    if part == "VEVENT":
        event = found.events[-1]
        if line.name in _OF_EVENTS and len(event.lines) < MAX_PROPERTIES:
            event.lines.append(line)
    elif part == "VCALENDAR":
        if line.name in _NAMES and not found.name:
            found.name = unescaped(line.value).strip()[:MAX_NAME]
    elif part == "VTIMEZONE":
        _keep_of_zone(found.zones[-1], line)
    elif part in _OBSERVANCES and "VTIMEZONE" in found.open:
        observances = found.zones[-1].observances
        if len(observances) <= MAX_OBSERVANCES and line.name in _OF_OBSERVANCES:
            observances[-1] = [*observances[-1][: len(_OF_OBSERVANCES)], line]


def _keep_of_zone(zone: _Zone, line: ContentLine) -> None:
    if line.name == "TZID":
        zone.tzid = zone.tzid or line.value.strip()
    elif line.name == "X-LIC-LOCATION":
        zone.location = zone.location or line.value.strip()


def _zones(found: list[_Zone]) -> Zones:
    of_file: dict[str, FileZone] = {}
    for zone in found:
        if read := read_zone(zone.tzid, zone.observances[:MAX_OBSERVANCES]):
            of_file.setdefault(zone.tzid, read)
    return Zones(of_file, {zone.tzid: zone.location for zone in found if zone.location})


def _read(event: _Event, zones: Zones) -> ReadEvent | Unread:
    read = read_event(event.line, event.lines, zones)
    if event.is_complete or isinstance(read, Unread):
        return read
    return Unread(read.line, read.uid, read.subject, EventFault.CUT_OFF)
