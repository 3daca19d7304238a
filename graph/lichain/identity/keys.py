"""What else a name may be called: without its legal form, or without its kind of region."""

from __future__ import annotations

from lichain.identity.folding import fold, spaced
from lichain.identity.suffixes import suffixes

FLOOR = 2
"""Characters that must be left: 沙市 is not 沙, L Co is not L."""


def keys(name: str) -> tuple[str, ...]:
    """The full key, then those without the legal form at the end; none for a blank name.

    集团 goes only where it is part of the form 集团股份有限公司, and then both readings are
    given; a group and the company named after it are two. A region in front stays: that
    宁德时代 is short for 宁德时代新能源科技 is for a person to say.
    """
    text = spaced(name)
    if not text:
        return ()
    full, unformed = fold(text), _without_english_form(text)
    bare = full if unformed == text else fold(unformed)
    found = [full, bare, *_without_chinese_form(bare)]
    return tuple(dict.fromkeys(found))


def region_keys(name: str) -> tuple[str, ...]:
    """The full key, then the key without the kind of region; none for a blank name."""
    full = fold(name)
    return tuple(dict.fromkeys((full, region_stem(name)[0]))) if full else ()


def region_stem(name: str) -> tuple[str, str]:
    """The key without the kind of region, and that kind ("" where the name does not say).

    Development zones keep their kind in its short form: 宜春经济技术开发区 is 宜春经开区.
    """
    words = tuple(spaced(name).split())
    stem, kind = _english_stem(words)
    return (fold(" ".join(stem)), kind) if stem != words else _chinese_stem(fold(name))


def _without_english_form(text: str) -> str:
    forms = suffixes().legal.en
    words = tuple(text.split())
    end = len(words)
    while size := next((n for n in range(min(5, end), 0, -1) if words[end - n : end] in forms), 0):
        end -= size
    bare = " ".join(words[:end])
    return bare if len(bare) >= FLOOR else text


def _without_chinese_form(key: str) -> list[str]:
    legal = suffixes().legal
    for front in legal.front:
        if _can_lose(key, front) and key.startswith(front):
            return [key.removeprefix(front)]
    if key in legal.zh or key.endswith(legal.not_after):
        return []
    form = next((form for form in legal.zh if _ends(key, form)), "")
    found = [key.removesuffix(form)] if form else []
    if form in legal.group_before and _ends(found[0], legal.group):
        found.append(found[0].removesuffix(legal.group))
    return found


def _chinese_stem(key: str) -> tuple[str, str]:
    region = suffixes().region
    for zone, short in region.zones.items():
        if _ends(key, zone):
            return key.removesuffix(zone).removesuffix("市") + short, ""
    if key.endswith(region.kept):
        return key, ""
    for word, kind in region.zh.items():
        if _ends(key, word):
            stem = key.removesuffix(word)
            return (_without_peoples(stem) if word.startswith("自治") else stem), kind
    return key, ""


def _without_peoples(stem: str) -> str:
    peoples = suffixes().region.peoples_zh
    while people := next((p for p in peoples if _ends(stem, p)), ""):
        stem = stem.removesuffix(people)
    return stem


def _english_stem(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    region = suffixes().region
    if (kind := region.front.get(words[:2])) and len(words) > len(words[:2]):
        return words[2:], kind
    for size in range(min(7, len(words) - 1), 0, -1):
        stem, end = words[:-size], words[-size:]
        if len("".join(stem)) < FLOOR:
            continue
        if short := region.zones_en.get(end):
            return stem + short, ""
        if kind := region.en.get(end):
            return (_drop_peoples(stem) if "autonomous" in end else stem), kind
    return words, ""


def _drop_peoples(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[-1] in suffixes().region.peoples_en:
        words = words[:-1]
    return words


def _ends(key: str, word: str) -> bool:
    return key.endswith(word) and _can_lose(key, word)


def _can_lose(key: str, word: str) -> bool:
    return len(key) - len(word) >= FLOOR
