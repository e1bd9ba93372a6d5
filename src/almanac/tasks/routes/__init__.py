"""HTTP of tasks, by subject: translate, call one service function, return."""

from almanac.tasks.routes import quick_add, several, tasks

# That of one last: `/tasks/order` would be a task's id.
routers = (quick_add.router, several.router, tasks.router)
