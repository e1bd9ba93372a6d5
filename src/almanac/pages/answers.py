"""Responses of pages: in the visitor's language, kept out of indexes, sent again only when changed.

Nothing of a response depends on who asks, and no cookie is read or set. The page for a link that
does not work is the same whatever is the matter with the link.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Self
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from almanac.core.http.revalidation import etag_of, is_kept
from almanac.language.catalogue import languages
from almanac.language.choice import LONGEST_HEADER, LONGEST_TAG, preferred
from almanac.language.writing import Writing, writing
from almanac.pages.styles import policy, stylesheet
from almanac.pages.templates import OWN, templates

Headers = tuple[tuple[bytes, bytes], ...]

LANGUAGE = "lang"
NOT_FOUND = 404
TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it goes over the wire; the same for everybody who reads this language."""

    body: bytes
    etag: str
    headers: Headers
    # For whoever has the body already.
    kept_headers: Headers

    @classmethod
    def of(cls, body: bytes, headers: Mapping[str, str]) -> Self:
        """A body with what is said of it, and what is said of all that visitors are sent."""
        etag = etag_of(body)
        always = {
            **headers,
            "Cache-Control": "private, no-cache",
            "ETag": etag,
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex, nofollow",
        }
        encoded = tuple((k.lower().encode(), v.encode("latin-1")) for k, v in always.items())
        length = (b"content-length", str(len(body)).encode())
        kept = tuple(header for header in encoded if header[0] != b"content-type")
        return cls(body, etag, (*encoded, length), kept)


class Answer(Response):
    """A response that was written before somebody asked for it."""

    def __init__(self, body: bytes, status_code: int, headers: Headers) -> None:
        self.body = body
        self.status_code = status_code
        self.raw_headers = list(headers)
        self.background = None


def visitor_writing(request: Request) -> Writing:
    """How to write for the visitor: in the language of the link they followed, or they prefer."""
    accepted = request.headers.get("accept-language", "")
    chosen = request.query_params.get(LANGUAGE, "") if request.scope["query_string"] else ""
    return _writing(accepted[:LONGEST_HEADER], chosen[:LONGEST_TAG])


@lru_cache(maxsize=512)
def _writing(accepted: str, chosen: str) -> Writing:
    return writing(preferred(accepted, chosen=chosen))


def render(
    written: Writing,
    package: str,
    template: str,
    values: Mapping[str, object],
    *,
    style: str = "",
    query: Mapping[str, str] | None = None,
    images: str = "'self'",
    vary: str = "Accept-Language",
) -> Rendered:
    """The page of a feature's package that this template of it makes of the values.

    `style` comes after the style of all pages; `query` is what links to this page in other
    languages keep of its address; `images` says where the page's pictures may come from; `vary`
    names the headers by which it is chosen.
    """
    whole = stylesheet(OWN, "pages.css") + style
    body = (
        templates(package)
        .get_template(f"page/{template}")
        .render(
            values,
            written=written,
            text=written.text,
            style=whole,
            languages=_languages(query or {}),
        )
        .encode()
    )
    headers = {
        "Content-Language": written.tag,
        "Content-Security-Policy": policy(whole, images),
        "Content-Type": "text/html; charset=utf-8",
        "Vary": vary,
    }
    return Rendered.of(body, headers)


def page(
    request: Request,
    package: str,
    template: str,
    values: Mapping[str, object] | None = None,
    *,
    style: str = "",
    query: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """`render` for this visitor, sent unless they have it."""
    written = visitor_writing(request)
    rendered = render(written, package, template, values or {}, style=style, query=query)
    return answer(request, rendered, status)


def answer(request: Request, rendered: Rendered, status: int = 200) -> Response:
    """A rendered page as a response; 304 to who has it."""
    if status == 200 and is_kept(request, rendered.etag):  # noqa: PLR2004 - the answer of RFC 9110
        return Answer(b"", 304, rendered.kept_headers)
    return Answer(rendered.body, status, rendered.headers)


def not_found(request: Request) -> Response:
    """The page for every link that does not work."""
    return page(request, OWN, "not_found.html", status=NOT_FOUND)


def too_many(request: Request, headers: Mapping[str, str]) -> Response:
    """The page for an address that asks too often; `headers` say when to come again."""
    response = page(request, OWN, "too_many.html", status=TOO_MANY)
    response.headers.update(headers)
    return response


def _languages(query: Mapping[str, str]) -> list[tuple[Writing, str]]:
    """Each language, and the link to the page in it."""
    return [(writing(code), f"?{urlencode({**query, LANGUAGE: code})}") for code in languages()]
