"""Tables become sessions: in two languages, by any separator, with every wrong row named."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.schedules.rules import Weekday
from almanac.timetable.domain.importing import Series
from almanac.timetable.domain.model import Session, SessionKind
from almanac.timetable.domain.table import FORMULA_STARTS, neutral, plain
from almanac.timetable.domain.table_reading import (
    MAX_ROWS,
    TableFault,
    TableUnreadable,
    read_table,
)
from almanac.timetable.domain.table_writing import write_table
from tests.timetable.imports import added, planned

ROOT = Path(__file__).parents[2]
HEAD = "subject,weekday,starts,ends"


def rows(text: str) -> list[str]:
    timetable = read_table(text)
    assert timetable.refused == ()
    return added(planned(timetable))


@pytest.mark.parametrize(
    "text",
    [
        "subject,weekday,starts,ends,location,week\nLogic,Mon,10:15,11:45,H1,2",
        "Fach;Wochentag;Beginn;Ende;Raum;Woche\r\nLogic;Montag;10.15;11.45 Uhr;H1;B\r\n",
        "FACH\tTag\tVon\tDauer\tOrt\tWoche\nLogic\tMo.\t10:15:00\t90 min\tH1\tb",
        'sep=;\nsubject;day;from;to;room;week\n"Logic";MONDAY;"10:15 AM";11:45;H1;2',
        '\ufeffsubject,day,start,duration,place,week\n"Logic",mo,10h15,90,"H1",2\n\n,,,,\n',
        "week,ends,starts,room,subject,weekday\n2,11:45,10:15,H1,Logic,mon",
    ],
)
def test_tables_of_many_kinds_say_the_same(text: str) -> None:
    assert rows(text) == ["2/mon 10:15+90 Logic (H1)"]


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("9", "10", "09:00+60"),
        ("9:00 am", "1:30 pm", "09:00+270"),
        ("12 AM", "12 PM", "00:00+720"),
        ("22:00", "06:00", "22:00+480"),
        ("22:00", "24:00", "22:00+120"),
        ("08:00", "08:00", "08:00+1440"),
        ("9 Uhr", "9.45", "09:00+45"),
    ],
)
def test_times_are_written_in_many_ways(starts: str, ends: str, told: str) -> None:
    assert rows(f"{HEAD}\nA,fri,{starts},{ends}") == [f"fri {told} A"]


@pytest.mark.parametrize("day", Weekday)
@pytest.mark.parametrize("place", range(3))
def test_weekdays_are_known_in_short_and_long(day: Weekday, place: int) -> None:
    german = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    name = (day.value, german[day.number], german[day.number][:2])[place]
    assert rows(f"{HEAD}\nA,{name},9:00,10:00") == [f"{day} 09:00+60 A"]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (",mon,9:00,10:00", "subject"),
        ("A,someday,9:00,10:00", "weekday"),
        ("A,,9:00,10:00", "weekday"),
        ("A,mon,24:30,10:00", "starts"),
        ("A,mon,24:00,10:00", "starts"),
        ("A,mon,9:5,10:00", "starts"),
        ("A,mon,9:60,10:00", "starts"),
        ("A,mon,13:00 pm,10:00", "starts"),
        ("A,mon,\u0669:00,10:00", "starts"),
        ("A,mon,=9:00,10:00", "starts"),
        ("A,mon,9:00,later", "ends"),
        ("A,mon,9:00,", "ends"),
        ("A,mon,9:00", "ends"),
        ("A", "starts"),
        ("A,mon,9:00,10:00,1441", "minutes"),
        ("A,mon,9:00,10:00,0", "minutes"),
        ("A,mon,9:00,10:00,45", "minutes"),
        ("A,mon,9:00,10:00,,7", "week"),
        ("A,mon,9:00,10:00,,\u0662", "week"),
        ("A,mon,9:00,10:00,,,party", "kind"),
        ("A,mon,9:00,10:00,,,,red", "color"),
    ],
)
def test_a_wrong_row_says_its_line_and_field_and_others_count(row: str, field: str) -> None:
    head = f"{HEAD},minutes,week,kind,color"
    timetable = read_table(f'{head}\n"two\nlines",tue,9:00,10:00\n{row}\nB,wed,9:00,10:00')
    (bad,) = timetable.refused
    assert (bad.entry.line, bad.reason, bad.field) == (4, "bad_row", field)
    assert bad.detail
    assert [each.entry.line for each in timetable.series] == [2, 5]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", TableFault.EMPTY),
        ("\n \n", TableFault.EMPTY),
        ("sep=;\n", TableFault.HEADINGS),
        ("Logic,Mon,10:15,11:45\n", TableFault.HEADINGS),
        ("subject,weekday,starts\n", TableFault.HEADINGS),
        ("subject,weekday,ends\n", TableFault.HEADINGS),
        ("BEGIN:VCALENDAR\n", TableFault.HEADINGS),
        (f'{HEAD}\n"{"x" * 200_000}', TableFault.DAMAGED),
        (f"{HEAD}\n" + "A,mon,9:00,10:00\n" * (MAX_ROWS + 1), TableFault.TOO_MUCH_DATA),
        (f"{HEAD}\n" + "x" * (2 * 1024 * 1024), TableFault.TOO_MUCH_DATA),
    ],
)
def test_tables_that_cannot_be_read_are_refused(text: str, fault: TableFault) -> None:
    with pytest.raises(TableUnreadable) as caught:
        read_table(text)
    assert caught.value.fault is fault


def test_rows_that_are_there_twice_count_once() -> None:
    plan = planned(read_table(f"{HEAD}\nA,mon,9:00,10:00\n a ,Mo,9.00,10.00"))
    assert (len(plan.added), [each.reason for each in plan.refused]) == (1, ["repeated"])


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_of_an_export_begins_as_a_formula(start: str) -> None:
    assert neutral(f"{start}1") == f"'{start}1"


TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from([*"=+-@';,\"\t"]), max_size=20
)


@given(TEXT)
def test_what_was_made_neutral_is_plain_again(text: str) -> None:
    assert plain(neutral(text)) == text


SESSIONS = st.builds(
    Session,
    id=st.integers(1, 999).map(lambda number: UUID(int=number)),
    routine_id=st.just(UUID(int=7)),
    weekday=st.sampled_from(Weekday),
    starts=st.integers(0, 1439),
    minutes=st.integers(1, 1440),
    week=st.none() | st.integers(1, 6),
    kind=st.sampled_from(SessionKind),
    subject=TEXT.map(str.strip).filter(bool),
    location=TEXT.map(str.strip),
    note=st.lists(TEXT, max_size=3).map(lambda lines: "\n".join(lines).strip()),
    color=st.none() | st.from_regex(r"\A#[0-9A-F]{6}\Z"),
)


@given(st.lists(SESSIONS, max_size=5))
def test_a_table_that_was_written_reads_as_the_same_sessions(sessions: list[Session]) -> None:
    timetable = read_table("\ufeff" + write_table(sessions))
    assert timetable.refused == ()
    assert [each.entry.subject for each in timetable.series] == [each.subject for each in sessions]
    assert [cells(each) for each in timetable.series] == [cells(each) for each in sessions]


def cells(of: Series | Session) -> tuple[object, ...]:
    return of.weekday, of.starts, of.minutes, of.week, of.kind, of.location, of.note, of.color


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_rows(text: str) -> None:
    try:
        timetable = read_table(f"{HEAD}\n{text}")
    except TableUnreadable:
        return
    assert len(timetable.series) + len(timetable.refused) <= len(text)


def test_the_table_of_the_documentation_is_one() -> None:
    text = (ROOT / "docs" / "domain" / "importing-timetables.md").read_text(encoding="utf-8")
    table = text.split("```csv\n")[1].split("```")[0]
    assert rows(table) == [
        "mon 08:00+90 Mathematics (H1)",
        "1/tue 10:15+90 Seminar (Room 3)",
        "tue 09:00+60 Read for the seminar",
        "2/fri 22:00+480 Night shift",
    ]
