"""Which quote a day has, and when a provider is asked again."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.quotes.domain import (
    Language,
    asked_wait,
    choose,
    first_open_day,
    language_of,
    text_key,
    wait_after_failures,
)

NOW = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DATES = st.dates(date(1900, 1, 1), date(2200, 1, 1))
COUNTS = st.integers(1, 90)


def keys(count: int) -> tuple[str, ...]:
    return tuple(f"key {number}" for number in range(count))


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


@given(DATES, COUNTS)
def test_no_quote_repeats_before_all_have_been_shown(day: date, count: int) -> None:
    first = day - timedelta(days=day.toordinal() % count)
    shown = [choose(day, keys(count)) for day in days(first, count)]
    assert sorted(shown) == list(range(count))


@given(DATES, st.integers(2, 12))
def test_no_two_days_in_a_row_have_the_same_quote(first: date, count: int) -> None:
    shown = [choose(day, keys(count)) for day in days(first, 6 * count)]
    assert all(day != following for day, following in pairwise(shown))


@given(DATES, st.permutations(keys(20)))
def test_the_order_in_which_quotes_are_given_does_not_matter(day: date, given: list[str]) -> None:
    assert given[choose(day, tuple(given))] == keys(20)[choose(day, keys(20))]


def test_each_cycle_has_an_order_of_its_own() -> None:
    shown = [choose(day, keys(30)) for day in days(date(2026, 1, 1), 90)]
    assert shown[:30] != shown[30:60] != shown[60:]


def test_the_choice_is_the_same_on_every_machine() -> None:
    # Written down once: another outcome would change the quotes of days that have passed.
    shown = [choose(day, keys(10)) for day in days(date(2026, 3, 18), 10)]
    assert shown == [5, 0, 4, 7, 1, 8, 3, 7, 4, 3]


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is given beside
def test_a_day_that_opens_has_begun_nowhere_on_earth(now: datetime) -> None:
    opens = first_open_day(now)
    assert opens - now.date() == 2 * DAY
    for zone in ("Pacific/Kiritimati", "Etc/GMT-14", "Pacific/Apia", "Etc/GMT+12"):
        # A minute later too: what was fetched is kept a little after it was asked for.
        assert (now + MINUTE).astimezone(ZoneInfo(zone)).date() < opens


def test_no_zone_is_ahead_of_the_days_that_may_change() -> None:
    moment = datetime(2026, 3, 18, 23, 59, 59, tzinfo=UTC)
    latest = max(moment.astimezone(ZoneInfo(zone)).date() for zone in available_timezones())
    assert latest < first_open_day(moment)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("de", Language.GERMAN),
        ("de-AT", Language.GERMAN),
        ("de_CH", Language.GERMAN),
        ("en", Language.ENGLISH),
        ("en-GB", Language.ENGLISH),
        ("fr", Language.ENGLISH),
        ("", Language.ENGLISH),
    ],
)
def test_german_is_for_every_kind_of_german(locale: str, language: Language) -> None:
    assert language_of(locale) is language


def test_case_spaces_and_punctuation_do_not_make_another_quote() -> None:
    assert text_key("All's well, that ends WELL!") == text_key("alls well that\u00a0ends well")
    assert text_key("All is well") != text_key("All is ill")


@given(st.integers(1, 500), st.integers(1, 8760), st.text(max_size=8))
def test_waits_grow_from_a_minute_to_the_interval(failures: int, hours: int, seed: str) -> None:
    interval = timedelta(hours=hours)
    wait = wait_after_failures(failures, interval, seed)
    assert MINUTE <= wait <= interval
    step = min(MINUTE * 2 ** min(failures - 1, 60), interval) if failures < 24 else interval
    assert step * 0.75 - timedelta(seconds=1) <= wait <= max(step, MINUTE)


def test_servers_that_failed_together_part() -> None:
    waits = {wait_after_failures(8, DAY, str(number)) for number in range(50)}
    assert len(waits) == 50


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        (None, timedelta()),
        ("", timedelta()),
        ("0", timedelta()),
        ("120", 2 * MINUTE),
        ("-5", timedelta()),
        ("soon", timedelta()),
        ("Wed, 18 Mar 2026 13:00:00 GMT", HOUR),
        ("Wed, 18 Mar 2026 13:00:00 -0000", HOUR),
        ("Wed, 18 Mar 2026 11:00:00 GMT", timedelta()),
        ("Wed, 99 Mar 2026 11:00:00 GMT", timedelta()),
        ("9" * 400, timedelta(seconds=999_999_999)),
        ("²", timedelta()),
    ],
)
def test_a_provider_may_ask_to_be_left_alone(header: str | None, wait: timedelta) -> None:
    assert asked_wait(header, NOW) == wait
