"""HTTP of quick add."""

from fastapi import APIRouter

from almanac.core.db import ReadSessionDep
from almanac.identity.deps import CurrentUser
from almanac.tasks.deps import MomentDep
from almanac.tasks.schemas.quick_add import QuickAddLine, QuickAddRead
from almanac.tasks.service import quick_add

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.post("/parse")
async def parse_line(
    data: QuickAddLine, user: CurrentUser, session: ReadSessionDep, moment: MomentDep
) -> QuickAddRead:
    """Read a task in one line, such as `Pay rent every monday #home`; nothing is written."""
    week = quick_add.Week(user.day_start, user.week_start)
    return await quick_add.read_line(session, user.id, data, week=week, moment=moment)
