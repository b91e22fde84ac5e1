"""The `portal` command: its sub-commands, and how trouble ends: 0 done, 1 refused, 2 wrong use, 3 damaged data, 4 done in part."""

import errno
import os
import sys
from typing import Any

import click

from generator.cli import (
    backup_command,
    demo_command,
    except_command,
    ledger_commands,
    office_commands,
    preview_command,
    publish_commands,
    purge_command,
    revise_commands,
    rollback_command,
    serve_commands,
    survey_commands,
    verify_command,
)
from generator.cli.options import DAMAGED, REFUSED
from register.errors import RecordDamaged, RegisterError, SettingsRefused, StorageFailed


class Portal(click.Group):
    """Turns the house's errors into sentences and exit codes; a traceback is only for faults of the program."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SettingsRefused as refused:
            click.echo("请改正以下内容后重试 · Mend these and try again:", err=True)
            for fault in refused.faults:
                click.echo(f"  {fault}", err=True)
            sys.exit(REFUSED)
        except RecordDamaged as damaged:
            click.echo(f"文件已损坏 · Damaged: {damaged}", err=True)
            sys.exit(DAMAGED)
        except StorageFailed as failed:
            number = getattr(errno, str(failed), errno.EIO)
            click.echo(
                f"磁盘没有接受，请查看空间和权限后重试 · The disk refused: {os.strerror(number)}", err=True
            )
            sys.exit(REFUSED)
        except RegisterError as refused:
            click.echo(f"未能完成 · Not done: {refused}", err=True)
            sys.exit(REFUSED)
        except OSError as trouble:
            if trouble.errno == errno.EPIPE:  # whoever reads has had enough; click ends quietly
                raise
            where = f"{trouble.filename}: " if trouble.filename else ""
            click.echo(f"未能完成 · Not done: {where}{trouble.strerror or trouble}", err=True)
            sys.exit(REFUSED)


@click.group(cls=Portal, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
def main() -> None:
    """物业服务公开 · Transparency portal for residential property service."""


for _module in (
    backup_command,
    demo_command,
    except_command,
    ledger_commands,
    office_commands,
    preview_command,
    publish_commands,
    purge_command,
    revise_commands,
    rollback_command,
    serve_commands,
    survey_commands,
    verify_command,
):
    for _command in _module.COMMANDS:
        main.add_command(_command)
