"""The schema as data: node and relationship types, vocabularies, units and metrics."""

from lichain.schema.read import schema
from lichain.schema.types import MARKER, NodeType, Property, RelationshipType, Schema, Term, Unit

__all__ = ["MARKER", "NodeType", "Property", "RelationshipType", "Schema", "Term", "Unit", "schema"]
