"""What the routes of freshness depend on: when, from where and in which words somebody looks."""

from typing import Annotated, cast
from uuid import UUID

from fastapi import Depends, Query, Request

from almanac.core.fields import Day
from almanac.core.text import Line
from almanac.freshness.domain.filters import BatchFilter, Sort
from almanac.freshness.domain.model import BatchState, Status
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.identity.deps import CurrentUser
from almanac.identity.deps.upkeep import visitor_of
from almanac.identity.domain import Visitor
from almanac.schedules.times import zone_named


def viewpoint(request: Request, user: CurrentUser) -> Viewpoint:
    """Now, in the person's zone and language."""
    return Viewpoint(
        now=user.now,
        zone=zone_named(user.timezone),
        locale=user.locale,
        configured=cast("str | None", request.app.state.public_url),
        asked=f"{request.url.scheme}://{request.url.netloc}",
    )


def batch_filter(
    *,
    # FastAPI copies what is left out.
    statuses: Annotated[list[Status], Query(alias="status", max_length=5)] = [],  # noqa: B006
    states: Annotated[list[BatchState], Query(alias="state", max_length=4)] = [],  # noqa: B006
    product_id: Annotated[UUID | None, Query()] = None,
    words: Annotated[
        Line, Query(alias="q", max_length=200, description="In identifier, lot or product")
    ] = "",
    lot: Annotated[Line, Query(max_length=60)] = "",
    arrived_from: Annotated[Day | None, Query()] = None,
    arrived_to: Annotated[Day | None, Query()] = None,
    sort: Annotated[Sort, Query()] = "-arrival_date",
) -> BatchFilter:
    """Which batches are asked for."""
    return BatchFilter(
        statuses=frozenset(statuses),
        states=frozenset(states),
        product_id=product_id,
        words=words,
        lot=lot,
        arrived_from=arrived_from,
        arrived_to=arrived_to,
        sort=sort,
    )


ViewpointDep = Annotated[Viewpoint, Depends(viewpoint)]
VisitorDep = Annotated[Visitor, Depends(visitor_of)]
BatchFilterDep = Annotated[BatchFilter, Depends(batch_filter)]
