"""What every command shares: how it is told which estate is meant, and how it ends."""

from pathlib import Path
from typing import Final

import click

REFUSED: Final = 1
DAMAGED: Final = 3

home_option = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="小区文件夹 · the estate's folder (or PORTAL_HOME)",
)
account_option = click.option("--as", "account", required=True, help="账号 · your account")
language_option = click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="说明用的语言 · the language of what is said",
)
