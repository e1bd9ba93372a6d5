"""A day laid out in a bounded number of steps, and sessions side by side in the fewest lanes."""

import sys
from collections.abc import Callable
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from almanac.timetable.domain.layout import (
    Lane,
    SlotKind,
    day_slots,
    free_slots,
    lanes,
    merged,
    shown_days,
    shown_hours,
)
from almanac.timetable.domain.model import Break, Grid, Stretch
from tests.timetable.weeks import FRI, MON, SAT, SUN, THU, TUE, WED, grids, stretches

SLOT, BREAK, REST = SlotKind
MINUTE_BY_MINUTE = Grid(0, 1440, frozenset(), 1, (Break(720, 0), Break(0, 0), Break(1439, 1440)))
blocks = st.lists(stretches, max_size=12)


def laid_out(grid: Grid) -> list[tuple[SlotKind, int, int]]:
    return [(slot.kind, *slot.stretch) for slot in day_slots(grid)]


def test_a_new_routine_has_four_slots_before_lunch_and_two_after() -> None:
    assert laid_out(Grid()) == [
        (SLOT, 480, 555),
        (SLOT, 555, 630),
        (SLOT, 630, 705),
        (SLOT, 705, 780),
        (BREAK, 780, 870),
        (SLOT, 870, 945),
        (SLOT, 945, 1020),
    ]


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ((), [(SLOT, 600, 660), (SLOT, 660, 720), (REST, 720, 750)]),
        ((Break(630, 0),), [(SLOT, 600, 660), (SLOT, 660, 720), (REST, 720, 750)]),
        ((Break(600, 30),), [(BREAK, 600, 630), (SLOT, 630, 690), (SLOT, 690, 750)]),
        (
            (Break(680, 20), Break(660, 30), Break(700, 10)),
            [(SLOT, 600, 660), (BREAK, 660, 710), (REST, 710, 750)],
        ),
        ((Break(1400, 700),), [(BREAK, 600, 660), (SLOT, 660, 720), (REST, 720, 750)]),
        (
            (Break(740, 60),),
            [(SLOT, 600, 660), (SLOT, 660, 720), (REST, 720, 740), (BREAK, 740, 750)],
        ),
        ((Break(0, 1440),), [(BREAK, 600, 750)]),
        ((Break(800, 60),), [(SLOT, 600, 660), (SLOT, 660, 720), (REST, 720, 750)]),
    ],
    ids=[
        "none",
        "of no length",
        "first",
        "overlapping",
        "of last night",
        "past the end",
        "all",
        "after",
    ],
)
def test_slots_begin_anew_after_breaks(
    breaks: tuple[Break, ...], expected: list[tuple[SlotKind, int, int]]
) -> None:
    assert laid_out(Grid(600, 750, frozenset(), 60, breaks)) == expected


def calls_in(work: Callable[[], object]) -> int:
    """How many functions, of Python and built in, are called meanwhile."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@settings(max_examples=25, deadline=None)
@given(grids())
@example(MINUTE_BY_MINUTE)
@example(Grid(0, 1440, frozenset(), 1440, ()))
@example(Grid(0, 1440, frozenset(), 1, (Break(5, 0),) * 24))
@example(Grid(0, 1440, frozenset(), 2, tuple(Break(n * 60, 1) for n in range(24))))
@example(Grid(1439, 1440, frozenset(), 1, (Break(0, 1440),)))
def test_any_valid_day_is_laid_out_without_gaps_in_a_bounded_number_of_steps(grid: Grid) -> None:
    slots = day_slots(grid)
    assert slots[0].stretch.starts == grid.day_starts
    assert slots[-1].stretch.ends == grid.day_ends
    for before, after in pairwise(slots):
        assert before.stretch.ends == after.stretch.starts
        assert not before.kind is after.kind is BREAK
    for kind, (starts, ends) in slots:
        assert ends > starts
        assert kind is BREAK or ends - starts <= grid.session_minutes
        assert (kind is SLOT) <= (ends - starts == grid.session_minutes)
    pieces = (grid.day_ends - grid.day_starts) // grid.session_minutes + 2 * len(grid.breaks) + 2
    pieces += 2 * len(grid.breaks)
    assert len(slots) <= pieces
    assert calls_in(lambda: day_slots(grid)) <= 10 * pieces + 30 * (len(grid.breaks) + 1)


@settings(max_examples=25, deadline=None)
@given(grids())
def test_breaks_are_shown_wherever_they_are_and_nowhere_else(grid: Grid) -> None:
    in_break = {
        minute % 1440
        for pause in grid.breaks
        for minute in range(pause.starts, pause.starts + pause.minutes)
    }
    shown = {
        minute
        for kind, (starts, ends) in day_slots(grid)
        if kind is BREAK
        for minute in range(starts, ends)
    }
    assert shown == in_break & set(range(grid.day_starts, grid.day_ends))


def test_free_slots_are_those_that_nothing_meets() -> None:
    busy = [Stretch(-60, 481), Stretch(700, 705), Stretch(945, 2000), Stretch(560, 560)]
    assert free_slots(Grid(), busy) == [(555, 630), (705, 780), (870, 945)]
    assert free_slots(Grid(), []) == [s.stretch for s in day_slots(Grid()) if s.kind is SLOT]


@settings(max_examples=25, deadline=None)
@given(grids(), blocks)
def test_a_slot_is_free_unless_a_block_shares_minutes_with_it(
    grid: Grid, busy: list[Stretch]
) -> None:
    assert free_slots(grid, busy) == [
        slot.stretch
        for slot in day_slots(grid)
        if slot.kind is SLOT and not any(slot.stretch.shared(block) for block in busy)
    ]


def test_days_come_in_the_order_of_the_persons_week_without_the_hidden_ones() -> None:
    assert shown_days(Grid(), MON) == [MON, TUE, WED, THU, FRI]
    assert shown_days(Grid(hidden_days=frozenset({WED})), SAT) == [SAT, SUN, MON, TUE, THU, FRI]


def test_what_lies_outside_the_day_is_drawn_too() -> None:
    assert shown_hours(Grid(), []) == (480, 1020)
    assert shown_hours(Grid(), [Stretch(1380, 1500), Stretch(420, 480)]) == (420, 1500)


@pytest.mark.parametrize(
    ("given_blocks", "expected"),
    [
        ([], []),
        ([(0, 60)], [(0, 1)]),
        ([(0, 60), (60, 90)], [(0, 1), (0, 1)]),
        ([(0, 60), (30, 90)], [(0, 2), (1, 2)]),
        ([(30, 90), (0, 60)], [(1, 2), (0, 2)]),
        ([(0, 60), (0, 90)], [(1, 2), (0, 2)]),
        ([(0, 60), (0, 60)], [(0, 2), (1, 2)]),
        ([(0, 60), (30, 90), (60, 120), (120, 150)], [(0, 2), (1, 2), (0, 2), (0, 1)]),
        ([(0, 100), (10, 20), (15, 30), (40, 50)], [(0, 3), (1, 3), (2, 3), (1, 3)]),
    ],
)
def test_blocks_that_overlap_stand_side_by_side(
    given_blocks: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    assert lanes([Stretch(*block) for block in given_blocks]) == [Lane(*e) for e in expected]


def groups(of: list[Stretch]) -> list[Stretch]:
    """Blocks that overlap through one another, as the stretches they cover together."""
    found: list[Stretch] = []
    for block in sorted(of):
        if found and block.starts < found[-1].ends:
            found[-1] = Stretch(found[-1].starts, max(found[-1].ends, block.ends))
        else:
            found.append(block)
    return found


@settings(max_examples=25, deadline=None)
@given(blocks)
def test_lanes_never_overlap_and_are_as_few_as_can_be(of: list[Stretch]) -> None:
    found = lanes(of)
    for one, other in combinations(range(len(of)), 2):
        assert found[one].number != found[other].number or not of[one].shared(of[other])
    for group in groups(of):
        members = [n for n, block in enumerate(of) if block.shared(group)]
        at_once = max(
            sum(block.starts <= of[n].starts < block.ends for block in of) for n in members
        )
        assert {found[n].of for n in members} == {at_once}
        assert {found[n].number for n in members} == set(range(at_once))


@settings(max_examples=25, deadline=None)
@given(blocks, st.randoms())
def test_the_order_of_the_blocks_changes_no_lane(of: list[Stretch], random: Random) -> None:
    apart = list(dict.fromkeys(of))
    mixed = list(apart)
    random.shuffle(mixed)
    by_block = dict(zip(mixed, lanes(mixed), strict=True))
    assert [by_block[block] for block in apart] == lanes(apart)


@settings(max_examples=25, deadline=None)
@given(blocks, stretches)
def test_what_is_added_later_in_the_day_moves_no_block_to_another_lane(
    of: list[Stretch], block: Stretch
) -> None:
    before = [other for other in of if other.starts <= block.starts and other.ends >= block.ends]
    after = lanes([*before, block])
    assert [lane.number for lane in lanes(before)] == [lane.number for lane in after[:-1]]


@settings(max_examples=25, deadline=None)
@given(blocks)
def test_merging_keeps_every_minute_and_leaves_gaps_between(of: list[Stretch]) -> None:
    joined = merged(of)
    minutes = {minute for block in of for minute in range(*block)}
    assert {minute for block in joined for minute in range(*block)} == minutes
    assert all(before.ends < after.starts for before, after in pairwise(joined))
