"""A server with a provider as a process: it starts, serves and ends whatever the provider does."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2

from tests.cli.test_serve import sign_up
from tests.quotes.provider import Provider, never
from tests.server import RunningServer, run_almanac, running_server, start_server

LIMIT_SECONDS = 60


def configured(provider: Provider) -> dict[str, str]:
    secret = provider.url.replace("http://", "http://me:word@") + "?key=word"
    return {"ALMANAC_QUOTES_URL": secret, "ALMANAC_QUOTES_REFRESH_HOURS": "1"}


def wait_for(server: RunningServer, said: str) -> None:
    """Wait until the server has written that into its log."""
    deadline = time.monotonic() + LIMIT_SECONDS
    while said not in server.log.read_text():
        assert time.monotonic() < deadline, server.log.read_text()[-4000:]
        time.sleep(0.05)


def test_a_start_asks_the_provider_and_keeps_its_address_out_of_the_log(
    data_dir: Path, process_database_url: str | None, provider: Provider
) -> None:
    env = configured(provider) | {"ALMANAC_LOG_LEVEL": "debug"}
    with running_server(data_dir=data_dir, database_url=process_database_url, env=env) as server:
        wait_for(server, "quotes.refreshed")
        said = server.log.read_text()
    assert provider.asked == ["/api/quotes?key=word"]
    assert "word" not in said
    assert str(provider.server_port) not in said


def test_servers_that_start_together_ask_once(
    data_dir: Path, process_database_url: str | None, provider: Provider
) -> None:
    run_almanac("migrate", data_dir=data_dir, database_url=process_database_url)

    def start(_number: int) -> RunningServer:
        return start_server(
            data_dir=data_dir, database_url=process_database_url, env=configured(provider)
        )

    with ThreadPoolExecutor() as pool:
        started = list(pool.map(start, range(2)))
    try:
        deadline = time.monotonic() + LIMIT_SECONDS
        while not any("quotes.refreshed" in server.log.read_text() for server in started):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        codes = [server.stop() for server in started]
    assert codes == [0, 0]
    assert len(provider.asked) == 1


def test_a_provider_that_never_answers_keeps_nobody_from_working_or_ending(
    data_dir: Path, process_database_url: str | None, provider: Provider
) -> None:
    provider.answer = never
    env = configured(provider)
    with running_server(data_dir=data_dir, database_url=process_database_url, env=env) as server:
        assert provider.was_asked.wait(LIMIT_SECONDS)
        cookies = sign_up(server)
        day = httpx2.get(f"{server.api}/today", cookies=cookies).json()
        assert day["quote"]["source"] == "pack"
        assert server.stop() == 0
        assert "Traceback" not in server.log.read_text()


def test_a_server_that_leaves_scheduled_work_to_others_asks_nobody(
    data_dir: Path, provider: Provider
) -> None:
    env = configured(provider) | {"ALMANAC_JOBS": "off"}
    with running_server(data_dir=data_dir, env=env) as server:
        assert httpx2.get(f"{server.url}/healthz/ready").status_code == 200
    assert provider.asked == []
