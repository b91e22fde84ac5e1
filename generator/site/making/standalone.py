"""Pages that need no other file: styles and scripts stand in them, so that a copy saved anywhere works as it did.

A browser checks no digest of a file beside a saved page; what stands in the page is vouched for by the digests in its
own policy, and nothing else in it may run.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

STANDALONE: Final = ("verify/",)
"""The pages a reader may want to keep and open from disk."""

_STYLE: Final = re.compile(r'<link rel="stylesheet"([^>]*?) href="/([^"]+)" integrity="[^"]+"([^>]*)>')
_SCRIPT: Final = re.compile(r'<script src="/([^"]+)" integrity="[^"]+"></script>')
_INLINE: Final = re.compile(r"<(style|script)\b(?![^>]*\ssrc=)[^>]*>(.*?)</\1>", re.S)
_SELF: Final = re.compile(r"(?:style|script)-src 'self'")
_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]+)"')


def stand_alone(html: str, assets: Mapping[str, bytes]) -> str:
    """The page with the `assets` it loads, by address, written into it, and a policy that allows exactly those."""
    html = _STYLE.sub(lambda tag: f"<style{tag[1]}{tag[3]}>{assets[tag[2]].decode()}</style>", html)
    html = _SCRIPT.sub(lambda tag: f"<script>{assets[tag[1]].decode()}</script>", html)
    own = {f"{kind}-src 'self'": f"{kind}-src {_allowed(html, kind)}" for kind in ("style", "script")}
    return _POLICY.sub(lambda tag: _SELF.sub(lambda found: own[found[0]], tag[0]), html, count=1)


def vouched(html: str) -> list[str]:
    """The elements with style or script in them that the page's own policy names by digest."""
    policy = _POLICY.search(html)
    allowed = re.findall(r"[^\s;]+", policy[2]) if policy else []
    return [f"<{name}>" for name, text in _inline(html) if _source(text) in allowed]


def _inline(html: str) -> Iterator[tuple[str, str]]:
    return ((found[1], found[2]) for found in _INLINE.finditer(html))


def _allowed(html: str, kind: str) -> str:
    return " ".join(_source(text) for name, text in _inline(html) if name == kind) or "'none'"


def _source(text: str) -> str:
    """How a policy names an element by its text (Content Security Policy level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
