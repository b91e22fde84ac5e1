"""The receipt as a signed file to save, with the ledger's head as it was published on that day."""

from starlette.requests import Request
from starlette.responses import Response

from forms_api.counter import Counter
from forms_api.heads import published_head
from forms_api.receipts import open_receipt
from register.receipt_file import make_receipt_file
from register.receipt_signature import public_key, sign_receipt
from register.records import to_bytes


async def save(counter: Counter, request: Request) -> Response:
    """GET: the file of a receipt that is still open. Raises Refused (404, or 410 when its time is over)."""
    view, case = await open_receipt(counter, request)
    head = published_head(counter.home.content / "ledger" / "checkpoint")
    file = make_receipt_file(
        case.number, case.submission, view.proof, counter.book.rules.periods, head
    )  # fmt: skip
    name = f"receipt-{case.number}.json"
    return Response(
        to_bytes(sign_receipt(file, counter.keys)),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


async def show_key(counter: Counter, request: Request) -> Response:
    """GET: the public key that receipts are checked with."""
    return Response(public_key(counter.keys), media_type="application/x-pem-file")
