"""Made-up photo files for tests, honest and hostile."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

GPS = b"31.2304N 121.4737E"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 200, 30), (30, 30, 220), (220, 220, 30)


def encoded(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def decoded(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def quarters(width: int = 64, height: int = 48) -> Image.Image:
    """Red and green above, blue and yellow below: every turn of it looks different."""
    image = Image.new("RGB", (2, 2))
    for place, colour in zip(((0, 0), (1, 0), (0, 1), (1, 1)), (RED, GREEN, BLUE, YELLOW), strict=True):
        image.putpixel(place, colour)
    return image.resize((width, height), Image.Resampling.NEAREST)


def corners(data: bytes) -> list[str]:
    """The names of the colours in the four quarters of a photo, row by row."""
    image = decoded(data)
    width, height = image.size
    places = [(width * x // 4, height * y // 4) for y in (1, 3) for x in (1, 3)]
    return [_nearest(image.getpixel(place)) for place in places]


def _nearest(pixel: Any) -> str:
    names = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "white": (255, 255, 255)}
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(names[name], pixel, strict=True)))


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: orientation, maker, and where it was."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F] = "SECRET-MAKER"
    tags.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.0), 29: "2026:11:24"})
    tags[0x010E] = GPS.decode() + EICAR.decode("latin-1")
    return tags


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """The JPEG with more segments right after its start."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def segments(jpeg: bytes) -> list[int]:
    """The markers of a JPEG up to the picture's data."""
    found, place = [], 2
    while jpeg[place + 1] != 0xDA:
        found.append(jpeg[place + 1])
        place += 2 + struct.unpack_from(">H", jpeg, place + 2)[0]
    return found


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, data: bytes | None = None, depth: int = 1) -> bytes:
    """A grey PNG made by hand, so that it may lie about itself."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    body = zlib.compress(bytes((width + 7) // 8 + 1) * height) if data is None else data
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def animated_png(pictures: int) -> bytes:
    """So many pictures of 8 x 8 pixels in one file, the first one black."""
    body = zlib.compress(bytes(16))

    def control(place: int) -> bytes:
        return chunk(b"fcTL", struct.pack(">IIIIIHHBB", place, 8, 8, 0, 0, 1, 10, 0, 0))

    parts = [chunk(b"acTL", struct.pack(">II", pictures, 0)), control(0), chunk(b"IDAT", body)]
    for place in range(1, 2 * pictures - 1, 2):
        parts += [control(place), chunk(b"fdAT", struct.pack(">I", place + 1) + body)]
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(parts) + chunk(b"IEND", b"")
