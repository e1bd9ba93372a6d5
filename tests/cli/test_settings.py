"""Settings and secrets that stop a command: each told in a line that names what is wrong."""

import os
from pathlib import Path

import pytest

from almanac.cli.configuration import load_settings, make_data_directory
from almanac.cli.signing_key import signing_key
from almanac.cli.trouble import Trouble
from almanac.core.settings import Settings

GOOD_KEY = "kM3vXq8ZtR1wYb6LcP0sHd5JfG7nA2uE"


@pytest.fixture(autouse=True)
def no_settings_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("ALMANAC_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ALMANAC_PORT", "eighty", "ALMANAC_PORT: Input should be a valid integer"),
        ("ALMANAC_PORT", "70000", "ALMANAC_PORT: Input should be less than"),
        ("ALMANAC_PUBLIC_URL", "example.org", "ALMANAC_PUBLIC_URL: must be a scheme and a host"),
        ("ALMANAC_PUBLIC_URL", "https://a b", "ALMANAC_PUBLIC_URL: must be a scheme and a host"),
        ("ALMANAC_PUBLIC_URL", "https://a?b=1", "ALMANAC_PUBLIC_URL: must be a scheme and a host"),
        ("ALMANAC_PUBLIC_URL", "https://a:99999", "ALMANAC_PUBLIC_URL: must be a scheme and"),
        ("ALMANAC_PUBLIC_URL", "https://me@a", "ALMANAC_PUBLIC_URL: must be a scheme and a host"),
        ("ALMANAC_DATABASE_URL", "mysql://x", "ALMANAC_DATABASE_URL: must start with"),
        ("ALMANAC_DATABASE_URL", "postgresql://a:b@c:d/e", "ALMANAC_DATABASE_URL: cannot be under"),
        ("ALMANAC_DEFAULT_TIMEZONE", "Mars", "ALMANAC_DEFAULT_TIMEZONE: must be a zone"),
        ("ALMANAC_QUOTES_URL", "file:///etc/passwd", "ALMANAC_QUOTES_URL: must be an address"),
        ("ALMANAC_QUOTES_URL", "https://", "ALMANAC_QUOTES_URL: must be an address"),
        ("ALMANAC_QUOTES_URL", "https://a:99999/", "ALMANAC_QUOTES_URL: must be an address"),
        ("ALMANAC_QUOTES_URL", "https://a/b c", "ALMANAC_QUOTES_URL: must be an address"),
        ("ALMANAC_QUOTES_REFRESH_HOURS", "0", "ALMANAC_QUOTES_REFRESH_HOURS: Input should be gre"),
        ("ALMANAC_QUOTES_REFRESH_HOURS", "8761", "ALMANAC_QUOTES_REFRESH_HOURS: Input should be"),
        ("ALMANAC_SECRET_KEY", "short", "ALMANAC_SECRET_KEY: "),
        ("ALMANAC_SECRET_KEY_FILE", "/absent/key", "ALMANAC_SECRET_KEY_FILE: /absent/key cannot"),
    ],
)
def test_a_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Trouble) as trouble:
        load_settings()
    assert str(trouble.value).startswith(said)


def test_a_refused_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALMANAC_SECRET_KEY", "much-too-short")
    with pytest.raises(Trouble) as trouble:
        load_settings()
    assert "much-too-short" not in str(trouble.value)


@pytest.mark.parametrize("path", ["/api/quotes", "/api/quotes/key?lang=en"])
def test_quotes_may_come_from_the_operators_own_network_with_a_password(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    url = f"http://me:word@192.168.0.7:8080{path}"
    monkeypatch.setenv("ALMANAC_QUOTES_URL", url)
    assert load_settings().quotes_url == url


def test_a_refused_address_of_quotes_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALMANAC_QUOTES_URL", "ftp://me:word@quotes.example.org")
    with pytest.raises(Trouble) as trouble:
        load_settings()
    assert "word" not in str(trouble.value)


def test_two_wrong_settings_are_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALMANAC_PORT", "0")
    monkeypatch.setenv("ALMANAC_SIGN_UP", "sometimes")
    with pytest.raises(Trouble) as trouble:
        load_settings()
    assert str(trouble.value).count("\n") == 1


def test_an_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALMANAC_PORT", "9000")
    assert load_settings(port=9001, host=None).port == 9001


def settings_of(data_dir: Path, key: str | None = None) -> Settings:
    make_data_directory(data_dir)
    return load_settings(data_dir=data_dir, secret_key=key)


def test_a_key_is_made_once_for_its_owner_only(data_dir: Path) -> None:
    first = signing_key(settings_of(data_dir))
    assert len(first) >= 32
    assert signing_key(settings_of(data_dir)) == first
    assert (data_dir / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in data_dir.iterdir()] == ["secret_key"]


def test_a_given_key_wins_over_the_made_one(data_dir: Path) -> None:
    made = signing_key(settings_of(data_dir))
    given = signing_key(settings_of(data_dir, GOOD_KEY))
    assert given == GOOD_KEY.encode() != made


def test_a_key_from_a_file_is_read(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    file = data_dir.parent / "key"
    file.write_text(f"{GOOD_KEY}\n")
    file.chmod(0o640)
    monkeypatch.setenv("ALMANAC_SECRET_KEY_FILE", str(file))
    assert signing_key(settings_of(data_dir)) == GOOD_KEY.encode()


@pytest.mark.parametrize("mode", [0o644, 0o602])
def test_a_secret_that_everybody_can_open_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, data_dir: Path, mode: int
) -> None:
    signing_key(settings_of(data_dir))
    (data_dir / "secret_key").chmod(mode)
    with pytest.raises(Trouble, match="chmod 600"):
        signing_key(settings_of(data_dir))
    monkeypatch.setenv("ALMANAC_DATABASE_URL_FILE", str(data_dir / "secret_key"))
    with pytest.raises(Trouble, match=r"^ALMANAC_DATABASE_URL_FILE: .* chmod 600"):
        load_settings()


@pytest.mark.parametrize(
    "line",
    [
        "ALMANAC_SECRET_KEY=" + "k1" * 20,
        "almanac_database_url=postgresql://me:word@host/db",
        "ALMANAC_QUOTES_URL=https://me:word@quotes.example.org/api",
    ],
)
def test_a_secret_in_an_open_env_file_stops_the_start(tmp_path: Path, line: str) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(f"ALMANAC_PORT=8123\n{line}\n")
    dotenv.chmod(0o644)
    with pytest.raises(Trouble, match=r"chmod 600 \.env"):
        load_settings()
    dotenv.chmod(0o600)
    assert load_settings().port == 8123
    dotenv.write_text("ALMANAC_PORT=8124\n")
    dotenv.chmod(0o644)
    assert load_settings().port == 8124


@pytest.mark.parametrize(
    "key",
    [
        "changethis-changethis-changethis-changethis",
        "your-secret-key-goes-here-0000000",
        "a" * 40,
        "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    ],
)
def test_a_well_known_key_stops_the_start(data_dir: Path, key: str) -> None:
    with pytest.raises(Trouble, match=r"^ALMANAC_SECRET_KEY: an example value"):
        signing_key(settings_of(data_dir, key))


def test_a_truncated_key_file_stops_the_start(data_dir: Path) -> None:
    settings = settings_of(data_dir)
    (data_dir / "secret_key").write_text("abc")
    (data_dir / "secret_key").chmod(0o600)
    with pytest.raises(Trouble, match="shorter than 32 characters"):
        signing_key(settings)


def test_a_directory_that_cannot_be_written_is_told() -> None:
    # The kernel's own directory takes nothing from anybody, root included.
    with pytest.raises(Trouble, match="The data directory /sys/almanac cannot be written"):
        make_data_directory(Path("/sys/almanac"))
