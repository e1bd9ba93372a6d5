"""Asking a provider: what is taken from an answer, and everything that is refused."""

import asyncio
import gzip
import json

import pytest

from almanac.quotes.service.answers import read_answer
from almanac.quotes.service.fetching import ProviderFailed, fetch
from tests.quotes.provider import (
    MIB,
    Answer,
    Provider,
    bomb,
    cut,
    endless,
    in_parts,
    never,
    quotes,
    running_provider,
    texts,
    with_body,
    with_json,
)

GOOD = texts("one")


async def ask(provider: Provider, answer: Answer, seconds: float = 10) -> list[tuple[str, str]]:
    provider.answer = answer
    found = read_answer(await fetch(provider.url, seconds=seconds))
    return [(quote.text, quote.author) for quote in found.values()]


async def refusal(provider: Provider, answer: Answer, seconds: float = 10) -> str:
    with pytest.raises(ProviderFailed) as failed:
        await ask(provider, answer, seconds)
    return failed.value.reason


async def test_quotes_are_read_as_zenquotes_sends_them(provider: Provider) -> None:
    assert await ask(provider, quotes("one", "two")) == [
        ("Text one", "Writer of tests"),
        ("Text two", "Writer of tests"),
    ]
    assert provider.headers["User-Agent"].startswith("almanac/")
    assert provider.headers["Accept-Encoding"] == "identity"
    assert "Cookie" not in provider.headers


async def test_a_list_that_comes_in_parts_is_read_whole(provider: Provider) -> None:
    body = json.dumps(texts("one", "two")).encode()
    assert len(await ask(provider, in_parts([body[:7], body[7:40], body[40:]], 0.01))) == 2


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (with_body(b"<!doctype html><p>Hello", Content_Type="text/html"), "not_json"),
        (with_body(b""), "not_json"),
        (with_body(b"\xff\xfe[]"), "not_json"),
        (with_body(b"[" * 500_000), "not_json"),
        (with_body(b'[{"q": "\\ud800", "a": "b"}]'), "not_json"),
        (with_body(b'[{"q": NaN, "a": "b"}]'), "not_json"),
        (with_body(b"9" * 100_000), "not_json"),
        (with_json({"q": "Text", "a": "b"}), "not_a_list"),
        (with_json("Text"), "not_a_list"),
        (with_json(None), "not_a_list"),
        (with_json([]), "no_quotes"),
        (with_json([None, 5, "Text", [], {}]), "no_quotes"),
        (with_json(texts(*map(str, range(501)))), "too_many_quotes"),
        (with_json([{"q": "Too many requests. Obtain an auth key.", "a": "x"}]), "provider_error"),
        (with_json([*GOOD, {"q": "Something", "a": "zenquotes.io"}]), "provider_error"),
        (with_json([*GOOD, {"q": "Something", "a": "ZenQuotes.io"}]), "provider_error"),
        (with_body(json.dumps(GOOD).encode(), 500), "status_500"),
        (with_body(json.dumps(GOOD).encode(), 404), "status_404"),
        (with_body(json.dumps(GOOD).encode(), 206), "status_206"),
        (with_body(b"", 429, Retry_After="60"), "status_429"),
        (with_body(b"", 304), "status_304"),
        (with_body(b"[" + b" " * MIB + b"]"), "too_large"),
        (endless, "too_large"),
        (bomb, "compressed"),
        (
            with_body(gzip.compress(json.dumps(GOOD).encode()), Content_Encoding="gzip"),
            "compressed",
        ),
        (cut, "RemoteProtocolError"),
        (in_parts([b"["], 0, announced=100), "RemoteProtocolError"),
    ],
)
async def test_what_is_no_list_of_quotes_is_refused(
    provider: Provider, answer: Answer, reason: str
) -> None:
    assert await refusal(provider, answer) == reason


@pytest.mark.parametrize(
    "entry",
    [
        {"q": "", "a": "b"},
        {"q": "   ", "a": "b"},
        {"q": "…!_", "a": "b"},
        {"q": "Text", "a": ""},
        {"q": "Text"},
        {"a": "b"},
        {"q": 5, "a": "b"},
        {"q": "Text", "a": ["b"]},
        {"q": "a" * 401, "a": "b"},
        {"q": "Text", "a": "b" * 121},
        {"q": "Text\x00", "a": "b"},
        {"q": "Text\nmore", "a": "b"},
        {"q": "Text \u202eesrever", "a": "b"},
        {"q": "Text", "a": "b\x1b[31m"},
        {"q": "Text <script>alert(1)</script>", "a": "b"},
        {"q": "Text", "a": "<b>b</b>"},
        {"q": "It&#39;s", "a": "b"},
        {"q": "You &amp; me", "a": "b"},
    ],
)
async def test_an_entry_that_is_no_plain_quotation_is_left_out(
    provider: Provider, entry: object
) -> None:
    assert await ask(provider, with_json([entry, *GOOD])) == [("Text one", "Writer of tests")]


async def test_lengths_count_to_their_limits_and_signs_are_no_markup(provider: Provider) -> None:
    entries = [
        {"q": "a" * 400, "a": "b" * 120},
        {"q": "Me & you; 1 < 2 > 0, I <3 it", "a": "b"},
        {"q": " 吾輩は猫である ", "a": "夏目漱石"},
    ]
    found = await ask(provider, with_json(entries))
    assert found == [(entry["q"].strip(), entry["a"]) for entry in entries]


async def test_a_text_that_comes_twice_is_one_quote(provider: Provider) -> None:
    entries = [*GOOD, {"q": "TEXT — one!", "a": "Somebody else"}]
    assert await ask(provider, with_json(entries)) == [("Text one", "Writer of tests")]


async def test_no_redirect_is_followed(provider: Provider) -> None:
    with running_provider() as elsewhere:
        for target in (elsewhere.url, provider.url, "file:///etc/passwd"):
            reason = await refusal(provider, with_body(b"", 302, Location=target))
            assert reason == "redirected"
        assert elsewhere.asked == []
    assert len(provider.asked) == 3


async def test_a_provider_that_never_answers_is_given_up(provider: Provider) -> None:
    assert await refusal(provider, never, seconds=0.3) == "timed_out"


async def test_a_provider_that_answers_ever_so_slowly_is_given_up(provider: Provider) -> None:
    slow = in_parts([b" "] * 1000, 0.05)
    assert await refusal(provider, slow, seconds=0.5) == "timed_out"


async def test_nobody_there_is_a_reason_too() -> None:
    with running_provider() as gone:
        url = gone.url
    with pytest.raises(ProviderFailed) as failed:
        await fetch(url)
    assert failed.value.reason == "unreachable"


async def test_breaking_off_does_not_wait_for_the_provider(provider: Provider) -> None:
    provider.answer = never
    asking = asyncio.create_task(fetch(provider.url))
    await asyncio.to_thread(provider.was_asked.wait)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_a_failure_says_nothing_of_the_address(provider: Provider) -> None:
    provider.answer = with_body(b"", 500)
    secret = provider.url.replace("http://", "http://me:word@") + "/key?token=word"
    with pytest.raises(ProviderFailed) as failed:
        await fetch(secret)
    assert str(failed.value) == "status_500"
    assert failed.value.__suppress_context__ or failed.value.__context__ is None
    assert provider.headers["Authorization"].startswith("Basic ")
