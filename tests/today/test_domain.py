"""How a day is put in order and counted."""

from dataclasses import dataclass

import pytest

from almanac.today.domain import in_order, progress


@dataclass(frozen=True)
class Entry:
    name: str
    minute: int | None = None
    state: str = "open"
    urgency: str = "due"
    is_counted: bool = True


def test_overdue_comes_first_and_what_can_wait_last() -> None:
    entries = [
        Entry("wait", minute=360, urgency="can_wait"),
        Entry("any time"),
        Entry("noon", minute=720),
        Entry("late", urgency="overdue"),
        Entry("dawn", minute=330),
        Entry("after midnight", minute=1470),
        Entry("since last evening", minute=-120),
    ]
    assert [e.name for e in in_order(entries)] == [
        "late",
        "since last evening",
        "dawn",
        "noon",
        "after midnight",
        "any time",
        "wait",
    ]


def test_ties_keep_the_order_they_came_in() -> None:
    assert [e.name for e in in_order([Entry("b"), Entry("a")])] == ["b", "a"]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], (0, 0)),
        ([Entry("a"), Entry("b", state="done")], (1, 2)),
        ([Entry("a", state="skipped"), Entry("b", state="cancelled")], (0, 0)),
        ([Entry("a", urgency="can_wait")], (0, 0)),
        ([Entry("a", state="done", urgency="can_wait")], (1, 1)),
        ([Entry("a", is_counted=False), Entry("b", state="done", is_counted=False)], (0, 0)),
        ([Entry("a", state="missed"), Entry("b", urgency="overdue", state="overdue")], (0, 2)),
    ],
)
def test_progress_counts_what_the_day_asks_for(
    entries: list[Entry], expected: tuple[int, int]
) -> None:
    assert progress(entries) == expected
