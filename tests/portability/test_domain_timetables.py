"""Texts of timetables from elsewhere are clean before they become sessions."""

from datetime import date

import pytest

from almanac.portability.domain.reading import Reader, Reading, Unreadable
from almanac.portability.domain.timetables import read_csv, read_ics
from almanac.schedules.rules import Weekday
from tests.calendars.files import calendar, event

READER = Reader(today=date(2026, 11, 20), week_start=Weekday.MON)


def of_table(*rows: str) -> Reading:
    return read_csv("\n".join(["subject,weekday,starts,ends,location", *rows]).encode(), READER)


def told(reading: Reading) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Subject and place of what is there, subject and reason of what is left out."""
    assert reading.timetable is not None
    series = [(each.entry.subject, each.location) for each in reading.timetable.series]
    refused = [(each.entry.subject, str(each.reason)) for each in reading.timetable.refused]
    return series, refused


def test_control_characters_of_a_table_are_spaces() -> None:
    reading = of_table("Lo\x07gic\u202e,mon,10:00,11:00, H\x1b1 ")
    assert told(reading) == ([("Lo gic", "H 1")], [])


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060\ufeff", "\u202e", "\x07"])
def test_a_row_whose_subject_cannot_be_seen_is_left_out(unseen: str) -> None:
    reading = of_table("Logic,mon,10:00,11:00,H1", f"{unseen},tue,10:00,11:00,H2")
    assert told(reading) == ([("Logic", "H1")], [("", "no_subject")])


def test_an_event_whose_subject_cannot_be_seen_is_left_out() -> None:
    rule = "RRULE:FREQ=WEEKLY"
    data = calendar(event("Logic", ":20261123T101500", rule), event("\u200b", "", rule))
    unseen = calendar(event("\u200b", ":20261123T101500", rule))
    assert told(read_ics(data, READER))[0] == [("Logic", "")]
    assert told(read_ics(unseen, READER)) == ([], [("", "no_subject")])


def test_what_is_no_table_and_no_calendar_says_so() -> None:
    with pytest.raises(Unreadable) as table:
        read_csv(b"name,colour\nLogic,red\n", READER)
    with pytest.raises(Unreadable) as events:
        read_ics(b"subject,weekday\n", READER)
    assert (table.value.fault, events.value.fault) == ("missing_headings", "not_calendar")
