"""The look of pages: one inline style each, which the page's policy knows by its hash.

So nothing else can style a page, and nothing at all can run on it: what somebody typed into a
subject stays text even if it were not escaped.
"""

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND_SIGNS = re.compile(r" ?([{};,>]) ?")


@cache
def stylesheet(package: str, name: str) -> str:
    """A style sheet in the folder `templates` of a package, without what only its writer needs."""
    source = (files(package) / "templates" / name).read_text(encoding="utf-8")
    return _AROUND_SIGNS.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", source))).strip()


def policy(style: str, images: str = "'self'") -> str:
    """The Content-Security-Policy of a page with this inline style: the style, and its icon."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src {images}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
