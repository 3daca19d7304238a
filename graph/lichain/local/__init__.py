"""The program's own local Neo4j: started on first use, kept in the background, bound to loopback.

Nothing heavy is imported while the server already runs.
"""

from lichain.local.address import Address, Status
from lichain.local.control import down, status, up

__all__ = ["Address", "Status", "down", "status", "up"]
