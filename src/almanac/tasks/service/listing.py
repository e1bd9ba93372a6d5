"""Lists of tasks, a page at a time."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging, page_of
from almanac.tasks.domain.filters import TaskFilter
from almanac.tasks.domain.model import Moment
from almanac.tasks.queries import listing
from almanac.tasks.schemas.task import TaskList
from almanac.tasks.service.views import task_view
from almanac.themes.service import check_filter, load_marks


async def list_tasks(
    session: AsyncSession, user_id: UUID, wanted: TaskFilter, paging: Paging, *, moment: Moment
) -> TaskList:
    """The tasks that pass the filter, in the order wanted: at most three statements.

    Raises `Invalid` for a theme that is not there.
    """
    if wanted.theme is not None:
        check_filter(wanted.theme, await load_marks(session, user_id))
    count = await listing.count_tasks(session, user_id, wanted, moment.today)
    found = await listing.list_tasks(session, user_id, wanted, paging, moment.today)
    page = page_of([task_view(task, last, moment) for task, last in found], count, paging)
    return TaskList(data=page.data, count=page.count, next_cursor=page.next_cursor)
