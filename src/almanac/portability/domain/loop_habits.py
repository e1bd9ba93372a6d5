"""Loop's habits and entries translated into Almanac's, whichever file they were read from.

Values as in Loop's `Entry`: 3 skip, 2 yes, 1 filled in by Loop, 0 no, -1 no answer; for habits
with numbers 3 skip, -1 no answer, anything else from 0 on thousandths of the unit.
"""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from almanac.habits.domain.model import CheckInStatus, HabitKind, ScheduleVersion, TargetKind
from almanac.habits.domain.transfer import CheckInRecord, HabitRecord
from almanac.portability.domain.loop_schedules import (
    Mapped,
    MappedTarget,
    map_frequency,
    map_target,
)
from almanac.portability.domain.reading import (
    MAX_NAME,
    MAX_THOUSANDTHS,
    MAX_UNIT,
    LeftOut,
    Notice,
    Reader,
    Reading,
    clean_line,
    clean_prose,
)

SKIP, YES, AUTOMATIC, NO, UNKNOWN = 3, 2, 1, 0, -1
EVERY_DAY = 0b1111111
# Loop's own palette, in the order of its colour numbers since schema version 21.
PALETTE = (
    "#D32F2F", "#E64A19", "#F57C00", "#FF8F00", "#F9A825", "#AFB42B", "#7CB342",
    "#388E3C", "#00897B", "#00ACC1", "#039BE5", "#1976D2", "#303F9F", "#5E35B1",
    "#8E24AA", "#D81B60", "#5D4037", "#303030", "#757575", "#AAAAAA",
)  # fmt: skip
_STATUSES = {
    SKIP: CheckInStatus.SKIPPED,
    YES: CheckInStatus.DONE,
    NO: CheckInStatus.MISSED,
}
_HEX_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST_KEY = 150
_SMALLEST_TARGET = 1


@dataclass(frozen=True, slots=True)
class LoopEntry:
    """One row of entries; `day` or `value` is none when it could not be read."""

    day: date | None
    value: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LoopReminder:
    """Time of day and Loop's bit mask of weekdays."""

    hour: int
    minute: int
    days: int


@dataclass(slots=True)
class LoopHabit:
    """A habit as Loop describes it, in the order of its list. `target` in the habit's unit."""

    name: str
    question: str = ""
    description: str = ""
    times: int | None = 1
    days: int | None = 1
    color: str | None = None
    is_numerical: bool = False
    unit: str = ""
    is_at_most: bool = False
    target: float | None = None
    is_archived: bool = False
    reminder: LoopReminder | None = None
    uuid: str = ""
    entries: list[LoopEntry] = field(default_factory=list)


class _Translation:
    """What gathers while the habits of one file are translated."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.left_out: Counter[LeftOut] = Counter()
        self.notices: list[Notice] = []
        self.keys: set[str] = set()
        self.namesakes: Counter[str] = Counter()

    def notice(self, code: str, habit: str, detail: str) -> None:
        self.notices.append(Notice(code, habit, detail))


def translate(habits: Sequence[LoopHabit], reader: Reader, *, without_habit: int = 0) -> Reading:
    """All habits of one file, in Loop's order."""
    work = _Translation(reader)
    work.left_out[LeftOut.WITHOUT_HABIT] = without_habit
    records = tuple(_record(habit, number, work) for number, habit in enumerate(habits, 1))
    return Reading(records, dict(+work.left_out), tuple(work.notices))


def _record(habit: LoopHabit, number: int, work: _Translation) -> HabitRecord:
    name = _name(habit, number, work)
    check_ins = _check_ins(habit, work)
    today = work.reader.today
    starts_on = check_ins[0].day if check_ins else today
    archived_on = None
    if habit.is_archived:
        archived_on = min(check_ins[-1].day + timedelta(days=1), today) if check_ins else today
    return HabitRecord(
        key=_key(habit, name, work),
        name=name,
        kind=HabitKind.MEASURE if habit.is_numerical else HabitKind.CHECK,
        starts_on=starts_on,
        versions=(_version(habit, name, starts_on, work),),
        check_ins=check_ins,
        description=_description(habit),
        unit=clean_line(habit.unit, MAX_UNIT) if habit.is_numerical else "",
        color=habit.color.upper() if habit.color and _HEX_COLOR.fullmatch(habit.color) else None,
        reminders=_reminders(habit, name, work),
        archived_on=archived_on,
    )


def _name(habit: LoopHabit, number: int, work: _Translation) -> str:
    name = clean_line(habit.name, MAX_NAME)
    if not name:
        name = f"Habit {number}"
        work.notice("name_missing", name, "It has no name in the file")
    elif len(clean_line(habit.name, len(habit.name))) > MAX_NAME:
        work.notice("name_shortened", name, f"Its name is cut to {MAX_NAME} characters")
    return name


def _key(habit: LoopHabit, name: str, work: _Translation) -> str:
    """Loop's own id, else the name and which of its namesakes it is in the order of the list."""
    work.namesakes[name] += 1
    uuid = re.sub(r"[^0-9a-z]", "", habit.uuid.lower())
    if len(uuid) > _LONGEST_KEY:
        uuid = hashlib.sha256(uuid.encode()).hexdigest()
    key = f"loop:{uuid}"
    if not uuid or key in work.keys:
        key = f"loop:{work.namesakes[name]}:{name}"
    work.keys.add(key)
    return key


def _description(habit: LoopHabit) -> str:
    """Question first, as Loop shows it, then what was written about the habit."""
    parts = dict.fromkeys(part.strip() for part in (habit.question, habit.description))
    return clean_prose("\n\n".join(part for part in parts if part))


def _reminders(habit: LoopHabit, name: str, work: _Translation) -> tuple[str, ...]:
    reminder = habit.reminder
    if reminder is None or not reminder.days & EVERY_DAY:
        return ()
    if not (0 <= reminder.hour < 24 and 0 <= reminder.minute < 60):  # noqa: PLR2004 - a clock
        return ()
    if reminder.days & EVERY_DAY != EVERY_DAY:
        detail = "Loop reminds on some weekdays; here it reminds on every day that it is due"
        work.notice("reminder_days", name, detail)
    return (f"{reminder.hour:02}:{reminder.minute:02}",)


def _version(habit: LoopHabit, name: str, starts_on: date, work: _Translation) -> ScheduleVersion:
    week_start = work.reader.week_start
    if not habit.is_numerical:
        mapped = map_frequency(habit.times, habit.days)
        _notice_frequency(habit, name, mapped, work)
        return ScheduleVersion(starts_on, mapped.rule, week_start=week_start)
    kind = TargetKind.AT_MOST if habit.is_at_most else TargetKind.AT_LEAST
    mapped_target = map_target(_target(habit, name, work), habit.days)
    _notice_frequency(habit, name, mapped_target, work)
    return ScheduleVersion(
        starts_on,
        mapped_target.rule,
        target=mapped_target.target,
        target_kind=kind,
        target_per=mapped_target.target_per,
        week_start=week_start,
    )


def _notice_frequency(
    habit: LoopHabit, name: str, mapped: Mapped | MappedTarget, work: _Translation
) -> None:
    if not mapped.exact:
        times = 1 if habit.is_numerical else habit.times
        detail = f"Its frequency ({times} in {habit.days} days) became the nearest schedule"
        work.notice("frequency_approximated", name, detail)


def _target(habit: LoopHabit, name: str, work: _Translation) -> int:
    target = habit.target
    if target is not None and math.isfinite(target):
        thousandths = min(max(round(target * 1000), 0), MAX_THOUSANDTHS)
        if thousandths or habit.is_at_most:
            return thousandths
    work.notice("target_missing", name, "It has no target in the file; any amount counts")
    return MAX_THOUSANDTHS if habit.is_at_most else _SMALLEST_TARGET


def _check_ins(habit: LoopHabit, work: _Translation) -> tuple[CheckInRecord, ...]:
    found: dict[date, CheckInRecord] = {}
    for entry in habit.entries:
        check_in = _check_in(entry, habit, work.reader.today)
        if isinstance(check_in, LeftOut):
            work.left_out[check_in] += 1
        elif check_in.day in found:
            work.left_out[LeftOut.REPEATED] += 1
        else:
            found[check_in.day] = check_in
    return tuple(found[day] for day in sorted(found))


def _check_in(entry: LoopEntry, habit: LoopHabit, today: date) -> CheckInRecord | LeftOut:
    if entry.value == UNKNOWN:
        return LeftOut.UNANSWERED
    if entry.day is None or entry.value is None or not _means_something(entry.value, habit):
        return LeftOut.UNREADABLE
    if entry.value == AUTOMATIC and not habit.is_numerical:
        return LeftOut.AUTOMATIC
    if entry.day > today:
        return LeftOut.FUTURE
    counts_amount = habit.is_numerical and entry.value != SKIP
    amount = entry.value if counts_amount else None
    status = CheckInStatus.DONE if counts_amount else _STATUSES[entry.value]
    return CheckInRecord(entry.day, status, amount, clean_prose(entry.note))


def _means_something(value: int, habit: LoopHabit) -> bool:
    return 0 <= value <= (MAX_THOUSANDTHS if habit.is_numerical else SKIP)


def palette_color(numbers: Iterable[int], number: int | None) -> str | None:
    """The colour with this number, where `numbers` are places in `PALETTE`; strange ones: red."""
    places = tuple(numbers)
    if number is None:
        return None
    return PALETTE[places[number]] if 0 <= number < len(places) else PALETTE[0]
