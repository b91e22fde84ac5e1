"""Numbers people say and type: case number, query code, proof code; normalised and checked.

The check digit is ISO 7064 MOD 11,10: it finds every single wrong digit and nearly every swap of neighbours.
"""

import re
import unicodedata

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Spaces, dashes, and what copying out of a chat brings along unseen.
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212_.·\u200b-\u200f\u2060\ufeff]+")
_NUMBER = re.compile(r"[0-9]{4}-[0-9]{3}-[0-9]{3}-[0-9]")


def check_digit(digits: str) -> str:
    """ISO 7064 MOD 11,10 over a string of ASCII digits."""
    remainder = 10
    for digit in digits:
        remainder = (remainder + int(digit)) % 10 or 10
        remainder = remainder * 2 % 11
    return str((11 - remainder) % 10)


def has_valid_check(digits: str) -> bool:
    return (
        digits.isascii() and digits.isdigit() and len(digits) > 1 and check_digit(digits[:-1]) == digits[-1]
    )


def squeeze(typed: str) -> str:
    """What a person typed, without spaces and dashes, in half-width upper case."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", typed)).upper()


def case_number(year: int, drawn: bytes) -> str:
    """`2026-483-901-7`: year, six digits from `drawn`, check digit over all ten."""
    digits = f"{int.from_bytes(drawn) % 1_000_000:06}"
    return f"{year:04}-{digits[:3]}-{digits[3:]}-{check_digit(f'{year:04}{digits}')}"


def is_case_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and has_valid_check(text.replace("-", ""))


def parse_case_number(typed: str) -> str | None:
    """The case number meant, or None if it is none."""
    digits = squeeze(typed)
    if len(digits) != 11 or not has_valid_check(digits):
        return None
    return f"{digits[:4]}-{digits[4:7]}-{digits[7:10]}-{digits[10]}"


def query_code(drawn: bytes) -> str:
    """17 digits, the last a check digit; 16 digits are 53 bits, kept behind a delayed look-up."""
    digits = f"{int.from_bytes(drawn) % 10**16:016}"
    return digits + check_digit(digits)


def parse_query_code(typed: str) -> str | None:
    """The 17 digits, or None; full-width digits, spaces and dashes are fine."""
    digits = squeeze(typed)
    return digits if len(digits) == 17 and has_valid_check(digits) else None


def show_query_code(code: str) -> str:
    """4-4-4-4-1, as it is shown and read out."""
    return " ".join([code[0:4], code[4:8], code[8:12], code[12:16], code[16:]])


def proof_code(drawn: bytes) -> str:
    """24 Crockford characters: 120 bits."""
    value = int.from_bytes(drawn[:15])
    return "".join(CROCKFORD[value >> shift & 31] for shift in range(115, -1, -5))


def parse_proof_code(typed: str) -> str | None:
    """The 24 characters, or None; I, L and O are read as Crockford reads them."""
    text = squeeze(typed).replace("O", "0").replace("I", "1").replace("L", "1")
    return text if len(text) == 24 and all(char in CROCKFORD for char in text) else None


def show_proof_code(code: str) -> str:
    return "-".join(code[i : i + 4] for i in range(0, 24, 4))
