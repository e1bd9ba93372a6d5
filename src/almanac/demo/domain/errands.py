"""The tasks of the demo account as sketches: what comes up again and again, and what is to be done.

Days are counted from today: `in_days` ahead (negative: past), `days_ago` back.
"""

from dataclasses import dataclass
from typing import Literal

from almanac.schedules.rules import (
    AfterCompletion,
    IntervalCycle,
    MonthlyDay,
    Period,
    Rule,
    TimesPerPeriod,
    Weekday,
    WeeklyDays,
    YearlyDate,
)

Priority = Literal["low", "medium", "high"]


@dataclass(frozen=True, slots=True)
class Chore:
    """A task that repeats since `days_ago`; `promptness` is its chance to be done on its day."""

    title: str
    theme: str | None
    rule: Rule
    days_ago: int
    promptness: float
    time: str | None = None
    priority: Priority = "medium"
    notes: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Errand:
    """A task of its own that is open; without `in_days` it has no date. `ticked` steps are done."""

    title: str
    theme: str | None
    in_days: int | None = None
    time: str | None = None
    priority: Priority = "medium"
    notes: str = ""
    steps: tuple[str, ...] = ()
    ticked: int = 0
    created_days_ago: int = 4


CHORES = (
    Chore(
        "Weekly review",
        "Work",
        WeeklyDays(frozenset({Weekday.FRI})),
        700,
        0.72,
        time="16:00",
        steps=("Empty the inbox", "Look over the projects", "Choose three things for next week"),
    ),
    Chore("Pay the rent", "Home", MonthlyDay(1), 720, 0.97, priority="high"),
    Chore(
        "Clean the flat",
        "Home",
        WeeklyDays(frozenset({Weekday.SAT})),
        725,
        0.62,
        steps=("Kitchen", "Bathroom", "Floors", "Change the sheets"),
    ),
    Chore("Plan the meals and shop", "Home", WeeklyDays(frozenset({Weekday.SUN})), 610, 0.85),
    Chore("Send the invoices", "Work", MonthlyDay(31), 690, 0.78, time="10:00", priority="high"),
    Chore("Descale the kettle", "Home", AfterCompletion(42), 560, 0.5, priority="low"),
    Chore("Coffee with a friend", "People", TimesPerPeriod(2, Period.MONTH), 650, 0.8),
    Chore("Oil the bicycle chain", "Sport", AfterCompletion(21), 430, 0.55),
    Chore("Book the dentist", "Health", YearlyDate(10, 12), 800, 0.4),
    Chore("Mum's birthday: flowers", "People", YearlyDate(5, 9), 780, 1.0, priority="high"),
    Chore("Water the neighbours' garden", "People", IntervalCycle(3, 25), 300, 0.8, time="19:00"),
)

OPEN_ERRANDS = (
    Errand("Return the library books", "Learning", -4, created_days_ago=25),
    Errand("Answer the letter of the insurance", "Home", -1, priority="high", created_days_ago=9),
    Errand(
        "Prepare the workshop",
        "Work",
        0,
        "15:30",
        priority="high",
        notes="Room 204 from half past three. The projector needs the adapter.",
        steps=("Agenda", "Slides", "Print the handouts", "Reserve the room"),
        ticked=2,
        created_days_ago=12,
    ),
    Errand("Buy a birthday present for Nora", "People", 0, notes="She mentioned a print of a map."),
    Errand("Call the landlord about the window", "Home", 0, "17:00", created_days_ago=2),
    Errand("Renew the rail card", None, 1, created_days_ago=20),
    Errand("Write to the bookkeeper", "Work", 2, priority="low"),
    Errand("Blood test", "Health", 5, "08:15", notes="Nothing to eat before.", created_days_ago=30),
    Errand(
        "Dinner for six",
        "People",
        9,
        "19:30",
        steps=("Invite everybody", "Choose the menu", "Buy wine", "Borrow two chairs"),
        ticked=1,
    ),
    Errand("Hand in the tax return", "Home", 24, priority="high", created_days_ago=60),
    Errand("Enter for the autumn half marathon", "Sport", 40),
    Errand(
        "Plan the long weekend in the mountains",
        "People",
        steps=("Choose the hut", "Ask the others", "Look up the trains"),
        created_days_ago=35,
    ),
    Errand("Learn the crawl turn properly", "Sport", created_days_ago=75),
    Errand("Sort the photographs of the last years", "Home", priority="low", created_days_ago=190),
    Errand("Read about heat pumps", "Learning", priority="low", created_days_ago=50),
)

DONE_TODAY = (
    Errand("Post the parcel", "Home", 0, created_days_ago=3),
    Errand("Send the draft to Ines", "Work", 0, "11:00", priority="high", created_days_ago=6),
)

# Titles and themes of what was done over the two years, in this order, the oldest first.
PAST_ERRANDS = (
    ("Hang the shelf in the hall", "Home"),
    ("Write the offer for the museum", "Work"),
    ("Register at the town hall", "Home"),
    ("Buy running shoes", "Sport"),
    ("Return the drill to Tom", "People"),
    ("Change the electricity supplier", "Home"),
    ("Slides for the annual meeting", "Work"),
    ("Flu vaccination", "Health"),
    ("Order winter tyres", None),
    ("Presents for the children next door", "People"),
    ("Repair the dripping tap", "Home"),
    ("Proofread the report", "Work"),
    ("Sign up for the Italian course", "Learning"),
    ("New contact lenses", "Health"),
    ("Bring the coat to the tailor", "Home"),
    ("Answer the survey of the union", "Work"),
    ("Book the hut for Easter", "People"),
    ("Wax the skis", "Sport"),
    ("Replace the smoke detector", "Home"),
    ("Prepare the interview", "Work"),
    ("Learn ten poems of the anthology", "Learning"),
    ("Cancel the old phone contract", "Home"),
    ("Check-up of the bicycle", "Sport"),
    ("Thank-you card for grandmother", "People"),
    ("Paint the balcony railing", "Home"),
    ("Budget for next year", "Work"),
    ("Photographs for the new passport", None),
    ("Physiotherapy: first appointment", "Health"),
    ("Exchange the broken headphones", "Home"),
    ("Hand over to the new colleague", "Work"),
    ("Pack for the sea", "People"),
    ("Fill the first-aid box", "Health"),
    ("Find a swimming club", "Sport"),
    ("Take the old paint to the recycling yard", "Home"),
    ("Talk at the evening school", "Learning"),
    ("Move the backups to the new disk", "Home"),
    ("Contract with the printer", "Work"),
    ("Wedding present for Jonas and Mia", "People"),
    ("Clear out the cellar", "Home"),
    ("Finish the online course on statistics", "Learning"),
    ("Insure the camera", "Home"),
    ("Report on the second quarter", "Work"),
    ("Skin check", "Health"),
    ("Tune the piano", "Home"),
    ("Return the wetsuit", "Sport"),
    ("Move the meeting with the council", "Work"),
    ("Photo book of the summer", "People"),
    ("Bleed the radiators", "Home"),
    ("New insoles", "Health"),
    ("Renew the domain name", "Work"),
    ("Essay for the writing group", "Learning"),
    ("Fetch the repaired watch", "Home"),
    ("Concert tickets for March", "People"),
    ("Measure the kitchen for the new table", "Home"),
    ("Travel expenses of the autumn", "Work"),
    ("Lend Anna the tent", "People"),
    ("Order seeds for the balcony", "Home"),
    ("Feedback on the concept", "Work"),
    ("Replace the light of the front wheel", "Sport"),
    ("Choose a new family doctor", "Health"),
)
