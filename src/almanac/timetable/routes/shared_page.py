"""The page of a shared routine: what its template is given, in the visitor's language."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from almanac.language.writing import Writing
from almanac.pages.answers import LANGUAGE, page, visitor_writing
from almanac.pages.styles import stylesheet
from almanac.timetable.domain.dates import WEEK_LETTERS, week_of_rotation
from almanac.timetable.domain.layout import SlotKind, day_slots
from almanac.timetable.domain.model import (
    DAY_MINUTES,
    CancelScope,
    SessionKind,
    Stretch,
)
from almanac.timetable.domain.sheet import (
    HOUR_MINUTES,
    Entry,
    Sheet,
    SheetDay,
    pattern_sheet,
    shown_week,
    week_sheet,
)
from almanac.timetable.routes.sheet_style import SheetStyle
from almanac.timetable.service.sharing import SharedRoutine

PACKAGE = "almanac.timetable"
WEEK = "week"
EVERY = "every"
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another week of the page, or to this one."""

    text: str
    href: str
    rel: str = ""
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A session as words. `classes` place it; `is_off` strikes it through."""

    classes: str
    times: str
    subject: str
    location: str
    note: str
    is_task: bool
    is_off: bool
    said: str


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day as words."""

    classes: str
    name: str
    is_today: bool
    holiday: str | None
    entries: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """A week as words; `hours` and `breaks` are the words of rows and the classes of them."""

    title: str
    classes: str
    days: tuple[ShownDay, ...]
    hours: tuple[tuple[str, str], ...]
    breaks: tuple[str, ...]


def shared_page(request: Request, shared: SharedRoutine) -> Response:
    """The week that the address names, else this one; or the pattern, each week of the rotation."""
    routine, asked = shared.routine, request.query_params.get(WEEK, "")
    composed = _Composition(visitor_writing(request), shared)
    is_pattern = asked == EVERY
    first_on = shown_week(routine, _date(asked) or shared.today, today=shared.today)
    if is_pattern:
        weeks = composed.pattern()
        kept = {WEEK: EVERY}
    else:
        weeks = [composed.week("", week_sheet(routine, first_on))]
        kept = {} if asked == "" else {WEEK: first_on.isoformat()}
    entries = [entry for week in weeks for day in week.days for entry in day.entries]
    chosen = {LANGUAGE: composed.written.language} if LANGUAGE in request.query_params else {}
    values = {
        "name": routine.name,
        "title": "" if is_pattern else composed.week_title(first_on),
        "links": composed.links(first_on, chosen, is_pattern=is_pattern),
        "weeks": weeks,
        "facts": composed.facts(),
        "has_sessions": bool(routine.sessions),
        "has_entries": bool(entries),
        "has_struck": any(entry.is_off for entry in entries),
        "has_tasks": any(entry.is_task for entry in entries),
    }
    style = stylesheet(PACKAGE, "shared.css") + composed.style.text
    return page(request, PACKAGE, "shared.html", values, style=style, query=kept)


class _Composition:
    """One page being put together."""

    def __init__(self, written: Writing, shared: SharedRoutine) -> None:
        self.written = written
        self.shared = shared
        self.style = SheetStyle()
        self._weeks = 0

    def pattern(self) -> list[ShownWeek]:
        routine, text = self.shared.routine, self.written.text
        count = routine.rotation_weeks
        return [
            self.week(
                text("share.rotation", week=WEEK_LETTERS[number - 1]) if count > 1 else "",
                pattern_sheet(routine, number),
            )
            for number in range(1, count + 1)
        ]

    def week_title(self, first_on: date) -> str:
        """Which week it is, by its dates and in the rotation."""
        routine, last_on = self.shared.routine, first_on + timedelta(days=6)
        span = self.written.span(first_on, last_on)
        if routine.rotation_weeks == 1:
            return span
        week = week_of_rotation(routine, max(first_on, min(routine.starts_on, last_on)))
        return f"{span} · {self.written.text('share.rotation', week=WEEK_LETTERS[week - 1])}"

    def links(self, first_on: date, chosen: dict[str, str], *, is_pattern: bool) -> list[Link]:
        """To the weeks around, to the one that is shown without asking, and to the pattern."""
        text, today = self.written.text, self.shared.today
        this = shown_week(self.shared.routine, today, today=today)

        def link(
            label: str, query: dict[str, str], rel: str = "", *, is_here: bool = False
        ) -> Link:
            return Link(label, f"?{urlencode({**query, **chosen})}", rel, is_here)

        found = []
        for rel, label, week in (
            ("prev", text("share.previous"), first_on - _WEEK),
            ("next", text("share.next"), first_on + _WEEK),
        ):
            if not is_pattern and shown_week(self.shared.routine, week, today=today) == week:
                found.append(link(label, {WEEK: week.isoformat()}, rel))
        is_this = not is_pattern and first_on == this
        found.append(link(text("share.this_week"), {}, is_here=is_this))
        found.append(link(text("share.every_week"), {WEEK: EVERY}, is_here=is_pattern))
        return found

    def facts(self) -> list[str]:
        """What holds for every week: when the routine is in force, and its breaks."""
        routine, text = self.shared.routine, self.written.text
        first, last = routine.valid_from, routine.valid_to
        said = []
        if first and last:
            said.append(text("share.from_to", span=self.written.span(first, last)))
        elif first:
            said.append(text("share.from", date=self.written.long_date(first)))
        elif last:
            said.append(text("share.until", date=self.written.long_date(last)))
        pauses = (slot.stretch for slot in day_slots(routine.grid) if slot.kind is SlotKind.BREAK)
        said += [text("share.break", times=self.written.times(*pause)) for pause in pauses]
        return said

    def week(self, title: str, sheet: Sheet) -> ShownWeek:
        classes = self.style.week(sheet, self._weeks)
        self._weeks += 1
        return ShownWeek(
            title,
            classes,
            tuple(self._day(day, is_crowded=sheet.is_crowded) for day in sheet.days),
            () if sheet.is_crowded else self._hours(sheet),
            () if sheet.is_crowded else self._breaks(sheet),
        )

    def _hours(self, sheet: Sheet) -> tuple[tuple[str, str], ...]:
        rows = {minute: row for row, minute in enumerate(sheet.marks[:-1])}
        full = [minute for minute in rows if minute % HOUR_MINUTES == 0]
        return tuple(
            (self.style.rows(Stretch(rows[at], rows[at] + 1)), self.written.time(at)) for at in full
        )

    def _breaks(self, sheet: Sheet) -> tuple[str, ...]:
        return tuple(
            self.style.rows(Stretch(sheet.row(pause.starts), sheet.row(pause.ends)))
            for pause in sheet.breaks
        )

    def _day(self, day: SheetDay, *, is_crowded: bool) -> ShownDay:
        places = [""] * len(day.places) if is_crowded else map(self.style.place, day.places)
        if day.on is None:
            name = self.written.weekday(day.weekday.number)
        else:
            name = self.written.weekday_date(day.on)
        return ShownDay(
            "" if is_crowded else self.style.columns(day.columns),
            name,
            day.on == self.shared.today,
            day.holiday,
            tuple(map(self._entry, day.entries, places)),
        )

    def _entry(self, entry: Entry, place: str) -> ShownEntry:
        of = entry.session
        color = self.style.color(self.shared.colors.get(of.id))
        return ShownEntry(
            classes=" ".join(filter(None, (place, color))),
            times=self._times(entry.stretch),
            subject=of.subject,
            location=entry.location,
            note=of.note,
            is_task=of.kind is SessionKind.TASK,
            is_off=entry.cancellation is not None or entry.moved_to is not None,
            said=self._said(entry),
        )

    def _times(self, stretch: Stretch) -> str:
        times = self.written.times(stretch.starts, stretch.ends)
        if stretch.ends <= DAY_MINUTES:
            return times
        return self.written.text("share.next_day", times=times)

    def _said(self, entry: Entry) -> str:
        """What is different about it, in words."""
        text, cancelled = self.written.text, entry.cancellation
        if cancelled is not None:
            # The name of a holiday stands at its day.
            reason = "" if cancelled.scope is CancelScope.HOLIDAY else cancelled.reason
            return (
                text("share.cancelled_because", reason=reason)
                if reason
                else text("share.cancelled")
            )
        if entry.moved_to is not None:
            return text("share.moved_to", date=self.written.weekday_date(entry.moved_to))
        if entry.moved_from is not None:
            return text("share.moved_from", date=self.written.weekday_date(entry.moved_from))
        return text("share.other_time") if entry.is_at_other_time else ""


def _date(asked: str) -> date | None:
    """A date, or the first of a week as in `2026-W10`."""
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None
