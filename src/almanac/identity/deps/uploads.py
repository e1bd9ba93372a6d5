"""Routes that take files: who asks is known before the file is read."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from almanac.identity.deps import get_current_user, get_optional_user

# What a multipart body adds around its file.
ENVELOPE_BYTES = 64 * 1024


class SignedInFirst(APIRoute):
    """Asks who it is before it reads the body: a file of a stranger is not worth its bytes."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_signed_in(request: Request) -> Response:
            await get_current_user(await get_optional_user(request))
            return await handle(request)

        return handle_signed_in
