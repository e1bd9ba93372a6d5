"""What a calendar is told, expanded by another library, is what the timetable shows."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import WEEKLY, rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.changes import cancel, move_date
from almanac.timetable.domain.instants import held_at
from almanac.timetable.domain.model import Holiday, Move, Routine, Session
from almanac.timetable.domain.occurrences import occurrences
from almanac.timetable.domain.recurrence import Recurrence, recurrence
from tests.timetable.weeks import (
    LAST,
    MONDAY,
    SERIES,
    date_off,
    on,
    range_off,
    routine,
    session,
    troubled,
)


def test_a_session_of_one_week_of_two_recurs_every_second_week_from_its_first_date() -> None:
    within = routine(rotation_weeks=2, valid_from=on("2026-03-03"), valid_to=on("2026-05-01"))
    assert recurrence(session(week=1), within) == Recurrence(
        first_on=on("2026-03-16"), last_on=on("2026-04-27"), every_weeks=2
    )
    assert recurrence(session(), routine()) == Recurrence(MONDAY, None, 1)


def test_dates_that_are_cancelled_or_holidays_are_excluded_and_moved_ones_replaced() -> None:
    of = cancel(session(), date_off(on("2026-03-09")))
    of = cancel(of, range_off(on("2026-03-16"), on("2026-03-24")))
    of = move_date(of, Move(MONDAY, on("2026-03-04"), 600, 60))
    of = move_date(of, Move(on("2026-04-13"), on("2026-03-20"), 600, 60))
    of = cancel(of, SERIES)
    within = routine(holidays=(Holiday(on("2026-04-05"), on("2026-04-06")),))
    found = recurrence(of, within)
    assert found is not None
    # The date of 13 April was moved into the range that is cancelled.
    assert [day.isoformat() for day in found.excluded_on] == [
        "2026-03-09",
        "2026-03-16",
        "2026-03-23",
        "2026-04-06",
        "2026-04-13",
    ]
    assert [(o.planned_on, o.on, o.session) for o in found.moved] == [
        (MONDAY, on("2026-03-04"), of)
    ]


def test_a_session_without_a_date_does_not_recur() -> None:
    assert recurrence(session(week=2), routine()) is None


@settings(max_examples=25, deadline=None)
@given(troubled())
def test_a_calendar_expands_to_what_takes_place(of_within: tuple[Session, Routine]) -> None:
    of, within = of_within
    end = LAST + timedelta(weeks=12)
    found = recurrence(of, within)
    held = {o.on for o in occurrences(of, within, date.min, end) if o.takes_place}
    if found is None:
        assert not held
        return
    if of.series_cancellation:
        return
    rule = rrule(
        WEEKLY,
        interval=found.every_weeks,
        dtstart=datetime.combine(found.first_on, time()),
        until=datetime.combine(min(found.last_on or end, end), time()),
    )
    expanded = {moment.date() for moment in rule} - set(found.excluded_on)
    expanded -= {o.planned_on for o in found.moved}
    assert expanded | {o.on for o in found.moved if o.on <= end} == held


def held(zone: str, day: str, starts: int, minutes: int) -> list[str]:
    weekday = tuple(Weekday)[on(day).weekday()]
    of = session(1, weekday, starts=starts, minutes=minutes)
    (found,) = occurrences(of, routine(created_on=on(day)), on(day), on(day))
    return [moment.isoformat()[11:] for moment in held_at(found, ZoneInfo(zone))]


@pytest.mark.parametrize(
    ("zone", "day", "starts", "minutes", "expected"),
    [
        ("Europe/Berlin", "2026-03-02", 540, 60, ["09:00:00+01:00", "10:00:00+01:00"]),
        ("Europe/Berlin", "2026-03-28", 1320, 480, ["22:00:00+01:00", "06:00:00+02:00"]),
        ("Europe/Berlin", "2026-03-29", 150, 60, ["03:00:00+02:00", "03:30:00+02:00"]),
        ("Europe/Berlin", "2026-03-29", 105, 30, ["01:45:00+01:00", "03:00:00+02:00"]),
        ("Europe/Berlin", "2026-03-29", 125, 30, ["03:00:00+02:00", "03:30:00+02:00"]),
        ("Europe/Berlin", "2026-10-25", 150, 60, ["02:30:00+02:00", "03:30:00+01:00"]),
        ("Europe/Berlin", "2026-10-25", 180, 60, ["03:00:00+01:00", "04:00:00+01:00"]),
        ("Australia/Lord_Howe", "2026-10-04", 130, 10, ["02:30:00+11:00", "02:40:00+11:00"]),
        ("America/New_York", "2026-03-07", 1380, 1440, ["23:00:00-05:00", "23:00:00-04:00"]),
    ],
)
def test_a_session_is_held_by_the_clock_on_the_wall(
    zone: str, day: str, starts: int, minutes: int, expected: list[str]
) -> None:
    assert held(zone, day, starts, minutes) == expected


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"]),
    st.dates(date(2010, 1, 1), date(2037, 12, 31)),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
def test_every_session_ends_after_it_begins_within_two_days(
    zone: str, day: date, starts: int, minutes: int
) -> None:
    weekday = tuple(Weekday)[day.weekday()]
    of = session(1, weekday, starts=starts, minutes=minutes)
    (found,) = occurrences(of, routine(created_on=day), day, day)
    begins, ends = (moment.astimezone(UTC) for moment in held_at(found, ZoneInfo(zone)))
    assert timedelta() < ends - begins <= timedelta(days=2)
