"""Templates of pages: what is put in is escaped, and what is missing is an error."""

from functools import cache

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

OWN = "almanac.pages"


@cache
def templates(package: str) -> Environment:
    """The templates of a feature, `page/…` in its folder `templates`, and `layout/…` of here."""
    return Environment(
        loader=PrefixLoader({"page": PackageLoader(package), "layout": PackageLoader(OWN)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
