"""The seed in Neo4j."""

from __future__ import annotations

from ..graph import loaded as loaded
