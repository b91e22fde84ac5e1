"""The newest published head of the ledger, as receipts show it: a public file, read as it lies there."""

import base64
import binascii
from pathlib import Path

from pydantic import ValidationError

from register.receipt_file import KeptHead

_LONGEST_CHECKPOINT = 1000


def published_head(checkpoint: Path) -> KeptHead | None:
    """The newest published head; None where nothing was published yet, or what lies there cannot be read as a head.

    Format: C2SP tlog-checkpoint; origin, size and root in base64, each on its line.
    """
    try:
        text = checkpoint.read_bytes()[:_LONGEST_CHECKPOINT].decode("ascii")
        _, size, root, *_ = text.split("\n")
        return KeptHead(size=int(size), root=base64.b64decode(root, validate=True).hex())
    except (OSError, ValueError, binascii.Error, ValidationError):
        return None
