"""HTTP of several tasks at once: lists, order, one change to many."""

from typing import Annotated

from fastapi import APIRouter, Query, status

from almanac.core.db import SessionDep
from almanac.core.pagination import PagingDep
from almanac.core.text import Line
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.once import OnceDep
from almanac.tasks.deps import MomentDep
from almanac.tasks.domain.filters import Sort, TaskFilter
from almanac.tasks.domain.model import Priority, TaskGroup, TaskStatus
from almanac.tasks.schemas.bulk import TaskBulk, TaskBulkResult
from almanac.tasks.schemas.task import TaskList, TaskOrder
from almanac.tasks.service import bulk, lifecycle, listing
from almanac.themes.deps import ThemeFilterDep

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.get("")
async def list_tasks(
    user: CurrentUser,
    session: SessionDep,
    paging: PagingDep,
    moment: MomentDep,
    group: Annotated[TaskGroup | None, Query(alias="list")] = None,
    state: Annotated[TaskStatus | None, Query(alias="status")] = None,
    theme: ThemeFilterDep = None,
    priority: Annotated[Priority | None, Query()] = None,
    words: Annotated[
        Line | None, Query(alias="q", max_length=200, description="In title or notes")
    ] = None,
    sort: Annotated[Sort, Query()] = "position",
) -> TaskList:
    """Tasks by list, status, theme, priority and words; what has no date sorts last."""
    wanted = TaskFilter(group, state, theme, priority, words, sort)
    return await listing.list_tasks(session, user.id, wanted, paging, moment=moment)


@router.put("/order", status_code=status.HTTP_204_NO_CONTENT)
async def order_tasks(data: TaskOrder, user: CurrentUser, session: SessionDep) -> None:
    """Set the manual order of some tasks among themselves."""
    await lifecycle.order_tasks(session, user.id, data.ids)


@router.post("/bulk")
async def change_tasks(
    data: TaskBulk, user: CurrentUser, session: SessionDep, moment: MomentDep, once: OnceDep
) -> TaskBulkResult:
    """Change several tasks, all or none; the answer holds what undoes it."""
    return await once(lambda: bulk.change_tasks(session, user.id, data, moment=moment))
