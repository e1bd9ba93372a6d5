"""When two names of themes are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.themes.domain import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Home", "hOME"),
        ("Straße", "STRASSE"),
        ("\u1e9e", "ss"),
        ("\u0130zmir", "i\u0307zmir"),
        (
            "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
            "\u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c3",
        ),
        ("Caf\u00e9", "CAFE\u0301"),
        ("\u1e69", "\u1e9b\u0323"),
    ],
)
def test_names_that_differ_in_case_or_composition_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Home", "Homes"), ("\u0131", "i"), ("resume", "résumé"), ("🏠", "🏡")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(min_size=1, max_size=24))
def test_a_key_is_its_own_key_and_fits_its_column(name: str) -> None:
    key = name_key(unicodedata.normalize("NFC", name))
    assert name_key(key) == key
    assert key == name_key(unicodedata.normalize("NFD", name))


def test_the_longest_name_of_letters_that_grow_fits_the_column() -> None:
    grown = max(len(name_key(chr(point))) for point in range(0x110000))
    assert grown * 24 <= 80
