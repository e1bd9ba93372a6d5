"""The timetables of the demo account as sketches: two weeks of studies, and two of work."""

from dataclasses import dataclass

from almanac.schedules.rules import Weekday

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
A, B = 1, 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """A session; `promptness` is the chance that a task is ticked, a class has none."""

    subject: str
    weekday: Weekday
    starts: str
    minutes: int
    theme: str | None
    location: str = ""
    week: int | None = None
    promptness: float | None = None
    note: str = ""
    color: str | None = None
    over: str | None = None
    """Why the whole series is cancelled."""


STUDIES = (
    Lesson("Biochemistry", MON, "08:15", 90, "Learning", "Lecture hall 2", color="#3C6B3F"),
    Lesson("Biochemistry exercise", MON, "10:00", 90, "Learning", "Room 114", A, color="#3C6B3F"),
    Lesson("Statistics", MON, "10:00", 90, "Learning", "Room 201", B, color="#2F5D7C"),
    Lesson("Language course", MON, "14:00", 90, "Learning", "Language centre", color="#8A5E12"),
    Lesson("Plant physiology", TUE, "09:45", 90, "Learning", "Greenhouse", color="#5D6B2F"),
    Lesson("Statistics", TUE, "13:15", 90, "Learning", "Computer room", color="#2F5D7C"),
    Lesson("Reading group", TUE, "17:00", 60, "People", "Library", A),
    Lesson("Ecology", WED, "08:15", 90, "Learning", "Lecture hall 1", color="#6D4667"),
    Lesson("Laboratory", WED, "13:00", 240, "Learning", "Laboratory 3", A, note="Bring the coat."),
    Lesson("Ecology excursion", WED, "13:00", 240, "Learning", "Meeting at the gate", B),
    Lesson("Genetics", THU, "08:15", 90, "Learning", "Lecture hall 2", color="#A8321E"),
    Lesson("Genetics exercise", THU, "10:00", 90, "Learning", "Room 114", color="#A8321E"),
    Lesson("Colloquium", THU, "16:15", 90, "Learning", "Senate hall", B, note="Guest talk."),
    Lesson("Choir", THU, "19:30", 120, "People", "Assembly hall", over="No conductor this term"),
    Lesson("Plant physiology", FRI, "09:45", 90, "Learning", "Room 201", color="#5D6B2F"),
    Lesson("Tutoring", FRI, "14:00", 60, "Learning", "Room 017", A),
    Lesson("Write up the protocol", THU, "14:00", 90, "Learning", "Library", A, promptness=0.7),
    Lesson("Solve the exercises", SUN, "10:30", 120, "Learning", promptness=0.65),
    Lesson("Vocabulary", TUE, "08:30", 30, "Learning", promptness=0.8),
    Lesson("Vocabulary", FRI, "08:30", 30, "Learning", promptness=0.75),
)

WORK = (
    Lesson("Bakery, early shift", SAT, "05:30", 390, "Work", "Bakery", color="#6C6254"),
    Lesson("Office hours", MON, "16:00", 150, "Work", "Office", color="#6C6254"),
    Lesson("Office hours", WED, "17:15", 105, "Work", "Office", color="#6C6254"),
    Lesson("Office hours", FRI, "15:15", 165, "Work", "Office", color="#6C6254"),
    Lesson("Team meeting", MON, "16:15", 30, "Work", "Room Linden"),
    Lesson("Night watch", SUN, "22:00", 480, "Work", "Students' house", B, color="#6C6254"),
    Lesson("Swimming", TUE, "19:00", 60, "Sport", "Indoor pool", promptness=0.7),
    Lesson("Swimming", FRI, "19:00", 60, "Sport", "Indoor pool", promptness=0.6),
    Lesson("Climbing", THU, "18:00", 90, "Sport", "Climbing hall", A, promptness=0.75),
    Lesson("Plan the week", SUN, "18:30", 30, "Work", promptness=0.85),
    Lesson("Accounts", SAT, "13:00", 45, "Home", week=A, promptness=0.6),
    Lesson("Weekly shop", SAT, "14:00", 60, "Home", "Market", promptness=0.9),
    Lesson("Laundry", WED, "19:30", 60, "Home", "Cellar", promptness=0.85),
    Lesson("Call the parents", SUN, "17:00", 45, "People", promptness=0.8),
    Lesson("Board games", FRI, "20:30", 180, "People", "Café", B),
    Lesson("Stretching", MON, "07:00", 15, "Health", promptness=0.75),
    Lesson("Stretching", WED, "07:00", 15, "Health", promptness=0.7),
    Lesson("Stretching", FRI, "07:00", 15, "Health", promptness=0.65),
    Lesson("Answer letters", TUE, "16:15", 45, "Work", promptness=0.55),
    Lesson("Guitar lesson", WED, "18:45", 45, "Learning", "Music school", A, color="#8A5E12"),
)

REASONS = ("Lecturer is ill", "The trains are on strike", "The room is flooded", "Conference", "")
