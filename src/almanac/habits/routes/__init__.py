"""HTTP of habits, by subject: translate, call one service function, return."""

from almanac.habits.routes import check_ins, habits, pauses

routers = (habits.router, check_ins.router, pauses.router)
