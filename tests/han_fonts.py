"""Finds the fonts of Han and Hangul that pages are set in, or installs them when run as root."""

from almanac.typesetting.faces import HAN_FOLDERS, han_files
from tests import system_packages

PACKAGE = "fonts-noto-cjk"


def ensure_han() -> None:
    """Make sure that they are there. Raises system_packages.Missing."""
    if han_files(HAN_FOLDERS):
        return
    if system_packages.can_install():
        system_packages.install(PACKAGE)
    if not han_files(HAN_FOLDERS):
        raise system_packages.Missing(
            "The tests of printing need the fonts of Chinese, Japanese and Korean: "
            f"install them (Debian: apt-get install {PACKAGE})."
        )
