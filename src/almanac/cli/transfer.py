"""`almanac import` and `almanac export`: files between this machine and one account."""

import asyncio
import sys
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from almanac.cli.configuration import load_settings
from almanac.cli.database import in_transaction, service_trouble
from almanac.cli.output import print_facts, print_json, print_line, progress
from almanac.cli.trouble import Trouble
from almanac.core.clock import utc_now
from almanac.core.settings import Settings
from almanac.identity.domain import SignedIn
from almanac.identity.service.administration import find_person
from almanac.portability.domain.reading import MAX_FILE_BYTES, Reader
from almanac.portability.schemas import ImportFormat, ImportResult
from almanac.portability.service import documents, imports
from almanac.schedules.times import zone_named


def import_file(
    file: Path, email: str, *, format_: str, dry_run: bool, as_json: bool, data_dir: Path | None
) -> None:
    """Bring a file in for one person, or only say what it would add."""
    settings, file_format = load_settings(data_dir=data_dir), ImportFormat(format_)
    data = _content(file)
    person = _person(settings, email)
    with progress(f"Reading {file.name}"), service_trouble():
        reader = Reader(person.today, person.week_start, zone_named(person.timezone))
        reading = asyncio.run(imports.read_file(file_format, data, reader))

    async def work(session: AsyncSession) -> ImportResult:
        return await imports.bring_in(
            session,
            person.id,
            reading,
            reader=reader,
            file_format=file_format,
            file_name=file.name,
            now=person.now,
            dry_run=dry_run,
        )

    with progress("Storing what is new"):
        result = in_transaction(settings, work)
    if as_json:
        print_json(result.model_dump(mode="json"))
    else:
        _tell(result)


def export_account(email: str, output: Path | None, *, data_dir: Path | None) -> None:
    """Write everything of one person to a file, or to standard output."""
    settings = load_settings(data_dir=data_dir)

    async def work(session: AsyncSession) -> str:
        person = await find_person(session, email=email, now=utc_now())
        document = await documents.export_everything(session, person)
        return document.model_dump_json()

    with progress("Collecting everything"):
        text = in_transaction(settings, work, read_only=True)
    if output is None:
        sys.stdout.write(f"{text}\n")
        return
    try:
        output.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise Trouble(f"{output} cannot be written: {error.strerror}") from error
    print_line(f"{output} holds everything of {email}.")


def _person(settings: Settings, email: str) -> SignedIn:
    async def work(session: AsyncSession) -> SignedIn:
        return await find_person(session, email=email, now=utc_now())

    return in_transaction(settings, work, read_only=True)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            # One byte more than allowed is enough to be refused, whatever the file's size.
            return opened.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise Trouble(f"{file} cannot be read: {error.strerror}") from error


def _tell(result: ImportResult) -> None:
    for warning in result.warnings:
        print_line(f"{warning.habit or result.file_name}: {warning.detail}")
    title = "Would be added" if result.dry_run else "Added"
    left_out = sum(result.check_ins.left_out.values()) + result.check_ins.outside
    print_facts(
        {
            f"{title}, habits": result.habits.added,
            f"{title}, check-ins": result.check_ins.added,
            f"{title}, pauses": result.pauses.added,
            f"{title}, tasks": result.tasks.added,
            f"{title}, completions of tasks": result.tasks.completions,
            f"{title}, themes": result.themes.added,
            f"{title}, routines": result.routines.added,
            f"{title}, sessions": result.sessions.added,
            "Brought back, habits": result.habits.restored,
            "Brought back, tasks": result.tasks.restored,
            "Brought back, routines": result.routines.restored,
            "There already, habits": result.habits.present,
            "There already, check-ins": result.check_ins.present,
            "There already, tasks": result.tasks.present,
            "There already, themes": result.themes.present,
            "There already, routines": result.routines.present,
            "There already, sessions": result.sessions.present,
            "Left out, check-ins": left_out,
            "Left out, sessions": sum(result.sessions.left_out.values()),
        }
    )
