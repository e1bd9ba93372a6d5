"""A calendar in the format that every calendar program reads (RFC 5545).

The same events give the same bytes, in any process and at any time: nothing in here asks the clock
or counts. Folding of lines and the forms of values are the `icalendar` library's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.cal.component import Component
from icalendar.prop import vCategory, vDDDLists, vDuration, vRecur, vText, vUTCOffset

from almanac.calendars.events import CalendarEvent, Override, RepeatRule, Timing, When
from almanac.calendars.zones import Observance, is_ambiguous, observances
from almanac.schedules.rules import Weekday

PRODUCT = "-//Almanac//Almanac//EN"
# How often programs that ask by themselves may ask again.
REFRESH_EVERY = timedelta(hours=1)
_DAYS = dict(zip(Weekday, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class _Text(vText):
    """People's words as they are: the library's own way breaks a line at a backslash and an N."""

    def to_ical(self) -> bytes:
        plain = _CONTROLS.sub("", self.replace("\r\n", "\n"))
        return plain.translate(_SPECIAL).encode("utf-8", "replace")


def write_calendar(name: str, events: Iterable[CalendarEvent], zone: ZoneInfo) -> bytes:
    """The calendar of that name; `zone` is where its owner is.

    Events are written in the order given.
    """
    written = list(events)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _Text(name))
    calendar.add("x-wr-calname", _Text(name))
    calendar.add("x-wr-timezone", _Text(zone.key))
    calendar.add("refresh-interval", vDuration(REFRESH_EVERY, params={"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(REFRESH_EVERY))
    for used, first_year in _zones(written):
        calendar.add_component(_timezone(used, first_year))
    for event in written:
        calendar.add_component(_event(event))
        for override in event.timing.overrides:
            calendar.add_component(_override(event, override))
    data: bytes = calendar.to_ical()
    return data


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


def _timezone(zone: ZoneInfo, first_year: int) -> Timezone:
    component = Timezone()
    component.add("tzid", _Text(zone.key))
    for observance in observances(zone, first_year):
        component.add_component(_observance(observance))
    return component


def _observance(observance: Observance) -> Component:
    change = observance.change
    component: Component = TimezoneDaylight() if change.is_daylight else TimezoneStandard()
    component.add("dtstart", change.wall)
    component.add("tzoffsetfrom", vUTCOffset(change.before))
    component.add("tzoffsetto", vUTCOffset(change.after))
    component.add("tzname", _Text(change.name))
    if observance.rule is not None:
        component.add("rrule", _rule(observance.rule, observance.until))
    return component


def _event(event: CalendarEvent) -> Event:
    component, timing = _described(event, event.location), event.timing
    _add_when(component, "dtstart", timing.begins)
    _add_when(component, "dtend", timing.ends)
    if timing.rule is not None:
        component.add("rrule", _rule(timing.rule, _until(timing.rule.last_on, timing.begins)))
    if timing.excluded:
        component.add("exdate", _several(timing.excluded))
    return component


def _override(event: CalendarEvent, override: Override) -> Event:
    location = event.location if override.location is None else override.location
    component = _described(event, location)
    _add_wall(component, "recurrence-id", override.instead_of)
    _add_when(component, "dtstart", override.begins)
    _add_when(component, "dtend", override.ends)
    return component


def _described(event: CalendarEvent, location: str) -> Event:
    """All of an event but its time."""
    component = Event()
    component.add("uid", _Text(event.uid))
    component.add("dtstamp", event.stamped_at.astimezone(UTC))
    component.add("last-modified", event.stamped_at.astimezone(UTC))
    component.add("sequence", event.sequence)
    component.add("summary", _Text(event.summary))
    for name, text in (("location", location), ("description", event.description)):
        if text:
            component.add(name, _Text(text))
    if event.categories:
        categories = vCategory([])
        categories.cats = [_Text(each) for each in event.categories]
        component.add("categories", categories)
    component.add("transp", "OPAQUE" if event.is_busy else "TRANSPARENT")
    component.add("status", "CONFIRMED")
    return component


def _add_when(component: Component, name: str, when: When) -> None:
    if isinstance(when, datetime) and is_ambiguous(when):
        # Programs differ in which of the two times they take.
        component.add(name, when.astimezone(UTC))
    else:
        _add_wall(component, name, when)


def _add_wall(component: Component, name: str, when: When) -> None:
    """A date, or what the clock on the wall shows."""
    if isinstance(when, datetime):
        component.add(name, when.replace(tzinfo=None), parameters={"TZID": _zone(when).key})
    else:
        component.add(name, when)


def _several(moments: Sequence[When]) -> vDDDLists:
    first = moments[0]
    if not isinstance(first, datetime):
        return vDDDLists(list(moments), params={"VALUE": "DATE"})
    walls = [each.replace(tzinfo=None) for each in moments if isinstance(each, datetime)]
    return vDDDLists(walls, params={"TZID": _zone(first).key})


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
