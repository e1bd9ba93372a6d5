"""English: the words and phrases of quick add."""

import re

from almanac.schedules.rules import Weekday
from almanac.tasks.domain.quick_add import dates, repeats, times
from almanac.tasks.domain.quick_add.grammar import Clarity, Cue, Phrases
from almanac.tasks.domain.quick_add.language import NUMBERED, Language
from almanac.tasks.domain.quick_add.model import PartKind
from almanac.tasks.domain.quick_add.readings import Daypart, Unit
from almanac.tasks.domain.quick_add.vocabulary import (
    Vocabulary,
    folded,
    folded_phrases,
    words,
)

WORKDAYS = frozenset(Weekday) - {Weekday.SAT, Weekday.SUN}
WEEKEND = frozenset({Weekday.SAT, Weekday.SUN})
MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MORNING, NOON, AFTERNOON = Daypart(9), Daypart(12), Daypart(15, pm_from=1)
EVENING, NIGHT = dates.EVENING, Daypart(22, pm_from=5)

VOCABULARY = Vocabulary(
    weekdays=folded(
        dict(zip(NAMES, Weekday, strict=True))
        | {"mon": MON, "tues": TUE, "thu thur thurs": THU, "fri": FRI}
    ),
    abbreviations=folded({"tue": TUE, "wed weds": WED, "sat": SAT, "sun": SUN}),
    capitalised=False,
    uncapitalised=frozenset(),
    oclock=frozenset(),
    recurring_days=folded(
        {f"{name}s": frozenset({day}) for name, day in zip(NAMES, Weekday, strict=True)}
        | {"weekdays workdays": WORKDAYS, "weekends": WEEKEND}
    ),
    day_groups=folded({"weekday workday": WORKDAYS, "weekend": WEEKEND}),
    months=folded(
        {
            "january jan": 1, "february feb": 2, "march mar": 3, "april apr": 4, "may": 5,
            "june jun": 6, "july jul": 7, "august aug": 8, "september sept sep": 9,
            "october oct": 10, "november nov": 11, "december dec": 12,
        }
    ),
    numbers=folded(
        {
            "a an one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        }
    ),
    articles=words("a an"),
    ordinals=folded(
        {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "tenth": 10}
    ),
    ordinal=re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)\W?"),
    units=folded(
        {
            "day days": Unit.DAY, "week weeks": Unit.WEEK,
            "month months": Unit.MONTH, "year years": Unit.YEAR,
        }
    ),
    minutes=folded({"minute minutes min mins": 1, "hour hours hr hrs h": 60}),
    repetitions=folded({"once": 1, "twice": 2, "thrice": 3}),
    meridiems=folded({"am a.m": False, "pm p.m": True}),
    dayparts={
        "morning": MORNING, "in the morning": MORNING, "afternoon": AFTERNOON,
        "in the afternoon": AFTERNOON, "evening": EVENING, "in the evening": EVENING,
        "night": NIGHT, "at night": NIGHT,
    },
    every=words("every each"),
    conjunctions=words("and & +"),
    ranges=words("to through - –"),  # noqa: RUF001 - the dash of ranges
)  # fmt: skip

_MONTHLY, _YEARLY = repeats.every(1, Unit.MONTH), repeats.every(1, Unit.YEAR)
_AFTERWARDS = repeats.after_completion

_ADVERBS = frozenset({Cue.BY, Cue.START})
_DAYS = frozenset({Cue.ON, Cue.BY, Cue.START})
_PERIODS = frozenset({Cue.ON, Cue.AT, Cue.BY, Cue.START})
_TIMES = frozenset({Cue.AT, Cue.BY})

_DATES = (
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CLEAR,
        {
            "today": dates.days_ahead(0),
            "(tonight|this evening)": dates.days_ahead(0, EVENING),
            "this morning": dates.days_ahead(0, MORNING),
            "this afternoon": dates.days_ahead(0, AFTERNOON),
            "(tomorrow|tmrw|tmr)": dates.days_ahead(1),
            "[the] day after tomorrow": dates.days_ahead(2),
            "in {number} {unit} [time]": dates.units_ahead,
            "{number} {unit} from (now|today)": dates.units_ahead,
            "next {unit}": dates.next_unit,
            "this weekend": dates.this_weekend,
            "next weekend": dates.next_weekend,
            "(eod|end of day) tomorrow": dates.days_ahead(1),
            "{weekday} next week": dates.next_weekday,
            "next week [on] {anyday}": dates.next_weekday,
        },
        _ADVERBS,
    ),
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CLEAR,
        {
            "[the] end of [the|this] {period}": dates.end_of_unit,
            "[the] end of next {unit}": dates.end_of_next_unit,
            "[the] last day of [the|this] {unit}": dates.end_of_unit,
            "[the] (end|last day) of {month}": dates.end_of_named_month,
            "eod": dates.days_ahead(0),
            "eow": dates.end_of(Unit.WEEK),
            "eom": dates.end_of(Unit.MONTH),
            "eoy": dates.end_of(Unit.YEAR),
        },
        _PERIODS,
    ),
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CUED,
        {"[the] end of [the|this] day": dates.days_ahead(0)},
        frozenset({Cue.BY}),
    ),
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CLEAR,
        {
            "{weekday}": dates.coming_weekday,
            "[this] coming {anyday}": dates.this_weekday,
            "(eod|end of day) [on] {weekday}": dates.coming_weekday,
            "this {weekday}": dates.this_weekday,
            "next {anyday}": dates.next_weekday,
            "({iso}|{day_month}|{day_month_year})": dates.calendar_date,
            "[the] {day} [of] {month}": dates.calendar_date,
            "[the] {day} [of] {month} [,] {year}": dates.calendar_date,
            "{month} [the] {day}": dates.calendar_date,
            "{month} [the] {day} [,] {year}": dates.calendar_date,
        },
        _DAYS,
    ),
    Phrases(PartKind.DUE_DATE, Clarity.CLOSING, {"this {abbreviation}": dates.this_weekday}, _DAYS),
    Phrases(PartKind.DUE_DATE, Clarity.CUED, {"{bare_day_month}": dates.calendar_date}, _DAYS),
    Phrases(PartKind.DUE_DATE, Clarity.CUED, {"[the] weekend": dates.this_weekend}, _PERIODS),
    Phrases(
        PartKind.DUE_DATE,
        Clarity.FAINT,
        {"{abbreviation}": dates.coming_weekday, "[the] {nth}": dates.day_of_month},
        _DAYS,
    ),
)

_CLOCKS = (
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLEAR,
        {
            "{clock}": times.on_the_clock,
            "({clock_12}|{clock} {meridiem}|{dotted} {meridiem}|{hour} {meridiem})": (
                times.twelve_hour
            ),
            "({hour}|{spelled}) o'clock": times.full_hour,
            "half past ({hour}|{spelled})": times.from_full_hour(30),
            "[a] quarter past ({hour}|{spelled})": times.from_full_hour(15),
            "[a] quarter to ({hour}|{spelled})": times.from_full_hour(-15),
        },
        _TIMES,
    ),
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLEAR,
        {
            "in {number} {minutes}": times.minutes_ahead,
            "in {duration}": times.minutes_ahead,
            "in half an hour": times.half_an_hour_ahead,
        },
    ),
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLOSING,
        {"(noon|midday)": times.fixed(12), "midnight": times.fixed(0)},
        _TIMES,
    ),
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLOSING,
        {"at ({hour}|{spelled})": times.full_hour, "at {dotted}": times.on_the_clock},
    ),
)

_REPEATS = (
    Phrases(
        PartKind.SCHEDULE,
        Clarity.CLEAR,
        {
            "{every} [{number}|{ordinal}] {unit}": repeats.every_units,
            "{every} [{number}|{ordinal}] {unit} on {days}": repeats.every_units,
            "{every} [{number}|{ordinal}] {unit} on [the] {nth}": repeats.every_units,
            "{every} other {unit}": repeats.every_other_unit,
            "{every} other {unit} on {days}": repeats.every_other_unit,
            "{every} other {unit} on [the] {nth}": repeats.every_other_unit,
            "{every} [{ordinal}] {days}": repeats.every_weekday,
            "{every} other {days}": repeats.every_other_weekday,
            "on {recurring}": repeats.every_weekday,
            "weekly on {days}": repeats.every_weekday,
            "{every} {daypart}": repeats.every(1, Unit.DAY),
            "{every} fortnight": repeats.every(2, Unit.WEEK),
            "{every} quarter": repeats.every(3, Unit.MONTH),
            "{every} {nth} of (the|{every}) month": _MONTHLY,
            "[on] the {nth} of {every} month": _MONTHLY,
            "monthly on [the] {nth}": _MONTHLY,
            "[on] the last day of {every} month": repeats.last_day_of_months,
            "{every} last day of (the|{every}) month": repeats.last_day_of_months,
            "({every} month|monthly) on the last day": repeats.last_day_of_months,
            "{every} ({day} {month}|{nth} of {month}|{month} {day})": _YEARLY,
            "({every} year|yearly|annually) on [the] {day} [of] {month}": _YEARLY,
            "({every} year|yearly|annually) on {month} [the] {day}": _YEARLY,
            "({times}|{number} times) (a|per|{every}) {unit}": repeats.quota,
            "{times_per}": repeats.quota,
            "{every} [!] [{number}] {unit} (after completion|after done|when done)": _AFTERWARDS,
            "{every} ! [{number}] {unit}": _AFTERWARDS,
            "{number} {unit} after completion": _AFTERWARDS,
        },
    ),
    Phrases(
        PartKind.SCHEDULE,
        Clarity.CLOSING,
        {
            "daily": repeats.every(1, Unit.DAY),
            "weekly": repeats.every(1, Unit.WEEK),
            "(biweekly|bi-weekly|fortnightly)": repeats.every(2, Unit.WEEK),
            "monthly": _MONTHLY,
            "quarterly": repeats.every(3, Unit.MONTH),
            "(yearly|annually)": _YEARLY,
            "(weekdays|workdays)": repeats.on_days(WORKDAYS),
            "weekends": repeats.on_days(WEEKEND),
            "{every} {nth}": _MONTHLY,
        },
    ),
)

_ORDINARY = (
    "(black|good|holy) friday", "(ash|spy) wednesday", "(cyber|easter|whit) monday",
    "(maundy|holy) thursday", "(giving|shrove|fat|super) tuesday", "(easter|palm|bloody) sunday",
    "friday the {nth}", "sunday times", "usa today", "(high noon|midnight mass)",
    "(blue|casual) (monday|friday)", "(ruby|taco) tuesday", "freaky friday", "wednesday addams",
    "saturday night live", "tomorrow never dies", "today show", "sunday (roast|best)",
    "mon (ami|amour|cheri|chéri)",
    "{anyday} (to|through|until|till|-|–) {anyday}",  # noqa: RUF001 - the dash of ranges
    "[on] {anyday} (and|or|&|+) {days}", "[on] {anyday} , {anyday} (,|and|or|, and|, or) {days}",
    "{anyday} {anyday} {anyday}", "(today|tonight|tomorrow|{anyday}) (and|or) (tomorrow|{anyday})",
    "({anyday}|tomorrow) in {number} {unit}",
    "{every} [other|{number}|{ordinal}] ({unit}|{days}) (except|excluding)",
    "{every} ({unit}|{days}) but [not|on] {days}", "({recurring}|daily) (except|excluding)",
    "[from] {clock} (to|until|till|-|–) {clock}",  # noqa: RUF001 - likewise
    "from ({hour}|{clock_12}|{clock}) (to|until|till|-) ({hour}|{clock_12}|{clock})",
    "{day} (-|to) {day} {month}", "{day} {month} (to|-|until|till) {day} {month}",
    "{month} {day} (to|-|until|till) [{month}] {day}",
    "{number} may (be|not|have|need)", "{month} {number} (times|km|miles|m|euro|euros|dollars|kg)",
    "at {hour} (percent|degrees|km|miles|mph|dollars|euros|pounds|people)",
    "{every} {ordinal} {anyday} (of|in) [the|each|every] month",
    "the {nth} {anyday}", "[on] [the] {nth} and [the] {nth}",
    "({times}|{number} times) (daily|weekly|monthly|yearly)",
    "{every} so often", "{every} now and then",
)  # fmt: skip

ENGLISH = Language(
    vocabulary=VOCABULARY,
    phrases=(*_DATES, *_CLOCKS, *_REPEATS),
    ordinary=_ORDINARY,
    cues=folded_phrases({
        "on": Cue.ON, "at": Cue.AT, "@": Cue.AT, "by": Cue.BY, "due": Cue.BY, "due on": Cue.BY,
        "due by": Cue.BY, "due at": Cue.BY, "starting": Cue.START, "starting on": Cue.START,
        "starting from": Cue.START, "beginning": Cue.START, "beginning on": Cue.START,
        "from": Cue.START,
    }),
    binders=words(
        "the a an this that last past previous every each first second third other since until"
        " till before after of for to than between not almost nearly our my your his her their"
        " its about around like called except excluding mr mrs ms"
    ),
    numbered=NUMBERED,
    connectives=words(
        "with for in to from by before after at on and or until about if when while since via"
    ),
    priorities=folded({"high h 1": "high", "medium med m 2": "medium", "low l 3": "low"}),
)  # fmt: skip
