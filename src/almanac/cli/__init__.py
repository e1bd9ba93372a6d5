"""The command line: `almanac serve`, `migrate`, `user`, `import`, `export`, `demo` and the rest.

A composition root: reads settings, opens the database, calls services, prints what came of it.
What a command does for a person's data lives in the services; nothing is decided here.
"""

import os
import sys

from almanac.cli.commands import app
from almanac.cli.trouble import Trouble


def main() -> None:
    """Run the command line; foreseen trouble is told in a line or two, without a traceback."""
    # Databases, keys and exports hold what is nobody else's to read.
    os.umask(0o077)
    try:
        app()
    except Trouble as trouble:
        for line in str(trouble).splitlines():
            sys.stderr.write(f"almanac: {line}\n")
        sys.exit(trouble.exit_code)
    except UnicodeEncodeError:
        # What cannot be decoded arrives as halves of characters, and nothing can store those.
        sys.stderr.write("almanac: What was given is not text in UTF-8\n")
        sys.exit(2)
