"""The style sheet for Neo4j Browser (GraSS), out of the schema."""

from __future__ import annotations

from lichain.model import Lang
from lichain.schema import Schema

_DARK = 0.5


def browser_style(schema: Schema, lang: Lang) -> str:
    """Colours, sizes and captions by type; drop the file on Neo4j Browser's style panel, or `:style` it.

    The more specific type comes last, because the last rule that matches a node wins.
    """
    rules = [_BASE]
    for node in sorted(schema.nodes.values(), key=lambda node: len(node.labels)):
        colour, size = str(node.style["colour"]), int(node.style["size"])
        text = "#FFFFFF" if _luminance(colour) < _DARK else "#1A1A1A"
        rules.append(
            f"node.{node.name} {{\n  diameter: {size}px;\n  color: {colour};\n  border-color: {colour};\n"
            f"  text-color-internal: {text};\n  caption: '{{name_{lang}}}';\n}}"
        )
    rules += [f"relationship.{name} {{\n  caption: '<type>';\n}}" for name in schema.relationships]
    return "\n\n".join(rules) + "\n"


_BASE = """node {
  diameter: 40px;
  color: #A5ABB6;
  border-color: #9AA1AC;
  border-width: 1px;
  text-color-internal: #1A1A1A;
  font-size: 10px;
}

relationship {
  color: #A5ABB6;
  shaft-width: 1px;
  font-size: 8px;
  padding: 3px;
  text-color-external: #333333;
  text-color-internal: #FFFFFF;
  caption: '<type>';
}"""


def _luminance(colour: str) -> float:
    """Perceived lightness of `#RRGGBB`, 0 to 1 (Rec. 709 weights)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
