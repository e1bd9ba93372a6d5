"""The build hook of the Python package: both archives contain the built web app and the fonts.

Making them is the business of scripts/web_app.py and scripts/install.py. A source archive already
holds both, so that a wheel is made from it without Node; an editable install needs none, the
Makefile makes them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebAppHook(BuildHookInterface):  # type: ignore[type-arg]  # the parameter names a plugin's own configuration class; there is none
    """Builds web/ and brings the fonts before the files of an archive are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Called by hatchling before it collects the files of a target."""
        if version == "editable" or Path(self.root, "PKG-INFO").is_file():
            return
        sys.path.insert(0, self.root)
        from scripts import install, web_app  # noqa: PLC0415  # found only now: builds run elsewhere

        install.install_tools()
        install.install_fonts()
        web_app.build()
