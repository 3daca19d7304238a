"""Times whole processes in turn, so that a machine that slows down slows all of them alike."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[2] / "out"
WARM_UP = 2


@dataclass(frozen=True, slots=True)
class Runs:
    """The counted runs of one command: seconds on the clock, and of the processor."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def run_in_turn(
    commands: Mapping[str, Sequence[str]], rounds: int, env: Mapping[str, str]
) -> dict[str, Runs]:
    """Runs each command once a round; the first rounds are not counted.

    CalledProcessError where a command fails.
    """
    runs = {name: Runs() for name in commands}
    for number in range(WARM_UP + rounds):
        for name, command in commands.items():
            started, before = time.perf_counter(), os.times()
            subprocess.run(
                command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, check=True
            )
            wall, after = time.perf_counter() - started, os.times()
            if number >= WARM_UP:
                used = after.children_user + after.children_system
                runs[name].wall.append(wall)
                runs[name].processor.append(used - before.children_user - before.children_system)
    return runs


def spread(values: Sequence[float]) -> dict[str, float]:
    """The median with the least, the most and both quartiles."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return {"min": min(values), "q1": low, "median": middle, "q3": high, "max": max(values)}


def report(name: str, runs: Mapping[str, Runs], ratios: Sequence[tuple[str, str]]) -> None:
    """Prints the figures and keeps them, runs and all, in out/bench-NAME.json; ratios are of one round."""
    found: dict[str, Any] = {
        "benchmark": name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "processors": os.cpu_count(),
            "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        },
        "runs": {one: asdict(each) for one, each in runs.items()},
    }
    for kind in ("wall", "processor"):
        figures = {one: spread(getattr(each, kind)) for one, each in runs.items()}
        for above, below in ratios:
            both = zip(getattr(runs[above], kind), getattr(runs[below], kind), strict=True)
            figures[f"{above} / {below}"] = spread([a / b for a, b in both])
        found[kind] = figures
        print(f"{kind}: median, quartiles, all (seconds, or a ratio)")
        for one, of in figures.items():
            print(
                f"  {one:46} {of['median']:6.3f}  {of['q1']:.3f}–{of['q3']:.3f}"
                f"  {of['min']:.3f}–{of['max']:.3f}"
            )
    OUT.mkdir(exist_ok=True)
    path = OUT / f"bench-{name}.json"
    path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(f"written: {path}")
