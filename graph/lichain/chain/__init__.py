"""The graph from Python: `lichain.open()` gives a Chain, its methods are the questions."""

from lichain.chain.answer import Answer
from lichain.chain.chain import Chain, opened
from lichain.chain.graph import Graph

__all__ = ["Answer", "Chain", "Graph", "opened"]
