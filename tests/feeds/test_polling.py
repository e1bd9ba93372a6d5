"""A link that is polled: the same bytes until something changes, and then what changed."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient

from tests.conftest import MovableClock
from tests.factories import complete, create_habit, create_task, tick
from tests.feeds.following import events, follow, open_feed
from tests.timetable.days import address, change, create_routine, create_session

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def feed(alice: AsyncClient) -> dict[str, Any]:
    """The link to a calendar with something of every area."""
    routine = await create_routine(alice, rotation_weeks=2)
    session = await create_session(alice, routine, week=1, location="Lab")
    await change(alice, "PUT", f"{address(session)}/cancellations/2026-03-19", {})
    await create_habit(alice, schedule={"kind": "weekly_days", "days": ["mon", "fri", "sun"]})
    await create_task(alice, due="2026-03-20T09:30")
    return await open_feed(alice)


async def test_a_hundred_polls_have_the_same_bytes(
    alice: AsyncClient, client: AsyncClient, feed: dict[str, Any], clock: MovableClock
) -> None:
    seen = set()
    for _ in range(100):
        response = await follow(client, feed)
        assert response.status_code == 200
        seen.add((sha256(response.content).digest(), response.headers["etag"]))
        clock.advance(timedelta(hours=9))
    assert len(seen) == 1


async def test_the_answer_is_for_calendar_programs_and_for_them_alone(
    client: AsyncClient, feed: dict[str, Any]
) -> None:
    headers = (await follow(client, feed)).headers
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["cache-control"] == "private, no-cache"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["content-disposition"] == "inline; filename*=UTF-8''Almanac.ics"
    assert headers["etag"].startswith('"')


async def test_who_has_it_is_not_sent_it_again(client: AsyncClient, feed: dict[str, Any]) -> None:
    whole = await follow(client, feed)
    tag = whole.headers["etag"]
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        kept = await follow(client, feed, **{"If-None-Match": sent})
        assert (kept.status_code, kept.content) == (304, b"")
        assert kept.headers["etag"] == tag
        assert kept.headers["cache-control"] == "private, no-cache"
    for sent in ('"other"', tag.strip('"'), ""):
        assert (await follow(client, feed, **{"If-None-Match": sent})).content == whole.content


async def test_head_answers_as_get_does_without_the_calendar(
    client: AsyncClient, feed: dict[str, Any]
) -> None:
    whole, head = await follow(client, feed), await client.head(feed["url"])
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-type", "content-length", "cache-control"):
        assert head.headers[name] == whole.headers[name]
    tag = {"If-None-Match": whole.headers["etag"]}
    assert (await client.head(feed["url"], headers=tag)).status_code == 304
    assert (await client.post(feed["url"])).status_code == 405


async def test_a_change_stamps_what_was_changed_and_nothing_else(
    alice: AsyncClient, client: AsyncClient, clock: MovableClock
) -> None:
    routine = await create_routine(alice)
    session = await create_session(alice, routine)
    await create_session(alice, routine, "Chemistry", weekday="fri")
    habit = await create_habit(alice)
    task = await create_task(alice, due="2026-03-20")
    feed = await open_feed(alice)

    async def stamps() -> dict[str, tuple[datetime, int]]:
        found = await events(client, feed)
        return {name: (e["dtstamp"].dt, e["sequence"]) for name, e in found.items()}

    async def changed(method: str, path: str, body: Any = None) -> set[str]:
        clock.advance(MINUTE)
        before = await stamps()
        await change(alice, method, path, body)
        after = await stamps()
        for name in after.keys() & before.keys():
            is_same = after[name] == before[name]
            assert is_same or (after[name][0] == clock.now and after[name][1] > before[name][1]), (
                "a number that does not grow"
            )
        return {name for name in after if after[name] != before.get(name)}

    place = address(session)
    assert await changed("PATCH", place, {"location": "Lab"}) == {"Biology"}
    assert await changed("PUT", f"{place}/cancellations/2026-03-19", {}) == {"Biology"}
    assert await changed("DELETE", f"{place}/cancellations/2026-03-19") == {"Biology"}
    move = {"on": "2026-03-27", "starts": "10:00"}
    assert await changed("PUT", f"{place}/moves/2026-03-26", move) == {"Biology"}
    both = {"Biology", "Chemistry"}
    assert await changed("PATCH", f"/routines/{routine['id']}", {"name": "Summer"}) == both
    assert await changed("PATCH", f"/habits/{habit['id']}", {"name": "Run"}) == {"Run"}
    assert await changed(
        "POST", "/pauses", {"starts_on": "2026-05-01", "ends_on": "2026-05-09"}
    ) == {"Run"}
    assert await changed("PATCH", f"/tasks/{task['id']}", {"due": "2026-03-21"}) == {"Call home"}
    # What a calendar does not show leaves its bytes alone.
    whole = (await follow(client, feed)).content
    clock.advance(MINUTE)
    await tick(alice, habit, "2026-03-17")
    await create_task(alice, "some day")
    assert (await follow(client, feed)).content == whole


async def test_a_pause_taken_back_is_a_later_change(
    alice: AsyncClient, client: AsyncClient, clock: MovableClock
) -> None:
    await create_habit(alice)
    feed = await open_feed(alice)
    pause = await alice.post("/pauses", json={"starts_on": "2026-05-01", "ends_on": "2026-05-02"})
    paused = (await events(client, feed))["Stretch"]
    clock.advance(MINUTE)
    await alice.delete(f"/pauses/{pause.json()['id']}")
    after = (await events(client, feed))["Stretch"]
    assert "exdate" in paused
    assert "exdate" not in after
    assert after["sequence"] > paused["sequence"]
    assert after["dtstamp"].dt == clock.now


async def test_what_is_cancelled_done_or_deleted_leaves_the_calendar(
    alice: AsyncClient, client: AsyncClient
) -> None:
    session = await create_session(alice, await create_routine(alice))
    habit = await create_habit(alice)
    task = await create_task(alice, due="2026-03-20")
    feed = await open_feed(alice)
    assert len(await events(client, feed)) == 3
    await change(alice, "PUT", f"{address(session)}/cancellation", {"reason": "over"})
    await alice.post(f"/habits/{habit['id']}/archive")
    await complete(alice, task)
    assert await events(client, feed) == {}
    await change(alice, "DELETE", f"{address(session)}/cancellation")
    await alice.post(f"/habits/{habit['id']}/restore")
    assert set(await events(client, feed)) == {"Biology", "Stretch"}
    await alice.delete(address(session))
    await alice.delete(f"/habits/{habit['id']}")
    assert await events(client, feed) == {}


EXPECTED = """\
BEGIN:VEVENT
UID:session-00000000-0000-0000-0000-0000000000a2@almanac
DTSTAMP:20260318T120000Z
LAST-MODIFIED:20260318T120000Z
SEQUENCE:1
SUMMARY:Biology
CATEGORIES:Term
TRANSP:OPAQUE
STATUS:CONFIRMED
LOCATION:Lab
DTSTART;TZID=Europe/Berlin:20260305T090000
DTEND;TZID=Europe/Berlin:20260305T100000
RRULE:FREQ=WEEKLY;UNTIL=20260723T215959Z;INTERVAL=2;BYDAY=TH
EXDATE;TZID=Europe/Berlin:20260319T090000,20260402T090000
END:VEVENT
BEGIN:VEVENT
UID:task-00000000-0000-0000-0000-0000000000b1@almanac
DTSTAMP:20260318T120000Z
LAST-MODIFIED:20260318T120000Z
SEQUENCE:0
SUMMARY:Water
TRANSP:TRANSPARENT
STATUS:CONFIRMED
DTSTART;VALUE=DATE:20260320
DTEND;VALUE=DATE:20260321
END:VEVENT
END:VCALENDAR
"""


async def test_both_databases_write_the_same_calendar(
    alice: AsyncClient, client: AsyncClient, clock: MovableClock
) -> None:
    routine, session, task = (str(UUID(int=number)) for number in (0xA1, 0xA2, 0xB1))
    clock.now = datetime(2026, 3, 18, 12, tzinfo=UTC)
    term = {
        "name": "Term",
        "rotation_weeks": 2,
        "valid_from": "2026-03-02",
        "valid_to": "2026-07-31",
        "holidays": [{"first_on": "2026-03-30", "last_on": "2026-04-06"}],
    }
    await change(alice, "PUT", f"/routines/{routine}", term)
    lesson = {
        "subject": "Biology",
        "weekday": "thu",
        "week": 1,
        "starts": "09:00",
        "minutes": 60,
        "location": "Lab",
    }
    place = f"/routines/{routine}/sessions/{session}"
    await change(alice, "PUT", place, lesson)
    await change(alice, "PUT", f"{place}/cancellations/2026-03-19", {})
    await change(alice, "PUT", f"/tasks/{task}", {"title": "Water", "due": "2026-03-20"})
    text = (await follow(client, await open_feed(alice))).text.replace("\r\n", "\n")
    assert text[text.index("BEGIN:VEVENT") :] == EXPECTED
    file = await alice.get(f"/routines/{routine}/export.ics")
    assert file.headers["content-disposition"] == "attachment; filename*=UTF-8''Term.ics"
    tag = {"If-None-Match": file.headers["etag"]}
    assert (await alice.get(f"/routines/{routine}/export.ics", headers=tag)).status_code == 304
    events_of_file = file.text.replace("\r\n", "\n")
    first = EXPECTED[: EXPECTED.index("BEGIN:VEVENT", 1)]
    assert events_of_file[events_of_file.index("BEGIN:VEVENT") :] == f"{first}END:VCALENDAR\n"


async def test_a_routines_name_is_no_header(alice: AsyncClient) -> None:
    routine = await create_routine(alice, name='a"; filename=evil.exe 🌱/../x')
    file = await alice.get(f"/routines/{routine['id']}/export.ics")
    sent = file.headers["content-disposition"]
    assert sent.startswith("attachment; filename*=UTF-8''a%22%3B%20filename%3Devil.exe%20%F0%9F")
    assert sent.isascii()
