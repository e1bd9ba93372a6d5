"""Identifiers that follow each other, codes that are read back, signs, spans, states, histories."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.freshness.domain.codes import ALPHABET, LENGTH, code_from, grouped, read_code
from almanac.freshness.domain.emoji import is_one_sign
from almanac.freshness.domain.events import EventKind, Standing, before_last
from almanac.freshness.domain.identifiers import likeness, next_identifier
from almanac.freshness.domain.model import BatchState
from almanac.freshness.domain.published import published_days
from almanac.freshness.domain.states import can_become, restored

TODAY = date(2026, 11, 20)
SHELF, SOLD = BatchState.ON_SHELF, BatchState.SOLD
DISCARDED, RECALLED = BatchState.DISCARDED, BatchState.RECALLED


@pytest.mark.parametrize(
    ("last", "following"),
    [
        (None, "B-1001"),
        ("B-2043", "B-2044"),
        ("B-099", "B-100"),
        ("999", "1000"),
        ("0007/a", "0008/a"),
        ("Lamm", "Lamm-2"),
        ("20261119-3", "20261120-1"),
        ("20261120-3", "20261120-4"),
        ("2026-11-19/007", "2026-11-20/001"),
        ("K261119", "K261120"),
        ("K261120", "K261120-2"),
        ("K261120-2", "K261120-3"),
        # Digits that are no date are counted on.
        ("991399", "991400"),
        ("261399", "261400"),
    ],
)
def test_an_identifier_follows_the_last_one(last: str | None, following: str) -> None:
    assert next_identifier(last, set(), TODAY) == following


def test_what_is_taken_is_passed_over() -> None:
    taken = {likeness(identifier) for identifier in ("b-1001", "\uff22-1002", " B-1003 ")}
    assert next_identifier(None, taken, TODAY) == "B-1004"
    assert next_identifier("Lamm", {"lamm-2"}, TODAY) == "Lamm-3"


@given(last=st.none() | st.text(max_size=40), taken=st.sets(st.text(max_size=5), max_size=5))
def test_whatever_came_last_the_next_one_is_free_and_another(
    last: str | None, taken: set[str]
) -> None:
    likenesses = {likeness(identifier) for identifier in (*taken, last or "")}
    assert likeness(next_identifier(last, likenesses, TODAY)) not in likenesses


@given(random=st.binary(min_size=8, max_size=8))
def test_a_code_is_read_back_however_it_is_typed(random: bytes) -> None:
    code = code_from(random)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    sloppy = grouped(code).lower().replace("0", "o").replace("1", "l")
    assert read_code(code) == read_code(grouped(code)) == read_code(sloppy) == code


@given(one=st.binary(min_size=8, max_size=8), other=st.binary(min_size=8, max_size=8))
def test_codes_differ_where_their_60_bits_do(one: bytes, other: bytes) -> None:
    differ = int.from_bytes(one) & (1 << 60) - 1 != int.from_bytes(other) & (1 << 60) - 1
    assert (code_from(one) != code_from(other)) is differ


@pytest.mark.parametrize(
    "text", ["", "7K3M9QTV2XW", "7K3M9QTV2XWAB", "7K3M9QTV2XWU", "7K3M 9QTV2XW", "é" * 12, "-" * 99]
)
def test_what_is_no_code_is_told_apart(text: str) -> None:
    assert read_code(text) is None


def test_which_states_lead_where() -> None:
    leads = {(one, other) for one in BatchState for other in BatchState if can_become(one, other)}
    assert leads == {
        (SHELF, SOLD),
        (SHELF, DISCARDED),
        (SHELF, RECALLED),
        (SOLD, RECALLED),
        (DISCARDED, RECALLED),
    }


def test_what_is_restored_is_as_it_was_before() -> None:
    assert restored([SHELF]) is None
    assert restored([SHELF, SOLD]) is SHELF
    assert restored([SHELF, SOLD, RECALLED]) is SOLD


def test_what_was_taken_back_is_no_part_of_how_a_batch_stood() -> None:
    created, day = (EventKind.CREATED, TODAY, ""), TODAY.replace(day=19)
    sold, edited = (EventKind.SOLD, day, ""), (EventKind.EDITED, TODAY, "")
    recalled, restored_ = (EventKind.RECALLED, TODAY, "Listeria"), (EventKind.RESTORED, TODAY, "")
    assert before_last([created, edited]) is None
    assert before_last([created, sold]) == Standing()
    assert before_last([created, sold, edited, recalled]) == Standing(SOLD, day)
    assert before_last([created, sold, recalled, restored_]) == Standing()
    assert before_last([created, restored_, recalled, restored_]) is None


def test_only_what_was_sold_or_discarded_left_the_shelf() -> None:
    left = {state: Standing(state, TODAY).left_on for state in BatchState}
    assert left == {SHELF: None, SOLD: TODAY, DISCARDED: TODAY, RECALLED: None}


@pytest.mark.parametrize("text", ["🍗", "A", "🇩🇪", "👍🏽", "❤️", "👨‍🌾", "é", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_one_sign_may_be_made_of_several(text: str) -> None:
    assert is_one_sign(text)


@pytest.mark.parametrize("text", ["", "ab", "🍗🥩", "🇩🇪🇫🇷"])
def test_none_or_several_signs_are_not_one(text: str) -> None:
    assert not is_one_sign(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1 Day", (1, 1)),
        ("3 - 5 Days", (3, 5)),
        ("1 - 2 Weeks", (7, 14)),
        ("6 Months", (180, 180)),
    ],
)
def test_a_published_span_is_its_days(text: str, days: tuple[int, int]) -> None:
    assert published_days(text) == days


@pytest.mark.parametrize("text", ["", "3-5 Days", "3 - 5", "Indefinitely", "1 Year", " 1 Day"])
def test_what_is_no_published_span_is_told_apart(text: str) -> None:
    with pytest.raises(ValueError, match=r"^.*$"):
        published_days(text)
