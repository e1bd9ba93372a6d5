"""However much somebody has, their calendar has an end."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.model import Cancellation, CancelScope, Holiday, Session
from tests.calendars.written import written
from tests.timetable.weeks import SAT, date_off, routine, session

BERLIN = ZoneInfo("Europe/Berlin")
SESSIONS = 2000
KIB = 1024


def many(of: Session, count: int = SESSIONS) -> tuple[Session, ...]:
    return tuple(replace(of, id=UUID(int=number)) for number in range(count))


def test_two_thousand_sessions_are_a_megabyte() -> None:
    weekdays = tuple(Weekday)
    sessions = tuple(
        replace(each, weekday=weekdays[number % 7], starts=number % 1440, subject="Biology, 10b")
        for number, each in enumerate(many(session(location="Room 204", note="Bring a coat")))
    )
    data = written(routine(*sessions), BERLIN)
    assert data.count(b"BEGIN:VEVENT") >= SESSIONS
    assert len(data) < 1500 * KIB


def test_sessions_in_nights_of_clock_changes_take_a_bounded_number_of_exceptions() -> None:
    count = 100
    of = session(1, SAT, starts=1320, minutes=480)
    data = written(routine(*many(of, count), valid_from=date(1900, 1, 1)), BERLIN)
    # Two nights a year, from 2025 to 2037.
    assert data.count(b"RECURRENCE-ID") == count * 26
    assert len(data) < 12 * count * KIB


def test_three_centuries_of_free_days_are_told_for_some_years_alone() -> None:
    ten_years = timedelta(days=3652)
    free = [date(1900, 1, 1) + n * ten_years for n in range(28)]
    holidays = tuple(Holiday(day, day + ten_years - timedelta(days=8)) for day in free)
    of = session()
    for first in free:
        trip = Cancellation(CancelScope.RANGE, first, first + ten_years)
        of = replace(of, cancellations=(*of.cancellations, trip))
    data = written(routine(of, holidays=holidays, valid_from=date(1900, 1, 1)), BERLIN)
    assert len(data) < 20 * KIB
    single = replace(
        of,
        cancellations=tuple(date_off(date(2026, 3, 9) + timedelta(weeks=n)) for n in range(200)),
    )
    data = written(routine(single), BERLIN)
    assert data.replace(b"\r\n ", b"").count(b"T090000") == 200 + 1
