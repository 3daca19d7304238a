"""Puts `cypher/` and `seed/` into a standard wheel under `lichain/_bundled/`.

An editable install needs none of it: `lichain.resources` finds both folders in the checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("cypher", "seed")


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling for every wheel; `version` says which kind."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds each file of `FOLDERS`; a folder that is missing stops the build."""
        if version != "standard":
            return
        for folder in FOLDERS:
            source = Path(self.root, folder)
            if not source.is_dir():
                raise FileNotFoundError(f"{source}: the wheel cannot be built without {folder}/")
            build_data["force_include"][str(source)] = f"lichain/_bundled/{folder}"
