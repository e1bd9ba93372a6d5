"""Takes the address that the server will listen on, before anything slow or lasting is done."""

import errno
import socket

from almanac.cli.trouble import Trouble

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
EVERY_INTERFACE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - recognised, not chosen


def bind(host: str, port: int) -> list[socket.socket]:
    """Sockets bound to every address of `host`, not listening yet.

    Raises `Trouble` when the port is taken or the address is not this machine's.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except socket.gaierror as error:
        raise Trouble(f"ALMANAC_HOST: {host} is no address of this machine") from error
    sockets: list[socket.socket] = []
    for family, _, _, _, address in dict.fromkeys(found):
        try:
            sockets.append(_bound(family, address))
        except OSError as error:
            # A machine may name an IPv6 address for localhost and have IPv6 switched off.
            if error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT} and len(found) > 1:
                continue
            raise refused(error, host, port) from error
    if not sockets:
        raise Trouble(f"ALMANAC_HOST: {host} is no address of this machine")
    return sockets


def _bound(family: socket.AddressFamily, address: tuple[object, ...]) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Without it a restart would have to wait until the kernel forgets the last connections.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(address[0] != "::"))
        sock.bind(address)
    except OSError:
        sock.close()
        raise
    return sock


def refused(error: OSError, host: str, port: int) -> Trouble:
    """Why the address cannot be had, in words."""
    if error.errno == errno.EADDRINUSE:
        return Trouble(
            f"Port {port} is taken by another program:"
            " stop it, or choose another one with --port or ALMANAC_PORT"
        )
    if error.errno == errno.EACCES:
        return Trouble(f"Port {port} is for the system only: choose one from 1024 on")
    if error.errno == errno.EADDRNOTAVAIL:
        return Trouble(f"ALMANAC_HOST: {host} is no address of this machine")
    return Trouble(f"Cannot listen on {host}, port {port}: {error.strerror}")


def home_network_address() -> str | None:
    """This machine's address towards the rest of its network; sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # reserved for documentation: only the route is asked
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    return None if address.startswith("127.") else address
