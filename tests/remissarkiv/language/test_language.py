"""Words of a text, their inflections, and what OCR does to them."""

import json
from pathlib import Path

import pytest
import snowballstemmer
import Stemmer
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.swedish_stemmer import SwedishStemmer

from remissarkiv.domain import Document, Kind, Page, Segment, Span
from remissarkiv.language.analysis import analyse
from remissarkiv.language.damage import estimate
from remissarkiv.language.keys import word_keys
from remissarkiv.language.misread import misread_words
from remissarkiv.language.skeleton import raw_keys
from remissarkiv.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("EU-medborgare i EU:s länder", ["eu-medborgare", "i", "eu:s", "länder"]),
        ("Dnr KS 2025/448", ["dnr", "ks", "2025/448"]),
        ("kommunallagen (2017:725).", ["kommunallagen", "2017:725"]),
        ("slut.Nästa och/eller", ["slut", "nästa", "och", "eller"]),
        ("fri- och rättigheter", ["fri", "och", "rättigheter"]),
        ("soci@lt st€d", ["soci@lt", "st€d"]),
        ("A\u030angström", ["ångström"]),
        ("_____", []),
        ("IİŞ och ΑΣ-ΑΣ", ["ii\u0307ş", "och", "ας-ας"]),
        ("Rådet’s e\u2010post", ["rådet's", "e-post"]),
        ("x" * 150 + " Å", ["x" * 100, "å"]),
        ("A.B A. B a/b 1/2-C", ["a", "b", "a", "b", "a", "b", "1/2-c"]),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@given(st.text("aÅÉé19 -:/.’@€|\u2010\u0301İΣςß_\n"))
def test_a_text_has_the_words_of_its_runs(text: str) -> None:
    pieces = [piece for line in text.split("\n") for piece in line.split(" ")]
    assert [token.text for token in tokenize(text)] == [
        token.text for piece in pieces for token in tokenize(piece)
    ]


def test_a_run_that_is_taken_apart_is_so_wherever_it_comes_again() -> None:
    for text in ("bl.a skolan, m.m", "Se bl.a skolan m.m och bl.a"):
        for token in tokenize(text):
            assert text[slice(*token.span)].lower() == token.text
        assert [token.span.start for token in tokenize(text) if token.text == "bl"] == [
            at for at in range(len(text)) if text.startswith("bl.a", at)
        ]


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert end <= token.span.start < token.span.end <= len(text)
        end = token.span.end


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("ärende", "ärendet"),
        ("förtryck", "förtrycket"),
        ("kompetens", "kompetensen"),
        ("kostnad", "kostnaden"),
        ("bok", "böcker"),
        ("stad", "städer"),
        ("nämnd", "nämnderna"),
        ("motion", "motioner"),
        ("yttrande", "yttranden"),
    ],
)
def test_forms_of_a_word_share_a_key(form: str, other: str) -> None:
    assert set(word_keys(form)) & set(word_keys(other))


@pytest.mark.parametrize(
    ("word", "other"), [("hund", "hundra"), ("styrelse", "styrka"), ("land", "landsting")]
)
def test_different_words_share_none(word: str, other: str) -> None:
    assert not set(word_keys(word)) & set(word_keys(other))


def test_the_quick_stemmer_and_the_plain_one_agree(shared_data: Path) -> None:
    assert isinstance(snowballstemmer.stemmer("swedish"), Stemmer.Stemmer)
    text = (shared_data / "compounds.txt").read_text(encoding="utf-8").replace("+", "")
    words = text.split()
    assert Stemmer.Stemmer("swedish").stemWords(words) == SwedishStemmer().stemWords(words)


@pytest.mark.parametrize(
    ("true", "read"),
    [
        ("förvaltningen", "forvaltningen"),
        ("socialnämnden", "socialndmnden"),
        ("socialnämnden", "socialnimnden"),
        ("säkerhetspolisen", "siakerhetspolisen"),
        ("rådgivning", "rddgivning"),
        ("ärendet", "arendet"),
        ("område", "omrade"),
    ],
)
def test_a_word_and_its_ocr_reading_share_a_raw_key(true: str, read: str) -> None:
    assert set(raw_keys(true)) & set(raw_keys(read))


@pytest.mark.parametrize("word", ["i", "1", "är", "då", "å", "2025"])
def test_words_that_would_match_anything_have_no_raw_key(word: str) -> None:
    assert raw_keys(word) == ()


def test_pages_read_without_swedish_are_told_from_clean_ones(shared_data: Path) -> None:
    with (shared_data / "ocr_pairs.jsonl").open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    assert [pair["id"] for pair in pairs if estimate(pair["clean"]).damaged] == []
    assert [pair["id"] for pair in pairs if not estimate(pair["ocr"]).damaged] == []


@pytest.mark.parametrize(
    "text",
    [
        "The municipality may not have tasks which only the state should have and it is not allowed " * 4,
        "Kunta ei saa hoitaa sellaisia asioita, jotka kuuluvat vain valtiolle tai toiselle kunnalle " * 4,
        "12 345 67,8 2019 2020 2021 4 % 17 § 9 " * 20,
        "Skolverket Socialstyrelsen Polismyndigheten Skolinspektionen Statskontoret och Domstolsverket " * 5,
        "",
    ],
)
def test_what_is_not_damaged_swedish_is_left_alone(text: str) -> None:
    assert estimate(text).damaged == ()
    assert estimate(text).quality == 1.0


NORWEGIAN = (
    "Kommunestyret har behandlet forslaget og finner at det ikke er i samsvar med loven. Det er viktig at "
    "alle som bor i kommunen kan delta, og at de som har behov for hjelp får det. "
)
DANISH = (
    "Kommunalbestyrelsen har behandlet forslaget og finder at det ikke er i overensstemmelse med loven. Det "
    "er vigtigt at alle som bor i kommunen kan deltage, og at de som har behov for hjælp får det. "
)
ENGLISH = (
    "The committee has considered the motion and finds that the proposal is not compatible with the powers "
    "of the municipality. "
)
FINNISH = (
    "Kunnanhallitus on kasitellyt aloitetta ja toteaa, etta ehdotus ei ole yhteensopiva kunnan toimivallan "
    "kanssa. Kunta voi tukea yhdistyksia, mutta se ei voi antaa tukea henkiloille."
)
MISREAD = (
    "Forvaltningen bedomer att forslaget inte dr forenligt med den kommunala kompetensen och att det ar "
    "viktigt att namnden far besluta om det utan drojsmal. "
)


@pytest.mark.parametrize("text", [NORWEGIAN, DANISH, NORWEGIAN * 4, DANISH * 4])
def test_norwegian_and_danish_are_no_damaged_swedish(text: str) -> None:
    assert estimate(text).damaged == ()
    page = MISREAD * 3
    pages = (Page(1, Span(0, len(page))), Page(2, Span(len(page), len(page + text))))
    assert estimate(page + text, pages).damaged == (pages[0].span,)


@pytest.mark.parametrize("foreign", [NORWEGIAN, DANISH, ENGLISH, FINNISH])
def test_a_paragraph_in_another_language_is_not_part_of_the_damage(foreign: str) -> None:
    before, after = f"{MISREAD * 3}\n\n", f"\n \n{MISREAD}"
    found = estimate(before + foreign + after)
    end = len(before + foreign)
    assert found.damaged == (Span(0, len(before)), Span(end, end + len(after)))
    assert 0.75 < found.quality < 0.9


@pytest.mark.parametrize(
    "text",
    [
        MISREAD,
        "Namnden foreslar att forvaltningen far i uppdrag att aterkomma nar det ar klart.",
        "Socialndmnden bedomer att forslaget inte dr forenligt med kommunal kompetens.",
        "Det ar en fraga som namnden har att besluta om.",
        "DET AR EN FRAGA SOM NAMNDEN HAR ATT BESLUTA OM.",
    ],
)
def test_a_few_misread_words_can_tell(text: str) -> None:
    assert len(text.split()) < 25
    assert estimate(text).damaged == (Span(0, len(text)),)


@pytest.mark.parametrize(
    "text",
    [
        "Motion om fler cykelbanor och en ny park vid torget i Ljunga",
        "Hon sa att far for till staden och att en av dem kom med över natten.",
        "Hon sa att far for till staden och att en av dem kom med.",
        "Dr Bo Alm och Dr Eva Ek (SD) har att svara om det som en dir. har att ange.",
        "Nämnden föreslår att forvaltningen far i uppdrag att återkomma när det ar klart.",
        "Anna Dahl, Per Holm, Siv Alm, Rolf Bar, Lars Hal, Dan Lind och Bengt Ost",
        "It was a far cry for all of us and over the bar, is it not?",
        "Saken er viktig for alle som bor her, og det er ikke vedtatt ennå.",
        "12 345 67,8 2019 2020 2021 4 % 17 § 9 ar",
    ],
)
def test_a_few_words_that_were_read_right_are_left_alone(text: str) -> None:
    assert estimate(text).damaged == ()


@pytest.mark.parametrize("length", [6, 12, 24, 40])
def test_no_few_words_of_a_clean_page_are_taken_for_misread(shared_data: Path, length: int) -> None:
    with (shared_data / "ocr_pairs.jsonl").open(encoding="utf-8") as lines:
        pages = [json.loads(line)["clean"].split() for line in lines]
    passages = (
        " ".join(words[start : start + length])
        for words in pages
        for start in range(0, len(words) - length + 1, 5)
    )
    assert [passage for passage in passages if estimate(passage).damaged] == []


def test_one_damaged_page_does_not_taint_the_other() -> None:
    good = (
        "Nämnden föreslår att förvaltningen får i uppdrag att återkomma till nämnden även när det är klart. "
    )
    bad = (
        "Namnden foreslar att forvaltningen far i uppdrag att aterkomma till namnden aven nar det ar klart. "
    )
    text = good * 5 + bad * 5
    middle = len(good) * 5
    pages = (Page(1, Span(0, middle)), Page(2, Span(middle, len(text))))
    found = estimate(text, pages)
    assert found.damaged == (Span(middle, len(text)),)
    assert 0.8 < found.quality < 1.0


def test_a_word_counts_once_in_the_length_however_many_keys_it_has() -> None:
    fields = analyse(Document(title="Böcker", kind=Kind.MOTION, text="böcker och böcker", original=""))
    assert fields["text"].length == 3
    assert fields["text"].frequencies["bok"] == 2
    assert fields["exact"].positions == {"böcker": (0, 2), "och": (1,)}
    assert fields["raw"].frequencies == {}


def misread(document: Document) -> list[tuple[str, str]]:
    return [(one.word, document.text[slice(*one.span)]) for one in misread_words(document)]


def test_only_words_that_were_read_wrongly_are_kept_as_they_were_read() -> None:
    text = "Motionen avslås. Motionen avslås av kvrndahl den 4 maj för EU-medborgare och f8rvxlt."
    read = text.replace("avslås av", "avslas av")
    place = text.index("avslås av")
    half = text.index("Motionen", 5)
    document = Document(
        title="",
        kind=Kind.MOTION,
        text=text,
        original=read,
        segments=(Segment(Span(place, place + 6), Span(place, place + 6), "ocr-word", 2.0),),
        damaged=(Span(half, len(text)),),
    )
    assert misread(document) == [("avslas", "avslås"), ("kvrndahl", "kvrndahl"), ("f8rvxlt", "f8rvxlt")]
    raw = analyse(document)["raw"]
    assert raw.length == 3
    assert set(raw_keys("avslås")) <= set(raw.frequencies)
    assert list(misread_words(document, Span(0, half))) == []
    assert len(list(misread_words(document, Span(half, place + 7)))) == 1


@pytest.mark.parametrize(
    ("read", "text", "rule", "original", "repaired", "words"),
    [
        # A step may change one letter of a word.
        ("en ndmnd", "en nämnd", "ocr-letter", (4, 5), (4, 5), ["ndmnd"]),
        # A word over two lines, a glued word, a letter that was put in.
        (
            "en social-\nndmnd",
            "en socialnämnd",
            "ocr-hyphen",
            (3, 16),
            (3, 14),
            ["social", "ndmnd", "socialndmnd"],
        ),
        ("iförtryck", "i förtryck", "ocr-split", (1, 1), (1, 2), ["iförtryck"]),
        ("nmnd", "nämnd", "ocr-word", (1, 1), (1, 2), ["nmnd"]),
        ("en  nämnd", "en nämnd", "whitespace", (2, 4), (2, 3), []),
    ],
)
def test_the_whole_word_that_was_read_is_kept(
    read: str,
    text: str,
    rule: str,
    original: tuple[int, int],
    repaired: tuple[int, int],
    words: list[str],
) -> None:
    segment = Segment(Span(*original), Span(*repaired), rule)
    document = Document(title="", kind=Kind.MOTION, text=text, original=read, segments=(segment,))
    assert sorted(word for word, _ in misread(document)) == sorted(words)


def test_what_is_a_document_of_its_own_is_not_searched_in_the_whole() -> None:
    text = "Närvarande Ek och Alm. § 1 Cykelvägar byggs. Justerat av Ek och Berg."
    start, end = text.index("§"), text.index("Justerat")
    whole = Document("Protokoll", Kind.PROTOKOLL, text, text, parted=(Span(start, end),))
    exact = analyse(whole)["exact"]
    assert "cykelvägar" not in exact.frequencies
    assert exact.length == len(list(tokenize(text[:start] + text[end:])))
    # No phrase "Alm. Justerat" across what was left out.
    positions = exact.positions or {}
    assert positions["justerat"][0] > positions["alm"][0] + 1
