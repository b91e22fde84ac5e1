"""`portal serve` and `portal desk`: the two apps, for production. `portal demo` runs both in one process."""

import errno
import signal
import socket
import threading
from collections.abc import Sequence
from pathlib import Path

import click
from starlette.applications import Starlette

from forms_api.app import create_app
from forms_api.desk.app import create_desk
from forms_api.desk.office import Edges, Lent
from forms_api.serving import make_server
from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home
from generator.cli.options import home_option
from generator.cli.publishing import GatePublishing
from generator.cli.survey_desk import GateSurveyResults
from generator.cli.surveying import Surveys
from register.errors import Fault, SettingsRefused
from register.settings import read_book

Served = tuple[Starlette, str, int]


@click.command()
@home_option
def serve(home: Path | None) -> None:
    """居民网站和表单 · The residents' site and forms."""
    estate = find_home(home)
    app = create_app(estate, read_book(estate.content), clock=system_clock, draw=system_draw)
    run_apps([(app, estate.portal.serve.host, estate.portal.serve.port)])


@click.command()
@home_option
def desk(home: Path | None) -> None:
    """物业工作台 · The staff desk."""
    estate = find_home(home)
    book = read_book(estate.content)
    publishing = GatePublishing(estate, book, system_clock, system_draw)
    results = GateSurveyResults(Surveys(estate, book))
    app = create_desk(
        estate,
        book,
        Edges(system_clock, system_draw, wall=system_clock),
        Lent(publishing, results),
    )
    publishing.catch_up()
    run_apps([(app, estate.portal.desk.host, estate.portal.desk.port)])


def run_apps(apps: Sequence[Served]) -> None:
    """Serve until Ctrl-C or SIGTERM; requests on the way are finished first. Raises SettingsRefused for a taken port."""
    sockets = [listen(host, port) for _, host, port in apps]
    servers = [make_server(app, host=host, port=port) for app, host, port in apps]
    threads = [
        threading.Thread(target=server.run, args=([listening],))
        for server, listening in zip(servers, sockets, strict=True)
    ]
    asked_to_stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: asked_to_stop.set())
    for thread in threads:
        thread.start()
    while not asked_to_stop.wait(0.5) and all(thread.is_alive() for thread in threads):
        pass
    for server in servers:
        server.should_exit = True
    for thread in threads:
        thread.join()


def listen(host: str, port: int) -> socket.socket:
    """The listening socket, or a sentence naming the port that is in use or cannot be had."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as problem:
        listening.close()
        taken = problem.errno == errno.EADDRINUSE
        fault = (
            Fault("portal.toml", "port", port, "is in use by another program; stop it or name another port")
            if taken
            else Fault(
                "portal.toml",
                "host",
                f"{host}:{port}",
                f"cannot be served ({problem.strerror}); name another",
            )
        )
        raise SettingsRefused([fault]) from None
    return listening


COMMANDS: tuple[click.Command, ...] = (serve, desk)
