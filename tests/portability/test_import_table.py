"""Tables come in as timetables, and a routine goes out as a table that comes in again."""

from httpx2 import AsyncClient

from tests.portability.timetables import bring, look, routines_of, send, told

TABLE = """Fach;Tag;Von;Bis;Raum;Woche;Notiz;Art;Farbe
Mathematik;Montag;8:00;9.30 Uhr;H1;;;;#5D6B2F
=1+1;Di;10:15;11:45;;A;"zwei
Zeilen";Aufgabe;
Nachtwache;Fr;22:00;06:00;;B;;;
Kaputt;Freitag;25:00;26:00;;;;;
;Freitag;8:00;9:00;;;;;
"""


async def test_a_german_table_comes_in_and_wrong_rows_are_named(alice: AsyncClient) -> None:
    data = TABLE.encode("utf-16")
    shown = await look(alice, data, "csv")
    wrong = [each for each in shown["by_session"] if each["outcome"] == "left_out"]
    assert [(each["line"], each["field"]) for each in wrong] == [(6, "starts"), (7, "subject")]
    assert shown["sessions"] == {"added": 3, "present": 0, "left_out": {"bad_row": 2}}
    result = await bring(alice, data, "csv", routine_name="Mein Plan")
    (routine,) = await routines_of(alice)
    assert (routine["name"], routine["rotation_weeks"]) == ("Mein Plan", 2)
    assert told(routine["sessions"]) == [
        "mon 08:00+90 Mathematik",
        "1tue 10:15+90 =1+1",
        "2fri 22:00+480 Nachtwache",
    ]
    task = routine["sessions"][1]
    assert (task["kind"], task["note"]) == ("task", "zwei\nZeilen")
    assert routine["sessions"][0]["color"] == "#5D6B2F"
    again = await send(alice, data, "csv")
    assert (again.status_code, again.json()["sessions"]["present"]) == (200, 3)
    undone = await alice.post(f"/imports/{result['id']}/undo")
    assert undone.json()["routines_removed"] == 1


async def test_an_export_holds_no_formula_and_comes_in_again(
    alice: AsyncClient, bob: AsyncClient
) -> None:
    result = await bring(alice, TABLE.encode(), "csv")
    path = f"/routines/{result['routine']['id']}/export.csv"
    response = await alice.get(path)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert "'=1+1,Tuesday,10:15,11:45" in response.text
    await bring(bob, response.content, "csv")
    (mine,), (theirs,) = await routines_of(alice), await routines_of(bob)
    own = {"id", "routine_id", "updated_at"}
    for routine in (mine, theirs):
        for session in routine["sessions"]:
            for name in own:
                session.pop(name)
    assert theirs["sessions"] == mine["sessions"]
    assert (await bob.get(path)).status_code == 404
