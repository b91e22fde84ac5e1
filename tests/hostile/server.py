"""A real server process for the hostile tests: `server.py HOME [--impatient]` prints its port and serves until killed."""

import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from forms_api import body, enclosures, serving
from forms_api.app import create_app
from register.settings import read_home
from tests.factories import book


def main(folder: Path) -> None:
    if "--impatient" in sys.argv:
        serving.HEADER_SECONDS = 1.0
        for upload in (body.WORDS_ALONE, enclosures.UPLOAD):  # the very values that every form is read by
            object.__setattr__(upload, "seconds", 1.0)
    app = create_app(read_home(folder), book(), clock=lambda: datetime.now(UTC), draw=os.urandom)  # noqa: TID251
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listening:
        port = listening.getsockname()[1]
        print(port, flush=True)
        serving.make_server(app, host="127.0.0.1", port=port).run(sockets=[listening])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
