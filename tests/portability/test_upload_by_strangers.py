"""Who is not signed in is told so before the server reads what they send."""

import json
import socket
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from httpx2 import AsyncClient

from tests.portability.uploads import upload
from tests.server import running_server

DECLARED_BYTES = 20 * 1024 * 1024


def test_a_stranger_is_refused_before_their_file_is_read(data_dir: Path) -> None:
    with running_server(data_dir=data_dir) as server:
        address = ("127.0.0.1", urlsplit(server.url).port or 0)
        head = (
            "POST /api/v1/import/loop HTTP/1.1\r\n"
            f"Host: {urlsplit(server.url).netloc}\r\n"
            f"Origin: {server.url}\r\n"
            "Content-Type: multipart/form-data; boundary=edge\r\n"
            f"Content-Length: {DECLARED_BYTES}\r\n\r\n"
            '--edge\r\nContent-Disposition: form-data; name="file"; filename="x.zip"\r\n\r\n'
        )
        with socket.create_connection(address, timeout=20) as connection:
            connection.sendall(head.encode())
            # Not a byte of the file has been sent.
            answer = HTTPResponse(connection)
            answer.begin()
            body = answer.read()
    assert (answer.status, json.loads(body)["code"]) == (401, "not_signed_in")


async def test_a_stranger_is_refused_whatever_the_form_looks_like(client: AsyncClient) -> None:
    for answer in (
        await upload(client, b"x" * 1024),
        await client.post("/import/loop", data={"file": "no file"}),
        await client.post("/import/nowhere", content=b"", headers={"Content-Type": "text/plain"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
