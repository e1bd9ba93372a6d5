"""Which of our languages somebody reads: by what they chose, else by what their browser asks for.

The answer is a tag such as `de-AT`: the region decides how dates and times are written, also where
the words are those of the whole language. Who reads none of ours reads English.
"""

from collections.abc import Iterable, Iterator

from babel import Locale, UnknownLocaleError

from almanac.language.catalogue import DEFAULT, languages

# Browsers send a dozen languages at most; what comes after is not looked at.
LONGEST_HEADER = 1000
LONGEST_TAG = 35


def preferred(
    accept_language: str,
    supported: Iterable[str] | None = None,
    *,
    chosen: str = "",
) -> str:
    """The first tag of `Accept-Language` (RFC 9110) in one of the `supported` languages.

    `chosen` is the language that the reader asked for by name or has in their settings. It counts
    first where it is supported, and takes its region from the browser where it has none.
    """
    known = frozenset(languages() if supported is None else supported)
    accepted = [tag for tag in map(_known_tag, _tags(accept_language)) if language_of(tag) in known]
    wanted = _known_tag(chosen)
    if language_of(wanted) in known:
        regional = (tag for tag in accepted if language_of(tag) == wanted)
        return next(regional, wanted)
    return next(iter(accepted), DEFAULT)


def language_of(tag: str) -> str:
    """The language of a tag: `de` of `de-AT`."""
    return tag.partition("-")[0]


def _tags(header: str) -> Iterator[str]:
    """What is accepted, by weight; of one weight in its order."""
    weighed = []
    for part in header[:LONGEST_HEADER].split(","):
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        if weight > 0:
            weighed.append((weight, tag.strip()))
    return (tag for _, tag in sorted(weighed, key=lambda pair: -pair[0]))


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0


def _known_tag(tag: str) -> str:
    """The tag as CLDR knows it, or of its language alone; empty when it is of none."""
    for candidate in (tag[:LONGEST_TAG], language_of(tag[:LONGEST_TAG])):
        try:
            return str(Locale.parse(candidate, sep="-")).replace("_", "-")
        except (ValueError, UnknownLocaleError):
            continue
    return ""
