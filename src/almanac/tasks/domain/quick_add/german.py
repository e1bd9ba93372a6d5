"""German: the words and phrases of quick add."""

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
NAMES = {
    "montag": MON, "dienstag": TUE, "mittwoch": WED, "donnerstag": THU, "freitag": FRI,
    "samstag": SAT, "sonnabend": SAT, "sonntag": SUN,
}  # fmt: skip

MORNING, LATE_MORNING, NOON = Daypart(9), Daypart(10), Daypart(12)
AFTERNOON, EVENING, NIGHT = Daypart(15, pm_from=1), dates.EVENING, Daypart(22, pm_from=5)

VOCABULARY = Vocabulary(
    weekdays=folded(NAMES),
    abbreviations=folded(
        {"mo": MON, "di": TUE, "mi": WED, "do": THU, "fr": FRI, "sa": SAT, "so": SUN}
    ),
    capitalised=True,
    # Not `so`: `so um 9 Uhr` is about nine.
    uncapitalised=words("mo di mi do fr sa"),
    oclock=words("uhr"),
    recurring_days=folded(
        {f"{name}s": frozenset({day}) for name, day in NAMES.items()}
        | {"werktags wochentags": WORKDAYS, "wochenends": WEEKEND}
    ),
    day_groups=folded(
        {"werktag werktagen arbeitstag arbeitstagen wochentag wochentagen": WORKDAYS}
        | {"wochenende wochenenden": WEEKEND}
    ),
    months=folded(
        {
            "januar jänner jan": 1, "februar feber feb": 2, "märz mär mrz": 3, "april apr": 4,
            "mai": 5, "juni jun": 6, "juli jul": 7, "august aug": 8, "september sept sep": 9,
            "oktober okt": 10, "november nov": 11, "dezember dez": 12,
        }
    ),
    numbers=folded(
        {
            "ein eine einen einem einer eines eins": 1, "zwei": 2, "drei": 3, "vier": 4,
            "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
            "zwölf": 12,
        }
    ),
    articles=words("ein eine einen einem einer eines"),
    ordinals=folded(
        {
            "zweite zweiten zweites": 2, "dritte dritten drittes": 3, "vierte vierten viertes": 4,
            "fünfte fünften fünftes": 5, "sechste sechsten sechstes": 6, "zehnte zehnten": 10,
        }
    ),
    ordinal=re.compile(r"([0-9]{1,2})\."),
    units=folded(
        {
            "tag tage tagen": Unit.DAY, "woche wochen": Unit.WEEK,
            "monat monate monaten monats": Unit.MONTH, "jahr jahre jahren jahres": Unit.YEAR,
        }
    ),
    minutes=folded({"minute minuten min": 1, "stunde stunden std": 60}),
    repetitions=folded({"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5}),
    meridiems={},
    dayparts=folded(
        {
            "früh morgen morgens": MORNING, "vormittag vormittags": LATE_MORNING,
            "mittag mittags": NOON, "nachmittag nachmittags": AFTERNOON,
            "abend abends": EVENING, "nacht nachts": NIGHT,
        }
    ),
    every=words("jeden jede jedes jeder"),
    conjunctions=words("und & +"),
    ranges=words("bis - –"),  # noqa: RUF001 - the dash of ranges
)  # fmt: skip

PARTS = {
    "morgen": MORNING, "vormittag": LATE_MORNING, "mittag": NOON, "nachmittag": AFTERNOON,
    "abend": EVENING, "nacht": NIGHT,
}  # fmt: skip
_PARTS_OF_DAYS = {
    f"{name}{part}": (day, daypart)
    for name, day in NAMES.items()
    for part, daypart in PARTS.items()
}

_MONTHLY, _YEARLY = repeats.every(1, Unit.MONTH), repeats.every(1, Unit.YEAR)
_AFTERWARDS = repeats.after_completion

_ADVERBS = frozenset({Cue.BY, Cue.START})
_DAYS = frozenset({Cue.ON, Cue.BY, Cue.START})
_TIMES = frozenset({Cue.AT, Cue.BY})

_DATES = (
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CLEAR,
        {
            "heute": dates.days_ahead(0),
            "morgen": dates.days_ahead(1),
            "übermorgen": dates.days_ahead(2),
            "[heute] in {number} {unit}": dates.units_ahead,
            "(nächste|nächsten|nächstes|kommende|kommenden|kommendes) {unit}": dates.next_unit,
            "(dieses|kommendes) wochenende": dates.this_weekend,
            "(übernächste|übernächsten|übernächstes) {unit}": dates.unit_after_next,
            "(nächste|kommende) woche [am] {weekday}": dates.next_weekday,
            "{weekday} (nächste|nächster|kommende|kommender) woche": dates.next_weekday,
        },
        _ADVERBS,
    ),
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CLEAR,
        {
            "(nächstes|nächsten) wochenende": dates.next_weekend,
            "kommenden wochenende": dates.this_weekend,
            "(monatsende|letzten tag des monats)": dates.end_of(Unit.MONTH),
            "jahresende": dates.end_of(Unit.YEAR),
            "ende [der|des|dieser|dieses] {unit}": dates.end_of_unit,
            "ende (nächster|nächsten|nächstes) {unit}": dates.end_of_next_unit,
            "ende {month}": dates.end_of_named_month,
            "{weekday}": dates.coming_weekday,
            "(diesen|diesem|kommenden) {anyday}": dates.this_weekday,
            "(nächsten|nächster) {anyday}": dates.next_weekday,
            "[den|dem] ({iso}|{day_month}|{day_month_year})": dates.calendar_date,
            "[den|dem] {day} {month}": dates.calendar_date,
            "[den|dem] {day} {month} {year}": dates.calendar_date,
        }
        | {name: dates.part_of(*part) for name, part in _PARTS_OF_DAYS.items()},
        _DAYS,
    ),
    Phrases(
        PartKind.DUE_DATE,
        Clarity.CUED,
        {
            "{abbreviation}": dates.coming_weekday,
            "{bare_day_month}": dates.calendar_date,
            "wochenende": dates.this_weekend,
        },
        _DAYS,
    ),
    Phrases(PartKind.DUE_DATE, Clarity.FAINT, {"{nth}": dates.day_of_month}, _DAYS),
)

_CLOCKS = (
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLEAR,
        {
            "({clock}|{clock} uhr|{dotted} uhr|{hour} uhr)": times.on_the_clock,
            "{hour} uhr {number}": times.in_minutes_form,
            "mittags": times.fixed(12),
            "mitternachts": times.fixed(0),
        },
        _TIMES,
    ),
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLEAR,
        {
            "um {hour}": times.full_hour,
            "um {dotted}": times.on_the_clock,
            "um {hour} h": times.on_the_clock,
            "um mitternacht": times.fixed(0),
            "in {number} {minutes}": times.minutes_ahead,
            "in {duration}": times.minutes_ahead,
            "in einer halben stunde": times.half_an_hour_ahead,
        },
    ),
    Phrases(
        PartKind.DUE_TIME,
        Clarity.CLOSING,
        {
            "halb ({hour}|{spelled})": times.from_full_hour(-30),
            "viertel nach ({hour}|{spelled})": times.from_full_hour(15),
            "(viertel vor|dreiviertel) ({hour}|{spelled})": times.from_full_hour(-15),
        },
        _TIMES,
    ),
    Phrases(PartKind.DUE_TIME, Clarity.CLOSING, {"um {spelled}": times.full_hour}),
    Phrases(PartKind.DUE_TIME, Clarity.CLEAR, {"{spelled} uhr": times.full_hour}, _TIMES),
)

_REPEATS = (
    Phrases(
        PartKind.SCHEDULE,
        Clarity.CLEAR,
        {
            "({every}|{every} {ordinal}|alle {number}) {unit}": repeats.every_units,
            "{every} [{ordinal}] {days}": repeats.every_weekday,
            "alle {number} {unit} [am] {days}": repeats.every_units,
            "{every} [{ordinal}] {unit} [am] {days}": repeats.every_units,
            "alle {number} {unit} am {nth}": repeats.every_units,
            "{every} [{ordinal}] {unit} am {nth}": repeats.every_units,
            "monatlich am {nth}": _MONTHLY,
            "am {nth} [eines] jeden monats": _MONTHLY,
            "am letzten tag [eines] jeden monats": repeats.last_day_of_months,
            "{every} monatsende": repeats.last_day_of_months,
            "wöchentlich am {days}": repeats.every_weekday,
            "[wöchentlich] {recurring}": repeats.every_weekday,
            "an (werktagen|arbeitstagen|wochentagen)": repeats.on_days(WORKDAYS),
            "an wochenenden": repeats.on_days(WEEKEND),
            "{every} {daypart}": repeats.every(1, Unit.DAY),
            "(täglich|tagtäglich)": repeats.every(1, Unit.DAY),
            "wöchentlich": repeats.every(1, Unit.WEEK),
            "(zweiwöchentlich|14-tägig|vierzehntägig)": repeats.every(2, Unit.WEEK),
            "monatlich": _MONTHLY,
            "(vierteljährlich|quartalsweise|jedes quartal)": repeats.every(3, Unit.MONTH),
            "halbjährlich": repeats.every(6, Unit.MONTH),
            "jährlich": _YEARLY,
            "{every} {day} {month}": _YEARLY,
            "({every} jahr|jährlich) am ({day} {month}|{day_month})": _YEARLY,
            "({times}|{number} mal) (pro|die|in der|im|je|{every}) {unit}": repeats.quota,
            "{times_per}": repeats.quota,
            "({every}|alle) ! [{number}] {unit}": _AFTERWARDS,
            "alle {number} {unit} nach (erledigung|abschluss)": _AFTERWARDS,
            "{number} {unit} nach (erledigung|abschluss)": _AFTERWARDS,
        }
        | {
            f"{{every}} {name}": repeats.on_days(frozenset({day}), daypart)
            for name, (day, daypart) in _PARTS_OF_DAYS.items()
        },
    ),
    Phrases(PartKind.SCHEDULE, Clarity.CLOSING, {"{every} {nth}": _MONTHLY}),
)

_ORDINARY = (
    "[am] {anyday} (und|oder|&|+) {days}", "[am] {anyday} , {anyday} (,|und|oder) {days}",
    "{anyday} {anyday} {anyday}", "(heute|morgen|{anyday}) (und|oder) (morgen|übermorgen|{anyday})",
    "({anyday}|morgen|übermorgen) in {number} {unit}", "heute show",
    "({every}|alle) [{number}|{ordinal}] ({unit}|{days}) (außer|ausgenommen)",
    "({recurring}|täglich) (außer|ausgenommen)",
    "{anyday} (bis|-|–) {anyday}",  # noqa: RUF001 - the dash of ranges
    "[von] {clock} (bis|-|–) {clock} [uhr]",  # noqa: RUF001 - likewise
    "[von] {hour} [uhr] (bis|-|–) {hour} uhr",  # noqa: RUF001 - likewise
    "{day_month} (bis|-) {day_month}", "{nth} und {nth}",
    "({times}|{number} mal) (täglich|wöchentlich|monatlich|jährlich)",
    "{nth} (bis|-) {nth} {month}", "{nth} {month} (bis|-) {nth} {month}",
    "um {number} (prozent|%|grad|euro|dollar|punkte|kg|km|meter|personen|{minutes}|{unit})",
    "{every} {ordinal} {anyday} im monat", "am {nth} {anyday}",
)  # fmt: skip

GERMAN = Language(
    vocabulary=VOCABULARY,
    phrases=(*_DATES, *_CLOCKS, *_REPEATS),
    ordinary=_ORDINARY,
    cues=folded_phrases({
        "am": Cue.ON, "um": Cue.AT, "gegen": Cue.AT, "bis": Cue.BY,
        "bis um": Cue.BY, "bis zum": Cue.BY, "zum": Cue.BY, "fällig": Cue.BY,
        "spätestens": Cue.BY, "spätestens am": Cue.BY, "spätestens bis": Cue.BY,
        "spätestens um": Cue.BY, "bis spätestens": Cue.BY,
        "fällig am": Cue.BY, "fällig um": Cue.BY, "ab": Cue.START, "ab dem": Cue.START,
        "beginnend": Cue.START, "beginnend am": Cue.START, "von": Cue.START, "vom": Cue.START,
    }),
    binders=words(
        "der die das den dem des ein eine einen letzte letzten letzter vorige vorigen jeden jede"
        " jedes jeder alle erste ersten zweite zweiten dritte dritten seit nach vor für auf guten"
        " gute diesen dieser dieses nächsten nächste kommenden an nicht fast über wie"
        " außer ausgenommen herr herrn frau"
    ),
    numbered=NUMBERED,
    connectives=words("mit für in zu zum zur von vom bis vor nach bei um am und oder wenn falls"),
    priorities=folded({"hoch h 1": "high", "mittel m 2": "medium", "niedrig n 3": "low"}),
)  # fmt: skip
