"""HTTP of habits, by subject: translate, call one service function, return."""

from fastapi import APIRouter

from almanac.habits.routes import check_ins, habits, pauses

router = APIRouter()
for part in (habits, check_ins, pauses):
    router.include_router(part.router)
