"""The child process that opens photos: bytes in, a clean photo and its thumbnail out.

    python -m forms_api.photo_worker

It opens nothing but its own standard input and output, under limits of memory and time, and decodes JPEG, PNG and
WebP only. What comes out is painted on a fresh canvas: no EXIF, place, comment, colour profile or hidden trailer of
the original can be in it. Its exit status says what was wrong (see `Status`); any other end means unreadable.
"""

import contextlib
import io
import struct
import sys
import warnings
from enum import IntEnum

# Every decoder is imported before the door is shut: afterwards no file can be opened. A phone's JPEG may be an MPO.
from PIL import (
    ExifTags,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from forms_api.confined import shut_the_door

MEMORY = 600_000_000
CPU_SECONDS = 10
MOST_PIXELS = 24_000_000
MOST_JPEG_PIXELS = (
    120_000_000  # a phone's 108 megapixels: JPEG alone can be decoded at a fraction of its size
)
LONGEST_SIDE = 2048
THUMBNAIL_SIDE = 320
QUALITY = 82
NEEDED = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)
HEADER = struct.Struct(">I")  # the length of the photo; the thumbnail is the rest
_JPEG, _PNG, _WEBP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", (b"RIFF", b"WEBP")
_WHITE = (255, 255, 255)
# What undoes each orientation of EXIF 2.32, tag 274.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Status(IntEnum):
    DONE = 0
    WRONG_TYPE = 10
    TOO_MANY_PIXELS = 11


def main() -> None:
    data = sys.stdin.buffer.read()
    Image.preinit()
    shut_the_door(memory=MEMORY, cpu_seconds=CPU_SECONDS)
    photo, thumbnail = repainted(data)
    sys.stdout.buffer.write(HEADER.pack(len(photo)) + photo + thumbnail)


def repainted(data: bytes) -> tuple[bytes, bytes]:
    """The photo and its thumbnail as plain JPEG. Ends the process with a Status where that cannot be."""
    if not (data.startswith((_JPEG, _PNG)) or (data[:4], data[8:12]) == _WEBP):
        sys.exit(Status.WRONG_TYPE)
    Image.MAX_IMAGE_PIXELS = MOST_JPEG_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of notes that are damaged; they are dropped anyway
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
                canvas = _painted(image)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        sys.exit(Status.TOO_MANY_PIXELS)
    photo = _encoded(canvas)
    canvas.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return photo, _encoded(canvas)


def _painted(image: Image.Image) -> Image.Image:
    """The first frame, upright, not larger than wanted, on a new white canvas."""
    longest = max(image.size)
    if isinstance(image, JpegImagePlugin.JpegImageFile):  # an MPO is one too
        image.draft(None, tuple(max(1, side * LONGEST_SIDE // longest) for side in image.size))  # type: ignore[arg-type]
    elif image.width * image.height > MOST_PIXELS:
        sys.exit(Status.TOO_MANY_PIXELS)
    image.load()
    canvas = _on_white(image)
    canvas.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _upright(canvas, image)


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in plain RGB on a canvas that carries nothing else."""
    if image.mode.startswith("I"):  # 16 bits a pixel: the upper eight
        image = image.point(lambda value: value / 256).convert("L")
    canvas = Image.new("RGB", image.size, _WHITE)
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        canvas.paste(layered, mask=layered.getchannel("A"))
    else:
        canvas.paste(image.convert("RGB"))
    return canvas


def _upright(canvas: Image.Image, image: Image.Image) -> Image.Image:
    """Turned as the camera said; where what it said is damaged, as it is."""
    turn = None
    with contextlib.suppress(Exception):  # the EXIF is a stranger's; it is not worth the photo
        turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return canvas if turn is None else canvas.transpose(turn)


def _encoded(canvas: Image.Image) -> bytes:
    target = io.BytesIO()
    canvas.save(target, "JPEG", quality=QUALITY, optimize=True)
    return target.getvalue()


if __name__ == "__main__":
    main()
