"""The one door to Neo4j: only this package imports the driver."""

from lichain.store.connect import connect
from lichain.store.database import Answer, Store, Transaction

__all__ = ["Answer", "Store", "Transaction", "connect"]
