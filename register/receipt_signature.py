"""The estate's signature on a receipt file: Ed25519 (RFC 8032), with a key made from the estate's secret.

With the public key anybody can show that the promise came from the estate, and that its day was not altered since.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from register.keys import Keys
from register.receipt_file import ReceiptFile


def sign_receipt(file: ReceiptFile, keys: Keys) -> ReceiptFile:
    """The file with the signature over its promise; the same file is signed the same way every time."""
    return file.model_copy(update={"signature": _key(keys).sign(file.promise).hex()})


def public_key(keys: Keys) -> bytes:
    """What receipts are checked with, as PEM (SubjectPublicKeyInfo)."""
    return _key(keys).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def is_signed(file: ReceiptFile, public: bytes) -> bool:
    """Whether the signature is this key's, over this promise. Raises ValueError where `public` is no such key."""
    key = load_pem_public_key(public)
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("the public key is not an Ed25519 key")
    try:
        key.verify(bytes.fromhex(file.signature or ""), file.promise)
    except InvalidSignature:
        return False
    return True


def _key(keys: Keys) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(keys.derive("receipt-signature"))
