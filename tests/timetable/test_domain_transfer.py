"""A routine of a file tells all that was ticked of it, session by session."""

from datetime import UTC, datetime

from almanac.timetable.domain.transfer import RoutineRecord, SessionRecord, TickRecord
from tests.timetable.weeks import on, routine, session

NOON = datetime(2026, 3, 18, 12, tzinfo=UTC)


def tick(day: str) -> TickRecord:
    return TickRecord(planned_on=on(day), done_on=on(day), done_at=NOON)


def test_the_ticks_of_a_routine_are_those_of_its_sessions_in_order() -> None:
    first = SessionRecord("a", session(1), NOON, ticks=(tick("2026-03-09"), tick("2026-03-02")))
    none = SessionRecord("b", session(2), NOON)
    last = SessionRecord("c", session(3), NOON, ticks=(tick("2026-03-03"),))
    record = RoutineRecord("r", routine(), NOON, sessions=(first, none, last))
    assert record.ticks == [tick("2026-03-09"), tick("2026-03-02"), tick("2026-03-03")]
    assert RoutineRecord("r", routine(), NOON).ticks == []
