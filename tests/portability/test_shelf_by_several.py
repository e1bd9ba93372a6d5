"""One file that several people bring in at once: each code leads to one of them."""

import asyncio
import json
from uuid import uuid4

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.conftest import browser, sign_up
from tests.freshness.shop_floor import create_batch
from tests.portability.test_everything_again import export
from tests.portability.uploads import upload

PEOPLE, BATCHES = 4, 60


async def test_a_file_that_several_bring_in_at_once_comes_in_for_each(
    alice: AsyncClient, app: FastAPI
) -> None:
    await create_batch(alice)
    document = await export(alice)
    [batch] = document["shelf"]["batches"]
    document["shelf"]["batches"] = [
        batch | {"id": str(uuid4()), "batch_identifier": f"N-{number}", "code": f"{number:012}"}
        for number in range(BATCHES)
    ]
    file = json.dumps(document).encode()
    people = [browser(app) for _ in range(PEOPLE)]
    for number, person in enumerate(people):
        await sign_up(person, f"person-{number}@example.org")
    answers = await asyncio.gather(*(upload(person, file, to="almanac") for person in people))
    assert [answer.status_code for answer in answers] == [201] * PEOPLE
    codes: list[str] = []
    for person in people:
        found = (await person.get("/batches?limit=100")).json()["data"]
        codes += [each["code"] for each in found]
        await person.aclose()
    assert len(codes) == len(set(codes)) == PEOPLE * BATCHES
    assert {f"{number:012}" for number in range(BATCHES)} < set(codes)
