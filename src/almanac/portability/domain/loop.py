"""Loop Habit Tracker's files: which of the two kinds one is, told by its first bytes."""

from almanac.portability.domain.loop_database import SQLITE_MAGIC, read_loop_database
from almanac.portability.domain.loop_zip import ZIP_MAGIC, read_loop_zip
from almanac.portability.domain.reading import Fault, Reader, Reading, Unreadable


def read_loop(data: bytes, reader: Reader) -> Reading:
    """Read Loop's CSV export or its backup. Raises `Unreadable`."""
    if data.startswith(SQLITE_MAGIC):
        return read_loop_database(data, reader)
    if data.startswith(ZIP_MAGIC):
        return read_loop_zip(data, reader)
    if SQLITE_MAGIC.startswith(data) or ZIP_MAGIC.startswith(data):
        raise Unreadable(Fault.TRUNCATED, "The file is empty or ends within its first bytes")
    message = "This is neither a CSV export (zip) nor a backup (db) of Loop Habit Tracker"
    raise Unreadable(Fault.NOT_LOOP, message)
