"""No file that calls itself a timetable breaks the server, holds it, or leaves anything behind."""

import random
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from httpx2 import AsyncClient
from hypothesis import given
from hypothesis import strategies as st

from almanac.portability.domain.reading import Reader, Unreadable
from almanac.portability.domain.timetables import read_csv, read_ics
from almanac.portability.service.imports import READERS
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.importing import MAX_SERIES, ReadTimetable
from tests.calendars.files import calendar, event, sample
from tests.portability.loop_files import loop_zip
from tests.portability.timetables import routines_of, send
from tests.portability.uploads import HISTORY
from tests.timetable.imports import planned

READER = Reader(date(2026, 3, 18), Weekday.MON, ZoneInfo("Europe/Berlin"), with_past=True)
SAMPLES = ("google", "outlook", "apple", "campus")
TABLE = "subject,weekday,starts,ends\nÜbung,Mo,9:00,10:00\nB,Di,9.00,24:00\n".encode()
MIB = 1024 * 1024


def readable(data: bytes, to: str = "ics") -> ReadTimetable | None:
    """What a file holds, fitted into a routine; none when it is refused in words."""
    read = read_ics if to == "ics" else read_csv
    try:
        timetable = read(data, READER).timetable
    except Unreadable:
        return None
    assert timetable is not None
    assert len(planned(timetable).added) <= 500
    return timetable


@pytest.mark.parametrize("name", SAMPLES)
def test_a_calendar_cut_off_anywhere_is_read_as_far_as_it_goes(name: str) -> None:
    data = sample(name)
    whole = readable(data)
    assert whole is not None
    for length in range(0, len(data), 50):
        cut = readable(data[:length])
        assert cut is None or len(cut.series) <= len(whole.series) + len(whole.refused)


@pytest.mark.parametrize("seed", range(60))
def test_mutations_of_calendars_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - which bytes are spoilt
    data = bytearray(sample(SAMPLES[seed % len(SAMPLES)]))
    for _ in range(chance.choice([1, 5, 50])):
        place = chance.randrange(len(data))
        spoil = chance.choice(
            [b"", b"\x00", b"\r\n", b"9" * 40, b":", b";", b",", b"\xff\xfe", b"-"]
        )
        data[place : place + chance.choice([0, 1, 8])] = spoil
    readable(bytes(data))


SPOILT = [
    (b"20261005", value)
    for value in (b"00000000", b"99991231", b"20260230", b"19000101", b"22001231", b"", b"x" * 90)
] + [
    (b"INTERVAL=2", value)
    for value in (b"INTERVAL=0", b"INTERVAL=-1", b"INTERVAL=" + b"9" * 5000, b"INTERVAL=1.5")
] + [
    (b"RRULE:", value)
    for value in (
        b"RRULE:FREQ=SECONDLY;COUNT=1000000;",
        b"RRULE:COUNT=" + b"9" * 30 + b";",
        b"RRULE:BYDAY=" + b"MO," * 9000,
        b"RRULE:BYSECOND=" + b",".join(b"%d" % n for n in range(60)) + b";",
        b"RRULE:WKST=XX;",
        b"RRULE:" + b";" * 9000,
    )
] + [
    (b"Europe/Berlin", value) for value in (b"", b"..", b"/etc/passwd", b"posixrules", b"\xc3\x28")
] + [
    (b"TZOFFSETTO:+0200", value)
    for value in (b"TZOFFSETTO:+9999", b"TZOFFSETTO:", b"TZOFFSETTO:-2359")
] + [
    (b"BYSETPOS=1", b"BYSETPOS=999999999999"),
    (b"BYMONTH=3", b"BYMONTH=13"),
    (b"DURATION:PT45M", b"DURATION:P9999999999D"),
    (b"DURATION:PT45M", b"DURATION:-PT45M"),
]  # fmt: skip


@pytest.mark.parametrize(("find", "spoil"), SPOILT)
def test_values_that_cannot_be_break_nothing(find: bytes, spoil: bytes) -> None:
    hit = [name for name in SAMPLES if find in sample(name)]
    assert hit
    for name in hit:
        readable(sample(name).replace(find, spoil))


@given(st.binary(max_size=600), st.sampled_from(["ics", "csv"]))
def test_no_bytes_break_a_reader(data: bytes, to: str) -> None:
    readable(data, to)
    head = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" if to == "ics" else TABLE
    readable(head + data, to)


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VEVENT\n" * (20 * MIB // 13),
        b"BEGIN:VCALENDAR\n" + b"SUMMARY" + b";A=b" * (5 * MIB - 9) + b":x",
        b"BEGIN:VCALENDAR\nSUMMARY:" + b"\n x" * 900_000,
        b"BEGIN:VCALENDAR\n" + b"x" * (20 * MIB - 16),
        b"\x00" * (20 * MIB),
        "BEGIN:VCALENDAR\n".encode("utf-16") + b"\xd8\x00" * (9 * MIB),
    ],
    ids=["begins", "parameters", "folds", "one line", "noughts", "broken letters"],
)
def test_twenty_mebibytes_of_anything_are_read_or_refused(data: bytes) -> None:
    assert len(data) <= 20 * MIB
    readable(data)
    readable(data, "csv")


def test_bombs_of_rules_and_dates_are_reckoned_and_never_expanded() -> None:
    every_day = "RRULE:FREQ=DAILY;COUNT=1000000"
    same = [event("Bomb", ":20260323T101500", every_day, uid="a")] * 9000
    timetable = readable(calendar(*same))
    assert timetable is not None
    assert len(timetable.series) == 7
    others = [event(f"B{n}", ":20260323T101500", every_day) for n in range(9000)]
    timetable = readable(calendar(*others))
    assert timetable is not None
    assert len(timetable.series) == MAX_SERIES
    dates = ",".join(["20260330T101500"] * 2000)
    excluded = [event(f"E{n}", ":20260323T101500", every_day, f"EXDATE:{dates}") for n in range(90)]
    assert readable(calendar(*excluded)) is not None


def test_a_heap_of_dates_at_one_time_stays_a_heap() -> None:
    crowd = [event("Crowd", ":20260323T101500", f"LOCATION:Room {n}") for n in range(9000)]
    timetable = readable(calendar(*crowd))
    assert timetable is not None
    assert len(timetable.refused) == 9000


BROKEN = {
    "empty": b"",
    "a zip": loop_zip(HISTORY),
    "a database": b"SQLite format 3\x00" + b"\x00" * 900,
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 900,
    "a page": b"<!doctype html><title>Calendar</title>",
    "json": b'{"format": "almanac", "version": 1}',
    "too deep": b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 99,
    "too many": b"BEGIN:VEVENT\n" * 30_000,
}


@pytest.mark.parametrize("to", ["ics", "csv"])
@pytest.mark.parametrize("kind", BROKEN)
async def test_a_broken_file_is_refused_in_words_and_leaves_nothing(
    alice: AsyncClient, to: str, kind: str
) -> None:
    for dry_run in (True, False):
        response = await send(alice, BROKEN[kind], to, name="x.ics", dry_run=dry_run)
        assert response.status_code == 422, response.text
        (error,) = response.json()["errors"]
        assert error["pointer"] == "/body/file"
    assert await routines_of(alice) == []
    assert (await alice.get("/imports")).json()["count"] == 0


async def test_a_file_of_more_than_twenty_mebibytes_is_too_large(alice: AsyncClient) -> None:
    response = await send(alice, b"x" * (20 * MIB + 1))
    assert (response.status_code, response.json()["code"]) == (413, "file_too_large")


@pytest.mark.parametrize("to", sorted(READERS))
async def test_a_calendar_under_any_format_is_no_server_error(alice: AsyncClient, to: str) -> None:
    response = await send(alice, sample("google"), to, name="x.csv", dry_run=True)
    assert response.status_code in {200, 422}


async def test_markup_and_control_characters_become_plain_lines(alice: AsyncClient) -> None:
    data = calendar(
        event("<b>A</b>\x07\u202eB", ":20260323T101500", "RRULE:FREQ=WEEKLY", "LOCATION:\x01"),
        event("\u200b", ":20260323T121500", "RRULE:FREQ=WEEKLY"),
    )
    response = await send(alice, data)
    assert response.status_code == 201
    (routine,) = await routines_of(alice)
    (session,) = routine["sessions"]
    assert (session["subject"], session["location"]) == ("<b>A</b>  B", "")
    assert response.json()["sessions"]["left_out"] == {"no_subject": 1}
    path = f"/routines/{routine['id']}/sessions/{session['id']}"
    assert (await alice.patch(path, json={"subject": session["subject"]})).status_code == 200
