"""The beginning of each person's day, for every area that has something to do then.

What is slow is done while nobody is kept waiting: figures are computed beside reading connections,
and one short transaction takes the day start and stores them. Whatever is broken off before that
leaves the day to be begun by the next tick.
"""

from datetime import datetime, timedelta

from almanac.core.clock import Clock
from almanac.core.db import Database
from almanac.core.jobs import Job, attempt
from almanac.habits.service.day_change import judge_day, keep_day
from almanac.identity.service.day_starts import DayStart, begin_day, list_day_starts

# So many people are looked up at once; each has a transaction of their own.
BATCH = 100


async def begin_days(database: Database, clock: Clock, *, batch: int = BATCH) -> None:
    """Begin the day of everybody whose day has begun; nobody's trouble keeps the others from it."""
    after = None
    while True:
        async with database.readers.begin() as session:
            people = await list_day_starts(session, now=clock(), after=after, limit=batch)
        for person in people:
            work = _begin_day(database, person, clock())
            await attempt(work, job=DAY_START.name, user_id=str(person.user_id))
        if len(people) < batch:
            return
        after = people[-1].user_id


async def _begin_day(database: Database, person: DayStart, now: datetime) -> None:
    today = person.today(now)
    async with database.readers.begin() as session:
        judged = await judge_day(session, person.user_id, today=today)
    async with database.writers.begin() as session:
        if await begin_day(session, person, now=now):
            await keep_day(session, judged)


DAY_START = Job("day_start", timedelta(minutes=1), begin_days, at_start=True)
