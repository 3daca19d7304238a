"""From a claim to what it says, and to the passage it rests on where the documents are at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lichain.errors import Fault, InputError, TableFaults, UnknownName
from lichain.model import Claim, Lang, Record, Relationship, Value
from lichain.render.cells import text
from lichain.render.words import source_line
from lichain.schema import Property, schema
from lichain.schema.quantity import quantity
from lichain.seed.documents import Documents, span_of, span_problem

_SOURCES = "nodes/Source.csv"
_WORDS: Mapping[Lang, tuple[str, ...]] = {
    "zh": ("来源", "位置", "可信度", "记录", "备注", "数据表", "原文"),
    "en": ("source", "place", "confidence", "recorded", "note", "table", "passage"),
}


def passage(record: Record, claim: Claim, documents: Path) -> str:
    """The text of the claim's span; InputError where the file or the span is not what was read.

    Offsets count characters of the file decoded as UTF-8, the end exclusive.
    """
    span = span_of(claim)
    if not span:
        raise InputError(
            f"claim {claim.id} points to {claim.locator!r} of {claim.source}, not to a span of a document at hand"
        )
    file = str(record.nodes[claim.source].properties["file"])
    whole = Documents(documents).text(file)
    if problem := span_problem(whole, file, claim):
        raise InputError(str(Fault(claim.file, claim.line, *problem)))
    return whole[slice(*span)]


def check_spans(record: Record, documents: Path) -> int:
    """How many spans agree with the documents; TableFaults names every one that does not,
    and every document that is missing or has changed."""
    at_hand, faults, texts = Documents(documents), [], {}
    for source in record.nodes.values():
        if source.type == "Source" and "file" in source.properties:
            problem = at_hand.problem(source)
            if problem:
                faults.append(Fault(_SOURCES, 0, *problem))
            if problem is None or problem[0] != "file":
                file = str(source.properties["file"])
                texts[source.id] = file, at_hand.text(file)
    rows = {(claim.file, claim.line): claim for claim in record.claims.values() if span_of(claim)}
    for claim in rows.values():
        if claim.source in texts:
            file, whole = texts[claim.source]
            if problem := span_problem(whole, file, claim):
                faults.append(Fault(claim.file, claim.line, *problem))
    if faults:
        raise TableFaults(faults)
    return len(rows)


def describe(record: Record, id_: str, documents: Path | None, lang: Lang) -> list[str]:
    """Lines that say what the claim `id_` says, where, how surely, and the passage if at hand."""
    claim = record.claims.get(id_.strip().lower())
    if claim is None:
        raise UnknownName(f"there is no claim {id_!r}; {_hint(record, id_)}")
    lines = []
    for link in record.relationships.values():
        if claim.id in link.listed("claims"):
            lines += [_sentence(record, link, lang), *_details(record, link, claim, lang)]
    values = (
        source_line(record.nodes.get(claim.source), claim.source, lang),
        claim.locator,
        schema().label("confidence", claim.confidence, lang),
        claim.recorded_at,
        claim.note,
        f"{claim.file}:{claim.line}",
    )
    words = _WORDS[lang]
    lines += [f"{word}: {value}" for word, value in zip(words, values, strict=False) if value]
    if documents is not None and span_of(claim):
        lines += [f"{words[-1]}:", passage(record, claim, documents)]
    elif documents is not None:
        absent = {
            "zh": "不在手边，请按上述位置查阅",
            "en": "not at hand; look it up at the place above",
        }
        lines.append(f"{words[-1]}: {absent[lang]}")
    return lines


def _hint(record: Record, id_: str) -> str:
    """Where to find a claim's id; for a node's id, the claims that evidence it."""
    shown_beside = "claims are shown beside every answer, like c-abcdefghijkl"
    node = record.nodes.get(id_)
    if node is None:
        return shown_beside
    found = [
        claim
        for link in record.relationships.values()
        if link.type == "EVIDENCED_BY" and link.start == id_
        for claim in link.listed("claims")
    ]
    listed = f"its claims are {', '.join(found[:5])}" if found else shown_beside
    return f"it is the id of a node ({node.name('en')}), and {listed}"


def _sentence(record: Record, link: Relationship, lang: Lang) -> str:
    kind = schema().relationships[link.type]
    start, end = (record.nodes[id_].name(lang) for id_ in (link.start, link.end))
    return f"{start} {kind.zh if lang == 'zh' else kind.en} {end}"


def _details(record: Record, link: Relationship, claim: Claim, lang: Lang) -> Iterator[str]:
    """The fact's own properties; for a row of a node table, those of the node."""
    yield from _listed(record, schema().relationships[link.type].properties, link.properties, lang)
    if claim.file.startswith("nodes/"):
        node = record.nodes[link.end if link.type == "SETS" else link.start]
        yield from _listed(record, schema().nodes[node.type].properties, node.properties, lang)


def _listed(
    record: Record, kinds: Mapping[str, Property], found: Mapping[str, Value], lang: Lang
) -> Iterator[str]:
    beside = ("unit", "bound", "value_high") if "value" in found else ("volume_unit",)
    for name, prop in kinds.items():
        if (
            name in found
            and prop.given_by == "table"
            and prop.type != "name"
            and name not in beside
        ):
            yield f"  {prop.zh if lang == 'zh' else prop.en}: {_value(record, prop, found, lang)}"


def _value(record: Record, prop: Property, found: Mapping[str, Value], lang: Lang) -> str:
    value = found[prop.name]
    if prop.name in ("value", "volume") and isinstance(value, int | float):
        unit = str(found.get("unit") or found.get("volume_unit") or "")
        high = found.get("value_high")
        bound = str(found.get("bound", "exact"))
        return quantity(value, unit, lang, bound, high if isinstance(high, float) else None)
    if prop.type == "ref" and str(value) in record.nodes:
        return record.nodes[str(value)].name(lang)
    return schema().label(prop.values, str(value), lang) if prop.values else text(value, lang)
