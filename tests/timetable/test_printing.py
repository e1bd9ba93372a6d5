"""A routine as a PDF, through the API: one page, in the person's language, with all there is."""

import asyncio
import io
from threading import Event
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from httpx2 import AsyncClient, Response
from pypdf import PdfReader
from sqlalchemy import QueuePool

from almanac.core.db import SQLITE_READERS, Database
from almanac.typesetting import press
from tests.statements import counted_statements
from tests.timetable.days import address, change, create_routine, create_session
from tests.typesetting.reading import catalog, heard, text_of

MORNING = {"weekday": "mon", "starts": "08:00", "minutes": 75}


async def printed(client: AsyncClient, routine: dict[str, Any], **query: str) -> Response:
    response = await client.get(f"/routines/{routine['id']}/export.pdf", params=query)
    assert response.status_code == 200, response.text
    return response


def read(response: Response) -> PdfReader:
    reader = PdfReader(io.BytesIO(response.content))
    assert len(reader.pages) == 1
    return reader


async def asked_for(pages: int) -> None:
    """Wait until so many pages are being set or wait for that."""
    async with asyncio.timeout(60):
        while sum(turn.asked for turn in press._turns.values()) < pages:  # noqa: ASYNC110, SLF001 - no event tells
            await asyncio.sleep(0.01)


async def test_a_routine_is_printed_on_one_broad_page(alice: AsyncClient) -> None:
    routine = await create_routine(alice, "Spring term")
    await create_session(alice, routine, "Biology", location="Lab 2", **MORNING)
    response = await printed(alice, routine)
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["cache-control"] == "private, no-cache"
    page = read(response).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    said = text_of(page)
    for words in ("Spring term", "Monday", "Friday", "Biology", "Lab 2", "From March 2, 2026"):
        assert words in said
    assert "Saturday" not in said
    letter = read(await printed(alice, routine, paper="letter")).pages[0]
    assert (round(letter.mediabox.width), round(letter.mediabox.height)) == (792, 612)


async def test_the_file_has_the_name_of_the_routine(alice: AsyncClient) -> None:
    name = 'Woche "A/B" für Ελένη'
    response = await printed(alice, await create_routine(alice, name))
    expected = f"attachment; filename*=UTF-8''{quote(name, safe='')}.pdf"
    assert response.headers["content-disposition"] == expected


async def test_who_has_the_page_is_not_sent_it_again(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    first = await printed(alice, routine)
    assert (await printed(alice, routine)).content == first.content
    path = f"/routines/{routine['id']}/export.pdf"
    again = await alice.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    await create_session(alice, routine)
    assert (await printed(alice, routine)).headers["etag"] != first.headers["etag"]


async def test_every_week_of_the_rotation_is_on_the_page(alice: AsyncClient) -> None:
    routine = await create_routine(alice, rotation_weeks=6)
    for week in range(1, 7):
        await create_session(alice, routine, f"Subject {week}", week=week, **MORNING)
    await create_session(alice, routine, "Assembly", weekday="fri")
    said = heard(read(await printed(alice, routine)))
    for week, letter in enumerate("ABCDEF", 1):
        assert said.count(f"Week {letter}") == said.count(f"Subject {week}") == 1
    assert said.count("Assembly") == 6


async def test_a_cancelled_series_says_why(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine, "Choir", **MORNING)
    await change(alice, "PUT", f"{address(session)}/cancellation", {"reason": "no room"})
    said = text_of(read(await printed(alice, routine)).pages[0])
    assert "Cancelled: no room" in said
    assert "Does not take place" in said


async def test_a_week_is_printed_as_it_is(alice: AsyncClient) -> None:
    holiday = {"first_on": "2026-03-20", "last_on": "2026-03-20", "name": "Founders"}
    routine = await create_routine(alice, holidays=[holiday])
    session = await create_session(alice, routine, "Rowing", weekday="tue")
    body = {"on": "2026-03-21", "starts": "10:00"}
    await change(alice, "PUT", f"{address(session)}/moves/2026-03-17", body)
    said = heard(read(await printed(alice, routine, date="2026-03-18")))
    assert "Mar 16" in said
    assert "Founders" in said
    assert "Moved to Sat, Mar 21" in said
    assert "Saturday" in said
    assert "Moved from Tue, Mar 17" in said
    assert "Moved" not in heard(read(await printed(alice, routine)))


async def test_a_hidden_day_with_a_session_is_a_column(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine, "Market", weekday="sun", starts="06:00")
    said = text_of(read(await printed(alice, routine)).pages[0])
    assert "Sunday" in said
    assert "Saturday" not in said


async def test_the_page_is_in_the_language_of_the_person_or_of_the_link(
    alice: AsyncClient,
) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine, "Chor")
    await change(alice, "PUT", f"{address(session)}/cancellation", {})
    await change(alice, "PATCH", "/users/me", {"locale": "de"})
    german = read(await printed(alice, routine))
    assert catalog(german)["/Lang"] == "de"
    assert "Donnerstag" in text_of(german.pages[0])
    assert "Entfällt" in text_of(german.pages[0])
    english = read(await printed(alice, routine, lang="en-GB"))
    assert catalog(english)["/Lang"] == "en-GB"
    assert "Thursday" in text_of(english.pages[0])
    assert "From 2 March 2026" in text_of(english.pages[0])


async def test_themes_stand_in_the_legend(alice: AsyncClient) -> None:
    theme = await change(alice, "POST", "/themes", {"name": "Languages", "color": "#2F5D7C"})
    routine = await create_routine(alice)
    await create_session(alice, routine, "French", theme_id=theme["id"], kind="task")
    said = text_of(read(await printed(alice, routine)).pages[0])
    assert "Languages" in said
    assert "To be done" in said


async def test_what_no_font_has_is_told_in_a_header_and_on_the_page(alice: AsyncClient) -> None:
    routine = await create_routine(alice)
    await create_session(alice, routine, "Cuneiform \U00012000", **MORNING)
    response = await printed(alice, routine)
    assert response.headers["almanac-missing-glyphs"] == "U+12000"
    said = text_of(read(response).pages[0])
    assert "Cuneiform \N{REPLACEMENT CHARACTER}" in said
    assert "U+12000" in said


async def test_a_stranger_prints_nothing(alice: AsyncClient, bob: AsyncClient) -> None:
    routine = await create_routine(alice)
    path = f"/routines/{routine['id']}/export.pdf"
    assert (await bob.get(path)).status_code == 404
    assert (await alice.get(f"/routines/{uuid4()}/export.pdf")).status_code == 404


@pytest.mark.parametrize(
    "query", [{"paper": "a3"}, {"date": "2026-02-30"}, {"date": "1"}, {"lang": "x" * 36}]
)
async def test_what_cannot_be_asked_for_is_refused(
    alice: AsyncClient, query: dict[str, str]
) -> None:
    routine = await create_routine(alice)
    response = await alice.get(f"/routines/{routine['id']}/export.pdf", params=query)
    assert response.status_code == 422


async def test_a_page_takes_few_statements(alice: AsyncClient, database: Database) -> None:
    routine = await create_routine(alice)
    for number in range(5):
        await create_session(alice, routine, f"Subject {number}")
    with counted_statements(database) as statements:
        await printed(alice, routine)
    assert len(statements) <= 4


async def test_no_connection_is_held_while_pages_are_set(
    alice: AsyncClient, database: Database
) -> None:
    routine = await create_routine(alice)
    await printed(alice, routine)
    is_free = Event()
    for _ in range(press.AT_ONCE):
        press._threads.submit(is_free.wait)  # noqa: SLF001 - so that nothing is set meanwhile
    prints = [asyncio.create_task(printed(alice, routine)) for _ in range(SQLITE_READERS)]
    try:
        await asked_for(len(prints))
        pool = database.read_engine.pool
        assert isinstance(pool, QueuePool)
        assert pool.checkedout() == 0
    finally:
        is_free.set()
    assert [answer.status_code for answer in await asyncio.gather(*prints)] == [200] * len(prints)


async def test_who_prints_too_much_at_once_is_told_to_come_back_and_others_are_served(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    hers, his = await create_routine(alice), await create_routine(bob)
    is_free = Event()
    for _ in range(press.AT_ONCE):
        press._threads.submit(is_free.wait)  # noqa: SLF001 - so that nothing is set meanwhile
    prints = [asyncio.create_task(printed(alice, hers)) for _ in range(press.MAX_OF_ONE)]
    try:
        await asked_for(len(prints))
        refused = await alice.get(f"/routines/{hers['id']}/export.pdf")
        assert (refused.status_code, refused.json()["code"]) == (503, "typesetting_busy")
        assert int(refused.headers["retry-after"]) >= 1
        prints.append(asyncio.create_task(printed(bob, his)))
        await asked_for(len(prints))
    finally:
        is_free.set()
    assert [answer.status_code for answer in await asyncio.gather(*prints)] == [200] * len(prints)
