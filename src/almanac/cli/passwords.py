"""Where a command takes a password from: a prompt, standard input, or a generator.

Never an argument: other users of the machine see those, and shells write them down.
"""

import sys
from dataclasses import dataclass

import typer

from almanac.cli.trouble import Trouble


@dataclass(frozen=True, slots=True)
class PasswordSource:
    """What the person at the terminal chose."""

    stdin: bool = False
    generate: bool = False

    def read(self) -> str | None:
        """The password, or None when one is to be generated."""
        if self.generate and self.stdin:
            raise Trouble("Choose one of --generate and --password-stdin", exit_code=2)
        if self.generate:
            return None
        if self.stdin:
            return _first_line_of_stdin()
        if not sys.stdin.isatty():
            raise Trouble(
                "There is no terminal to ask for a password: use --password-stdin or --generate",
                exit_code=2,
            )
        answer: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return answer


def _first_line_of_stdin() -> str:
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise Trouble("Standard input holds no password", exit_code=2)
    return password
