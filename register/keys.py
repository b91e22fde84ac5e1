"""The estate's secret, and the separate keys made from it.

One file of 32 random bytes; each use has its own key, HMAC-SHA256(secret, label), so that none tells of another.
"""

import hmac
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from register.disk import make_private, sync_folder, told, write_new
from register.errors import Fault, SettingsRefused

LENGTH = 32
Draw = Callable[[int], bytes]


@dataclass(frozen=True, repr=False)
class Keys:
    secret: bytes

    def derive(self, label: str) -> bytes:
        """The 32-byte key of one use."""
        return _derived(self.secret, label)

    def tag(self, label: str, message: bytes) -> bytes:
        """HMAC-SHA256 of a message under the key of this use."""
        return hmac.digest(self.derive(label), message, "sha256")


def make_keys(file: Path, draw: Draw) -> None:
    """Write a new secret, readable by its owner alone. Raises FileExistsError rather than replace one, or StorageFailed."""
    with told():
        make_private(file.parent)
        write_new(file, draw(LENGTH))
        sync_folder(file.parent)


def read_keys(file: Path) -> Keys:
    """The keys. Raises SettingsRefused if the file is missing, of the wrong size, or readable by others."""
    try:
        secret, mode = file.read_bytes(), file.stat().st_mode
    except FileNotFoundError:
        raise _refused(file, "the key file is missing; restore it from the backup") from None
    except OSError as problem:
        raise _refused(file, f"cannot be read: {problem.strerror}") from None
    faults = []
    if len(secret) != LENGTH:
        faults.append(Fault(str(file), "length", len(secret), f"must be {LENGTH} bytes"))
    if stat.S_IMODE(mode) & 0o077:
        shown = oct(stat.S_IMODE(mode))
        faults.append(Fault(str(file), "mode", shown, "others can read it; run chmod 600 on it"))
    if faults:
        raise SettingsRefused(faults)
    return Keys(secret)


@lru_cache(maxsize=64)
def _derived(secret: bytes, label: str) -> bytes:
    return hmac.digest(secret, f"property-portal/{label}".encode(), "sha256")


def _refused(file: Path, problem: str) -> SettingsRefused:
    return SettingsRefused([Fault(str(file), "-", None, problem)])
