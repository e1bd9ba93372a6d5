"""What a printed page says: its weeks in the words, dates and times of who reads them.

The values are those that `week.typ` is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from almanac.core.day import ThemeMark
from almanac.language.writing import Writing
from almanac.timetable.domain.dates import WEEK_LETTERS
from almanac.timetable.domain.model import DAY_MINUTES, Routine, SessionKind
from almanac.timetable.domain.printed import PrintedPage, PrintedWeek
from almanac.timetable.domain.sheet import Entry, Place, SheetDay
from almanac.typesetting.glyphs import Json

UNCOLOURED: Final = "#8f8370"
SEPARATOR: Final = " \N{MIDDLE DOT} "
"""Between what stands in one line."""
NOTE_LENGTH: Final = 240
"""Characters of a note that are printed; what is longer has its place on a screen."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """Says what is on a page as its reader writes it; themes by their marks."""

    written: Writing
    marks: Mapping[UUID, ThemeMark]

    def subtitle(self, routine: Routine, page: PrintedPage) -> str:
        """When: how long the routine is in force, or which week this is."""
        if page.first_on is None or page.last_on is None:
            return self._validity(routine)
        number = page.weeks[0].number
        week = "" if number is None else self._week(number)
        return SEPARATOR.join(filter(None, (self.written.span(page.first_on, page.last_on), week)))

    def _validity(self, routine: Routine) -> str:
        if routine.valid_to is not None:
            return self.written.span(routine.starts_on, routine.valid_to)
        return self.written.text("share.from", date=self.written.long_date(routine.starts_on))

    def _week(self, number: int) -> str:
        return self.written.text("share.rotation", week=WEEK_LETTERS[number - 1])

    def week(self, week: PrintedWeek) -> Json:
        """A week, its days and what is on them."""
        return {
            "name": "" if week.number is None else self._week(week.number),
            "days": [self._day(day) for day in week.days],
        }

    def _day(self, day: SheetDay) -> Json:
        placed = zip(day.entries, day.places, strict=True)
        return {
            "name": self.written.weekday(day.weekday.number),
            "short": self.written.short_weekday(day.weekday.number),
            "date": "" if day.on is None else self.written.short_date(day.on),
            "holiday": day.holiday or "",
            "blocks": [self._block(entry, place, day) for entry, place in placed],
        }

    def _block(self, entry: Entry, place: Place, day: SheetDay) -> Json:
        session, across = entry.session, place.columns
        width = across.ends - across.starts
        time = self.written.times(*entry.stretch)
        note = session.note
        if len(note) > NOTE_LENGTH:
            note = f"{note[:NOTE_LENGTH].rstrip()}\N{HORIZONTAL ELLIPSIS}"
        said = [self._what_became(entry), entry.location, note]
        subject, *tidy = (" ".join(text.split()) for text in (session.subject, *said))
        lines: list[Json] = [{"text": text, "mark": not at} for at, text in enumerate(tidy) if text]
        weekday = self.written.short_weekday(day.weekday.number)
        return {
            "lane": across.starts // width,
            "of": day.columns // width,
            "from": entry.stretch.starts,
            "to": min(entry.stretch.ends, DAY_MINUTES),
            "color": self._color(entry),
            "task": session.kind is SessionKind.TASK,
            "off": _is_off(entry),
            "time": time,
            "subject": subject,
            "lines": lines,
            "full": SEPARATOR.join(filter(None, (f"{weekday} {time}", subject, *tidy))),
        }

    def _color(self, entry: Entry) -> str:
        theme_id = entry.session.theme_id
        mark = None if theme_id is None else self.marks.get(theme_id)
        return entry.session.color or (mark.color if mark else UNCOLOURED)

    def _what_became(self, entry: Entry) -> str:
        text, date_ = self.written.text, self.written.weekday_date
        if entry.cancellation is not None:
            reason = entry.cancellation.reason
            return (
                text("share.cancelled_because", reason=reason)
                if reason
                else text("share.cancelled")
            )
        if entry.moved_to is not None:
            return text("share.moved_to", date=date_(entry.moved_to))
        if entry.moved_from is not None:
            return text("share.moved_from", date=date_(entry.moved_from))
        return text("share.other_time") if entry.is_at_other_time else ""

    def legend(self, page: PrintedPage) -> list[Json]:
        """What the page has that a reader might wonder about, themes first."""
        used = {entry.session.theme_id for entry in page.entries}
        themes = (mark for theme_id, mark in self.marks.items() if theme_id in used)
        found: list[Json] = [
            {"kind": "theme", "color": mark.color, "text": mark.name}
            for mark in sorted(themes, key=lambda mark: mark.name.casefold())
        ]
        marks = {
            "task": ("share.task", any(_is_task(entry) for entry in page.entries)),
            "break": ("print.break", bool(page.breaks)),
            "off": ("print.struck", any(_is_off(entry) for entry in page.entries)),
        }
        return found + [
            {"kind": kind, "text": self.written.text(key)}
            for kind, (key, is_there) in marks.items()
            if is_there
        ]


def _is_task(entry: Entry) -> bool:
    return entry.session.kind is SessionKind.TASK


def _is_off(entry: Entry) -> bool:
    """Whether it does not take place where it stands."""
    return entry.cancellation is not None or entry.moved_to is not None
