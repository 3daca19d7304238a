"""The style of Neo4j Browser, out of the schema: as a GraSS file, or as Browser keeps it."""

from __future__ import annotations

from lichain.model import Lang
from lichain.schema import Schema

_DARK = 0.5

Rules = dict[str, dict[str, str]]
"""Declarations by selector, the way Browser holds a style; the last rule that fits an item wins."""

_BASE: Rules = {
    "node": {
        "diameter": "40px",
        "color": "#A5ABB6",
        "border-color": "#9AA1AC",
        "border-width": "1px",
        "text-color-internal": "#1A1A1A",
        "font-size": "10px",
    },
    "relationship": {
        "color": "#A5ABB6",
        "shaft-width": "1px",
        "font-size": "8px",
        "padding": "3px",
        "text-color-external": "#333333",
        "text-color-internal": "#FFFFFF",
        "caption": "<type>",
    },
}


def rules(schema: Schema, lang: Lang) -> Rules:
    """Colours, sizes and captions by type, the more specific type last.

    A caption cannot choose, so a node without a name in `lang` has the other one as name_LANG_else.
    """
    found = dict(_BASE)
    for node in sorted(schema.nodes.values(), key=lambda node: len(node.labels)):
        colour, size = str(node.style["colour"]), int(node.style["size"])
        found[f"node.{node.name}"] = {
            "diameter": f"{size}px",
            "color": colour,
            "border-color": colour,
            "text-color-internal": "#FFFFFF" if _luminance(colour) < _DARK else "#1A1A1A",
            "caption": f"{{name_{lang}}}{{name_{lang}_else}}",
        }
    for kind in schema.relationships.values():
        found[f"relationship.{kind.name}"] = {"caption": kind.zh if lang == "zh" else kind.en}
    return found


def browser_style(schema: Schema, lang: Lang) -> str:
    """The rules as a GraSS file, to be dropped on Neo4j Browser."""
    return "\n".join(
        f"{selector} {{\n{_declarations(declared)}}}\n"
        for selector, declared in rules(schema, lang).items()
    )


def _declarations(declared: dict[str, str]) -> str:
    return "".join(
        f"  {name}: {_quoted(value) if name == 'caption' else value};\n"
        for name, value in declared.items()
    )


def _quoted(caption: str) -> str:
    return f"'{caption}'"


def _luminance(colour: str) -> float:
    """Perceived lightness of `#RRGGBB`, 0 to 1 (Rec. 709 weights)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
