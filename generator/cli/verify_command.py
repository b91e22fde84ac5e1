"""`portal verify`: does the whole chain hold, does an old head, does a receipt? Reads, never writes."""

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
from cryptography.exceptions import UnsupportedAlgorithm

from generator.cli.chain_check import all_flaws, flaw_in_words, read_chain_evidence
from generator.cli.edges import system_clock
from generator.cli.folder import find_home
from generator.cli.options import DAMAGED, REFUSED, home_option, language_option
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.findings import Evidence
from generator.disclosure.releases.ledger import ENTRIES, tree_root
from generator.disclosure.review.evidence import read_ledger_evidence, unfinished
from generator.disclosure.review.verification import (
    OldHead,
    Verdict,
    check_head,
    covered_up_to,
    judge_receipt,
    verify,
)
from register.index import Index
from register.receipt_file import ReceiptFile, parse_receipt_file
from register.receipt_signature import is_signed
from register.settings import Home
from register.store import FolderStore
from register.wording import Wording, load_wording

_HEAD = re.compile(r"([0-9]{1,9}):([0-9a-f]{16,64})")


class HeadType(click.ParamType[OldHead]):
    """`SIZE:HEX16`, as it is printed on every notice; spaces in it are fine."""

    name = "size:hex16"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> OldHead:
        read = _HEAD.fullmatch("".join(value.split()).lower())
        if read is None:
            self.fail(f"{value!r} 不是校验码 · is no head; write 342:ab12cd34ab12cd34", param, ctx)
        return OldHead(int(read[1]), read[2])


@click.command("verify")
@home_option
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="只核对此文件夹里的 entries.txt 和 checkpoint · only the ledger in this folder",
)
@click.option("--head", type=HeadType(), help="以前留存的校验码 · a head you kept, SIZE:HEX16")
@click.option(
    "--receipt",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="凭证文件 · a receipt file",
)
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="凭证签名的公钥 · the public key of receipts (PEM)",
)
@language_option
def verify_command(
    home: Path | None,
    ledger: Path | None,
    head: OldHead | None,
    receipt: Path | None,
    key: Path | None,
    language: str,
) -> None:
    """核对整条公示链 · Check releases, ledger, settlements, register and audit log against each other."""
    wording = load_wording("verify")
    file = None if receipt is None else parse_receipt_file(receipt.name, receipt.read_bytes())
    evidence = _public(ledger) if ledger else _whole(find_home(home), wording, language)
    flaws = [*(verify(evidence) if ledger else all_flaws(find_home(home), evidence))]
    entries = evidence.entries
    if head is not None and entries is not None and (flaw := check_head(entries, head)):
        flaws.append(flaw)
    for line in _told(evidence, wording, language):
        click.echo(line)
    holds = True
    if file is not None and entries is not None:
        signed = _signature(file, key)
        verdict = judge_receipt(entries, file, system_clock().date(), covered_up_to(evidence))
        signed = "signed_other" if verdict.altered and signed == "signed_good" else signed
        _tell_receipt(file, verdict, signed, wording, language)
        holds = verdict.holds and signed != "signed_bad"
    for flaw in flaws:
        click.echo(flaw_in_words(flaw, wording, language), err=True)
    damaged = any(flaw.grave for flaw in flaws) or not holds
    click.echo(wording.say("verify_command", "damaged" if damaged else "holds", language), err=damaged)
    sys.exit(DAMAGED if damaged else 0)


def _public(ledger: Path) -> Evidence:
    if not (ledger / ENTRIES).is_file():
        raise click.BadParameter(f"{ledger} 里没有 entries.txt · holds no entries.txt", param_hint="--ledger")
    return read_ledger_evidence(ledger)


def _whole(home: Home, wording: Wording, language: str) -> Evidence:
    """Everything of an estate; of a public copy, which has no `var/`, what is public."""
    if not home.var.is_dir():
        return read_chain_evidence(home, None)
    cut_off = unfinished(Places.of(home))
    if cut_off:
        said = wording.say("verify_command", "unfinished", language)
        click.echo(said.format(periods=", ".join(cut_off)), err=True)
        sys.exit(REFUSED)
    return read_chain_evidence(home, Index(FolderStore(home.register)).holdings())


def _told(evidence: Evidence, wording: Wording, language: str) -> Iterator[str]:
    """What was at hand, and the head to keep for the next time."""
    say = partial(wording.say, "verify_command", language=language)
    if evidence.released is not None:
        yield say("releases").format(n=len(evidence.released))
    if evidence.entries is not None:
        head = OldHead(len(evidence.entries), tree_root(evidence.entries))
        yield say("ledger").format(n=head.size, head=head)
    if evidence.private is not None:
        yield say("private").format(n=len(evidence.private.entry_of), lines=len(evidence.private.decisions))
    elif evidence.released is not None:
        yield say("public")


def _signature(file: ReceiptFile, key: Path | None) -> str:
    """What can be said of the signature: none, unchecked for want of a key, good or bad."""
    if file.signature is None:
        return "unsigned"
    if key is None:
        return "signed"
    try:
        return "signed_good" if is_signed(file, key.read_bytes()) else "signed_bad"
    except (ValueError, UnsupportedAlgorithm):
        raise click.BadParameter(f"{key} 不是公钥 · is no Ed25519 public key", param_hint="--key") from None


def _tell_receipt(file: ReceiptFile, verdict: Verdict, signed: str, wording: Wording, language: str) -> None:
    told = [verdict.standing.value]
    told += ["altered"] if verdict.altered and verdict.unaltered is None else []
    told += [] if verdict.unaltered is None else ["unaltered" if verdict.unaltered else "differs"]
    told += [] if verdict.kept is None else ["kept" if verdict.kept else "removed"]
    for code in (*told, signed):
        said = wording.say("verify_receipt", code, language)
        click.echo(said.format(number=file.committed.number, due=file.due))


COMMANDS: tuple[click.Command, ...] = (verify_command,)
