"""Accounts full of everything, drawn by Hypothesis and lived through the API."""

from datetime import date, timedelta
from typing import Any

from httpx2 import AsyncClient
from hypothesis import strategies as st

from tests.factories import complete, create_habit, create_task, create_theme, tick
from tests.timetable.days import address, create_routine, create_session

TODAY = date(2026, 3, 18)
MONDAY = date(2026, 3, 16)
Life = dict[str, Any]

recent = st.integers(0, 90).map(lambda ago: (TODAY - timedelta(days=ago)).isoformat())
soon = st.integers(-60, 60).map(lambda ahead: (TODAY + timedelta(days=ahead)).isoformat())
times = st.sampled_from(["", "T00:00", "T07:30", "T23:59"])
texts = st.text(st.sampled_from("aäß '🪴\u0301"), min_size=1, max_size=8).map(lambda it: f"x{it}")
schedules: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({"kind": "daily"}),
    st.builds(
        lambda days, every: {"kind": "weekly_days", "days": sorted(days), "every": every},
        st.sets(st.sampled_from(["mon", "wed", "sun"]), min_size=1),
        st.integers(1, 3),
    ),
    st.builds(
        lambda day, every: {"kind": "monthly_day", "day": day, "every": every},
        st.integers(1, 31),
        st.integers(1, 3),
    ),
    st.just({"kind": "yearly_date", "month": 2, "day": 29, "every": 1}),
    st.just({"kind": "interval_cycle", "active_days": 2, "break_days": 5}),
    st.sampled_from(["week", "month", "year"]).map(
        lambda period: {"kind": "times_per_period", "times": 3, "period": period}
    ),
    st.just({"kind": "after_completion", "days": 4}),
)
# Which of the themes something belongs to, if there are so many.
places = st.integers(0, 3)
habits = st.fixed_dictionaries(
    {
        "name": texts,
        "schedule": schedules,
        "theme": places,
        "ticks": st.sets(recent, max_size=4),
        "fate": st.sampled_from(["kept", "kept", "archived", "deleted"]),
    }
)
pauses = st.fixed_dictionaries(
    {
        "scope": st.sampled_from(["everything", "habit", "theme", "theme"]),
        "place": places,
        "starts_on": recent,
        "days": st.none() | st.integers(0, 9),
        "reason": st.sampled_from(["", "flu"]),
    }
)
tasks = st.fixed_dictionaries(
    {
        "title": texts,
        "notes": st.just("") | texts,
        "theme": places,
        "priority": st.sampled_from(["low", "medium", "high"]),
        "due": st.none() | st.builds(str.__add__, soon, times),
        "schedule": st.none() | schedules,
        "ends": st.booleans(),
        "steps": st.lists(st.tuples(texts, st.booleans()), max_size=3),
        "done_on": st.lists(recent, max_size=3),
        "fate": st.sampled_from(["kept", "kept", "deleted"]),
    }
)
mondays = st.integers(-8, 8).map(lambda weeks: (MONDAY + timedelta(weeks=weeks)).isoformat())
sessions = st.fixed_dictionaries(
    {
        "subject": texts,
        "location": st.just("") | texts,
        "note": st.just("") | texts,
        "kind": st.sampled_from(["class", "task"]),
        "week": st.none() | st.integers(1, 3),
        "starts": st.sampled_from(["00:00", "09:05", "23:59"]),
        "minutes": st.integers(1, 1440),
        "theme": places,
        "cancelled": st.lists(st.tuples(mondays, texts), max_size=2),
        "range": st.none() | mondays,
        "series": st.sampled_from(["", "", "over"]),
        "moved": st.none() | st.tuples(mondays, recent),
        "ticks": st.lists(mondays, max_size=2),
        "fate": st.sampled_from(["kept", "kept", "deleted"]),
    }
)
routines = st.fixed_dictionaries(
    {
        "name": texts,
        "rotation_weeks": st.integers(1, 2),
        "day_ends": st.sampled_from(["17:00", "00:00"]),
        "hidden_days": st.sampled_from([[], ["sat", "sun"]]),
        "breaks": st.sampled_from([[], [{"starts": "12:30", "minutes": 0}]]),
        "valid_from": st.none() | recent,
        "valid_to": st.none() | st.just("2027-07-31"),
        "holidays": st.sampled_from(
            [[], [{"first_on": "2026-03-02", "last_on": "2026-03-09", "name": "Ferien"}]]
        ),
        "sessions": st.lists(sessions, max_size=3),
        "fate": st.sampled_from(["kept", "kept", "kept", "deleted"]),
    }
)
batches = st.fixed_dictionaries(
    {
        "product": st.integers(0, 5),
        "lot": st.just("") | texts,
        "arrival_date": recent,
        "use_by_days": st.none() | st.integers(0, 9),
        "quantity": st.none() | st.sampled_from([0.125, 3]),
        "note": st.just("") | texts,
        "moves": st.lists(
            st.sampled_from(["sold", "discarded", "recalled", "restored", "code"]), max_size=3
        ),
        "fate": st.sampled_from(["kept", "kept", "deleted"]),
    }
)
shelves = st.none() | st.fixed_dictionaries(
    {
        "shop": st.sampled_from([{}, {"name": "Hof", "contact": "a\nb", "timezone": "Asia/Tokyo"}]),
        "products": st.lists(texts, max_size=2, unique_by=str.casefold),
        "batches": st.lists(batches, max_size=4),
        "product_goes": st.booleans(),
    }
)
lives: st.SearchStrategy[Life] = st.fixed_dictionaries(
    {
        "routines": st.lists(routines, max_size=2),
        "shelf": shelves,
        "themes": st.integers(0, 3),
        "habits": st.lists(habits, max_size=3),
        "pauses": st.lists(pauses, max_size=3),
        "tasks": st.lists(tasks, max_size=4),
        "order": st.booleans(),
        "theme_goes": st.booleans(),
    }
)


async def live(client: AsyncClient, life: Life) -> None:
    """Let a person live so."""
    themes = [
        (await create_theme(client, f"Theme {place}", color=f"#00000{place}"))["id"]
        for place in range(life["themes"])
    ]
    habits = [await _habit(client, drawn, themes) for drawn in life["habits"]]
    for drawn in life["pauses"]:
        await _pause(client, drawn, habits, themes)
    tasks = [await _task(client, drawn, themes) for drawn in life["tasks"]]
    made = [await _routine(client, drawn, themes) for drawn in life["routines"]]
    if life["shelf"] is not None:
        await _shelf(client, life["shelf"])
    if life["order"] and made:
        await client.put("/routines/order", json={"ids": made[::-1]})
    if life["order"] and tasks:
        await client.put("/tasks/order", json={"ids": tasks[::-1]})
        await client.put("/habits/order", json={"ids": habits[::-1]})
    for kind, ids in (("habits", habits), ("tasks", tasks), ("routines", made)):
        for drawn, part_id in zip(life[kind], ids, strict=True):
            await _end(client, f"/{kind}/{part_id}", drawn["fate"])
    if life["theme_goes"] and themes:
        await client.delete(f"/themes/{themes[0]}")


async def _shelf(client: AsyncClient, drawn: Life) -> None:
    await client.patch("/shop", json=drawn["shop"])
    for name in drawn["products"]:
        await client.post("/products", json={"name": name, "emoji": "🪴"})
    products = [each["id"] for each in (await client.get("/products")).json()["data"]]
    for each in drawn["batches"]:
        fields = ("lot", "arrival_date", "use_by_days", "quantity", "note")
        body = {name: each[name] for name in fields}
        body["product_id"] = products[each["product"] % len(products)]
        batch = (await client.post("/batches", json=body)).json()
        for move in each["moves"]:
            await client.post(f"/batches/{batch['id']}/{move}", json={})
        await _end(client, f"/batches/{batch['id']}", each["fate"])
    if drawn["product_goes"]:
        await client.delete(f"/products/{products[0]}")


async def _end(client: AsyncClient, path: str, fate: str) -> None:
    if fate == "archived":
        await client.post(f"{path}/archive")
    if fate == "deleted":
        await client.delete(path)


def _at(place: int, ids: list[str]) -> str | None:
    return ids[place] if place < len(ids) else None


async def _habit(client: AsyncClient, drawn: Life, themes: list[str]) -> str:
    habit = await create_habit(
        client,
        drawn["name"],
        schedule=drawn["schedule"],
        theme_id=_at(drawn["theme"], themes),
        starts_on="2025-12-01",
    )
    for day in sorted(drawn["ticks"]):
        await tick(client, habit, day)
    habit_id: str = habit["id"]
    return habit_id


async def _pause(client: AsyncClient, drawn: Life, habits: list[str], themes: list[str]) -> None:
    starts_on, days = date.fromisoformat(drawn["starts_on"]), drawn["days"]
    body = {
        "starts_on": drawn["starts_on"],
        "ends_on": None if days is None else (starts_on + timedelta(days=days)).isoformat(),
        "reason": drawn["reason"],
    }
    if drawn["scope"] == "habit":
        body["habit_id"] = _at(drawn["place"], habits)
    if drawn["scope"] == "theme":
        body["theme_id"] = _at(drawn["place"], themes)
    # A theme without habits cannot be paused.
    response = await client.post("/pauses", json=body)
    assert response.status_code in {201, 422}, response.text


async def _task(client: AsyncClient, drawn: Life, themes: list[str]) -> str:
    repeats = drawn["schedule"] is not None
    task = await create_task(
        client,
        drawn["title"],
        notes=drawn["notes"],
        theme_id=_at(drawn["theme"], themes),
        priority=drawn["priority"],
        due=drawn["due"],
        schedule=drawn["schedule"],
        ends_on="2032-03-01" if repeats and drawn["ends"] else None,
        checklist=[{"text": text, "is_done": is_done} for text, is_done in drawn["steps"]],
    )
    for day in sorted(drawn["done_on"]):
        await complete(client, task, done_on=day)
    task_id: str = task["id"]
    return task_id


async def _routine(client: AsyncClient, drawn: Life, themes: list[str]) -> str:
    body = {name: drawn[name] for name in drawn if name not in {"sessions", "fate"}}
    routine = await create_routine(client, body.pop("name"), **body)
    for each in drawn["sessions"]:
        await _session(client, routine, each, themes)
    routine_id: str = routine["id"]
    return routine_id


async def _session(
    client: AsyncClient, routine: dict[str, Any], drawn: Life, themes: list[str]
) -> None:
    said = ("location", "note", "kind", "week", "starts", "minutes")
    session = await create_session(
        client,
        routine,
        drawn["subject"],
        weekday="mon",
        theme_id=_at(drawn["theme"], themes),
        **{name: drawn[name] for name in said},
    )
    at = address(session)
    writes: list[tuple[str, Any]] = [
        (f"cancellations/{day}", {"reason": reason}) for day, reason in drawn["cancelled"]
    ]
    if drawn["range"]:
        until = date.fromisoformat(drawn["range"]) + timedelta(days=20)
        writes.append((f"cancellations/{drawn['range']}", {"until": until.isoformat()}))
    if drawn["moved"]:
        day, on = drawn["moved"]
        writes.append((f"moves/{day}", {"on": on, "starts": "10:10", "minutes": 30}))
    writes += [(f"ticks/{day}", None) for day in drawn["ticks"]]
    if drawn["series"]:
        writes.append(("cancellation", {"reason": drawn["series"]}))
    for part, body in writes:
        # A date may not be one of the session, or may not have come, and a class has no ticks.
        response = await client.put(f"{at}/{part}", json=body)
        assert response.status_code in {200, 409, 422}, response.text
    await _end(client, at, drawn["fate"])
