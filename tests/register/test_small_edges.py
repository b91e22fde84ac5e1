"""Small doors that only other floors go through: where things lie, and who waits for whom."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from register.index import Index
from register.receipt_signature import is_signed
from register.store import FolderStore
from tests import factories
from tests.register.test_receipt_signature import a_file


def test_an_index_tells_its_store(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    assert Index(store).store is store


def test_while_the_register_is_still_it_can_be_read(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    kept = factories.kept_case(store, 1)
    with store.still():
        assert store.read(kept.number).record == kept


def test_a_key_of_another_kind_is_no_receipt_key() -> None:
    pem = (
        generate_private_key(SECP256R1())
        .public_key()
        .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    with pytest.raises(ValueError, match="Ed25519"):
        is_signed(a_file(), pem)
