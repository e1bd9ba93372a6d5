"""iCalendar files of other programs are understood, and what cannot be is named."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.calendars.reading import read_calendar
from almanac.calendars.reading_lines import content_lines
from almanac.calendars.reading_model import (
    MAX_EVENTS,
    CalendarFault,
    CalendarUnreadable,
    EventFault,
    Frequency,
    ReadEvent,
)
from almanac.calendars.reading_values import minutes_of, rule_of, when_of
from tests.calendars.files import calendar, event, sample

BERLIN = ZoneInfo("Europe/Berlin")
SAMPLES = ("google", "outlook", "apple", "campus")


def only(data: bytes) -> ReadEvent:
    read = read_calendar(data)
    assert read.unread == ()
    (found,) = read.events
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_read_as_the_library_reads_them(name: str) -> None:
    data = sample(name)
    ours = read_calendar(data).events
    theirs = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert mine.uid == str(other["UID"])
        assert mine.subject == str(other["SUMMARY"])
        assert mine.location == str(other.get("LOCATION", ""))
        start = other.decoded("DTSTART")
        if isinstance(start, datetime) and start.tzinfo is not None:
            assert isinstance(mine.starts, datetime)
            assert mine.starts.astimezone(UTC) == start.astimezone(UTC)
        else:
            assert mine.starts == start


def test_a_calendar_of_google_has_its_rules_and_what_replaces_their_dates() -> None:
    read = read_calendar(sample("google"))
    series, moved, cancelled, holidays, dentist = read.events
    assert (read.name, read.is_cut_off, read.unknown_zones) == ("Autumn term", False, ())
    assert series.note == "Bring the exercise sheet, please.\nRoom may change."
    assert series.rule is not None
    assert (series.rule.frequency, series.rule.weekdays) == (Frequency.WEEKLY, (0, 2))
    # The end is told in UTC; here it is what the clock in Berlin shows then.
    assert series.rule.until == datetime(2027, 2, 12, 23, 59, 59)  # noqa: DTZ001 - on the wall
    assert [day.day for day in series.excluded] == [21, 23]
    assert moved.replaces == datetime(2026, 11, 16, 10, 15, tzinfo=BERLIN)
    assert (cancelled.is_cancelled, series.is_cancelled) == (True, False)
    assert (holidays.is_all_day, holidays.minutes) == (True, 14 * 1440)
    assert dentist.starts == datetime(2026, 12, 3, 17, tzinfo=UTC)


def test_zones_of_windows_and_of_the_file_itself_are_understood() -> None:
    exercise, call = read_calendar(sample("outlook")).events
    assert exercise.starts == datetime(2026, 10, 6, 8, 15, tzinfo=BERLIN)
    assert exercise.location == "Raum 3.14; Altbau"
    # On 7 October it is summer time in that office.
    four_hours_behind = timezone(timedelta(hours=-4))
    assert call.starts == datetime(2026, 10, 7, 11, tzinfo=four_hours_behind)


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("Europe/Berlin", 9),
        ("europe/berlin", 9),
        ("/freeassociation.sourceforge.net/Europe/Berlin", 9),
        ("W. Europe Standard Time", 9),
        ("America/Argentina/Buenos_Aires", 13),
        ("/mozilla.org/20070129_1/America/Argentina/Buenos_Aires", 13),
        ("GMT", 10),
        ("UTC", 10),
    ],
)
def test_zones_have_many_names(zone: str, hour: int) -> None:
    read = only(calendar(event("A", f";TZID={zone}:20261123T100000")))
    assert isinstance(read.starts, datetime)
    assert read.starts.astimezone(UTC).hour == hour


@pytest.mark.parametrize("zone", ["Nowhere", "../../etc/passwd", "/", "Europe", "\x00", "x" * 5000])
def test_a_zone_that_nobody_knows_is_told_and_its_times_are_those_of_the_wall(zone: str) -> None:
    read = read_calendar(calendar(event("A", f";TZID={zone}:20261123T100000")))
    assert read.events[0].starts == datetime(2026, 11, 23, 10)  # noqa: DTZ001 - on the wall
    assert len(read.unknown_zones) == 1


def test_an_own_zone_changes_its_clocks_by_its_rules() -> None:
    office = "(UTC-05:00) Our office"
    data = sample("outlook").replace(b"20261007T110000", b"20261104T110000")
    read = read_calendar(data).events[1]
    assert office.encode() in data
    assert isinstance(read.starts, datetime)
    assert read.starts.utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("latin-1"),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.replace("\r\n", "\r").encode(),
        lambda text: text.replace("Übung", "Üb\r\n ung").encode(),
        # Within the two bytes of the letter, as old programs fold.
        lambda text: text.encode().replace("Ü".encode(), b"\xc3\r\n \x9c"),
    ],
)
def test_encodings_line_ends_and_folds_make_no_difference(encode: object) -> None:
    assert callable(encode)
    read = only(encode(calendar(event("Übung")).decode()))
    assert read.subject == "Übung"


def test_ends_that_are_missing_end_with_what_begins_next() -> None:
    two = calendar(event("A"), event("B")).replace(b"END:VEVENT\r\n", b"", 1)
    assert [each.subject for each in read_calendar(two).events] == ["A", "B"]
    cut = two[: two.index(b"DURATION", two.index(b"SUMMARY:B"))]
    read = read_calendar(cut)
    assert [each.subject for each in read.events] == ["A"]
    assert (read.is_cut_off, read.unread[0].fault) == (True, EventFault.CUT_OFF)


def test_alarms_and_foreign_parts_say_nothing_of_an_event() -> None:
    alarm = "BEGIN:VALARM\nSUMMARY:No\nDTSTART:20200101T000000\nEND:VALARM"
    foreign = "BEGIN:X-THING\nUID:no"
    read = only(calendar(f"{alarm}\n{event('Yes', uid='7')}\n{foreign}"))
    assert (read.subject, read.uid) == ("Yes", "7")


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("SUMMARY:A", EventFault.UNREADABLE_DATE),
        (event(starts="20261323T101500"), EventFault.UNREADABLE_DATE),
        (event(starts="tomorrow"), EventFault.UNREADABLE_DATE),
        (event(starts="99990101T000000"), EventFault.UNREADABLE_DATE),
        (event(starts="\u0662\u0660261123T101500"), EventFault.UNREADABLE_DATE),
        (event(length="PT"), EventFault.UNREADABLE_DATE),
        (event(length="P999999W"), EventFault.UNREADABLE_DATE),
        (f"{event()}\nEXDATE:soon", EventFault.UNREADABLE_DATE),
        (f"{event()}\nRRULE:FREQ=SOMETIMES", EventFault.UNREADABLE_RULE),
        (f"{event()}\nRRULE:INTERVAL=2", EventFault.UNREADABLE_RULE),
        (f"{event()}\nRRULE:FREQ=WEEKLY;BYDAY=XX", EventFault.UNREADABLE_RULE),
        (f"{event()}\nRRULE:FREQ=WEEKLY;COUNT=0", EventFault.UNREADABLE_RULE),
        (f"{event()}\nRRULE:FREQ=WEEKLY;FREQ=DAILY", EventFault.UNREADABLE_RULE),
        (f"{event()}\nEXDATE:{','.join(['20261130T101500'] * 2001)}", EventFault.TOO_MANY_DATES),
        (f"{event()}\n" + "EXDATE:20261130T101500\n" * 2001, EventFault.TOO_MANY_DATES),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(lines: str, fault: EventFault) -> None:
    (unread,) = read_calendar(calendar(lines)).unread
    assert (unread.line, unread.fault) == (3, fault)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", CalendarFault.EMPTY),
        (b" \r\n\t", CalendarFault.EMPTY),
        (b"PK\x03\x04zipped", CalendarFault.NOT_CALENDAR),
        (b"name,day\nA,Mon\n", CalendarFault.NOT_CALENDAR),
        (b"\x00" * 1000, CalendarFault.NOT_CALENDAR),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 100, CalendarFault.TOO_DEEP),
        (b"BEGIN:VEVENT\n" * (MAX_EVENTS + 1), CalendarFault.TOO_MUCH_DATA),
        (b"BEGIN:VTIMEZONE\n" * 201, CalendarFault.TOO_MUCH_DATA),
        (b"BEGIN:VCALENDAR\n" + b"\n" * 1_000_001, CalendarFault.TOO_MUCH_DATA),
        (b"BEGIN:VCALENDAR\r" + b"\r" * 2_000_001, CalendarFault.TOO_MUCH_DATA),
    ],
)
def test_files_that_are_no_calendar_or_too_much_of_one_are_refused(
    data: bytes, fault: CalendarFault
) -> None:
    with pytest.raises(CalendarUnreadable) as caught:
        read_calendar(data)
    assert caught.value.fault is fault


def test_a_file_excludes_so_many_dates_and_no_more() -> None:
    line = f"EXDATE:{','.join(['20261130'] * 2000)}"
    with pytest.raises(CalendarUnreadable, match="200000 dates"):
        read_calendar(calendar(*[f"{event()}\n{line}"] * 101))


def test_a_line_of_megabytes_is_read_as_far_as_matters() -> None:
    folded = "\r\n ".join(["é" * 40] * 50_000)
    read = only(calendar(f"{event()}\nDESCRIPTION:{folded}"))
    assert read.note == "é" * 4000


def test_values_are_read_or_refused() -> None:
    assert when_of("20261123") == (date(2026, 11, 23), False)
    assert when_of("2026-11-23T10:15:00Z")[1] is True
    assert when_of("20261231T235960")[0] == datetime(2026, 12, 31, 23, 59, 59)  # noqa: DTZ001 - on the wall
    assert (minutes_of("P1DT2H"), minutes_of("PT90M"), minutes_of("P1W")) == (1560, 90, 10080)
    rule, _ = rule_of("FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1;COUNT=1000000000000")
    assert rule.others == {"BYDAY", "BYSETPOS"}
    assert rule.count == 100_000_000


@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reading_of_lines(data: bytes) -> None:
    assert all(line.name for line in content_lines(data))


@given(st.lists(st.sampled_from([*sample("google").splitlines(keepends=True)]), max_size=60))
def test_lines_in_any_order_are_a_calendar_or_refused(lines: list[bytes]) -> None:
    try:
        read = read_calendar(b"".join(lines))
    except CalendarUnreadable:
        return
    assert len(read.events) + len(read.unread) <= len(lines)
