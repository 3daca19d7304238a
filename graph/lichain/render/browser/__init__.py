"""Neo4j Browser's style, guide and saved scripts, out of the schema and the catalogue."""

from lichain.render.browser.kit import GUIDE, SCRIPTS, STYLE, write_kit, write_opening

__all__ = ["GUIDE", "SCRIPTS", "STYLE", "write_kit", "write_opening"]
