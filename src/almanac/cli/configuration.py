"""Reads the settings for a command and makes the data directory.

What can be set is in `core.settings`; here its complaints become lines that name the variable.
"""

import os
import re
import stat
import tempfile
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from almanac.cli.trouble import Trouble
from almanac.core.settings import DOTENV, PREFIX, SECRETS_DIRECTORY, Settings

# A line of `.env` that nobody else should read: the key, or an address with a password in it.
SECRET_LINE = re.compile(
    rb"ALMANAC_(SECRET_KEY\s*=\s*\S|(DATABASE|QUOTES)_URL\s*=.*:.*@)", re.IGNORECASE
)


def load_settings(**given: Any) -> Settings:
    """The settings of this process; `given` options win over every other source.

    Raises `Trouble` with a line for each variable that is wrong.
    """
    for name in Settings.model_fields:
        variable = f"{PREFIX}{name.upper()}_FILE"
        if path := os.environ.get(variable):
            check_secret_file(Path(path), variable)
    _check_dotenv()
    options = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**options)
    except ValidationError as error:
        raise Trouble("\n".join(_complaints(error))) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(f"The settings cannot be read: {error}") from error


def _complaints(error: ValidationError) -> list[str]:
    return [
        f"{PREFIX}{str(problem['loc'][0]).upper()}: {problem['msg'].removeprefix('Value error, ')}"
        for problem in error.errors(include_url=False, include_input=False)
    ]


def check_secret_file(path: Path, name: str) -> None:
    """Refuse a secret that cannot be read, or that everybody on the machine can.

    Files under /run/secrets are taken as they are: container engines mount them with a mode of
    their own into a file system that only the container sees.
    """
    try:
        mode = path.stat().st_mode
        path.read_text(encoding="utf-8")
    except OSError as error:
        raise Trouble(f"{name}: {path} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Trouble(f"{name}: {path} is not a text file") from error
    if mode & (stat.S_IROTH | stat.S_IWOTH) and SECRETS_DIRECTORY not in path.parents:
        raise Trouble(f"{name}: {path} is open to every user of this machine: chmod 600 {path}")


def _check_dotenv() -> None:
    """Hold `.env` to the rule for files of secrets, when there is a secret in it."""
    path = Path(DOTENV)
    if path.is_file() and SECRET_LINE.search(path.read_bytes()):
        check_secret_file(path, "A secret")


def make_data_directory(path: Path) -> None:
    """Make the data directory, closed to other users, and make sure that it can be written."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except (FileExistsError, NotADirectoryError) as error:
        raise Trouble(f"The data directory {path} cannot be made: a file is there") from error
    except OSError as error:
        raise Trouble(f"The data directory {path} cannot be written: {error.strerror}") from error
