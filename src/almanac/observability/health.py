"""Health levels: `live` says that the process answers, `ready` that it can do its work."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from almanac.core.db import Database

MINIMUM_FREE_BYTES = 64 * 1024 * 1024


class Health(BaseModel):
    """`checks` holds `ok` or what is wrong, by the name of what was checked."""

    status: Literal["ok", "unavailable"]
    checks: dict[str, str]


@dataclass(frozen=True, slots=True)
class Readiness:
    """What `ready` looks at."""

    database: Database
    data_dir: Path
    revision: str

    async def checks(self) -> dict[str, str]:
        return {
            "database": await self._database(),
            "disk": self._disk(),
        }

    async def _database(self) -> str:
        try:
            async with self.database.readers.begin() as session:
                found = await session.scalar(text("SELECT version_num FROM alembic_version"))
        except (SQLAlchemyError, OSError) as exc:
            return f"unreachable ({exc.__class__.__name__})"
        return "ok" if found == self.revision else f"at migration {found}, not {self.revision}"

    def _disk(self) -> str:
        free = shutil.disk_usage(self.data_dir).free
        return "ok" if free >= MINIMUM_FREE_BYTES else f"only {free // 1024**2} MiB free"


def health_router(readiness: Readiness) -> APIRouter:
    """`/healthz/live` and `/healthz/ready`, for GET and HEAD."""
    router = APIRouter(prefix="/healthz", tags=["operation"], include_in_schema=False)

    @router.api_route("/live", methods=["GET", "HEAD"])
    async def live() -> Health:
        return Health(status="ok", checks={"process": "ok"})

    @router.api_route("/ready", methods=["GET", "HEAD"])
    async def ready(response: Response) -> Health:
        checks = await readiness.checks()
        if all(result == "ok" for result in checks.values()):
            return Health(status="ok", checks=checks)
        response.status_code = 503
        return Health(status="unavailable", checks=checks)

    return router
