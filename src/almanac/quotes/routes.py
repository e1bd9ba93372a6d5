"""HTTP of quotes: translate, call one service function, return."""

from typing import Annotated

from fastapi import APIRouter, Query

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.identity.deps import CurrentUser
from almanac.quotes.deps import AudienceDep
from almanac.quotes.schemas import QuoteRead
from almanac.quotes.service.daily import read_quote

router = APIRouter(tags=["quotes"])


@router.get("/quotes/today")
async def read_quote_of_day(
    user: CurrentUser,
    session: SessionDep,
    audience: AudienceDep,
    date: Annotated[Day | None, Query(description="Default: today")] = None,
) -> QuoteRead:
    """The quote of a day, the same all day for everybody who reads the same language."""
    return await read_quote(session, audience, date or user.today, today=user.today)
