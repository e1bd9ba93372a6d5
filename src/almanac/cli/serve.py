"""`almanac serve`: prepares what a server needs, then hands over to uvicorn."""

import logging
import os
import signal
import socket
import sys
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import ChangeReload

import almanac
from almanac.app import create_app
from almanac.cli.announcement import Announcement
from almanac.cli.configuration import load_settings, make_data_directory
from almanac.cli.database import in_transaction, migrate
from almanac.cli.protocol import BoundedHeads
from almanac.cli.signing_key import signing_key
from almanac.cli.sockets import bind, refused
from almanac.cli.trouble import Trouble
from almanac.core.settings import PREFIX, Settings
from almanac.identity.service.accounts import has_any
from almanac.observability.logs import configure_logs

DRAIN_SECONDS = 10
# Longer than any usual proxy keeps a connection that rests (two minutes): whoever closes first
# loses the request that the other sends at that moment.
KEEP_ALIVE_SECONDS = 130
STOPPED_BY_TROUBLE = 3


class Server(uvicorn.Server):
    """A uvicorn server that prints the announcement once it really listens."""

    def __init__(self, config: uvicorn.Config, announcement: str) -> None:
        super().__init__(config)
        self.announcement = announcement

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(self.announcement)
            sys.stdout.flush()


def serve(*, reload: bool, **options: object) -> None:
    """Serve until a signal comes: SIGTERM and Ctrl-C let running requests finish, then end."""
    signal.signal(signal.SIGTERM, _leave)
    settings = load_settings(**options)
    sockets = bind(settings.host, settings.port)
    make_data_directory(settings.data_dir)
    key = signing_key(settings)
    announcement = str(
        Announcement(settings, has_accounts=in_transaction(settings, has_any, read_only=True))
    )
    _configure_logs(settings)
    try:
        if reload:
            _serve_with_reload(settings, sockets, announcement)
        else:
            app = create_app(settings, secret_key=key)
            Server(_config(settings, app), announcement).run(sockets)
    except KeyboardInterrupt:
        return
    except OSError as error:
        raise refused(error, settings.host, settings.port) from error


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Being asked to end is no failure: uvicorn repeats the signal after it has drained."""
    sys.exit(0)


def _configure_logs(settings: Settings) -> None:
    configure_logs(settings.log_format, settings.log_level)
    # The announcement says it better than uvicorn's lines about its own start and end.
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)


def _config(settings: Settings, app: FastAPI | str, *, reload: bool = False) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=BoundedHeads,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        reload=reload,
        reload_dirs=[str(Path(almanac.__file__).parent)] if reload else None,
    )


def _serve_with_reload(settings: Settings, sockets: list[socket.socket], text: str) -> None:
    # The processes that do the serving read the settings anew, from the environment.
    for name in ("host", "port", "data_dir"):
        os.environ[f"{PREFIX}{name.upper()}"] = str(getattr(settings, name))
    config = _config(settings, "almanac.cli.serve:reloaded_app", reload=True)
    ChangeReload(config, target=Server(config, text).run, sockets=sockets).run()


def reloaded_app() -> FastAPI:
    """The application of a process that `--reload` started after a change of the code."""
    settings = load_settings()
    _configure_logs(settings)
    try:
        migrate(settings)
        return create_app(settings, secret_key=signing_key(settings))
    except Trouble as trouble:
        sys.stderr.write(f"almanac: {trouble}\n")
        sys.exit(STOPPED_BY_TROUBLE)
