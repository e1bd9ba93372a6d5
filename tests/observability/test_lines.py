"""How a logged event reads on a terminal."""

from typing import Any

import pytest

from almanac.observability.logs import readable_line

STAMPED = {"timestamp": "2026-03-18T12:00:00Z", "level": "info", "event": "request"}


def line(**values: Any) -> str:
    return readable_line(None, "info", {**STAMPED, **values})


def test_an_event_is_one_line_of_what_is_known() -> None:
    written = line(method="GET", status=200, ms=1.5)
    assert written.split() == [
        *("2026-03-18T12:00:00Z", "[info", "]", "request"),
        *("method=GET", "status=200", "ms=1.5"),
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("/plain", "/plain"),
        ("two words", "'two words'"),
        ("a=b", "'a=b'"),
        ("", "''"),
        ("line\nbreak", r"'line\nbreak'"),
        ("\x1b[31mred", r"'\x1b[31mred'"),
        ("\u202eback", r"'\u202eback'"),
    ],
)
def test_a_value_writes_nothing_but_itself(value: str, written: str) -> None:
    assert line(path=value).endswith(f" path={written}")


def test_a_traceback_stands_below() -> None:
    assert line(exception="Traceback").splitlines()[1:] == ["Traceback"]
