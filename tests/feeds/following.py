"""Links to calendars in tests: opened, followed as a phone does, and read."""

from typing import Any

from httpx2 import AsyncClient, Response
from icalendar import Calendar


async def open_feed(client: AsyncClient, **body: Any) -> dict[str, Any]:
    """The link to a calendar; everything of the person's unless `body` says otherwise."""
    response = await client.post("/feeds", json=body)
    assert response.status_code in {200, 201}, response.text
    feed: dict[str, Any] = response.json()
    return feed


async def follow(client: AsyncClient, feed: dict[str, Any], **headers: str) -> Response:
    """What is under the link, for `client`, who need not be signed in."""
    return await client.get(feed["url"], headers=headers)


async def read(client: AsyncClient, feed: dict[str, Any]) -> Any:
    """The calendar under the link."""
    response = await follow(client, feed)
    assert response.status_code == 200, response.text
    return Calendar.from_ical(response.content)


async def events(client: AsyncClient, feed: dict[str, Any]) -> dict[str, Any]:
    """Its events by what they are called; of one that repeats, the event and not its exceptions."""
    calendar = await read(client, feed)
    return {str(each["summary"]): each for each in calendar.events if "recurrence-id" not in each}
