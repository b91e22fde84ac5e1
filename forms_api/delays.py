"""How long a wrong query code is made to wait, by address prefix; kept in memory only and soon forgotten.

A whole building may share one address, so the delay is soft, and a right code is never delayed.
"""

import ipaddress
from collections import OrderedDict
from datetime import datetime, timedelta

FREE_TRIES = 5
LONGEST = 8.0
FORGOTTEN_AFTER = timedelta(minutes=15)
MOST_PREFIXES = 10_000


class Delays:
    """Counts wrong tries per prefix (IPv4 /24, IPv6 /48); at most `MOST_PREFIXES` are remembered."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, tuple[int, datetime]] = OrderedDict()

    def after_wrong(self, address: str, now: datetime) -> float:
        """Count one wrong try; the seconds to wait before it is answered."""
        prefix = prefix_of(address)
        count, last = self._wrong.pop(prefix, (0, now))
        count = 1 if now - last > FORGOTTEN_AFTER else count + 1
        self._wrong[prefix] = (count, now)
        if len(self._wrong) > MOST_PREFIXES:
            self._wrong.popitem(last=False)
        beyond = count - FREE_TRIES
        return 0.0 if beyond <= 0 else min(0.25 * 2.0 ** min(beyond, 10), LONGEST)


def prefix_of(address: str) -> str:
    """The network a try came from; what is no address counts as one network of its own."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))
