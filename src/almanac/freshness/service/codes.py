"""Public codes: made at random, and taken back."""

import secrets
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.freshness.domain.codes import RANDOM_BYTES, code_from
from almanac.freshness.domain.events import EventKind
from almanac.freshness.domain.viewpoint import Viewpoint
from almanac.freshness.queries import rows
from almanac.freshness.schemas.batch import BatchRead
from almanac.freshness.service.events import record
from almanac.freshness.service.listing import show_batch
from almanac.freshness.service.lookup import find_batch, shop_today
from almanac.freshness.service.opening import open_shop


def new_code() -> str:
    """A code that nobody can guess and, of 2^60, no other batch has."""
    return code_from(secrets.token_bytes(RANDOM_BYTES))


async def replace_code(
    session: AsyncSession, user_id: UUID, batch_id: UUID, *, view: Viewpoint
) -> BatchRead:
    """Give a batch another code; labels with the old one lead nowhere. Raises `BatchNotFound`."""
    shop = await open_shop(session, user_id, view=view)
    batch = await find_batch(session, user_id, batch_id)
    await rows.retire_code(session, batch, now=view.now)
    batch.code = new_code()
    record(session, batch, EventKind.NEW_CODE, on=shop_today(shop, view), now=view.now)
    return await show_batch(session, batch, shop, view=view)
