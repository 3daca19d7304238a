"""Every kind of bad cell: refused with file, line, value and fix, and nothing comes back."""

from __future__ import annotations

import pytest

from .conftest import SPAN, Seed

NODE = "nodes/Enterprise.csv"
LINK = "relationships/SUPPLIES.csv"
NUMBER = "nodes/Indicator.csv"
REGION = "nodes/Region.csv"
SOURCE = "nodes/Source.csv"
DATES = "write 2023, 2023-12 or 2023-12-14"

CELLS = [
    # ids and names
    (NODE, "id", "BYD Auto", "nodes/Enterprise.csv:2: id: 'BYD Auto' is not an id; write lower-case"),
    (NODE, "id", "", "nodes/Enterprise.csv:2: id: is empty; write lower-case letters"),
    (NODE, "id", "b" * 121, "' is not an id; write lower-case letters, digits and single hyphens, 120"),
    (NODE, "id", "byd\u200b", "nodes/Enterprise.csv:2: id: 'byd\\u200b' is not an id"),
    (NODE, "name_en", "#REF!", "2: name_en: '#REF!' is a spreadsheet's error, not a value; write what"),
    (NODE, "name_en", "\u200b\u200d", "2: name_en: '\\u200b\\u200d' has nothing to be seen in it; write"),
    # codes
    (NODE, "stock_code", "2460", "2: stock_code: '2460' is not a stock code with its exchange; its "
     "leading zeros may be lost: write 002460.SZ if that is meant"),
    (NODE, "stock_code", "2460.SZ", "'2460.SZ' is not a stock code with its exchange; its leading zeros"),
    (NODE, "stock_code", "300750.SH", "'300750.SH' is not a stock code with its exchange; write it like"),
    (NODE, "stock_code", "'300750.SZ", "1772.HK; take off the apostrophe in front of it"),
    (NODE, "stock_code", "300750.SZ", "3: stock_code: '300750.SZ' is that of byd (nodes/Enterprise.csv:2)"),
    (REGION, "code", "36000", "2: code: '36000' is neither a GB/T 2260 code of six digits nor an ISO"),
    (REGION, "code", "360000", "3: code: '360000' is the code of cn (nodes/Region.csv:2) at the same time; "
     "correct it, or give both their code_from and code_to"),
    (SOURCE, "sha256", "abc", "nodes/Source.csv:2: sha256: 'abc' is not a SHA-256; write its 64"),
    (SOURCE, "sha256", "", "2: sha256: is empty, though file 'doc.txt' is given; file needs it: fill it in"),
    (SOURCE, "file", "../doc.txt", "2: file: '../doc.txt' is not a plain file name; leave the folder out"),
    # vocabularies
    (REGION, "kind", "city", "2: kind: 'city' is not a known kind; use one of country, province, pref"),
    (REGION, "kind", "", "nodes/Region.csv:2: kind: is empty; this column is required"),
    (LINK, "status", "delivring", "2: status: 'delivring' is not a known status; use one of announced"),
    (NUMBER, "metric", "outptu", "2: metric: 'outptu' is not a known metric; use for example output_value"),
    (NUMBER, "unit", "bn CNY", "nodes/Indicator.csv:2: unit: 'bn CNY' is not a known unit; use for exam"),
    (NUMBER, "unit", "t", "2: unit: 't' does not measure output_value; use one of CNY, CNY_10k, CNY_m"),
    # dates
    (LINK, "valid_from", "2023-02-30", "SUPPLIES.csv:2: valid_from: '2023-02-30' has a day that does not "
     "exist; 2023-02 runs from 01 to 28"),
    (LINK, "valid_from", "2023-13", "'2023-13' has a month that does not exist; months run from 01 to 12"),
    (LINK, "valid_from", "0203", "'0203' has a year outside 1900 to 2100; correct the year"),
    (LINK, "valid_from", "2023/12/14", "'2023/12/14' is not a date; write it as 2023-12-14"),
    (LINK, "valid_from", "2023.1.5", "'2023.1.5' is not a date; write it as 2023-01-05"),
    (LINK, "valid_from", "2023年12月", "'2023年12月' is not a date; write it as 2023-12"),
    (LINK, "valid_from", "14.12.2023", "'14.12.2023' is not a date; write the year first, as in 2023"),
    (LINK, "valid_from", "12/14/2023", "'12/14/2023' is not a date; write the year first"),
    (LINK, "valid_from", "14-Dec-2023", "'14-Dec-2023' is not a date; write the year first"),
    (LINK, "valid_from", "45274", f"'45274' is not a date; {DATES}"),
    (LINK, "valid_from", "٢٠٢٣", f"is not a date; {DATES}"),
    (LINK, "valid_to", "2022-12", "SUPPLIES.csv:2: valid_to: '2022-12' comes before valid_from '2023'; swap"),
    (NUMBER, "period", "2025/2024", "2: period: '2025/2024' ends before it begins; write the earlier"),
    (NUMBER, "period", "2025/12/31", "2: period: '2025/12/31' is not a period; write it as 2025-12-31"),
    (NUMBER, "period", "2025/12", "2: period: '2025/12' is not a period; write it as 2025-12"),
    (NUMBER, "period", "2025/soon", f"'soon' is not a date; {DATES}, in the period '2025/soon'"),
    # numbers
    (NUMBER, "value", "12a", "nodes/Indicator.csv:2: value: '12a' is not a number; write digits with a"),
    (NUMBER, "value", "1,000", "2: value: '1,000' is not a number; write 1000, without separators"),
    (NUMBER, "value", "1.0E+05", "'1.0E+05' is not a number; write out every digit; a spreadsheet may have"),
    (NUMBER, "value", "'80", "\"'80\" is not a number; write digits with"),
    (NUMBER, "value", "80亿", "'80亿' is not a number; write digits with a point for decimals and no sep"),
    (NUMBER, "value", "1" * 16, f"'{'1' * 16}' has more than 15 digits that count; round it"),
    (NUMBER, "value", "1" + "0" * 500, " is larger than 1e+18; use a larger unit"),
    (NUMBER, "value", "９９x", "2: value: '９９x' is not a number"),
    (NUMBER, "value_high", "90", "2: value_high: '90' beside bound 'exact'; a range has both ends"),
    (NUMBER, "bound", "range", "2: value_high: is empty beside bound 'range'; a range has both ends"),
    # evidence
    (LINK, "source", "", "relationships/SUPPLIES.csv:2: source: is empty; a claim names its source"),
    (LINK, "source", "papr", "2: source: 'papr' is not in nodes/Source.csv; add the source there or correct"),
    (LINK, "locator", "", "2: locator: is empty; say where in the source, as start-end, p. 16, row 12"),
    (LINK, "locator", "somewhere", "2: locator: 'somewhere' is not a place; write start-end, p. 16"),
    (NODE, "locator", "4-4", "2: locator: '4-4' ends before it begins; write the first character, a hyph"),
    (LINK, "locator", "near " + "x" * 61, "is not a place; write start-end, p. 16, row 12, article 3, near"),
    (NODE, "stock_code", "ALB.NYSE", "'ALB.NYSE' is not a stock code with its exchange; write the exchange"),
    (NODE, "stock_code", "6752.KS", "'6752.KS' is not a stock code with its exchange; write it like"),
    (REGION, "code", "US-TENN", "2: code: 'US-TENN' is neither a GB/T 2260 code of six digits nor an ISO"),
    (NODE, "locator", "04-12", "2: locator: '04-12' is not a place"),
    (NODE, "sha256", "", "nodes/Enterprise.csv:2: sha256: is empty; a span needs the SHA-256 of its text"),
    (NODE, "sha256", SPAN[:63], "2: sha256: '" + SPAN[:63] + "' is not a SHA-256; write its 64 hexad"),
    (LINK, "sha256", SPAN, "2: sha256: '" + SPAN + "' stands without a span; write the locator as start-"),
    (NODE, "source", "paper", "2: locator: '0-4' is a span, but source 'paper' has no file; name its file"),
    (LINK, "confidence", "sure", "2: confidence: 'sure' is not known; use one of disclosed, reported, inf"),
    (LINK, "confidence", "", "2: confidence: is empty; use one of disclosed"),
    (LINK, "recorded_at", "2026-11", "2: recorded_at: '2026-11' is not a whole day; write it like 2026-11"),
    (LINK, "recorded_at", "22.11.2026", "2: recorded_at: '22.11.2026' is not a date; write the year first"),
    (LINK, "recorded_at", "", "2: recorded_at: is empty; write the day it was recorded, like 2026-11-22"),
    # references
    (LINK, "to", "", "relationships/SUPPLIES.csv:2: to: is empty; name a node by its id or name"),
    (LINK, "to", "byd", "SUPPLIES.csv:2: to: 'byd' is 'byd', the same node as `from`; SUPPLIES needs two"),
    (LINK, "to", "宁德時代有限", "SUPPLIES.csv:2: to: no Enterprise is called '宁德時代有限'; did you mean 宁德时代"),
    (LINK, "to", "lfp", "2: to: 'lfp' is a product, not an Enterprise: "),
    (LINK, "product", "catl", "2: product: 'catl' is an enterprise, not a Product: "),
    (LINK, "volume", "5", "2: volume_unit: is empty, though volume '5' is given; volume needs it: fill it"),
    (NUMBER, "scope", "lfp;nickel", "nodes/Indicator.csv:2: scope: no Region or Organization or"),
    (NUMBER, "subject", "", "nodes/Indicator.csv:2: subject: is empty; name a node by its id or name"),
]  # fmt: skip


def test_the_base_is_in_order(seed: Seed) -> None:
    record = seed.read()
    assert dict(record.counts()) == {
        "Enterprise": 2, "Indicator": 1, "Product": 1, "Region": 2, "Source": 2,
        "EVIDENCED_BY": 6, "OF": 1, "PART_OF": 1, "SUPPLIES": 1,
    }  # fmt: skip


@pytest.mark.parametrize(("file", "column", "value", "expected"), CELLS)
def test_a_bad_cell_is_one_fault(
    seed: Seed, file: str, column: str, value: str, expected: str
) -> None:
    seed.put(file, column, value)
    faults = [fault for fault in seed.faults() if not _follows(fault, column, file)]
    assert len(faults) == 1, faults
    assert faults[0].startswith(file)
    assert expected in faults[0]


def _follows(fault: str, column: str, file: str) -> bool:
    """A node without its id is one that nothing can name."""
    return column == "id" and not fault.startswith(file)


LOOK = {"looked_on": "2026-11-24", "outcome": "empty", "source": "paper", "locator": "near words",
        "confidence": "inferred", "recorded_at": "2026-11-24"}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            {"from": "byd"},
            "direction: is empty; what was looked for in 'byd' is told by its direction",
        ),
        ({"from": "cn"}, "segment: is empty; what was looked for in 'cn' is told by its segment"),
        (
            {"from": "cn", "segment": "cell", "direction": "owners"},
            "direction: 'owners' is of enterprises; clear it for the region 'cn'",
        ),
    ],
)
def test_a_search_says_what_was_looked_for(seed: Seed, row: dict[str, str], fault: str) -> None:
    cell = {"id": "cell", "name_zh": "电芯", "stage": "midstream", "position": "1"}
    proof = {name: LOOK[name] for name in ("source", "locator", "confidence", "recorded_at")}
    seed.add("nodes/Segment.csv", {**cell, **proof})
    seed.add("relationships/LOOKED_INTO.csv", {"direction": "", "segment": "", **row, **LOOK})
    assert seed.fault() == f"relationships/LOOKED_INTO.csv:2: {fault}"


def test_a_search_that_says_it_is_read(seed: Seed) -> None:
    seed.add("relationships/LOOKED_INTO.csv", {"from": "byd", "direction": "owners", **LOOK})
    link = next(x for x in seed.read().relationships.values() if x.type == "LOOKED_INTO")
    assert (link.start, link.end, link.properties["outcome"]) == ("byd", "paper", "empty")
