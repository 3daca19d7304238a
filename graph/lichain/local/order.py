"""What the starting process hands to the server's process, through its standard input."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from lichain.local.address import HOST


@dataclass(frozen=True, slots=True)
class Order:
    """`memory` is the Java heap; `tied` ends the server when its standard input is closed."""

    folder: str
    release: str
    bolt: int
    http: int
    memory: str
    class_path: tuple[str, ...]
    tied: bool = False

    def text(self) -> str:
        """One line that `read` reads; the password is not in it."""
        return json.dumps(asdict(self)) + "\n"

    def configuration(self) -> str:
        """The text of neo4j.conf."""
        values = {
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": f"{HOST}:{self.bolt}",
            "server.bolt.advertised_address": f"{HOST}:{self.bolt}",
            "server.http.enabled": "true",
            "server.http.listen_address": f"{HOST}:{self.http}",
            "server.http.advertised_address": f"{HOST}:{self.http}",
            "server.directories.import": "import",
            "server.memory.pagecache.size": "64m",
            "dbms.security.auth_enabled": "true",
            "dbms.usage_report.enabled": "false",
            "client.allow_telemetry": "false",
            "db.tx_log.preallocate": "false",
            "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
            "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
            "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
            "server.config.strict_validation.enabled": "false",
        }
        lines = [f"{key}={value}" for key, value in values.items()]
        return "\n".join(
            ["# Written afresh by lichain at each start; changes are lost.", *lines, ""]
        )


def read(line: str) -> Order:
    """The order in a line of text."""
    values = json.loads(line)
    return Order(**{**values, "class_path": tuple(values["class_path"])})
