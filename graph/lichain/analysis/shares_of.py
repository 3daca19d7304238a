"""Every holder of a product with its share, and those of whom no figure is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lichain.analysis.figures import Figure, Group
from lichain.analysis.ground import Ground
from lichain.analysis.holders import Holder
from lichain.analysis.shares import Share, Spread, Spreading
from lichain.analysis.steps import Found
from lichain.analysis.units import shown


def step(found: Found, values: Mapping[str, Any]) -> Found:
    """Rows of `shares_of`: ranked by unit, then the holders without a figure."""
    spreading = Spreading(Ground(found), values["by"], values["as_of"])
    if values["product"] not in spreading.ground.nodes:
        return []
    spread = spreading.over(values["product"])
    rows = []
    bases = spread.bases()
    for group, shares in bases:
        rows += _ranked(spreading, group, shares)
    if any(group for group, _ in bases):
        rows += [_silent(spreading, spread, holder) for holder in spread.without]
    return rows


def _ranked(spreading: Spreading, group: Group | None, shares: list[Share]) -> list[dict[str, Any]]:
    whole = sum(share.amount for share in shares)
    rows = []
    for share in shares:
        # Equal amounts share a rank.
        rank = 1 + sum(other.amount > share.amount for other in shares)
        amount, unit = shown(share.amount, group[0]) if group else (share.amount, "count")
        rows.append(
            {
                "rank": rank,
                "holder": [spreading.ground.nodes[id_] for id_ in share.holder],
                "share": round(100 * share.amount / whole, 1) if whole else 0.0,
                "amount": amount,
                "unit": unit,
                "counts": (group[1] or None) if group else None,
                "basis": share.counted,
                "nature": _natures(share.figures),
                "earliest": min(_periods(share.figures), default=None),
                "latest": max(_periods(share.figures), default=None),
                "makers": _plants(spreading, share),
                "evidence": spreading.evidence(share),
            }
        )
    return rows


def _silent(spreading: Spreading, spread: Spread, holder: Holder) -> dict[str, Any]:
    """A holder without a share: its figure for several products together is shown, not counted."""
    site = next(
        (site for site in spread.sites if site.holder == holder), Share(holder, 0.0, "sites", ())
    )
    joint = _joint(spreading, spread.product, holder)
    groups = {figure.group for figure in joint}
    amount, unit = None, None
    if len(groups) == 1:
        amount, unit = shown(sum(figure.value for figure in joint), groups.pop()[0])
    links = [link for figure in joint for link in figure.links]
    return {
        "rank": None,
        "holder": [spreading.ground.nodes[id_] for id_ in holder],
        "share": None,
        "amount": amount,
        "unit": unit,
        "counts": (joint[0].group[1] or None) if unit else None,
        "basis": "joint" if joint else "unknown",
        "nature": _natures(joint),
        "earliest": min(_periods(joint), default=None),
        "latest": max(_periods(joint), default=None),
        "makers": _plants(spreading, site),
        "evidence": [*links, *spreading.evidence(site)],
    }


def _joint(spreading: Spreading, product: str, holder: Holder) -> tuple[Figure, ...]:
    """The last figure of each of its makers that counts other products too."""
    return tuple(
        max(maker.joint, key=Figure.order)
        for maker in spreading.makers(product)
        if maker.joint and spreading.holder_of(maker) == holder
    )


def _plants(spreading: Spreading, share: Share) -> list[Any]:
    """The plants counted, or known; a total names none."""
    nodes = (spreading.ground.nodes[id_] for id_ in share.makers)
    return [node for node in nodes if node.type == "Facility"]


def _natures(figures: tuple[Figure, ...]) -> str | None:
    natures = {figure.estimated for figure in figures}
    if len(natures) > 1:
        return "mixed"
    return {True: "estimate", False: "actual"}[natures.pop()] if natures else None


def _periods(figures: tuple[Figure, ...]) -> list[str]:
    return [period for figure in figures if (period := figure.said("period"))]
