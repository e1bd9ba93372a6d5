"""What can foreseeably go wrong on the command line, told in words instead of tracebacks.

Light to import: the libraries whose errors are translated are loaded by who uses them already.
"""


class Trouble(Exception):
    """A command cannot do its work. The message is for the person at the terminal."""

    def __init__(self, message: str, *, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def first_line(error: BaseException) -> str:
    """The first line of an error's message, or its kind when it has none."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else error.__class__.__name__
