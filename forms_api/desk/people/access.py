"""The loopback rule (DESIGN 10): without a second factor the desk is open to this machine alone."""

import ipaddress
from collections.abc import Iterable
from typing import Final

_NAMES: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
_FORWARDING: Final = frozenset({"forwarded", "via", "x-real-ip", "true-client-ip", "cf-connecting-ip"})


def is_local(peer: str | None, host: str, headers: Iterable[str]) -> bool:
    """Whether peer and Host are loopback and nothing says the request was passed on. `headers` are header names."""
    forwarded = any(name.lower() in _FORWARDING or name.lower().startswith("x-forwarded") for name in headers)
    return _is_loopback(peer) and _without_port(host).lower() in _NAMES and not forwarded


def _is_loopback(peer: str | None) -> bool:
    try:
        return ipaddress.ip_address(peer or "").is_loopback
    except ValueError:
        return False


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isascii() and port.isdigit() else host
