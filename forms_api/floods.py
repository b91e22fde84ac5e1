"""How many forms one network sends in an hour; kept in memory only. Beyond a whole building's worth they go on hold.

A building may share one address, so many forms are no offence: they are kept like all others, for a person to look at.
"""

import ipaddress
from collections import OrderedDict, deque
from datetime import datetime, timedelta

from forms_api.delays import MOST_PREFIXES, prefix_of

MANY = 60
WINDOW = timedelta(hours=1)


class Floods:
    """Counts sent forms per prefix (IPv4 /24, IPv6 /48); at most `MOST_PREFIXES` are remembered.

    The machine's own address tells nothing: behind a proxy that does not forward addresses everybody has it.
    """

    def __init__(self) -> None:
        self._sent: OrderedDict[str, deque[datetime]] = OrderedDict()

    def is_flood(self, address: str, now: datetime) -> bool:
        """Count one form; whether its network sent more than `MANY` within the hour."""
        if _is_loopback(address):
            return False
        prefix = prefix_of(address)
        sent = self._sent.pop(prefix, deque(maxlen=MANY + 1))
        sent.append(now)
        self._sent[prefix] = sent
        if len(self._sent) > MOST_PREFIXES:
            self._sent.popitem(last=False)
        return len(sent) > MANY and now - sent[0] <= WINDOW


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
