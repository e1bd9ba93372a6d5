"""Many who ask the same at once are told together, and nobody is told what was asked before.

A whole shop may scan one label. Who comes while an answer is on its way might miss a change that
came after its question; they wait for the next question, and share its answer with each other.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Joined(Generic[Key, Answer]):
    """Asks for each key once at a time, for everybody who came before the question was put."""

    def __init__(self, ask: Callable[[Key], Awaitable[Answer]]) -> None:
        self._ask = ask
        self._asked: dict[Key, asyncio.Future[Answer]] = {}
        self._next: dict[Key, asyncio.Future[Answer]] = {}

    async def __call__(self, key: Key) -> Answer:
        """The answer to a question that is put from now on."""
        found = self._next.get(key)
        if found is None:
            earlier = self._asked.get(key)
            if earlier is None:
                return await self._put(key)
            found = asyncio.ensure_future(self._after(earlier, key))
            self._next[key] = found
        # Whoever goes away takes the answer from nobody else.
        return await asyncio.shield(found)

    async def _after(self, earlier: asyncio.Future[Answer], key: Key) -> Answer:
        await asyncio.wait([earlier])
        del self._next[key]
        return await self._put(key)

    async def _put(self, key: Key) -> Answer:
        asked = asyncio.get_running_loop().create_future()
        self._asked[key] = asked
        try:
            return await self._ask(key)
        finally:
            if self._asked.get(key) is asked:
                del self._asked[key]
            asked.cancel()
