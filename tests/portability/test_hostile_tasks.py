"""Documents whose themes and tasks contradict themselves are refused, and leave nothing behind."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from httpx2 import AsyncClient

from almanac.portability.domain.reading import Fault, Reader, Unreadable
from almanac.portability.service import documents
from almanac.portability.service.documents import read_document
from almanac.schedules.rules import Weekday
from tests.portability.test_export import DOCUMENT, HABIT, PAUSE
from tests.portability.uploads import upload

READER = Reader(date(2026, 3, 18), Weekday.MON)
THEME = {"id": "018f0000-0000-7000-8000-00000000000a", "name": "Home", "color": "#5D6B2F"}
STEP = {"id": "018f0000-0000-7000-8000-00000000000c", "text": "flour", "is_done": False}
COMPLETION = {
    "number": 1,
    "planned": "2026-03-01T09:00",
    "done_on": "2026-03-02",
    "done_at": "2026-03-02T10:00:00Z",
    "ticked": [STEP["id"]],
}
TASK: dict[str, Any] = {
    "id": "018f0000-0000-7000-8000-00000000000b",
    "source_key": None,
    "title": "Bread",
    "notes": "",
    "theme_id": THEME["id"],
    "priority": "medium",
    "status": "open",
    "due": "2026-03-08T09:00",
    "checklist": [STEP],
    "schedule": {"kind": "weekly_days", "days": ["sun"], "every": 1},
    "anchor_on": "2026-03-01",
    "ends_on": None,
    "week_start": "mon",
    "created_on": "2026-02-27",
    "created_at": "2026-02-27T10:00:00Z",
    "completed_on": None,
    "completed_at": None,
    "completions": [COMPLETION],
}
UNKNOWN = "018f0000-0000-7000-8000-0000000000ff"


def written(**changes: Any) -> bytes:
    return json.dumps(DOCUMENT | {"themes": [THEME], "tasks": [TASK]} | changes).encode()


def with_task(**changes: Any) -> bytes:
    return written(tasks=[TASK | changes])


def done_so(**changes: Any) -> bytes:
    return with_task(completions=[COMPLETION | changes])


def fault_of(data: bytes) -> Fault | None:
    try:
        read_document(data, READER)
    except Unreadable as exc:
        return exc.fault
    return None


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (written(), None),
        (written(themes=[]), Fault.DAMAGED),
        (written(themes=[THEME, THEME]), Fault.DAMAGED),
        (written(themes=[THEME, THEME | {"id": UNKNOWN, "name": "hOME"}]), Fault.DAMAGED),
        (written(themes=[THEME | {"name": " "}]), Fault.DAMAGED),
        (written(themes=[THEME | {"color": "red"}]), Fault.DAMAGED),
        (written(habits=[HABIT | {"theme_id": UNKNOWN}]), Fault.DAMAGED),
        (written(pauses=[PAUSE | {"theme_id": THEME["id"]}]), Fault.DAMAGED),
        (written(pauses=[PAUSE | {"habit_ids": [HABIT["id"]]}]), Fault.DAMAGED),
        (
            written(pauses=[PAUSE | {"theme_id": THEME["id"], "habit_ids": [UNKNOWN]}]),
            Fault.DAMAGED,
        ),
        (
            written(pauses=[PAUSE | {"theme_id": UNKNOWN, "habit_ids": [HABIT["id"]]}]),
            Fault.DAMAGED,
        ),
        (
            written(pauses=[PAUSE | {"theme_id": THEME["id"], "habit_ids": [HABIT["id"]] * 2}]),
            Fault.DAMAGED,
        ),
        (written(tasks=[TASK, TASK]), Fault.DAMAGED),
        (
            written(tasks=[TASK, TASK | {"id": UNKNOWN, "source_key": f"almanac:{TASK['id']}"}]),
            Fault.DAMAGED,
        ),
        (with_task(theme_id=UNKNOWN), Fault.DAMAGED),
        (with_task(title="\u202etxt"), Fault.DAMAGED),
        (with_task(due="2026-02-30"), Fault.DAMAGED),
        (with_task(anchor_on=None), Fault.DAMAGED),
        (with_task(schedule=None), Fault.DAMAGED),
        (with_task(ends_on="2026-02-28"), Fault.DAMAGED),
        (with_task(schedule={"kind": "monthly_day", "day": 0}), Fault.DAMAGED),
        (with_task(status="done"), Fault.DAMAGED),
        (with_task(completed_on="2026-03-02"), Fault.DAMAGED),
        (with_task(checklist=[STEP, STEP]), Fault.DAMAGED),
        (with_task(completions=[COMPLETION, COMPLETION]), Fault.DAMAGED),
        (with_task(created_at="2026-02-27T10:00:00"), Fault.DAMAGED),
        (with_task(created_at="9999-12-31T23:59:59-14:00"), Fault.DAMAGED),
        (with_task(created_at="0001-01-01T00:00:00+14:00"), Fault.DAMAGED),
        (with_task(created_on="2026-03-19"), Fault.AHEAD_OF_TODAY),
        (done_so(number=2), Fault.DAMAGED),
        (done_so(done_on="2026-03-19"), Fault.AHEAD_OF_TODAY),
        (done_so(done_at="2026-03-20T00:00:00Z"), Fault.AHEAD_OF_TODAY),
        (done_so(ticked=[STEP["id"]] * 101), Fault.DAMAGED),
    ],
    ids=range(33),
)
def test_a_document_is_read_whole_or_refused_with_its_fault(
    data: bytes, fault: Fault | None
) -> None:
    assert fault_of(data) is fault


def test_a_document_of_more_completions_than_anybody_makes_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "MAX_COMPLETIONS", 0)
    assert fault_of(written()) is Fault.TOO_MUCH_DATA


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda task: {**task, "theme_id": UNKNOWN}, "damaged"),
        (lambda task: {**task, "created_on": "2026-03-19"}, "ahead_of_today"),
    ],
)
async def test_a_refused_document_leaves_nothing_behind(
    alice: AsyncClient, change: Callable[[dict[str, Any]], dict[str, Any]], code: str
) -> None:
    response = await upload(alice, written(tasks=[change(TASK)]), to="almanac")
    (error,) = response.json()["errors"]
    assert (response.status_code, error["pointer"]) == (422, "/body/file")
    assert (error["code"], "Bread" in error["detail"]) == (code, True)
    for path in ("/themes", "/tasks", "/habits", "/imports"):
        assert (await alice.get(path)).json()["count"] == 0
