"""HTTP of the timetable, by subject: translate, call one service function, return."""

from almanac.timetable.routes import calendar, exceptions, routines, sessions, sharing, ticks

routers = (
    routines.router,
    sessions.router,
    exceptions.router,
    ticks.router,
    sharing.router,
    calendar.router,
)
