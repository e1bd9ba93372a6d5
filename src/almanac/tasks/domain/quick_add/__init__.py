"""Quick add: a task in one line, in every language at once.

`parsing` reads a line: `tokens` makes words of it, `grammar` finds the phrases of a `language`
(`english`, `german`: tables), whose `slots` are filled from its `vocabulary`. `dates`, `times`
and `repeats` say what a phrase means, `matches` which of them count; `marks` reads `#theme` and
`!priority`, `spans` keeps what is closed, `due` puts date, time and repeat together, `title` is
the rest. A third language is one more table in `parsing.LANGUAGES`.
"""

from almanac.tasks.domain.quick_add.model import Part, PartKind, QuickAdd
from almanac.tasks.domain.quick_add.parsing import parse

__all__ = ["Part", "PartKind", "QuickAdd", "parse"]
