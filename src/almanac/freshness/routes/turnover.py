"""HTTP of waste and turnover."""

from typing import Annotated

from fastapi import APIRouter, Query

from almanac.core.db import SessionDep
from almanac.core.fields import Day
from almanac.freshness.domain.turnover import Step
from almanac.freshness.schemas.turnover import TurnoverReport
from almanac.freshness.service.turnover import report_turnover
from almanac.identity.deps import CurrentUser

router = APIRouter(prefix="/batches", tags=["freshness"])


@router.get("/turnover")
async def read_turnover(
    user: CurrentUser,
    session: SessionDep,
    first: Annotated[Day, Query(alias="from")],
    last: Annotated[Day, Query(alias="to")],
    by: Annotated[Step, Query()] = Step.WEEK,
) -> TurnoverReport:
    """What arrived, was sold and was wasted, by product and over time."""
    return await report_turnover(session, user.id, first, last, by, week_start=user.week_start)
