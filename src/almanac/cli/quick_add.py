"""`almanac add`: a task in one line for one account, read as the web app reads it."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.cli.configuration import load_settings
from almanac.cli.database import in_transaction, service_trouble
from almanac.cli.output import print_facts, print_json, print_line
from almanac.cli.schedule_words import date_in_words, schedule_in_words
from almanac.cli.trouble import Trouble
from almanac.core.clock import utc_now
from almanac.identity.domain import SignedIn
from almanac.identity.service.administration import find_person, list_users
from almanac.tasks.deps import present_moment
from almanac.tasks.schemas.quick_add import QuickAddLine, QuickAddRead
from almanac.tasks.schemas.task import TaskRead
from almanac.tasks.service import quick_add


def add(
    words: Sequence[str], email: str | None, *, dry_run: bool, as_json: bool, data_dir: Path | None
) -> None:
    """Make the task that the words mean, or only say what they mean."""
    settings = load_settings(data_dir=data_dir)
    with service_trouble():
        line = QuickAddLine(text=" ".join(words))

    async def work(session: AsyncSession) -> tuple[SignedIn, QuickAddRead, TaskRead | None]:
        person = await _person(session, email)
        week = quick_add.Week(person.day_start, person.week_start)
        moment = present_moment(person)
        if dry_run:
            read = await quick_add.read_line(session, person.id, line, week=week, moment=moment)
            return person, read, None
        return person, *await quick_add.add_line(session, person.id, line, week=week, moment=moment)

    person, read, task = in_transaction(settings, work, read_only=dry_run)
    if as_json:
        added = task and task.model_dump(mode="json")
        print_json({"read": read.model_dump(mode="json"), "task": added})
        return
    print_facts(_facts(read))
    print_line(f"Added for {person.email}." if task else "Nothing was added, this was a dry run.")


async def _person(session: AsyncSession, email: str | None) -> SignedIn:
    """Whose task it is; nobody needs to be named where there is one account only."""
    if email is None:
        users = await list_users(session)
        if len(users) != 1:
            raise Trouble("Whose task is it? Say so with --user EMAIL.", exit_code=2)
        email = users[0].email
    return await find_person(session, email=email, now=utc_now())


def _facts(read: QuickAddRead) -> dict[str, str]:
    """What was understood; what was not said is left out."""
    facts = {"Task": read.title}
    if read.due is not None:
        day, _, time = read.due.partition("T")
        facts["Due"] = f"{date_in_words(day)}, {time}" if time else date_in_words(day)
    if read.schedule is not None:
        facts["Repeats"] = schedule_in_words(read.schedule)
    if read.priority is not None:
        facts["Priority"] = read.priority.value
    if read.theme is not None:
        facts["Theme"] = read.theme.name if read.theme.id else f"{read.theme.name} (new)"
    return facts
