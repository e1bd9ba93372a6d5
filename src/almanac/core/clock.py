"""The only module that reads the system clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, cast

from fastapi import Depends, Request

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The current instant, aware, in UTC."""
    return datetime.now(UTC)


def request_now(request: Request) -> datetime:
    """The instant of this request by the application's clock, which tests can move."""
    return cast("Clock", request.app.state.clock)()


Now = Annotated[datetime, Depends(request_now)]
