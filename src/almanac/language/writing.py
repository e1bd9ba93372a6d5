"""How things are written for a reader: words, dates, times of day and numbers, and the direction.

Times are minutes after midnight of the clock on the wall, beyond 1440 on the day after; weekdays
are counted from Monday, 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from babel import Locale, dates, numbers

from almanac.language.catalogue import Text, catalogue
from almanac.language.choice import language_of

HOUR_MINUTES = 60
DAY_MINUTES = 1440
# The number of tags that CLDR knows is bounded; this many are in use at once.
KEPT = 64


@lru_cache(maxsize=KEPT)
def writing(tag: str) -> "Writing":
    """How to write for a reader of this tag, which `preferred` found."""
    return Writing(tag, Locale.parse(tag, sep="-"), catalogue(language_of(tag)))


@dataclass(frozen=True, slots=True)
class Writing:
    """A tag (`de-AT`), the rules of its locale, and the texts of its language by their keys."""

    tag: str
    locale: Locale
    texts: Mapping[str, Text]

    @property
    def language(self) -> str:
        """The language of the words."""
        return language_of(self.tag)

    @property
    def name(self) -> str:
        """The language's name in itself: Deutsch."""
        return str(self.locale.get_language_name(self.locale))

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Where lines begin: at the left, or at the right."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    def text(self, key: str, **values: object) -> str:
        """The text of a key with its values; `count` chooses the plural form."""
        return self._form(self.texts[key], values).format(**values)

    def _form(self, text: Text, values: dict[str, object]) -> str:
        if isinstance(text, str):
            return text
        count = values["count"]
        if not isinstance(count, int):
            raise TypeError(count)
        values["count"] = self.number(count)
        return text[self.locale.plural_form(count)]

    def long_date(self, day: date) -> str:
        """A date in full without its weekday: March 10, 2026."""
        return dates.format_date(day, "long", locale=self.locale)

    def medium_date(self, day: date) -> str:
        """A date in full where there is little room: Mar 10, 2026."""
        return dates.format_date(day, "medium", locale=self.locale)

    def short_date(self, day: date) -> str:
        """Month and day: Mar 10."""
        return dates.format_skeleton("MMMd", day, locale=self.locale)

    def weekday_date(self, day: date) -> str:
        """Weekday, month and day: Tue, Mar 10."""
        return dates.format_skeleton("MMMEd", day, locale=self.locale)

    def span(self, first: date, last: date) -> str:
        """From a date to another, both included, no longer than is needed."""
        return dates.format_interval(first, last, "yMMMd", locale=self.locale)

    def weekday(self, number: int) -> str:
        """The name of a weekday: Monday."""
        return str(dates.get_day_names("wide", "stand-alone", self.locale)[number])

    def short_weekday(self, number: int) -> str:
        """The name of a weekday where there is little room: Mon."""
        return str(dates.get_day_names("abbreviated", "stand-alone", self.locale)[number])

    def time(self, minutes: int) -> str:
        """A time of day by the locale's clock: 9:05 AM, 09:05."""
        return _clock(self.locale, minutes % DAY_MINUTES)

    def moment(self, at: datetime) -> str:
        """A date with its time of day: March 10, 2026 at 9:05 AM."""
        time_of_day = self.time(at.hour * HOUR_MINUTES + at.minute)
        pattern = str(dates.get_datetime_format("long", locale=self.locale)).replace("'", "")
        return pattern.replace("{0}", time_of_day).replace("{1}", self.long_date(at.date()))

    def times(self, starts: int, ends: int) -> str:
        """From a time to another, no longer than is needed."""
        begin, end = _time(starts), _time(ends)
        if begin == end or not self._has_short_spans:
            return f"{self.time(starts)}\N{EN DASH}{self.time(ends)}"
        return dates.format_interval(begin, end, "hm", locale=self.locale)

    @property
    def _has_short_spans(self) -> bool:
        halves_days = "a" in str(self.locale.time_formats["short"].pattern)
        # Hong Kong tells spans by parts of the day ("B"), which Babel cannot find.
        return halves_days and "B" not in self.locale.interval_formats.get("hm", {})

    def number(self, value: float) -> str:
        """A number with the locale's signs."""
        return numbers.format_decimal(value, locale=self.locale)


@lru_cache(maxsize=2 * DAY_MINUTES)
def _clock(locale: Locale, minutes: int) -> str:
    return dates.format_time(_time(minutes), "short", locale=locale)


def _time(minutes: int) -> time:
    hour, minute = divmod(minutes % DAY_MINUTES, HOUR_MINUTES)
    return time(hour, minute)
