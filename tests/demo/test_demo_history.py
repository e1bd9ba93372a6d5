"""The demo account's histories: believable, within their windows, and the same on the same day."""

from datetime import date, timedelta

import pytest

from almanac.demo.domain.history import history
from almanac.demo.domain.sketches import BREAKS, SKETCHES, Sketch
from almanac.schedules.rules import ScheduleKind

TODAY = date(2026, 3, 18)
every_sketch = pytest.mark.parametrize("sketch", SKETCHES, ids=lambda sketch: sketch.name)


def test_the_sketches_show_all_kinds_of_schedule_and_of_habit() -> None:
    assert {version.rule.kind for sketch in SKETCHES for version in sketch.versions} == set(
        ScheduleKind
    )
    measures = [sketch.measure for sketch in SKETCHES if sketch.measure]
    assert {measure.target_kind for measure in measures} == {"at_least", "at_most"}
    assert {measure.target_per for measure in measures} == {"day", "period"}
    assert any(len(sketch.versions) > 1 for sketch in SKETCHES)
    assert any(sketch.archived_days_ago for sketch in SKETCHES)


@every_sketch
def test_the_same_day_gives_the_same_history(sketch: Sketch) -> None:
    assert history(sketch, TODAY) == history(sketch, TODAY)


@every_sketch
def test_entries_lie_in_order_within_the_window_one_for_each_day(sketch: Sketch) -> None:
    days = [entry.day for entry in history(sketch, TODAY)]
    assert days == sorted(set(days))
    assert days[0] >= TODAY - timedelta(days=sketch.versions[0].days_ago)
    last = TODAY
    if sketch.archived_days_ago is not None:
        last = TODAY - timedelta(days=sketch.archived_days_ago + 1)
    assert days[-1] <= last


@every_sketch
def test_only_what_is_measured_has_amounts(sketch: Sketch) -> None:
    for entry in history(sketch, TODAY):
        has_amount = sketch.measure is not None and entry.status == "done"
        assert (entry.amount is not None) is has_amount


@every_sketch
def test_nothing_is_recorded_during_a_break(sketch: Sketch) -> None:
    ages = {(TODAY - entry.day).days for entry in history(sketch, TODAY)}
    for pause in BREAKS:
        assert ages.isdisjoint(range(pause.to_days_ago, pause.from_days_ago + 1))


@pytest.mark.parametrize("days_later", range(0, 400, 13))
def test_today_is_half_done_whatever_the_day(days_later: int) -> None:
    today = TODAY + timedelta(days=days_later)
    begun = {s.name for s in SKETCHES if history(s, today)[-1].day == today}
    assert {"Stretch for ten minutes", "Read", "Swim"} <= begun
    assert len(begun) < len(SKETCHES) / 2
