"""`portal serve` and `portal desk`: the two apps, for production. `portal demo` runs both in one process."""

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path

import click
import uvicorn
from starlette.applications import Starlette

from forms_api.app import create_app
from forms_api.desk.app import create_desk
from forms_api.serving import server_config
from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home
from generator.cli.main import home_option
from generator.cli.publishing import GatePublishing
from register.settings import read_book


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
    publishing = GatePublishing(estate, clock=system_clock, draw=system_draw)
    app = create_desk(
        estate, read_book(estate.content), clock=system_clock, draw=system_draw, publishing=publishing
    )  # fmt: skip
    run_apps([(app, estate.portal.desk.host, estate.portal.desk.port)])


def run_apps(apps: Sequence[tuple[Starlette, str, int]]) -> None:
    """Serve until Ctrl-C or SIGTERM; requests on the way are finished first."""
    asyncio.run(_run_all([uvicorn.Server(server_config(app, host, port)) for app, host, port in apps]))


async def _run_all(servers: list[uvicorn.Server]) -> None:
    """Several servers in one loop: one signal stops them all."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        for server in servers:
            server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    await asyncio.gather(*(server._serve() for server in servers))


COMMANDS = (serve, desk)
