"""The key that cookies and tokens are signed with: given by the operator, else made once.

A made key lives beside the data, so that sessions survive a restart.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from almanac.cli.configuration import check_secret_file
from almanac.cli.trouble import Trouble
from almanac.core.settings import Settings

FILE_NAME = "secret_key"
MINIMUM_LENGTH = 32
MINIMUM_CHARACTERS = 8
# What manuals, examples and templates carry in the place of a key. Compared in lower case.
WELL_KNOWN = re.compile(
    r"change.?(this|me|it)|your.?(secret|key)|example|insecure|placeholder|replace.?(this|me)"
    r"|super.?secret|0123456789|09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"
)


def signing_key(settings: Settings) -> bytes:
    """The configured key, else the one in the data directory, which is made when missing.

    Raises `Trouble` for a key that others can read or know.
    """
    if settings.secret_key is not None:
        return _checked(settings.secret_key.get_secret_value(), "ALMANAC_SECRET_KEY")
    path = settings.data_dir / FILE_NAME
    if not path.exists():
        _make(path)
    check_secret_file(path, "The signing key")
    return _checked(path.read_text(encoding="utf-8").strip(), f"The signing key {path}")


def _checked(key: str, name: str) -> bytes:
    advice = "openssl rand -base64 32 makes a good one"
    if len(key) < MINIMUM_LENGTH:
        raise Trouble(f"{name}: shorter than {MINIMUM_LENGTH} characters; {advice}")
    if WELL_KNOWN.search(key.lower()) or len(set(key)) < MINIMUM_CHARACTERS:
        raise Trouble(f"{name}: an example value that everybody knows; {advice}")
    return key.encode()


def _make(path: Path) -> None:
    """Write a fresh key, mode 0600. Whole or not at all, and the first of two processes wins."""
    draft = path.with_name(f".{FILE_NAME}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(f"{secrets.token_urlsafe(32)}\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    except OSError as error:
        raise Trouble(f"The signing key {path} cannot be made: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
