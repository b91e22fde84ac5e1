"""What every command shares: how it is told which estate is meant, and how it ends."""

from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from register.terms import Language
from register.wording import load_wording

REFUSED: Final = 1
DAMAGED: Final = 3
PARTLY: Final = 4
"""The site was replaced, for a take-down waited, and something that people wrote is not in it as it stands now."""

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


class Codes(click.Choice[str]):
    """A code of a closed list of `register/terms`; the command's help says each in words."""

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__([code.value for code in vocabulary])
        self.vocabulary = vocabulary


class CommandWithCodes(click.Command):
    """A command whose help ends with the words of every code its options take, in both languages."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = load_wording("terms")
        for option in self.params:
            if isinstance(option.type, Codes):
                with formatter.section(option.opts[0]):
                    formatter.write_dl(
                        [
                            (code, " · ".join(words.term(code, language) for language in Language))
                            for code in option.type.vocabulary
                        ]
                    )
