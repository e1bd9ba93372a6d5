"""Batches to be shown: filtered, sorted, counted and cut into pages by the database."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.pagination import Paging
from almanac.freshness import models
from almanac.freshness.domain.filters import BatchFilter, Sort
from almanac.freshness.domain.identifiers import likeness
from almanac.freshness.domain.model import BatchState, Status

_BATCH, _PRODUCT = models.Batch, models.Product
_AT_ONCE = 500


class Found(NamedTuple):
    """A batch with what is shown of its product."""

    batch: models.Batch
    product_name: str
    product_emoji: str


async def list_batches(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, paging: Paging, today: date
) -> list[Found]:
    """A page of the batches that pass the filter."""
    statement = (
        _with_product(user_id)
        .where(*_conditions(wanted), *_chosen(wanted, today))
        .order_by(*_order(wanted.sort))
        .offset(paging.skip)
        .limit(paging.limit)
    )
    return [Found(*row) for row in await session.execute(statement)]


async def count_batches(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, today: date
) -> dict[tuple[BatchState, Status], int]:
    """How many batches pass the filter but for its states and statuses, by both."""
    status = _status(today)
    statement = (
        select(_BATCH.state, status, func.count())
        .join(_PRODUCT, _of_same_product())
        .where(_BATCH.user_id == user_id, _BATCH.deleted_at.is_(None), *_conditions(wanted))
        .group_by(_BATCH.state, status)
    )
    return {
        (state, Status(found)): count for state, found, count in await session.execute(statement)
    }


async def load_batches(
    session: AsyncSession, user_id: UUID, ids: Collection[UUID]
) -> dict[UUID, Found]:
    """Those of `ids` that are there."""
    statement = _with_product(user_id).where(_BATCH.id.in_(ids))
    return {row[0].id: Found(*row) for row in await session.execute(statement)}


async def load_all(
    session: AsyncSession, user_id: UUID, wanted: BatchFilter, *, at_most: int | None = None
) -> list[Found]:
    """Every batch that passes the filter but for its statuses, or the first so many of them.

    Taken some at a time, so that others are answered between them.
    """
    states = [_BATCH.state.in_(wanted.states)] if wanted.states else []
    statement = _with_product(user_id).where(*_conditions(wanted), *states)
    found: list[Found] = []
    result = await session.stream(statement.order_by(*_order(wanted.sort)).limit(at_most))
    async for some in result.partitions(_AT_ONCE):
        found += [Found(*row) for row in some]
    return found


def _with_product(user_id: UUID) -> Select[models.Batch, str, str]:
    return (
        select(_BATCH, _PRODUCT.name, _PRODUCT.emoji)
        .join(_PRODUCT, _of_same_product())
        .where(_BATCH.user_id == user_id, _BATCH.deleted_at.is_(None))
    )


def _of_same_product() -> ColumnElement[bool]:
    return and_(_PRODUCT.user_id == _BATCH.user_id, _PRODUCT.id == _BATCH.product_id)


def _conditions(wanted: BatchFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.product_id is not None:
        conditions.append(_BATCH.product_id == wanted.product_id)
    if wanted.lot:
        conditions.append(_BATCH.lot_key == likeness(wanted.lot))
    if wanted.arrived_from is not None:
        conditions.append(_BATCH.arrived_on >= wanted.arrived_from)
    if wanted.arrived_to is not None:
        conditions.append(_BATCH.arrived_on <= wanted.arrived_to)
    if wanted.words:
        words = likeness(wanted.words)
        keys = (_BATCH.identifier_key, _BATCH.lot_key, _PRODUCT.name_key)
        conditions.append(or_(*(key.contains(words, autoescape=True) for key in keys)))
    return conditions


def _chosen(wanted: BatchFilter, today: date) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.states:
        conditions.append(_BATCH.state.in_(wanted.states))
    if wanted.statuses:
        conditions.append(_status(today).in_([status.value for status in wanted.statuses]))
    return conditions


def _status(today: date) -> ColumnElement[str]:
    """What `domain.status.status_by_turns` says, in SQL."""
    return case(
        (_BATCH.state == BatchState.RECALLED, Status.RECALLED.value),
        (_BATCH.state == BatchState.DISCARDED, Status.EXPIRED.value),
        (_BATCH.arrived_on > today, Status.NOT_YET.value),
        (_BATCH.expires_on <= today, Status.EXPIRED.value),
        (_BATCH.caution_on <= today, Status.CAUTION.value),
        else_=Status.FRESH.value,
    )


def _order(sort: Sort) -> Sequence[SQLColumnExpression[Any]]:
    """Ties come by age, the latest first; what has no date comes last."""
    keys: dict[str, SQLColumnExpression[Any]] = {
        "arrival_date": _BATCH.arrived_on,
        "expires_on": _BATCH.expires_on,
        "left_on": _BATCH.left_on,
        "batch_identifier": _BATCH.identifier_key,
        "product": _PRODUCT.name_key,
        "created_at": _BATCH.created_at,
        "updated_at": _BATCH.updated_at,
    }
    name = sort.removeprefix("-")
    chosen = keys[name].desc() if sort.startswith("-") else keys[name].asc()
    undated = [_BATCH.left_on.is_(None)] if name == "left_on" else []
    return [*undated, chosen, _BATCH.created_at.desc(), _BATCH.id.desc()]
