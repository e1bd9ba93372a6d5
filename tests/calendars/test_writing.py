"""The format itself: lines, characters, values, and the same bytes for the same events."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from almanac.calendars.events import CalendarEvent, Frequency, Override, RepeatRule, Timing
from almanac.calendars.writing import write_calendar
from almanac.schedules.rules import Weekday

BERLIN = ZoneInfo("Europe/Berlin")
STAMP = datetime(2026, 3, 18, 12, 30, 15, 999, tzinfo=UTC)
ONE_DAY = Timing(date(2026, 3, 19), date(2026, 3, 20))
EVENT = CalendarEvent("one@almanac", STAMP, 3, "Biology", ONE_DAY)
LONG = "Größenwahn in Gärten 🌱🌿, ein Überblick; 数学と物理学の授業、第三教室で " * 8


def lines(data: bytes) -> list[bytes]:
    """Lines as they are read: unfolded."""
    return data.replace(b"\r\n ", b"").split(b"\r\n")


def written(event: CalendarEvent, name: str = "Any") -> bytes:
    return write_calendar(name, [event], BERLIN)


def test_an_event_is_written_with_what_is_stored_of_it() -> None:
    event = replace(EVENT, location="Lab 2", description="Bring a coat", categories=("Term, A",))
    text = lines(written(event))
    for line in (
        b"VERSION:2.0",
        b"X-WR-TIMEZONE:Europe/Berlin",
        b"UID:one@almanac",
        b"DTSTAMP:20260318T123015Z",
        b"LAST-MODIFIED:20260318T123015Z",
        b"SEQUENCE:3",
        b"DTSTART;VALUE=DATE:20260319",
        b"DTEND;VALUE=DATE:20260320",
        b"LOCATION:Lab 2",
        b"CATEGORIES:Term\\, A",
        b"STATUS:CONFIRMED",
        b"TRANSP:OPAQUE",
    ):
        assert text.count(line) == 1, line
    assert b"VTIMEZONE" not in written(event), "a day has no zone"
    assert b"TRANSP:TRANSPARENT" in written(replace(event, is_busy=False))


def test_what_repeats_is_written_as_a_rule_with_its_exceptions() -> None:
    begins = datetime(2026, 3, 5, 9, tzinfo=BERLIN)
    hour, week = timedelta(hours=1), timedelta(weeks=1)
    timing = Timing(
        begins,
        begins + hour,
        RepeatRule(Frequency.WEEKLY, 2, date(2026, 6, 25), weekdays=(Weekday.THU,)),
        (begins + 2 * week, begins + 4 * week),
        (Override(begins + 6 * week, begins + 6 * week + hour, begins + 6 * week + 3 * hour, ""),),
    )
    text = lines(written(replace(EVENT, timing=timing, location="Lab")))
    for line in (
        b"DTSTART;TZID=Europe/Berlin:20260305T090000",
        b"DTEND;TZID=Europe/Berlin:20260305T100000",
        b"RRULE:FREQ=WEEKLY;UNTIL=20260625T215959Z;INTERVAL=2;BYDAY=TH",
        b"EXDATE;TZID=Europe/Berlin:20260319T090000,20260402T090000",
        b"RECURRENCE-ID;TZID=Europe/Berlin:20260416T090000",
        b"DTSTART;TZID=Europe/Berlin:20260416T100000",
        b"DTEND;TZID=Europe/Berlin:20260416T120000",
        b"TZID:Europe/Berlin",
    ):
        assert text.count(line) == 1, line
    assert text.count(b"LOCATION:Lab") == 1, "the exception is nowhere"


def test_lines_have_75_octets_at_most_and_no_character_is_cut() -> None:
    data = written(replace(EVENT, summary=LONG, description=LONG, location=LONG), LONG)
    assert data.endswith(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode("utf-8")
    (event,) = Calendar.from_ical(data).events
    assert event["summary"] == event["description"] == event["location"] == LONG


INJECTED = "Bio\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Evil"


@pytest.mark.parametrize(
    "text",
    [
        "a,b;c:d\\e\"f'g",
        "C:\\New\\names",
        "<b onclick=alert(1)>&amp;</b>",
        "first\nsecond\n\nthird",
        "=cmd|' /C calc'!A0",
        "\u202eright to left \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
        "\\n \\N \\, \\; \\\\n",
        " kept ",
    ],
)
def test_text_is_read_back_as_it_was_typed(text: str) -> None:
    data = written(replace(EVENT, summary=text, description=text))
    (event,) = Calendar.from_ical(data).events
    assert (event["summary"], event["description"]) == (text, text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_is_read_back(text: str) -> None:
    (event,) = Calendar.from_ical(written(replace(EVENT, description=f"x{text}"))).events
    assert event["description"] == f"x{text}"


def test_line_breaks_and_control_characters_add_no_lines() -> None:
    plain = lines(written(EVENT, "Any"))
    event = replace(EVENT, summary=INJECTED, categories=(INJECTED,), uid="a\r\nb\x00\x1b\x7f")
    hostile = lines(written(event, INJECTED))
    assert len(hostile) == len(plain) + 1  # the categories
    assert hostile.count(b"END:VEVENT") == 1
    assert b"UID:a\\nb" in hostile
    assert not any(byte < 32 for line in hostile for byte in line)


PROGRAM = """
import sys
from tests.calendars.test_writing import example
sys.stdout.buffer.write(example())
"""


def example() -> bytes:
    """A calendar with something of everything."""
    begins = datetime(2026, 3, 5, 9, tzinfo=ZoneInfo("Africa/Casablanca"))
    days = (Weekday.MON, Weekday.THU)
    rule = RepeatRule(Frequency.WEEKLY, weekdays=days, week_start=Weekday.SUN)
    timed = Timing(begins, begins + timedelta(hours=1), rule, (begins + timedelta(weeks=1),))
    return write_calendar(LONG, [EVENT, replace(EVENT, uid="two", timing=timed)], BERLIN)


def test_every_process_writes_the_same_bytes() -> None:
    seen = {sha256(example()).digest()}
    for seed in ("0", "1", "4711"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": "src:.",
            "TZ": "Asia/Tokyo",
        }
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, check=True, capture_output=True
        )
        seen.add(sha256(run.stdout).digest())
    assert len(seen) == 1


def test_a_moment_without_a_named_zone_is_a_mistake_of_ours() -> None:
    timing = Timing(STAMP, STAMP)
    with pytest.raises(TypeError):
        written(replace(EVENT, timing=timing))
