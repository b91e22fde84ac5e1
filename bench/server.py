"""`python -m bench.server HOME [nothing]`: the counter on a free port, which it prints; with `nothing` it stores nothing."""

import socket
import sys
from collections.abc import Iterable
from pathlib import Path

from forms_api.app import create_app
from forms_api.serving import make_server
from generator.cli.edges import system_clock, system_draw
from register.case import Case
from register.settings import read_book, read_home
from register.store import FolderStore
from register.stored import Stored


def keep_nothing(self: FolderStore, cases: Iterable[Case]) -> list[Stored[Case] | Exception]:
    """What a store that only says it kept the cases would do."""
    return [Stored(case, "") for case in cases]


def main(folder: Path) -> None:
    if "nothing" in sys.argv:
        FolderStore.add_all = keep_nothing  # type: ignore[method-assign]
    home = read_home(folder)
    app = create_app(home, read_book(home.content), clock=system_clock, draw=system_draw)
    with socket.create_server(("127.0.0.1", 0), backlog=1024) as listening:
        print(listening.getsockname()[1], flush=True)
        make_server(app, host="127.0.0.1", port=0).run(sockets=[listening])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
