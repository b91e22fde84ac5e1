"""`portal demo`: everything on a fresh machine. An invented estate, built and served; a second start keeps it."""

import shutil
from datetime import datetime, time, timedelta
from pathlib import Path

import click

from forms_api.app import create_app
from forms_api.desk.app import create_desk
from forms_api.desk.office import Edges, Lent
from generator.cli.demo import surveyed
from generator.cli.demo.clock import DemoClock
from generator.cli.demo.making import make_demo, sign_ins
from generator.cli.edges import system_clock, system_draw
from generator.cli.gate import Gate
from generator.cli.publish_commands import build_and_tell
from generator.cli.publishing import GatePublishing
from generator.cli.serve_commands import run_apps
from generator.cli.survey_desk import GateSurveyResults
from generator.cli.surveying import Surveys
from generator.disclosure.releases.schedule import next_period, ready_on
from register.errors import Fault, SettingsRefused
from register.settings import ZONE, Home, read_book, read_home

PROJECT = Path(__file__).resolve().parent.parent.parent
MARK = "demo-is-complete"


@click.command()
@click.option("--port", default=8000, show_default=True, help="居民网站 · the residents' site")
@click.option("--desk-port", default=8001, show_default=True, help="工作台 · the desk")
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=PROJECT / "var" / "demo",
    show_default="var/demo",
    help="小区文件夹 · the estate's folder",
)
@click.option("--no-serve", is_flag=True, help="只生成，不打开服务 · make it, do not serve it")
def demo(port: int, desk_port: int, home: Path, no_serve: bool) -> None:
    """演示 · An invented estate with 18 months of cases, made through the real code, built and served."""
    estate = _make_or_keep(home, port, desk_port)
    clock = DemoClock(estate.var / "demo-clock.json", system_clock)
    gate = Gate(estate, read_book(estate.content), clock, system_draw)
    if not estate.site.exists():
        build_and_tell(gate, clock().date(), click.echo)
    _tell(estate)
    if no_serve:
        click.echo("再运行一次、不加 --no-serve 就会打开 · Run it again without --no-serve to open it")
        return
    click.echo("按 Ctrl-C 停止 · Ctrl-C stops it")
    _serve(estate, clock)
    click.echo("已停止，录入的内容都已保存 · Stopped; what you entered is kept")


def _make_or_keep(folder: Path, port: int, desk_port: int) -> Home:
    """The demo as it was left, on the ports asked for now; a half-made one is made again."""
    if (folder / "var" / MARK).exists():
        _set_ports(folder, port, desk_port)
        return read_home(folder)
    if (folder / "portal.toml").exists():
        if not _is_demo(folder):
            problem = "是真实的小区，演示请另选文件夹 · holds a real estate; name another folder for the demo"
            raise SettingsRefused([Fault(str(folder), "-", None, problem)])
        shutil.rmtree(folder)
    home = make_demo(folder, today=system_clock(), port=port, desk_port=desk_port, progress=click.echo)
    (home.var / MARK).touch()
    return home


def _is_demo(folder: Path) -> bool:
    """Whether an estate says of itself that it is invented; only such a one is ever thrown away."""
    estate = folder / "content" / "estate.toml"
    return estate.is_file() and estate.read_text(encoding="utf-8").startswith("demo = true\n")


def _set_ports(folder: Path, port: int, desk_port: int) -> None:
    """The pages compare addresses, so the settings follow the ports of this start."""
    home = read_home(folder)
    file = folder / "portal.toml"
    text = file.read_text(encoding="utf-8")
    for old, new in ((home.portal.serve.port, port), (home.portal.desk.port, desk_port)):
        text = text.replace(f"127.0.0.1:{old}", f"127.0.0.1:{new}").replace(
            f"port = {old}\n", f"port = {new}\n"
        )
    file.write_text(text, encoding="utf-8")


def _serve(estate: Home, clock: DemoClock) -> None:
    book = read_book(estate.content)
    publishing = GatePublishing(estate, book, clock, system_draw)

    def advance() -> datetime:
        """To the morning on which the next period may be released."""
        period = next_period(publishing.gate.released(), book.rules.periods)
        day = ready_on(period, book.rules.periods) + timedelta(days=1)
        return clock.skip_to(datetime.combine(day, time(9, 0), ZONE))

    desk_app = create_desk(
        estate,
        book,
        Edges(clock, system_draw, wall=system_clock),
        Lent(publishing, GateSurveyResults(Surveys(estate, book)), advance),
    )
    app = create_app(estate, book, clock=clock, draw=system_draw)
    publishing.catch_up()
    served, desk = estate.portal.serve, estate.portal.desk
    run_apps([(app, served.host, served.port), (desk_app, desk.host, desk.port)])


def _tell(estate: Home) -> None:
    click.echo("")
    click.echo("演示数据：小区、人物和事项都是虚构的 · Demo data: estate, people and cases are invented")
    click.echo(f"  居民网站 · Residents   {estate.portal.origin}/")
    click.echo(f"  工作台 · Desk          {estate.portal.desk_origin}/")
    click.echo("工作台账号 · Sign-ins:")
    for line in sign_ins():
        click.echo(line)
    for line in surveyed.told(estate):
        click.echo(line)


COMMANDS: tuple[click.Command, ...] = (demo,)
