"""docker-compose.yml: what keeps the server safe and steady, without needing an engine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="module")
def compose(root: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((root / "docker-compose.yml").read_text("utf-8"))
    return content


@pytest.fixture(scope="module")
def neo4j(compose: dict[str, Any]) -> dict[str, Any]:
    (service,) = compose["services"].values()
    return dict(service)


def size(text: str) -> int:
    number, unit = re.fullmatch(r"(\d+)([mg])", text.lower()).groups()  # type: ignore[union-attr]
    return int(number) * {"m": 1, "g": 1024}[unit]


def test_the_image_is_pinned_to_one_community_release(neo4j: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j:\d{4}\.\d{2}\.\d+-community", neo4j["image"])


def test_there_is_no_default_password(neo4j: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?set .+\}", neo4j["environment"]["NEO4J_AUTH"])


def test_a_neo4j_variable_that_is_no_setting_does_not_reach_the_server(
    neo4j: dict[str, Any],
) -> None:
    """The image turns every NEO4J_… into a line of neo4j.conf and refuses one it does not know."""
    assert all(
        name == "NEO4J_AUTH" or name.startswith("NEO4J_server_") for name in neo4j["environment"]
    )


def test_ports_are_published_on_this_machine_only(neo4j: dict[str, Any]) -> None:
    assert {port.rsplit(":", 1)[1] for port in neo4j["ports"]} == {"7474", "7687"}
    assert all(port.startswith("127.0.0.1:") for port in neo4j["ports"])


def test_memory_fits_its_limit_with_room_to_spare(neo4j: dict[str, Any]) -> None:
    environment = neo4j["environment"]
    heap = size(environment["NEO4J_server_memory_heap_max__size"])
    cache = size(environment["NEO4J_server_memory_pagecache_size"])
    assert heap == size(environment["NEO4J_server_memory_heap_initial__size"])
    assert heap + cache <= 0.75 * size(neo4j["mem_limit"])


def test_data_and_logs_live_in_named_volumes(
    compose: dict[str, Any], neo4j: dict[str, Any]
) -> None:
    volumes = dict(volume.split(":") for volume in neo4j["volumes"])
    assert set(volumes.values()) == {"/data", "/logs"}
    assert set(volumes) == set(compose["volumes"])


def test_it_is_watched_and_restarted(neo4j: dict[str, Any]) -> None:
    assert neo4j["restart"] == "unless-stopped"
    check = neo4j["healthcheck"]
    assert "7474" in " ".join(check["test"])
    assert check["interval"]
    assert check["start_period"]


def has_client() -> bool:
    """Whether `docker compose` is installed; the older docker-compose reads another format."""
    if not shutil.which("docker"):
        return False
    command = ["docker", "compose", "version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def config(root: Path, password: str | None) -> subprocess.CompletedProcess[str]:
    if not has_client():
        pytest.skip("no docker compose client on this machine")
    environment = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    file = str(root / "docker-compose.yml")
    command = ["docker", "compose", "--file", file, "--env-file", os.devnull, "config"]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("password", [None, ""])
def test_compose_refuses_to_start_without_a_password(root: Path, password: str | None) -> None:
    done = config(root, password)
    assert done.returncode != 0
    assert "NEO4J_PASSWORD" in done.stderr


def test_compose_reads_the_file_and_the_password(root: Path) -> None:
    done = config(root, "correct-horse")
    assert done.returncode == 0, done.stderr
    assert "neo4j/correct-horse" in done.stdout
    assert "localhost:7687" in done.stdout
