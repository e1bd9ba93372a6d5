"""What Loop's files hold arrives whole, whichever of the two kinds and however old."""

import sqlite3
from datetime import date
from typing import Any

import pytest

from almanac.habits.domain.model import CheckInStatus, HabitKind, TargetKind, TargetPer
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord
from almanac.portability.domain.loop import read_loop
from almanac.portability.domain.reading import LeftOut, Reader, Reading
from almanac.schedules.rules import Daily, Period, TimesPerPeriod, Weekday
from tests.portability.loop_files import Loop, every_day, loop_database, loop_zip, old_loop_zip

TODAY = date(2026, 3, 18)
READER = Reader(TODAY, Weekday.SUN)
DAY = date(2026, 3, 1)
DONE, SKIPPED, MISSED = CheckInStatus.DONE, CheckInStatus.SKIPPED, CheckInStatus.MISSED


def day(number: int) -> date:
    return date(2026, 3, number)


def read(data: bytes) -> Reading:
    return read_loop(data, READER)


def only(data: bytes) -> HabitRecord:
    (habit,) = read(data).habits
    return habit


def both(*habits: Loop) -> list[Any]:
    return [pytest.param(loop_zip(habits), id="zip"), pytest.param(loop_database(habits), id="db")]


TICKS = Loop(
    "Stretch",
    [(day(1), 2), (day(2), 0, "ill"), (day(3), 3), (day(4), 1), (day(5), -1), (day(30), 2)],
    times=3,
    days=7,
    question="Did you stretch?",
    description="Ten minutes",
)
COFFEE = Loop(
    "Coffee",
    [(day(1), 0), (day(2), 1), (day(3), 2), (day(4), 3), (day(5), 4500, "late"), (day(6), -1)],
    numerical=True,
    unit="cups",
    at_most=True,
    target=2.5,
    days=7,
)


@pytest.mark.parametrize("data", both(TICKS))
def test_ticks_keep_skips_and_explicit_noes_and_drop_what_loop_filled_in(data: bytes) -> None:
    reading = read(data)
    (habit,) = reading.habits
    assert habit.check_ins == (
        CheckInRecord(day(1), DONE),
        CheckInRecord(day(2), MISSED, note="ill"),
        CheckInRecord(day(3), SKIPPED),
    )
    assert reading.left_out == {
        LeftOut.AUTOMATIC: 1,
        LeftOut.UNANSWERED: 1,
        LeftOut.FUTURE: 1,
    }
    assert (habit.kind, habit.starts_on) == (HabitKind.CHECK, day(1))
    assert habit.description == "Did you stretch?\n\nTen minutes"
    (version,) = habit.versions
    assert (version.rule, version.week_start) == (TimesPerPeriod(3, Period.WEEK), Weekday.SUN)


@pytest.mark.parametrize("data", both(COFFEE))
def test_amounts_are_thousandths_even_where_they_look_like_ticks(data: bytes) -> None:
    habit = only(data)
    assert habit.check_ins == (
        CheckInRecord(day(1), DONE, 0),
        CheckInRecord(day(2), DONE, 1),
        CheckInRecord(day(3), DONE, 2),
        CheckInRecord(day(4), SKIPPED),
        CheckInRecord(day(5), DONE, 4500, "late"),
    )
    (version,) = habit.versions
    assert (habit.kind, habit.unit) == (HabitKind.MEASURE, "cups")
    assert (version.target, version.target_kind) == (2500, TargetKind.AT_MOST)
    assert (version.rule, version.target_per) == (
        TimesPerPeriod(1, Period.WEEK),
        TargetPer.PERIOD,
    )


@pytest.mark.parametrize("data", both(Loop("Run"), Loop("Read"), Loop("Run"), Loop("Läufe 🏃")))
def test_namesakes_are_kept_apart_by_their_place(data: bytes) -> None:
    assert [habit.key for habit in read(data).habits] == [
        "loop:1:Run",
        "loop:1:Read",
        "loop:2:Run",
        "loop:1:Läufe 🏃",
    ]


@pytest.mark.parametrize("data", both(Loop("Old", [(day(1), 2), (day(4), 2)], archived=True)))
def test_an_archived_habit_was_archived_after_its_last_entry(data: bytes) -> None:
    assert only(data).archived_on == day(5)


@pytest.mark.parametrize("data", both(Loop("Old", archived=True)))
def test_a_habit_without_entries_starts_today(data: bytes) -> None:
    assert (only(data).starts_on, only(data).archived_on) == (TODAY, TODAY)


@pytest.mark.parametrize("data", both(Loop("Water", numerical=True, target=0)))
def test_a_measured_habit_without_a_target_asks_for_any_amount(data: bytes) -> None:
    reading = read(data)
    assert reading.habits[0].versions[0].target == 1
    assert [notice.code for notice in reading.notices] == ["target_missing"]


@pytest.mark.parametrize("data", both(Loop("Sweets", numerical=True, target=0, at_most=True)))
def test_nothing_at_most_is_a_target(data: bytes) -> None:
    assert only(data).versions[0].target == 0


@pytest.mark.parametrize("data", both(Loop("\u200b\x07\n", [(day(1), 2)]), Loop("x" * 200)))
def test_names_are_made_acceptable_and_the_person_is_told(data: bytes) -> None:
    reading = read(data)
    assert [habit.name for habit in reading.habits] == ["Habit 1", "x" * 120]
    assert [notice.code for notice in reading.notices] == ["name_missing", "name_shortened"]


@pytest.mark.parametrize("data", both(Loop("Gym", times=3, days=14)))
def test_an_approximated_frequency_names_the_habit(data: bytes) -> None:
    (notice,) = read(data).notices
    assert (notice.code, notice.habit) == ("frequency_approximated", "Gym")
    assert "3 in 14 days" in notice.detail


@pytest.mark.parametrize("version", range(12, 26))
def test_backups_of_every_schema_version_are_read(version: int) -> None:
    habit = Loop("Run", every_day(DAY, 10), times=3, days=7, question="Did you?", uuid="AB-12")
    record = only(loop_database([habit], version))
    assert len(record.check_ins) == 10
    assert record.check_ins[0] == CheckInRecord(DAY, DONE)
    assert record.description == "Did you?"
    assert record.versions[0].rule == TimesPerPeriod(3, Period.WEEK)
    assert record.key == ("loop:ab12" if version >= 24 else "loop:1:Run")


@pytest.mark.parametrize(
    ("version", "number", "color"),
    [
        (13, -16742021, "#00897B"),
        (14, 5, "#00897B"),
        (20, 12, "#AAAAAA"),
        (20, 13, "#D32F2F"),
        (21, 8, "#00897B"),
        (25, 19, "#AAAAAA"),
        (25, -1, "#D32F2F"),
        (25, None, None),
    ],
)
def test_colours_are_those_of_loops_own_palette(
    version: int, number: int | None, color: str | None
) -> None:
    habit = Loop("Run", extra={"color": number})
    assert only(loop_database([habit], version)).color == color


@pytest.mark.parametrize(("text", "color"), [("#aaaaaa", "#AAAAAA"), ("red", None), ("", None)])
def test_the_export_names_colours_itself(text: str, color: str | None) -> None:
    assert only(loop_zip([Loop("Run", csv_color=text)])).color == color


@pytest.mark.parametrize(
    ("reminder", "expected", "codes"),
    [
        ((7, 5, 127), ("07:05",), []),
        ((22, 30, 3), ("22:30",), ["reminder_days"]),
        ((7, 5, 0), (), []),
        ((7, 5, None), ("07:05",), []),
        ((None, None, 127), (), []),
        ((24, 0, 127), (), []),
        ((7, 61, 127), (), []),
    ],
)
def test_reminders_ring_at_the_same_time(
    reminder: tuple[int, int, int], expected: tuple[str, ...], codes: list[str]
) -> None:
    reading = read(loop_database([Loop("Run", reminder=reminder)]))
    assert reading.habits[0].reminders == expected
    assert [notice.code for notice in reading.notices] == codes


def test_a_habit_with_the_id_zero_keeps_its_entries() -> None:
    habits = [Loop("Zero", every_day(DAY, 2), id=0), Loop("One", every_day(DAY, 3), id=1)]
    assert [len(habit.check_ins) for habit in read(loop_database(habits)).habits] == [2, 3]


def test_entries_that_make_no_sense_are_counted_and_left_out() -> None:
    odd = [("soon", 2), (-1, 2), (None, 2), (2**62, 2), (day(1), 7), (day(2), "x"), (day(3), None)]
    reading = read(loop_database([Loop("Run", [*odd, (day(4), 2), (day(4), 0)])]))
    assert reading.habits[0].check_ins == (CheckInRecord(day(4), DONE),)
    assert reading.left_out == {LeftOut.UNREADABLE: 7, LeftOut.REPEATED: 1}


def test_a_line_without_a_date_is_counted_and_left_out() -> None:
    reading = read(loop_zip([Loop("Run", [("soon", 2), (day(4), 2)])]))
    assert reading.left_out == {LeftOut.UNREADABLE: 1}


def test_entries_of_habits_that_are_not_there_are_counted_and_left_out() -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(loop_database([Loop("Gone", every_day(DAY, 3))], 21))
    connection.execute("delete from Habits")
    connection.commit()
    assert read(connection.serialize()).left_out == {LeftOut.WITHOUT_HABIT: 3}


def test_two_habits_with_one_id_of_loop_stay_two() -> None:
    twins = [Loop("A", uuid="1"), Loop("B", uuid="1")]
    assert [habit.key for habit in read(loop_database(twins)).habits] == ["loop:1", "loop:1:B"]


def test_an_overlong_id_of_loop_still_makes_a_key_that_fits() -> None:
    assert len(only(loop_database([Loop("A", uuid="f" * 5000)])).key) < 200


def test_an_archive_packed_anew_within_a_folder_is_read() -> None:
    assert len(only(loop_zip([TICKS], root="My backup/")).check_ins) == 3


def test_exports_of_loop_1_list_every_day_and_know_no_explicit_no() -> None:
    habit = Loop("Run", [(day(1), 2), (day(2), 1), (day(3), 0)], times=3, days=7, question="Q")
    reading = read(old_loop_zip([habit]))
    assert reading.habits[0].check_ins == (CheckInRecord(day(1), DONE),)
    assert reading.left_out == {LeftOut.AUTOMATIC: 1, LeftOut.UNANSWERED: 1}
    assert reading.habits[0].description == "Q"
    assert reading.habits[0].versions[0].rule == TimesPerPeriod(3, Period.WEEK)


def test_amounts_show_which_habits_of_an_old_export_are_measured() -> None:
    habit = only(old_loop_zip([Loop("Water", [(day(1), 1500), (day(2), 0)])]))
    assert habit.kind is HabitKind.MEASURE
    assert [entry.amount for entry in habit.check_ins] == [1500, 0]
    assert habit.versions[0].rule == Daily()


def test_a_target_that_is_no_number_is_no_target() -> None:
    habit = Loop("Water", numerical=True)
    habit.target = "much"  # type: ignore[assignment]
    for data in (loop_zip([habit]), loop_database([habit])):
        assert [notice.code for notice in read(data).notices] == ["target_missing"]


def test_notes_lose_control_characters_and_keep_their_lines() -> None:
    habit = only(loop_database([Loop("Run", [(DAY, 2, " a\x00b\r\nc\u202e ")])]))
    assert habit.check_ins[0].note == "a b\nc"


def test_an_archived_habit_is_never_archived_in_the_future() -> None:
    habit = only(loop_database([Loop("Run", [(TODAY, 2)], archived=True)]))
    assert habit.archived_on == TODAY
