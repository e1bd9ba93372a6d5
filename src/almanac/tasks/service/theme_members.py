"""Tasks as members of themes; those that are done are over."""

from almanac.tasks.domain.model import TaskStatus
from almanac.tasks.models import Task
from almanac.themes.service.members import RowsWithTheme

THEMED_TASKS = RowsWithTheme("tasks", Task, Task.status == TaskStatus.OPEN)
