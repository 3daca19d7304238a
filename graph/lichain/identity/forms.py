"""The forms under which a name is found: those of our names, and those of the text asked.

A text names a thing if one of its forms is one of the thing's. `index_text` and `lookup_keys`
give the same forms to a database, which may return too much but never too little.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from lichain.identity.folding import fold
from lichain.identity.keys import keys, region_stem
from lichain.identity.names import Name, Named, Rule
from lichain.identity.suffixes import suffixes
from lichain.identity.tickers import bare_keys, listed_key

_LONGEST = 200


class Form(NamedTuple):
    """One form; forms made in different ways never match each other."""

    rule: Rule
    way: str
    key: str


def forms_of(named: Named, name: Name) -> Iterator[Form]:
    """The forms under which `name`, one of our names of `named`, is found."""
    full = fold(name.text)
    if not full:
        return
    yield Form(Rule.TEXT, "text", name.text.strip())
    yield Form(Rule.FOLDED, "name", full)
    if name.kind == "ticker":
        yield Form(Rule.FOLDED, "ticker", listed_key(name.text) or full)
        yield from (Form(Rule.STRIPPED, "ticker", key) for key in bare_keys(name.text))
    elif name.kind != "id" and named.region_like:
        yield Form(Rule.STRIPPED, "region", region_stem(name.text)[0])
    elif name.kind != "id" and named.type in suffixes().legal.types:
        yield from (Form(Rule.STRIPPED, "legal", key) for key in keys(name.text))


def forms_asked(text: str) -> Iterator[Form]:
    """The forms to look for when `text` is asked, the strongest first; none for a blank text."""
    full = fold(text)
    if not full:
        return
    yield Form(Rule.ID, "id", text.strip())
    yield Form(Rule.TEXT, "text", text.strip())
    yield Form(Rule.FOLDED, "name", full)
    if listed := listed_key(text):
        yield Form(Rule.FOLDED, "ticker", listed)
    else:
        yield Form(Rule.STRIPPED, "ticker", full)
    yield from (Form(Rule.STRIPPED, "legal", key) for key in keys(text))
    yield Form(Rule.STRIPPED, "region", region_stem(text)[0])


def index_text(named: Named) -> str:
    """All keys of a thing as `|key|key|`, where a database finds `|` + key + `|` by CONTAINS."""
    found = {fold(named.id): None}
    for name in named.names:
        found |= {form.key: None for form in forms_of(named, name) if form.rule >= Rule.FOLDED}
    return f"|{'|'.join(dict.fromkeys(_bounded(key) for key in found if key))}|"


def lookup_keys(text: str) -> tuple[str, ...]:
    """The keys to look for in `index_text` when `text` is asked, without the bars."""
    asked = (form.key for form in forms_asked(text) if form.rule >= Rule.FOLDED)
    return tuple(dict.fromkeys(_bounded(key) for key in asked))


def _bounded(key: str) -> str:
    """`key`, or a digest of a very long one: Neo4j's text index takes no more than 32 KB."""
    if len(key) <= _LONGEST:
        return key
    return f"{key[:32]}#{hashlib.blake2b(key.encode(), digest_size=16).hexdigest()}"
