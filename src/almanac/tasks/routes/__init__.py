"""HTTP of tasks, by subject: translate, call one service function, return."""

from almanac.tasks.routes import several, tasks

# Those of several first: `/tasks/order` would be a task's id.
routers = (several.router, tasks.router)
