"""What the routes of habits depend on: who keeps figures that were computed while reading."""

from collections.abc import Sequence
from typing import Annotated

import structlog
from fastapi import BackgroundTasks, Depends
from sqlalchemy.exc import SQLAlchemyError

from almanac.core.db import Database, DatabaseDep
from almanac.habits.service.figures import FreshFigures, Remember, keep_figures

log = structlog.get_logger(__name__)


def remember_figures(background: BackgroundTasks, database: DatabaseDep) -> Remember:
    """Keep fresh figures after the response has been sent: reading never waits for a writer."""

    def remember(fresh: Sequence[FreshFigures]) -> None:
        background.add_task(_keep, database, fresh)

    return remember


async def _keep(database: Database, fresh: Sequence[FreshFigures]) -> None:
    try:
        async with database.writers.begin() as session:
            await keep_figures(session, fresh)
    except SQLAlchemyError as exc:
        # They are computed again next time; the answer that needed them has been sent.
        log.warning("habits.figures_not_kept", error=exc.__class__.__name__)


RememberDep = Annotated[Remember, Depends(remember_figures)]
