"""What is read of an e-mail file: its head, its text, and what hangs on it."""

from email.message import EmailMessage

import pytest

from indexer.readers import Reading, eml, read
from remissarkiv.errors import UnreadableFileError


def letter(text: str = "Hej!\n\nNämnden tillstyrker motionen.\n") -> EmailMessage:
    """A letter from one authority to another."""
    message = EmailMessage()
    message["From"] = "Åsa Öberg <asa.oberg@socialforvaltningen.example>"
    message["To"] = "Kommunstyrelsen <ks@kommun.example>, registrator@kommun.example"
    message["Cc"] = "Pär Ek <par@kommun.example>"
    message["Date"] = "Wed, 12 Mar 2014 10:22:00 +0100"
    message["Subject"] = "Remissvar på motion om simhallen, dnr KS 2014/118"
    message["Message-ID"] = "<1@kommun.example>"
    message.set_content(text)
    return message


def read_letter(message: EmailMessage) -> Reading:
    return read(message.as_bytes(), "brev.eml")


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(data, "brev.eml")
    return caught.value.swedish


def test_the_head_stands_above_the_text_as_a_reader_sees_it() -> None:
    reading = read_letter(letter())
    assert reading.media_type == "message/rfc822"
    assert reading.text == (
        "Från:\tÅsa Öberg <asa.oberg@socialforvaltningen.example>\n"
        "Till:\tKommunstyrelsen <ks@kommun.example>; registrator@kommun.example\n"
        "Kopia:\tPär Ek <par@kommun.example>\n"
        "Datum:\t2014-03-12 10:22\n"
        "Ämne:\tRemissvar på motion om simhallen, dnr KS 2014/118\n\n"
        "Hej!\n\nNämnden tillstyrker motionen."
    )
    assert reading.metadata == {
        "title": "Remissvar på motion om simhallen, dnr KS 2014/118",
        "sender": "Åsa Öberg <asa.oberg@socialforvaltningen.example>",
        "date": "2014-03-12",
    }


def test_what_hangs_on_it_is_attached_and_a_signature_picture_is_not() -> None:
    message = letter()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Yttrande över.pdf")
    message.add_attachment(
        b"\x89PNG logo", maintype="image", subtype="png", filename="image001.png", cid="<a>"
    )
    message.add_attachment(b"\x89PNG scan", maintype="image", subtype="png", filename="Inskannat.png")
    reading = read_letter(message)
    assert [(one.name, one.data) for one in reading.attachments] == [
        ("Yttrande över.pdf", b"%PDF-1.4"),
        ("Inskannat.png", b"\x89PNG scan"),
    ]
    assert "Bilagor:\tYttrande över.pdf; Inskannat.png" in reading.text


def test_plain_text_is_preferred_and_a_web_page_is_read_where_there_is_no_other() -> None:
    both = letter("Enkel text")
    both.add_alternative("<p>Satt text</p>", subtype="html")
    assert read_letter(both).text.endswith("\n\nEnkel text")
    page = letter()
    page.set_content("<h1>Svar</h1><p>Satt text på fin\u00a0grund</p>", subtype="html")
    reading = read_letter(page)
    assert reading.text.endswith("\n\nSvar\n\nSatt text på fin\u00a0grund")
    assert [reading.text[h.span.start : h.span.end] for h in reading.headings] == ["Svar"]


def test_a_letter_on_a_letter_is_attached_as_a_letter() -> None:
    inner = letter("Den ursprungliga frågan")
    message = letter("Jag vidarebefordrar.")
    message.add_attachment(inner)
    (attached,) = read_letter(message).attachments
    assert attached.name == "Remissvar på motion om simhallen, dnr KS 2014/118.eml"
    assert "Den ursprungliga frågan" in read(attached.data, attached.name).text


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "x-unknown", "zip"])
def test_swedish_letters_in_every_code_page(charset: str) -> None:
    page = charset if charset not in {"x-unknown", "zip"} else "cp1252"
    data = (
        b"From: a@b.example\r\nMessage-ID: <1@b>\r\n"
        b"Subject: =?iso-8859-1?Q?F=F6rslag?= till =?utf-8?B?w6VyZW5kZQ==?=\r\n"
        b"Content-Type: text/plain; charset="
        + charset.encode()
        + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    ) + "Nämnden förordar åtgärden.\r\n".encode(page)
    reading = read(data, "brev.eml")
    assert reading.metadata["title"] == "Förslag till årende"
    assert reading.text.endswith("Nämnden förordar åtgärden.")


def test_a_head_with_bare_swedish_letters_and_no_date() -> None:
    head = b"From: \xc5sa <asa@b.example>\r\nSubject: F\xf6rslag\r\nDate: i tisdags\r\nMIME-Version: 1.0\r\n"
    data = head + b"\r\nSvar\r\n"
    reading = read(data, "brev.eml")
    assert reading.metadata == {"title": "Förslag", "sender": "Åsa <asa@b.example>"}


def test_a_typed_letter_is_plain_text() -> None:
    text = b"From: Anna\nTo: Kommunstyrelsen\nSubject: Svar\n\nHej\n"
    assert read(text, "brev.txt").media_type == "text/plain"
    assert read(b"Received: 2014-03-12\n\nEtt inkommet brev", "brev.txt").media_type == "text/plain"


def test_a_web_page_that_word_kept_as_one_file_is_read() -> None:
    data = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\nSubject: \r\n\r\n'
        b'--x\r\nContent-Type: text/html; charset="us-ascii"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Svar fr=E5n n=E4mnden</p></body></html>\r\n--x--\r\n"
    )
    assert read(data, "svar.doc").text == "Svar från nämnden"


def test_a_letter_without_anything() -> None:
    assert reason(b"Message-ID: <1@b>\r\nFrom: \r\nTo: \r\n\r\n\r\n") == "brevet saknar text"


def test_ten_thousand_parts_are_not_read() -> None:
    one = b"--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\nHej\r\n--y--\r\n"
    data = (
        b"Message-ID: <1@b>\r\nFrom: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + one * 10_000
    )
    assert "orimligt många delar" in reason(data)
    plain = b"--x\r\n\r\nHej\r\n" * 10_000
    data = b"Message-ID: <1@b>\r\nFrom: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + plain
    assert "orimligt många delar" in reason(data)


@pytest.mark.parametrize("levels", [100, 400, 20_000])
def test_letters_within_letters_without_end_are_not_read(levels: int) -> None:
    data = (
        b"Message-ID: <1@b>\r\nFrom: a@b\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * levels + b"Hej\r\n"
    )
    assert "orimligt många delar" in reason(data)


def test_parts_within_parts_without_end_are_not_read() -> None:
    data = b"Message-ID: <1@b>\r\nFrom: a@b\r\n"
    for level in range(200):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level)
    assert "orimligt många delar" in reason(data + b"\r\nHej")


def test_very_many_attachments_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eml, "MAX_PARTS", 3)
    message = letter()
    for number in range(3):
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename=f"{number}.pdf")
    assert "orimligt många delar" in reason(message.as_bytes())
