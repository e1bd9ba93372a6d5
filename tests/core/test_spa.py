"""The web app's files: compressed, cached rightly, and pages that ask to sign in first."""

from pathlib import Path

import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.requests import Request

from almanac.core.http.spa import POLICY, Spa

HTML = {"Accept": "text/html"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / ".vite").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>shell")
    (tmp_path / "assets" / "main-0a1b2c3d.js").write_text("plain")
    (tmp_path / "assets" / "main-0a1b2c3d.js.br").write_bytes(b"brotli")
    (tmp_path / "assets" / "main-0a1b2c3d.js.gz").write_bytes(b"gzip")
    (tmp_path / "sw.js").write_text("worker")
    (tmp_path / ".vite" / "manifest.json").write_text("{}")
    (tmp_path / ".built-from").write_text("secret")
    return tmp_path


def visitor(root: Path, *, signed_in: bool) -> AsyncClient:
    async def admit(_request: Request) -> bool:
        return signed_in

    spa = Spa(root, public_pages=frozenset({"/", "/login"}), admit=admit)
    return AsyncClient(transport=ASGITransport(spa), base_url="https://almanac.test")


async def test_hashed_files_are_kept_for_ever_and_come_compressed(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        for accepted, body in (("br, gzip", b"brotli"), ("gzip", b"gzip"), ("identity", b"plain")):
            async with client.stream(
                "GET", "/assets/main-0a1b2c3d.js", headers={"Accept-Encoding": accepted}
            ) as response:
                raw = b"".join([part async for part in response.aiter_raw()])
            assert raw == body
            assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
            assert response.headers["content-type"] == "text/javascript; charset=utf-8"
            assert response.headers["vary"] == "accept-encoding"


async def test_a_refused_encoding_is_not_sent(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        response = await client.get(
            "/assets/main-0a1b2c3d.js", headers={"Accept-Encoding": "br;q=0, gzip;q=0"}
        )
    assert "content-encoding" not in response.headers


async def test_the_worker_gets_the_shell_by_its_name_for_keeping_it(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        response = await client.get("/index.html", headers={"Accept": "*/*"})
    assert (response.status_code, response.text) == (200, "<!doctype html>shell")
    assert response.headers["content-security-policy"] == POLICY


async def test_the_shell_is_revalidated_and_carries_the_policy(root: Path) -> None:
    async with visitor(root, signed_in=True) as client:
        first = await client.get("/habits", headers=HTML)
        assert first.status_code == 200
        assert first.headers["cache-control"] == "no-cache"
        assert first.headers["content-security-policy"] == POLICY
        again = await client.get(
            "/habits", headers={**HTML, "If-None-Match": first.headers["etag"]}
        )
        assert (again.status_code, again.content) == (304, b"")
        head = await client.head("/habits", headers=HTML)
        assert (head.status_code, head.content) == (200, b"")


async def test_the_front_page_is_open_to_everybody(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        for path in ("/", "/login?next=/habits"):
            assert (await client.get(path)).status_code in {200, 404}
        assert (await client.get("/")).status_code == 200
        assert (await client.get("/login", headers=HTML)).status_code == 200


async def test_other_pages_ask_to_sign_in_and_come_back(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        response = await client.get("/habits?status=due&x=1", headers=HTML)
    assert response.status_code == 303
    assert response.headers["location"] == "/login?next=/habits%3Fstatus%3Ddue%26x%3D1"
    assert response.headers["cache-control"] == "no-store"


async def test_paths_that_look_like_other_hosts_stay_local(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        response = await client.get(
            f"{client.base_url}//evil.example/%0d%0aSet-Cookie:x", headers=HTML
        )
    assert response.status_code == 303
    location = response.headers["location"]
    assert location.startswith("/login?next=/evil.example")
    assert "\n" not in location


@pytest.mark.parametrize(
    "path", ["/assets/none.js", "/api/nope", "/favicon.ico", "/.built-from", "/.vite/manifest.json"]
)
async def test_what_is_not_there_is_a_problem_and_never_the_shell(root: Path, path: str) -> None:
    async with visitor(root, signed_in=True) as client:
        response = await client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "secret" not in response.text


async def test_files_are_read_only(root: Path) -> None:
    async with visitor(root, signed_in=True) as client:
        response = await client.post("/habits")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


async def test_the_workers_file_is_served_from_the_root(root: Path) -> None:
    async with visitor(root, signed_in=False) as client:
        response = await client.get("/sw.js")
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-cache")
