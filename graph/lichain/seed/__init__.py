"""The system of record: tables under `seed/`, read and checked into the graph of record."""

from lichain.seed.record import read_record

__all__ = ["read_record"]
