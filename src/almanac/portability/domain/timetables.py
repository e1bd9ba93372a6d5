"""Timetables of other programs: calendars (iCalendar) and tables (CSV), with texts made clean."""

from dataclasses import replace

from almanac.calendars.reading import read_calendar
from almanac.calendars.reading_lines import as_utf8, decoded
from almanac.calendars.reading_model import CalendarUnreadable, ReadEvent, Unread
from almanac.portability.domain.reading import (
    Fault,
    Notice,
    Reader,
    Reading,
    Unreadable,
    clean_line,
    clean_prose,
)
from almanac.timetable.domain.importing import (
    Entry,
    LeftOut,
    ReadTimetable,
    Refused,
    Series,
)
from almanac.timetable.domain.importing_events import Choices, read_events
from almanac.timetable.domain.table_reading import TableUnreadable, read_table

MAX_SUBJECT, MAX_LOCATION, MAX_ROUTINE_NAME, MAX_UID = 120, 120, 80, 500


def read_ics(data: bytes, reader: Reader) -> Reading:
    """Read a calendar. Raises `Unreadable`."""
    try:
        calendar = read_calendar(data)
    except CalendarUnreadable as exc:
        raise Unreadable(Fault(exc.fault.value), exc.message) from exc
    timetable = read_events(
        replace(
            calendar,
            name=clean_line(calendar.name, MAX_ROUTINE_NAME),
            events=tuple(_clean_event(event) for event in calendar.events),
            unread=tuple(_clean_unread(event) for event in calendar.unread),
        ),
        Choices(
            zone=reader.zone,
            today=reader.today,
            with_past=reader.with_past,
            with_holidays=reader.with_holidays,
        ),
    )
    return _reading(timetable)


def read_csv(data: bytes, _reader: Reader) -> Reading:
    """Read a table. Raises `Unreadable`."""
    try:
        timetable = read_table(decoded(as_utf8(data)))
    except TableUnreadable as exc:
        raise Unreadable(Fault(exc.fault.value), exc.message) from exc
    series: list[Series] = []
    refused = [replace(each, entry=_clean_entry(each.entry)) for each in timetable.refused]
    for each in timetable.series:
        clean = _clean_series(each)
        if clean.entry.subject:
            series.append(clean)
        else:
            refused.append(Refused(clean.entry, LeftOut.NO_SUBJECT))
    return _reading(replace(timetable, series=tuple(series), refused=tuple(refused)))


def _reading(timetable: ReadTimetable) -> Reading:
    notices = [
        Notice(
            "unknown_zone",
            None,
            f"Nobody knows the zone {clean_line(zone, MAX_SUBJECT)}; its times are read as yours",
        )
        for zone in timetable.unknown_zones
    ]
    if timetable.is_cut_off:
        notices.append(Notice("cut_off", None, "The end of the file is missing"))
    return Reading(habits=(), left_out={}, notices=tuple(notices), timetable=timetable)


def _clean_event(event: ReadEvent) -> ReadEvent:
    return replace(
        event,
        uid=clean_line(event.uid, MAX_UID),
        subject=clean_line(event.subject, MAX_SUBJECT),
        location=clean_line(event.location, MAX_LOCATION),
        note=clean_prose(event.note),
    )


def _clean_unread(event: Unread) -> Unread:
    return replace(
        event,
        uid=clean_line(event.uid, MAX_UID),
        subject=clean_line(event.subject, MAX_SUBJECT),
    )


def _clean_series(series: Series) -> Series:
    return replace(
        series,
        entry=_clean_entry(series.entry),
        location=clean_line(series.location, MAX_LOCATION),
        note=clean_prose(series.note),
    )


def _clean_entry(entry: Entry) -> Entry:
    return replace(entry, subject=clean_line(entry.subject, MAX_SUBJECT))
