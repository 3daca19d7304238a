"""lichain: the lithium-battery industry chain as a knowledge graph on Neo4j."""

__version__ = "0.1.0"
