"""The application in this process, with people who have years of habits, and what it asks.

In this process because that way its statements can be counted and its clock moved to tomorrow.
"""

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from uuid import UUID

from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import event, insert
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from almanac.app import create_app
from almanac.core.clock import utc_now
from almanac.core.db import Database
from almanac.core.ids import new_id
from almanac.core.settings import Settings
from almanac.habits.domain.model import CheckInStatus, HabitKind, ScheduleVersion
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord
from almanac.habits.service.imports import import_habits
from almanac.observability.logs import configure_logs
from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
)
from almanac.tasks.domain.model import TaskStatus
from almanac.tasks.models import Completion, Task
from bench.harness.servers import PASSWORD

# What people have, most of it daily.
RULES: tuple[Rule, ...] = (
    *(Daily(),) * 4,
    WeeklyDays(frozenset({Weekday.MON, Weekday.WED, Weekday.FRI})),
    TimesPerPeriod(3, Period.WEEK),
    MonthlyDay(1),
    IntervalCycle(2, 1),
    AfterCompletion(4),
    TimesPerPeriod(10, Period.MONTH),
)
# Every eleventh day is missed, unless asked otherwise.
GAP = 11


@dataclass
class Asked:
    """What was asked of the database, without what begins and ends transactions."""

    statements: list[str] = field(default_factory=list)
    rows_written: int = 0


class Stopwatch:
    """Tells when an answer was complete; what is done after it is not waited for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.answered_at = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def watched_send(message: Message) -> None:
            await send(message)
            self.answered_at = time.perf_counter()

        await self.app(scope, receive, watched_send)


@dataclass
class Installation:
    """An application over a database, whose day can be moved."""

    app: Stopwatch
    database: Database
    days_ahead: int = 0

    def now(self) -> datetime:
        """The present, moved by whole days."""
        return utc_now() + timedelta(days=self.days_ahead)

    @asynccontextmanager
    async def person(self, name: str) -> AsyncIterator[tuple[AsyncClient, UUID]]:
        """Somebody who signs up, and their id."""
        async with AsyncClient(
            transport=ASGITransport(self.app),
            base_url="https://almanac.test/api/v1",
            headers={"Sec-Fetch-Site": "same-origin"},
        ) as client:
            account = {"email": f"{name}@example.org", "password": PASSWORD, "timezone": "UTC"}
            answer = (await client.post("/auth/register", json=account)).raise_for_status()
            yield client, UUID(answer.json()["id"])

    async def milliseconds(self, client: AsyncClient, path: str) -> float:
        """How long the answer to a GET took."""
        begun = time.perf_counter()
        (await client.get(path)).raise_for_status()
        return (self.app.answered_at - begun) * 1000

    async def give_habits(
        self, user_id: UUID, habits: int, years: int, *, gap: int | None = GAP
    ) -> None:
        """So many habits with check-ins on the days of so many years, up to yesterday.

        Every `gap`-th day goes without one.
        """
        today = self.now().date()
        days = [today - timedelta(days=ago) for ago in range(365 * years, 0, -1)]
        records = [
            HabitRecord(
                key=f"bench:{number}",
                name=f"Habit {number}",
                kind=HabitKind.CHECK,
                starts_on=days[0],
                versions=(ScheduleVersion(days[0], RULES[number % len(RULES)]),),
                check_ins=tuple(
                    CheckInRecord(day, CheckInStatus.DONE)
                    for day in days
                    if gap is None or day.toordinal() % gap
                ),
            )
            for number in range(habits)
        ]
        async with self.database.writers.begin() as session:
            await import_habits(session, user_id, records, import_id=new_id(), now=self.now())

    async def give_tasks(self, user_id: UUID, tasks: int, years: int) -> None:
        """So many tasks due until today, and as many each month that were done, for years."""
        now, today = self.now(), self.now().date()
        fixed = {"user_id": user_id, "created_on": today, "created_at": now, "updated_at": now}
        done_on = [today - timedelta(days=30 * ago) for ago in range(1, 12 * years + 1)]
        open_rows = [
            {
                **fixed,
                "id": new_id(),
                "title": f"Task {number}",
                "due_on": today - timedelta(number % 9),
            }
            for number in range(tasks)
        ]
        done_rows = [
            {
                **fixed,
                "id": new_id(),
                "title": f"Done {number}",
                "due_on": day,
                "status": TaskStatus.DONE,
                "completed_on": day,
                "completed_at": now,
                "completions_count": 1,
            }
            for day in done_on
            for number in range(tasks)
        ]
        completions = [
            {
                "user_id": user_id,
                "task_id": row["id"],
                "number": 1,
                "planned_on": row["due_on"],
                "done_on": row["completed_on"],
                "done_at": now,
                "before": {"ticked": []},
            }
            for row in done_rows
        ]
        async with self.database.writers.begin() as session:
            for rows in (open_rows, done_rows):
                await session.execute(insert(Task), rows)
            await session.execute(insert(Completion), completions)

    @contextmanager
    def counting(self) -> Iterator[Asked]:
        """Count what is asked of the database meanwhile."""
        asked = Asked()

        def executed(_connection: Any, cursor: Any, statement: str, *_: Any) -> None:
            if not statement.startswith("BEGIN"):
                asked.statements.append(statement)
                if not statement.lstrip().startswith(("SELECT", "WITH")):
                    asked.rows_written += max(0, cursor.rowcount)

        def looked_up(*_: Any) -> None:
            asked.statements.append("a lookup")

        listeners: list[tuple[Any, str, Any]] = [
            (engine, "after_cursor_execute", executed) for engine in self._engines()
        ]
        listeners.append((self.database.lookups.engine.sync_engine, "checkout", looked_up))
        for listener in listeners:
            event.listen(*listener)
        try:
            yield asked
        finally:
            for listener in listeners:
                event.remove(*listener)

    def _engines(self) -> Sequence[Any]:
        write = self.database.write_engine.sync_engine
        if write.dialect.name == "postgresql":  # its reading engine tells the writing one
            return (write,)
        return (write, self.database.read_engine.sync_engine)


@asynccontextmanager
async def installation(database_url: str) -> AsyncIterator[Installation]:
    """The application over a migrated database."""
    configure_logs("json", "warning")
    with TemporaryDirectory(prefix="almanac-bench-") as directory:
        settings = Settings(
            database_url=database_url,
            data_dir=Path(directory),
            rate_limit_factor=1000,
            _env_file=None,
        )
        app = create_app(settings, secret_key=bytes(32))
        made = Installation(Stopwatch(app), cast("Database", app.state.database))
        app.state.clock = made.now
        try:
            yield made
        finally:
            await made.database.dispose()
