"""A routine on one page of paper, in the language of who prints it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.core.day import ThemeMark
from almanac.language.writing import Writing
from almanac.schedules.rules import Weekday
from almanac.themes.service import load_marks
from almanac.timetable.domain.model import Routine
from almanac.timetable.domain.printed import pattern_page, week_page
from almanac.timetable.service.loading import load_routine
from almanac.timetable.service.printed_words import PageWords
from almanac.typesetting.glyphs import Json
from almanac.typesetting.press import Page, typeset

POINTS_A_CHARACTER, AXIS_SPACE = 3.2, 8.0


class Paper(StrEnum):
    """Sizes of paper, laid broad."""

    A4 = "a4"
    LETTER = "letter"


async def load_page(
    session: AsyncSession,
    user_id: UUID,
    routine_id: UUID,
    *,
    week_start: Weekday,
    written: Writing,
    paper: Paper,
    on: date | None = None,
) -> tuple[str, dict[str, Json]]:
    """The routine's name, and what is on its page: the pattern, or a date's week with its changes.

    Raises `RoutineNotFound`.
    """
    routine = await load_routine(session, user_id, routine_id, week_start=week_start)
    marks = await load_marks(session, user_id)
    return routine.name, page_data(routine, marks, written, paper, on)


async def print_page(user_id: UUID, data: Mapping[str, Json]) -> Page:
    """The page, in its turn among the person's own. Raises what `typeset` raises."""
    return await typeset(template(), data, owner=user_id)


@cache
def template() -> str:
    """How the page looks."""
    return (files("almanac.timetable.service") / "week.typ").read_text(encoding="utf-8")


def page_data(
    routine: Routine,
    marks: Mapping[UUID, ThemeMark],
    written: Writing,
    paper: Paper,
    on: date | None = None,
) -> dict[str, Json]:
    """What the template is given: everything in words, nothing left to be reckoned but places."""
    page = pattern_page(routine) if on is None else week_page(routine, on)
    words = PageWords(written, marks)
    lines = {at: written.time(at) for at in page.lines}
    return {
        "title": routine.name,
        "subtitle": words.subtitle(routine, page),
        "lang": written.language,
        "region": written.locale.territory or "",
        "dir": written.direction,
        "paper": paper.value,
        "hours": list(page.hours),
        "axis": POINTS_A_CHARACTER * max(map(len, lines.values())) + AXIS_SPACE,
        "lines": [{"at": at, "label": label} for at, label in lines.items()],
        "breaks": [list(pause) for pause in page.breaks],
        "has-dates": on is not None,
        "weeks": [words.week(week) for week in page.weeks],
        "legend": words.legend(page),
        "words": {"missing": written.text("print.missing")},
    }
