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
