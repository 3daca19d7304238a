"""From the graph of record to Neo4j: plan, load, verify."""

from lichain.loader.load import load
from lichain.loader.plan import Plan, compare
from lichain.loader.state import Standing, State, read_state
from lichain.loader.verify import Finding, Verdict, verify

__all__ = [
    "Finding",
    "Plan",
    "Standing",
    "State",
    "Verdict",
    "compare",
    "load",
    "read_state",
    "verify",
]
