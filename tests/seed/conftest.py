"""A small folder of tables to damage: two companies, a place, a product and a number."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lichain.errors import TableFaults
from lichain.model import Record
from lichain.seed import read_record

TEXT = "宁德时代与比亚迪在江西供应磷酸铁锂。"
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
SPAN = hashlib.sha256(TEXT[0:4].encode()).hexdigest()
CLAIM = {
    "source": "paper",
    "locator": "p. 1",
    "confidence": "reported",
    "recorded_at": "2026-11-22",
}
SPANNED = CLAIM | {"source": "doc", "locator": "0-4", "sha256": SPAN}

Row = Mapping[str, str]

BASE: dict[str, list[dict[str, str]]] = {
    "nodes/Source.csv": [
        {"id": "doc", "name_zh": "文", "kind": "news", "file": "doc.txt", "sha256": SHA},
        {"id": "paper", "name_en": "A paper", "kind": "filing", "file": "", "sha256": ""},
    ],
    "nodes/Region.csv": [
        {"id": "cn", "name_zh": "中国", "name_en": "China", "kind": "country", "code": "CN", **CLAIM},
        {"id": "cn-360000", "name_zh": "江西省", "name_en": "Jiangxi", "kind": "province",
         "code": "360000", **CLAIM},
    ],
    "nodes/Enterprise.csv": [
        {"id": "byd", "name_zh": "比亚迪", "name_en": "BYD", "stock_code": "002594.SZ", **SPANNED},
        {"id": "catl", "name_zh": "宁德时代", "name_en": "CATL", "stock_code": "300750.SZ", **SPANNED},
    ],
    "nodes/Product.csv": [
        {"id": "lfp", "name_zh": "磷酸铁锂", "name_en": "LFP", "kind": "material", **CLAIM}
    ],
    "nodes/Indicator.csv": [
        {"subject": "cn-360000", "metric": "output_value", "scope": "", "value": "80",
         "value_high": "", "bound": "exact", "unit": "CNY_100m", "period": "2025",
         "nature": "target", **SPANNED}
    ],
    "relationships/PART_OF.csv": [
        {"from": "cn-360000", "to": "cn", "kind": "administrative", "valid_from": "", **CLAIM}
    ],
    "relationships/SUPPLIES.csv": [
        {"from": "byd", "to": "catl", "product": "lfp", "status": "delivering",
         "valid_from": "2023", "valid_to": "", "volume": "", "volume_unit": "", **CLAIM}
    ],
}  # fmt: skip


def as_csv(rows: list[dict[str, str]]) -> str:
    """The rows as CSV, with every column that any of them has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@dataclass
class Seed:
    """A folder of tables under test."""

    folder: Path
    rows: dict[str, list[dict[str, str]]] = field(
        default_factory=lambda: {name: [dict(row) for row in rows] for name, rows in BASE.items()}
    )

    def __post_init__(self) -> None:
        for file in self.rows:
            self.write(file)

    def write(self, file: str, content: str | bytes | None = None) -> Seed:
        """Writes a file: the text or bytes given, else its rows."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        content = as_csv(self.rows[file]) if content is None else content
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def add(self, file: str, *rows: Row) -> Seed:
        """Adds rows to a table, empty where they name no column."""
        self.rows.setdefault(file, []).extend(dict(row) for row in rows)
        return self.write(file)

    def put(self, file: str, column: str, value: str, row: int = 0) -> Seed:
        """Changes one cell; row 0 stands in line 2."""
        self.rows[file][row][column] = value
        return self.write(file)

    def drop(self, file: str, column: str) -> Seed:
        """Takes a column out of a table."""
        for row in self.rows[file]:
            row.pop(column, None)
        return self.write(file)

    def read(self) -> Record:
        """The record."""
        return read_record(self.folder)

    def faults(self) -> list[str]:
        """Every fault as it is printed; that nothing came back goes without saying."""
        with pytest.raises(TableFaults) as caught:
            self.read()
        assert str(caught.value).splitlines()[1:] == [f"  {one}" for one in caught.value.faults]
        return [str(one) for one in caught.value.faults]

    def fault(self) -> str:
        """The one fault there is."""
        found = self.faults()
        assert len(found) == 1, "\n".join(found)
        return found[0]


@pytest.fixture
def seed(tmp_path: Path) -> Seed:
    """The small folder, in order."""
    return Seed(tmp_path / "seed")
