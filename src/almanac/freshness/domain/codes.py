"""Public codes: what a label carries, and how one is read that somebody typed.

Twelve characters of Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O or U, so
that nothing is mistaken for a one or a nought, and 60 random bits, so that none is guessed.
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
RANDOM_BYTES = 8
_AS_READ = str.maketrans("IiLlOo", "111100")


def code_from(random: bytes) -> str:
    """The code of eight random bytes, of which the first four bits are left out."""
    number = int.from_bytes(random[:RANDOM_BYTES], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def read_code(text: str) -> str | None:
    """The code that was meant: any case, hyphens anywhere, I and L for 1, O for 0; None if none.

    Never slower than reading so many characters, however long the text.
    """
    if len(text) > 2 * LENGTH or not text.isascii():
        return None
    code = text.replace("-", "").translate(_AS_READ).upper()
    return code if len(code) == LENGTH and all(sign in ALPHABET for sign in code) else None


def grouped(code: str) -> str:
    """A code as it is printed: `7K3M-9QTV-2XWA`."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))
