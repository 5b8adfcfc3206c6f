"""Which words head which section, in tjänsteutlåtanden, protokoll and motions.

Collected from the documents of several kommuner; compared as skeletons, so that `Arendets beredning` is
`Ärendets beredning`.
"""

from functools import cache

from indexer.extract.lines import folded
from remissarkiv.domain import SectionKind

K = SectionKind
HEADINGS: tuple[tuple[SectionKind, tuple[str, ...]], ...] = (
    (
        K.FORSLAG_TILL_BESLUT,
        (
            "Förslag till beslut",
            "Förslag till beslut på sammanträdet",
            "Beslutsförslag",
            "Förslag till kommunfullmäktige",
            "Förslag till kommunfullmäktiges beslut",
            "Förslag till kommunstyrelsen",
            "Förslag till yttrande",
            "Förslag till riksdagsbeslut",
            "Förslag till nämndens beslut",
            "Förslag",
            "Ordförandens förslag till beslut",
            "Hemställan",
            "Att-satser",
            "Yrkande i motionen",
        ),
    ),
    (
        K.BESLUT,
        (
            "Beslut",
            "Beslut Förslag till kommunfullmäktige",
            "Nämndens beslut",
            "Beslut för egen del",
            "Avgörande",
            "Domslut",
            "Beslutar",
            "Beslut i korthet",
            "Beslutet",
            "Beslut i ärendet",
            "Beslut och förslag till kommunfullmäktige",
            "Beslut och förslag till beslut i kommunfullmäktige",
            "Beslut förslag till beslut i kommunfullmäktige",
            "KF beslut",
            "KF s beslut",
            "KS beslut",
            "KS s beslut",
            "Fattat beslut",
        ),
    ),
    (
        K.SAMMANFATTNING,
        (
            "Sammanfattning",
            "Sammanfattning av ärendet",
            "Ärendet i korthet",
            "Kort sammanfattning",
            "Ärendet i sammandrag",
        ),
    ),
    (
        K.BAKGRUND,
        (
            "Bakgrund",
            "Bakgrund och ärendet",
            "Bakgrund och syfte",
            "Ärendets bakgrund",
            "Bakgrundsbeskrivning",
            "Inledning",
        ),
    ),
    (
        K.REMISSINSTANSER,
        (
            "Remissinstanser",
            "Remissinstans",
            "Remissinstanserna",
            "Remisslista",
            "Lista över remissinstanser",
            "Sändlista",
            "Sändlista för remissen",
            "Remitterat till",
            "Remissbehandling",
            "Remisser",
        ),
    ),
    (
        K.ARENDET,
        (
            "Ärendet",
            "Ärende",
            "Ärendebeskrivning",
            "Beskrivning av ärendet",
            "Ärendets innehåll",
            "Motionen",
            "Motionens innehåll",
            "Redogörelse för ärendet",
            "Remissen",
            "Remissens innehåll",
            "Förslaget",
            "Medborgarförslaget",
            "Förslagets innehåll",
            "Beskrivning",
            "Motionens förslag",
        ),
    ),
    (
        K.BEREDNING,
        (
            "Ärendets beredning",
            "Beredning",
            "Beredning av ärendet",
            "Ärendets handläggning",
            "Tidigare behandling",
            "Ärendets gång",
            "Tidigare beslut",
            "Dagens sammanträde",
            "Dagens överläggning",
            "Behandling av ärendet",
            "Behandling på sammanträdet",
            "Behandling",
            "Överläggning",
            "Överläggning i ärendet",
        ),
    ),
    (
        K.SYNPUNKTER,
        (
            "Synpunkter och förslag",
            "Synpunkter",
            "Synpunkter på remissen",
            "Bedömning",
            "Överväganden",
            "Överväganden och förslag",
            "Analys",
            "Analys och slutsatser",
            "Yttrande",
            "Ståndpunkt",
            "Kommentar",
            "Kommentarer",
            "Utredning",
            "Förslag och bedömning",
            "Samlad bedömning",
            "Sammanvägd bedömning",
            "Slutsats",
            "Slutsatser",
            "Synpunkter på förslaget",
            "Juridisk bedömning",
            "Analys och konsekvenser",
            "Ställningstagande",
            "Svar",
            "Övervägande",
        ),
    ),
    (
        K.KONSEKVENSER,
        (
            "Konsekvenser",
            "Ekonomiska konsekvenser",
            "Ekonomi",
            "Konsekvensanalys",
            "Barnkonsekvensanalys",
            "Jämställdhetsanalys",
            "Finansiering",
            "Konsekvenser för barn",
            "Barnets bästa",
            "Miljökonsekvenser",
            "Konsekvensbeskrivning",
            "Ekonomisk påverkan",
            "Ekonomiska överväganden",
            "Barnperspektivet",
            "Barnrättsperspektiv",
            "Jämställdhet",
            "Miljöpåverkan",
            "Konsekvenser för verksamheten",
            "Påverkan på klimat och miljö",
            "Ekonomiska effekter",
        ),
    ),
    (
        K.YRKANDEN,
        (
            "Yrkanden",
            "Yrkande",
            "Förslag till beslut under sammanträdet",
            "Förslag på sammanträdet",
            "Förslag under sammanträdet",
            "Förslag och yrkanden",
            "Yttranden och yrkanden",
            "Framlagda förslag",
            "Yrkanden på sammanträdet",
            "Yrkanden under sammanträdet",
            "Förslag till beslut på dagens sammanträde",
            "Förslag på dagens sammanträde",
            "Förslag till beslut under mötet",
            "Ändringsyrkande",
            "Ändringsyrkanden",
            "Tilläggsyrkande",
            "Tilläggsyrkanden",
            "Återremissyrkande",
        ),
    ),
    (
        K.BESLUTSGANG,
        (
            "Beslutsgång",
            "Propositionsordning",
            "Omröstning",
            "Beslutsordning",
            "Votering",
            "Omröstningsresultat",
            "Proposition",
            "Propositionsordningar",
            "Voteringsproposition",
            "Beslutsgång och omröstning",
            "Omröstning och beslutsgång",
            "Proposition på yrkanden",
            "Proposition på återremiss",
            "Ordföranden ställer proposition",
        ),
    ),
    (
        K.RESERVATION,
        (
            "Reservation",
            "Reservationer",
            "Reservation och särskilt yttrande",
            "Reservationer och särskilda yttranden",
            "Särskilt yttrande",
            "Särskilda yttranden",
            "Protokollsanteckning",
            "Protokollsanteckningar",
            "Ersättaryttrande",
            "Särskilt uttalande",
            "Reservation mot beslutet",
            "Reservationer mot beslutet",
            "Blank reservation",
            "Protokollsanteckning och reservation",
            "Skriftlig reservation",
        ),
    ),
    (
        K.BESLUTSUNDERLAG,
        (
            "Beslutsunderlag",
            "Underlag för beslut",
            "Underlag",
            "Handlingar",
            "Handlingar i ärendet",
            "Beslutsunderlaget",
            "Ärendets handlingar",
            "Beslutsunderlag till ärendet",
            "Handlingar som ligger till grund för beslutet",
            "Bakgrundshandlingar",
        ),
    ),
    (
        K.MOTIVERING,
        (
            "Motivering",
            "Motivering till beslut",
            "Motiv",
            "Skäl för beslutet",
            "Skäl för beslut",
            "Skälen för beslutet",
            "Skälen för regeringens beslut",
            "Skäl",
            "Domskäl",
            "Beslutsmotivering",
            "Motivering till beslutet",
        ),
    ),
    (
        K.EXPEDIERING,
        (
            "Beslutet skickas till",
            "Beslut skickas till",
            "Expedieras till",
            "Expedieras",
            "Expediering",
            "Skickas till",
            "Beslutet expedieras till",
            "Beslutet ska skickas till",
            "Delges",
            "Kopia till",
            "Protokollsutdrag till",
            "Utdrag till",
            "Beslutsexpediering",
            "För kännedom",
            "Paragrafen skickas till",
            "Beslutet sänds till",
            "Beslutet delges",
            "Delgivning",
            "Protokollsutdrag skickas till",
            "Protokollsutdraget skickas till",
            "Beslut expedieras till",
            "Beslutet ska expedieras till",
            "Paragrafen ska skickas till",
            "Meddelas",
            "Sändlista för beslut",
        ),
    ),
    # What else stands over its own lines in a § of minutes, and ends the decision above it.
    (
        K.OVRIGT,
        (
            "Jäv",
            "Ajournering",
            "Deltar inte i beslutet",
            "Deltar ej i beslutet",
            "Deltar inte i beslut",
            "Ej deltagande i beslut",
            "Notering",
            "Noteringar",
            "Anteckning till protokollet",
            "Protokollsnotering",
            "Närvarande",
            "Närvarande vid ärendet",
            "Information",
            "Upplysningar",
            "Hur man överklagar",
            "Överklagande",
            "Besvärshänvisning",
            "Anföranden",
            "Inlägg",
            "Deltar i debatten",
            "Debatt",
            "Paragrafen är justerad",
            "Omedelbar justering",
        ),
    ),
    (
        K.BILAGOR,
        (
            "Bilagor",
            "Bilaga",
            "Bilageförteckning",
            "Bifogade handlingar",
            "Bilagor till ärendet",
            "Bilagda handlingar",
        ),
    ),
)

# Whose: "Förvaltningens synpunkter och förslag", "Miljö- och byggnadsnämndens bedömning". Ends of skeletons.
_OWNERS = tuple(
    folded(word)
    for word in (
        "förvaltningens",
        "nämndens",
        "styrelsens",
        "kontorets",
        "utskottets",
        "fullmäktiges",
        "ordförandens",
        "utredarens",
        "avdelningens",
        "direktörens",
        "handläggarens",
        "presidiets",
        "beredningens",
        "direktionens",
        "kommitténs",
        "rådets",
        "delegationens",
    )
)
_MOST_OWNER_WORDS = 5


@cache
def _by_skeleton() -> dict[str, SectionKind]:
    table: dict[str, SectionKind] = {}
    for kind, headings in HEADINGS:
        for heading in headings:
            table.setdefault(folded(heading), kind)
    return table


def kind_of_heading(heading: str) -> SectionKind | None:
    """The kind of section that this line heads, whoever's it is; None when it is no known heading."""
    words = folded(heading).split()
    found = _by_skeleton().get(" ".join(words))
    if found is not None:
        return found
    for n, word in enumerate(words[:_MOST_OWNER_WORDS], start=1):
        if word.endswith(_OWNERS):
            return _by_skeleton().get(" ".join(words[n:]))
    return None
