"""The pure rules of accounts."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.identity import domain
from almanac.identity.domain import PasswordFault, SignedIn, Units
from almanac.schedules.rules import Weekday

NOW = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (14, 512), (15, 900), (5000, 900)],
)
def test_the_delay_grows_from_a_second_to_a_quarter_of_an_hour(failures: int, seconds: int) -> None:
    assert domain.sign_in_delay(failures) == timedelta(seconds=seconds)


@given(st.integers(min_value=0, max_value=10_000))
def test_a_further_failure_never_shortens_the_delay(failures: int) -> None:
    assert domain.sign_in_delay(failures) <= domain.sign_in_delay(failures + 1)


def test_failures_are_forgotten_after_a_quiet_day() -> None:
    assert domain.failures_now(9, NOW - timedelta(hours=23), NOW) == 9
    assert domain.failures_now(9, NOW - timedelta(hours=24), NOW) == 0


def test_the_idle_end_slides_up_to_the_absolute_end() -> None:
    far, near = NOW + timedelta(days=90), NOW + timedelta(days=3)
    assert domain.idle_end(NOW, far) == NOW + timedelta(days=14)
    assert domain.idle_end(NOW, near) == near


def test_upkeep_is_due_at_its_boundaries() -> None:
    assert not domain.needs_touch(NOW - timedelta(minutes=4, seconds=59), NOW)
    assert domain.needs_touch(NOW - timedelta(minutes=5), NOW)
    assert not domain.needs_rotation(NOW - timedelta(days=6, hours=23), NOW)
    assert domain.needs_rotation(NOW - timedelta(days=7), NOW)
    assert domain.in_grace(NOW - timedelta(seconds=30), NOW)
    assert not domain.in_grace(NOW - timedelta(seconds=31), NOW)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alice@Example.org", "alice@example.ORG"),
        ("jose\u0301@example.org", "jos\u00e9@example.org"),
        ("STRASSE@example.org", "stra\u00dfe@example.org"),
    ],
)
def test_spellings_of_one_address_are_one_account(one: str, other: str) -> None:
    assert domain.email_key(one) == domain.email_key(other)


@given(st.text())
def test_the_key_of_an_address_is_its_own_key(text: str) -> None:
    key = domain.email_key(text)
    assert domain.email_key(key) == key


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("1234567", PasswordFault.TOO_SHORT),
        ("12345678", None),
        ("x" * 128, None),
        ("x" * 129, PasswordFault.TOO_LONG),
        ("\U0001f986" * 8, None),
    ],
)
def test_length_is_counted_in_characters(password: str, fault: PasswordFault | None) -> None:
    assert domain.length_fault(password) is fault


@pytest.mark.parametrize(
    ("password", "is_common", "score", "fault"),
    [
        ("xx-ALICE.liddell-xx", False, 4, PasswordFault.PERSONAL),
        ("my-Liddell-garden", False, 4, PasswordFault.PERSONAL),
        ("trustno1trustno1", True, 4, PasswordFault.COMMON),
        ("some words here", False, 1, PasswordFault.WEAK),
        ("some words here", False, 2, None),
    ],
)
def test_easy_passwords_are_named_by_their_fault(
    password: str, is_common: bool, score: int, fault: PasswordFault | None
) -> None:
    personal = domain.personal_words("alice.liddell@example.org", "Alice Liddell")
    assert domain.strength_fault(password, personal, is_common=is_common, score=score) is fault


def test_short_parts_of_a_name_are_no_personal_words() -> None:
    assert domain.personal_words("jo@example.org", "Jo Li Miller") == ("jo li miller", "miller")


def test_a_password_is_the_same_however_a_keyboard_composes_it() -> None:
    assert domain.normal_password("caf\u00e9 \ufb01ne") == domain.normal_password("cafe\u0301 fine")


def test_today_follows_zone_and_day_start() -> None:
    person = SignedIn(
        id=uuid4(),
        email="alice@example.org",
        full_name="Alice",
        is_active=True,
        is_superuser=False,
        timezone="Pacific/Auckland",
        week_start=Weekday.MON,
        day_start=180,
        locale="en",
        units=Units.METRIC,
        created_at=NOW,
        session_id=uuid4(),
        method="password",
        proved_at=NOW,
        now=datetime(2026, 3, 18, 12, 30, tzinfo=UTC),
    )
    assert person.today == date(2026, 3, 18)
    assert "Europe/Berlin" in domain.known_zones()
