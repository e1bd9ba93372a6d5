"""The built web app, served from memory: precompressed, hashed files immutable, shell revalidated.

Knows nothing of who is signed in: a callable decides whether a page may be shown.
"""

import hashlib
import mimetypes
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from almanac.core.http.problems import problem

Headers = list[tuple[bytes, bytes]]
# Whether this browser may see the page, or has to sign in first.
Admission = Callable[[Request], Awaitable[bool]]

mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")

HASHED = re.compile(r"^/assets/.+-[\w-]{8}\.\w+$")
VARIANTS = (("br", ".br"), ("gzip", ".gz"))
SKIPPED = frozenset({".br", ".gz", ".map", ".stamp"})
TEXTUAL = frozenset({".html", ".js", ".css", ".svg", ".webmanifest", ".json", ".txt"})
SHELL = "/index.html"
POLICY = (Path(__file__).parents[1] / "spa_policy.txt").read_text(encoding="utf-8").strip()


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file and its compressed variants by encoding name (`""` is the plain one)."""

    headers: Headers
    etag: str
    bodies: dict[str, bytes]


class Spa:
    """ASGI application that answers with the files below `root`, and the shell for any page."""

    def __init__(self, root: Path, *, public_pages: frozenset[str], admit: Admission) -> None:
        self.files = {f"/{p.relative_to(root).as_posix()}": _load(root, p) for p in _listed(root)}
        self.public_pages = public_pages
        self.admit = admit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        request = Request(scope, receive)
        if request.method not in {"GET", "HEAD"} and not path.startswith("/api/"):
            allow = {"Allow": "GET, HEAD"}
            refusal = problem(
                _request_id(scope), 405, "method_not_allowed", "Method not allowed", headers=allow
            )
            await refusal(scope, receive, send)
            return
        # The shell by its own name too: the service worker keeps it under that one.
        found = self.files.get(path)
        if found is None:
            found = await self._page(request, scope, receive, send)
        if found is not None:
            await _send_file(found, request, send)

    async def _page(
        self, request: Request, scope: Scope, receive: Receive, send: Send
    ) -> StaticFile | None:
        """The shell for a page, or None when the answer has been sent already."""
        path: str = scope["path"]
        is_page = not path.startswith(("/assets/", "/api/")) and (
            path == "/" or "text/html" in request.headers.get("accept", "")
        )
        if not is_page or SHELL not in self.files:
            await problem(_request_id(scope), 404, "not_found", "Not found")(scope, receive, send)
            return None
        if path in self.public_pages or await self.admit(request):
            return self.files[SHELL]
        query = f"?{request.url.query}" if request.url.query else ""
        # Two slashes in front would name another host.
        local = f"/{path.lstrip('/')}{query}"
        target = f"/login?next={quote(local, safe='/')}"
        headers = [(b"location", target.encode("ascii")), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return None


def _request_id(scope: Scope) -> str:
    return str(scope.get("state", {}).get("request_id", ""))


def _listed(root: Path) -> list[Path]:
    return [
        path
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and path.suffix not in SKIPPED
        and not path.name.startswith(".")
        and ".vite" not in path.parts
    ]


def _load(root: Path, path: Path) -> StaticFile:
    data = path.read_bytes()
    url = f"/{path.relative_to(root).as_posix()}"
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if path.suffix in TEXTUAL:
        kind += "; charset=utf-8"
    caching = "public, max-age=31536000, immutable" if HASHED.match(url) else "no-cache"
    headers: Headers = [
        (b"content-type", kind.encode()),
        (b"cache-control", caching.encode()),
        (b"vary", b"accept-encoding"),
    ]
    if url == SHELL:
        headers.append((b"content-security-policy", POLICY.encode()))
    bodies = {"": data}
    for name, suffix in VARIANTS:
        variant = path.with_name(path.name + suffix)
        if variant.is_file():
            bodies[name] = variant.read_bytes()
    return StaticFile(headers, hashlib.sha256(data).hexdigest()[:20], bodies)


async def _send_file(found: StaticFile, request: Request, send: Send) -> None:
    accepted = {
        part.partition(";")[0].strip()
        for part in request.headers.get("accept-encoding", "").split(",")
        if ";q=0" not in part.replace(" ", "")
    }
    encoding = next((n for n, _ in VARIANTS if n in found.bodies and n in accepted), "")
    body = found.bodies[encoding]
    etag = f'"{found.etag}-{encoding}"' if encoding else f'"{found.etag}"'
    headers = [*found.headers, (b"etag", etag.encode())]
    if encoding:
        headers.append((b"content-encoding", encoding.encode()))
    status = 200
    if etag in request.headers.get("if-none-match", ""):
        status, body = 304, b""
    else:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    sent = b"" if request.method == "HEAD" else body
    await send({"type": "http.response.body", "body": sent})
