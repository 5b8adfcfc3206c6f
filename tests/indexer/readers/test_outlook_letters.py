"""What is read of a letter kept by Outlook."""

import struct
from collections.abc import Callable

import pytest

from indexer.readers import Reading, read
from remissarkiv.errors import UnreadableFileError

Streams = dict[str, "Streams | bytes"]
Maker = Callable[[Streams], bytes]
WORDS, NUMBER, TIME, BINARY = 0x001F, 0x0003, 0x0040, 0x0102
MARCH_12 = 130_390_897_200_000_000
"""2014-03-12 09:22 in units of 100 ns since 1601."""


def storage(header: int, **values: str | bytes | int) -> Streams:
    """A storage with these properties, each named by its tag (`p0037`)."""
    streams: Streams = {}
    lines = b""
    for name, value in values.items():
        tag = int(name[1:], 16)
        kind = WORDS if isinstance(value, str) else BINARY if isinstance(value, bytes) else NUMBER
        if isinstance(value, int):
            kind = TIME if value > 2**32 else NUMBER
            lines += struct.pack("<HHLQ", kind, tag, 6, value)
            continue
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        streams[f"__substg1.0_{tag:04X}{kind:04X}"] = data
        lines += struct.pack("<HHLLL", kind, tag, 6, len(data), 0)
    streams["__properties_version1.0"] = bytes(header) + lines
    return streams


def letter(**values: str | bytes | int) -> Streams:
    """A letter from one authority to another."""
    usual: dict[str, str | bytes | int] = {
        "p001A": "IPM.Note",
        "p0037": "Remissvar på motion",
        "p0C1A": "Åsa Öberg",
        "p0C1F": "/O=KOMMUN/OU=EXCHANGE/CN=ASA",
        "p5D01": "asa.oberg@kommun.example",
        "p0039": MARCH_12,
        "p1000": "Hej!\r\n\r\nNämnden tillstyrker motionen.\r\n",
    }
    streams = storage(32, **(usual | values))
    streams["__recip_version1.0_#00000000"] = storage(
        8, p3001="Kommunstyrelsen", p39FE="ks@kommun.example", p0C15=1
    )
    streams["__recip_version1.0_#00000001"] = storage(
        8, p3001="'par@kommun.example'", p39FE="par@kommun.example", p0C15=2
    )
    return streams


@pytest.fixture
def read_letter(compound_file: Maker) -> Callable[[Streams], Reading]:
    return lambda streams: read(compound_file(streams), "brev.msg")


def test_the_head_stands_above_the_text(read_letter: Callable[[Streams], Reading]) -> None:
    reading = read_letter(letter())
    assert reading.media_type == "application/vnd.ms-outlook"
    assert reading.text == (
        "Från:\tÅsa Öberg <asa.oberg@kommun.example>\n"
        "Till:\tKommunstyrelsen <ks@kommun.example>\n"
        "Kopia:\tpar@kommun.example\n"
        "Datum:\t2014-03-12 09:22 UTC\n"
        "Ämne:\tRemissvar på motion\n\n"
        "Hej!\n\nNämnden tillstyrker motionen."
    )
    assert reading.metadata == {
        "title": "Remissvar på motion",
        "sender": "Åsa Öberg <asa.oberg@kommun.example>",
        "date": "2014-03-12",
    }


def test_what_hangs_on_it_is_attached(read_letter: Callable[[Streams], Reading]) -> None:
    streams = letter()
    streams["__attach_version1.0_#00000000"] = storage(
        8, p3705=1, p3707="Yttrande över.pdf", p3701=b"%PDF-1.4"
    )
    streams["__attach_version1.0_#00000001"] = storage(
        8, p3705=1, p3707="image001.png", p3701=b"logo", p370E="image/png", p3712="bild@1"
    )
    assert [(one.name, one.data) for one in read_letter(streams).attachments] == [
        ("Yttrande över.pdf", b"%PDF-1.4")
    ]


def test_a_letter_on_a_letter_becomes_an_e_mail_file(read_letter: Callable[[Streams], Reading]) -> None:
    inner = storage(
        24, p0037="Frågan från början", p1000="Vad anser nämnden?", p0C1A="Pär Ek", p0039=MARCH_12
    )
    inner["__attach_version1.0_#00000000"] = storage(8, p3705=1, p3707="Motion.txt", p3701=b"Motion om bad")
    streams = letter()
    streams["__attach_version1.0_#00000000"] = storage(8, p3705=5) | {"__substg1.0_3701000D": inner}
    (attached,) = read_letter(streams).attachments
    assert attached.name == "Frågan från början.eml"
    reading = read(attached.data, attached.name)
    assert "Vad anser nämnden?" in reading.text
    assert [(one.name, one.data) for one in reading.attachments] == [("Motion.txt", b"Motion om bad")]


def test_a_text_that_is_only_set_is_read(read_letter: Callable[[Streams], Reading]) -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Nämnden avstår</p></body></html>'
    assert read_letter(letter(p1000="", p1013=page.encode("cp1252"))).text.endswith("\n\nNämnden avstår")
    rich = rb"{\rtf1\ansi N\'e4mnden avst\'e5r}"
    kept = struct.pack("<4L", len(rich) + 12, len(rich), 0x414C454D, 0) + rich
    assert read_letter(letter(p1000="", p1009=kept)).text.endswith("\n\nNämnden avstår")


def test_packed_rich_text_is_unpacked(read_letter: Callable[[Streams], Reading]) -> None:
    # `{\rtf1 ` and `\ansi\` lie in the window from the start (MS-OXRTFCP 2.1.2.1): (place 0, 6 letters).
    body = bytes([0b00000001]) + bytes([0x00, 0x04]) + b" Svar}"
    packed = struct.pack("<4L", len(body) + 12, 12, 0x75465A4C, 0) + body
    assert read_letter(letter(p1000="", p1009=packed)).text.endswith("\n\nSvar")


def test_a_damaged_letter_says_so(compound_file: Maker) -> None:
    whole = compound_file(letter())
    for part in (0.2, 0.5, 0.9):
        with pytest.raises(UnreadableFileError) as caught:
            read(whole[: int(len(whole) * part)], "brev.msg")
        assert caught.value.swedish in {
            "Outlook-brevet är skadat och kan inte läsas",
            "äldre Office-format kan inte läsas; spara om filen som .docx eller pdf",
        }


def test_a_letter_with_a_word_file_on_it_is_a_letter(compound_file: Maker) -> None:
    streams = letter()
    word = compound_file({"WordDocument": b"x"})
    streams["__attach_version1.0_#00000000"] = storage(8, p3705=1, p3707="Svar.doc", p3701=word)
    assert read(compound_file(streams), "brev.msg").media_type == "application/vnd.ms-outlook"
