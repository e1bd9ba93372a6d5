"""Everything the operator can set, in one frozen object; read by the composition roots only.

Sources, first wins: environment (`ALMANAC_PORT`), `ALMANAC_…_FILE` (a file that holds the value),
`.env` in the working directory, files under `/run/secrets` (`almanac_secret_key`).
"""

import os
import re
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from almanac.core.db import sqlite_url

PREFIX = "ALMANAC_"
DOTENV = ".env"
SECRETS_DIRECTORY = Path("/run/secrets")
ORIGIN = re.compile(r"https?://([\w.-]+|\[[0-9a-fA-F:.]+\])(:\d+)?")


def _has_valid_port(origin: str) -> bool:
    try:
        return urlsplit(origin).port != 0
    except ValueError:
        return False


def _is_web_address(url: str) -> bool:
    if not url.isprintable() or " " in url or not _has_valid_port(url):
        return False
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


class FileSource(PydanticBaseSettingsSource):
    """Values from the files that `ALMANAC_<NAME>_FILE` variables name."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - signature of the base class
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        value = Path(path).read_text(encoding="utf-8").strip() if path else None
        return value, field_name, False

    def __call__(self) -> dict[str, Any]:
        values = {
            name: self.get_field_value(None, name)[0] for name in self.settings_cls.model_fields
        }
        return {name: value for name, value in values.items() if value is not None}


class Settings(BaseSettings):
    """The operator's settings. No secret has a default."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=DOTENV, frozen=True, extra="ignore", env_ignore_empty=True
    )

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    data_dir: Path = Path("data")
    database_url: str | None = None
    public_url: str | None = None
    secret_key: SecretStr | None = Field(default=None, min_length=32)
    sign_up: Literal["open", "closed"] = "open"
    trusted_proxies: str = "127.0.0.1,::1"
    rate_limit_factor: float = Field(default=1, gt=0, le=1_000_000)
    default_timezone: str = "UTC"
    jobs: Literal["on", "off"] = "on"
    quotes_url: str | None = None
    quotes_refresh_hours: int = Field(default=24, ge=1, le=8760)
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @property
    def effective_database_url(self) -> str:
        """The configured database, else the SQLite file in the data directory."""
        return self.database_url or sqlite_url(self.data_dir / "almanac.db")

    @field_validator("public_url")
    @classmethod
    def _is_an_origin(cls, value: str | None) -> str | None:
        if value is None:
            return None
        value = value.rstrip("/")
        if ORIGIN.fullmatch(value) is None or not _has_valid_port(value):
            msg = "must be a scheme and a host, such as https://almanac.example.org"
            raise ValueError(msg)
        return value

    @field_validator("database_url")
    @classmethod
    def _has_async_driver(cls, value: str | None) -> str | None:
        if value is None:
            return None
        for plain, driver in (
            ("postgres://", "postgresql+psycopg://"),
            ("postgresql://", "postgresql+psycopg://"),
            ("sqlite://", "sqlite+aiosqlite://"),
        ):
            if value.startswith(plain):
                value = driver + value.removeprefix(plain)
        if not value.startswith(("postgresql+psycopg://", "sqlite+aiosqlite://")):
            msg = "must start with postgresql:// or sqlite://"
            raise ValueError(msg)
        try:
            make_url(value)
        except (ArgumentError, ValueError):
            msg = "cannot be understood as an address"
            raise ValueError(msg) from None  # the message would repeat parts of the address
        return value

    @field_validator("quotes_url")
    @classmethod
    def _is_an_address_of_the_web(cls, value: str | None) -> str | None:
        if value is not None and not _is_web_address(value):
            msg = "must be an address such as https://zenquotes.io/api/quotes"
            raise ValueError(msg)
        return value

    @field_validator("default_timezone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        if value not in available_timezones():
            msg = "must be a zone of the IANA database, such as Europe/Berlin"
            raise ValueError(msg)
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - replaced by one that is silent without a directory
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        sources = (init_settings, env_settings, FileSource(settings_cls), dotenv_settings)
        if not SECRETS_DIRECTORY.is_dir():
            return sources
        return (*sources, SecretsSettingsSource(settings_cls, secrets_dir=SECRETS_DIRECTORY))
