"""The build hook of the Python package: a source archive and a wheel contain the built web app.

The building itself is scripts/web_app.py's. A source archive already holds the built app, so that a
wheel is made from it without Node; an editable install needs none, the Makefile builds it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebAppHook(BuildHookInterface):  # type: ignore[type-arg]  # the parameter names a plugin's own configuration class; there is none
    """Builds web/ before the files of an archive are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Called by hatchling before it collects the files of a target."""
        if version == "editable" or Path(self.root, "PKG-INFO").is_file():
            return
        sys.path.insert(0, self.root)
        from scripts import web_app  # noqa: PLC0415  # found only now: builds run elsewhere

        web_app.build()
