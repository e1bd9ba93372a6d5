"""Which language somebody reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.language.choice import preferred

OURS = ("en", "de", "ar", "zh")


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("", "en"),
        ("*", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de-AT"),
        ("en-GB", "en-GB"),
        ("en-US,en;q=0.5", "en-US"),
        ("en;q=0.3, de;q=0.8", "de"),
        ("fr-CH, fr;q=0.9, de;q=0.7, *;q=0.5", "de"),
        ("pt-BR,pt", "en"),
        ("de;q=0,en", "en"),
        ("de;q=much", "en"),
        ("de-ZZ", "de-DE"),
        ("de-DE-u-hc-h12", "de"),
        ("ar-EG", "ar-EG"),
        ("DE-at", "de-AT"),
        ("de_AT", "en"),
        ("--,;;=,-de,\x00", "en"),
        ("x" * 5000 + ",de", "en"),
    ],
)
def test_the_first_of_our_languages_by_weight_is_read(header: str, tag: str) -> None:
    assert preferred(header, OURS) == tag


@pytest.mark.parametrize(
    ("chosen", "header", "tag"),
    [
        ("de", "en-GB,en", "de"),
        ("de", "en-GB,de-AT;q=0.5", "de-AT"),
        ("en", "de,en-GB;q=0.1", "en-GB"),
        ("de-CH", "de-AT", "de-CH"),
        ("fr", "de-AT", "de-AT"),
        ("../../etc", "de", "de"),
        ("", "de", "de"),
    ],
)
def test_what_was_chosen_counts_first(chosen: str, header: str, tag: str) -> None:
    assert preferred(header, OURS, chosen=chosen) == tag


def test_there_is_a_catalogue_of_whatever_is_found() -> None:
    assert preferred("de-AT") == "de-AT"
    assert preferred("tlh,vo;q=0.5") == "en"


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_header_is_read(header: str, chosen: str) -> None:
    assert preferred(header, OURS, chosen=chosen).partition("-")[0] in OURS
