"""Pages as the press makes them: the same bytes, tagged, and never a silent box."""

import asyncio
import hashlib
import io
import json
import subprocess
import sys
import threading
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from almanac.typesetting import press
from almanac.typesetting.glyphs import REPLACEMENT
from almanac.typesetting.press import (
    MAX_MISSING_TOLD,
    Page,
    PageUnset,
    TypesettingBusy,
    set_page,
    typeset,
)
from tests.typesetting.reading import catalog, heard, tags, text_of

TEMPLATE = """
#set page(width: 300pt, height: 400pt, margin: 10pt)
= #say(title)
#for it in data.texts { par(say(it)) }
#missing
"""
SCRIPTS = {
    "Latin": "Ærøskøbing fluß ệ fi",
    "Cyrillic": "Ещё объём їжак",
    "Greek": "Ἑλληνικά ιστορία",
    "Arabic": "اللغة العربية",
    "Persian": "ریاضی پیشرفته",
    "Hebrew": "ספרות עברית",
    "Hebrew with points": "שָׁלוֹם",
    "Devanagari": "क्षत्रिय विज्ञान हिन्दी",
    "Thai": "ภาษาไทยเบื้องต้น น้ำ",
    "Emoji": "👩🏽‍🏫 🇩🇪 1️⃣ ❤️ 🏊🏽‍♀️",
}
HAN = {"Chinese": "中文阅读与写作", "Japanese": "日本語の会話", "Korean": "한국어 문법"}
PLAIN = ("Cyrillic", "Greek", "Arabic", "Hebrew")


def data(*texts: str, title: str = "Title", lang: str = "en") -> dict[str, Any]:
    return {"title": title, "lang": lang, "region": "", "dir": "ltr", "texts": list(texts)}


def read(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf))


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_of_each_script_can_be_selected(script: str) -> None:
    page = set_page(TEMPLATE, data(SCRIPTS[script]))
    assert page.missing == ()
    assert SCRIPTS[script] in heard(read(page)).splitlines()
    if script in PLAIN:
        said = text_of(read(page).pages[0])
        assert all(word in said for word in SCRIPTS[script].split())


@pytest.mark.parametrize("script", HAN)
@pytest.mark.usefixtures("han")
def test_text_of_the_large_scripts_can_be_selected(script: str) -> None:
    page = set_page(TEMPLATE, data(HAN[script]))
    assert page.missing == ()
    assert HAN[script] in text_of(read(page).pages[0])
    assert HAN[script] in heard(read(page)).splitlines()


@pytest.mark.parametrize(
    ("text", "family"),
    [("直す", "CJKjp"), ("직", "CJKkr"), ("直", "CJKsc"), ("कि", "Devanagari"), ("☎️ 🏊‍♀️", "Emoji")],
)
@pytest.mark.usefixtures("han")
def test_each_script_has_its_own_face(text: str, family: str) -> None:
    resources: Any = read(set_page(TEMPLATE, data(text))).pages[0]["/Resources"]
    names = [str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()]
    assert any(family in name for name in names), names


def test_a_page_is_tagged_and_says_what_it_is() -> None:
    reader = read(set_page(TEMPLATE, data("text", title="Plan «A»", lang="de")))
    root = catalog(reader)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Plan «A»"
    assert tags(reader)[:3] == ["/Document", "/H1", "/P"]


def test_the_same_data_gives_the_same_bytes_in_another_process_too() -> None:
    texts = (*SCRIPTS.values(), "\U00012000")
    first = set_page(TEMPLATE, data(*texts))
    assert set_page(TEMPLATE, data(*texts)).pdf == first.pdf
    program = (
        "import hashlib, json, sys\n"
        "from almanac.typesetting.press import set_page\n"
        "template, data = json.load(sys.stdin)\n"
        "print(hashlib.sha256(set_page(template, data).pdf).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps([TEMPLATE, data(*texts)]),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(first.pdf).hexdigest()


@pytest.mark.parametrize(
    ("text", "missing", "shown"),
    [
        ("a \U00012000 b", "U+12000", f"a {REPLACEMENT} b"),
        ("private \ue000\ue001\ue002", "U+E000, U+E001, U+E002", "private"),
        ("half \ud800", "U+D800", f"half {REPLACEMENT}"),
        ("mark ж\u0e34", "U+0436+0E34", f"mark {REPLACEMENT}"),
        ("control \x01\x9f\ufeff\u202e end", "", "control end"),
        ("ɔ\u0303 ɓ\u0303", "", "ɔ\u0303 ɓ\u0303"),
    ],
)
def test_what_no_font_has_is_replaced_and_told(text: str, missing: str, shown: str) -> None:
    page = set_page(TEMPLATE, data(text))
    assert page.missing_code_points == missing
    said = heard(read(page))
    assert shown in said
    assert missing in said


def test_of_many_missing_characters_the_first_are_told() -> None:
    page = set_page(TEMPLATE, data("".join(map(chr, range(0x12000, 0x12030)))))
    assert len(page.missing) == 0x30
    assert page.missing_code_points.count("U+") == MAX_MISSING_TOLD
    assert page.missing_code_points.endswith("U+1200B, ...")


@given(texts=st.lists(st.text(max_size=40), max_size=6), title=st.text(max_size=20))
@example(texts=['#read("/etc/passwd") *a* $x$ @b // /* \\u{1}'], title="#")
@example(texts=["\u0301", "\u200d\ufe0f", "\n\n", "\u0600", "ิ", "\u1160"], title="\u2060")
@settings(max_examples=60)
def test_any_text_becomes_a_page(texts: list[str], title: str) -> None:
    page = set_page(TEMPLATE, data(*texts, title=title))
    assert page.pdf.startswith(b"%PDF-1.7")


def test_what_only_typst_finds_to_be_missing_is_replaced_too() -> None:
    page = set_page(TEMPLATE, data("before", "\n\u0597", "after"))
    assert any("\u0597" in piece for piece in page.missing)
    said = heard(read(page))
    assert "before" in said
    assert "after" in said


def test_text_is_never_markup() -> None:
    text = '#panic("a") *bold* $x^2$ = no heading'
    assert text in heard(read(set_page(TEMPLATE, data(text))))


def test_a_template_sees_no_file_and_no_package() -> None:
    for source in ('#read("/prelude.typ")', '#read("../faces.py")', '#import "@preview/x:1.0.0"'):
        with pytest.raises(PageUnset):
            set_page(source, data())


async def test_pages_are_set_beside_everything_else() -> None:
    texts = (data(f"page {n}") for n in range(6))
    pages = await asyncio.gather(*(typeset(TEMPLATE, each, owner=uuid4()) for each in texts))
    assert ["page 3" in heard(read(page)) for page in pages] == [n == 3 for n in range(6)]


async def test_who_would_wait_too_long_is_told_to_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    monkeypatch.setattr(press, "set_page", lambda *_: gate.wait(60) and Page(b"", ()))
    waiting = [
        asyncio.create_task(typeset("", {}, owner=uuid4())) for _ in range(press.MAX_WAITING)
    ]
    await asyncio.sleep(0)
    with pytest.raises(TypesettingBusy) as busy:
        await typeset("", {}, owner=uuid4())
    assert busy.value.headers == {"Retry-After": "5"}
    gate.set()
    await asyncio.gather(*waiting)


async def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(press, "set_page", lambda *_: gate.wait(60) and Page(b"", ()))
    with pytest.raises(PageUnset):
        await typeset("", {}, owner=uuid4(), limit_seconds=0.01)
    gate.set()


async def test_pages_of_one_account_wait_for_each_other_and_for_nobody_else() -> None:
    alice, bob, gate = uuid4(), uuid4(), threading.Event()
    for _ in range(press.AT_ONCE):
        press._threads.submit(gate.wait, 60)  # noqa: SLF001 - so that nothing is set meanwhile
    done: list[str] = []

    async def print_one(owner: UUID, name: str) -> None:
        page = await typeset(TEMPLATE, data(*SCRIPTS.values(), title=name), owner=owner)
        assert name in heard(read(page))
        done.append(name)

    names = [f"alice {number}" for number in range(press.MAX_OF_ONE)]
    prints = [asyncio.create_task(print_one(alice, name)) for name in names]
    prints.append(asyncio.create_task(print_one(bob, "bob")))
    await asyncio.sleep(0)
    # One of hers is in work; his is the next, before the others that she asked for earlier.
    assert len(press._under_way) == 2  # noqa: SLF001 - what is in work is told to nobody
    with pytest.raises(TypesettingBusy) as busy:
        await typeset(TEMPLATE, data(), owner=alice)
    assert busy.value.headers == {"Retry-After": "5"}
    gate.set()
    await asyncio.gather(*prints)
    assert [name for name in done if name != "bob"] == names
    assert done[-1] != "bob"
    await print_one(alice, "alice again")


async def test_a_page_given_up_keeps_its_turn_while_it_is_being_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alice, gate, begun = uuid4(), threading.Event(), threading.Event()

    def wait_for_the_gate(*_: object) -> Page:
        begun.set()
        gate.wait(60)
        return Page(b"", ())

    monkeypatch.setattr(press, "set_page", wait_for_the_gate)
    given_up = asyncio.create_task(typeset("", {}, owner=alice))
    await asyncio.to_thread(begun.wait, 60)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    second = asyncio.create_task(typeset("", {}, owner=alice))
    await asyncio.sleep(0)
    assert len(press._under_way) == 1  # noqa: SLF001 - what is in work is told to nobody
    gate.set()
    assert await second == Page(b"", ())
