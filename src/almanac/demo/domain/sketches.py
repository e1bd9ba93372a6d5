"""The themes and habits of the demo account; habits as sketches: what each is, how it is kept.

Days are counted back from today (`days_ago`), so that the account is always two years old.
"""

from dataclasses import dataclass
from typing import Literal

from almanac.schedules.rules import (
    AfterCompletion,
    Daily,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)

TWO_YEARS = 730


@dataclass(frozen=True, slots=True)
class Version:
    """The rule and target in force from a day on."""

    days_ago: int
    rule: Rule
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: amounts spread normally around `typical`, in steps."""

    unit: str
    typical: float
    spread: float
    step: float
    target_kind: Literal["at_least", "at_most"] = "at_least"
    target_per: Literal["day", "period"] = "day"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A habit and how it is kept: chances (0 to 1) of doing it on a weekday and at a weekend.

    `today` says what happened today already: done, or part of the amount, or nothing yet; only
    what is asked for on every day that can be today has something.
    """

    name: str
    theme: str
    versions: tuple[Version, ...]
    weekdays: float
    weekend: float
    description: str = ""
    measure: Measure | None = None
    reminders: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ends_days_ago: int | None = None
    archived_days_ago: int | None = None
    today: Literal["done", "partly", "open"] = "open"


@dataclass(frozen=True, slots=True)
class Break:
    """A pause of everything, both ends included, in days before today."""

    from_days_ago: int
    to_days_ago: int
    reason: str


BREAKS = (
    Break(395, 382, "Holiday in the mountains"),
    Break(171, 166, "Influenza"),
)

# By name, in colours that the app offers.
THEMES = {
    "Health": "#3C6B3F",
    "Home": "#8A5E12",
    "Learning": "#5D6B2F",
    "People": "#6D4667",
    "Sport": "#2F5D7C",
    "Work": "#6C6254",
}

SKETCHES = (
    Sketch(
        "Stretch for ten minutes",
        "Health",
        (Version(TWO_YEARS, Daily()),),
        weekdays=0.93,
        weekend=0.8,
        reminders=("07:00",),
        notes=("Shoulders feel better", "In the garden", "Only five minutes"),
        today="done",
    ),
    Sketch(
        "Read",
        "Learning",
        (Version(TWO_YEARS, Daily(), 10), Version(330, Daily(), 20)),
        weekdays=0.82,
        weekend=0.92,
        description="Anything on paper counts.",
        measure=Measure("minutes", typical=27, spread=9, step=5),
        reminders=("21:30",),
        notes=("Could not put it down", "Two chapters on the train", "Finished the book"),
        today="partly",
    ),
    Sketch(
        "Cups of coffee",
        "Health",
        (Version(540, Daily(), 3), Version(200, Daily(), 2)),
        weekdays=0.97,
        weekend=0.95,
        measure=Measure("cups", typical=1.8, spread=0.8, step=1, target_kind="at_most"),
        notes=("Visitors", "Long meeting"),
        today="partly",
    ),
    Sketch(
        "Strength training",
        "Sport",
        (
            Version(TWO_YEARS, WeeklyDays(frozenset({Weekday.TUE, Weekday.THU}))),
            Version(364, WeeklyDays(frozenset({Weekday.MON, Weekday.WED, Weekday.FRI}))),
        ),
        weekdays=0.78,
        weekend=0.78,
        description="Squat, press, pull. Forty minutes.",
        reminders=("17:45", "18:30"),
        notes=("New best in the squat", "Short on sleep, lighter weights", "With a friend"),
    ),
    Sketch(
        "Long run",
        "Sport",
        (Version(500, WeeklyDays(frozenset({Weekday.SUN})), 8),),
        weekdays=0.74,
        weekend=0.74,
        measure=Measure("km", typical=10.5, spread=2, step=0.5),
        reminders=("09:00",),
        notes=("Along the river", "Rain from start to end", "Half with a friend"),
    ),
    Sketch(
        "Walk",
        "Health",
        (Version(420, TimesPerPeriod(5, Period.WEEK), 20),),
        weekdays=0.85,
        weekend=0.85,
        description="Twenty kilometres a week, in whatever pieces.",
        measure=Measure("km", typical=4.6, spread=1.4, step=0.1, target_per="period"),
        notes=("To work and back", "The long way home"),
    ),
    Sketch(
        "Swim",
        "Sport",
        (Version(640, TimesPerPeriod(2, Period.WEEK)),),
        weekdays=0.72,
        weekend=0.72,
        notes=("Pool was empty", "First kilometre without a break"),
        today="done",
    ),
    Sketch(
        "Call home",
        "People",
        (Version(TWO_YEARS, TimesPerPeriod(3, Period.MONTH)),),
        weekdays=0.86,
        weekend=0.86,
        notes=("Talked about the summer",),
    ),
    Sketch(
        "Water the plants",
        "Home",
        (Version(700, AfterCompletion(4)),),
        weekdays=0.75,
        weekend=0.9,
        notes=("The fern has a new leaf",),
    ),
    Sketch(
        "Vitamin D",
        "Health",
        (Version(480, IntervalCycle(21, 7)),),
        weekdays=0.94,
        weekend=0.85,
        description="Three weeks on, one week off.",
        reminders=("08:00",),
        today="done",
    ),
    Sketch(
        "Put the bins out",
        "Home",
        (Version(TWO_YEARS, WeeklyDays(frozenset({Weekday.THU}), every=2)),),
        weekdays=0.95,
        weekend=0.95,
        reminders=("19:00",),
    ),
    Sketch(
        "Back up the photographs",
        "Home",
        (Version(TWO_YEARS, MonthlyDay(31)),),
        weekdays=0.88,
        weekend=0.88,
        description="On the last day of each month.",
    ),
    Sketch(
        "Have the bicycle serviced",
        "Sport",
        (Version(TWO_YEARS, YearlyDate(4, 1)),),
        weekdays=1,
        weekend=1,
    ),
    Sketch(
        "A month without sugar",
        "Health",
        (Version(290, Daily()),),
        weekdays=0.9,
        weekend=0.7,
        notes=("Birthday cake", "Easier than last week"),
        ends_days_ago=260,
        archived_days_ago=259,
    ),
    Sketch(
        "Learn to juggle",
        "Learning",
        (Version(600, WeeklyDays(frozenset({Weekday.TUE, Weekday.SAT}))),),
        weekdays=0.6,
        weekend=0.75,
        description="Three balls, then clubs.",
        notes=("Twenty catches in a row",),
        archived_days_ago=310,
    ),
)
