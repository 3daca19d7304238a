"""Which thing a name means: folding, rules, and one sentence where they do not settle it."""

from lichain.identity.folding import fold
from lichain.identity.forms import index_text, lookup_keys
from lichain.identity.index import NameIndex
from lichain.identity.keys import keys, region_keys
from lichain.identity.names import Match, Name, Named, Names, Rule, Suggestion, Types
from lichain.identity.resolve import Resolution, describe, explain, resolve, shown

__all__ = [
    "Match",
    "Name",
    "NameIndex",
    "Named",
    "Names",
    "Resolution",
    "Rule",
    "Suggestion",
    "Types",
    "describe",
    "explain",
    "fold",
    "index_text",
    "keys",
    "lookup_keys",
    "region_keys",
    "resolve",
    "shown",
]
