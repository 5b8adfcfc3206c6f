"""The columns of a manifest: their names, what is written in them, and the template to begin from."""

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field of `ManifestRow`, the heading in the template, other headings that mean the same,
    and what is written there, in Swedish and with an example."""

    field: str
    heading: str
    others: tuple[str, ...]
    meaning: str
    example: str


COLUMNS: tuple[Column, ...] = (
    Column(
        "file",
        "fil",
        ("file", "filnamn", "sökväg", "path", "filename"),
        "Filens sökväg från manifestets mapp. Måste finnas.",
        "2014/KS 2014-0112 svar.pdf",
    ),
    Column(
        "dnr",
        "dnr",
        ("diarienummer", "diarienr", "ärendenummer"),
        "Dokumentets eget diarienummer; flera skiljs med |.",
        "KS 2014/0112",
    ),
    Column(
        "kind",
        "handlingstyp",
        ("typ", "kind", "dokumenttyp", "handling"),
        "Som i sökningen: motion, remiss, tjänsteutlåtande, tjänsteskrivelse, yttrande, protokoll …",
        "tjänsteutlåtande",
    ),
    Column(
        "title",
        "titel",
        ("title", "rubrik", "ärendemening", "ärenderubrik"),
        "Dokumentets titel.",
        "Svar på motion om cykelvägar",
    ),
    Column(
        "date",
        "datum",
        ("date", "handlingsdatum", "dokumentdatum", "upprättad"),
        "Dokumentets datum.",
        "2014-03-11",
    ),
    Column("kommun", "kommun", ("municipality",), "Kommunen.", "Björkåsa"),
    Column(
        "namnd",
        "nämnd",
        ("namnd", "organ", "styrelse", "nämnd/styrelse"),
        "Nämnden, styrelsen eller fullmäktige.",
        "Kommunstyrelsen",
    ),
    Column(
        "sender",
        "avsändare",
        ("avsandare", "sender", "från", "avsändare/mottagare"),
        "Vem som har skickat handlingen.",
        "Socialförvaltningen",
    ),
    Column(
        "group",
        "åtkomst",
        ("atkomst", "access", "sekretess", "behörighet"),
        "Tomt eller öppen: som samlingen. En grupps namn: bara den gruppen. spärrad: bara arkivets skötare.",
        "öppen",
    ),
)

_BY_HEADING = {name: column for column in COLUMNS for name in (column.heading, *column.others)}


def column_named(heading: str) -> Column | None:
    """The column that a heading means, whatever its case and spaces; None for one that says nothing to us."""
    return _BY_HEADING.get(" ".join(heading.casefold().replace("_", " ").split()))


def template() -> str:
    """A manifest to begin from: the headings and one example, as Excel in Sweden opens it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.heading for column in COLUMNS)
    writer.writerow(column.example for column in COLUMNS)
    return out.getvalue()
