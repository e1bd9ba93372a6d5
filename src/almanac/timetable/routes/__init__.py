"""HTTP of the timetable, by subject: translate, call one service function, return."""

from almanac.timetable.routes import (
    calendar,
    exceptions,
    printing,
    routines,
    sessions,
    sharing,
    tables,
    ticks,
)

routers = (
    routines.router,
    sessions.router,
    exceptions.router,
    ticks.router,
    sharing.router,
    calendar.router,
    printing.router,
    tables.router,
)
