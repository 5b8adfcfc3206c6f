"""The Swedish words a user sees for the archive's closed vocabularies. One table each.

Values that are not in a table (an older catalog, a later issue's kind) are shown as they are, with a capital.
A test holds the tables against the vocabularies of `remissarkiv.domain`, which lies above this module.
"""

ARCHIVE = "Remissarkivet"

KINDS: dict[str, str] = {
    "motion": "Motion",
    "medborgarförslag": "Medborgarförslag",
    "interpellation": "Interpellation",
    "remiss": "Remiss",
    "tjänsteutlåtande": "Tjänsteutlåtande",
    "remissvar": "Remissvar",
    "yttrande": "Yttrande",
    "protokoll": "Protokoll",
    "beslut": "Beslut",
    "dom": "Dom",
    "myndighetsbeslut": "Myndighetsbeslut",
    "proposition": "Proposition",
    "utredning": "Utredning",
    "direktiv": "Direktiv",
    "lagrådsremiss": "Lagrådsremiss",
    "författning": "Författning",
    "pressmeddelande": "Pressmeddelande",
    "artikel": "Artikel",
    "tal": "Tal",
    "regeringsuppdrag": "Regeringsuppdrag",
    "övrigt": "Övrigt",
}

SECTIONS: dict[str, str] = {
    "förslag till beslut": "Förslag till beslut",
    "beslut": "Beslut",
    "sammanfattning": "Sammanfattning",
    "bakgrund": "Bakgrund",
    "remissinstanser": "Remissinstanser",
    "ärendet": "Ärendet",
    "ärendets beredning": "Ärendets beredning",
    "synpunkter och förslag": "Synpunkter och förslag",
    "konsekvenser": "Konsekvenser",
    "yrkanden": "Yrkanden",
    "beslutsgång": "Beslutsgång",
    "reservation": "Reservation",
    "beslutsunderlag": "Beslutsunderlag",
    "motivering": "Motivering",
    "expediering": "Expediering",
    "bilagor": "Bilagor",
    "övrigt": "Övrigt",
}

DNR_ROLES: dict[str, str] = {
    "eget": "Dokumentets Dnr",
    "avsändarens": "Avsändarens Dnr",
    "omnämnt": "Omnämnt Dnr",
}

SUGGESTIONS: dict[str, str] = {"dnr": "Dnr", "lag": "Lag", "ämne": "Ämne", "titel": "Titel"}
"""What sort of thing is suggested to somebody who types."""

CONCLUSION_FIELDS: dict[str, str] = {
    "verdict": "Bedömning",
    "principle": "Princip",
    "stance": "Ställningstagande",
    "outcome": "Beslut",
    "instans": "Instans",
}
"""What documents conclude, and who does, by column."""

CORRECTABLE: dict[str, str] = {
    "bedömning": "Bedömning av kompetensen",
    "ställningstagande": "Ställningstagande",
    "beslut": "Beslut",
    "ärende": "Ärende",
    "dnr": "Dnr",
    "titel": "Titel",
    "handlingstyp": "Handlingstyp",
    "ord": "Felläst ord",
}
"""What people can correct by hand."""

FACETS: dict[str, str] = {
    "kind": "Dokument",
    "namnd": "Nämnd",
    "year": "År",
    "lag": "Lag",
    "paragraf": "Lagrum",
    **CONCLUSION_FIELDS,
}
"""Headings of the facets, by column, in the order they are shown."""

SORTS: dict[str, str] = {"relevans": "Relevans", "datum": "Datum"}

UNSURE = "osäkert"
"""Beside a repair for which another word was nearly as likely."""

READ_AS = "Läst"
"""Before what an OCR program read, where the repaired word stands."""

REPAIRED_TITLE = "Ordet var felläst och är rättat"
"""Of a repaired word in a passage; what was read stands below."""

REPAIRED_TO = "Rättat till"
"""Before the repaired word, where what was read stands."""

EXPORT_FORMATS: dict[str, str] = {"xlsx": "Excel", "csv": "CSV", "json": "JSON"}


def kind_label(kind: str) -> str:
    """The name of a kind of document: "Tjänsteutlåtande"."""
    return KINDS.get(kind, kind.capitalize())


def facet_value_label(column: str, value: str) -> str:
    """A facet's value as people read it: kinds by name, nämnder and years as they are."""
    if column == "kind":
        return kind_label(value)
    return value[:1].upper() + value[1:] if column in CONCLUSION_FIELDS else value


def shown_path(path: str) -> str:
    """A document's path for people: within its collection, and of a file that was indexed by its place on
    this machine just the name, with that of the zip export it lies in (`export.zip/KS/brev.docx`): the rest
    does not concern a reader."""
    if not path.startswith("/"):
        return path
    export = path.lower().find(".zip/")
    return path[path.rfind("/", 0, export if export >= 0 else None) + 1 :]
