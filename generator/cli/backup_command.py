"""`portal backup`: the estate's folder as one checked file."""

from pathlib import Path

import click

from generator.cli.backup import check_backup, make_backup
from generator.cli.edges import system_clock
from generator.cli.folder import find_home
from generator.cli.options import home_option


@click.command()
@home_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--check", is_flag=True, help="只核对已有的备份 · only check a backup that is there")
def backup(home: Path | None, file: Path, check: bool) -> None:
    """备份到一个文件并读回核对 · Back up to one file, read back and checked. It holds keys and personal data: lock it away."""
    if check:
        if not file.is_file():
            raise click.UsageError(f"没有这个文件 · no such file: {file}")
        manifest = check_backup(file)
        click.echo(f"备份完好 · The backup is whole: {len(manifest.files)} files, {manifest.made}")
        return
    manifest = make_backup(find_home(home), file, system_clock().replace(microsecond=0))
    click.echo(f"已备份并读回核对 · Backed up and read back: {file} ({len(manifest.files)} files)")
    click.echo("其中有密钥和个人信息，请加密保存 · It holds keys and personal data: keep it encrypted")


COMMANDS: tuple[click.Command, ...] = (backup,)
