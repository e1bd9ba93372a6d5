"""Files of timetables brought to a plan without a database, and how its sessions are told."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.calendars.reading import read_calendar
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.importing import ReadTimetable, Refused
from almanac.timetable.domain.importing_events import Choices, read_events
from almanac.timetable.domain.importing_fit import routine_for
from almanac.timetable.domain.importing_plan import Plan, There, plan_import
from almanac.timetable.domain.model import CancelScope, Routine, Session

TODAY = date(2026, 11, 20)
BERLIN = ZoneInfo("Europe/Berlin")
NOBODY = There([], {})


def ids() -> Iterator[UUID]:
    """Ids in order, other than those of routines."""
    number = 1000
    while True:
        number += 1
        yield UUID(int=number)


def read(
    data: bytes,
    *,
    zone: ZoneInfo = BERLIN,
    today: date = TODAY,
    past: bool = False,
    holidays: bool = False,
) -> ReadTimetable:
    choices = Choices(zone=zone, today=today, with_past=past, with_holidays=holidays)
    return read_events(read_calendar(data), choices)


def new_routine(timetable: ReadTimetable, *, week_start: Weekday = Weekday.MON) -> Routine:
    return routine_for(
        timetable, routine_id=UUID(int=7), name="New", created_on=TODAY, week_start=week_start
    )


def planned(timetable: ReadTimetable, routine: Routine | None = None) -> Plan:
    """What becomes of a file in a routine, a new one if none is named."""
    if routine is None:
        return plan_import(timetable, new_routine(timetable), NOBODY, ids())
    return plan_import(timetable, routine, There([routine], {}), ids())


def told(session: Session) -> str:
    """`mon 10:15+90 Algebra (H1)`, with the week of a rotation before it."""
    hours, minutes = divmod(session.starts, 60)
    week = f"{session.week}/" if session.week else ""
    place = f" ({session.location})" if session.location else ""
    at = f"{hours:02d}:{minutes:02d}+{session.minutes}"
    return f"{week}{session.weekday} {at} {session.subject}{place}"


def added(plan: Plan) -> list[str]:
    return [told(each.session) for each in plan.added]


def off(session: Session) -> list[str]:
    """Single dates that are cancelled."""
    dates = (c for c in session.cancellations if c.scope is CancelScope.DATE)
    return [f"{c.first_on:%m-%d}" for c in dates]


def ranges(session: Session) -> list[str]:
    found = (c for c in session.cancellations if c.scope is CancelScope.RANGE)
    return [f"{c.first_on} to {c.last_on}" for c in found]


def reasons(refused: tuple[Refused, ...]) -> list[str]:
    return [f"{each.entry.subject}: {each.reason}" for each in refused]
