"""The block that a started server prints: where it is, where the data lies, what to know."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import almanac
from almanac.cli.database import describe
from almanac.cli.sockets import EVERY_INTERFACE, LOOPBACK, home_network_address
from almanac.core.settings import Settings

PLAIN_HTTP = (
    "ALMANAC_PUBLIC_URL is plain http: passwords travel readable and cookies are not protected."
    " Put a proxy with https in front."
)
OPEN_TO_THE_NETWORK = (
    "Everybody on the network can reach this server, and what they type travels unencrypted."
    " Put a proxy with https in front for more than a home network."
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What there is to say about a started server."""

    settings: Settings
    has_accounts: bool
    warnings: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        facts = [
            ("Open", _local_url(self.settings)),
            *_other_addresses(self.settings),
            ("Data", str(self.settings.data_dir.resolve())),
            ("Database", describe(self.settings)),
        ]
        lines = [f"Almanac {almanac.__version__} is running. Stop it with Ctrl-C.", ""]
        lines += [f"  {name:<11}{value}" for name, value in facts]
        if not self.has_accounts:
            lines += ["", "  There is no account yet: the first one becomes administrator."]
        for warning in (*self.warnings, *_warnings(self.settings)):
            lines += ["", f"  Warning: {warning}"]
        return "\n".join(("", *lines, "", ""))


def _local_url(settings: Settings) -> str:
    host = settings.host
    if host in LOOPBACK | EVERY_INTERFACE:
        host = "localhost"
    return _url(host, settings.port)


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _other_addresses(settings: Settings) -> list[tuple[str, str]]:
    addresses = []
    if settings.host in EVERY_INTERFACE and (address := home_network_address()):
        addresses.append(("Network", f"{_url(address, settings.port)} (phones, other computers)"))
    if settings.public_url:
        addresses.append(("Public", settings.public_url))
    return addresses


def _warnings(settings: Settings) -> list[str]:
    public = urlsplit(settings.public_url or "")
    if public.scheme == "http" and public.hostname not in LOOPBACK:
        return [PLAIN_HTTP]
    if not settings.public_url and settings.host not in LOOPBACK:
        return [OPEN_TO_THE_NETWORK]
    return []
