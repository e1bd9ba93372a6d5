"""The HTTP protocol of the server process: uvicorn's, with a bound on the head of a request.

Bodies are bounded by the application; a head is read whole before any of our code runs.
"""

from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

# Room for the cookies of every application on one host; what came in one piece may be longer.
MAX_HEAD_BYTES = 64 * 1024
TOO_LONG = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
REFUSAL = (
    f"HTTP/1.1 {TOO_LONG.value} {TOO_LONG.phrase}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
).encode()


class BoundedHeads(HttpToolsProtocol):
    """Ends a connection whose request head goes on and on (431)."""

    head_is_open = True
    head_bytes = 0

    def data_received(self, data: bytes) -> None:
        self.head_bytes += len(data)
        super().data_received(data)
        is_endless = self.head_is_open and self.head_bytes > MAX_HEAD_BYTES
        if is_endless and not self.transport.is_closing():
            # None before the first request, whatever its type says. In the middle of another
            # answer there is nothing that could be said.
            cycle: RequestResponseCycle | None = self.cycle
            if cycle is None or cycle.response_complete:
                self.transport.write(REFUSAL)
            self.transport.close()

    def on_headers_complete(self) -> None:
        self.head_is_open = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self.head_is_open, self.head_bytes = True, 0
        super().on_message_complete()
