"""For all tests: results are judged, never the time a busy machine takes; what they write is kept in memory."""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

MEMORY = Path("/dev/shm")
ENOUGH = 2 * 1024**3  # bytes; a whole run writes well under half of it


def write_to_memory() -> None:
    """A store syncs every write, and a disk takes milliseconds each time; what memory does with it is the same.

    Whoever says where to write (TMPDIR) is obeyed. Workers and commands that are started take this over.
    """
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ENOUGH:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # so that it is asked for again


write_to_memory()
