"""Answers made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lichain.model import Node, Relationship
from lichain.queries.question import Column, Question
from lichain.result import Result, row_of


def link(start: str, end: str, *claims: str, kind: str = "SUPPLIES") -> Relationship:
    properties = {
        "claims": claims,
        "sources": tuple("doc-1" for _ in claims),
        "locators": tuple(f"p. {number}" for number, _ in enumerate(claims, 1)),
        "confidences": tuple("reported" for _ in claims),
        "notes": tuple("" for _ in claims),
        "known": tuple("2024-05-31" for _ in claims),
        "confidence": "reported",
    }
    return Relationship(f"{start}-{end}-{kind}", kind, start, end, properties)


def answer(
    *rows: dict[str, Any], columns: tuple[str, ...] = ("thing",), **parameters: Any
) -> Result:
    texts = {
        f"{name}_{lang}": f"{name} {lang}"
        for name in ("title", "about", "nothing")
        for lang in ("zh", "en")
    }
    shown = tuple(Column(name, f"{name}的列", f"{name} column") for name in columns)
    question = Question(
        "made_up",
        "theme",
        Path("made_up.cypher"),
        "",
        (),
        (*shown, Column("evidence", "证据", "evidence")),
        {},
        texts,
    )
    source = Node("doc-1", "Source", {"name_zh": "某报", "name_en": "Some paper"})
    return Result(question, parameters, {}, tuple(row_of(row) for row in rows), {"doc-1": source})
