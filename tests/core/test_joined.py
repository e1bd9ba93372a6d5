"""Who asks the same at once is told together, and never what was asked before they came."""

import asyncio

import pytest

from almanac.core.joined import Joined


class Source:
    """Something that is asked: each answer is begun when it is asked and ends when it is let go."""

    def __init__(self) -> None:
        self.value = 0
        self.asked = 0
        self.gate = asyncio.Event()

    async def __call__(self, key: str) -> tuple[str, int]:
        self.asked += 1
        found = self.value
        await self.gate.wait()
        if found < 0:
            raise LookupError(key)
        return key, found


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_comes_later_shares_the_next_answer_and_sees_every_change_before_it() -> None:
    source = Source()
    joined = Joined(source)
    first = asyncio.create_task(joined("a"))
    await settle()
    source.value = 1
    later = [asyncio.create_task(joined("a")) for _ in range(10)]
    other = asyncio.create_task(joined("b"))
    await settle()
    assert source.asked == 2
    source.gate.set()
    assert await first == ("a", 0)
    assert await asyncio.gather(*later) == [("a", 1)] * 10
    assert await other == ("b", 1)
    assert source.asked == 3
    assert await joined("a") == ("a", 1)


async def test_who_goes_away_takes_the_answer_from_nobody() -> None:
    source = Source()
    joined = Joined(source)
    first, *later = [asyncio.create_task(joined("a")) for _ in range(3)]
    await settle()
    first.cancel()
    later[0].cancel()
    source.gate.set()
    assert await later[1] == ("a", 0)


async def test_a_failure_is_told_to_all_and_kept_from_those_after_it() -> None:
    source = Source()
    source.value = -1
    source.gate.set()
    joined = Joined(source)
    outcomes = await asyncio.gather(*(joined("a") for _ in range(3)), return_exceptions=True)
    assert [type(each) for each in outcomes] == [LookupError] * 3
    source.value = 2
    assert await joined("a") == ("a", 2)
    source.value = -1
    with pytest.raises(LookupError):
        await joined("a")
