"""Photos from strangers: what is a photo comes back clean, what is none is refused, and nothing else happens."""

import io
import os
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from forms_api import photos
from forms_api.photo_worker import repainted
from forms_api.photos import LARGEST, Photo, PhotoFault, PhotoProblem, clean, clean_all
from register.wording import TEMPLATES, load_wording
from tests.forms_api.pictures import (
    EICAR,
    GPS,
    animated_png,
    chunk,
    corners,
    decoded,
    encoded,
    exif,
    png,
    quarters,
    segment,
    segments,
    with_segments,
)

SMALL = encoded(quarters())
UPRIGHT = ["red", "green", "blue", "yellow"]
PLAIN = {0xE0, 0xDB, 0xC0, 0xC4}  # JFIF, tables, baseline frame


def _clean(data: bytes) -> Photo:
    cleaned = clean(data)
    assert isinstance(cleaned, Photo), cleaned
    return cleaned


def _fault(data: bytes) -> PhotoFault:
    problem = clean(data)
    assert isinstance(problem, PhotoProblem)
    return problem.code


def _zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("evil.html", "<script>alert(1)</script>")
    return target.getvalue()


# --- what is a photo


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_comes_back_as_a_plain_jpeg_with_a_thumbnail(form: str) -> None:
    photo = _clean(encoded(quarters(3000, 1000), form, quality=90))
    assert (decoded(photo.full).size, decoded(photo.thumbnail).size) == ((2048, 683), (320, 107))
    for data in (photo.full, photo.thumbnail):
        assert set(segments(data)) <= PLAIN
        assert corners(data) == UPRIGHT


def test_a_small_photo_is_not_made_larger() -> None:
    assert decoded(_clean(encoded(Image.new("RGB", (1, 1)))).full).size == (1, 1)
    assert decoded(_clean(SMALL).full).size == (64, 48)


def test_the_same_photo_comes_back_the_same() -> None:
    assert _clean(SMALL).digest == _clean(SMALL).digest != _clean(encoded(quarters(65))).digest


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_turned_photo_comes_back_upright(form: str, orientation: int) -> None:
    turns = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    taken = quarters()
    for turn in turns[orientation]:
        taken = taken.transpose(turn)
    for data in repainted(encoded(taken, form, exif=exif(orientation))):
        assert corners(data) == UPRIGHT
        assert decoded(data).size == (64, 48)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_turns_nothing(orientation: int) -> None:
    assert corners(repainted(encoded(quarters(), exif=exif(orientation)))[0]) == UPRIGHT


def test_nothing_of_what_a_camera_noted_is_left() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    noted = encoded(quarters(), exif=exif(), icc_profile=profile, comment=b"SECRET-COMMENT")
    noted = with_segments(
        noted,
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>"),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0aSECRET-IPTC"),
        segment(0xEF, b"SECRET-MAKER-NOTE"),
        segment(0xFE, b"SECRET-COMMENT-2"),
    )
    assert b"SECRET-COMMENT" in noted
    assert GPS in noted
    assert EICAR in noted
    photo = _clean(noted)
    for data in (photo.full, photo.thumbnail):
        assert set(segments(data)) <= PLAIN
        for secret in (b"SECRET", GPS, EICAR, b"ICC_PROFILE", b"Exif", b"Photoshop", b"xap"):
            assert secret not in data


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_nothing_noted_in_other_formats_is_left_either(form: str) -> None:
    data = encoded(quarters(), form, exif=exif(), icc_profile=b"SECRET-PROFILE", xmp=b"SECRET-XMP")
    if form == "PNG":
        data = data[:33] + chunk(b"tEXt", b"Comment\0SECRET-TEXT") + data[33:]
    assert b"SECRET" in data
    photo = _clean(data)
    assert set(segments(photo.full)) <= PLAIN
    assert b"SECRET" not in photo.full + photo.thumbnail


@pytest.mark.parametrize(
    "tail", [_zip(), b"<script>alert(1)</script>", b"%PDF-1.7", b"MZ" + bytes(64), SMALL]
)
def test_what_hangs_on_behind_a_photo_is_gone(tail: bytes) -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        photo = repainted(encoded(quarters(), form) + tail)[0]
        assert photo == repainted(encoded(quarters(), form))[0]
        assert photo.endswith(b"\xff\xd9")
        assert not zipfile.is_zipfile(io.BytesIO(photo))


def test_a_photo_that_is_also_a_script_is_only_a_photo() -> None:
    script = with_segments(SMALL, segment(0xFE, b"*/=1;alert(1)/*<html><script>alert(1)</script>"))
    assert _clean(script) == _clean(SMALL)


def test_the_first_picture_of_an_animation_is_taken() -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "lime", "blue")]
    for form in ("PNG", "WEBP"):
        animated = encoded(frames[0], form, save_all=True, append_images=frames[1:])
        assert b"acTL" in animated or b"ANIM" in animated
        assert set(corners(repainted(animated)[0])) == {"red"}


def test_ten_thousand_pictures_in_one_cost_no_more_than_one() -> None:
    many = animated_png(10_000)
    assert getattr(decoded(many), "n_frames", 1) == 10_000
    assert decoded(_clean(many).full).size == (8, 8)


def test_a_phones_double_picture_is_taken_also_when_it_is_damaged() -> None:
    double = encoded(quarters(), "MPO", save_all=True, append_images=[quarters()])
    assert corners(_clean(double).full) == UPRIGHT
    broken = with_segments(SMALL, segment(0xE2, b"MPF\0" + bytes(40)))
    assert corners(_clean(broken).full) == UPRIGHT


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (encoded(quarters().convert("CMYK")), UPRIGHT),
        (encoded(quarters(), progressive=True), UPRIGHT),
        (encoded(quarters().quantize(8), "PNG"), UPRIGHT),
        (encoded(quarters().convert("RGBA"), "PNG"), UPRIGHT),
        (encoded(Image.new("RGBA", (32, 32), (220, 30, 30, 0)), "PNG"), ["white"] * 4),
        (encoded(Image.new("LA", (32, 32), (0, 0)), "PNG"), ["white"] * 4),
        (encoded(Image.new("RGBA", (32, 32), (220, 30, 30, 0)), "WEBP", exact=True), ["white"] * 4),
        (encoded(Image.new("RGB", (32, 32), "red"), "PNG", transparency=(255, 0, 0)), ["white"] * 4),
        (encoded(Image.new("P", (32, 32), 0), "PNG", transparency=0), ["white"] * 4),
        (encoded(Image.new("1", (32, 32), 1), "PNG"), ["white"] * 4),
        (encoded(Image.new("L", (32, 32), 255), "JPEG"), ["white"] * 4),
    ],
)
def test_every_kind_of_colour_becomes_plain_colour(data: bytes, seen: list[str]) -> None:
    photo = repainted(data)[0]
    assert decoded(photo).mode == "RGB"
    assert corners(photo) == seen


@pytest.mark.parametrize(("value", "grey"), [(0, 0), (0x4000, 0x40), (0x8000, 0x80), (0xFFFF, 0xFF)])
def test_sixteen_bits_become_their_upper_eight(value: int, grey: int) -> None:
    deep = Image.frombytes("I;16", (16, 16), value.to_bytes(2, "little") * 256)
    pixel = decoded(repainted(encoded(deep, "PNG"))[0]).getpixel((8, 8))
    assert isinstance(pixel, tuple)
    assert max(abs(channel - grey) for channel in pixel) <= 1


def test_a_photo_of_a_hundred_megapixels_is_taken() -> None:
    huge = encoded(Image.new("L", (12_000, 9_000), 200), quality=50)
    assert decoded(_clean(huge).full).size == (2048, 1536)


# --- what is none


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        b"%PDF-1.7\n",
        b"MZ" + bytes(200),
        _zip(),
        encoded(quarters(), "GIF"),
        encoded(quarters(), "BMP"),
        encoded(quarters(), "TIFF"),
        b"RIFF\x24\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftypheic" + bytes(100),
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"\0",
        b" " + SMALL,
    ],
)
def test_what_is_no_photo_is_refused_by_its_content(data: bytes) -> None:
    assert _fault(data) == PhotoFault.WRONG_TYPE


@pytest.mark.parametrize(
    "data",
    [
        SMALL[:-400],
        SMALL[:20],
        SMALL[:3],
        encoded(quarters(), "PNG")[:-60],
        encoded(quarters(200, 200), "WEBP")[:-30],
        encoded(quarters(), "PNG").replace(b"IHDR\0", b"IHDR\1"),
        png(8, 8, data=b"no deflate"),
        png(0, 0),
        b"RIFF\x24\0\0\0WEBPVP8 " + bytes(40),
    ],
)
def test_a_broken_photo_is_refused(data: bytes) -> None:
    assert _fault(data) == PhotoFault.UNREADABLE


@pytest.mark.parametrize(
    "data",
    [
        png(20_000, 20_000),
        png(6_001, 4_000),
        png(2**31 - 1, 2**31 - 1, data=b""),
        encoded(Image.new("1", (6_001, 4_000)), "WEBP", lossless=True, method=0),
        encoded(Image.new("L", (12_001, 10_000)), quality=10),
    ],
)
def test_a_photo_that_would_fill_the_memory_is_refused(data: bytes) -> None:
    assert len(data) < LARGEST
    assert _fault(data) == PhotoFault.TOO_MANY_PIXELS


def test_the_largest_png_is_taken() -> None:
    assert decoded(_clean(png(6_000, 4_000)).full).size == (2048, 1365)


def test_texts_and_profiles_that_unfold_without_end_do_no_harm() -> None:
    bomb = zlib.compress(bytes(80_000_000), 9)
    for name in (b"zTXt", b"iCCP"):
        result = clean(png(8, 8, chunk(name, b"name\0\0" + bomb)))
        assert isinstance(result, Photo) or result.code == PhotoFault.UNREADABLE
    assert decoded(_clean(png(8, 8, data=bomb)).full).size == (8, 8)


def test_a_file_that_is_too_large_or_empty_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "_READER", None)
    assert _fault(SMALL + bytes(LARGEST)) == PhotoFault.TOO_BIG
    assert _fault(b"") == PhotoFault.EMPTY


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_exif_makes_a_photo_unwelcome(noted: bytes) -> None:
    for start in (b"Exif\0\0", b"Exif\0\0II*\0\x08\0\0\0", b"Exif\0\0MM\0*\0\0\0\x08"):
        photo = repainted(with_segments(SMALL, segment(0xE1, start + noted)))[0]
        assert sorted(corners(photo)) == sorted(UPRIGHT)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_a_photo_with_wrong_bytes_is_repainted_or_refused(form: str, data: st.DataObject) -> None:
    whole = bytearray(encoded(quarters(), form))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=8)):
        whole[place] = data.draw(st.integers(0, 255))
    try:
        photo, thumbnail = repainted(bytes(whole))
    except (Exception, SystemExit):  # noqa: BLE001 - the child ends by any of them
        return
    assert set(segments(photo)) | set(segments(thumbnail)) <= PLAIN


# --- several at once


def test_empty_file_inputs_are_passed_over_and_slots_keep_their_order() -> None:
    other = encoded(quarters(90))
    assert clean_all([b"", SMALL, b"", other, SMALL]) == (_clean(SMALL), _clean(other), _clean(SMALL))
    assert clean_all([b"", b"", b""]) == ()


def test_a_fourth_photo_is_refused() -> None:
    assert clean_all([SMALL] * 4) == PhotoProblem(PhotoFault.TOO_MANY)


def test_a_problem_names_the_photo() -> None:
    assert clean_all([SMALL, b"", b"<svg/>"]) == PhotoProblem(PhotoFault.WRONG_TYPE, 3)


def test_every_fault_has_its_words() -> None:
    assert (TEMPLATES / "wording" / "photos.toml").exists()
    wording = load_wording("photos")
    assert set(wording.section("photofault", "zh")) == set(PhotoFault)
    for fault in PhotoFault:
        assert [wording.term(fault, language).format(place=2) for language in ("zh", "en")]


# --- the child


def _child(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    child = replace(photos._READER, command=(sys.executable, "-I", "-c", program))
    monkeypatch.setattr(photos, "_READER", child)


def _limited(attempt: str) -> subprocess.CompletedProcess[bytes]:
    program = f"from forms_api.confined import shut_the_door; import socket, os; shut_the_door(memory=600_000_000, cpu_seconds=10); {attempt}"
    return subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=False)


@pytest.mark.parametrize(
    ("attempt", "refused"),
    [
        ("open('/etc/hostname')", b"Too many open files"),
        ("open('/tmp/x', 'w')", b"Too many open files"),
        ("socket.socket()", b"Too many open files"),
        ("bytearray(700_000_000)", b"MemoryError"),
        ("os.pipe()", b"Too many open files"),
    ],
)
def test_the_child_opens_nothing_and_grows_to_its_limit_only(attempt: str, refused: bytes) -> None:
    assert refused in _limited(attempt).stderr
    assert _limited("pass").returncode == 0


def test_the_door_is_shut_before_the_photo_is_looked_at() -> None:
    program = "import forms_api.photo_worker as w; w.repainted = lambda data: open('/etc/hostname'); w.main()"
    run = subprocess.run([sys.executable, "-I", "-c", program], input=SMALL, capture_output=True, check=False)
    assert b"Too many open files" in run.stderr


def test_the_childs_time_is_limited() -> None:
    shown = _limited("import resource as r; print(r.getrlimit(r.RLIMIT_CPU), r.getrlimit(r.RLIMIT_CORE))")
    assert shown.stdout.split() == [b"(10,", b"10)", b"(0,", b"0)"]


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(monkeypatch, "import signal; signal.pause()")
    monkeypatch.setattr(photos, "_READER", replace(photos._READER, seconds=0.2))
    assert _fault(SMALL + bytes(1_000_000)) == PhotoFault.UNREADABLE


def test_a_child_that_never_stops_talking_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(monkeypatch, "import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 20))")
    monkeypatch.setattr(photos, "_READER", replace(photos._READER, largest=1 << 16))
    assert _fault(SMALL) == PhotoFault.UNREADABLE


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "raise SystemExit(1)",
        "pass",
        "import sys; sys.stdin.close()",
    ],
)
def test_a_child_that_dies_is_a_photo_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    _child(monkeypatch, program)
    assert _fault(SMALL + bytes(1_000_000)) == PhotoFault.UNREADABLE
    monkeypatch.undo()
    assert isinstance(clean(SMALL), Photo)


def test_the_child_learns_nothing_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_SECRET", "hush")
    handle = os.open("/etc/hostname", os.O_RDONLY)
    os.set_inheritable(handle, True)
    tell = "import os,sys; sys.stdin.read(); sys.stdout.write('0000'+repr((dict(os.environ),os.listdir('/proc/self/fd'))))"
    _child(monkeypatch, tell)
    monkeypatch.setattr(photos, "_result", lambda status, output: output)
    told: Any = clean(b"x")
    os.close(handle)
    assert b"hush" not in told
    assert b"PORTAL" not in told
    assert b"['0', '1', '2', '3']" in told  # 3 is the folder being listed


def test_while_one_photo_is_opened_the_next_one_waits_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "_READER", replace(photos._READER, patience=0.01))
    with photos._READER.turn:
        assert _fault(SMALL) == PhotoFault.BUSY
    assert isinstance(clean(SMALL), Photo)
