"""Text that stays text inside a page: JSON for a script element, and hashes for the page's policy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def script_json(value: object) -> str:
    """JSON that cannot end or open an element, and that UTF-8 can hold even with lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def encodable(text: str) -> str:
    """`text` with lone surrogates replaced by U+FFFD, for places that are not JSON."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A content security policy that lets these very texts run and nothing else load."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes(texts: Iterable[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
