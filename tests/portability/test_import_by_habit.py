"""The answer to an import names every habit of the file, so that a dry run can be judged."""

from datetime import date
from typing import Any

from httpx2 import AsyncClient

from tests.portability.loop_files import Loop, every_day, loop_database
from tests.portability.uploads import bring_in, upload


def lines(summary: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [
        (each["name"], each["outcome"], each["check_ins_added"]) for each in summary["by_habit"]
    ]


async def test_a_dry_run_names_each_habit_with_its_new_entries(alice: AsyncClient) -> None:
    march = date(2026, 3, 1)
    await bring_in(alice, loop_database([Loop("Run", every_day(march, 5), uuid="a1")]))
    later = [
        Loop("Running", every_day(march, 9), uuid="a1"),
        Loop("Read", every_day(march, 2), uuid="b2"),
        Loop("Rest", uuid="c3"),
    ]
    tried = (await upload(alice, loop_database(later), dry_run=True)).json()
    assert lines(tried) == [("Run", "present", 4), ("Read", "added", 2), ("Rest", "added", 0)]
    assert sum(added for _, _, added in lines(tried)) == tried["check_ins"]["added"]


async def test_habits_that_come_back_after_an_undo_are_called_restored(alice: AsyncClient) -> None:
    data = loop_database([Loop("Run", every_day(date(2026, 3, 1), 5), uuid="a1")])
    made = await bring_in(alice, data)
    await alice.post(f"/imports/{made['id']}/undo")
    assert lines(await bring_in(alice, data)) == [("Run", "restored", 0)]
