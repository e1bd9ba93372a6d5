"""The look of pages: the app's colours, and the policy that allows one style and nothing else."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from almanac.pages.styles import policy, stylesheet

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"\{([^{}]*)\}")
COLOUR = re.compile(r"(--[\w-]+):\s*(#[0-9a-f]{6})")


def colours(css: str) -> list[dict[str, str]]:
    """The colours of each block that has some: light, then dark."""
    found = [dict(COLOUR.findall(block)) for block in BLOCK.findall(css)]
    return [block for block in found if block]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_pages_have_the_colours_of_the_app() -> None:
    ours = colours(stylesheet("almanac.pages", "pages.css"))
    tokens = colours((ROOT / "web/src/ui/tokens.css").read_text(encoding="utf-8"))
    assert len(ours) == len(tokens) == 2
    for own, app in zip(ours, tokens, strict=True):
        assert own.items() <= app.items()


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(theme: int) -> None:
    of = colours(stylesheet("almanac.pages", "pages.css"))[theme]
    for ground in ("--paper", "--leaf", "--sunk"):
        for ink in ("--ink", "--ink-2", "--ink-3", "--accent"):
            assert contrast(of[ink], of[ground]) >= 4.5, (ink, ground)


def test_the_policy_names_the_style_by_its_hash() -> None:
    digest = base64.b64encode(hashlib.sha256(b"a{b:c}").digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy("a{b:c}")
    assert "script" not in policy("a{b:c}")
    assert "unsafe" not in policy("a{b:c}")


def test_a_style_sheet_is_sent_without_comments_and_spaces() -> None:
    sent = stylesheet("almanac.pages", "pages.css")
    assert "/*" not in sent
    assert "\n" not in sent
    assert "@media screen and (prefers-color-scheme: dark){" in sent
    assert "</" not in sent
