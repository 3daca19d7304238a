"""The names that a node has, by the properties of the schema that hold names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lichain.identity.names import Name, Named
from lichain.identity.tickers import listed_key
from lichain.model import Value

_KINDS = {
    "name_zh": "primary_zh",
    "name_en": "primary_en",
    "legal_name_zh": "legal_zh",
    "legal_name_en": "legal_en",
    "stock_code": "ticker",
    "uscc": "id",
    "lei": "id",
    "code": "id",
}


def named(
    id_: str, type_: str, properties: Mapping[str, Value], extra: Iterable[Name] = ()
) -> Named:
    """A node with its names: those of its properties, its aliases, and `extra` ones."""
    own = [
        Name(str(properties[prop]), kind) for prop, kind in _KINDS.items() if properties.get(prop)
    ]
    aliases = properties.get("aliases", ())
    others = aliases if isinstance(aliases, tuple) else ()
    own += [Name(text, "ticker" if listed_key(text) else "alias") for text in others]
    names = tuple(dict.fromkeys((*own, *extra)))
    return Named(id_, type_, names, region_like=type_ == "Region")
