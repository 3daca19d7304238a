"""What names were found to mean: one in words, many as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from lichain.identity import Resolution
from lichain.model import Lang, Node
from lichain.render.safe import short
from lichain.schema import schema

_RULES = {
    "ID": "编号",
    "TEXT": "原文一致",
    "FOLDED": "忽略繁简、全半角、大小写与标点",
    "STRIPPED": "忽略公司形式或地区后缀",
}
_COLUMNS = ("name", "status", "id", "type", "name_zh", "name_en", "rule", "may_be")


def in_words(found: Resolution, nodes: Mapping[str, Node], lang: Lang) -> list[str]:
    """Lines on a name that matched: the id, both names, and by which rule."""
    match = found.matches[0]
    node = nodes[match.id]
    kind = schema().nodes[match.type].zh if lang == "zh" else match.type
    how = {
        "en": f"matched {match.name!r} ({match.rule.name.lower()})",
        "zh": f"匹配：{match.name}（{_RULES[match.rule.name]}）",
    }
    names = f"{short(node.name('zh'))} / {short(node.name('en'))}"
    return [f"{match.id}  {kind}", f"  {names}", f"  {how[lang]}"]


def to_csv(found: Iterable[Resolution], nodes: Mapping[str, Node]) -> str:
    """A header and a line a name; `may_be` lists the ids of what else it names or looks like."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in found:
        if one.status == "matched":
            match = one.matches[0]
            node = nodes[match.id]
            told = [
                match.id,
                match.type,
                node.name("zh"),
                node.name("en"),
                match.rule.name.lower(),
                "",
            ]
        else:
            others = one.matches or one.elsewhere or one.suggestions
            told = ["", "", "", "", "", "; ".join(dict.fromkeys(other.id for other in others))]
        writer.writerow([one.text, one.status, *told])
    return out.getvalue()
