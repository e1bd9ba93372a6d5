"""The link under which anybody may read a routine: made, taken back, followed.

There is one for a routine at most. It gives no right but to look; who takes it back and shares
again has another one. A deleted routine keeps its link, which works again when it is restored.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.security import new_token
from almanac.identity.service.people import find_active_person
from almanac.themes.service import load_marks
from almanac.timetable import models
from almanac.timetable.domain.model import Routine
from almanac.timetable.queries.loading import find_share
from almanac.timetable.service.loading import RoutineRecord, load_record
from almanac.timetable.service.lookup import RoutineNotFound, lock_routine


@dataclass(frozen=True, slots=True)
class SharedRoutine:
    """A routine as its link shows it, on the date where its owner is, and its sessions' colours."""

    routine: Routine
    today: date
    colors: dict[UUID, str]


async def share_routine(
    session: AsyncSession, user_id: UUID, routine_id: UUID, *, now: datetime
) -> str:
    """The token of the routine's link, made unless there is one. Raises `RoutineNotFound`."""
    # Held until the commit: of several who share at once, one makes the link.
    await lock_routine(session, user_id, routine_id)
    token = await find_share(session, user_id, routine_id)
    if token is None:
        token = new_token()
        session.add(
            models.Share(user_id=user_id, routine_id=routine_id, token=token, created_at=now)
        )
        await session.flush()
    return token


async def unshare_routine(session: AsyncSession, user_id: UUID, routine_id: UUID) -> None:
    """Take the routine's link back; without one nothing changes. Raises `RoutineNotFound`."""
    await lock_routine(session, user_id, routine_id)
    row = models.Share
    await session.execute(delete(row).where(row.user_id == user_id, row.routine_id == routine_id))


async def follow_link(session: AsyncSession, token: str, *, now: datetime) -> SharedRoutine | None:
    """What a link shows; None when it was taken back, or its routine or owner is not there."""
    row = models.Share
    found = await session.execute(
        select(row.user_id, row.routine_id).where(row.token == _spelled(token))
    )
    share = found.one_or_none()
    owner = share and await find_active_person(session, share.user_id)
    if share is None or owner is None:
        return None
    try:
        record = await load_record(
            session, owner.user_id, share.routine_id, week_start=owner.week_start
        )
    except RoutineNotFound:
        return None
    colors = await _colors(session, owner.user_id, record)
    return SharedRoutine(record.routine, owner.today(now), colors)


async def _colors(session: AsyncSession, user_id: UUID, record: RoutineRecord) -> dict[UUID, str]:
    """The colours of a routine's sessions: their own, or those of their themes."""
    marks = {theme: mark.color for theme, mark in (await load_marks(session, user_id)).items()}
    found = {}
    for each in record.routine.sessions:
        color = each.color or (each.theme_id and marks.get(each.theme_id))
        if color:
            found[each.id] = color
    return found


def _spelled(token: str) -> str:
    """The token, or one that nobody has, so that a malformed link costs the same statement."""
    return token if token.isascii() and token.isprintable() else ""
