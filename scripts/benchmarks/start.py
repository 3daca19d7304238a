"""How long a warm answer takes as a whole process, beside what it cannot do without.

Python alone; Python with the driver imported; the same question asked by the driver alone; `lichain`
with it, in three ways; and a completion, for which Neo4j is not asked. The seed is in the local
Neo4j; it is loaded there if need be.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys

from _side_by_side import report, run_in_turn

from lichain import local, settings
from lichain.queries import find

IMPORT = (
    "import sys; sys.modules.update(dict.fromkeys(['numpy', 'pandas', 'pyarrow'])); import neo4j"
)
"""The driver without what it imports where it is installed, as the command line has it."""
ASK = f"""
import json, os; {IMPORT}
auth = ("neo4j", os.environ["BENCH_PASSWORD"])
with neo4j.GraphDatabase.driver(os.environ["BENCH_URI"], auth=auth) as driver:
    rows, _, _ = driver.execute_query(
        os.environ["BENCH_CYPHER"], json.loads(os.environ["BENCH_VALUES"]),
        database_="neo4j", routing_="r")
    assert rows
"""
LICHAIN = [sys.executable, "-m", "lichain"]
SUPPLIERS = [*LICHAIN, "who-supplies", "--to"]
COMMANDS = {
    "python": [sys.executable, "-c", "pass"],
    "import neo4j": [sys.executable, "-c", IMPORT],
    "driver asks": [sys.executable, "-W", "ignore", "-c", ASK],
    "lichain who-supplies --to CATL": [*SUPPLIERS, "CATL"],
    "lichain who-supplies --to 宁德时代": [*SUPPLIERS, "宁德时代"],
    "lichain … --format json": [*SUPPLIERS, "CATL", "--format", "json"],
    "lichain --version": [*LICHAIN, "--version"],
    "completion": ["env", "_LICHAIN_COMPLETE=complete_bash", *LICHAIN],
}
RATIOS = [
    ("lichain who-supplies --to CATL", "import neo4j"),
    ("lichain who-supplies --to CATL", "driver asks"),
    ("lichain who-supplies --to 宁德时代", "import neo4j"),
]


def main() -> None:
    """Measures and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=20, help="rounds that are counted (20)")
    rounds = parser.parse_args().n
    address = local.up(settings.read())
    question = find("who_supplies")
    env = {
        "BENCH_URI": address.uri,
        "BENCH_PASSWORD": address.password,
        "BENCH_CYPHER": question.cypher,
        "BENCH_VALUES": json.dumps(
            {p.name: p.default for p in question.parameters} | {"to": "catl"}
        ),
        "COMP_WORDS": "lichain\nwho-supplies\n--to\ncat",
        "COMP_CWORD": "3",
    }
    if subprocess.run([*SUPPLIERS, "CATL"], capture_output=True, check=False).returncode:
        subprocess.run([*LICHAIN, "load"], check=True, stdout=subprocess.DEVNULL)
    report("start", run_in_turn(COMMANDS, rounds, {**os.environ, **env}), RATIOS)


if __name__ == "__main__":
    main()
