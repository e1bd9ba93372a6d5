"""Hours of the timetable by subject and theme: what took place, and what is still to come."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from httpx2 import AsyncClient
from hypothesis import given
from hypothesis import strategies as st

from almanac.core.db import Database
from almanac.schedules.rules import Weekday
from almanac.timetable.domain.days import day_of
from almanac.timetable.domain.hours import Hours, held_days, hours_by_subject, sum_hours
from almanac.timetable.domain.instants import held_at
from almanac.timetable.domain.model import Routine, Session
from almanac.timetable.domain.occurrences import occurrences
from almanac.timetable.domain.viewpoint import Viewpoint
from tests.conftest import MovableClock
from tests.factories import create_theme
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session, read
from tests.timetable.weeks import days, spans, troubled

TODAY = "2026-03-18"
FIGURES = ("minutes", "count", "planned_minutes", "planned_count")
BERLIN = ZoneInfo("Europe/Berlin")


def figures(row: dict[str, Any]) -> tuple[int, ...]:
    return tuple(row[name] for name in FIGURES)


async def hours(client: AsyncClient, first: str, last: str, **query: Any) -> dict[str, Any]:
    return await read(client, "/stats/timetable", **{"from": first, "to": last}, **query)


async def test_what_took_place_is_told_from_what_is_to_come(
    alice: AsyncClient, clock: MovableClock
) -> None:
    routine = await create_routine(alice)
    # Thursdays 5 and 12 are over; of Wednesday, the 18th, the morning is.
    await create_session(alice, routine, "Biology")
    await create_session(alice, routine, "Sport", weekday="wed", starts="08:00", minutes=90)
    await create_session(alice, routine, "Sport", weekday="wed", starts="18:00", kind="task")
    clock.now = datetime(2026, 3, 18, 11, tzinfo=UTC)
    found = await hours(alice, "2026-03-01", "2026-03-31")
    assert {row["subject"]: figures(row) for row in found["by_subject"]} == {
        "Sport": (3 * 90 + 2 * 60, 5, 90 + 2 * 60, 3),
        "Biology": (120, 2, 120, 2),
    }
    assert figures(found) == (510, 7, 330, 5)
    assert (found["from"], found["to"], found["days"]) == ("2026-03-01", "2026-03-31", 31)
    shown = (await alice.get("/stats?range=30d")).json()["timetable"]
    assert figures(shown) == (510, 7, 60, 1)


async def test_cancelled_dates_and_holidays_do_not_count_and_moved_ones_where_they_went(
    alice: AsyncClient,
) -> None:
    holiday = {"first_on": "2026-03-05", "last_on": "2026-03-05"}
    routine = await create_routine(alice, valid_from="2026-02-02", holidays=[holiday])
    session = await create_session(alice, routine, "Biology")
    await change(alice, "PUT", f"{address(session)}/cancellations/2026-03-12", {"reason": "ill"})
    move = {"on": "2026-03-02", "starts": "10:00", "minutes": 30}
    await change(alice, "PUT", f"{address(session)}/moves/2026-02-26", move)
    assert figures(await hours(alice, "2026-02-01", "2026-02-28")) == (180, 3, 0, 0)
    assert figures(await hours(alice, "2026-03-01", "2026-03-17")) == (30, 1, 0, 0)
    await change(alice, "PUT", f"{address(session)}/cancellation", {})
    assert figures(await hours(alice, "2026-02-01", "2026-12-31")) == (0, 0, 0, 0)


async def test_subjects_are_one_whatever_their_capitals_and_themes_are_told_apart(
    alice: AsyncClient,
) -> None:
    theme = await create_theme(alice, "School")
    mark = {"id": theme["id"], "name": "School", "color": theme["color"]}
    routine, other = await create_routine(alice), await create_routine(alice, "other")
    await create_session(alice, routine, "Biology", theme_id=theme["id"])
    await create_session(alice, other, "biology", starts="12:00", theme_id=theme["id"])
    await create_session(alice, routine, "Biology", starts="14:00", minutes=30)
    found = await hours(alice, "2026-03-05", "2026-03-05")
    assert [(row["subject"], row["theme"], row["minutes"]) for row in found["by_subject"]] == [
        ("Biology", mark, 120),
        ("Biology", None, 30),
    ]
    assert [(row["theme"], row["minutes"]) for row in found["by_theme"]] == [
        (mark, 120),
        (None, 30),
    ]
    own = await hours(alice, "2026-03-05", "2026-03-05", theme_id=theme["id"])
    assert (own["minutes"], len(own["by_subject"])) == (120, 1)
    without = await hours(alice, "2026-03-05", "2026-03-05", theme_id="none")
    assert without["minutes"] == 30


async def test_all_days_begin_with_the_earliest_routine_ten_years_ago_at_most(
    alice: AsyncClient,
) -> None:
    routine = await create_routine(alice, valid_from="2025-03-06", valid_to="2025-03-31")
    await create_session(alice, routine, "Biology")
    found = (await read(alice, "/stats", range="all"))["timetable"]
    assert (found["from"], found["to"], found["count"]) == ("2025-03-06", TODAY, 4)
    ancient = await create_routine(alice, valid_from="1900-01-01", valid_to="1900-12-31")
    await create_session(alice, ancient, "Latin")
    found = (await read(alice, "/stats", range="all"))["timetable"]
    assert (found["days"], found["count"]) == (3654, 4)
    assert (await hours(alice, "1900-01-01", "2200-12-31"))["count"] == 56


async def test_a_range_has_an_end_after_its_start_and_an_own_theme(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    wrong = await alice.get("/stats/timetable?from=2026-03-02&to=2026-03-01")
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/query/to")
    assert (await alice.get("/stats/timetable?from=2026-3-2&to=2026-03-04")).status_code == 422
    theme = await create_theme(bob, "his")
    query = f"from=2026-03-02&to=2026-03-04&theme_id={theme['id']}"
    assert (await alice.get(f"/stats/timetable?{query}")).status_code == 422


async def test_a_stranger_has_no_hours_of_it_and_deleted_ones_are_gone(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    await create_session(alice, routine, "Latin", minutes=30)
    assert (await hours(bob, "2026-03-01", "2026-03-31"))["by_subject"] == []
    await alice.delete(address(session))
    assert (await hours(alice, "2026-03-01", "2026-03-17"))["minutes"] == 60
    await alice.delete(f"/routines/{routine['id']}")
    assert (await hours(alice, "2026-03-01", "2026-03-17"))["minutes"] == 0


async def test_the_columns_of_the_file_add_up_to_the_hours(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "School")
    routine = await create_routine(alice, valid_from="2025-11-03")
    await create_session(alice, routine, "=Biology", theme_id=theme["id"])
    await create_session(alice, routine, "latin", weekday="fri", starts="23:30", minutes=90)
    await create_session(alice, routine, "Latin", weekday="mon", minutes=45)
    for name in ("7d", "90d", "all"):
        found = (await read(alice, "/stats", range=name))["timetable"]
        text = (await alice.get(f"/stats/export.csv?range={name}")).text
        rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
        rows = [row for row in rows if row["kind"] == "timetable"]
        assert sum(int(row["session_minutes"]) for row in rows) == found["minutes"]
        assert sum(int(row["sessions"]) for row in rows) == found["count"]
        assert {(row["subject"], row["theme"]) for row in rows} == {
            ("'=Biology", "School"),
            ("latin", ""),
        }


async def test_hours_cost_two_statements_whatever_there_is(
    alice: AsyncClient, database: Database
) -> None:
    for number in range(4):
        routine = await create_routine(alice, f"routine {number}")
        for weekday in ("mon", "tue"):
            await create_session(alice, routine, weekday=weekday, kind="task")
    with counted_statements(database) as seen:
        await hours(alice, "2016-03-01", "2036-03-31")
    # One more looks up who asks.
    assert len(seen) <= 3, seen


moments = st.builds(
    lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
    days,
    st.integers(0, 23),
)


@given(st.lists(troubled(), min_size=1, max_size=3), spans(), moments, st.sampled_from([0, 240]))
def test_hours_are_those_of_the_occurrences_one_by_one(
    of: list[tuple[Session, Routine]], span: tuple[date, date], now: datetime, start: int
) -> None:
    today = (now.astimezone(BERLIN).replace(tzinfo=None) - timedelta(minutes=start)).date()
    view = Viewpoint(now, today, Weekday.MON, "", BERLIN, start)
    routines = [routine for _, routine in of]
    expected = Hours()
    for session, routine in of:
        for each in occurrences(session, routine, span[0], span[1] + timedelta(days=1)):
            on = day_of(each.on, each.starts, start)
            if each.takes_place and span[0] <= on <= span[1]:
                over = on < today or (on == today and held_at(each, BERLIN)[1] <= now)
                counted = Hours(each.minutes, 1) if over else Hours(0, 0, each.minutes, 1)
                expected = expected.plus(counted)
    rows = hours_by_subject(routines, *span, view)
    assert sum_hours(row.hours for row in rows) == expected
    one_by_one = list(held_days(routines, *span, view))
    assert (sum(day.minutes for day in one_by_one), len(one_by_one)) == (
        expected.minutes,
        expected.count,
    )
    assert all(span[0] <= day.on <= min(span[1], today) for day in one_by_one)
