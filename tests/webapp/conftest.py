"""A small archive for the web tests: a catalog, an index and files on disk, all real."""

import datetime
import hashlib
import json
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as BrowserPage
from waitress import wasyncore
from werkzeug.test import TestResponse

from remissarkiv.bootstrap import Archive
from remissarkiv.config import ReadingSettings, Settings, WebSettings
from remissarkiv.config.settings import CollectionSettings
from remissarkiv.domain import (
    Citation,
    Dnr,
    DnrMention,
    DnrRole,
    Document,
    Kind,
    Motionar,
    Page,
    Section,
    SectionKind,
    Segment,
    Signatory,
    SourceFile,
    Span,
    StoredDocument,
)
from remissarkiv.sync import catch_up
from webapp import create_app
from webapp.server import address, make_server

LEANING = Path(__file__).resolve().parents[1] / "cases" / "lagrum_documents.json"

MOTION = """Motion om att inrätta ett kompetenscenter

Kommunstyrelsen får i uppdrag att inrätta ett kompetenscenter som ger juridisk rådgivning till enskilda.
"""

UTLATANDE = """Svar på remiss från kommunstyrelsen, Dnr KS 2025/448

Forvaltningens forslag till beslut
1. Socialndmnden godkanner tjansteutlatandet
som svar pa remissen.
2. Arendet justeras omedelbart.

Remissinstanser
» Stadsledningskontoret
* Socialnimnden
» Sakerhetspolisen

Forvaltningens synpunkter och forslag
Av 2 kap. 1 § kommunallagen framgår att kommuner själva får ta hand om angelägenheter av allmänt intresse.

Förvaltningen bedömer att det inte ingår i den kommunala kompetensen att ge juridisk rådgivning till
enskilda.
"""

HOSTILE = """<script>alert("ont")</script> <img src=x onerror=alert(1)> & rådgivning </article>
"""

ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def _section(text: str, kind: SectionKind, heading: str, before: str | None = None) -> Section:
    start = text.index(heading)
    return Section(kind, heading, Span(start, text.index(before) if before else len(text)))


def _place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _documents() -> Iterator[tuple[str, str, str, Document]]:
    """Id, collection, path and document."""
    ks, sof = Dnr("KS", 2025, 448), Dnr("SOF", 2025, 424)
    yield (
        "motion",
        "arkiv",
        "2025/motion.txt",
        Document(
            title="Motion om att inrätta ett kompetenscenter",
            kind=Kind.MOTION,
            text=MOTION,
            original=MOTION,
            date=datetime.date(2025, 3, 4),
            kommun="Exempelstad",
            namnd="Kommunfullmäktige",
            dnr=(DnrMention(ks, DnrRole.OWN),),
            motioner=(Motionar("Åsa Nilsson Söderström", "L"),),
        ),
    )
    forslag, svar, synpunkter = (
        "Forvaltningens forslag till beslut",
        "Remissinstanser",
        "Forvaltningens synpunkter och forslag",
    )
    half = UTLATANDE.index(synpunkter)
    yield (
        "utlatande",
        "arkiv",
        "2025/tjänsteutlåtande \n SOF.txt",
        Document(
            title="Remiss av motion om att inrätta ett kompetenscenter enligt 2 kap. 1 § kommunallagen",
            kind=Kind.TJANSTEUTLATANDE,
            text=UTLATANDE,
            original="Dnr SOF 2025/424\n" + UTLATANDE.replace("å", "a"),
            date=datetime.date(2025, 8, 21),
            kommun="Exempelstad",
            namnd="Socialnämnden",
            pages=(Page(1, Span(0, half)), Page(2, Span(half, len(UTLATANDE)))),
            sections=(
                _section(UTLATANDE, SectionKind.FORSLAG_TILL_BESLUT, forslag, svar),
                _section(UTLATANDE, SectionKind.REMISSINSTANSER, svar, synpunkter),
                _section(UTLATANDE, SectionKind.SYNPUNKTER, synpunkter),
            ),
            dnr=(
                DnrMention(Dnr("KS", 2025, 448, span=_place(UTLATANDE, "KS 2025/448")), DnrRole.SENDER),
                DnrMention(sof, DnrRole.OWN),
            ),
            citations=(
                Citation(
                    "2017:725#K2P1",
                    "2 kap. 1 § kommunallagen",
                    _place(UTLATANDE, "2 kap. 1 § kommunallagen"),
                ),
            ),
            motioner=(Motionar("Åsa Nilsson Söderström", "L"),),
            remissinstanser=("Stadsledningskontoret", "Socialnämnden", "Säkerhetspolisen"),
            signatories=(Signatory("Eva Ek", "Förvaltningschef"),),
            quality=0.873,
            damaged=(Span(0, len(UTLATANDE)),),
        ),
    )
    title = '=HYPERLINK("http://evil.example") <script>alert("titel")</script>'
    document = Document(
        title=title, kind=Kind.YTTRANDE, text=HOSTILE, original=HOSTILE, namnd='<b>"Nämnd"</b>'
    )
    yield "hostile", "arkiv", "<i>ont</i>.html", document
    for number in range(30):
        text = f"Nämnden avstyrker motionen nummer {number}.\n\nMedborgarkontoret ger vägledning i stället.\n"
        yield (
            f"svar{number:02}",
            "arkiv",
            f"svar/{number:02}.txt",
            Document(
                title=f"Yttrande {number} över motion om medborgarkontor",
                kind=Kind.REMISSVAR,
                text=text,
                original=text,
                date=datetime.date(2009 + number % 12, 1 + number % 12, 11),
                namnd=("Kulturnämnden", "Äldrenämnden")[number % 2],
            ),
        )
    secret = "Hemlig bedömning av rådgivning.\n"
    yield (
        "hemlig",
        "sekretess",
        "hemlig.txt",
        Document(
            title="Hemlig bedömning",
            kind=Kind.BESLUT,
            text=secret,
            original=secret,
            date=datetime.date(1999, 1, 2),
            namnd="Säkerhetsnämnden",
            dnr=(DnrMention(ks, DnrRole.OWN),),
        ),
    )


def _fill(archive: Archive, files: Path) -> None:
    with archive.catalog.write() as writer:
        for document_id, collection, path, document in _documents():
            data = document.original.encode()
            place = files / collection / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            kind = "text/html" if path.endswith(".html") else "text/plain"
            source = SourceFile(collection, path, len(data), hashlib.sha256(data).hexdigest(), 0, kind)
            writer.put(StoredDocument(document_id, source, document))
        writer.reject("arkiv", "trasig <b>.pdf", 5, 0, "0" * 64, "Filen är trasig: den slutar mitt i.")
        writer.reject("sekretess", "hemlig-trasig.pdf", 5, 0, "1" * 64, "Filen är tom.")


@pytest.fixture
def open_shelf(tmp_path: Path) -> Iterator[Callable[[], Archive]]:
    """Opens the archive; again and again, as a restarted server does."""
    files = tmp_path / "files"
    settings = Settings(
        data=tmp_path / "data",
        database="",
        engine="memory",
        web=WebSettings("127.0.0.1", 0, "Exempelstads kommun", 20, ("arkiv.example.se",), False),
        reading=ReadingSettings(60, 2048, 64, 512, "auto", 120),
        collections=(
            CollectionSettings("arkiv", files / "arkiv", "Exempelstad"),
            CollectionSettings("sekretess", files / "sekretess", groups=frozenset({"jurister"})),
        ),
    )
    opened: list[Archive] = []

    def shelf() -> Archive:
        for name in ("arkiv", "sekretess"):
            (files / name).mkdir(parents=True, exist_ok=True)
        archive = Archive(settings)
        opened.append(archive)
        if not archive.catalog.last_sequence():
            _fill(archive, files)
        catch_up(archive.catalog, archive.engine)
        return archive

    yield shelf
    for archive in opened:
        archive.close()


@pytest.fixture
def archive(open_shelf: Callable[[], Archive]) -> Archive:
    return open_shelf()


def _repaired() -> Document:
    """A page that OCR spoilt and the indexer repaired, one that is sound, and a reading full of signs that
    matter to HTML."""
    pieces: list[str | tuple[str, str, float]] = [
        *("Kommunstyrelsen har bett ", ("socialndmnden", "socialnämnden", 0.01), " att svara. "),
        *("Nämnden ", ("bor", "bör", 0.6), " ge ", ("socialndmnden", "socialnämnden", 0.01), " stöd.\n\n"),
        *(("»", "•", 0.1), " ", ('<b>"rddgivning', "rådgivning", 0.01), "\n"),
        *(("»", "•", 0.1), " tillsyn\n\n"),
        *("Enligt ", ("2 kap. 1 $ kommunallagen", "2 kap. 1 § kommunallagen", 0.01), " gäller.\n\n"),
        "Sidan två är oskadad.\n",
    ]
    original = text = ""
    segments = []
    for piece in pieces:
        read, shown, cost = (piece, piece, None) if isinstance(piece, str) else piece
        if cost is not None:
            spans = Span(len(original), len(original) + len(read)), Span(len(text), len(text) + len(shown))
            segments.append(Segment(*spans, "ocr-word" if shown.isalpha() else "ocr-sign", cost))
        original += read
        text += shown
    half = text.index("Sidan två")
    lagrum = "2 kap. 1 § kommunallagen"
    return Document(
        title="Svar på remiss",
        kind=Kind.TJANSTEUTLATANDE,
        text=text,
        original=original,
        segments=tuple(segments),
        pages=(Page(1, Span(0, half)), Page(2, Span(half, len(text)))),
        citations=(Citation("2017:725#K2P1", lagrum, _place(text, lagrum)),),
        date=datetime.date(2020, 5, 5),
        namnd="Socialnämnden",
        quality=0.784,
        damaged=(Span(0, half),),
    )


@pytest.fixture
def repaired(archive: Archive) -> Document:
    """A document that the archive holds besides, at `/dokument/rattat`: its first page was repaired."""
    document = _repaired()
    source = SourceFile("arkiv", "rattat.txt", 9, "ab" * 32, 0, "text/plain")
    with archive.catalog.write() as writer:
        writer.put(StoredDocument("rattat", source, document))
    catch_up(archive.catalog, archive.engine)
    return document


@pytest.fixture
def leaning(archive: Archive) -> Archive:
    """The archive, holding besides documents that cite provisions, acts, prints and cases; one is hidden."""
    with archive.catalog.write() as writer:
        for row in json.loads(LEANING.read_text(encoding="utf-8")):
            year = row["year"]
            for number in range(row.get("times", 1)):
                text = row["text"].replace("{n}", str(number))
                cited = row["citations"]
                document_id = f"{row['id']}{number or ''}"
                document = Document(
                    title=f"Om <b>lagrum</b> i {document_id}",
                    kind=Kind.YTTRANDE,
                    text=text,
                    original=text,
                    date=datetime.date(year + number // 6, 5, 1) if year else None,
                    namnd="Socialnämnden",
                    citations=tuple(
                        Citation(key, words, _place(text, words), sure) for key, words, sure in cited
                    ),
                )
                source = SourceFile(row["collection"], f"{document_id}.txt", 9, "cd" * 32, 0, "text/plain")
                writer.put(StoredDocument(document_id, source, document))
    catch_up(archive.catalog, archive.engine)
    return archive


@pytest.fixture
def app(archive: Archive) -> Flask:
    return create_app(archive)


@contextmanager
def _running(archive: Archive) -> Iterator[str]:
    server: Any = make_server(create_app(archive), "127.0.0.1", 0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield address(server, "127.0.0.1").rstrip("/")
    finally:
        # Sockets are closed by the thread that serves them; with none left, it ends.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map, True))
        thread.join(30)
        server.task_dispatcher.shutdown()


@pytest.fixture
def running() -> Callable[[Archive], AbstractContextManager[str]]:
    """Runs a real server for an archive and gives its address; leaving the context stops it."""
    return _running


class _Reading(FlaskClient):
    """Reads every answer to its end, as a browser does, so that files are closed."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        return super().open(*arguments, **{"buffered": True, **options})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    app.test_client_class = _Reading
    return app.test_client()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium: install the system package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="sv-SE")
    yield context
    context.close()


@pytest.fixture
def watched() -> Callable[[BrowserPage], list[str]]:
    """What the browser complains of on a page: violations of the policy, failing resources of our own."""

    def watch(page: BrowserPage) -> list[str]:
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return complaints

    return watch


@pytest.fixture
def fit_a_phone(
    browser: Browser, watched: Callable[[BrowserPage], list[str]]
) -> Callable[[str, Iterable[str]], None]:
    """Asserts that pages of a server break no policy and do not scroll sideways on a phone."""

    def fit(home: str, paths: Iterable[str]) -> None:
        context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
        page = context.new_page()
        complaints = watched(page)
        for path in paths:
            page.goto(home + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        context.close()
        assert [text for text in complaints if "404" not in text] == []

    return fit
