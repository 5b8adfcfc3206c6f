"""Damage that knows the kind of file: it goes where the format keeps its promises."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from random import Random

from benchmarks.mutation import ANY, EXTREMES, Damage, nest, numbers, oddity

_DIRECTORY = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_DIRECTORY_FIELDS = {"method": 10, "flags": 8, "crc": 16, "packed": 20, "size": 24, "name": 28, "offset": 42}
_TWO_BYTES = frozenset({"method", "flags", "name"})
_BOMB = 80_000_000

_PDF_SPOTS = re.compile(
    rb"\d+ \d+ (?:obj|R)|/(?:Length|Count|Size|Prev|First|N|W|Index|Width|Height|Rotate|Columns|Predictor)"
    rb"\s*\[?[\d .]+|startxref\s+\d+|\d{10} \d{5} [nf]"
)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_BOUNDARY = re.compile(rb'boundary="?([^"\r\n;]+)', re.IGNORECASE)
_HEADER = re.compile(rb"^(Content-[A-Za-z-]+|Subject|From|Date|MIME-Version):", re.MULTILINE)
_HEADER_VALUES = (
    b"base64", b"quoted-printable", b"uuencode", b"multipart/mixed", b"message/rfc822",
    b"text/html; charset=utf-7",
    b'text/plain; charset="' + b"x" * 5_000 + b'"', b"=?utf-8?B?" + b"w6U" * 2_000 + b"?=", b"",
)  # fmt: skip


def member(random: Random, data: bytes, other: bytes) -> bytes:
    """A member of the container is damaged, and all packed again as a sound container."""
    names, contents = _unpacked(data)
    if not names:
        return ANY[0](random, data, other)
    spot = _weighty(random, names)
    name, content = names[spot], contents[names[spot]]
    damage = random.choice((*ANY, nest, nest, numbers, oddity))
    return _packed(
        [(n, damage(random, content, other) if n == name and content else contents[n]) for n in names]
    )


def members(random: Random, data: bytes, other: bytes) -> bytes:
    """Members are missing, twice there, swapped, under wrong names, or the container holds itself."""
    names, contents = _unpacked(data)
    if not names:
        return ANY[0](random, data, other)
    pairs = [(name, contents[name]) for name in names]
    spot = random.randrange(len(pairs))
    name, content = pairs[spot]
    match random.randrange(7):
        case 0:
            pairs.pop(spot)
        case 1:
            pairs.append((name, other))
        case 2:
            pairs[spot] = (name, pairs[random.randrange(len(pairs))][1])
        case 3:
            pairs.append(
                (
                    random.choice(("../../etc/passwd", "/abs", "a/" * 400, "..\\x", "å\u202e.docx", "")),
                    content,
                )
            )
        case 4:
            pairs.append((f"{name}.zip", data))
        case 5:
            pairs[spot] = (name, content[:200] + bytes(_BOMB))
        case _:
            pairs += [(f"{number}.txt", b"x") for number in range(3_000)]
    return _packed(pairs)


def directory(random: Random, data: bytes, other: bytes) -> bytes:
    """The container's directory lies about sizes, places, methods or sums."""
    places = [m.start() for m in re.finditer(re.escape(_DIRECTORY), data)]
    out = bytearray(data)
    for place in random.sample(places, min(len(places), random.choice((1, 1, len(places))))):
        name, offset = random.choice(tuple(_DIRECTORY_FIELDS.items()))
        width, form = (2, "<H") if name in _TWO_BYTES else (4, "<I")
        if place + offset + width <= len(out):
            value = random.choice((0, 1, 8, 9, 99, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)) & (
                0xFFFF if width == 2 else 0xFFFFFFFF
            )
            struct.pack_into(form, out, place + offset, value)
    if random.random() < 0.3:
        local = bytes(out).find(_LOCAL)
        if 0 <= local < len(out) - 30:
            struct.pack_into("<I", out, local + random.choice((14, 18, 22)), random.getrandbits(32))
    return bytes(out)


def pdf_numbers(random: Random, data: bytes, other: bytes) -> bytes:
    """Numbers of objects, references, lengths, counts and places in a pdf are others."""
    places = list(_PDF_SPOTS.finditer(data))
    for place in sorted(
        random.sample(places, min(len(places), random.choice((1, 2, 8, 40)))), key=lambda m: -m.start()
    ):
        found = place.group()
        digits = list(re.finditer(rb"\d+", found))
        spot = random.choice(digits)
        new = random.choice((*EXTREMES, b"1", b"2", b"3", b"5", random.choice(digits).group()))
        data = data[: place.start()] + found[: spot.start()] + new + found[spot.end() :] + data[place.end() :]
    return data


def pdf_stream(random: Random, data: bytes, other: bytes) -> bytes:
    """A packed stream of a pdf is unpacked, damaged and packed again: fonts, pages, tables of objects."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return pdf_numbers(random, data, other)
    stream = random.choice(streams)
    try:
        plain = zlib.decompressobj().decompress(stream.group(1), 4_000_000)
    except zlib.error:
        plain = b""
    if not plain:
        return ANY[0](random, data, other)
    harmed = random.choice((*ANY, numbers, numbers))(random, plain, other)
    if random.random() < 0.05:
        harmed = bytes(_BOMB)
    return data[: stream.start(1)] + zlib.compress(harmed) + data[stream.end(1) :]


def boundaries(random: Random, data: bytes, other: bytes) -> bytes:
    """The lines that part a letter are gone, doubled, nested in themselves or a prefix of each other."""
    found = _BOUNDARY.search(data)
    if found is None:
        return headers(random, data, other)
    line = b"--" + found.group(1)
    match random.randrange(5):
        case 0:
            return data.replace(line, b"--" + line, random.randrange(1, 4))
        case 1:
            return data.replace(line, line[: max(3, len(line) // 2)])
        case 2:
            inner = (
                b'Content-Type: multipart/mixed; boundary="' + found.group(1) + b'"\r\n\r\n' + line + b"\r\n"
            )
            return data.replace(line + b"\r\n", line + b"\r\n" + inner * random.choice((1, 50, 2_000)), 1)
        case 3:
            return data.replace(line, line + b"\r\n\r\n" + line, 100) * random.choice((1, 2, 20))
        case _:
            return data.replace(line + b"--", b"")


def headers(random: Random, data: bytes, other: bytes) -> bytes:
    """A header of a letter says something else."""
    places = list(_HEADER.finditer(data))
    if not places:
        return ANY[0](random, data, other)
    place = random.choice(places)
    end = data.find(b"\n", place.end())
    value = random.choice((*_HEADER_VALUES, *EXTREMES))
    times = random.choice((1, 1, 3_000))
    return data[: place.end()] + b" " + value + (b"\r\n " + value) * (times - 1) + b"\r\n" + data[end + 1 :]


def _unpacked(data: bytes) -> tuple[list[str], dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = container.namelist()
        return names, {name: container.read(name) for name in names}


def _packed(pairs: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", compresslevel=1) as container:
        # Two members of one name are what is wanted here.
        warnings.simplefilter("ignore", UserWarning)
        for name, content in pairs:
            info = zipfile.ZipInfo(name or "x", (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            container.writestr(info, content)
    return out.getvalue()


def _weighty(random: Random, names: list[str]) -> int:
    """A member, more often one that holds the text."""
    texts = [
        spot
        for spot, name in enumerate(names)
        if name.endswith(("document.xml", "content.xml", "styles.xml"))
    ]
    return random.choice(texts) if texts and random.random() < 0.6 else random.randrange(len(names))


BY_ENDING: dict[str, tuple[Damage, ...]] = {
    ".docx": (member, member, member, members, directory),
    ".odt": (member, member, member, members, directory),
    ".zip": (member, member, members, directory),
    ".pdf": (pdf_numbers, pdf_numbers, pdf_stream, pdf_stream),
    ".eml": (boundaries, boundaries, headers),
}
"""What is done to a kind of file besides the damage that any file can have; twice is more often."""
