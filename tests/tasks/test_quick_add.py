"""Quick add through HTTP: a line read with a person's themes, week and clock."""

from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import text

from almanac.core.db import Database
from tests.factories import create_task, create_theme

TUESDAY = "2025-06-24T10:00"


async def parse(client: AsyncClient, line: str, **said: Any) -> dict[str, Any]:
    response = await client.post("/tasks/parse", json={"text": line, **said})
    assert response.status_code == 200, response.text
    read: dict[str, Any] = response.json()
    return read


def weekly(*days: str, every: int = 1) -> dict[str, Any]:
    return {"kind": "weekly_days", "days": list(days), "every": every}


EVERY_OTHER_DAY = {"kind": "interval_cycle", "active_days": 1, "break_days": 1}
EVERY_SECOND_MONTH = {"kind": "monthly_day", "day": 24, "every": 2}
WORKING_DAYS = weekly("mon", "tue", "wed", "thu", "fri")


@pytest.mark.parametrize(
    ("line", "title", "due", "schedule"),
    [
        ("Pay rent every monday", "Pay rent", "2025-06-30", weekly("mon")),
        ("EVERY 2 WEEKS water", "water", "2025-06-24", weekly("tue", every=2)),
        ("Gym every other day", "Gym", "2025-06-24", EVERY_OTHER_DAY),
        ("Standup weekdays at 9", "Standup", "2025-06-25T09:00", WORKING_DAYS),
        ("report every 2 months", "report", "2025-06-24", EVERY_SECOND_MONTH),
        ("todays agenda review", "todays agenda review", None, None),
        ("Buy the Sun newspaper", "Buy the Sun newspaper", None, None),
        ("Dentist feb 29", "Dentist", "2028-02-29", None),
        ("Pay 31.04", "Pay 31.04", None, None),
        ("jan 27 2027 tax", "tax", "2027-01-27", None),
        ("Meet at 25:00", "Meet at 25:00", None, None),
        ("31st February party", "31st February party", None, None),
        ("tomorrow 15:00 call", "call", "2025-06-25T15:00", None),
        ("morgen einkaufen", "einkaufen", "2025-06-25", None),
        ("v1.1.1 release", "v1.1.1 release", None, None),
        ("The 9/11 Report", "The 9/11 Report", None, None),
        ("email@example.com follow up", "email@example.com follow up", None, None),
        ("Review on mondays", "Review", "2025-06-30", weekly("mon")),
        ("Mondays are hard", "Mondays are hard", None, None),
    ],
)
async def test_a_line_becomes_a_task(
    alice: AsyncClient, line: str, title: str, due: str | None, schedule: dict[str, Any] | None
) -> None:
    read = await parse(alice, line, now=TUESDAY)
    assert (read["title"], read["due"], read["schedule"]) == (title, due, schedule)


@pytest.mark.parametrize(
    ("line", "now", "due"),
    [
        ("Call next monday", "2025-06-23T10:00", "2025-06-30"),
        ("Call today", "2025-06-24T22:30", "2025-06-24"),
        ("Call in 1 month", "2025-01-31T10:00", "2025-02-28"),
    ],
)
async def test_a_date_is_counted_from_the_clock_on_the_wall(
    alice: AsyncClient, line: str, now: str, due: str
) -> None:
    assert (await parse(alice, line, now=now))["due"] == due


async def test_due_today_late_in_the_evening_is_not_overdue(alice: AsyncClient) -> None:
    read = await parse(alice, "Call today")
    task = await create_task(alice, read["title"], due=read["due"])
    assert task["list"] == "today"


async def test_what_was_read_can_be_created_as_it_is(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Home")
    read = await parse(alice, "Pay rent every monday at 9 !high #home")
    assert read["theme"] == {"name": "Home", "id": theme["id"], "color": theme["color"]}
    said = {name: read[name] for name in ("due", "schedule", "priority")}
    task = await create_task(alice, read["title"], theme_id=read["theme"]["id"], **said)
    assert {name: task[name] for name in said} == said
    assert said["due"] == "2026-03-23T09:00"


async def test_parts_are_placed_in_code_points_of_the_line_as_it_was_typed(
    alice: AsyncClient,
) -> None:
    read = await parse(alice, "  🦐🍗 kaufen u\u0308bermorgen #Büro", now=TUESDAY)
    assert read["title"] == "🦐🍗 kaufen"
    assert read["parts"] == [
        {"kind": "date", "start": 12, "end": 23, "value": "2025-06-26"},
        {"kind": "theme", "start": 24, "end": 29, "value": "Büro"},
    ]


async def test_a_part_that_was_taken_back_stays_in_the_title(alice: AsyncClient) -> None:
    read = await parse(alice, "Call tomorrow !high", now=TUESDAY, ignore=[[5, 13]])
    assert (read["title"], read["due"], read["priority"]) == ("Call tomorrow", None, "high")


async def test_the_week_begins_when_the_persons_week_begins(alice: AsyncClient) -> None:
    sunday = "2025-06-22T10:00"
    assert (await parse(alice, "Call next week", now=sunday))["due"] == "2025-06-23"
    await alice.patch("/users/me", json={"week_start": "sun"})
    assert (await parse(alice, "Call next week", now=sunday))["due"] == "2025-06-29"


async def test_before_the_day_has_begun_today_is_still_the_day_before(alice: AsyncClient) -> None:
    await alice.patch("/users/me", json={"day_start": 240})
    assert (await parse(alice, "Call today", now="2025-06-25T01:30"))["due"] == "2025-06-24"


async def test_without_a_clock_of_its_own_a_line_is_read_now(alice: AsyncClient) -> None:
    assert (await parse(alice, "Call today at 13:01"))["due"] == "2026-03-18T13:01"
    assert (await parse(alice, "Call at 12:59"))["due"] == "2026-03-19T12:59"


async def test_a_theme_of_several_words_and_any_case_is_found(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Straße und Garten")
    read = await parse(alice, "Rake #STRASSE UND GARTEN tomorrow")
    assert read["theme"]["id"] == theme["id"]
    assert read["title"] == "Rake"


async def test_a_theme_that_is_not_there_is_named_with_a_colour_it_could_have(
    alice: AsyncClient,
) -> None:
    await create_theme(alice, "Home", color="#5D6B2F")
    read = await parse(alice, "Rake #Garden")
    assert read["theme"] == {"name": "Garden", "id": None, "color": "#3C6B3F"}
    assert (await alice.get("/themes")).json()["count"] == 1


async def test_another_persons_theme_is_a_name_like_any_other(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    await create_theme(alice, "Secret garden")
    read = await parse(bob, "Rake #secret garden")
    assert read["theme"]["name"] == "secret"
    assert read["theme"]["id"] is None
    assert read["title"] == "Rake garden"


async def test_a_deleted_theme_is_not_there(alice: AsyncClient) -> None:
    theme = await create_theme(alice, "Home")
    await alice.delete(f"/themes/{theme['id']}")
    assert (await parse(alice, "Rake #home"))["theme"]["id"] is None


@pytest.mark.parametrize(
    "line",
    [
        "Rake #abcdefghijklmnopqrstuvwxyz",
        'Rake #"a name of much too many letters"',
        "Rake in 300 years",
    ],
)
async def test_what_no_task_can_have_stays_in_the_title(alice: AsyncClient, line: str) -> None:
    read = await parse(alice, line)
    assert (read["title"], read["theme"], read["due"]) == (line, None, None)


async def test_the_theme_before_one_that_is_too_long_counts(alice: AsyncClient) -> None:
    read = await parse(alice, f"Rake #home #{'x' * 30}")
    assert (read["theme"]["name"], read["title"]) == ("home", f"Rake #{'x' * 30}")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/body/text"),
        ({"text": ""}, "/body/text"),
        ({"text": "  \u200b "}, "/body/text"),
        ({"text": "x" * 501}, "/body/text"),
        ({"text": "x" * 10_000}, "/body/text"),
        ({"text": "\x00\x01\x02"}, "/body/text"),
        ({"text": "Call\ntomorrow"}, "/body/text"),
        ({"text": "Call", "now": "2025-06-24T10:00Z"}, "/body/now"),
        ({"text": "Call", "now": "1066-10-14T10:00"}, "/body/now"),
        ({"text": "Call", "ignore": [[-1, 2]]}, "/body/ignore/0/0"),
        ({"text": "Call", "ignore": [[0]]}, "/body/ignore/0/1"),
        ({"text": "Call", "ignore": [[0, 1]] * 101}, "/body/ignore"),
        ({"text": "Call", "due": "2025-06-24"}, "/body/due"),
    ],
)
async def test_a_line_that_is_none_is_refused(
    alice: AsyncClient, body: dict[str, Any], pointer: str
) -> None:
    response = await alice.post("/tasks/parse", json=body)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


@pytest.mark.parametrize("line", ["x" * 500, "🦐" * 500, "every " * 83, "# " * 250, '"' * 500])
async def test_the_longest_line_is_read(alice: AsyncClient, line: str) -> None:
    assert (await parse(alice, line))["title"] == line.strip()


async def test_nothing_is_written(alice: AsyncClient, database: Database) -> None:
    async def counts() -> list[int]:
        async with database.readers.begin() as session:
            return [
                (await session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608 - names from this file
                for table in ("tasks", "themes", "idempotency_keys")
            ]

    before = await counts()
    await parse(alice, "Pay rent every monday #home")
    assert await counts() == before


async def test_a_page_of_another_site_cannot_ask(alice: AsyncClient) -> None:
    response = await alice.post(
        "/tasks/parse", json={"text": "Call"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert response.status_code == 403
